import { platformScope, sql, transaction, type Database } from '@hubfleet/database'
import type { MeteringSettings } from './settings.ts'

/** Days for which there is room ahead, should no worker run at midnight. */
const ahead = 3
/** What reads samples for long would otherwise hold up all who come after us. */
const patience = '2s'

/** Once a day: makes room for the samples of the next days, and drops those that were kept for long enough. What another worker did already is done. */
export function samplePartitions(database: Database, { keepDays }: Pick<MeteringSettings, 'keepDays'>, now = () => new Date()): () => Promise<void> {
  let doneOn = ''
  return async () => {
    const today = now().toISOString().slice(0, 10)
    if (doneOn === today) return
    await transaction(database, platformScope, async (tx) => {
      await tx.execute(sql`set local lock_timeout = ${sql.raw(`'${patience}'`)}`)
      await tx.execute(sql`select sample_partitions_of(day::date) from generate_series(${today}::date, ${today}::date + ${ahead}::int, interval '1 day') day`)
      await tx.execute(sql`select drop_old_samples(${today}::date, ${keepDays}::int)`)
    })
    doneOn = today
  }
}
