import { and, asc, budgets, eq } from '@hubfleet/database'
import { pageInput, pageOf, paginate, rowsAfter } from '../pagination.ts'
import { query } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { BudgetSchema, loadBudget, selectBudgets, showBudget } from './budget.ts'

export const getBudget = query({
  noun: 'budget', verb: 'get', summary: 'A budget, and how far the month is', action: 'tenant:read', input: Nothing, answer: BudgetSchema,
  run: async (context) => showBudget(await loadBudget(context)),
  revision: (budget) => budget['generation'] as number,
})

export const listBudgets = query({
  noun: 'budget', verb: 'list', summary: 'The budgets of a tenant, and how far the month is', action: 'tenant:read', input: pageInput({}), answer: pageOf(BudgetSchema, 'BudgetPage'),
  run: ({ tx, control, tenant }, input) => paginate(control, 'budgets', input, tenant.id, async (after, count) => {
    const rows = await selectBudgets(tx).where(and(eq(budgets.tenantId, tenant.id), rowsAfter(budgets, after))).orderBy(asc(budgets.createdAt), asc(budgets.id)).limit(count)
    return rows.map((budget) => ({ createdAt: budget.row.createdAt, id: budget.row.id, budget }))
  }, ({ budget }) => showBudget(budget)),
})
