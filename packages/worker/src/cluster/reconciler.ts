import { conditionChanges, setCondition, type ClusterState, type Condition } from '@hubfleet/core'
import { claims, clusters, eq, meteringId, meterings, platformScope, sql, transaction, type ClusterRow, type Database } from '@hubfleet/database'
import { recordEvent, type PassOutcome, type Reconciler } from '@hubfleet/engine'
import { conditionsOf } from '../conditions.ts'
import type { Handles } from '../handles.ts'
import { nextLook } from '../next-look.ts'
import { managed, reachable } from './converge.ts'
import { dismantle } from './dismantle.ts'
import { wantedOf, type ClusterScope, type ClusterStatus } from './scope.ts'
import { teardownReport } from './teardown-report.ts'

export interface ClusterWorkerOptions { database: Database; handles: Handles; /** Wakes the hubs of a cluster that became able to hold them. */ wakeHubs(clusterId: string): Promise<void> }

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
      const wanted = wantedOf(cluster, Object.fromEntries(sums.map(({ pool, nodes }) => [pool, nodes])))
      const scope: ClusterScope = { cluster, handles, machines: () => handles.machines(cluster), wanted, status: { ...cluster.status } as ClusterStatus }
      return {
        generation: cluster.generation, scope, steps: stepsOf(scope, database),
        result: async () => ({ clusterId: id, ...(cluster.deleteRequestedAt && cluster.managed && { report: await teardownReport(scope) }) }),
      }
    },

    async preempted(tx, id, { scope: { cluster } }) {
      const [row] = await tx.select({ deleteRequestedAt: clusters.deleteRequestedAt }).from(clusters).where(eq(clusters.id, id))
      return row !== undefined && row.deleteRequestedAt !== null && cluster.deleteRequestedAt === null
    },

    async record(tx, id, { generation, scope }, outcome) {
      const reached = outcome.result.outcome === 'reached'
      const [row] = await tx.select().from(clusters).where(eq(clusters.id, id)).for('update')
      if (!row) return
      const ended = reached && scope.cluster.deleteRequestedAt !== null && row.generation === generation
      const state = ended ? 'deleted' : stateOf(row, scope, outcome)
      const conditions = withLoss(conditionsOf(row.conditions, outcome, generation), outcome, generation)
      await tx.update(clusters).set({
        state, status: scope.status, conditions, observedGeneration: reached ? generation : row.observedGeneration,
        wakeAt: ended ? null : nextLook(outcome, { conditions, updatedAt: row.updatedAt }), ...(ended && { deletedAt: outcome.now, access: null }),
      }).where(eq(clusters.id, id))
      if (state !== row.state) await recordEvent(tx, { tenantId: row.tenantId, type: `cluster.${state}`, subject: id, data: { from: row.state } })
      const changed = conditionChanges(row.conditions, conditions)
      if (changed.length > 0) await recordEvent(tx, { tenantId: row.tenantId, type: 'cluster.conditions-changed', subject: id, data: { conditions: changed } })
      if (ended) await tx.delete(meterings).where(eq(meterings.clusterId, id))
      else if (reached) await tx.insert(meterings).values({ id: meteringId(id), clusterId: id, tenantId: row.tenantId, wakeAt: outcome.now }).onConflictDoNothing()
      if (ended) await handles.forget(id)
      else if (reached && (state !== row.state || JSON.stringify(row.status['pools']) !== JSON.stringify(scope.status['pools']))) await wakeHubs(id)
    },
  }
}

function stepsOf(scope: ClusterScope, database: Database) {
  const { cluster } = scope
  if (cluster.deleteRequestedAt) return cluster.managed ? dismantle(scope, database) : []
  return cluster.managed ? managed(scope) : [reachable]
}

/** What was ready is not when it is lost. */
function withLoss(conditions: Condition[], { result, now }: PassOutcome, observedGeneration: number): Condition[] {
  if (result.outcome !== 'refused' || result.problem.code !== 'cluster-vanished') return conditions
  return setCondition(conditions, { type: 'Ready', status: 'False', reason: 'ClusterVanished', message: `${result.problem.message} ${result.problem.nextStep}`, observedGeneration }, now)
}

function stateOf(row: ClusterRow, { wanted, status }: ClusterScope, { result }: PassOutcome): ClusterState {
  if (row.deleteRequestedAt) return 'deleting'
  if (result.outcome === 'reached') return wanted.stopped ? 'stopped' : 'ready'
  const wasReady = status.madeFor !== undefined || row.observedGeneration > 0
  if (result.outcome === 'refused') return wasReady ? 'degraded' : 'error'
  return wasReady ? 'updating' : 'creating'
}
