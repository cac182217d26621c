import { isProblem, microsOf, newId, type Order, type Spend } from '@hubfleet/core'
import { eq, platformScope, tenants, transaction, type BudgetRow } from '@hubfleet/database'
import type { Caller } from '../caller.ts'
import type { Control } from '../control.ts'
import { reportCost } from '../costs/report.ts'
import { execute, read } from '../execute.ts'
import { startHub, stopHub } from '../hubs/power.ts'
import { scaleHub } from '../hubs/scale.ts'

/** What the keeper of budgets asks and does through the same doors as everybody. */
export interface BudgetKeeper {
  /** What the month costs so far, as a report says it, and what of it is not known. */
  spend(budget: BudgetRow): Promise<Spend & { notes: string[] }>
  /** A change of a hub, as any key of an operator may make it. `turn`: the same again is done once. Answers why it could not be done, in words; null when it was. */
  enforce(budget: BudgetRow, order: Order, turn: string): Promise<string | null>
}

export const budgetKeeper = (control: Control): BudgetKeeper => ({
  async spend(budget) {
    const { totals, notes } = await read(control, reportCost, { caller: await callerOf(control, budget), params: { tenant: budget.tenantId }, input: { forecast: true, ...(budget.hubId && { hub: [budget.hubId] }) } }) as unknown as Report
    const total = totals.find(({ currency }) => currency === budget.currency)
    const others = totals.map(({ currency }) => currency).filter((currency) => currency !== budget.currency)
    const forecast = total?.forecast ?? null
    return {
      actual: microsOf(total?.total ?? '0'), forecast: forecast && { low: microsOf(forecast.low), expected: microsOf(forecast.expected), high: microsOf(forecast.high) },
      notes: [...notes, ...(others.length > 0 ? [`What is in ${others.join(' and ')} does not count here.`] : [])],
    }
  },

  async enforce(budget, order, turn) {
    const [verb, input] = order.verb === 'scale' ? [scaleHub, { seats: order.seats }] : [order.verb === 'stop' ? stopHub : startHub, {}]
    try {
      await execute(control, verb, { caller: await callerOf(control, budget), params: { tenant: budget.tenantId, hub: order.hubId }, input, idempotencyKey: `budget-${turn}-${order.hubId}-${order.verb}` })
      return null
    } catch (error) {
      if (!isProblem(error) || error.retryable) throw error
      return `${error.message} ${error.nextStep}`
    }
  },
})

interface Report { totals: { currency: string; total: string | null; forecast: { low: string; expected: string; high: string } | null }[]; notes: string[] }

async function callerOf({ database }: Control, { id, tenantId }: BudgetRow): Promise<Caller> {
  const [tenant] = await transaction(database, platformScope, (tx) => tx.select({ name: tenants.name }).from(tenants).where(eq(tenants.id, tenantId)))
  return { principal: id, tenantId, tenantName: tenant?.name ?? tenantId, role: 'operator', requestId: newId('req'), reason: 'budget' }
}
