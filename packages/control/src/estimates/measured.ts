import { amountOf, sumMicros, toMoney } from '@hubfleet/core'
import { sql, type HubRow, type Transaction } from '@hubfleet/database'
import { readRefused, refusedInWords } from '../costs/refused.ts'
import { hours } from '../costs/shape.ts'

const hoursPerMonth = 730

/**
 * What a hub has cost so far, from what was measured: its own things, and its share of what serves its cluster. Months alone are added up, so its time grows with the
 * months of the hub. `now`: by the clock that its cluster lives by. Null where no hour of it was measured yet. The dearest currency, where there are several.
 */
export async function measuredCost(tx: Transaction, { id, tenantId, createdAt }: Pick<HubRow, 'id' | 'tenantId' | 'createdAt'>, now: Date) {
  const span = await measuredSpan(tx, tenantId, id)
  if (!span) return null
  const { rows } = await tx.execute<{ name: string; currency: string; micros: string | null; seconds: number; unpriced: number }>(sql`
    select component as name, currency, sum(micros)::text as micros, sum(seconds) as seconds, sum(unpriced_seconds) as unpriced
    from cost_rollups where level = 'hub-month' and tenant_id = ${tenantId} and start >= ${span.firstMonth} and hub_id = ${id} group by 1, 2 order by sum(micros) desc nulls last, 1`)
  const currency = rows[0]?.currency ?? 'USD'
  const own = rows.filter((row) => row.currency === currency)
  const total = sumMicros(own.map(({ micros }) => BigInt(micros ?? 0)))
  const exactly = (micros: bigint) => ({ amount: amountOf(micros), currency })
  const to = new Date(Math.min(span.to.getTime(), now.getTime()))
  const from = new Date(Math.max(span.from.getTime(), createdAt.getTime()))
  const length = Math.max(0, to.getTime() - from.getTime()) / 3_600_000
  const seen = Math.max(0, length - span.gapHours)
  const perMonth = seen > 0 ? toMoney(BigInt(Math.round((Number(total) / seen) * hoursPerMonth)), currency) : null
  const refused = await readRefused(tx, [tenantId], { hubIds: [id], clusterIds: null }, { from, to })
  return {
    from: from.toISOString(), to: to.toISOString(), hours: hours(length * 3600), gapHours: hours(span.gapHours * 3600), total: exactly(total), perMonth,
    components: own.map(({ name, micros, seconds }) => ({ name, amount: micros === null ? null : exactly(BigInt(micros)), hours: hours(seconds) })),
    incomplete: [
      ...own.filter(({ unpriced }) => unpriced > 0).map(({ name, unpriced }) => `${name}: of ${hours(unpriced)} hours no price is known`),
      ...(span.gapHours > 0 ? [`${hours(span.gapHours * 3600)} hours were not seen, and are in no amount`] : []),
      ...refused.map(refusedInWords),
      ...(rows.length > own.length ? ['There are amounts in other currencies: see the cost report'] : []),
    ],
  }
}

export interface MeasuredSpan { firstMonth: Date; from: Date; to: Date; gapHours: number }

/** From its first hour until the end of its last; hours are looked for on the first and last day only. Of a day whose hours are not kept any more, the day counts. */
export async function measuredSpan(tx: Transaction, tenantId: string, hubId: string): Promise<MeasuredSpan | null> {
  const of = (level: string) => sql`usage_rollups where level = ${level} and tenant_id = ${tenantId} and hub_id = ${hubId}`
  const { rows } = await tx.execute<{ first_month: string | null; first: string; last: string; gap: number }>(sql`
    with months as (select min(start) as first, max(start) as last, sum(gap_seconds) as gap from ${of('hub-month')}),
      first_day as (select min(start) as day from ${of('hub-day')} and start >= (select first from months) and start < (select first from months) + interval '32 days'),
      last_day as (select max(start) as day from ${of('hub-day')} and start >= (select last from months))
    select first as first_month, gap,
      coalesce((select min(start) from ${of('hub-hour')} and start >= (select day from first_day) and start < (select day from first_day) + interval '25 hours'), (select day from first_day)) as first,
      coalesce((select max(start) + interval '1 hour' from ${of('hub-hour')} and start >= (select day from last_day)), (select day from last_day) + interval '1 day') as last
    from months`)
  const row = rows[0]
  if (!row?.first_month || !row.first) return null
  return { firstMonth: new Date(row.first_month), from: new Date(row.first), to: new Date(row.last), gapHours: row.gap / 3600 }
}
