import { effectiveCulling, nextRound, setCondition, type Condition } from '@hubfleet/core'
import { cullings, eq, hubs, platformScope, transaction } from '@hubfleet/database'
import { recordEvent, type PassOutcome, type Reconciler } from '@hubfleet/engine'
import { openScope, type HubWorkerOptions } from '../hub/scope.ts'
import { round, type CullingScope } from './round.ts'

/** A hub that does not answer is asked again after this long. */
const againSeconds = 30

/**
 * The rounds of hubs that Hubfleet culls itself. They have a job of their own, so that a hub whose release or seats wait is culled all the
 * same, as it would be by the culler inside of it.
 */
export function cullingReconciler(options: HubWorkerOptions): Reconciler<CullingScope> {
  return {
    async open(id) {
      const [row] = await transaction(options.database, platformScope, (tx) => tx.select().from(cullings).where(eq(cullings.id, id)))
      const hub = row && (await openScope(options, row.hubId))
      if (!row || !hub || hub.hub.deleteRequestedAt || hub.hub.spec.power === 'stopped') return null
      return { generation: hub.hub.generation, steps: [round], scope: { row, hub, culled: [], said: null } }
    },

    async record(tx, id, { scope: { hub: { hub, now }, culled, said }, generation }, outcome) {
      const { rowCount } = await tx.update(cullings).set({ wakeAt: nextWake(outcome, hub.spec, now), ...(said && { warnings: said.warnings, roundAt: now }) }).where(eq(cullings.id, id))
      if (!rowCount) return // it is culled by the chart again
      const of = { tenantId: hub.tenantId, subject: hub.id }
      if (said && said.fresh.length > 0) await recordEvent(tx, { ...of, type: 'hub.cull-ahead', data: { hub: hub.name, servers: said.fresh } })
      if (culled.length > 0) await recordEvent(tx, { ...of, type: 'hub.culled', data: { hub: hub.name, servers: culled } })
      const [row] = await tx.select({ conditions: hubs.conditions }).from(hubs).where(eq(hubs.id, hub.id)).for('update')
      if (row && outcome.result.outcome !== 'waiting') await tx.update(hubs).set({ conditions: withCulling(row.conditions, outcome, generation) }).where(eq(hubs.id, hub.id))
    },
  }
}

/** Rounds are by the clock of the cluster, and jobs by ours. */
function nextWake({ result, now }: PassOutcome, spec: Parameters<typeof effectiveCulling>[0], clusterNow: Date): Date {
  const regular = nextRound(effectiveCulling(spec), clusterNow).getTime() - clusterNow.getTime()
  return new Date(now.getTime() + (result.outcome === 'reached' ? regular : Math.min(regular, againSeconds * 1000)))
}

function withCulling(conditions: readonly Condition[], { result, observations, now }: PassOutcome, observedGeneration: number): Condition[] {
  const last = observations.at(-1)!.observation
  const [status, reason, message] = result.outcome === 'refused' ? ['False', 'RoundFailed', `${result.problem.message} ${result.problem.nextStep}`] as const : ['True', 'InSync', 'message' in last ? last.message : ''] as const
  return setCondition(conditions, { type: 'CullingReady', status, reason, message: `${round.name}: ${message}`, observedGeneration }, now)
}
