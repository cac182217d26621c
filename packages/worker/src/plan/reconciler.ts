import { approvalReasons, completePolicy } from '@hubfleet/core'
import type { Plan } from '@hubfleet/control'
import { eq, plans, type PlanSeen, type PlanState } from '@hubfleet/database'
import { recordEvent, type Reconciler, type Target } from '@hubfleet/engine'
import type { HubWorkerOptions } from '../hub/scope.ts'
import { nextLook } from '../next-look.ts'
import { lookStep } from './look.ts'
import { openPlanScope, type PlanScope } from './scope.ts'

type PlanTarget = Target<PlanScope> & { seen?: PlanSeen }

/** A plan is a target of its own, so that one can be made of a hub that is not well, is paused, or is not there yet. */
export function planReconciler(options: HubWorkerOptions): Reconciler<PlanScope> {
  return {
    async open(id): Promise<PlanTarget | null> {
      const scope = await openPlanScope(options, id)
      if (!scope) return null
      const target: PlanTarget = { generation: 1, scope, steps: [lookStep((seen) => { target.seen = seen })], result: async () => ({ planId: id, ...outcomeOf(target) }) }
      return target
    },

    async record(tx, id, target: PlanTarget, outcome) {
      const { tenantId, createdAt, hubId } = target.scope.plan
      const ended = outcome.settlements.find(({ state }) => state !== 'succeeded')
      if (outcome.result.outcome !== 'reached' && !ended) {
        await tx.update(plans).set({ wakeAt: nextLook(outcome, { conditions: [], updatedAt: createdAt }) }).where(eq(plans.id, id))
        return
      }
      const { state, reasons } = ended ? { state: 'failed' as const, reasons: [] } : outcomeOf(target)
      await tx.update(plans).set({ state, reasons, seen: target.seen ?? null, error: ended?.error ?? null, wakeAt: null, ...(ended && { sealed: null }) }).where(eq(plans.id, id))
      await recordEvent(tx, { tenantId, type: `plan.${state}`, subject: id, hubId, data: { hub: hubId, ...(reasons.length > 0 && { reasons }) } })
    },
  }
}

function outcomeOf({ seen, scope: { plan, tenant } }: PlanTarget): { state: Exclude<PlanState, 'planning' | 'failed' | 'applied'>; reasons: string[] } {
  const { approval } = completePolicy(tenant.policy)
  const { cost, unpriced } = plan.planned as unknown as Plan
  const reasons = approvalReasons(approval, { cost, unpriced, disconnects: seen!.disruption.disconnectsUsers, connected: seen!.connected })
  return { state: reasons.length > 0 ? 'waiting-for-approval' : 'ready', reasons }
}
