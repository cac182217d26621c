import { eq, webhooks } from '@hubfleet/database'
import { cancelOpen } from '../operations/cancel-open.ts'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { loadWebhook, showWebhook, WebhookSchema } from './webhook.ts'

export const deleteWebhook = verb({
  noun: 'webhook', verb: 'delete', summary: 'Have events sent to an address no more', description: 'What waits to be sent is not sent, and its deliveries are forgotten.', action: 'tenant:admin',
  input: Nothing,
  answer: WebhookSchema,
  load: (context) => loadWebhook(context, { lock: true }),
  revision: ({ generation }) => generation,
  plan: async () => plainPlan(),
  async apply({ tx, now }, row) {
    await tx.delete(webhooks).where(eq(webhooks.id, row.id))
    await cancelOpen(tx, row.id, now)
    return { answer: showWebhook(row, now), subject: row.id }
  },
})
