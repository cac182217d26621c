import { Type } from 'typebox'
import { eq, open, seal, webhooks, type WebhookSecrets } from '@hubfleet/database'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { loadWebhook, newSecret, NewSecretSchema, showWebhook } from './webhook.ts'

const overlapSeconds = 24 * 3600

export const rotateWebhook = verb({
  noun: 'webhook', verb: 'rotate', summary: 'Make another secret; it is shown this once', action: 'tenant:admin', secretAnswer: true,
  description: 'For a while both secrets sign each message, so that a receiver can change over at any moment of it.',
  input: Type.Object({ overlapSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 7 * 86_400, default: overlapSeconds, description: 'So long the secret before signs, too; 0 where somebody else may have it' })) }, { $id: 'WebhookRotate', additionalProperties: false }),
  answer: NewSecretSchema,
  load: (context) => loadWebhook(context, { lock: true }),
  revision: ({ generation }) => generation,
  async plan({ now }, { previousUntil }, { overlapSeconds: overlap = overlapSeconds }) {
    const again = previousUntil && previousUntil > now ? ['The secret before the last rotation stops to sign at once: two sign at most.'] : []
    return plainPlan({ warnings: [...again, ...(overlap === 0 ? ['Receivers refuse what is sent until they know the new secret.'] : [])] })
  },
  async apply({ tx, control, now }, row, { overlapSeconds: overlap = overlapSeconds }) {
    const secret = newSecret()
    const { current } = await open<WebhookSecrets>(control.keyRing, row.id, row.secrets)
    const secrets = await seal(control.keyRing, row.id, { current: secret, previous: overlap > 0 ? current : null } satisfies WebhookSecrets)
    const [changed] = await tx.update(webhooks).set({ secrets, previousUntil: overlap > 0 ? new Date(now.getTime() + overlap * 1000) : null, generation: row.generation + 1, updatedAt: now }).where(eq(webhooks.id, row.id)).returning()
    return { answer: { ...showWebhook(changed!, now), secret }, subject: row.id }
  },
})
