import { HubfleetError } from './errors.ts'
import { Webhooks } from './generated/resources.ts'
import type { Event } from './generated/schema.ts'

/** What a request has as its headers: those of fetch, or of Node. */
export type WebhookHeaders = Headers | Record<string, string | string[] | undefined>

/** What came is not from this Hubfleet, was changed on its way, or is too old: answer 400 and do nothing. */
export class WebhookVerificationError extends HubfleetError {}

/**
 * The event that a webhook brought, once it is certain who sent it. Call it before anything else reads the body, and with the body as it came: a body that was parsed and
 * written again is not the same. Later than five minutes after it was signed it is refused. An event may come more than once: it is known by its `id`.
 * @param secret as `webhook create` or `webhook rotate` showed it
 */
export async function verifyWebhook(body: string | Uint8Array, headers: WebhookHeaders, secret: string): Promise<Event> {
  const { Webhook } = await import('standardwebhooks')
  const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const
  const found = Object.fromEntries(names.map((name) => [name, headerOf(headers, name)]))
  try {
    return new Webhook(secret).verify(typeof body === 'string' ? body : new TextDecoder().decode(body), found) as Event
  } catch (cause) {
    throw new WebhookVerificationError(`What came is no message of this webhook: ${(cause as Error).message}. Give the body as it came, and the secret that the webhook has now.`, { cause })
  }
}

function headerOf(headers: WebhookHeaders, name: string): string {
  if (headers instanceof Headers) return headers.get(name) ?? ''
  const given = Object.entries(headers).find(([each]) => each.toLowerCase() === name)?.[1]
  return [given].flat()[0] ?? ''
}

/** Webhooks, and what their receivers need. */
export class VerifiableWebhooks extends Webhooks {
  /** As `verifyWebhook`, which needs no client. */
  verify(body: string | Uint8Array, headers: WebhookHeaders, secret: string): Promise<Event> {
    return verifyWebhook(body, headers, secret)
  }
}
