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
  /** What is summed beside the cost at list prices. Sums are most of what a question costs. */
  measures: ReadonlySet<Measure>
}

export type Measure = 'billed' | 'seconds' | 'core_seconds' | 'gib_seconds' | 'unpriced_seconds'
const plainMeasures = ['seconds', 'core_seconds', 'gib_seconds', 'unpriced_seconds'] as const

export type Column = 'cluster_id' | 'hub_id' | 'component' | 'pool' | 'group_name' | 'user_name'

/** What was found of one series: lists side by side, of the periods in which there is something of it. What was not asked for is an empty list. */
export interface Found {
  currency: string
  rest: boolean
  /** Values of `by`; null for the first of the rest. */
  values: (string | null)[]
  /** Of what is by hub, and of one that the database knows. */
  hub: { id: string; name: string } | null
  periods: number[]
  micros: (bigint | null)[]
  billed: (bigint | null)[]
  seconds: number[]
  coreSeconds: number[]
  gibSeconds: number[]
  unpricedSeconds: number[]
}

/** More amounts are no report any more. */
export const mostCells = 200_000

/**
 * Sums rollups by period and series in one statement, each part from the partition of its level. Beyond `mostCells` amounts it stops reading: an answer with more
 * of them is not whole. A series comes as one row, its amounts as texts: a row for each amount would be most of the work.
 */
export async function readSeries(tx: Transaction, { whose, by, only, places, head, measures }: Wanted, parts: Part[]): Promise<Found[]> {
  if (parts.length === 0) return []
  const ranked = head !== null && by.length > 0
  const inner = new Set(ranked && 'top' in head ? [...measures, 'seconds' as const] : measures)
  const each = sql.join(parts.map((part) => partOf(part, `${whose}-${part.grain}`, by, only, places, inner)), sql` union all `)
  const keys = by.map((_, index) => `d${index}`)
  const shown = keys.map((key, index) => (ranked && index === 0 ? 'head.d0' : key))
  const named = sql.raw(['currency', 'rest', ...keys].join(', '))
  // One part has each period of each series once; several meet, as does what is not among the dearest.
  const meet = ranked || parts.length > 1
  const sum = (column: string) => (meet ? `sum(${column})` : column)
  const plain = plainMeasures.filter((name) => measures.has(name))
  const sums = ['period', `${sum('micros')} as micros`, ...(measures.has('billed') ? [`case when ${meet ? 'bool_and(whole)' : 'whole'} then ${sum('billed')} end as billed`] : []), ...plain.map((name) => `${sum(name)} as ${name}`)]
  const listsOf = ['period', 'micros', ...(measures.has('billed') ? ['billed'] : []), ...plain].map((name) => `string_agg(coalesce(${name}::text, ''), ',') as ${name}`)
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    with parts as (${each})${ranked ? sql`, head as (${headOf(head)})` : sql``},
    cells as (
      select currency, ${ranked ? sql`head.d0 is null` : sql`false`} as rest, ${sql.raw([...shown, ...sums].join(', '))}
      from parts ${ranked ? sql`left join head using (currency, d0)` : sql``}
      ${sql.raw(meet ? `group by ${['period', 'currency', ...shown].join(', ')}` : '')}
      limit ${mostCells + 1})
    ${withHubs(by, sql`select ${named}, ${sql.raw(listsOf.join(', '))} from cells group by ${named}`)}`)
  return rows.map((row) => {
    const list = (name: string): string[] => (row[name] === undefined ? [] : (row[name] as string).split(','))
    const numbers = (name: string): number[] => list(name).map(Number)
    return {
      currency: row['currency'] as string, rest: row['rest'] as boolean, values: keys.map((key) => row[key] as string | null),
      hub: row['hub_name'] == null ? null : { id: row[`d${by.indexOf('hub')}`] as string, name: row['hub_name'] as string }, periods: numbers('period'), micros: list('micros').map(bigintOf), billed: list('billed').map(bigintOf),
      seconds: numbers('seconds'), coreSeconds: numbers('core_seconds'), gibSeconds: numbers('gib_seconds'), unpricedSeconds: numbers('unpriced_seconds'),
    }
  })
}

/** Names come along: another statement for them would cost as much as it. */
function withHubs(by: Dimension[], series: ReturnType<typeof sql>) {
  const place = by.indexOf('hub')
  return place < 0 ? series : sql`select series.*, hubs.name as hub_name from (${series}) as series left join hubs on hubs.id = series.${sql.raw(`d${place}`)}`
}

const bigintOf = (text: string): bigint | null => (text === '' ? null : BigInt(text))

const columns: Record<Exclude<Dimension, 'provider' | 'region'>, string> = {
  tenant: 'r.tenant_id', cluster: 'r.cluster_id', pool: 'r.pool', hub: 'r.hub_id', group: 'r.group_name', user: 'r.user_name', component: 'r.component',
}
const keyOf = (dimension: Dimension) => sql.raw(dimension === 'provider' || dimension === 'region' ? `coalesce(p.${dimension}, '')` : columns[dimension])

function partOf({ tenantIds, pieces }: Part, level: string, by: Dimension[], only: Wanted['only'], places: Places | null, measures: Wanted['measures']) {
  const keys = by.map((dimension, index) => sql`${keyOf(dimension)} as ${sql.raw(`d${index}`)}`)
  const sums = [
    sql`sum(r.micros) as micros`, ...(measures.has('billed') ? [sql`sum(r.billed_micros) as billed, bool_and(r.billed_micros is not null) as whole`] : []),
    ...plainMeasures.filter((name) => measures.has(name)).map((name) => sql.raw(`sum(r.${name}) as ${name}`)),
  ]
  const grouped = by.map((_, index) => sql.raw(`, d${index}`))
  return sql`
    select ${periodOf(pieces)} as period, r.currency${keys.length > 0 ? sql`, ${sql.join(keys, sql`, `)}` : sql``},
      ${sql.join(sums, sql`, `)}
    from cost_rollups r ${places ? sql`left join unnest(${sql.param(places.clusterIds)}::text[], ${sql.param(places.providers)}::text[], ${sql.param(places.regions)}::text[]) as p(cluster_id, provider, region) using (cluster_id)` : sql``}
    where r.level = ${level as RollupLevel} and ${tenantIs(tenantIds)} and (${rangesOf(pieces)})${sql.join(Object.entries(only).map(([column, values]) => sql` and r.${sql.raw(column)} = any(${sql.param(values)}::text[])`))}
    group by period, r.currency${sql.join(grouped)}`
}

const tenantIs = (ids: string[]) => (ids.length === 1 ? sql`r.tenant_id = ${ids[0]}` : sql`r.tenant_id = any(${sql.param(ids)}::text[])`)

/** The dearest of each currency; what costs nothing that is known comes by how long it was there. */
const headOf = (head: NonNullable<Wanted['head']>) => ('top' in head
  ? sql`select currency, d0 from (select currency, d0, row_number() over (partition by currency order by sum(micros) desc nulls last, sum(seconds) desc, d0) as place from parts group by currency, d0) as places where place <= ${head.top}`
  : sql`select * from unnest(${sql.param(head.shown.map(({ currency }) => currency))}::text[], ${sql.param(head.shown.map(({ value }) => value))}::text[]) as shown(currency, d0)`)

/** As PostgreSQL writes an array of what needs no quotes: there may be a thousand of them, and the driver looks at each letter. */
export const listed = (values: readonly (string | number)[]): string => `{${values.join(',')}}`

/** The period that a row is in. Of one alone nothing is to be looked up, nor where they are numbered as they follow one another. What lies between two that are apart is not read. */
function periodOf(pieces: Part['pieces']) {
  const [first] = pieces
  if (pieces.every(({ period }) => period === first!.period)) return sql.raw(`${first!.period}`)
  const bucket = sql`width_bucket(r.start, ${listed(pieces.map(({ from }) => from.toISOString()))}::timestamptz[])`
  return pieces.every(({ period }, index) => period === index) ? sql`${bucket} - 1` : sql`(${listed(pieces.map(({ period }) => period))}::int[])[${bucket}]`
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
