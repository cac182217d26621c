import { core } from '../drizzle.ts'
import type { Disruption, ObjectChange, ProblemDocument } from '@hubfleet/core'
import { at, createdAt, id, tenantId } from './columns.ts'

const { index, integer, jsonb, pgTable, text } = core

/** A change that was planned and is not yet made. */
export const plans = pgTable('plans', {
  id: id(),
  tenantId: tenantId(),
  /** What applying does, by its operationId: `hubUpdate`. */
  change: text().notNull(),
  clusterId: text().notNull(),
  /** Of a hub that is to be made, the id that it will have. */
  hubId: text().notNull(),
  hubName: text().notNull(),
  /** The revision that it changes; null for a hub that is to be made. */
  baseGeneration: integer(),
  /** What was asked and what that means, with all secrets, as one JWE bound to the plan's id. Null once it is of no use any more. */
  sealed: text(),
  state: text().$type<PlanState>().notNull(),
  /** As `validateOnly` answers it. */
  planned: jsonb().$type<Record<string, unknown>>().notNull(),
  /** What the worker found. */
  seen: jsonb().$type<PlanSeen>(),
  /** Why it needs an approval. */
  reasons: jsonb().$type<string[]>().notNull().default([]),
  error: jsonb().$type<ProblemDocument>(),
  createdBy: text().notNull(),
  /** Who that key belongs to, as `keys.holder` says. */
  holder: text().notNull(),
  approvedBy: text(),
  approvedAt: at(),
  /** What applying it began. */
  operationId: text(),
  appliedBy: text(),
  appliedAt: at(),
  createdAt: createdAt(),
  expiresAt: at().notNull(),
  wakeAt: at(),
}, (t) => [index('plans_list').on(t.tenantId, t.createdAt, t.id), index('plans_hub').on(t.hubId), index('plans_wake').on(t.wakeAt), index('plans_expiry').on(t.expiresAt)])

export type PlanState = 'planning' | 'ready' | 'waiting-for-approval' | 'failed' | 'applied'

export interface PlanSeen {
  /** In sentences, the most important first. */
  words: string[]
  disruption: Disruption
  connected: number | null
  objects: ObjectChange[]
  /** A hash of each object that was live, by its name. */
  fingerprints: Record<string, string>
}

export type PlanRow = typeof plans.$inferSelect
