import { Type } from 'typebox'
import { refuse } from '@hubfleet/core'
import { budgets, eq } from '@hubfleet/database'
import { recordEvent } from '@hubfleet/engine'
import { tenantNow } from '../control.ts'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { BudgetSchema, loadBudget, showBudget } from './budget.ts'

const longestDays = 92

export const overrideBudget = verb({
  noun: 'budget', verb: 'override', summary: 'Lift what a budget does, for a while and with a reason', action: 'tenant:admin',
  description: 'Servers may start again, and what it stopped or took back is as before. It goes on to tell. `until: null` ends an override.',
  input: Type.Object({
    until: Type.Union([Type.String({ format: 'date-time', examples: ['2026-05-29T00:00:00Z'] }), Type.Null()], { description: 'By the tenant\'s clock' }),
    reason: Type.String({ minLength: 3, maxLength: 500, description: 'Who reads the audit will want to know why', examples: ['exam week'] }),
  }, { $id: 'BudgetOverrideInput', additionalProperties: false }),
  answer: BudgetSchema,
  load: (context) => loadBudget(context, { lock: true }),
  revision: ({ row }) => row.generation,
  async plan({ control, tenant }, _budget, { until }) {
    const [now, end] = [tenantNow(control.clock, tenant).getTime(), until === null ? null : Date.parse(until)]
    if (end !== null && end <= now) refuse([{ pointer: '/until', code: 'past', detail: `This must be after now, ${new Date(now).toISOString()}; null ends an override.` }])
    if (end !== null && end > now + longestDays * 86_400_000) refuse([{ pointer: '/until', code: 'too-far', detail: `An override lasts ${longestDays} days at most; for longer, raise the amount.` }])
    return plainPlan({ diff: [{ op: 'replace', path: '/override', value: until === null ? null : { until } }] })
  },
  async apply({ tx, tenant, caller, now }, { row, hub }, { until, reason }) {
    const override = until === null ? null : { until: new Date(until).toISOString(), reason, by: caller.principal, at: now.toISOString() }
    const [changed] = await tx.update(budgets).set({ override, generation: row.generation + 1, updatedAt: now }).where(eq(budgets.id, row.id)).returning()
    await recordEvent(tx, { tenantId: tenant.id, type: 'budget.overridden', subject: row.id, hubId: row.hubId, data: { budget: row.name, until: override?.until ?? null, reason, by: caller.principal } })
    return { answer: showBudget({ row: changed!, hub }), subject: row.id, wakes: [{ type: 'budget', id: row.id }] }
  },
})
