import { Type } from 'typebox'
import { and, asc, eq, plans } from '@hubfleet/database'
import { pageInput, pageOf, paginate, rowsAfter } from '../pagination.ts'
import { query } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { loadPlan, PlanSummarySchema, SavedPlanSchema, showSavedPlan, showSummary } from './saved-plan.ts'

export const getPlan = query({
  noun: 'plan', verb: 'get', summary: 'A plan: in words first, then in detail', action: 'tenant:read',
  input: Nothing,
  answer: SavedPlanSchema,
  run: async (context) => showSavedPlan(await loadPlan(context), context.control.clock.now()),
})

export const listPlans = query({
  noun: 'plan', verb: 'list', summary: 'The saved plans of a tenant', action: 'tenant:read',
  input: pageInput({ hub: Type.Optional(Type.String({ description: 'Only those of this hub, by its id' })), state: Type.Optional(Type.String({ description: 'Only those in this state; expired ones have the state in which they expired' })) }),
  answer: pageOf(PlanSummarySchema, 'PlanPage'),
  run: ({ tx, control, tenant }, input) => paginate(control, 'plans', input, [tenant.id, input.hub, input.state], (after, count) =>
    tx.select().from(plans)
      .where(and(eq(plans.tenantId, tenant.id), input.hub ? eq(plans.hubId, input.hub) : undefined, input.state ? eq(plans.state, input.state as 'ready') : undefined, rowsAfter(plans, after)))
      .orderBy(asc(plans.createdAt), asc(plans.id)).limit(count),
  (row) => showSummary(row, control.clock.now())),
})
