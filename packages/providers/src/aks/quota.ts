import type { Shortfall, WantedMachines } from '../provider.ts'
import { checkRegion, checkSize } from './catalogues.ts'
import { checkPools, systemPool } from './names.ts'
import { getCluster, isForeign, isStopped, type Place } from './place.ts'
import { mustBeReplaced, ownPools, type OwnPool } from './pool-body.ts'

/** What one of Azure's counters is asked for on top. */
interface Demand { key: string; what: string; more: number; unit: string }

/** Azure counts virtual CPUs by family and all together, spot ones apart; and public addresses. */
export async function shortfalls(place: Place, wanted: WantedMachines, signal: AbortSignal): Promise<Shortfall[]> {
  const { region, record: { spec }, pools, catalogues } = place
  checkPools(pools)
  const azure = await place.azure()
  await checkRegion(catalogues, azure, region, signal)
  const cluster = await getCluster(place, signal)
  if (cluster && isForeign(place, cluster.tags)) return []
  const there = cluster && !isStopped(cluster) ? ownPools(place, cluster) : []
  const real = await realCounts(place, there.filter(({ provisioningState }) => provisioningState !== 'Succeeded'), signal)
  const demands = new Map<string, Demand>()
  const add = (key: string, what: string, more: number, unit: string): void => void demands.set(key, { key, what, unit, more: (demands.get(key)?.more ?? 0) + more })

  for (const pool of pools) {
    const size = await checkSize(catalogues, azure, { region, zone: spec.zone, machineType: pool.machineType }, signal)
    if (wanted.stopped) continue
    // what is to be made anew is there beside its predecessor for a while
    const has = there.filter((one) => one.of === pool.name && mustBeReplaced(place, pool, one).length === 0).reduce((sum, { name, count = 0 }) => sum + (real.get(name) ?? count), 0)
    const floor = Math.max(wanted.nodes[pool.name] ?? 0, systemPool(pools)?.name === pool.name ? 1 : 0)
    const more = Math.max(0, floor - has) * size.vcpus
    if (more === 0) continue
    if (pool.spot) add('lowprioritycores', 'virtual CPUs of spot machines', more, 'vCPUs')
    else {
      add('cores', 'virtual CPUs', more, 'vCPUs')
      add(size.family.toLowerCase(), `virtual CPUs of the family ${size.family}`, more, 'vCPUs')
    }
  }
  if (!cluster) {
    add('standardskupublicipaddresses', 'public addresses', 1, 'addresses')
    add('loadbalancers', 'load balancers', 1, 'load balancers')
  }
  return demands.size === 0 ? [] : compare(place, [...demands.values()], signal)
}

/** The count of a pool that changes, or failed to, is what it was to be: its machines are counted. */
export async function realCounts({ azure, names }: Place, pools: readonly OwnPool[], signal: AbortSignal): Promise<ReadonlyMap<string | undefined, number>> {
  if (pools.length === 0) return new Map()
  const { list, containers } = await azure()
  const count = async ({ name }: OwnPool) => (await list('Microsoft.ContainerService/managedClusters/agentPools/machines/read', signal, async (options) => (await containers()).machines.list(names.group, names.cluster, name!, options))).length
  return new Map(await Promise.all(pools.map(async (pool) => [pool.name, await count(pool)] as const)))
}

async function compare(place: Place, demands: readonly Demand[], signal: AbortSignal): Promise<Shortfall[]> {
  const { region } = place
  const { list, compute, network, subscription, portal } = await place.azure()
  const [machines, addresses] = await Promise.all([
    list('Microsoft.Compute/locations/usages/read', signal, async (options) => (await compute()).usage.list(region, options)),
    demands.some(({ unit }) => unit !== 'vCPUs') ? list('Microsoft.Network/locations/usages/read', signal, async (options) => (await network()).usages.list(region, options)) : [],
  ])
  const usages = new Map([...machines, ...addresses].map(({ name, limit, currentValue }) => [name.value?.toLowerCase(), { limit, used: currentValue }]))
  const url = `${portal}/#view/Microsoft_Azure_Capacity/QuotaMenuBlade/~/myQuotas/subscriptionId/${subscription}`
  return demands.flatMap(({ key, what, more, unit }) => {
    const usage = usages.get(key)
    // a counter that Azure does not show has no limit that it would tell
    return usage && usage.used + more > usage.limit ? [{ what, location: region, limit: usage.limit, used: usage.used, wanted: more, unit, url }] : []
  })
}
