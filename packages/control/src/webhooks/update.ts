import { Type } from 'typebox'
import { canonicalJson } from '@hubfleet/core'
import { eq, webhooks } from '@hubfleet/database'
import { plainPlan, type Plan } from '../plan.ts'
import { verb, type Verb } from '../verb.ts'
import { loadWebhook, requireAddress, requireTypes, showWebhook, WebhookFields, WebhookSchema } from './webhook.ts'

export const updateWebhook = (eventTypes: () => readonly string[]): Verb => verb({
  noun: 'webhook', verb: 'update', summary: 'Change where events are sent, which, and whether', action: 'tenant:admin',
  description: 'What happens while it is disabled is not sent later; what waited before is.',
  input: Type.Object({ url: Type.Optional(WebhookFields.url), events: Type.Optional(WebhookFields.events), enabled: Type.Optional(Type.Boolean()) }, { $id: 'WebhookUpdate', additionalProperties: false, minProperties: 1 }),
  answer: WebhookSchema,
  prepare: (control, _caller, _params, { url }) => requireAddress(control, url),
  load: (context) => loadWebhook(context, { lock: true }),
  revision: ({ generation }) => generation,
  async plan(_context, { url, events, disabledAt }, input) {
    requireTypes(input.events, eventTypes())
    const before = { url, events, enabled: !disabledAt }
    const after = { ...before, ...input }
    const diff: Plan['diff'] = (['url', 'events', 'enabled'] as const).filter((name) => canonicalJson(before[name]) !== canonicalJson(after[name])).map((name) => ({ op: 'replace', path: `/${name}`, value: after[name] }))
    return plainPlan({ diff, effect: after })
  },
  async apply({ tx, now }, row, input, { diff, effect: { url, events, enabled } }) {
    if (diff.length === 0 && !input.enabled) return { answer: showWebhook(row, now), subject: row.id }
    // Another address, and one that is asked for again, begin anew.
    const anew = url !== row.url || input.enabled === true
    const [changed] = await tx.update(webhooks).set({
      url, events, generation: row.generation + 1, updatedAt: now, ...(anew && { failures: 0, failingSince: null }),
      ...(enabled ? { disabledAt: null, disabledReason: null } : row.disabledAt ? {} : { disabledAt: now, disabledReason: 'by-hand' as const }),
    }).where(eq(webhooks.id, row.id)).returning()
    return { answer: showWebhook(changed!, now), subject: row.id, wakes: enabled ? [{ type: 'webhook', id: row.id }] : [] }
  },
})
