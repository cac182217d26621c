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
    await transaction(database, platformScope, (tx) => dropHours(tx, at, settings.keepHoursDays))
    await transaction(database, platformScope, (tx) => dropSessions(tx, at, settings.keepSessionsDays))
    doneOn = today
  }
}

/** By the clock that a tenant lives by. */
const ago = (at: Date, days: number) => sql`${at}::timestamptz + t.clock_offset_ms * interval '1 ms' - ${days}::int * interval '1 day'`

/** Whole days of each tenant's clock, and none of which anything waits to be computed. The days and months made of them stay. */
async function dropHours(tx: Transaction, at: Date, days: number): Promise<void> {
  await tx.execute(sql`
    update tenants t set hours_from = old.until from (select id, date_trunc('day', ${ago(at, days)}, coalesce(finance ->> 'timeZone', 'UTC')) as until from tenants t) old
    where t.id = old.id and old.until > coalesce(t.hours_from, '-infinity')
      and exists (select from usage_rollups u where u.level = 'tenant-hour' and u.tenant_id = t.id and u.start < old.until)
      and not exists (select from rollups_due d where d.tenant_id = t.id and d.grain in ('hour', 'day') and d.start < old.until)`)
  await tx.execute(sql`delete from cost_rollups r using tenants t where r.level in ('user-hour', 'hub-hour', 'tenant-hour') and r.tenant_id = t.id and r.start < t.hours_from`)
  await tx.execute(sql`delete from usage_rollups r using tenants t where r.level in ('hub-hour', 'tenant-hour') and r.tenant_id = t.id and r.start < t.hours_from`)
}

async function dropSessions(tx: Transaction, at: Date, days: number): Promise<void> {
  await tx.execute(sql`delete from sessions s using tenants t where s.tenant_id = t.id and s.seen_until < ${ago(at, days)}`)
}
