import { Type } from 'typebox'
import { microsOf, newId, Problem } from '@hubfleet/core'
import { and, budgets, eq, isNull } from '@hubfleet/database'
import { loadHub } from '../hubs/hub.ts'
import { nameTaken } from '../name-taken.ts'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { NameSchema } from '../wire.ts'
import { BudgetFields, BudgetSchema, defaultThresholds, requireBudget, showBudget } from './budget.ts'

export const createBudget = verb({
  noun: 'budget', verb: 'create', summary: 'Set what a tenant, or one hub of it, may cost in a month', action: 'tenant:admin',
  description: 'It is looked at whenever costs are computed, each hour at least. What it does ends with the month, with a higher amount, or by an override.',
  input: Type.Object({
    name: NameSchema,
    hub: Type.Optional(Type.String({ minLength: 1, maxLength: 63, description: 'Id or name of the hub; without it, all of the tenant' })),
    amount: BudgetFields.amount,
    currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$', default: 'USD', description: 'Of the costs that count; others do not' })),
    thresholds: Type.Optional(BudgetFields.thresholds),
    onPlan: Type.Optional(BudgetFields.onPlan),
  }, { $id: 'BudgetCreate', additionalProperties: false }),
  answer: BudgetSchema,
  async load(context, { name, hub: ref }) {
    const { tx, tenant } = context
    const [taken] = await tx.select({ id: budgets.id }).from(budgets).where(and(eq(budgets.tenantId, tenant.id), eq(budgets.name, name)))
    if (taken) throw nameTaken('budget', name)
    const hub = ref === undefined ? null : await loadHub({ ...context, params: { hub: ref } })
    const [other] = await tx.select({ name: budgets.name }).from(budgets).where(and(eq(budgets.tenantId, tenant.id), hub ? eq(budgets.hubId, hub.id) : isNull(budgets.hubId)))
    if (other) throw new Problem('budget-exists', { of: hub ? `the hub ${hub.name}` : 'the tenant', budget: other.name })
    return hub && { id: hub.id, name: hub.name }
  },
  async plan(_context, _hub, input) {
    requireBudget(input)
    return plainPlan({ diff: [{ op: 'add', path: '', value: input }] })
  },
  async apply({ tx, tenant, now }, hub, { name, amount, currency = 'USD', thresholds = defaultThresholds, onPlan = 'warn' }) {
    const id = newId('budget')
    const [row] = await tx.insert(budgets).values({ id, tenantId: tenant.id, name, hubId: hub?.id ?? null, micros: microsOf(amount), currency, thresholds, onPlan, createdAt: now, updatedAt: now }).returning()
    return { answer: showBudget({ row: row!, hub }), subject: id, wakes: [{ type: 'budget', id }] }
  },
})
