import { defaultPools, Problem } from '@hubfleet/core'
import type { ClusterMachines, ClusterRecord, Part, PoolSpec, PoolState, WantedMachines } from '../provider.ts'
import { billables } from './billables.ts'
import { machineTypes } from './capacity.ts'
import { durations, slowFactor } from './durations.ts'
import { smallQuota } from './misbehaviour.ts'
import { evictServers } from './servers.ts'
import type { Machines, Pool } from './state.ts'
import type { Store } from './store.ts'

export const initialVersion = '1.34.2'

/** The sandbox has no autoscaler: a pool has exactly as many nodes as are wanted. */
export function clusterMachines(store: Store, { name, spec: { region, kubernetesVersion: version = initialVersion, pools = defaultPools('sandbox') } }: ClusterRecord): ClusterMachines {
  const location = region ?? 'sandbox'
  const slowness = region === 'sandbox-slow' ? slowFactor : 1

  const cluster = ({ keepHomes }: WantedMachines): Part => ({
    name: 'cluster', of: 'machines', vital: true,
    observe: (signal) => store.look(signal, ({ machines }, now) => {
      if (!machines) return { is: 'absent' }
      if (machines.goneAt) return { is: 'busy', message: 'deleting', againSeconds: 2 }
      const { version: runs = initialVersion } = machines
      if (now < machines.readyAt) return { is: 'busy', message: 'creating', againSeconds: 2, cancelable: true }
      return runs === version || runs.startsWith(`${version}.`) ? { is: 'ready', message: `Kubernetes ${runs}` } : { is: 'differs', message: `Kubernetes ${runs}, ${version} wanted` }
    }),
    make: (signal) => store.change(null, signal, (document, now) => {
      if (document.machines?.goneAt) throw new Problem('provider-failed', { provider: 'sandbox', reason: 'the cluster is being deleted' })
      if (document.machines) document.machines.version = version
      document.machines ??= {
        version,
        readyAt: now + durations.clusterCreate * slowness, goneAt: null, pools: {}, nodesSince: null, defaultStorageClass: region === 'sandbox-no-storage-class' ? null : 'sandbox-disk',
      }
    }),
    remove: (signal) => store.change(null, signal, (document, now) => {
      const { machines } = document
      if (!machines) return
      machines.goneAt ??= now + durations.clusterDelete * slowness
      machines.leaves = keepHomes ? billables(name, location, document).filter(({ holdsHome }) => holdsHome) : []
    }),
  })

  const nodes = ({ nodes: floors }: WantedMachines): Part => ({
    name: 'pools', of: 'capacity',
    observe: (signal) => store.look(signal, ({ machines }) => {
      const off = machines ? [...differences(machines, floors), ...removed(machines).map((pool) => `${pool} goes`)] : ['there is no cluster']
      if (off.length > 0) return { is: 'differs', message: off.join('; ') }
      const there = poolStates(machines)
      const slow = there.filter((pool) => pool.ready < pool.wanted)
      if (slow.length > 0) return { is: 'busy', message: slow.map((pool) => `${pool.name}: ${pool.ready} of ${pool.wanted} nodes ready`).join('; '), againSeconds: 1 }
      return { is: 'ready', message: there.map((pool) => `${pool.name} ${pool.ready}`).join(', ') }
    }),
    make: (signal) => store.change(null, signal, (document, now) => {
      const { machines } = document
      if (!machines || machines.goneAt || now < machines.readyAt) throw new Problem('provider-failed', { provider: 'sandbox', reason: `the cluster ${name} is not running` })
      for (const pool of pools) machines.pools[pool.name] = resized(poolOf(machines, pool), floors[pool.name] ?? 0, now + durations.nodeBoot * slowness)
      for (const pool of removed(machines)) delete machines.pools[pool]
      const wanted = nodesIn(machines)
      if (region === 'sandbox-quota-exceeded' && wanted > smallQuota) throw new Problem('quota-exceeded', { what: `nodes in the region ${region}`, wanted, allowed: smallQuota, where: 'by choosing another region' })
      if (Object.values(machines.pools).every((pool) => pool.ready === 0)) machines.nodesSince = null
      evictServers(document, now)
    }),
  })

  const differences = (machines: Machines, floors: WantedMachines['nodes']): string[] => pools.flatMap((spec) => {
    const pool = machines.pools[spec.name]
    if (!pool) return [`${spec.name} is to be made`]
    if (pool.machineType !== spec.machineType) return [`${spec.name}: ${pool.machineType}, ${spec.machineType} wanted`]
    const floor = floors[spec.name] ?? 0
    return pool.wanted === floor ? [] : [`${spec.name}: ${pool.wanted} nodes, ${floor} wanted`]
  })
  const removed = (machines: Machines): string[] => Object.keys(machines.pools).filter((pool) => !pools.some((spec) => spec.name === pool))

  return {
    parts: (wanted) => [cluster(wanted), nodes(wanted)],
    pools: (signal) => store.look(signal, ({ machines }) => poolStates(machines)),
    quota: (wanted, signal) => store.look(signal, ({ machines }) => {
      const more = Object.values(wanted.nodes).reduce((sum, count) => sum + count, 0)
      if (region !== 'sandbox-quota-exceeded' || more <= smallQuota) return []
      const used = machines ? nodesIn(machines) : 0
      return [{ what: 'nodes', location: region, limit: smallQuota, used, wanted: more - used, unit: 'nodes', url: 'https://sandbox.invalid/quotas' }]
    }),
    billables: (signal) => store.look(signal, (document) => billables(name, location, document)),
    sweep: ({ keepHomes }, signal) => store.change(null, signal, (document) => {
      const swept = (document.left ?? []).filter(({ holdsHome }) => !(keepHomes && holdsHome))
      document.left = document.left?.filter((thing) => !swept.includes(thing)) ?? []
      return swept
    }),
  }
}

function poolOf({ pools }: Machines, { name, purpose, machineType }: PoolSpec): Pool {
  if (!machineTypes[machineType]) throw new Problem('provider-failed', { provider: 'sandbox', reason: `there is no machine type ${machineType} for the pool ${name}; there are ${Object.keys(machineTypes).join(', ')}` })
  const there = pools[name]
  return there?.machineType === machineType ? there : { purpose, machineType, wanted: 0, ready: 0, bootedAt: null }
}

/** Nodes go at once and come after they have booted. */
function resized(pool: Pool, wanted: number, bootedAt: number): Pool {
  if (wanted === pool.wanted) return pool
  const ready = Math.min(pool.ready, wanted)
  return { ...pool, wanted, ready, bootedAt: wanted > ready ? bootedAt : null }
}

const nodesIn = ({ pools }: Machines): number => Object.values(pools).reduce((sum, pool) => sum + pool.wanted, 0)

export const poolStates = (machines: Machines | null): PoolState[] =>
  Object.entries(machines?.pools ?? {}).map(([name, { wanted, ready }]) => ({ name, wanted, ready })).sort((a, b) => (a.name < b.name ? -1 : 1))
