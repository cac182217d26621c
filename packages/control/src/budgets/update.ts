import { Type } from 'typebox'
import { amountOf, canonicalJson, microsOf } from '@hubfleet/core'
import { budgets, eq } from '@hubfleet/database'
import { plainPlan, type Plan } from '../plan.ts'
import { verb } from '../verb.ts'
import { BudgetFields, BudgetSchema, loadBudget, requireBudget, showBudget } from './budget.ts'

export const updateBudget = verb({
  noun: 'budget', verb: 'update', summary: 'Change the amount of a budget, or what it does', action: 'tenant:admin',
  description: 'It is looked at at once: what a higher amount does not call for any more is undone.',
  input: Type.Object({ amount: Type.Optional(BudgetFields.amount), thresholds: Type.Optional(BudgetFields.thresholds), onPlan: Type.Optional(BudgetFields.onPlan) }, { $id: 'BudgetUpdate', additionalProperties: false, minProperties: 1 }),
  answer: BudgetSchema,
  load: (context) => loadBudget(context, { lock: true }),
  revision: ({ row }) => row.generation,
  async plan(_context, { row }, input) {
    requireBudget(input)
    const before = { amount: amountOf(row.micros), thresholds: row.thresholds, onPlan: row.onPlan }
    const after = { ...before, ...input, ...(input.amount !== undefined && { amount: amountOf(microsOf(input.amount)) }) }
    const diff: Plan['diff'] = (['amount', 'thresholds', 'onPlan'] as const).filter((name) => canonicalJson(before[name]) !== canonicalJson(after[name])).map((name) => ({ op: 'replace', path: `/${name}`, value: after[name] }))
    return plainPlan({ diff, effect: after })
  },
  async apply({ tx, now }, { row, hub }, _input, { diff, effect: { amount, thresholds, onPlan } }) {
    if (diff.length === 0) return { answer: showBudget({ row, hub }), subject: row.id }
    const [changed] = await tx.update(budgets).set({ micros: microsOf(amount), thresholds, onPlan, generation: row.generation + 1, updatedAt: now }).where(eq(budgets.id, row.id)).returning()
    return { answer: showBudget({ row: changed!, hub }), subject: row.id, wakes: [{ type: 'budget', id: row.id }] }
  },
})
