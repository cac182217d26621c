import { and, asc, eq, webhooks } from '@hubfleet/database'
import { pageInput, pageOf, paginate, rowsAfter } from '../pagination.ts'
import { query } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { loadWebhook, showWebhook, WebhookSchema } from './webhook.ts'

// For admins only: with some receivers the address itself is a secret.
export const getWebhook = query({
  noun: 'webhook', verb: 'get', summary: 'Where events are sent, and how that goes', action: 'tenant:admin', input: Nothing, answer: WebhookSchema,
  run: async (context) => showWebhook(await loadWebhook(context), context.control.clock.now()),
  revision: (webhook) => webhook['generation'] as number,
})

export const listWebhooks = query({
  noun: 'webhook', verb: 'list', summary: 'Where a tenant\'s events are sent', action: 'tenant:admin', input: pageInput({}), answer: pageOf(WebhookSchema, 'WebhookPage'),
  run: ({ tx, control, tenant }, input) => paginate(control, 'webhooks', input, tenant.id, (after, count) =>
    tx.select().from(webhooks).where(and(eq(webhooks.tenantId, tenant.id), rowsAfter(webhooks, after))).orderBy(asc(webhooks.createdAt), asc(webhooks.id)).limit(count),
  (row) => showWebhook(row, control.clock.now())),
})
