import type { ManagedCluster } from '@azure/arm-containerservice'
import type { Part, PartState, PoolState, WantedMachines } from '../provider.ts'
import { checkSize } from './catalogues.ts'
import { checkPools } from './names.ts'
import { atRest, getCluster, isForeign, isStopped, type Place } from './place.ts'
import { canBeChanged, mustBeReplaced, ownPools, poolBody, poolNameFor, type AzurePool, type OwnPool } from './pool-body.ts'
import { failureProblem } from './problems.ts'
import { realCounts, shortfalls } from './quota.ts'

interface Change { pool: string; why: string; /** A pool goes only when nothing is to be made or changed: its successor is there by then. */ goes: boolean; act(signal: AbortSignal): Promise<void> }

/** All pools of nodes, each with its autoscaler. A pool that must be made anew is made beside the old one, which then goes: the system pool has to. */
export function poolsPart(place: Place, wanted: WantedMachines): Part {
  return {
    name: 'pools', of: 'capacity',
    async observe(signal) {
      const cluster = await getCluster(place, signal)
      if (!cluster || isForeign(place, cluster.tags)) return { is: 'absent' }
      return judge(place, wanted, cluster, signal)
    },
    async make(signal) {
      signal.throwIfAborted()
      checkPools(place.pools)
      const cluster = await getCluster(place, signal)
      if (!cluster || isForeign(place, cluster.tags) || isStopped(cluster)) return
      const changes = changesOf(place, wanted, cluster)
      const first = changes.filter(({ goes }) => !goes)
      for (const { act } of first.length > 0 ? first : changes) await act(signal)
    },
  }
}

async function judge(place: Place, wanted: WantedMachines, cluster: ManagedCluster, signal: AbortSignal): Promise<PartState> {
  const pools = ownPools(place, cluster)
  if (isStopped(cluster)) return { is: 'ready', message: 'no nodes, the cluster is stopped' }
  const busy = pools.filter(({ provisioningState }) => !atRest(provisioningState))
  if (busy.length > 0) return { is: 'busy', message: busy.map(({ of, provisioningState }) => `${of}: ${provisioningState?.toLowerCase()}`).join('; '), againSeconds: 10 }
  const changes = changesOf(place, wanted, cluster)
  if (changes.length > 0) {
    await lasting(place, wanted, pools, signal)
    return { is: 'differs', message: changes.map(({ pool, why }) => `${pool}: ${why}`).join('; ') }
  }
  return { is: 'ready', message: statesOf(place, cluster).map(({ name, ready }) => `${name} ${ready}`).join(', ') }
}

/** Throws why a pool failed where trying again would fail the same way. */
async function lasting(place: Place, wanted: WantedMachines, pools: readonly OwnPool[], signal: AbortSignal): Promise<void> {
  for (const pool of pools.filter(({ provisioningState }) => provisioningState === 'Failed')) {
    const spec = place.pools.find(({ name }) => name === pool.of)
    // one that failed with the cluster has no reason of its own
    if (!spec || !pool.status?.provisioningError || mustBeReplaced(place, spec, pool).length > 0) continue
    const problem = failureProblem(pool.status?.provisioningError, { action: `The pool ${pool.of}`, account: 'the subscription' })
    if (problem.retryable) continue
    if (problem.code === 'quota-exceeded' && (await shortfalls(place, wanted, signal)).length === 0) continue
    if (canBeChanged(place, spec, wanted.nodes[spec.name] ?? 0, pool).length > 0) continue
    throw problem
  }
}

function changesOf(place: Place, wanted: WantedMachines, cluster: ManagedCluster): Change[] {
  const all = cluster.agentPoolProfiles ?? []
  const own = ownPools(place, cluster)
  const changes: Change[] = []
  for (const spec of place.pools) {
    const mine = own.filter(({ of }) => of === spec.name)
    const floor = wanted.nodes[spec.name] ?? 0
    const fitting = mine.find((pool) => mustBeReplaced(place, spec, pool).length === 0)
    const others = mine.filter((pool) => pool !== fitting)
    const put = (name: string, there?: AzurePool) => async (signal: AbortSignal): Promise<void> => {
      const { azure, names, region, record, catalogues } = place
      const clients = await azure()
      if (!there) await checkSize(catalogues, clients, { region, zone: record.spec.zone, machineType: spec.machineType }, signal)
      const { mode, ...body } = poolBody(place, spec, floor, there)
      await clients.call('Microsoft.ContainerService/managedClusters/agentPools/write', signal, async (options) =>
        (await clients.containers()).agentPools.createOrUpdate(names.group, names.cluster, name, { ...body, mode: mode!, orchestratorVersion: cluster.currentKubernetesVersion! }, { ...options, ...(!there && { ifNoneMatch: '*' }) }).submitted())
    }
    if (!fitting) {
      changes.push({ pool: spec.name, why: others[0] ? `to be made anew: ${mustBeReplaced(place, spec, others[0]).join(', ')}` : 'to be made', goes: false, act: put(poolNameFor(spec.name, all)) })
      continue
    }
    const differences = [...canBeChanged(place, spec, floor, fitting), ...older(cluster, fitting), ...(fitting.provisioningState === 'Succeeded' ? [] : [`its last change ${fitting.provisioningState === 'Failed' ? 'failed' : 'was canceled'}`])]
    if (differences.length > 0) changes.push({ pool: spec.name, why: differences.join(', '), goes: false, act: put(fitting.name!, fitting) })
    for (const other of others) changes.push(going(place, other, 'its predecessor is to go'))
  }
  for (const former of own.filter(({ of }) => !place.pools.some(({ name }) => name === of))) changes.push(going(place, former, 'to go'))
  return changes
}

const going = ({ azure, names }: Place, { name, of }: OwnPool, why: string): Change => ({
  pool: of, why, goes: true,
  async act(signal) {
    const { find, containers } = await azure()
    await find('Microsoft.ContainerService/managedClusters/agentPools/delete', signal, async (options) => (await containers()).agentPools.delete(names.group, names.cluster, name!, options).submitted())
  },
})

/** Nodes follow the control plane. */
function older(cluster: ManagedCluster, pool: AzurePool): string[] {
  const { currentKubernetesVersion: wanted } = cluster
  const runs = pool.currentOrchestratorVersion
  return wanted !== undefined && runs !== undefined && runs !== wanted ? [`Kubernetes ${runs}, ${wanted} wanted`] : []
}

/** A pool and its successor count as one. While a pool changes its count is what it will be: its machines are counted. */
export async function poolStates(place: Place, cluster: ManagedCluster | null, signal: AbortSignal): Promise<PoolState[]> {
  if (!cluster || isForeign(place, cluster.tags)) return []
  return statesOf(place, cluster, isStopped(cluster) ? new Map() : await realCounts(place, ownPools(place, cluster).filter(({ provisioningState }) => !atRest(provisioningState)), signal))
}

function statesOf(place: Place, cluster: ManagedCluster, machines: ReadonlyMap<string | undefined, number> = new Map()): PoolState[] {
  const states = new Map<string, PoolState>()
  for (const { of, name, count = 0, minCount = 0, enableAutoScaling } of ownPools(place, cluster)) {
    const before = states.get(of) ?? { name: of, wanted: 0, ready: 0 }
    states.set(of, isStopped(cluster) ? before : { name: of, wanted: Math.max(before.wanted, enableAutoScaling ? minCount : count), ready: before.ready + (machines.get(name) ?? count) })
  }
  return [...states.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}
