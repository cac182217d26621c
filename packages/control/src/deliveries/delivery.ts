import { Type } from 'typebox'
import { Problem } from '@hubfleet/core'
import { and, deliveries, eq, type DeliveryRow } from '@hubfleet/database'
import type { ReadContext } from '../verb.ts'
import { loadWebhook } from '../webhooks/webhook.ts'
import { IdSchema, NullableText, NullableTime, OpenEnum, time, TimeSchema } from '../wire.ts'

export const DeliverySchema = Type.Object({
  id: IdSchema('delivery'),
  webhookId: IdSchema('webhook'),
  event: Type.Object({ id: { ...IdSchema('evt'), description: 'The `webhook-id` of each attempt' }, type: Type.String() }, { $id: 'DeliveryEvent' }),
  state: OpenEnum('pending', 'succeeded', 'failed'),
  attempts: Type.Array(Type.Object({
    at: TimeSchema, status: Type.Union([Type.Integer(), Type.Null()], { description: 'Of HTTP; null when nobody answered' }), error: NullableText, durationMs: Type.Integer(),
  }, { $id: 'DeliveryAttempt' }), { description: 'The last 20' }),
  nextAttemptAt: NullableTime,
  createdAt: TimeSchema,
  finishedAt: NullableTime,
}, { $id: 'Delivery' })

export const showDelivery = (row: DeliveryRow) => ({
  id: row.id, webhookId: row.webhookId, event: { id: row.eventId, type: row.eventType }, state: row.state, attempts: row.attempts, nextAttemptAt: time(row.nextAt), createdAt: row.createdAt.toISOString(), finishedAt: time(row.finishedAt),
})

export async function loadDelivery(context: Pick<ReadContext, 'tx' | 'tenant' | 'params'>, { lock = false } = {}): Promise<DeliveryRow> {
  const webhook = await loadWebhook(context)
  const ref = context.params.delivery!
  const select = context.tx.select().from(deliveries).where(and(eq(deliveries.webhookId, webhook.id), eq(deliveries.id, ref)))
  const [row] = await (lock ? select.for('update') : select)
  if (!row) throw new Problem('not-found', { noun: 'delivery', ref })
  return row
}
