import { Problem } from '@hubfleet/core'
import { eq, plans } from '@hubfleet/database'
import { mayBe } from '../keys/holder.ts'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { isExpired, loadPlan, SavedPlanSchema, showSavedPlan } from './saved-plan.ts'

export const approvePlan = verb({
  noun: 'plan', verb: 'approve', summary: 'Let a plan beyond the tenant\'s limits be applied', description: 'By another person: not with the key that made it, nor with one that descends from the same key of the tenant.', action: 'plan:approve',
  input: Nothing,
  answer: SavedPlanSchema,
  load: (context) => loadPlan(context, { lock: true }),
  async plan({ caller, now }, row) {
    if (isExpired(row, now) || row.state !== 'waiting-for-approval') throw new Problem('plan-not-ready', { plan: row.id, state: isExpired(row, now) ? 'expired' : row.state === 'ready' ? 'ready: it waits for nobody' : row.state })
    if (mayBe(caller, row.holder)) throw new Problem('approval-own', { plan: row.id, why: caller.principal === row.createdBy ? 'it was made with this key' : `its key and this one descend from the same key, ${row.holder}` })
    return plainPlan()
  },
  async apply({ tx, caller, now }, row) {
    const [approved] = await tx.update(plans).set({ state: 'ready', approvedBy: caller.principal, approvedAt: now }).where(eq(plans.id, row.id)).returning()
    return { answer: showSavedPlan(approved!, now), subject: row.id }
  },
})
