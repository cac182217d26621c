import type { ResourceSku } from '@azure/arm-compute'
import { nearest, Problem } from '@hubfleet/core'
import type { Azure } from './clients.ts'

/** A machine type as a region of a subscription has it. */
export interface Size { name: string; family: string; vcpus: number; memoryGiB: number; zones: readonly string[]; /** Why this subscription may not have it. */ barred: string | null }

/** What a subscription is offered where. The lists are long and change seldom: they are kept for an hour. */
export interface Catalogues {
  sizes(azure: Azure, region: string, signal: AbortSignal): Promise<ReadonlyMap<string, Size>>
  regions(azure: Azure, signal: AbortSignal): Promise<readonly string[]>
}

const keptMs = 3_600_000

export function createCatalogues(now: () => number): Catalogues {
  const kept = new Map<string, { at: number; value: Promise<unknown> }>()
  const keep = <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    const known = kept.get(key)
    if (known && now() - known.at < keptMs) return known.value as Promise<T>
    const value = ask()
    kept.set(key, { at: now(), value })
    value.catch(() => kept.delete(key))
    return value
  }
  return {
    sizes: (azure, region, signal) => keep(`${azure.subscription} ${region}`, async () => {
      const all = await azure.list('Microsoft.Compute/skus/read', signal, async (options) => (await azure.compute()).resourceSkus.list({ ...options, filter: `location eq '${region}'` }))
      return new Map(all.filter(({ resourceType }) => resourceType === 'virtualMachines').map((sku) => sizeOf(sku, region)).map((size) => [size.name.toLowerCase(), size]))
    }),
    regions: (azure, signal) => keep(azure.subscription, async () => {
      const { value } = (await azure.read('/locations', '2022-12-01', signal)) as { value: { name: string; metadata?: { regionType?: string } }[] }
      return value.filter(({ metadata }) => metadata?.regionType !== 'Logical').map(({ name }) => name)
    }),
  }
}

function sizeOf(sku: ResourceSku, region: string): Size {
  const capability = (name: string): number => Number(sku.capabilities?.find((one) => one.name === name)?.value ?? 0)
  const barred = sku.restrictions?.find(({ type }) => type === 'Location')
  const barredZones = sku.restrictions?.filter(({ type }) => type === 'Zone').flatMap(({ restrictionInfo }) => restrictionInfo?.zones ?? []) ?? []
  const zones = sku.locationInfo?.find(({ location }) => location?.toLowerCase() === region)?.zones ?? []
  return {
    name: sku.name!, family: sku.family ?? '', vcpus: capability('vCPUs'), memoryGiB: capability('MemoryGB'),
    zones: zones.filter((zone) => !barredZones.includes(zone)), barred: barred ? barred.reasonCode ?? 'restricted' : null,
  }
}

export async function checkRegion(catalogues: Catalogues, azure: Azure, region: string, signal: AbortSignal): Promise<void> {
  const regions = await catalogues.regions(azure, signal)
  if (!regions.includes(region)) throw unknown('region', region, regions)
}

/** The machine type of that name; throws where the region has none, or none for this subscription or zone. */
export async function checkSize(catalogues: Catalogues, azure: Azure, { region, zone, machineType }: { region: string; zone?: string | undefined; machineType: string }, signal: AbortSignal): Promise<Size> {
  const sizes = await catalogues.sizes(azure, region, signal)
  const size = sizes.get(machineType.toLowerCase())
  if (!size) throw unknown(`machine type in ${region}`, machineType, [...sizes.values()].map(({ name }) => name))
  const barred = (reason: string): Problem => new Problem('cloud-failed', {
    what: `The machine type ${size.name}`, cloud: 'azure', reason, fix: 'Choose another machine type, zone or region; or ask Azure\'s support for access to it.',
  })
  if (size.barred) throw barred(`the subscription may not have it in ${region} (${size.barred})`)
  if (zone !== undefined && !size.zones.includes(zone)) throw barred(`zone ${zone} of ${region} does not have it; ${size.zones.length > 0 ? `zones ${size.zones.join(', ')} do` : 'it is in no zone there'}`)
  return size
}

export const unknown = (what: string, name: string, known: readonly string[]): Problem =>
  new Problem('cloud-choice-unknown', { cloud: 'azure', what, name, nearest: nearest(name, known) ?? (known.slice(0, 5).join(', ') || 'none') })
