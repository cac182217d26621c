import { dayPrices, sql, transaction, platformScope, type Database, type Transaction } from '@hubfleet/database'
import { lockBilling, markBilledDay } from './billed-day.ts'
import { dayOf, readHour, type ClusterHour } from './cluster-hour.ts'
import { pricesOf } from './cluster-prices.ts'
import { carriedOnly, hourAfter, markCarried, markDue, periodsOf, takeDue, versionOf, type Due } from './due.ts'
import { rowsOfHour, type CostRow, type HourRows, type UsageRow } from './hour-rows.ts'
import { replaceSessions } from './write-sessions.ts'

export interface HourOptions { database: Database; now(): Date; /** Whether clusters of a provider live by their owner's clock. */ virtual(provider: string): boolean }

/**
 * Computes an hour of a cluster anew, from what was measured. It is read in one transaction, reckoned outside of any, and written in another, as a whole, if nothing was added
 * meanwhile; false when something was, when it is not over yet, or when another worker was quicker: if it is due still, its turn comes again.
 */
export async function rollHour({ database, now, virtual }: HourOptions, due: Due): Promise<boolean> {
  const read = await transaction(database, platformScope, async (tx) => {
    const version = await versionOf(tx, due)
    return version === null ? null : { version, hour: await readHour(tx, due.ofId, due.start, virtual) }
  })
  if (!read) return false
  const { version, hour } = read
  if (hour?.closed) return transaction(database, platformScope, (tx) => takeDue(tx, { ...due, version }))
  if (hour && hour.end.getTime() > now().getTime() + hour.aheadMs) return false
  const known = Object.keys(hour?.prices ?? {}).length
  const rows = hour && rowsOfHour(hour, pricesOf(hour))
  return transaction(database, platformScope, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${due.ofId}, 0))`) // hours that follow one another write the same sessions
    await lockBilling(tx, due.ofId, 'shared')
    if (!(await takeDue(tx, { ...due, version }))) return false
    if (!hour || !rows) return true // there is no such cluster any more
    await replaceHour(tx, hour, rows)
    await replaceSessions(tx, hour)
    if (Object.keys(hour.prices).length > known) await notePrices(tx, hour)
    await markWhatFollows(tx, due, hour, rows, version)
    return true
  })
}

/** Tenants are named, so that an index finds the rows: whoever had any in this hour still counts among those of the hour. */
async function replaceHour(tx: Transaction, { cluster, start, end, finances }: ClusterHour, { costs, usages }: HourRows): Promise<void> {
  const whose = sql`tenant_id = any(${sql.param([...finances.keys()])}) and start >= ${start} and start < ${end} and cluster_id = ${cluster.id}`
  await tx.execute(sql`delete from cost_rollups where level in ('user-hour', 'hub-hour', 'tenant-hour') and ${whose}`)
  await tx.execute(sql`delete from usage_rollups where level in ('hub-hour', 'tenant-hour') and ${whose}`)
  for (let from = 0; from < costs.length; from += pageRows) await insertCosts(tx, costs.slice(from, from + pageRows))
  for (let from = 0; from < usages.length; from += pageRows) await insertUsages(tx, usages.slice(from, from + pageRows))
}

const pageRows = 10_000

const column = <Row, Key extends keyof Row>(rows: readonly Row[], key: Key) => sql.param(rows.map((row) => row[key]))

/** A parameter per column, not per value: PostgreSQL takes no more than 65,535. */
async function insertCosts(tx: Transaction, rows: readonly CostRow[]): Promise<void> {
  await tx.execute(sql`
    insert into cost_rollups (level, tenant_id, start, cluster_id, hub_id, component, pool, group_name, user_name, micros, billed_micros, currency, seconds, core_seconds, gib_seconds, unpriced_seconds)
    select * from unnest(${column(rows, 'level')}::text[], ${column(rows, 'tenantId')}::text[], ${column(rows, 'start')}::timestamptz[], ${column(rows, 'clusterId')}::text[], ${column(rows, 'hubId')}::text[],
      ${column(rows, 'component')}::text[], ${column(rows, 'pool')}::text[], ${column(rows, 'group')}::text[], ${column(rows, 'user')}::text[], ${column(rows, 'micros')}::bigint[], ${column(rows, 'billedMicros')}::bigint[],
      ${column(rows, 'currency')}::text[], ${column(rows, 'seconds')}::float8[], ${column(rows, 'coreSeconds')}::float8[], ${column(rows, 'gibSeconds')}::float8[], ${column(rows, 'unpricedSeconds')}::float8[])`)
}

async function insertUsages(tx: Transaction, rows: readonly UsageRow[]): Promise<void> {
  await tx.execute(sql`
    insert into usage_rollups (level, tenant_id, start, cluster_id, hub_id, users, peak_servers, peak_nodes, server_seconds, gap_seconds)
    select * from unnest(${column(rows, 'level')}::text[], ${column(rows, 'tenantId')}::text[], ${column(rows, 'start')}::timestamptz[], ${column(rows, 'clusterId')}::text[], ${column(rows, 'hubId')}::text[],
      ${column(rows, 'users')}::int[], ${column(rows, 'peakServers')}::int[], ${column(rows, 'peakNodes')}::int[], ${column(rows, 'serverSeconds')}::float8[], ${column(rows, 'gapSeconds')}::float8[])`)
}

/** What was priced before stays. */
async function notePrices(tx: Transaction, { cluster, start, prices }: ClusterHour): Promise<void> {
  await tx.insert(dayPrices).values({ clusterId: cluster.id, tenantId: cluster.tenantId, day: dayOf(start), prices })
    .onConflictDoUpdate({ target: [dayPrices.clusterId, dayPrices.day], set: { prices: sql`excluded.prices || ${dayPrices.prices}` } })
}

/**
 * Days are made of hours. The hour after this one is due when it was never computed, seen or not: so one that nobody saw is told as a gap. It is due again when a sample
 * of this one reaches into it, and this one's own samples changed; not otherwise, or one late sample would have all hours until now computed again.
 */
async function markWhatFollows(tx: Transaction, due: Due, { cluster, aheadMs, end, finances, samples }: ClusterHour, { starts }: HourRows, version: number): Promise<void> {
  const next = { ...due, start: hourAfter(due.start) }
  const there = !cluster.deletedAt || cluster.deletedAt.getTime() + aheadMs > end.getTime()
  const last = samples.at(-1)
  const carried = version > carriedOnly && last !== undefined && last.at.getTime() + last.holdsSeconds * 1000 > end.getTime()
  if (carried || (there && !(await isRolled(tx, cluster.tenantId, cluster.id, next.start)))) await markCarried(tx, next)
  await markBilledDay(tx, cluster, due.start)
  await markDue(tx, [...starts].flatMap(([tenantId, begins]) => periodsOf('day', tenantId, begins, finances.get(tenantId)!.timeZone)))
}

async function isRolled(tx: Transaction, tenantId: string, clusterId: string, start: Date): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`select from usage_rollups where level = 'hub-hour' and tenant_id = ${tenantId} and start = ${start} and cluster_id = ${clusterId} and hub_id = ''`)
  return rowCount === 1
}
