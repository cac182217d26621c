import { conditionChanges, type HubState } from '@hubfleet/core'
import { cullings, hubs, eq, type HubRow } from '@hubfleet/database'
import { recordEvent, waiting, type PassOutcome, type Reconciler, type Step, type Target } from '@hubfleet/engine'
import { conditionsOf } from '../conditions.ts'
import { nextLook } from '../next-look.ts'
import { actionOf } from './actions.ts'
import { apiAnswers, running } from './converge.ts'
import { dismantle, notKept } from './dismantle.ts'
import { openScope, type HubScope, type HubWorkerOptions } from './scope.ts'
import { stopped } from './stop.ts'
import { teardownReport } from './teardown-report.ts'

const paused: Step<HubScope> = { name: 'paused', condition: 'ReleaseInSync', observe: async () => waiting('the hub is paused; `hubfleet hub resume` goes on', 300) }

/** What must be true of a hub, and what is noted of it. */
export function hubReconciler(options: HubWorkerOptions): Reconciler<HubScope> {
  return {
    async open(id): Promise<Target<HubScope> | null> {
      const scope = await openScope(options, id)
      if (!scope) return null
      const { hub } = scope
      return {
        generation: hub.generation,
        scope,
        steps: [...(hub.deleteRequestedAt ? dismantle : hub.paused ? [paused] : hub.spec.power === 'stopped' ? stopped : running)],
        // Who is to go is not culled any more.
        ...(!hub.deleteRequestedAt && { action: actionOf, actionsAfter: apiAnswers.name }),
        result: async () => (hub.deleteRequestedAt ? reportOf(scope) : { hubId: hub.id, url: scope.status.url ?? null }),
      }
    },

    async preempted(tx, id, { scope: { hub } }) {
      const [row] = await tx.select({ deleteRequestedAt: hubs.deleteRequestedAt, paused: hubs.paused }).from(hubs).where(eq(hubs.id, id))
      return row !== undefined && ((row.deleteRequestedAt !== null && hub.deleteRequestedAt === null) || (row.paused && !hub.paused))
    },

    async record(tx, id, { generation, scope }, outcome) {
      const reached = outcome.result.outcome === 'reached'
      const [row] = await tx.select().from(hubs).where(eq(hubs.id, id)).for('update')
      if (!row) return
      // Of this very revision: another delete that came meanwhile may want something else for the homes, and ends with its own pass.
      const gone = reached && scope.hub.deleteRequestedAt !== null && row.generation === generation
      const status = { ...scope.status, observedAt: scope.now.toISOString(), ...(reached && !row.status.readyAt && scope.hub.spec.power === 'running' && !gone && { readyAt: outcome.now.toISOString() }) }
      const state = gone ? 'deleted' : stateOf(row, scope.hub, outcome)
      const conditions = conditionsOf(row.conditions, outcome, generation)
      await tx.update(hubs).set({
        status, state, conditions,
        observedGeneration: reached && !scope.hub.paused ? generation : row.observedGeneration,
        wakeAt: gone ? null : nextLook(outcome, { conditions, updatedAt: row.updatedAt }),
        ...(gone && { deletedAt: outcome.now, host: null }),
      }).where(eq(hubs.id, id))
      if (gone) await tx.delete(cullings).where(eq(cullings.hubId, id))
      if (state !== row.state) await recordEvent(tx, { tenantId: row.tenantId, type: `hub.${state}`, subject: id, data: { from: row.state, message: messageOf(outcome) } })
      const changed = conditionChanges(row.conditions, conditions)
      if (changed.length > 0) await recordEvent(tx, { tenantId: row.tenantId, type: 'hub.conditions-changed', subject: id, data: { conditions: changed } })
    },
  }
}

async function reportOf({ site, hub, cluster, status }: HubScope): Promise<Record<string, unknown>> {
  const after = await site.remnants(AbortSignal.timeout(30_000))
  return { report: teardownReport(cluster, status.teardown?.found ?? [], after, notKept(after, hub.homes)) }
}

/** For people; machines read the conditions. `now` is the row as it is, `seen` as the pass found it. */
function stateOf(now: HubRow, seen: HubRow, { result }: PassOutcome): HubState {
  if (now.deleteRequestedAt) return 'deleting'
  if (result.outcome === 'reached' && !seen.paused && now.generation === seen.generation) return seen.spec.power === 'stopped' ? 'stopped' : 'ready'
  if (seen.paused) return now.state as HubState
  const wasReady = now.status.readyAt !== undefined
  if (result.outcome === 'refused') return wasReady ? 'degraded' : result.problem.retryable ? 'creating' : 'error'
  if (!wasReady) return 'creating'
  return now.observedGeneration === now.generation && isDisturbed(result) ? 'degraded' : now.observedGeneration === now.generation ? 'ready' : 'updating'
}

/** A reached hub whose seats or nodes are still warming up serves people all the same. */
const isDisturbed = (result: PassOutcome['result']): boolean => result.outcome === 'waiting' && !['nodes', 'seats'].includes(result.at)

const messageOf = ({ result }: PassOutcome): string => (result.outcome === 'reached' ? '' : `${result.at}: ${result.outcome === 'waiting' ? result.message : result.problem.message}`)

