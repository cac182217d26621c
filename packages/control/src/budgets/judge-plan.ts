import { amountOf, microsOf, Problem } from '@hubfleet/core'
import { and, budgets, eq, isNull, ne, or } from '@hubfleet/database'
import type { Plan } from '../plan.ts'
import type { Context } from '../verb.ts'

/**
 * What the budgets of a hub say to a change of it: warnings, where the month would come to more than the amount with what a whole month of the change costs. Throws
 * `budget-exceeded` where a budget refuses such a change. What makes nothing dearer is never held up.
 */
export async function judgeByBudgets({ tx, tenant, caller }: Context, hubId: string | null, cost: Plan['cost']): Promise<string[]> {
  const dearer = cost ? microsOf(cost.difference.amount) : 0n
  if (dearer <= 0n || caller.reason === 'budget') return []
  const scope = hubId === null ? isNull(budgets.hubId) : or(isNull(budgets.hubId), eq(budgets.hubId, hubId))
  const rows = await tx.select().from(budgets).where(and(eq(budgets.tenantId, tenant.id), ne(budgets.onPlan, 'allow'), scope)).orderBy(budgets.createdAt)
  return rows.flatMap(({ name, micros, currency, status, onPlan }) => {
    const expected = microsOf(status?.forecast?.expected ?? status?.actual ?? '0')
    if (currency !== cost!.difference.currency || expected + dearer <= micros) return []
    const params = { budget: name, amount: `${amountOf(micros)} ${currency}`, expected: `${amountOf(expected)} ${currency}`, more: `${amountOf(dearer)} ${currency}` }
    if (onPlan === 'refuse') throw new Problem('budget-exceeded', params)
    return [`The budget ${name} of ${params.amount} would be passed: ${params.expected} are expected this month, and a month of this change costs ${params.more} more.`]
  })
}
