import type { Catalogue } from './catalogue.ts'
import { catalogueOf, catalogues } from './catalogue.ts'
import { unknownPrice } from './unknown-price.ts'

/** A machine type in a region. Prices are USD per hour; null is not known. */
export interface Machine {
  type: string
  family: string
  vcpu: number
  memoryGiB: number
  /** Its CPU is shared with other customers, so that the kubelet offers less than it shows. */
  sharedCore: boolean
  /** Pods per node as the provider's network allows them; null: the provider's default. */
  maxPods: number | null
  /** Volumes that can be attached; null: the provider's rule. */
  dataDisks: number | null
  /** Whole GPUs. */
  gpus: number
  onDemand: number | null
  spot: number | null
  /** Sustained-use multipliers by quarter of the month; null: the family has none. */
  sustainedUse: number[] | null
  source: string
  asOf: string | null
}

/** Throws `price-unknown` when the provider, the region or the type is not in the catalogue, with the nearest name that is; a type without a price in this region is returned, with null. */
export function findMachine(provider: string, region: string, type: string, catalogue: Catalogue | undefined = catalogueOf(provider)): Machine {
  if (!catalogue) throw unknownPrice(`the provider ${provider}`, provider, catalogues().map((each) => each.provider))
  const at = regionIndex(catalogue, region)
  const entry = Object.hasOwn(catalogue.machines, type) ? catalogue.machines[type] : undefined
  if (!entry) throw unknownPrice(`the machine type ${type} of ${provider}`, type, Object.keys(catalogue.machines))
  const source = catalogue.sources[entry.sourceIn?.[region] ?? catalogue.machineSources?.[region] ?? catalogue.machineSources?.['*'] ?? 'machines']
  return {
    type, family: entry.family, vcpu: entry.vcpu, memoryGiB: entry.memoryGiB,
    sharedCore: entry.sharedCore ?? false, maxPods: entry.maxPods ?? null, dataDisks: entry.dataDisks ?? null, gpus: entry.gpus ?? 0,
    onDemand: entry.onDemand[at] ?? null, spot: entry.spot?.[at] ?? null,
    sustainedUse: catalogue.sustainedUse?.quartileMultipliers[entry.family] ?? null,
    source: source?.source ?? '', asOf: source?.asOf ?? null,
  }
}

/** The machine types that have a price in the region, cheapest first. */
export function listMachines(provider: string, region: string, catalogue: Catalogue | undefined = catalogueOf(provider)): Machine[] {
  return Object.keys(catalogue?.machines ?? {})
    .map((type) => findMachine(provider, region, type, catalogue))
    .filter((machine) => machine.onDemand !== null)
    .sort((a, b) => (a.onDemand ?? 0) - (b.onDemand ?? 0))
}

function regionIndex(catalogue: Catalogue, region: string): number {
  const at = catalogue.regions.indexOf(region)
  if (at < 0) throw unknownPrice(`the region ${region} of ${catalogue.provider}`, region, catalogue.regions)
  return at
}
