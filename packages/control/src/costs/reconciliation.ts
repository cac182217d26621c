import { Type } from 'typebox'
import { amountOf, Problem, refuse } from '@hubfleet/core'
import { and, asc, billedDays, clusters, eq, gte, lt, or, type Transaction } from '@hubfleet/database'
import { query } from '../verb.ts'

const Day = Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', examples: ['2026-05-01'] }))
const Amount = Type.String({ description: 'Exact decimal, at most six places' })

const DaySchema = Type.Object({
  day: Type.String(), cluster: Type.String({ description: 'Its id' }), name: Type.String(), component: Type.String(), currency: Type.String(),
  measured: Type.Union([Amount, Type.Null()], { description: 'At list prices; null where no price is known of anything' }),
  billed: Type.String({ description: 'All that is paid: usage and fees, less discounts and credits, with taxes' }),
  discounts: Amount, credits: Type.String({ description: 'Gifts and repayments' }), taxes: Amount,
  difference: Type.Union([Amount, Type.Null()], { description: 'Billed less measured' }),
  reasons: Type.Array(Type.String(), { description: 'Why they differ, in words' }),
}, { $id: 'ReconciledDay' })

const mostDays = 20_000

export const reconcileCost = query({
  noun: 'cost', verb: 'reconciliation', summary: 'What was measured beside what was billed, by cluster, day and component', action: 'tenant:read', weight: 200,
  description: 'Days are those of UTC, which bills have. A day of a cluster is here once a bill tells of it, and its hours are computed.',
  input: Type.Object({ from: Day, to: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'The day after the last' })), cluster: Type.Optional(Type.String({ maxLength: 255, description: 'By id or name' })) }, { additionalProperties: false }),
  answer: Type.Object({ days: Type.Array(DaySchema), totals: Type.Array(Type.Object({ currency: Type.String(), measured: Amount, billed: Amount, difference: Amount }, { $id: 'ReconciledTotal' })) }, { $id: 'CostReconciliation' }),
  async run({ tx, tenant }, { from, to, cluster }) {
    const only = cluster === undefined ? undefined : await idsOf(tx, tenant.id, cluster)
    const rows = await tx.select({ row: billedDays, name: clusters.name }).from(billedDays).innerJoin(clusters, eq(clusters.id, billedDays.clusterId))
      .where(and(eq(billedDays.tenantId, tenant.id), from ? gte(billedDays.day, from) : undefined, to ? lt(billedDays.day, to) : undefined, only && or(...only.map((id) => eq(billedDays.clusterId, id)))))
      .orderBy(asc(billedDays.day), asc(clusters.name), asc(billedDays.clusterId), asc(billedDays.component)).limit(mostDays + 1)
    if (rows.length > mostDays) refuse([{ pointer: '/from', code: 'too-many', detail: `There are more than ${mostDays} of these; ask for fewer days, or for one cluster.` }])
    const totals = Map.groupBy(rows, ({ row }) => row.currency)
    return {
      days: rows.map(({ row, name }) => ({
        day: row.day, cluster: row.clusterId, name, component: row.component, currency: row.currency, measured: row.measuredMicros === null ? null : amountOf(row.measuredMicros), billed: amountOf(row.billedMicros),
        discounts: amountOf(row.discountMicros), credits: amountOf(row.creditMicros), taxes: amountOf(row.taxMicros),
        difference: row.measuredMicros === null ? null : amountOf(row.billedMicros - row.measuredMicros), reasons: reasonsOf(row),
      })),
      totals: [...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, of]) => {
        const measured = of.reduce((all, { row }) => all + (row.measuredMicros ?? 0n), 0n)
        const billed = of.reduce((all, { row }) => all + row.billedMicros, 0n)
        return { currency, measured: amountOf(measured), billed: amountOf(billed), difference: amountOf(billed - measured) }
      }),
    }
  },
})

async function idsOf(tx: Transaction, tenantId: string, ref: string): Promise<string[]> {
  const rows = await tx.select({ id: clusters.id }).from(clusters).where(and(eq(clusters.tenantId, tenantId), or(eq(clusters.id, ref), eq(clusters.name, ref))))
  if (rows.length === 0) throw new Problem('not-found', { noun: 'cluster', ref })
  return rows.map(({ id }) => id)
}

function reasonsOf({ measuredMicros, billedMicros, discountMicros, creditMicros, taxMicros, unpricedSeconds, gapSeconds }: typeof billedDays.$inferSelect): string[] {
  if (measuredMicros === billedMicros) return []
  const hours = (seconds: number) => (seconds / 3600).toFixed(1)
  const listed = billedMicros - discountMicros - creditMicros - taxMicros
  const known = [
    ...(discountMicros !== 0n ? [`Discounts: ${amountOf(discountMicros)}.`] : []),
    ...(creditMicros !== 0n ? [`Credits and refunds: ${amountOf(creditMicros)}.`] : []),
    ...(taxMicros !== 0n ? [`Taxes: ${amountOf(taxMicros)}.`] : []),
    ...(gapSeconds > 0 ? [`${hours(gapSeconds)} hours of the cluster were not seen; what they cost is only on the bill.`] : []),
    ...(unpricedSeconds > 0 ? [`Of ${hours(unpricedSeconds)} measured hours no price is known.`] : []),
  ]
  if (measuredMicros === null) return [...known, ...(unpricedSeconds > 0 ? [] : ['It is billed, and nothing like it was measured: it stands as unallocated.'])]
  if (billedMicros === 0n) return [...known, 'It was measured, and the bill has nothing of it: it may be free, of another account, or not on the bill yet.']
  const rest = listed - measuredMicros
  return rest === 0n ? known : [...known, `${rest > 0n ? 'More' : 'Less'} by ${amountOf(rest < 0n ? -rest : rest)} than list prices times what was measured: another price than the catalogue's, or other hours.`]
}
