import { core, sql } from '../drizzle.ts'
import type { BudgetMonth, Held, Threshold } from '@hubfleet/core'
import { at, createdAt, generation, id, tenantId } from './columns.ts'
import { hubs } from './hubs.ts'

const { bigint, index, jsonb, pgTable, text, uniqueIndex } = core

/** What a tenant, or one hub of it, is to cost in a month at most, and what happens when it does not. */
export const budgets = pgTable('budgets', {
  id: id(),
  tenantId: tenantId(),
  name: text().notNull(),
  /** Null: all of the tenant. */
  hubId: text().references(() => hubs.id),
  /** Millionths of `currency`, for a month by the tenant's clock. */
  micros: bigint({ mode: 'bigint' }).notNull(),
  currency: text().notNull(),
  thresholds: jsonb().$type<Threshold[]>().notNull(),
  /** What becomes of a change of a hub that would pass it. */
  onPlan: text().$type<'allow' | 'warn' | 'refuse'>().notNull(),
  /** Lifts all actions until then. */
  override: jsonb().$type<{ until: string; reason: string; by: string; at: string }>(),
  /** What was crossed in the month. */
  month: jsonb().$type<BudgetMonth>(),
  /** What it did to hubs and has to undo, by their ids. */
  held: jsonb().$type<Record<string, Held>>().notNull().default({}),
  /** What the last look found; null before the first. */
  status: jsonb().$type<BudgetStatus>(),
  generation: generation(),
  createdAt: createdAt(),
  updatedAt: createdAt(),
  wakeAt: at(),
}, (t) => [
  uniqueIndex('budgets_name').on(t.tenantId, t.name), uniqueIndex('budgets_scope').on(t.tenantId, sql`coalesce(${t.hubId}, '')`),
  index('budgets_list').on(t.tenantId, t.createdAt, t.id), index('budgets_wake').on(t.wakeAt), index('budgets_hub').on(t.hubId),
])

export interface BudgetStatus {
  /** The month, by the tenant's clock. */
  from: string
  to: string
  /** Exact decimals in the budget's currency. */
  actual: string
  forecast: { low: string; expected: string; high: string } | null
  thresholds: { name: string; crossedAt: string | null; takesEffectAt: string | null; inForce: boolean }[]
  /** Why servers are not started, as people are told. */
  frozen: string | null
  /** Seats that hubs keep at most; null is no limit by it. */
  seats: number | null
  stopped: boolean
  /** What of the cost is not known, and what could not be done, in words. */
  notes: string[]
  weighedAt: string
}

export type BudgetRow = typeof budgets.$inferSelect
