import { Type } from 'typebox'
import { amountOf, billedComponents, billFormats, chargeCategories, Problem } from '@hubfleet/core'
import { and, billCharges, bills, clusters, eq, inArray, sql, type BillRow, type Transaction } from '@hubfleet/database'
import { TimeSchema } from '../wire.ts'

const AmountSchema = Type.String({ description: 'Exact decimal in the bill\'s currency, at most six places', examples: ['12.5'] })
const DaySchema = (description: string) => Type.String({ description, examples: ['2026-05-01'] })

export const BillSchema = Type.Object({
  id: Type.String(), createdAt: TimeSchema,
  format: Type.String({ 'x-extensible-enum': [...billFormats] }),
  accounts: Type.Array(Type.String(), { description: 'Who pays and for whom: payer/account, project or subscription' }),
  from: DaySchema('First day of UTC that anything is charged for'), to: DaySchema('The last one'),
  currency: Type.String({ description: 'Of all its amounts, as they are kept' }),
  rows: Type.Integer({ description: 'Lines' }), matchedRows: Type.Integer({ description: 'Lines of which a cluster has a part' }),
  amount: AmountSchema,
  matched: Type.String({ description: 'What clusters have a part in' }),
  unmatched: Type.String({ description: 'The rest; both are the amount, to the last micro' }),
  clusters: Type.Array(Type.Object({
    cluster: Type.String({ description: 'Its id' }), name: Type.String(),
    component: Type.String({ 'x-extensible-enum': [...billedComponents] }), category: Type.String({ 'x-extensible-enum': [...chargeCategories] }), amount: AmountSchema,
  }, { $id: 'BillPart' }), { description: 'What it has of each cluster, by component and kind of charge' }),
  dearestUnmatched: Type.Array(Type.Object({ service: Type.String(), sku: Type.String(), resource: Type.String({ description: 'One that it was charged for' }), amount: AmountSchema, rows: Type.Integer() }, { $id: 'BillRest' }), { description: 'What the dearest of the rest is' }),
  notes: Type.Array(Type.String(), { description: 'What became of it, in words' }),
}, { $id: 'Bill', description: 'A provider\'s bill' })

export async function loadBill(tx: Transaction, tenantId: string, id: string, { lock = false } = {}): Promise<BillRow> {
  const query = tx.select().from(bills).where(and(eq(bills.tenantId, tenantId), eq(bills.id, id)))
  const [row] = await (lock ? query.for('update') : query)
  if (!row) throw new Problem('not-found', { noun: 'bill', ref: id })
  return row
}

/** With what each has of clusters, in one query for all of them. */
export async function showBills(tx: Transaction, rows: readonly BillRow[], notes: readonly string[] = []) {
  const parts = rows.length === 0 ? [] : await tx.select({ billId: billCharges.billId, cluster: billCharges.clusterId, name: clusters.name, component: billCharges.component, category: billCharges.category, micros: sql<string>`sum(${billCharges.micros})::text` })
    .from(billCharges).innerJoin(clusters, eq(clusters.id, billCharges.clusterId)).where(inArray(billCharges.billId, rows.map(({ id }) => id)))
    .groupBy(billCharges.billId, billCharges.clusterId, clusters.name, billCharges.component, billCharges.category).orderBy(clusters.name, billCharges.clusterId, billCharges.component, billCharges.category)
  const of = Map.groupBy(parts, ({ billId }) => billId)
  return rows.map((row) => ({
    id: row.id, createdAt: row.createdAt.toISOString(), format: row.format, accounts: row.accounts, from: row.from, to: row.to, currency: row.currency, rows: row.rows, matchedRows: row.matchedRows,
    amount: amountOf(row.micros), matched: amountOf(row.micros - row.unmatchedMicros), unmatched: amountOf(row.unmatchedMicros),
    clusters: (of.get(row.id) ?? []).map(({ billId: _, micros, ...part }) => ({ ...part, amount: amountOf(BigInt(micros)) })),
    dearestUnmatched: row.unmatched, notes: [...notes],
  }))
}

/** Every day that a bill tells of is to be divided anew. After all else of a transaction. */
export async function markBilledDays(tx: Transaction, days: readonly { clusterId: string; tenantId: string; day: string }[]): Promise<void> {
  const column = (of: (one: (typeof days)[number]) => string) => sql.param(days.map(of))
  if (days.length > 0) await tx.execute(sql`
    insert into rollups_due (grain, of_id, tenant_id, start)
    select distinct 'bill', cluster, tenant, day::timestamp at time zone 'UTC' as start
    from unnest(${column(({ clusterId }) => clusterId)}::text[], ${column(({ tenantId }) => tenantId)}::text[], ${column(({ day }) => day)}::date[]) as d(cluster, tenant, day) order by cluster, start
    on conflict (grain, of_id, start) do update set version = rollups_due.version + 1`)
}

export const daysOfBills = (tx: Transaction, ids: readonly string[]) =>
  tx.selectDistinct({ clusterId: billCharges.clusterId, tenantId: billCharges.tenantId, day: billCharges.day }).from(billCharges).where(inArray(billCharges.billId, [...ids]))

/** One at a time for a tenant: two that cover the same would each believe the other is not there. */
export const lockBills = (tx: Transaction, tenantId: string) => tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`bills ${tenantId}`}, 0))`)
