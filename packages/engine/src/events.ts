import { newId } from '@hubfleet/core'
import { events, platformScope, sql, transaction, type Database, type Transaction } from '@hubfleet/database'

/** The channel that tells that new events have their positions. */
export const eventsChannel = 'hubfleet_events'

export interface NewEvent { tenantId: string; type: string; subject: string; data: Record<string, unknown> }

/** Records an event in the transaction of what it tells. Never put a secret in its data. */
export async function recordEvent(tx: Transaction, event: NewEvent): Promise<void> {
  await tx.insert(events).values({ id: newId('evt'), ...event })
}

const sequencerLock = 7263013

/**
 * Gives committed events their positions. One sequencer works at a time and commits before the next begins, so positions
 * become visible in their order and a reader that resumes after one misses none.
 */
export async function sequenceEvents(database: Database): Promise<number> {
  return transaction(database, platformScope, async (tx) => {
    const { rows: [lock] } = await tx.execute<{ free: boolean }>(sql`select pg_try_advisory_xact_lock(${sequencerLock}) as free`)
    if (!lock?.free) return 0
    const { rowCount } = await tx.execute(sql`
      update events set position = batch.position
        from (select id, nextval('event_position') as position from (select id from events where position is null order by id limit 1000) as oldest) as batch where events.id = batch.id`)
    if (rowCount) await tx.execute(sql`select pg_notify(${eventsChannel}, '')`)
    return rowCount ?? 0
  })
}
