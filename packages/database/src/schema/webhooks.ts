import { core, sql } from '../drizzle.ts'
import { at, createdAt, generation, id, tenantId } from './columns.ts'

const { index, integer, jsonb, pgTable, text, uniqueIndex } = core

/** Where a tenant's events are sent. */
export const webhooks = pgTable('webhooks', {
  id: id(),
  tenantId: tenantId(),
  name: text().notNull(),
  url: text().notNull(),
  /** Patterns of types of events. */
  events: text().array().notNull(),
  /** Sealed: WebhookSecrets. */
  secrets: text().notNull(),
  /** Until when the secret before signs, too. */
  previousUntil: at(),
  /** Null while it is sent to. */
  disabledAt: at(),
  disabledReason: text().$type<'by-hand' | 'gone' | 'failing'>(),
  /** Looks in a row that met no answer, and since when nothing was taken. */
  failures: integer().notNull().default(0),
  failingSince: at(),
  generation: generation(),
  createdAt: createdAt(),
  updatedAt: createdAt(),
  wakeAt: at(),
}, (t) => [uniqueIndex('webhooks_name').on(t.tenantId, t.name), index('webhooks_list').on(t.tenantId, t.createdAt, t.id), index('webhooks_wake').on(t.wakeAt)])

/** `whsec_` texts. */
export interface WebhookSecrets { current: string; previous: string | null }

/** One event on its way to one webhook. It is made where the event gets its position, in one transaction with it. */
export const deliveries = pgTable('deliveries', {
  id: id(),
  tenantId: tenantId(),
  webhookId: text().notNull().references(() => webhooks.id, { onDelete: 'cascade' }),
  eventId: text().notNull(),
  eventType: text().notNull(),
  state: text().$type<'pending' | 'succeeded' | 'failed'>().notNull().default('pending'),
  /** Tries of this round; a replay begins another. */
  tries: integer().notNull().default(0),
  attempts: jsonb().$type<DeliveryAttempt[]>().notNull().default([]),
  nextAt: at(),
  createdAt: createdAt(),
  finishedAt: at(),
}, (t) => [
  index('deliveries_list').on(t.webhookId, t.createdAt, t.id), index('deliveries_due').on(t.webhookId, t.nextAt).where(sql`${t.state} = 'pending'`), index('deliveries_created').on(t.createdAt),
])

export interface DeliveryAttempt {
  at: string
  /** Of HTTP; null when nobody answered. */
  status: number | null
  error: string | null
  durationMs: number
}

export type WebhookRow = typeof webhooks.$inferSelect
export type DeliveryRow = typeof deliveries.$inferSelect
