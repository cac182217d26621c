import { and, budgets, eq, isNull, sql, type BudgetRow } from '@hubfleet/database'
import type { ReadContext } from '../verb.ts'

/** What the budgets of a whole tenant hold hubs to just now, and so a hub that is made meanwhile. */
export const tenantHolds = ({ tx, tenant }: Pick<ReadContext, 'tx' | 'tenant'>): Promise<BudgetRow[]> =>
  tx.select().from(budgets).where(and(eq(budgets.tenantId, tenant.id), isNull(budgets.hubId), sql`(${budgets.status}->>'frozen' is not null or ${budgets.status}->>'seats' is not null or ${budgets.status}->>'stopped' = 'true')`)).orderBy(budgets.createdAt)

/** For whoever makes a hub meanwhile. */
export const holdWarnings = (holds: readonly BudgetRow[]): string[] => holds.map(({ name, status }) =>
  `The budget ${name} is spent: the hub ${status!.stopped ? 'is stopped as soon as it is made' : status!.frozen !== null ? 'lets only admins start servers' : `keeps no more than ${status!.seats} seats warm`}, until the month ends, the budget is raised or overridden.`)

/** What a hub that is made begins with. */
export const frozenBy = (holds: readonly BudgetRow[]): { message: string; budgetId: string } | null => {
  const hold = holds.find(({ status }) => status!.frozen !== null)
  return hold ? { message: hold.status!.frozen!, budgetId: hold.id } : null
}
