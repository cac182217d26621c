import { platformScope, sql, transaction, type Database } from '@hubfleet/database'

/** How long a repeated call is answered as the first one was. Later it is a call of its own. */
const answersHours = 24
const batch = 5_000

/** Forgets the answers that were kept for repeated calls and are too old; costs an index probe when there are none. Answers how many it forgot. */
export async function forgetAnswers(database: Database): Promise<number> {
  const { rowCount } = await transaction(database, platformScope, (tx) => tx.execute(sql`
    delete from idempotency_records where ctid = any(array(select ctid from idempotency_records where created_at < now() - make_interval(hours => ${answersHours}) limit ${batch} for update skip locked))`))
  return rowCount ?? 0
}

/** How long a plan that can no longer be applied can still be looked at. */
const planDays = 30

/**
 * Forgets plans that expired long ago, and what is secret of those that expired just now; costs two index probes when there are none.
 * Answers how many it forgot.
 */
export async function forgetPlans(database: Database): Promise<number> {
  return transaction(database, platformScope, async (tx) => {
    await tx.execute(sql`update plans set sealed = null where ctid = any(array(select ctid from plans where expires_at < now() and sealed is not null limit ${batch} for update skip locked))`)
    const { rowCount } = await tx.execute(sql`
      delete from plans where ctid = any(array(select ctid from plans where expires_at < now() - make_interval(days => ${planDays}) limit ${batch} for update skip locked))`)
    return rowCount ?? 0
  })
}

/** How long an event can be read, and a stream be taken up after it. */
const eventDays = 90

/** Forgets old events, but for the last of each tenant: who had that one can go on after it, however quiet it was since. Answers how many it forgot. */
export async function forgetEvents(database: Database): Promise<number> {
  const { rowCount } = await transaction(database, platformScope, (tx) => tx.execute(sql`
    delete from events where ctid = any(array(
      select ctid from events as old where created_at < now() - make_interval(days => ${eventDays}) and exists (select from events as later where later.tenant_id = old.tenant_id and later.position > old.position)
      order by created_at limit ${batch} for update skip locked))`))
  return rowCount ?? 0
}

/** How long it can be looked up what became of a delivery; one that waits for longer is not sent any more. */
const deliveryDays = 30

/** Forgets old deliveries; costs an index probe when there are none. Answers how many it forgot. */
export async function forgetDeliveries(database: Database): Promise<number> {
  const { rowCount } = await transaction(database, platformScope, (tx) => tx.execute(sql`
    delete from deliveries where ctid = any(array(select ctid from deliveries where created_at < now() - make_interval(days => ${deliveryDays}) order by created_at limit ${batch} for update skip locked))`))
  return rowCount ?? 0
}
