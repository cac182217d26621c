import { Problem } from '@hubfleet/core'
import { deliveries, eq, events } from '@hubfleet/database'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { loadWebhook } from '../webhooks/webhook.ts'
import { Nothing } from '../wire.ts'
import { DeliverySchema, loadDelivery, showDelivery } from './delivery.ts'

export const replayDelivery = verb({
  noun: 'delivery', verb: 'replay', summary: 'Send an event again, with the same id', action: 'tenant:admin',
  description: 'Whether it was taken before or given up; one that waits is sent now. It is tried as often as a new one. A receiver that had it knows it by its id.',
  input: Nothing,
  answer: DeliverySchema,
  load: (context) => loadDelivery(context, { lock: true }),
  async plan(context, { eventId }) {
    const webhook = await loadWebhook(context)
    if (webhook.disabledAt) throw new Problem('webhook-disabled', { webhook: webhook.name })
    const [event] = await context.tx.select({ id: events.id }).from(events).where(eq(events.id, eventId))
    if (!event) throw new Problem('not-found', { noun: 'event', ref: eventId })
    return plainPlan()
  },
  async apply({ tx, now }, row) {
    const [again] = await tx.update(deliveries).set({ state: 'pending', tries: 0, nextAt: now, finishedAt: null }).where(eq(deliveries.id, row.id)).returning()
    return { answer: showDelivery(again!), subject: row.id, wakes: [{ type: 'webhook', id: row.webhookId }] }
  },
})
