import type { Piece } from '@hubfleet/core'
import { sql, type RollupLevel, type Transaction } from '@hubfleet/database'
import type { Dimension } from './wire.ts'

/** The same grain and clock: what of the rollups goes into which period. */
export interface Part {
  tenantIds: string[]
  grain: Piece['grain']
  /** In order of time and apart. */
  pieces: { from: Date; to: Date; period: number }[]
}

export interface Places { clusterIds: string[]; providers: string[]; regions: string[] }

export interface Wanted {
  whose: 'user' | 'hub' | 'tenant'
  by: Dimension[]
  /** Values that rows must have, by their column. */
  only: Partial<Record<Column, string[]>>
  /** Where clusters are, for questions by provider or region. */
  places: Places | null
  /** Of the first `by`: the dearest of each currency, or exactly these. */
  head: { top: number } | { shown: { currency: string; value: string }[] } | null
}

export type Column = 'cluster_id' | 'hub_id' | 'component' | 'pool' | 'group_name' | 'user_name'

/** One period of one series. */
export interface Cell {
  period: number
  currency: string
  rest: boolean
  /** Values of `by`; null for the first of the rest. */
  values: (string | null)[]
  micros: bigint | null
  billed: bigint | null
  seconds: number
  coreSeconds: number
  gibSeconds: number
  unpricedSeconds: number
}

/** More cells are no report any more. */
export const mostCells = 200_000

/**
 * Sums rollups by period and series in one statement, each part from the partition of its level. Beyond `mostCells` it stops reading: an answer with more
 * of them is not whole.
 */
export async function readCells(tx: Transaction, { whose, by, only, places, head }: Wanted, parts: Part[]): Promise<Cell[]> {
  if (parts.length === 0) return []
  const keys = by.map((_, index) => sql.raw(`d${index}`))
  const each = sql.join(parts.map((part) => partOf(part, `${whose}-${part.grain}`, by, only, places)), sql` union all `)
  const list = (first: ReturnType<typeof sql> | null) => sql.join([...(first ? [first] : keys.slice(0, 1)), ...keys.slice(1)], sql`, `)
  const ranked = head && by.length > 0
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    with parts as (${each})${ranked ? sql`, head as (${headOf(head)})` : sql``}
    select period, currency, ${ranked ? sql`head.d0 is null` : sql`false`} as rest${by.length > 0 ? sql`, ${ranked ? list(sql`head.d0 as d0`) : list(null)}` : sql``},
      sum(micros)::text as micros, case when bool_and(whole) then sum(billed)::text end as billed,
      sum(seconds) as seconds, sum(core_seconds) as core_seconds, sum(gib_seconds) as gib_seconds, sum(unpriced_seconds) as unpriced_seconds
    from parts ${ranked ? sql`left join head using (currency, d0)` : sql``}
    group by period, currency${by.length > 0 ? sql`, ${ranked ? list(sql`head.d0`) : list(null)}` : sql``}
    limit ${mostCells + 1}`)
  return rows.map((row) => ({
    period: row['period'] as number, currency: row['currency'] as string, rest: row['rest'] as boolean, values: by.map((_, index) => row[`d${index}`] as string | null),
    micros: bigintOf(row['micros']), billed: bigintOf(row['billed']),
    seconds: row['seconds'] as number, coreSeconds: row['core_seconds'] as number, gibSeconds: row['gib_seconds'] as number, unpricedSeconds: row['unpriced_seconds'] as number,
  }))
}

const bigintOf = (text: unknown): bigint | null => (text === null ? null : BigInt(text as string))

const columns: Record<Exclude<Dimension, 'provider' | 'region'>, string> = {
  tenant: 'r.tenant_id', cluster: 'r.cluster_id', pool: 'r.pool', hub: 'r.hub_id', group: 'r.group_name', user: 'r.user_name', component: 'r.component',
}
const keyOf = (dimension: Dimension) => sql.raw(dimension === 'provider' || dimension === 'region' ? `coalesce(p.${dimension}, '')` : columns[dimension])

function partOf({ tenantIds, pieces }: Part, level: string, by: Dimension[], only: Wanted['only'], places: Places | null) {
  const [borders, periods] = bordersOf(pieces)
  const keys = by.map((dimension, index) => sql`${keyOf(dimension)} as ${sql.raw(`d${index}`)}`)
  const grouped = by.map((_, index) => sql.raw(`, ${index + 3}`))
  return sql`
    select (${sql.param(periods)}::int[])[width_bucket(r.start, ${sql.param(borders)}::timestamptz[])] as period, r.currency${keys.length > 0 ? sql`, ${sql.join(keys, sql`, `)}` : sql``},
      sum(r.micros) as micros, sum(r.billed_micros) as billed, bool_and(r.billed_micros is not null) as whole,
      sum(r.seconds) as seconds, sum(r.core_seconds) as core_seconds, sum(r.gib_seconds) as gib_seconds, sum(r.unpriced_seconds) as unpriced_seconds
    from cost_rollups r ${places ? sql`left join unnest(${sql.param(places.clusterIds)}::text[], ${sql.param(places.providers)}::text[], ${sql.param(places.regions)}::text[]) as p(cluster_id, provider, region) using (cluster_id)` : sql``}
    where r.level = ${level as RollupLevel} and ${tenantIs(tenantIds)} and (${rangesOf(pieces)})${sql.join(Object.entries(only).map(([column, values]) => sql` and r.${sql.raw(column)} = any(${sql.param(values)}::text[])`))}
    group by 1, 2${sql.join(grouped)}`
}

const tenantIs = (ids: string[]) => (ids.length === 1 ? sql`r.tenant_id = ${ids[0]}` : sql`r.tenant_id = any(${sql.param(ids)}::text[])`)

/** The dearest of each currency; what costs nothing that is known comes by how long it was there. */
const headOf = (head: NonNullable<Wanted['head']>) => ('top' in head
  ? sql`select currency, d0 from (select currency, d0, row_number() over (partition by currency order by sum(micros) desc nulls last, sum(seconds) desc, d0) as place from parts group by currency, d0) as places where place <= ${head.top}`
  : sql`select * from unnest(${sql.param(head.shown.map(({ currency }) => currency))}::text[], ${sql.param(head.shown.map(({ value }) => value))}::text[]) as shown(currency, d0)`)

/** Where periods begin, and which one it is; what lies between two that are apart is of none. */
function bordersOf(pieces: Part['pieces']): [borders: string[], periods: (number | null)[]] {
  const borders: string[] = []
  const periods: (number | null)[] = []
  for (const [index, { from, to, period }] of pieces.entries()) {
    borders.push(from.toISOString())
    periods.push(period)
    if (pieces[index + 1]?.from.getTime() === to.getTime()) continue
    borders.push(to.toISOString())
    periods.push(null)
  }
  return [borders, periods]
}

/** Each stretch of time once, so that nothing between two of them is read. */
export function rangesOf(pieces: Part['pieces']) {
  const ranges: { from: Date; to: Date }[] = []
  for (const { from, to } of pieces) {
    const last = ranges.at(-1)
    if (last?.to.getTime() === from.getTime()) last.to = to
    else ranges.push({ from, to })
  }
  return sql.join(ranges.map(({ from, to }) => sql`r.start >= ${from.toISOString()}::timestamptz and r.start < ${to.toISOString()}::timestamptz`), sql` or `)
}
