import { Type } from 'typebox'
import { and, asc, deliveries, eq } from '@hubfleet/database'
import { pageInput, pageOf, paginate, rowsAfter } from '../pagination.ts'
import { query } from '../verb.ts'
import { loadWebhook } from '../webhooks/webhook.ts'
import { Nothing } from '../wire.ts'
import { DeliverySchema, loadDelivery, showDelivery } from './delivery.ts'

export const getDelivery = query({
  noun: 'delivery', verb: 'get', summary: 'An event on its way to an address', action: 'tenant:admin', input: Nothing, answer: DeliverySchema,
  run: async (context) => showDelivery(await loadDelivery(context)),
})

export const listDeliveries = query({
  noun: 'delivery', verb: 'list', summary: 'What was and will be sent to an address, the oldest first', description: 'Kept for 30 days.', action: 'tenant:admin',
  input: pageInput({ state: Type.Optional(Type.Union([Type.Literal('pending'), Type.Literal('succeeded'), Type.Literal('failed')])) }), answer: pageOf(DeliverySchema, 'DeliveryPage'),
  async run(context, input) {
    const { tx, control } = context
    const webhook = await loadWebhook(context)
    return paginate(control, 'deliveries', input, [webhook.id, input.state], (after, count) =>
      tx.select().from(deliveries).where(and(eq(deliveries.webhookId, webhook.id), input.state ? eq(deliveries.state, input.state) : undefined, rowsAfter(deliveries, after)))
        .orderBy(asc(deliveries.createdAt), asc(deliveries.id)).limit(count),
    showDelivery)
  },
})
