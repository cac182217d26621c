import aws from './aws.json' with { type: 'json' }
import azure from './azure.json' with { type: 'json' }
import gcp from './gcp.json' with { type: 'json' }
import sandbox from './sandbox.json' with { type: 'json' }

/** Where a group of figures comes from. `asOf` (YYYY-MM-DD) is null when the source has no date. */
export interface Source { source: string; asOf: string | null; note?: string }

/**
 * The list prices of one provider, before tax and negotiated discounts. A figure that is not known is null or absent, never zero.
 * Lists of prices follow the order of `regions` and may end early: what is missing is not known.
 */
export interface Catalogue {
  provider: string
  version: string
  currency: string
  /** Day of the newest figures, YYYY-MM-DD; each group has its own in `sources`. */
  asOf: string
  /** Invented prices, for trying things out. */
  fictional: boolean
  sources: Record<string, Source>
  regions: string[]
  /** Source of the machine prices by region, `*` for all others; without it, `machines`. */
  machineSources?: Record<string, string>
  machines: Record<string, MachineEntry>
  disks: Record<string, DiskEntry>
  /** Kubernetes storage classes that the provider sets up, and the disk each one makes. */
  storageClasses: Record<string, string>
  /** The disk of the default storage class. */
  defaultDisk: string
  /** What a node boots from unless the pool says otherwise. */
  bootDisk: { disk: string; gib: number }
  loadBalancer: LoadBalancerEntry
  address: { source: string; perHour: number; unverified?: boolean } & InRegions<number>
  controlPlane: ControlPlaneEntry
  /** Traffic to the internet per month; `upToGiB` null is the last tier. */
  egress?: { source: string; tiers: { upToGiB: number | null; perGiB: number }[] }
  /** Share of the price by quarter of the month in which a machine of the family runs. */
  sustainedUse?: { source: string; quartileMultipliers: Record<string, number[]> }
}

export interface MachineEntry {
  family: string
  vcpu: number
  memoryGiB: number
  sharedCore?: boolean
  maxPods?: number | null
  dataDisks?: number
  gpus?: number
  onDemand: (number | null)[]
  spot?: (number | null)[]
  /** Sources of its prices in regions where they are not those of the other machines. */
  sourceIn?: Record<string, string>
}

/** `shared` disks are mounted by many servers; `block` ones by one. Priced by GiB, or by size rounded up to the next of `sizesGiB`. */
export interface DiskEntry {
  source: string
  /** Sources of its prices in regions where they are from elsewhere. */
  sourceIn?: Record<string, string>
  kind: 'block' | 'shared'
  perGiBMonth?: Record<string, number>
  sizesGiB?: number[]
  perMonthBySize?: Record<string, Record<string, number>>
}

/** What is known of single regions; elsewhere the price that stands beside it holds, which is that of one region (its source's `note` tells which). */
export interface InRegions<Price> { in?: Record<string, Price>; sourceIn?: Record<string, string> }

/** One price covers `rulesIncluded` rules of all load balancers together; null: every load balancer is billed by itself. */
export interface LoadBalancerEntry extends InRegions<Partial<LoadBalancerPrices>> {
  source: string
  firstRulesPerHour: number
  rulesIncluded: number | null
  furtherRulePerHour: number
  rulesPerService: number
  perGiB: number
}
export interface LoadBalancerPrices { firstRulesPerHour: number; furtherRulePerHour: number; perGiB: number }

export interface ControlPlaneEntry extends InRegions<Record<string, number>> { source: string; defaultTier: string; perHour: Record<string, number>; unverified: string[]; creditPerMonth?: number }

const shipped = new Map<string, Catalogue>(Object.entries({ gcp, azure, aws, sandbox } as unknown as Record<string, Catalogue>))

/** The names under which providers and their managed clusters are known, to the catalogue they are priced by. */
const aliases: Record<string, string> = { gke: 'gcp', aks: 'azure', eks: 'aws' }

let inForce: ReadonlyMap<string, Catalogue> = shipped

/**
 * From here on everything in this process is priced by these where nothing else is given, and by the shipped ones of other providers. Of a provider's two the one
 * with the newer figures is in force, so that an upgrade is not held back by what was refreshed before it.
 */
export function priceBy(refreshed: readonly Catalogue[]): void {
  inForce = new Map([...shipped, ...refreshed.filter((each) => each.asOf >= (shipped.get(each.provider)?.asOf ?? '')).map((each) => [each.provider, each] as const)])
}

/** The catalogue in force for a provider (`gcp` or `gke`, …); undefined when there is none, as for a cluster of one's own. */
export const catalogueOf = (provider: string): Catalogue | undefined => inForce.get(aliases[provider] ?? provider)

export const catalogues = (): Catalogue[] => [...inForce.values()]

/** Those that came with this version of Hubfleet. */
export const shippedCatalogues = (): Catalogue[] => [...shipped.values()]

/** Where a disk's price in a region is from. */
export const diskSource = ({ sources }: Catalogue, disk: DiskEntry, region: string): Source | undefined => sources[disk.sourceIn?.[region] ?? disk.source]

/** Whole days between the catalogue's figures and `now`. */
export const catalogueAgeDays = (catalogue: Pick<Catalogue, 'asOf'>, now: Date): number =>
  Math.floor((now.getTime() - Date.parse(catalogue.asOf)) / 86_400_000)
