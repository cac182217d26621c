import { parseQuantity, requestsOf, serverValues, shapesOfSpec, type HubSpec } from '@hubfleet/core'
import type { ClusterRow } from '@hubfleet/database'
import { estimate, type Estimate, type EstimateInput } from '@hubfleet/pricing'
import { placeOf, specOf } from '../clusters/cluster.ts'
import { fitOf } from '../fit/fit.ts'

const gib = 2 ** 30

/** Sizes of a stored spec, in GiB: what does not parse was refused before it was stored. */
export const homeGiB = (spec: HubSpec): number => (parseQuantity(spec.storage.capacity) ?? 0) / gib

/** What one server reserves. Of a hub with profiles it is a server of the default one: nobody knows beforehand who chooses what. */
export function serverOf(spec: HubSpec): { memoryGiB: number; cpu: number } {
  const { memoryBytes, cpu } = requestsOf(shapesOfSpec(spec)[0]!)
  return { memoryGiB: memoryBytes / gib, cpu }
}

/**
 * The estimator's input for a hub as its spec and its cluster are, or null where no price is known: a registered cluster tells no
 * pools. Users are as many as may have a server at once, or as are named, or as seats are kept; `sharedBy` hubs share the base. All have
 * servers as `serverOf` says, in the pools whose nodes hold one; null too where none does.
 */
export function hubEstimateInput(cluster: ClusterRow, spec: HubSpec, sharedBy = 1): EstimateInput | null {
  const place = placeOf(cluster)
  if (!place) return null
  const { pools = [] } = specOf(cluster)
  const holding = new Set(fitOf(cluster, serverValues(spec)).servers[0]!.fits.filter(({ usersPerNode }) => usersPerNode > 0).map(({ nodeType }) => nodeType))
  const user = pools.filter((p) => p.purpose === 'user' && holding.has(p.name))
  const core = pools.find((p) => p.purpose === 'core')
  if (user.length === 0) return null
  const running = spec.power === 'running'
  const server = serverOf(spec)
  const count = Math.max(spec.capacity.maxServers ?? 0, spec.access.users.length, spec.capacity.seats)
  return {
    ...place,
    users: [{
      count: running ? count : 0, homes: count,
      memoryGuaranteeGiB: Math.max(server.memoryGiB, 0.001), cpuGuarantee: server.cpu,
      homeGiB: spec.storage.type === 'dynamic' ? homeGiB(spec) : 0, storageClass: spec.storage.storageClass ?? null,
    }],
    userPools: user.map((p) => ({
      name: p.name, machine: p.machineType, min: Math.max(p.min, p.name === spec.capacity.nodes?.pool ? spec.capacity.nodes.count : 0), max: p.max,
      ...(p.spot && { spotShare: 1 }), ...(p.diskGiB !== undefined && { bootDisk: { gib: p.diskGiB } }), ...(p.maxPods !== undefined && { maxPods: p.maxPods }),
    })),
    corePool: core ? { machine: core.machineType, count: Math.max(1, core.min) } : null,
    culling: spec.culling.enabled ? spec.culling : null,
    placeholders: running ? spec.capacity.seats : 0,
    loadBalancers: running && spec.exposure.type === 'loadBalancer' ? 1 : 0,
    addresses: running && spec.exposure.type === 'loadBalancer' ? 1 : 0,
    hubDiskGiB: 1, sharedByHubs: sharedBy,
  }
}

/** Expected cost of a hub per month, or null where no price is known. */
export function estimateHub(cluster: ClusterRow, spec: HubSpec): Estimate | null {
  const input = hubEstimateInput(cluster, spec)
  return input && estimate(input)
}
