import { amountOf, financeOf, lookAtBudget, nameOf, nextPeriod, ordersOf, periodStart, type BudgetLook, type Clock, type Held, type Spend } from '@hubfleet/core'
import { tenantNow, type BudgetKeeper } from '@hubfleet/control'
import { and, budgets, eq, hubs, isNull, platformScope, sql, tenants, transaction, type BudgetRow, type Database, type TenantRow, type Transaction } from '@hubfleet/database'
import { drifted, inSync, recordEvent, type PassOutcome, type Reconciler, type Step } from '@hubfleet/engine'

export interface BudgetWorkerOptions { database: Database; clock: Clock; keeper: BudgetKeeper }

interface BudgetScope {
  budget: BudgetRow
  tenant: TenantRow
  hubs: { id: string; power: 'running' | 'stopped'; seats: number }[]
  keeper: BudgetKeeper
  now: Date
  /** What the look came to; null before it. */
  found: { spend: Spend; look: BudgetLook; held: Record<string, Held>; notes: string[]; done: string[] } | null
}

/** Costs are computed each hour, and then it is looked at anyway; this is for clusters of which nobody computes any. */
const regularMs = 6 * 3_600_000

/**
 * Holds what was spent against each budget when its tenant's costs were computed anew, and does what its thresholds ask for. Changes of hubs are made before it is noted that
 * they were, each once by its idempotency key; freezes are noted with all else, in the transaction that proves the lock, and told to hubs by their own passes.
 */
export function budgetReconciler({ database, clock, keeper }: BudgetWorkerOptions): Reconciler<BudgetScope> {
  return {
    async open(id) {
      const found = await transaction(database, platformScope, async (tx) => {
        const [of] = await tx.select({ budget: budgets, tenant: tenants }).from(budgets).innerJoin(tenants, eq(tenants.id, budgets.tenantId)).where(eq(budgets.id, id))
        if (!of || of.tenant.deletedAt) return null
        const rows = await tx.select({ id: hubs.id, power: sql<'running' | 'stopped'>`${hubs.spec}->>'power'`, seats: sql<number>`(${hubs.spec}->'capacity'->>'seats')::int` }).from(hubs).where(and(inScope(of.budget), isNull(hubs.deleteRequestedAt)))
        return { ...of, hubs: rows }
      })
      if (!found) return null
      return { generation: found.budget.generation, steps: [look], scope: { ...found, keeper, now: tenantNow(clock, found.tenant), found: null } }
    },

    async record(tx, id, { scope }, outcome) {
      const { found, budget } = scope
      const [row] = await tx.select().from(budgets).where(eq(budgets.id, id)).for('update')
      if (!row) return
      if (!found) return void await tx.update(budgets).set({ wakeAt: new Date(outcome.now.getTime() + 60_000) }).where(eq(budgets.id, id))
      await tx.update(budgets).set({ month: found.look.month, held: found.held, status: statusOf(scope, found), wakeAt: nextWake(scope, found.look, outcome) }).where(eq(budgets.id, id))
      await tell(tx, budget, found)
      await freezeHubs(tx, budget, found.look.hold.freeze, outcome.now)
    },
  }
}

const inScope = ({ tenantId, hubId }: BudgetRow) => and(eq(hubs.tenantId, tenantId), hubId === null ? undefined : eq(hubs.id, hubId), isNull(hubs.deletedAt))

/** One look. One that was cut is made again. */
const look: Step<BudgetScope> = {
  name: 'look', condition: 'Ready',
  observe: async ({ found }) => (found ? inSync('looked at') : drifted('a look is due')),
  async act(scope) {
    const { budget, tenant, keeper, now } = scope
    const { notes, ...spend } = await keeper.spend(budget)
    const monthStart = periodStart('month', now, financeOf(tenant.finance).timeZone)
    const looked = lookAtBudget({ micros: budget.micros, thresholds: budget.thresholds }, spend, budget.month, { monthStart, now, override: budget.override, words: wordsOf(budget) })
    const { orders, held } = ordersOf(looked.hold, scope.hubs, budget.held)
    const failed: string[] = []
    // What it undoes and does again in one month are two things.
    const turn = `${budget.id}-${budget.generation}-${looked.month.start}-${Object.values(looked.month.crossed).toSorted().at(-1) ?? 'none'}-${budget.override?.until ?? ''}`
    for (const order of orders) {
      const reason = await keeper.enforce(budget, order, turn)
      if (reason === null) continue
      failed.push(`${order.verb} of ${order.hubId}: ${reason}`)
      if (budget.held[order.hubId]) held[order.hubId] = budget.held[order.hubId]!
      else delete held[order.hubId]
    }
    scope.found = { spend, look: looked, held, notes: [...notes, ...failed], done: orders.map(({ verb, hubId }) => `${verb} ${hubId}`) }
  },
}

/** For whoever tries to start a server. */
const wordsOf = ({ name }: BudgetRow) => (threshold: Parameters<typeof nameOf>[0]): string =>
  `No more servers are started this month: the budget "${name}" ${threshold.of === 'forecast' ? 'is expected to be' : 'is'} spent to ${threshold.percent} %. Servers that run go on. Ask whoever runs this hub; work that cannot wait can be let through.`

function statusOf({ tenant, now }: BudgetScope, { spend: { actual, forecast }, look: { thresholds, hold }, notes }: NonNullable<BudgetScope['found']>): NonNullable<BudgetRow['status']> {
  const { timeZone } = financeOf(tenant.finance)
  const from = periodStart('month', now, timeZone)
  return {
    from: from.toISOString(), to: nextPeriod('month', from, timeZone).toISOString(), actual: amountOf(actual),
    forecast: forecast && { low: amountOf(forecast.low), expected: amountOf(forecast.expected), high: amountOf(forecast.high) },
    thresholds, frozen: hold.freeze, seats: hold.seats, stopped: hold.stop, notes, weighedAt: now.toISOString(),
  }
}

/** Jobs are by our clock, and months by the tenant's. */
function nextWake({ tenant, now }: BudgetScope, { nextAt }: BudgetLook, outcome: PassOutcome): Date {
  const turn = nextPeriod('month', periodStart('month', now, financeOf(tenant.finance).timeZone), financeOf(tenant.finance).timeZone)
  const ahead = Math.min(...[nextAt ?? turn, turn].map((at) => at.getTime() - now.getTime()), regularMs)
  return new Date(outcome.now.getTime() + ahead)
}

async function tell(tx: Transaction, { id, tenantId, hubId, name, status: before }: BudgetRow, { look: { fresh, thresholds }, spend, done }: NonNullable<BudgetScope['found']>): Promise<void> {
  const of = { tenantId, subject: id, hubId }
  const expected = spend.forecast && amountOf(spend.forecast.expected)
  for (const threshold of fresh) await recordEvent(tx, { ...of, type: 'budget.crossed', data: { budget: name, threshold, actual: amountOf(spend.actual), expected } })
  const was = new Set(before?.thresholds.filter(({ inForce }) => inForce).map((each) => each.name))
  const now = new Set(thresholds.filter(({ inForce }) => inForce).map((each) => each.name))
  for (const threshold of now) if (!was.has(threshold)) await recordEvent(tx, { ...of, type: 'budget.in-force', data: { budget: name, threshold, done } })
  for (const threshold of was) if (!now.has(threshold)) await recordEvent(tx, { ...of, type: 'budget.lifted', data: { budget: name, threshold, done } })
}

/** A hub that another budget froze stays with that one; when it lets go, all others look again. */
async function freezeHubs(tx: Transaction, budget: BudgetRow, message: string | null, now: Date): Promise<void> {
  const { id, tenantId } = budget
  if (message !== null) {
    await tx.update(hubs).set({ freeze: { message, budgetId: id }, wakeAt: now }).where(and(inScope(budget), sql`(${hubs.freeze} is null or (${hubs.freeze}->>'budgetId' = ${id} and ${hubs.freeze}->>'message' <> ${message}))`))
    return
  }
  const thawed = await tx.update(hubs).set({ freeze: null, wakeAt: now }).where(and(eq(hubs.tenantId, tenantId), sql`${hubs.freeze}->>'budgetId' = ${id}`)).returning({ id: hubs.id })
  if (thawed.length > 0) await tx.update(budgets).set({ wakeAt: now }).where(and(eq(budgets.tenantId, tenantId), sql`${budgets.id} <> ${id}`))
}
