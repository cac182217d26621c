import { Problem } from '@hubfleet/core'
import { eq, plans } from '@hubfleet/database'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { loadPlan, SavedPlanSchema, showSavedPlan } from './saved-plan.ts'

export const deletePlan = verb({
  noun: 'plan', verb: 'delete', summary: 'Throw a plan away', description: 'What was applied of it stays.', action: 'hub:operate',
  input: Nothing,
  answer: SavedPlanSchema,
  load: (context) => loadPlan(context, { lock: true }),
  async plan(_context, row) {
    // its operation would be left without an end
    if (row.state === 'planning') throw new Problem('plan-not-ready', { plan: row.id, state: 'still being made' })
    return plainPlan()
  },
  async apply({ tx, now }, row) {
    await tx.delete(plans).where(eq(plans.id, row.id))
    return { answer: showSavedPlan(row, now), subject: row.id }
  },
})
