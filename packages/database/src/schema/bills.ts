import type { BilledComponent, BillFormatName, ChargeCategory, ProblemDocument } from '@hubfleet/core'
import { core } from '../drizzle.ts'
import { clusters } from './clusters.ts'
import { at, id, tenantId } from './columns.ts'

const { bigint, date, doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } = core

/** A provider's bill as it was read. Its lines are not kept, but what they come to. */
export const bills = pgTable('bills', {
  id: id(),
  tenantId: tenantId(),
  createdAt: at().notNull(),
  /** SHA-256 of what was sent. */
  digest: text().notNull(),
  format: text().$type<BillFormatName>().notNull(),
  /** Who pays and for whom, sorted: `payer/account`. */
  accounts: text().array().notNull(),
  /** First and last day of UTC that anything is charged for. */
  from: date('from_day', { mode: 'string' }).notNull(),
  to: date('to_day', { mode: 'string' }).notNull(),
  /** Of all amounts that are kept. */
  currency: text().notNull(),
  rows: integer('row_count').notNull(),
  matchedRows: integer().notNull(),
  micros: bigint({ mode: 'bigint' }).notNull(),
  unmatchedMicros: bigint({ mode: 'bigint' }).notNull(),
  /** The dearest kinds of what no cluster has a part in. */
  unmatched: jsonb().$type<{ service: string; sku: string; resource: string; amount: string; rows: number }[]>().notNull(),
}, (t) => [uniqueIndex('bills_content').on(t.tenantId, t.digest), index('bills_page').on(t.tenantId, t.createdAt, t.id)])

export type BillRow = typeof bills.$inferSelect

/** What a bill has of a cluster's day of UTC. */
export const billCharges = pgTable('bill_charges', {
  billId: text().notNull().references(() => bills.id, { onDelete: 'cascade' }),
  tenantId: tenantId(),
  clusterId: text().notNull().references(() => clusters.id),
  day: date({ mode: 'string' }).notNull(),
  /** '' where it is told of no hub. */
  hubId: text().notNull(),
  component: text().$type<BilledComponent>().notNull(),
  category: text().$type<ChargeCategory>().notNull(),
  micros: bigint({ mode: 'bigint' }).notNull(),
}, (t) => [primaryKey({ name: 'bill_charges_pk', columns: [t.billId, t.clusterId, t.day, t.hubId, t.component, t.category] }), index('bill_charges_day').on(t.clusterId, t.day), index('bill_charges_tenant').on(t.tenantId, t.day)])

/** A cluster's day of UTC, as it was measured and as it was billed; made anew with what is billed in rollups. */
export const billedDays = pgTable('billed_days', {
  clusterId: text().notNull(),
  tenantId: tenantId(),
  day: date({ mode: 'string' }).notNull(),
  component: text().$type<BilledComponent>().notNull(),
  currency: text().notNull(),
  /** At list prices; null where no price is known of anything. */
  measuredMicros: bigint({ mode: 'bigint' }),
  billedMicros: bigint({ mode: 'bigint' }).notNull(),
  /** What of `billedMicros` is no usage, fee or adjustment: lowered prices, gifts and repayments, taxes. */
  discountMicros: bigint({ mode: 'bigint' }).notNull(),
  creditMicros: bigint({ mode: 'bigint' }).notNull(),
  taxMicros: bigint({ mode: 'bigint' }).notNull(),
  /** Measured hours that no price is known of, and hours of the cluster that nobody saw. */
  unpricedSeconds: doublePrecision().notNull(),
  gapSeconds: doublePrecision().notNull(),
}, (t) => [primaryKey({ name: 'billed_days_pk', columns: [t.clusterId, t.day, t.component] }), index('billed_days_tenant').on(t.tenantId, t.day)])

/** A bill as it lies in the folder of bills: a file, or the parts of one that stand beside each other. There are as many rows as it has files. */
export const billFiles = pgTable('bill_files', {
  id: id(),
  tenantId: tenantId(),
  createdAt: at().notNull(),
  /** Its path below the tenant's folder; of parts, with a `*` where their numbers are. */
  name: text().notNull(),
  parts: integer().notNull(),
  bytes: bigint({ mode: 'number' }).notNull(),
  modifiedAt: at().notNull(),
  /** Since when it is as it is: what still grows is not read. */
  steadySince: at().notNull(),
  state: text().$type<'waiting' | 'loaded' | 'refused'>().notNull(),
  readAt: at(),
  /** The bill that it became; that may be deleted or replaced since. */
  billId: text(),
  notes: text().array().notNull(),
  problem: jsonb().$type<ProblemDocument>(),
}, (t) => [uniqueIndex('bill_files_name').on(t.tenantId, t.name), index('bill_files_page').on(t.tenantId, t.createdAt, t.id)])

export type BillFileRow = typeof billFiles.$inferSelect
