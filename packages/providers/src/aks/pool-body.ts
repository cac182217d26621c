import type { AgentPool, ManagedCluster, ManagedClusterAgentPoolProfile } from '@azure/arm-containerservice'
import type { PoolSpec } from '../provider.ts'
import { isOurs, poolNames, systemPool, tagOf, tags, tagsOf } from './names.ts'
import type { Place } from './place.ts'

/** AKS puts this taint on spot machines, and it cannot be taken off: what goes back without it and its label is refused, or breaks them. */
const spot = { label: ['kubernetes.azure.com/scalesetpriority', 'spot'], taint: 'kubernetes.azure.com/scalesetpriority=spot:NoSchedule' } as const

/** A pool as AKS has it, alone or in the cluster. */
export type AzurePool = Pick<ManagedClusterAgentPoolProfile, 'count' | 'minCount' | 'maxCount' | 'enableAutoScaling' | 'vmSize' | 'osDiskSizeGB' | 'maxPods' | 'availabilityZones' | 'scaleSetPriority' | 'mode' | 'nodeLabels' | 'nodeTaints' | 'tags' | 'provisioningState' | 'powerState' | 'status' | 'currentOrchestratorVersion' | 'orchestratorVersion'> & { name?: string }

/** One that Hubfleet keeps, `of` the pool that it has by that name. */
export type OwnPool = AzurePool & { of: string }

/** The pools that Hubfleet keeps, by the name that it has for them. */
export const ownPools = ({ record }: Place, cluster: ManagedCluster | null): OwnPool[] =>
  (cluster?.agentPoolProfiles ?? []).filter((pool) => isOurs(pool.tags, record)).flatMap((pool) => {
    const of = tagOf(pool.tags, tags.pool)
    return of === undefined ? [] : [{ ...pool, of }]
  })

/**
 * A pool as it should be. What somebody else set on one that is there stays. Azure wants a count of each pool that its autoscaler changes, within the
 * bounds: the one that there is, or the nearest.
 */
export function poolBody(place: Place, pool: PoolSpec, floor: number, there?: AzurePool): AgentPool & Omit<ManagedClusterAgentPoolProfile, 'name'> {
  const { record, pools } = place
  const isSystem = systemPool(pools)?.name === pool.name
  const max = Math.max(pool.max, isSystem ? 1 : 0)
  const min = Math.min(max, Math.max(floor, isSystem ? 1 : 0))
  return {
    ...bounds(min, max, there?.count),
    vmSize: pool.machineType, osDiskSizeGB: diskOf(pool), maxPods: maxPodsOf(pool),
    osType: 'Linux', mode: isSystem ? 'System' : 'User',
    ...(record.spec.zone !== undefined && { availabilityZones: [record.spec.zone] }),
    ...(pool.spot && { scaleSetPriority: 'Spot', scaleSetEvictionPolicy: 'Delete', spotMaxPrice: -1 }),
    nodeLabels: { ...there?.nodeLabels, ...labelsOf(pool) },
    nodeTaints: [...new Set([...(there?.nodeTaints ?? []), ...taintsOf(pool)])],
    tags: { ...there?.tags, ...tagsOf(record), [tags.pool]: pool.name },
  }
}

/** A pool that can have no nodes at all has no autoscaler: AKS wants one to have room for one. */
function bounds(min: number, max: number, count: number | undefined): Pick<AgentPool, 'count' | 'enableAutoScaling' | 'minCount' | 'maxCount'> {
  if (max === 0) return { enableAutoScaling: false, count: 0 }
  return { enableAutoScaling: true, minCount: min, maxCount: max, count: Math.min(max, Math.max(min, count ?? min)) }
}

const diskOf = (pool: PoolSpec): number => Math.max(30, pool.diskGiB ?? 100)
const maxPodsOf = (pool: PoolSpec): number => Math.max(10, pool.maxPods ?? 110)
const labelsOf = (pool: PoolSpec): Record<string, string> => ({ 'hub.jupyter.org/node-purpose': pool.purpose, ...(pool.spot && { [spot.label[0]]: spot.label[1] }) })
const taintsOf = (pool: PoolSpec): string[] => [...(pool.purpose === 'user' ? ['hub.jupyter.org/dedicated=user:NoSchedule'] : []), ...(pool.spot ? [spot.taint] : [])]

/** What AKS cannot change of a pool that is there: it takes another pool. */
export function mustBeReplaced({ record }: Place, pool: PoolSpec, there: AzurePool): string[] {
  const found: string[] = []
  const compare = (what: string, is: string, should: string): void => { if (is.toLowerCase() !== should.toLowerCase()) found.push(`${what} ${is}, ${should} wanted`) }
  compare('machine type', there.vmSize ?? 'none', pool.machineType)
  compare('disk GiB', String(there.osDiskSizeGB ?? 0), String(diskOf(pool)))
  compare('pods per node', String(there.maxPods ?? 0), String(maxPodsOf(pool)))
  compare('zones', there.availabilityZones?.join() || 'none', record.spec.zone ?? 'none')
  compare('priority', there.scaleSetPriority ?? 'Regular', pool.spot ? 'Spot' : 'Regular')
  return found
}

/** What AKS changes in place. */
export function canBeChanged(place: Place, pool: PoolSpec, floor: number, there: AzurePool): string[] {
  const wanted = poolBody(place, pool, floor, there)
  const found: string[] = []
  if ((there.enableAutoScaling ?? false) !== wanted.enableAutoScaling) found.push(wanted.enableAutoScaling ? 'autoscaling off' : 'autoscaling on')
  if (wanted.enableAutoScaling && there.minCount !== wanted.minCount) found.push(`at least ${there.minCount ?? 'none'}, ${wanted.minCount} wanted`)
  if (wanted.enableAutoScaling && there.maxCount !== wanted.maxCount) found.push(`at most ${there.maxCount ?? 'none'}, ${wanted.maxCount} wanted`)
  if (!wanted.enableAutoScaling && there.count !== wanted.count) found.push(`${there.count} nodes, ${wanted.count} wanted`)
  if (there.mode !== wanted.mode) found.push(`${there.mode} pool, ${wanted.mode} wanted`)
  for (const [label, value] of Object.entries(labelsOf(pool))) if (there.nodeLabels?.[label] !== value) found.push(`label ${label}`)
  for (const taint of taintsOf(pool)) if (!there.nodeTaints?.includes(taint)) found.push(`taint ${taint}`)
  for (const [tag, value] of Object.entries({ ...tagsOf(place.record), [tags.pool]: pool.name })) if (tagOf(there.tags, tag) !== value) found.push(`tag ${tag}`)
  return found
}

/** The free one of the two names of a pool. */
export function poolNameFor(name: string, taken: readonly AzurePool[]): string {
  const [first, second] = poolNames(name)
  return taken.some((pool) => pool.name === first) ? second : first
}
