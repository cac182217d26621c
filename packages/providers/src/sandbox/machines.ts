import { Problem } from '@hubfleet/core'
import type { ClusterMachines, ClusterSpec, PoolSpec, PoolState, Remnant } from '../provider.ts'
import { machineTypes } from './capacity.ts'
import { durations, slowFactor } from './durations.ts'
import { smallQuota } from './misbehaviour.ts'
import { hubRemnants } from './remnants.ts'
import { evictServers } from './servers.ts'
import { hubsOf, type Machines, type Pool } from './state.ts'
import type { Store } from './store.ts'

/** What a cluster has whose spec names no pools. */
export const defaultPools: PoolSpec[] = [
  { name: 'core', purpose: 'core', machineType: 'sandbox-small', min: 1, max: 3 },
  { name: 'user', purpose: 'user', machineType: 'sandbox-medium', min: 0, max: 10 },
]

export function clusterMachines(store: Store, name: string, { region, pools = defaultPools }: ClusterSpec): ClusterMachines {
  const slowness = region === 'sandbox-slow' ? slowFactor : 1

  return {
    observe: (signal) => store.look(signal, ({ machines }, now) => ({ exists: machines !== null, busy: machines && busyWith(machines, now), pools: poolStates(machines) })),

    create: (signal) => store.change(null, signal, (cluster, now) => {
      if (cluster.machines?.goneAt) throw new Problem('provider-failed', { provider: 'sandbox', reason: 'the cluster is being deleted' })
      if (cluster.machines) return
      const readyAt = now + durations.clusterCreate * slowness
      const machines: Machines = { readyAt, goneAt: null, pools: {}, nodesSince: null, defaultStorageClass: region === 'sandbox-no-storage-class' ? null : 'sandbox-disk' }
      for (const pool of pools) machines.pools[pool.name] = resized(newPool(pool), pool.min, readyAt + durations.nodeBoot * slowness)
      checkQuota(machines, region)
      cluster.machines = machines
    }),

    resize: (pool, nodes, signal) => store.change(null, signal, (cluster, now) => {
      const { machines } = cluster
      if (!machines || busyWith(machines, now)) throw new Problem('provider-failed', { provider: 'sandbox', reason: `the cluster ${name} is not running` })
      const spec = pools.find((p) => p.name === pool)
      if (!spec) throw new Problem('provider-failed', { provider: 'sandbox', reason: `the cluster ${name} has no pool ${pool}` })
      if (nodes > spec.max) throw new Problem('quota-exceeded', { what: `nodes of the pool ${pool}`, wanted: nodes, allowed: spec.max })
      machines.pools[pool] = resized(machines.pools[pool] ?? newPool(spec), nodes, now + durations.nodeBoot * slowness)
      checkQuota(machines, region)
      if (Object.values(machines.pools).every((p) => p.ready === 0)) machines.nodesSince = null
      evictServers(cluster, now)
    }),

    delete: (signal) => store.change(null, signal, (cluster, now) => {
      if (cluster.machines) cluster.machines.goneAt ??= now + durations.clusterDelete * slowness
    }),

    billables: (signal) => store.look(signal, (cluster) => {
      if (!cluster.machines) return []
      const own: Remnant[] = [{ kind: 'Cluster', namespace: null, name, bills: true, blocksNamesake: true, holdsHome: false }]
      for (const { name: pool, wanted } of poolStates(cluster.machines)) {
        for (let node = 1; node <= wanted; node++) own.push({ kind: 'Node', namespace: null, name: `${pool}-${node}`, bills: true, blocksNamesake: false, holdsHome: false })
      }
      return [...own, ...hubsOf(cluster).flatMap(([namespace, hub]) => hubRemnants(namespace, hub)).filter((remnant) => remnant.bills && remnant.kind !== 'Pod')]
    }),
  }
}

function busyWith(machines: Machines, now: number): string | null {
  if (machines.goneAt) return 'deleting'
  return now < machines.readyAt ? 'creating' : null
}

function newPool({ name, purpose, machineType }: PoolSpec): Pool {
  if (!machineTypes[machineType]) throw new Problem('provider-failed', { provider: 'sandbox', reason: `there is no machine type ${machineType} for the pool ${name}; there are ${Object.keys(machineTypes).join(', ')}` })
  return { purpose, machineType, wanted: 0, ready: 0, bootedAt: null }
}

/** Nodes go at once and come after they have booted. */
function resized(pool: Pool, wanted: number, bootedAt: number): Pool {
  if (wanted === pool.wanted) return pool
  const ready = Math.min(pool.ready, wanted)
  return { ...pool, wanted, ready, bootedAt: wanted > ready ? bootedAt : null }
}

function checkQuota(machines: Machines, region: string | undefined): void {
  const wanted = Object.values(machines.pools).reduce((sum, pool) => sum + pool.wanted, 0)
  if (region === 'sandbox-quota-exceeded' && wanted > smallQuota) throw new Problem('quota-exceeded', { what: `nodes in the region ${region}`, wanted, allowed: smallQuota })
}

const poolStates = (machines: Machines | null): PoolState[] =>
  Object.entries(machines?.pools ?? {}).map(([name, { wanted, ready }]) => ({ name, wanted, ready })).sort((a, b) => (a.name < b.name ? -1 : 1))
