import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { loadWebhook } from './webhook.ts'

export const testWebhook = verb({
  noun: 'webhook', verb: 'test', summary: 'Send an event of the type webhook.test to an address, once', action: 'tenant:admin',
  description: 'The operation tells what it answered. Also while the webhook is disabled, and whichever events it is for.',
  input: Nothing,
  load: (context) => loadWebhook(context),
  plan: async () => plainPlan(),
  apply: async (_context, { id, tenantId }) => ({ work: { type: 'webhook', id }, tenantId, generation: null, deadlineSeconds: 300 }),
})
