import { core, sql } from '../drizzle.ts'
import type { ProblemDocument } from '@hubfleet/core'
import { at, createdAt, id, tenantId } from './columns.ts'

const { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } = core

export const operations = pgTable('operations', {
  id: id(),
  tenantId: tenantId(),
  /** The verb, e.g. `hub.scale`. */
  kind: text().notNull(),
  targetType: text().$type<TargetType>().notNull(),
  targetId: text().notNull(),
  /** The revision it waits for. Null for an action, such as a cull, that is no state. */
  generation: integer(),
  state: text().$type<OperationState>().notNull(),
  input: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  steps: jsonb().$type<OperationStep[]>().notNull().default([]),
  progress: jsonb().$type<{ percent: number; message: string }>().notNull(),
  attempt: integer().notNull().default(0),
  /** What went wrong last and is tried again. */
  lastError: jsonb().$type<ProblemDocument>(),
  /** What ended it. */
  error: jsonb().$type<ProblemDocument>(),
  result: jsonb().$type<Record<string, unknown>>(),
  supersededBy: text(),
  requestedBy: text().notNull(),
  reason: text().notNull(),
  cancelRequested: boolean().notNull().default(false),
  createdAt: createdAt(),
  startedAt: at(),
  finishedAt: at(),
  deadlineAt: at().notNull(),
}, (t) => [
  index('operations_list').on(t.tenantId, t.createdAt, t.id),
  index('operations_target').on(t.targetId, t.createdAt, t.id),
  index('operations_open').on(t.targetId).where(sql`${t.finishedAt} is null`),
])

/** What an operation works on, and its page is of. */
export type TargetType = 'hub' | 'cluster' | 'plan' | 'credential' | 'catalogue' | 'webhook'
export type OperationState = 'queued' | 'running' | 'succeeded' | 'failed' | 'canceling' | 'canceled'
export interface OperationStep {
  name: string
  state: 'pending' | 'running' | 'waiting' | 'done' | 'failed'
  message: string
  startedAt: string | null
  finishedAt: string | null
  /** Since when it waits for the same thing. */
  waitingSince: string | null
}

/** An event gets its position after its commit, from one sequencer, so that resuming a stream by position loses none. */
export const events = pgTable('events', {
  id: id(),
  tenantId: tenantId(),
  position: bigint({ mode: 'number' }),
  type: text().notNull(),
  subject: text().notNull(),
  /** The hub that it is about, if it is about one. */
  hubId: text(),
  data: jsonb().$type<Record<string, unknown>>().notNull(),
  createdAt: createdAt(),
}, (t) => [
  uniqueIndex('events_position').on(t.position),
  index('events_list').on(t.tenantId, t.position),
  index('events_hub').on(t.hubId, t.position),
  index('events_created').on(t.createdAt),
  index('events_unsequenced').on(t.id).where(sql`${t.position} is null`),
])

export const audit = pgTable('audit', {
  id: id(),
  tenantId: tenantId(),
  principal: text().notNull(),
  verb: text().notNull(),
  target: text().notNull(),
  requestId: text().notNull(),
  createdAt: createdAt(),
}, (t) => [index('audit_list').on(t.tenantId, t.createdAt)])

/** A replay answers what the first call answered; the row commits with the change that it answers for. */
export const idempotencyRecords = pgTable('idempotency_records', {
  tenantId: tenantId(),
  principal: text().notNull(),
  verb: text().notNull(),
  key: text().notNull(),
  requestHash: text().notNull(),
  response: jsonb().$type<unknown>().notNull(),
  createdAt: createdAt(),
}, (t) => [primaryKey({ columns: [t.tenantId, t.principal, t.verb, t.key] }), index('idempotency_created').on(t.createdAt)])

export type OperationRow = typeof operations.$inferSelect
export type EventRow = typeof events.$inferSelect
