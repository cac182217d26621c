import { financeOf, nextPeriod, periodStart } from '@hubfleet/core'
import { and, budgets, eq, gt, isNull, lockPersons, or, platformScope, sql, tenants, transaction, type Database, type Transaction } from '@hubfleet/database'
import { markDue, periodsOf, takeDue, underNewClock, type Due } from './due.ts'

const finerOf = { day: 'hour', month: 'day' } as const
type Longer = keyof typeof finerOf

/** A month of a large tenant is a million rows. */
const mostMs = 300_000

/**
 * Computes a day of a tenant from its hours, or a month from its days, anew and as a whole. It is taken off the list first: what is marked while it is computed waits for
 * the end of that, and makes it due again. False when another worker was quicker.
 */
export async function rollPeriod(database: Database, due: Due & { grain: Longer }): Promise<boolean> {
  return transaction(database, platformScope, async (tx) => {
    await tx.execute(sql`select set_config('statement_timeout', ${String(mostMs)}, true)`)
    await lockPersons(tx, [due.tenantId], 'shared')
    if (!(await takeDue(tx, due))) return false
    const { grain, tenantId, start } = due
    const [tenant] = await tx.select({ finance: tenants.finance, hoursFrom: tenants.hoursFrom }).from(tenants).where(eq(tenants.id, tenantId))
    const { timeZone } = financeOf(tenant?.finance ?? null)
    if (periodStart(grain, start, timeZone).getTime() !== start.getTime()) await markDue(tx, underNewClock(due, timeZone))
    else if (grain === 'month' || !tenant?.hoursFrom || start >= tenant.hoursFrom) await replacePeriod(tx, { grain, tenantId, start, end: nextPeriod(grain, start, timeZone) })
    if (grain === 'day') await tx.update(budgets).set({ wakeAt: sql`now()` }).where(and(eq(budgets.tenantId, tenantId), or(isNull(budgets.wakeAt), gt(budgets.wakeAt, sql`now()`))))
    if (grain === 'day') await markDue(tx, periodsOf('month', tenantId, [start], timeZone))
    return true
  })
}

interface Period { grain: Longer; tenantId: string; start: Date; end: Date }

async function replacePeriod(tx: Transaction, period: Period): Promise<void> {
  // Where what was known of single users was erased, what was made of it stays as it is; only bills can still change such a period.
  const erased = await userDetailIsGone(tx, period)
  if (!erased) await replaceCosts(tx, 'user', period)
  await replaceCosts(tx, 'hub', period)
  await replaceCosts(tx, 'tenant', period)
  if (erased) return
  await replaceUsages(tx, 'hub', period)
  await replaceUsages(tx, 'tenant', period)
}

type Of = 'user' | 'hub' | 'tenant'

const within = (level: string, { tenantId, start, end }: Period) => sql`level = ${level} and tenant_id = ${tenantId} and start >= ${start} and start < ${end}`

async function userDetailIsGone(tx: Transaction, period: Period): Promise<boolean> {
  const finer = finerOf[period.grain]
  const { rows } = await tx.execute(sql`select exists (select from cost_rollups where ${within(`hub-${finer}`, period)}) and not exists (select from cost_rollups where ${within(`user-${finer}`, period)}) as gone`)
  return rows[0]!['gone'] === true
}

/** Amounts pass over what has no price. What was billed is known when a bill tells of all of it. */
async function replaceCosts(tx: Transaction, of: Of, period: Period): Promise<void> {
  const level = `${of}-${period.grain}`
  await tx.execute(sql`delete from cost_rollups where ${within(level, period)}`)
  await tx.execute(sql`
    insert into cost_rollups (level, tenant_id, start, cluster_id, hub_id, component, pool, group_name, user_name, micros, billed_micros, currency, seconds, core_seconds, gib_seconds, unpriced_seconds)
    select ${level}, ${period.tenantId}, ${period.start}::timestamptz, cluster_id, hub_id, component, pool, group_name, user_name, sum(micros), case when bool_and(billed_micros is not null) then sum(billed_micros) end,
      min(currency), sum(seconds), sum(core_seconds), sum(gib_seconds), sum(unpriced_seconds)
    from cost_rollups where ${within(`${of}-${finerOf[period.grain]}`, period)}
    group by cluster_id, hub_id, component, pool, group_name, user_name`)
}

/** People are counted once in a period, so they are counted in what was just made of it for each of them; by their names in all hubs of a tenant. */
async function replaceUsages(tx: Transaction, of: 'hub' | 'tenant', period: Period): Promise<void> {
  const level = `${of}-${period.grain}`
  const hub = of === 'hub' ? sql`hub_id` : sql`''`
  await tx.execute(sql`delete from usage_rollups where ${within(level, period)}`)
  await tx.execute(sql`
    insert into usage_rollups (level, tenant_id, start, cluster_id, hub_id, users, peak_servers, peak_nodes, server_seconds, gap_seconds)
    select ${level}, ${period.tenantId}, ${period.start}::timestamptz, u.cluster_id, u.hub_id, coalesce(p.users, 0), u.peak_servers, u.peak_nodes, u.server_seconds, u.gap_seconds
    from (select cluster_id, hub_id, max(peak_servers) as peak_servers, max(peak_nodes) as peak_nodes, sum(server_seconds) as server_seconds, sum(gap_seconds) as gap_seconds
      from usage_rollups where ${within(`${of}-${finerOf[period.grain]}`, period)} group by cluster_id, hub_id) u
    left join (select cluster_id, ${hub} as hub_id, count(distinct user_name) as users
      from cost_rollups where ${within(`user-${period.grain}`, period)} and component = 'servers' and user_name <> '' group by 1, 2) p on p.cluster_id = u.cluster_id and p.hub_id = u.hub_id`)
}
