import { Type } from 'typebox'
import { newId, Problem } from '@hubfleet/core'
import { eq, seal, webhooks, type WebhookSecrets } from '@hubfleet/database'
import { nameTaken } from '../name-taken.ts'
import { plainPlan } from '../plan.ts'
import { verb, type Verb } from '../verb.ts'
import { NameSchema } from '../wire.ts'
import { newSecret, NewSecretSchema, requireAddress, requireTypes, showWebhook, WebhookFields } from './webhook.ts'

/** So many of a tenant: each event is held against all of them. */
const most = 50

export const createWebhook = (eventTypes: () => readonly string[]): Verb => verb({
  noun: 'webhook', verb: 'create', summary: 'Have events sent to an address, signed', action: 'tenant:admin', secretAnswer: true,
  description: 'In the Standard Webhooks format. The secret that verifies them is shown this once. An event is sent at least once, in no certain order, and again for three days while the address does not answer 2xx.',
  input: Type.Object({ name: NameSchema, url: WebhookFields.url, events: WebhookFields.events }, { $id: 'WebhookCreate', additionalProperties: false }),
  answer: NewSecretSchema,
  prepare: (control, _caller, _params, { url }) => requireAddress(control, url),
  async load({ tx, tenant }, { name }) {
    const known = await tx.select({ name: webhooks.name }).from(webhooks).where(eq(webhooks.tenantId, tenant.id))
    if (known.some((webhook) => webhook.name === name)) throw nameTaken('webhook', name)
    if (known.length >= most) throw new Problem('too-many-webhooks', { most })
  },
  async plan(_context, _target, { events }) {
    requireTypes(events, eventTypes())
    return plainPlan()
  },
  async apply({ tx, tenant, control, now }, _target, { name, url, events }) {
    const id = newId('webhook')
    const secret = newSecret()
    const [row] = await tx.insert(webhooks).values({ id, tenantId: tenant.id, name, url, events, secrets: await seal(control.keyRing, id, { current: secret, previous: null } satisfies WebhookSecrets), createdAt: now, updatedAt: now }).returning()
    return { answer: { ...showWebhook(row!, now), secret }, subject: id }
  },
})
