import type { Part, PoolState, WantedMachines } from '../machines.ts'
import { busyWith, unlessInTheWay, zonesOfPools } from './cluster.ts'
import { groupSize } from './compute.ts'
import { gkePoolName, isOurs } from './names.ts'
import { failureOf } from './operations.ts'
import { findCluster, pathOfCluster, type GkeCluster, type Place } from './place.ts'
import { floorOf, nextChange, ourPools, specNameOf, type Look, type PoolChange, type Size } from './pool-changes.ts'
import { isNotFound, isTaken } from './refusal.ts'
import { poolRequest } from './requests.ts'
import type { Session } from './session.ts'

/** The nodes, which go with the cluster. */
export function poolsPart(place: Place, wanted: WantedMachines): Part {
  return {
    name: 'pools', of: 'capacity',
    async observe(signal) {
      const session = await place.session()
      const cluster = await findCluster(place, session, signal)
      if (!cluster || !isOurs(cluster.resourceLabels, place.record)) return { is: 'absent' }
      const busy = await busyWith(place, session, cluster, signal)
      if (busy) return busy
      const working = ourPools(place, cluster).find(({ status }) => status === 'PROVISIONING' || status === 'RECONCILING' || status === 'STOPPING')
      if (working) return { is: 'busy', message: `${specNameOf(working)}: GKE works on it`, againSeconds: 10 }
      const look = await lookAt(place, session, cluster, signal)
      const change = nextChange(place, look, wanted)
      if (change) return { is: 'differs', message: change.why }
      return slowOnes(place, look, wanted) ?? { is: 'ready', message: statesOf(place, look).map(({ name, ready }) => `${name} ${ready}`).join(', ') }
    },
    async make(signal) {
      const session = await place.session()
      const cluster = await findCluster(place, session, signal)
      if (!cluster || !isOurs(cluster.resourceLabels, place.record)) return
      const change = nextChange(place, await lookAt(place, session, cluster, signal), wanted)
      if (change) await unlessInTheWay(() => apply(place, session, change, wanted, signal))
      if (change?.does === 'delete' && change.failed) throw failureOf(`The pool ${specNameOf(change.failed)}`, change.failed, session.project)
    },
  }
}

async function apply(place: Place, session: Session, change: PoolChange, { stopped }: WantedMachines, signal: AbortSignal): Promise<void> {
  const cluster = pathOfCluster(place, session)
  switch (change.does) {
    case 'create': {
      const zones = (await zonesOfPools(place, session, signal))(change.pool.name)
      try {
        await session.rpc('createNodePool', { parent: cluster, nodePool: poolRequest(place, change.pool, { floor: change.floor, zones, stopped }) }, signal)
      } catch (error) {
        if (!isTaken(error)) throw error
      }
      return
    }
    case 'autoscale': return void await session.rpc('setNodePoolAutoscaling', { name: `${cluster}/nodePools/${change.name}`, autoscaling: change.autoscaling }, signal)
    case 'resize': return void await session.rpc('setNodePoolSize', { name: `${cluster}/nodePools/${change.name}`, nodeCount: change.nodesPerZone }, signal)
    case 'taint': return void await session.rpc('updateNodePool', { name: `${cluster}/nodePools/${change.name}`, taints: { taints: change.taints } }, signal)
    case 'upgrade': return void await session.rpc('updateNodePool', { name: `${cluster}/nodePools/${change.name}`, nodeVersion: change.version }, signal)
    case 'delete': try {
      await session.rpc('deleteNodePool', { name: `${cluster}/nodePools/${change.name}` }, signal)
    } catch (error) {
      if (!isNotFound(error)) throw error
    }
  }
}

async function lookAt(place: Place, session: Session, cluster: GkeCluster, signal: AbortSignal): Promise<Look> {
  const sizes = await Promise.all(ourPools(place, cluster).map(async ({ name, instanceGroupUrls }): Promise<[string, Size]> => {
    const groups = await Promise.all((instanceGroupUrls ?? []).map((url) => groupSize(session, url, signal)))
    return [name!, { target: groups.reduce((sum, { target }) => sum + target, 0), ready: groups.reduce((sum, { ready }) => sum + ready, 0) }]
  }))
  return { cluster, sizes: new Map(sizes) }
}

function slowOnes(place: Place, { cluster, sizes }: Look, wanted: WantedMachines) {
  const slow = place.pools.flatMap((pool) => {
    const { ready, target } = sizes.get(gkePoolName(place.record, pool))!
    const floor = wanted.nodes[pool.name] ?? 0
    if (ready < floor) return [`${pool.name}: ${ready} of ${floor} nodes ready${troubleOf(cluster, gkePoolName(place.record, pool))}`]
    return target === 0 && ready > 0 ? [`${pool.name}: ${ready} nodes go`] : []
  })
  return slow.length > 0 ? { is: 'busy' as const, message: slow.join('; '), againSeconds: 10 } : null
}

/** What GKE says of a pool that it could give only a part of its nodes. */
function troubleOf({ nodePools }: GkeCluster, name: string): string {
  const message = nodePools?.find((pool) => pool.name === name)?.conditions?.find((condition) => condition.message)?.message
  return message ? ` (${message})` : ''
}

function statesOf(place: Place, { cluster, sizes }: Look): PoolState[] {
  const current = new Set(place.pools.map((pool) => gkePoolName(place.record, pool)))
  const states = new Map<string, PoolState>()
  // the one that is wanted speaks for those that it takes over for
  for (const pool of ourPools(place, cluster).sort((a, b) => Number(current.has(a.name!)) - Number(current.has(b.name!)))) {
    const size = sizes.get(pool.name!)!
    states.set(specNameOf(pool), { name: specNameOf(pool), wanted: floorOf(pool, size), ready: size.ready })
  }
  return [...states.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

export async function poolStates(place: Place, signal: AbortSignal): Promise<PoolState[]> {
  const session = await place.session()
  const cluster = await findCluster(place, session, signal)
  return cluster && isOurs(cluster.resourceLabels, place.record) ? statesOf(place, await lookAt(place, session, cluster, signal)) : []
}

/** Nodes of each pool, by the name of the spec. */
export async function nodesThere(place: Place, session: Session, signal: AbortSignal): Promise<Record<string, number>> {
  const cluster = await findCluster(place, session, signal)
  if (!cluster || !isOurs(cluster.resourceLabels, place.record)) return {}
  const { sizes } = await lookAt(place, session, cluster, signal)
  return Object.fromEntries(place.pools.map((pool) => [pool.name, sizes.get(gkePoolName(place.record, pool))?.target ?? 0]))
}
