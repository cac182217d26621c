import { showEvent } from '@hubfleet/control'
import type { Clock } from '@hubfleet/core'
import { and, asc, deliveries, eq, events, lte, platformScope, transaction, type Database, type DeliveryRow, type EventRow, type WebhookRow } from '@hubfleet/database'
import { nextTry } from './next-try.ts'
import { send, type Message, type Sending, type Sent } from './send.ts'

/** To one address at the same time. */
const concurrency = 4
/** After so long a pass begins nothing more, so that other webhooks have their turn. */
const passMs = 10_000
const batch = 100
const attemptsKept = 20

/** What a pass over a webhook came to. */
export interface Delivered { took: number; failed: number; /** Nobody answered: the rest is for later. */ unanswered: boolean; gone: boolean }

export interface DeliverOptions { database: Database; clock: Clock; sending: Sending }

/** Sends what is due of a webhook, in the order of the events where all goes well. What came of each is noted before the next takes its place. */
export async function deliver({ database, clock, sending }: DeliverOptions, webhook: WebhookRow, secrets: readonly string[]): Promise<Delivered> {
  const found: Delivered = { took: 0, failed: 0, unanswered: false, gone: false }
  const end = performance.now() + passMs
  const goesOn = () => !found.unanswered && !found.gone && performance.now() < end
  const within = webhook.failures > 0 ? 1 : concurrency
  while (goesOn()) {
    const due = await transaction(database, platformScope, (tx) => tx.select({ delivery: deliveries, event: events }).from(deliveries).innerJoin(events, eq(events.id, deliveries.eventId))
      .where(and(eq(deliveries.webhookId, webhook.id), eq(deliveries.state, 'pending'), lte(deliveries.nextAt, clock.now()))).orderBy(asc(deliveries.nextAt), asc(events.position)).limit(batch))
    if (due.length === 0) break
    const queue = due[Symbol.iterator]()
    await Promise.all(Array.from({ length: within }, async () => {
      for (const { delivery, event } of queue) {
        const sent = await send(messageOf(webhook, secrets, event, clock.now()), sending)
        await note(database, delivery, sent, clock.now())
        if (sent.took) found.took++
        else found.failed++
        found.unanswered ||= sent.attempt.status === null
        found.gone ||= sent.gone
        if (!goesOn()) break
      }
    }))
  }
  return found
}

const messageOf = ({ url }: WebhookRow, secrets: readonly string[], event: EventRow, at: Date): Message => ({ url, secrets, id: event.id, body: JSON.stringify(showEvent(event)), at })

/** Only while it is still as it was taken: a replay meanwhile, or what another worker noted, stays. */
async function note(database: Database, { id, tries, attempts }: DeliveryRow, { attempt, took, gone, retryAfterSeconds }: Sent, now: Date): Promise<void> {
  const nextAt = took || gone ? null : nextTry(tries + 1, now, { retryAfterSeconds })
  const state = took ? 'succeeded' : nextAt ? 'pending' : 'failed'
  await transaction(database, platformScope, (tx) => tx.update(deliveries).set({ state, tries: tries + 1, attempts: [...attempts, attempt].slice(-attemptsKept), nextAt, finishedAt: state === 'pending' ? null : now })
    .where(and(eq(deliveries.id, id), eq(deliveries.state, 'pending'), eq(deliveries.tries, tries))))
}
