import { budgets, eq, hubs, sql } from '@hubfleet/database'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { BudgetSchema, loadBudget, showBudget } from './budget.ts'

export const deleteBudget = verb({
  noun: 'budget', verb: 'delete', summary: 'Delete a budget', description: 'Servers that it froze may start again. Hubs that it stopped stay so until somebody starts them.', action: 'tenant:admin',
  input: Nothing,
  answer: BudgetSchema,
  load: (context) => loadBudget(context, { lock: true }),
  revision: ({ row }) => row.generation,
  async plan({ tx }, { row }) {
    const held = Object.keys(row.held)
    const names = held.length === 0 ? [] : (await tx.select({ name: hubs.name }).from(hubs).where(sql`${hubs.id} = any(${sql.param(held)}::text[])`).orderBy(hubs.name)).map(({ name }) => name)
    return plainPlan({ warnings: names.length > 0 ? [`What it stopped or took seats from stays so: ${names.join(', ')}. To have it undone, override the budget first.`] : [] })
  },
  async apply({ tx }, budget) {
    const thawed = await tx.update(hubs).set({ freeze: null }).where(sql`${hubs.freeze}->>'budgetId' = ${budget.row.id}`).returning({ id: hubs.id })
    await tx.delete(budgets).where(eq(budgets.id, budget.row.id))
    return { answer: showBudget(budget), subject: budget.row.id, wakes: thawed.map(({ id }) => ({ type: 'hub', id })) }
  },
})
