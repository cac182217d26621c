import { stringify } from 'csv-stringify/sync'
import { Type, type Static } from 'typebox'
import { amountOf, dayOf, nextPeriod, periodStart, Problem, refuse, type CostComponent, type ProblemField, type Span } from '@hubfleet/core'
import { hubs, inArray, sql, type RollupLevel, type Transaction } from '@hubfleet/database'
import { focusCharge, focusColumns, type MeasuredCharge } from '@hubfleet/pricing'
import type { PeopleNames } from '../persons/names.ts'
import type { QueryContext, StreamedForm } from '../verb.ts'
import { inZone, spanOf, whoseLevel, type CostQuestion } from './question.ts'
import { onlyOf, placedClusters, scopeOf, type PlacedCluster, type Scope } from './scope.ts'
import { hours } from './shape.ts'
import type { Wanted } from './rollups.ts'

const FocusOptions = Type.Object({
  amounts: Type.Optional(Type.Union([Type.Literal('list'), Type.Literal('billed')], { default: 'list', description: 'What is charged: at list prices as measured, or as the provider billed it' })),
  unknown: Type.Optional(Type.Union([Type.Literal('refuse'), Type.Literal('omit')], { default: 'refuse', description: 'Whether a file is refused in which amounts are missing that are not known, or has only those that are' })),
}, { additionalProperties: false })

/**
 * Charge by charge in FOCUS 1.2, by hour, day or month; of users only where the question is by users, or filtered by them. It is read by a cursor, page by page, so that no more than
 * a page is held of it, and all of a tenant is as it was at one moment.
 */
export const costsFocus: StreamedForm = {
  type: 'text/csv', title: 'charge by charge in FOCUS 1.2', input: FocusOptions,
  pieces: (context, question, options) => focusPieces(context, question as CostQuestion, options as Static<typeof FocusOptions>),
}

const pageRows = 5000

async function* focusPieces(context: QueryContext, question: CostQuestion, { amounts = 'list', unknown = 'refuse' }: Static<typeof FocusOptions>): AsyncGenerator<string> {
  const scope = await scopeOf(context, question)
  const { grain, ...span } = askedOf(question, scope)
  const foreign = scope.tenants.length !== 1 || scope.tenants[0]!.id !== context.tenant.id
  const look = <R>(work: (tx: Transaction) => Promise<R>): Promise<R> => (foreign ? context.asPlatform(work) : work(context.tx))
  const places = await look((tx) => placedClusters({ tx }))
  const only = await look((tx) => onlyOf({ tx }, scope, question, places))
  const filters = (['hub', 'group', 'user'] as const).filter((name) => question[name] !== undefined)
  const ofPeople = whoseLevel([...question.by ?? [], ...filters]) === 'user'
  if (unknown === 'refuse' && ofPeople && scope.namesFrom !== null && span.from < scope.namesFrom) refuse([{ pointer: '/from', code: 'names-gone', detail: `Before ${dayOf(scope.namesFrom, scope.finance.timeZone)} it is not kept who it was, and costs of then would not be in the file; ask from then on, or not for people.` }])
  const parts = [...scope.zones].flatMap(([zone, ids]) => ids.map((id): Part => ({ tenant: scope.tenants.find((one) => one.id === id)!, people: scope.people.of(id), zone, ...inZone(span, scope.finance.timeZone, zone), only })))
  if (unknown === 'refuse') for (const part of parts) await look((tx) => refuseUnknown(tx, part, `${whoseLevel(filters)}-${grain}`, amounts))
  yield stringify([focusColumns])
  const level: RollupLevel = `${whoseLevel(['hub', ...question.by ?? [], ...filters])}-${grain}`
  for (const part of parts) yield* chargesOf(look, part, level, grain, amounts, new Map(places.map((place) => [place.id, place])))
}

type Look = <R>(work: (tx: Transaction) => Promise<R>) => Promise<R>
type ExportGrain = 'hour' | 'day' | 'month'
interface Part extends Span { tenant: Scope['tenants'][number]; people: PeopleNames; zone: string; only: Wanted['only'] }

/** What is asked for; months are kept whole, and where the end is not said, it is that of the running one. Throws `invalid-request` for what a file of charges knows nothing of. */
function askedOf({ every: asked, top, before, forecast, ...question }: CostQuestion, { finance: { timeZone }, now }: Scope): Span & { grain: ExportGrain } {
  const errors: ProblemField[] = Object.entries({ top, before, forecast }).filter(([, value]) => value !== undefined)
    .map(([name]) => ({ pointer: `/${name}`, code: 'not-of-charges', detail: 'A file has all charges and nothing beside them; leave this out.' }))
  if (asked === 'week' || asked === 'term') errors.push({ pointer: '/every', code: 'not-of-charges', detail: 'Charges are by hour, day or month; ask for days, which can be added up.' })
  const grain = (asked ?? 'day') as ExportGrain
  const span = spanOf(question, grain === 'hour' ? 'hour' : 'day', timeZone, now, errors)
  const broken = (['from', 'to'] as const).filter((name) => grain === 'month' && question[name] !== undefined && periodStart('month', span[name], timeZone).getTime() !== span[name].getTime())
  refuse([...errors, ...broken.map((name) => ({ pointer: `/${name}`, code: 'not-on-border', detail: `No month of ${timeZone} begins then; ask for days, or for whole months.` }))])
  return { ...span, grain }
}

const within = (level: string, { tenant, from, to, only }: Part) => sql`
  r.level = ${level} and r.tenant_id = ${tenant.id} and r.start >= ${from.toISOString()}::timestamptz and r.start < ${to.toISOString()}::timestamptz
  ${sql.join(Object.entries(only).map(([column, values]) => sql` and r.${sql.raw(column)} = any(${sql.param(values)}::text[])`))}`

/** FOCUS has no charge without an amount, and one of nothing would be a lie. Throws `costs-incomplete`. */
async function refuseUnknown(tx: Transaction, part: Part, level: string, amounts: 'list' | 'billed'): Promise<void> {
  const missing = amounts === 'list' ? sql`sum(r.unpriced_seconds)` : sql`sum(r.seconds) filter (where r.billed_micros is null)`
  const { rows: [found] } = await tx.execute<{ seconds: number | null; rows: number }>(sql`
    select ${missing} as seconds, (count(*) filter (where ${amounts === 'list' ? sql`r.unpriced_seconds > 0` : sql`r.billed_micros is null`}))::int as rows from cost_rollups r where ${within(level, part)}`)
  if (found!.rows === 0) return
  throw new Problem('costs-incomplete', { hours: String(hours(found!.seconds ?? 0)), tenant: part.tenant.name, what: amounts === 'list' ? 'no price is known' : 'no bill tells' })
}

interface Row { start: string; cluster: string; hub: string; component: CostComponent; pool: string; group: string; user: string; micros: string | null; billed: string | null; currency: string; seconds: number; core: number; gib: number; unpriced: number }

async function* chargesOf(look: Look, part: Part, level: RollupLevel, grain: ExportGrain, amounts: 'list' | 'billed', places: ReadonlyMap<string, PlacedCluster>): AsyncGenerator<string> {
  const charged = sql.raw(amounts === 'list' ? 'r.micros' : 'r.billed_micros')
  await look((tx) => tx.execute(sql`
    declare charges no scroll cursor for
    select r.start, r.cluster_id as cluster, r.hub_id as hub, r.component, r.pool, r.group_name as "group", r.user_name as "user", r.micros::text as micros, r.billed_micros::text as billed, r.currency,
      r.seconds, r.core_seconds as core, r.gib_seconds as gib, r.unpriced_seconds as unpriced
    from cost_rollups r where ${within(level, part)} and ${charged} is not null order by r.start, r.cluster_id, r.hub_id, r.component, r.pool, r.group_name, r.user_name`))
  const periods = periodsOf(grain, part.zone)
  for (let count = pageRows; count === pageRows;) {
    const { rows, names } = await look(async (tx) => {
      const { rows } = await tx.execute<Row & Record<string, unknown>>(sql.raw(`fetch ${pageRows} from charges`))
      return { rows, names: await hubNames(tx, [...new Set(rows.flatMap(({ hub }) => hub || []))]) }
    })
    count = rows.length
    if (count > 0) yield stringify(rows.map((row) => focusOf(row, part, periods(row.start), amounts, places, names)))
  }
  await look((tx) => tx.execute(sql`close charges`))
}

async function hubNames(tx: Transaction, ids: string[]): Promise<Map<string, string>> {
  const rows = ids.length === 0 ? [] : await tx.select({ id: hubs.id, name: hubs.name }).from(hubs).where(inArray(hubs.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function focusOf(row: Row, { tenant, people }: Part, periods: Periods, amounts: 'list' | 'billed', places: ReadonlyMap<string, PlacedCluster>, names: ReadonlyMap<string, string>): (string | number | null)[] {
  const amount = amountOf(BigInt((amounts === 'list' ? row.micros : row.billed)!))
  const charge: MeasuredCharge = {
    tenant, cluster: places.get(row.cluster) ?? { id: row.cluster, name: row.cluster, provider: 'unknown', region: '' }, hub: row.hub === '' ? null : { id: row.hub, name: names.get(row.hub) ?? row.hub },
    component: row.component, pool: row.pool, group: row.group, user: people.shown(row.user), ...periods,
    currency: row.currency, amount, listed: row.micros === null ? amount : amountOf(BigInt(row.micros)), hours: hours(row.seconds), coreHours: hours(row.core), gibHours: hours(row.gib), unpricedHours: hours(row.unpriced),
  }
  const columns = focusCharge(charge)
  return focusColumns.map((name) => columns[name])
}

type Periods = Pick<MeasuredCharge, 'from' | 'to' | 'billing'>

/** Rows come in order of time: of each moment the clock is asked once. */
function periodsOf(grain: ExportGrain, zone: string): (start: string) => Periods {
  let last = ''
  let periods: Periods
  return (start) => {
    if (start !== last) {
      const from = new Date(last = start)
      const month = periodStart('month', from, zone)
      periods = { from, to: endOf(grain, from, zone), billing: { from: month, to: nextPeriod('month', month, zone) } }
    }
    return periods
  }
}

const hourMs = 3_600_000

/** An hour of UTC that is of two of a zone is kept in two parts. */
const endOf = (grain: ExportGrain, from: Date, zone: string): Date =>
  (grain === 'hour' ? new Date(Math.min(nextPeriod('hour', from, zone).getTime(), (Math.floor(from.getTime() / hourMs) + 1) * hourMs)) : nextPeriod(grain, from, zone))
