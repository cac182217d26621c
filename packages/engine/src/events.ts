import { isId, newId, type CallEventData, type EventData, type EventType } from '@hubfleet/core'
import { events, platformScope, sql, transaction, type Database, type Transaction } from '@hubfleet/database'

/** The channel that tells that new events of a tenant have their positions; the payload is the tenant's id. */
export const eventsChannel = 'hubfleet_events'

interface Told<Type, Data> {
  tenantId: string
  type: Type
  /** Id of what it is about. */
  subject: string
  /** The hub that it is about, where the subject is none. */
  hubId?: string | null
  data: Data
}

/** What became of something. */
export type NewEvent<Type extends EventType = EventType> = Told<Type, EventData<Type>>

/** Records an event in the transaction of what it tells. Never put a secret in its data. */
export const recordEvent = <Type extends EventType>(tx: Transaction, event: NewEvent<Type>): Promise<void> => record(tx, event)

/** Records that a call was accepted: the type is its noun and verb. */
export const recordCall = (tx: Transaction, call: Told<string, CallEventData>): Promise<void> => record(tx, call)

async function record(tx: Transaction, { hubId, ...event }: Told<string, Record<string, unknown>>): Promise<void> {
  await tx.insert(events).values({ id: newId('evt'), ...event, hubId: hubId ?? (isId(event.subject, 'hub') ? event.subject : null) })
}

const sequencerLock = 7263013

/** A test is sent by itself, to the webhook that is tested. */
const ownEvent = 'webhook.test'

/**
 * Gives committed events their positions, and with them, in one transaction, makes their deliveries to the webhooks that want them and wakes those. One sequencer works at a time and commits before the next begins, so positions
 * become visible in their order and a reader that resumes after one misses none.
 */
export async function sequenceEvents(database: Database, now = new Date()): Promise<number> {
  return transaction(database, platformScope, async (tx) => {
    const { rows: [lock] } = await tx.execute<{ free: boolean }>(sql`select pg_try_advisory_xact_lock(${sequencerLock}) as free`)
    if (!lock?.free) return 0
    const { rows } = await tx.execute<{ tenant: string; count: number }>(sql`
      with told as (
        update events set position = batch.position
          from (select id, nextval('event_position') as position from (select id from events where position is null order by id limit 1000) as oldest) as batch where events.id = batch.id
        returning events.id, events.tenant_id, events.type),
      made as (
        insert into deliveries (id, tenant_id, webhook_id, event_id, event_type, next_at)
        select 'delivery_' || substr(told.id, 5, 10) || left(md5(told.id || webhooks.id), 14), told.tenant_id, webhooks.id, told.id, told.type, ${now.toISOString()}::timestamptz
          from told join webhooks on webhooks.tenant_id = told.tenant_id and webhooks.disabled_at is null
         where told.type <> ${ownEvent} and exists (select from unnest(webhooks.events) as pattern where told.type like replace(pattern, '*', '%'))
        returning webhook_id),
      woken as (update webhooks set wake_at = least(wake_at, ${now.toISOString()}::timestamptz) where id in (select webhook_id from made))
      select tenant_id as tenant, count(*)::int as count from told group by tenant_id`)
    for (const { tenant } of rows) await tx.execute(sql`select pg_notify(${eventsChannel}, ${tenant})`)
    return rows.reduce((sum, { count }) => sum + count, 0)
  })
}
