import type { keptForDays } from '@hubfleet/core'
import { platformScope, sql, transaction, type Database, type Transaction } from '@hubfleet/database'
import type { MeteringSettings } from './settings.ts'

/** Days for which there is room ahead, should no worker run at midnight. */
const ahead = 3
/** What reads samples for long would otherwise hold up all who come after us. */
const patience = '2s'

/** Once a day: makes room for the samples of the next days, and drops what was kept for long enough. What another worker did already is done. */
export function retention(database: Database, settings: Pick<MeteringSettings, 'keepDays' | 'keepHoursDays' | 'keepSessionsDays'>, now = () => new Date()): () => Promise<void> {
  let doneOn = ''
  return async () => {
    const at = now()
    const today = at.toISOString().slice(0, 10)
    if (doneOn === today) return
    await transaction(database, platformScope, async (tx) => {
      await tx.execute(sql`set local lock_timeout = ${sql.raw(`'${patience}'`)}`)
      await tx.execute(sql`select sample_partitions_of(day::date) from generate_series(${today}::date, ${today}::date + ${ahead}::int, interval '1 day') day`)
      await tx.execute(sql`select drop_old_samples(${today}::date, ${settings.keepDays}::int)`)
    })
    for (const drop of [dropSamples, dropHours, dropSessions, dropNames]) await transaction(database, platformScope, (tx) => drop(tx, at, settings))
    doneOn = today
  }
}

type Kept = Pick<MeteringSettings, 'keepDays' | 'keepHoursDays' | 'keepSessionsDays'>

/** By the clock that a tenant lives by. */
const ago = (at: Date, days: ReturnType<typeof sql>) => sql`${at}::timestamptz + t.clock_offset_ms * interval '1 ms' - ${days} * interval '1 day'`

/** As many days as are kept of all, or fewer where the tenant wants it. */
const least = (days: number, ...wanted: (typeof keptForDays)[number][]) => sql`least(${days}::int, ${sql.join(wanted.map((name) => sql`(t.privacy ->> ${name})::int`), sql`, `)})`
const wants = (...wanted: (typeof keptForDays)[number][]) => sql`(${sql.join(wanted.map((name) => sql`(t.privacy ->> ${name}) is not null`), sql` or `)})`

/**
 * Samples of the hubs of tenants that keep them for less; days of all go with their partitions. Hours of then are closed: a late sample of their clusters is refused, or an hour would be
 * computed from what is left. None goes while an hour of it waits.
 */
async function dropSamples(tx: Transaction, at: Date, { keepDays }: Kept): Promise<void> {
  await tx.execute(sql`
    with cut as materialized (
      select h.cluster_id, max(date_trunc('day', ${ago(at, least(keepDays, 'samplesDays', 'hoursDays', 'namesDays'))}, 'UTC')) as until
      from tenants t join hubs h on h.tenant_id = t.id where ${wants('samplesDays', 'hoursDays', 'namesDays')} group by h.cluster_id)
    update meterings m set samples_from = c.until from cut c where m.cluster_id = c.cluster_id and c.until > coalesce(m.samples_from, '-infinity')
      and exists (select from hub_samples s where s.cluster_id = c.cluster_id and s.at < c.until)
      and not exists (select from rollups_due d where d.grain = 'hour' and d.of_id = c.cluster_id and d.start < c.until)`)
  await tx.execute(sql`
    with cut as materialized (
      select h.id, least(m.samples_from, date_trunc('day', ${ago(at, least(keepDays, 'samplesDays', 'hoursDays', 'namesDays'))}, 'UTC')) as until
      from tenants t join hubs h on h.tenant_id = t.id join meterings m on m.cluster_id = h.cluster_id where ${wants('samplesDays', 'hoursDays', 'namesDays')})
    delete from hub_samples s using cut c where s.hub_id = c.id and s.at < c.until`)
}

/** Whole days of each tenant's clock, and none of which anything waits to be computed. The days and months made of them stay. */
async function dropHours(tx: Transaction, at: Date, { keepHoursDays }: Kept): Promise<void> {
  await tx.execute(sql`
    update tenants t set hours_from = old.until from (select id, date_trunc('day', ${ago(at, least(keepHoursDays, 'hoursDays'))}, coalesce(finance ->> 'timeZone', 'UTC')) as until from tenants t) old
    where t.id = old.id and old.until > coalesce(t.hours_from, '-infinity')
      and exists (select from usage_rollups u where u.level = 'tenant-hour' and u.tenant_id = t.id and u.start < old.until)
      and not exists (select from rollups_due d where d.tenant_id = t.id and d.grain in ('hour', 'day') and d.start < old.until)`)
  await tx.execute(sql`delete from cost_rollups r using tenants t where r.level in ('user-hour', 'hub-hour', 'tenant-hour') and r.tenant_id = t.id and r.start < t.hours_from`)
  await tx.execute(sql`delete from usage_rollups r using tenants t where r.level in ('hub-hour', 'tenant-hour') and r.tenant_id = t.id and r.start < t.hours_from`)
}

async function dropSessions(tx: Transaction, at: Date, { keepSessionsDays }: Kept): Promise<void> {
  await tx.execute(sql`delete from sessions s using tenants t where s.tenant_id = t.id and s.seen_until < ${ago(at, least(keepSessionsDays, 'sessionsDays', 'namesDays'))}`)
}

/** Who it was, by whole months of the tenant's clock, so that a month is either of people or of nobody: what is left of a part would look as if it were all. Costs of hubs and of the tenant stay. */
async function dropNames(tx: Transaction, at: Date): Promise<void> {
  await tx.execute(sql`
    update tenants t set names_from = old.until from (
      select id, date_trunc('month', ${ago(at, sql`(t.privacy ->> 'namesDays')::int`)}, coalesce(finance ->> 'timeZone', 'UTC')) as until from tenants t where ${wants('namesDays')}) old
    where t.id = old.id and old.until > coalesce(t.names_from, '-infinity')
      and exists (select from cost_rollups r where r.level in ('user-hour', 'user-day', 'user-month') and r.tenant_id = t.id and r.start < old.until)
      and not exists (select from rollups_due d where d.tenant_id = t.id and d.start < old.until)`)
  await tx.execute(sql`delete from cost_rollups r using tenants t where r.level in ('user-hour', 'user-day', 'user-month') and r.tenant_id = t.id and r.start < t.names_from`)
  await tx.execute(sql`delete from persons p using tenants t where p.tenant_id = t.id and p.seen_at < t.names_from and p.tombstone is null`)
}
