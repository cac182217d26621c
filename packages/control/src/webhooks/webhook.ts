import { randomBytes } from 'node:crypto'
import { Type } from 'typebox'
import { isId, matchesPattern, nearest, Problem, refuse } from '@hubfleet/core'
import { and, eq, webhooks, type WebhookRow } from '@hubfleet/database'
import type { Control } from '../control.ts'
import { PatternsSchema, patternWords } from '../events/event.ts'
import type { ReadContext } from '../verb.ts'
import { IdSchema, NullableText, NullableTime, OpenEnum, time, TimeSchema } from '../wire.ts'

/** What can be said about a webhook. */
export const WebhookFields = {
  url: Type.String({ minLength: 1, maxLength: 2000, description: 'An https address; redirects are not followed', examples: ['https://portal.example.org/hubfleet'] }),
  events: { ...PatternsSchema, description: `${patternWords}. The webhooks of the OpenAPI document list all types` },
}

export const WebhookSchema = Type.Object({
  id: IdSchema('webhook'),
  tenantId: IdSchema('tenant'),
  name: Type.String(),
  url: Type.String(),
  events: Type.Array(Type.String()),
  state: OpenEnum('enabled', 'failing', 'disabled'),
  disabledAt: NullableTime,
  disabledReason: { ...NullableText, description: '`by-hand`; `gone`: the address answered 410; `failing`: it took nothing for five days', 'x-extensible-enum': ['by-hand', 'gone', 'failing'] },
  failingSince: { ...NullableTime, description: 'Since when it took nothing, where it takes nothing' },
  previousSecretUntil: { ...NullableTime, description: 'Until when the secret before the last rotation signs, too' },
  generation: Type.Integer({ description: 'The ETag' }),
  createdAt: TimeSchema,
  updatedAt: TimeSchema,
}, { $id: 'Webhook' })

export const NewSecretSchema = Type.Object({ ...WebhookSchema.properties, secret: Type.String({ description: 'Verifies what is sent; nobody can read it again', examples: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'] }) }, { $id: 'WebhookWithSecret' })

export const showWebhook = (row: WebhookRow, now: Date) => ({
  id: row.id, tenantId: row.tenantId, name: row.name, url: row.url, events: row.events, state: row.disabledAt ? 'disabled' : row.failingSince ? 'failing' : 'enabled',
  disabledAt: time(row.disabledAt), disabledReason: row.disabledReason, failingSince: time(row.failingSince), previousSecretUntil: time(row.previousUntil && row.previousUntil > now ? row.previousUntil : null),
  generation: row.generation, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString(),
})

/** By id or name. Throws `not-found`. */
export async function loadWebhook({ tx, tenant, params }: Pick<ReadContext, 'tx' | 'tenant' | 'params'>, { lock = false } = {}): Promise<WebhookRow> {
  const ref = params.webhook!
  const select = tx.select().from(webhooks).where(and(eq(webhooks.tenantId, tenant.id), isId(ref, 'webhook') ? eq(webhooks.id, ref) : eq(webhooks.name, ref)))
  const [row] = await (lock ? select.for('update') : select)
  if (!row) throw new Problem('not-found', { noun: 'webhook', ref })
  return row
}

/** As Standard Webhooks writes one: 256 random bits. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** Before the transaction: the name of the host is looked up. Throws `invalid-request` and `address-refused`. */
export async function requireAddress({ guard }: Pick<Control, 'guard'>, address: string | undefined): Promise<void> {
  if (address === undefined) return
  const url = URL.parse(address)
  const wrong = !url || !['https:', 'http:'].includes(url.protocol) ? 'This must be an https address.' : url.username || url.password ? 'This must have no password in it: what is sent is signed.' : url.hash ? 'This must have no # in it.' : null
  if (wrong) refuse([{ pointer: '/url', code: 'address', detail: wrong }])
  await guard(url!.hostname, { unencrypted: url!.protocol === 'http:' })
}

/** A pattern that means no event would wait for ever. Throws `invalid-request`. */
export function requireTypes(patterns: readonly string[] | undefined, types: readonly string[]): void {
  refuse((patterns ?? []).flatMap((pattern, at) => {
    if (types.some((type) => matchesPattern(type, [pattern]))) return []
    const near = nearest(pattern, types)
    return [{ pointer: `/events/${at}`, code: 'unknown-event', detail: `No event is of this type${near ? `; there is ${near}` : ''}. The webhooks of /openapi.json list all.` }]
  }))
}
