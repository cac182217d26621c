import { specOf } from '@hubfleet/control'
import { claims, clusters, eq, platformScope, sql, transaction, type ClusterRow, type Database } from '@hubfleet/database'
import { drifted, inSync, recordEvent, waiting, type PassOutcome, type Reconciler, type Step } from '@hubfleet/engine'
import type { ClusterMachines } from '@hubfleet/providers'
import { conditionsOf } from '../conditions.ts'
import type { Handles } from '../handles.ts'
import { nextLook } from '../next-look.ts'

export interface ClusterWorkerOptions { database: Database; handles: Handles; /** Wakes the hubs of a cluster that became able to hold them. */ wakeHubs(clusterId: string): Promise<void> }

interface ClusterScope {
  cluster: ClusterRow
  handles: Handles
  machines(): Promise<ClusterMachines>
  /** Nodes that each pool is to have: what an operator wants at least, or what hubs claim together. */
  wanted: Record<string, number>
  status: Record<string, unknown>
}

type ClusterStep = Step<ClusterScope>

const exists: ClusterStep = {
  name: 'machines', condition: 'ClusterReachable',
  async observe({ machines }, signal) {
    const { exists: there, busy } = await (await machines()).observe(signal)
    if (busy) return waiting(busy, 2)
    return there ? inSync('made') : drifted('to be made')
  },
  act: async ({ machines }, signal) => (await machines()).create(signal),
}

/** The sum of the claims sets a pool; a hub never does. */
const pools: ClusterStep = {
  name: 'pools', condition: 'CapacityReady',
  async observe(scope, signal) {
    const { pools: there } = await (await scope.machines()).observe(signal)
    scope.status['pools'] = there
    const off = there.filter((p) => p.wanted !== (scope.wanted[p.name] ?? 0))
    if (off.length > 0) return drifted(off.map((p) => `${p.name}: ${p.wanted} nodes, ${scope.wanted[p.name] ?? 0} wanted`).join('; '))
    const slow = there.filter((p) => p.ready !== p.wanted)
    if (slow.length > 0) return waiting(slow.map((p) => `${p.name}: ${p.ready} of ${p.wanted} nodes ready`).join('; '), 1)
    return inSync(there.map((p) => `${p.name} ${p.ready}`).join(', '))
  },
  async act({ machines, wanted }, signal) {
    const { observe, resize } = await machines().then((m) => ({ observe: () => m.observe(signal), resize: (name: string, nodes: number) => m.resize(name, nodes, signal) }))
    for (const pool of (await observe()).pools) if (pool.wanted !== (wanted[pool.name] ?? 0)) await resize(pool.name, wanted[pool.name] ?? 0)
  },
}

const reachable: ClusterStep = {
  name: 'preflight', condition: 'Ready',
  async observe({ cluster, handles, status }, signal) {
    const { nodes, ...found } = await handles.preflight(cluster, signal)
    Object.assign(status, found, { nodes: nodes.length, machineTypes: [...new Set(nodes.map((n) => n.machineType))] })
    return inSync(`Kubernetes ${found.version}, ${nodes.length} nodes`)
  },
}

const gone: ClusterStep = {
  name: 'machines', condition: 'Deleting',
  async observe({ machines }, signal) {
    const { exists: there, busy } = await (await machines()).observe(signal)
    return there ? (busy ? waiting(busy, 2) : drifted('still there')) : inSync('gone')
  },
  act: async ({ machines }, signal) => (await machines()).delete(signal),
}

const nothingBills: ClusterStep = {
  name: 'second look', condition: 'Deleting',
  async observe({ machines }, signal) {
    const left = await (await machines()).billables(signal)
    return left.length === 0 ? inSync('nothing bills any more') : waiting(`still bills: ${left.slice(0, 5).map((r) => `${r.kind} ${r.name}`).join(', ')}`, 5)
  },
}

/** What must be true of a cluster. A registered one is only looked at. */
export function clusterReconciler({ database, handles, wakeHubs }: ClusterWorkerOptions): Reconciler<ClusterScope> {
  return {
    async open(id) {
      const found = await transaction(database, platformScope, async (tx) => {
        const [cluster] = await tx.select().from(clusters).where(eq(clusters.id, id))
        const sums = await tx.select({ pool: claims.pool, nodes: sql<number>`sum(${claims.nodes})::int` }).from(claims).where(eq(claims.clusterId, id)).groupBy(claims.pool)
        return cluster && { cluster, sums }
      })
      if (!found || found.cluster.deletedAt) return null
      const { cluster, sums } = found
      const wanted = Object.fromEntries((specOf(cluster).pools ?? []).map((p) => [p.name, Math.min(p.max, Math.max(p.min, sums.find((s) => s.pool === p.name)?.nodes ?? 0))]))
      const machines = async () => (await handles.get(cluster)).machines!
      const steps = cluster.deleteRequestedAt ? (cluster.managed ? [gone, nothingBills] : []) : cluster.managed ? [exists, pools, reachable] : [reachable]
      return { generation: cluster.generation, steps, scope: { cluster, handles, machines, wanted, status: { ...cluster.status } }, result: async () => ({ clusterId: id }) }
    },

    async record(tx, id, { generation, scope }, outcome) {
      const reached = outcome.result.outcome === 'reached'
      const [row] = await tx.select().from(clusters).where(eq(clusters.id, id)).for('update')
      if (!row) return
      const ended = reached && scope.cluster.deleteRequestedAt !== null
      const state = ended ? 'deleted' : stateOf(row, outcome)
      const conditions = conditionsOf(row.conditions, outcome, generation)
      await tx.update(clusters).set({
        state, status: scope.status, conditions, observedGeneration: reached ? generation : row.observedGeneration,
        wakeAt: ended ? null : nextLook(outcome, { conditions, updatedAt: row.updatedAt }), ...(ended && { deletedAt: outcome.now, access: null }),
      }).where(eq(clusters.id, id))
      if (state !== row.state) await recordEvent(tx, { tenantId: row.tenantId, type: `cluster.${state}`, subject: id, data: { from: row.state } })
      if (ended) await handles.forget(id)
      else if (reached && (state !== row.state || JSON.stringify(row.status['pools']) !== JSON.stringify(scope.status['pools']))) await wakeHubs(id)
    },
  }
}

function stateOf(row: ClusterRow, { result }: PassOutcome): string {
  if (row.deleteRequestedAt) return 'deleting'
  if (result.outcome === 'reached') return 'ready'
  const wasReady = row.observedGeneration > 0
  if (result.outcome === 'refused') return wasReady ? 'degraded' : 'error'
  return wasReady ? 'updating' : 'creating'
}
