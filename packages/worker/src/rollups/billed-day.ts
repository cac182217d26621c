import { measuredOf } from '@hubfleet/core'
import { lockPersons, platformScope, sql, transaction, type Database, type Transaction } from '@hubfleet/database'
import { markDue, takeDue, type Due } from './due.ts'

/** Whoever writes hours of a cluster shares this until its transaction ends; whoever writes what they were billed has it alone. So no hour can be written unbilled past a bill. */
export const lockBilling = (tx: Transaction, clusterId: string, mode: 'shared' | 'alone') => tx.execute(sql`select ${sql.raw(mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock')}(hashtextextended(${`billing ${clusterId}`}, 0))`)

const componentMap = sql.param(Object.entries(measuredOf).flatMap(([billed, measured]) => measured.map(() => billed)))
const measuredMap = sql.param(Object.values(measuredOf).flat())

/**
 * Writes what a cluster's day of UTC was billed into its hours: each component's amount by what the hours, hubs and users in it cost at list prices (by how long they were
 * there, where no price is known), to the micro. What is billed and was not measured goes to `unallocated`, evenly over the day; what was measured and is not billed was
 * billed nothing. Where no bill tells of the day, nothing is known. False when another worker was quicker.
 */
export async function rollBilledDay(database: Database, due: Due): Promise<boolean> {
  return transaction(database, platformScope, async (tx) => {
    await lockPersons(tx, await tenantsIn(tx, due), 'shared')
    await lockBilling(tx, due.ofId, 'alone')
    if (!(await takeDue(tx, due))) return false
    const day: Day = { clusterId: due.ofId, ownerId: due.tenantId, start: due.start, end: new Date(due.start.getTime() + 86_400_000) }
    const before = await daysTouched(tx, day)
    await tx.execute(sql`delete from cost_rollups where ${hours(day)} and component = 'unallocated'`)
    await tx.execute(sql`delete from billed_days where cluster_id = ${day.clusterId} and day = ${dateOf(day)}`)
    await tx.execute(sql`update cost_rollups set billed_micros = null where ${hours(day)} and billed_micros is not null`)
    const { rows: [told] } = await tx.execute(sql`select exists (select from bill_charges where cluster_id = ${day.clusterId} and day = ${dateOf(day)}) as told`)
    if (told!['told'] === true) {
      await divide(tx, day)
      await keepRest(tx, day)
      await reconcile(tx, day)
    }
    await markDue(tx, [...before, ...await daysTouched(tx, day)])
    return true
  })
}

async function tenantsIn(tx: Transaction, { ofId, tenantId }: Due): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`select distinct tenant_id as id from hubs where cluster_id = ${ofId} union select ${tenantId}`)
  return rows.map(({ id }) => id)
}

interface Day { clusterId: string; ownerId: string; start: Date; end: Date }

const dateOf = ({ start }: Day) => sql`${start.toISOString().slice(0, 10)}::date`
/** Tenants that have anything in the cluster are named, so that the index of each partition finds the rows. */
const hours = ({ clusterId, start, end }: Day) => sql`level in ('user-hour', 'hub-hour', 'tenant-hour')
  and tenant_id in (select tenant_id from hubs where cluster_id = ${clusterId} union select tenant_id from clusters where id = ${clusterId} union select tenant_id from usage_rollups where level = 'hub-hour' and cluster_id = ${clusterId} and start >= ${start} and start < ${end})
  and start >= ${start} and start < ${end} and cluster_id = ${clusterId}`

/** Hours at the finest level that a tenant still has of them, with what a bill calls each component. */
const finest = (day: Day) => sql`(
  select r.level, r.tenant_id, r.start, r.hub_id, r.component, r.pool, r.group_name, r.user_name, r.micros, r.seconds, r.unpriced_seconds, m.billed as class
  from cost_rollups r join unnest(${componentMap}::text[], ${measuredMap}::text[]) as m(billed, measured) on m.measured = r.component
  where ${hours(day)} and (r.level = 'user-hour' or r.level = 'hub-hour' and not exists (select from cost_rollups u where u.level = 'user-hour' and u.tenant_id = r.tenant_id and u.start >= ${day.start} and u.start < ${day.end} and u.cluster_id = ${day.clusterId} and u.component <> 'unallocated')))`

/**
 * Each row's part is the difference of what is due to all rows up to it and to all before it, each rounded: so parts add up to the whole. Prices that are not known count by
 * seconds only where nothing of the component has one.
 */
async function divide(tx: Transaction, day: Day): Promise<void> {
  const at = sql`cluster_id = ${day.clusterId} and day = ${dateOf(day)}`
  await tx.execute(sql`
    with rows as materialized ${finest(day)},
    charges as (select hub_id, component as class, sum(micros)::numeric as micros from bill_charges where ${at} group by 1, 2),
    met as (
      select c.hub_id as charged, c.class, c.micros as whole, r.level, r.tenant_id, r.start, r.hub_id, r.component, r.pool, r.group_name, r.user_name, coalesce(r.micros, 0)::numeric as cost, r.seconds::numeric as seconds,
        sum(coalesce(r.micros, 0)::numeric) over w as costs
      from charges c join rows r on r.class = c.class and (c.hub_id = '' or r.hub_id = c.hub_id) window w as (partition by c.hub_id, c.class)),
    weighed as (select *, case when costs > 0 then cost else seconds end as weight from met),
    summed as (
      select *, sum(weight) over (partition by charged, class order by start, tenant_id, hub_id, component, pool, group_name, user_name rows unbounded preceding) as upto, sum(weight) over (partition by charged, class) as all_weight from weighed),
    parts as (
      select level, tenant_id, start, hub_id, component, pool, group_name, user_name, sum(trunc(whole * upto / all_weight) - trunc(whole * (upto - weight) / all_weight)) as micros
      from summed where all_weight > 0 group by 1, 2, 3, 4, 5, 6, 7, 8)
    update cost_rollups t set billed_micros = coalesce(p.micros, 0)
    from rows r left join parts p using (level, tenant_id, start, hub_id, component, pool, group_name, user_name)
    where t.level = r.level and t.tenant_id = r.tenant_id and t.start = r.start and t.cluster_id = ${day.clusterId} and t.hub_id = r.hub_id and t.component = r.component and t.pool = r.pool and t.group_name = r.group_name and t.user_name = r.user_name`)
  await sumUp(tx, day, 'user-hour', 'hub-hour', sql`hub_id, component, pool, group_name`)
  await sumUp(tx, day, 'hub-hour', 'tenant-hour', sql`component, pool`)
}

async function sumUp(tx: Transaction, day: Day, from: string, to: string, by: ReturnType<typeof sql>): Promise<void> {
  await tx.execute(sql`
    update cost_rollups t set billed_micros = s.billed
    from (select tenant_id, start, ${by}, sum(billed_micros)::bigint as billed from cost_rollups where ${hours(day)} and level = ${from} and billed_micros is not null group by tenant_id, start, ${by}) s
    where t.level = ${to} and t.cluster_id = ${day.clusterId} and (t.tenant_id, t.start) = (s.tenant_id, s.start)
      and (${sql.join((to === 'hub-hour' ? ['hub_id', 'component', 'pool', 'group_name'] : ['component', 'pool']).map((column) => sql`t.${sql.raw(column)} = s.${sql.raw(column)}`), sql` and `)})`)
}

/** What is billed of nothing that was measured. A hub's is its tenant's, the rest the owner's. */
async function keepRest(tx: Transaction, day: Day): Promise<void> {
  const { rows } = await tx.execute<Rest>(sql`
    with rows as materialized ${finest(day)},
    rests as (
      select c.micros, coalesce(h.id, '') as hub, coalesce(h.tenant_id, ${day.ownerId}) as tenant, b.currency
      from bill_charges c join bills b on b.id = c.bill_id left join hubs h on h.id = c.hub_id
      where c.cluster_id = ${day.clusterId} and c.day = ${dateOf(day)}
        and not exists (select from rows r where r.class = c.component and (c.hub_id = '' or r.hub_id = c.hub_id) and (coalesce(r.micros, 0) > 0 or r.seconds > 0))),
    summed as (select sum(micros) as rest, hub, tenant, min(currency) as currency from rests group by hub, tenant)
    select rest::text as rest, hub, tenant, currency, exists (${seen(day, 'hub-hour')}) and not exists (${seen(day, 'user-hour')}) as erased from summed s where rest <> 0`)
  // What was known of single users and is erased must not look as if it were there.
  await insertRest(tx, day, 'user-hour', rows.filter(({ erased }) => !erased))
  await insertRest(tx, day, 'hub-hour', rows)
  const byTenant = [...Map.groupBy(rows, ({ tenant }) => tenant).values()].map((of) => ({ ...of[0]!, hub: '', rest: String(of.reduce((all, { rest }) => all + BigInt(rest), 0n)) }))
  await insertRest(tx, day, 'tenant-hour', byTenant.filter(({ rest }) => rest !== '0'))
}

type Rest = { rest: string; hub: string; tenant: string; currency: string; erased: boolean }

const seen = ({ start, end }: Day, level: string) => sql`select from cost_rollups r where r.level = ${level} and r.tenant_id = s.tenant and r.start >= ${start} and r.start < ${end} and r.component <> 'unallocated'`

async function insertRest(tx: Transaction, day: Day, level: string, rows: Rest[]): Promise<void> {
  const of = <Key extends keyof (typeof rows)[number]>(key: Key) => sql.param(rows.map((row) => row[key]))
  if (rows.length === 0) return
  await tx.execute(sql`
    insert into cost_rollups (level, tenant_id, start, cluster_id, hub_id, component, pool, group_name, user_name, micros, billed_micros, currency, seconds, core_seconds, gib_seconds, unpriced_seconds)
    select ${level}, tenant, ${day.start}::timestamptz + hour * interval '1 hour', ${day.clusterId}, hub, 'unallocated', '', '', '', null, trunc(rest * (hour + 1) / 24) - trunc(rest * hour / 24), currency, 0, 0, 0, 0
    from unnest(${of('rest')}::numeric[], ${of('hub')}::text[], ${of('tenant')}::text[], ${of('currency')}::text[]) as r(rest, hub, tenant, currency), generate_series(0, 23) as hour`)
}

/** The day as its owner is told of it. */
async function reconcile(tx: Transaction, day: Day): Promise<void> {
  await tx.execute(sql`
    with rows as materialized ${finest(day)},
    measured as (select class, sum(micros) as micros, sum(unpriced_seconds) as unpriced from rows group by class),
    charged as (
      select c.component as class, min(b.currency) as currency, sum(c.micros) as billed, coalesce(sum(c.micros) filter (where category = 'discount'), 0) as discount,
        coalesce(sum(c.micros) filter (where category in ('credit', 'refund')), 0) as credit, coalesce(sum(c.micros) filter (where category = 'tax'), 0) as tax
      from bill_charges c join bills b on b.id = c.bill_id where c.cluster_id = ${day.clusterId} and c.day = ${dateOf(day)} group by 1)
    insert into billed_days (cluster_id, tenant_id, day, component, currency, measured_micros, billed_micros, discount_micros, credit_micros, tax_micros, unpriced_seconds, gap_seconds)
    select ${day.clusterId}, ${day.ownerId}, ${dateOf(day)}, class, coalesce(currency, (select min(currency) from charged)), measured.micros, coalesce(billed, 0), coalesce(discount, 0), coalesce(credit, 0), coalesce(tax, 0), coalesce(unpriced, 0),
      coalesce((select sum(gap_seconds) from usage_rollups where level = 'hub-hour' and tenant_id = ${day.ownerId} and start >= ${day.start} and start < ${day.end} and cluster_id = ${day.clusterId} and hub_id = ''), 0)
    from measured full join charged using (class)`)
}

/** Days of the clocks of all who have something of it. */
async function daysTouched(tx: Transaction, day: Day): Promise<Omit<Due, 'version'>[]> {
  const { rows } = await tx.execute<{ tenant: string; start: string }>(sql`
    select distinct t.id as tenant, date_trunc('day', r.start, coalesce(t.finance->>'timeZone', 'UTC')) as start
    from (select distinct tenant_id, start from cost_rollups where ${hours(day)} and level in ('hub-hour', 'tenant-hour')) r join tenants t on t.id = r.tenant_id`)
  return rows.map(({ tenant, start }) => ({ grain: 'day', ofId: tenant, tenantId: tenant, start: new Date(start) }))
}

/** Where a bill tells of the day of an hour that was computed anew, the day's bill is to be divided anew. */
export async function markBilledDay(tx: Transaction, cluster: { id: string; tenantId: string }, start: Date): Promise<void> {
  const day = new Date(Math.floor(start.getTime() / 86_400_000) * 86_400_000)
  const { rows: [told] } = await tx.execute(sql`select exists (select from bill_charges where cluster_id = ${cluster.id} and day = ${day.toISOString().slice(0, 10)}::date) as told`)
  if (told!['told'] === true) await markDue(tx, [{ grain: 'bill', ofId: cluster.id, tenantId: cluster.tenantId, start: day }])
}
