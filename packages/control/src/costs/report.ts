import { Type } from 'typebox'
import { chartOfCosts, costMeasures, type PicturedCosts } from '@hubfleet/charts'
import { costComponents, cutPeriods, refuse, type Span } from '@hubfleet/core'
import { pictures } from '../pictures.ts'
import { query, type QueryContext } from '../verb.ts'
import { costsCsv } from './csv.ts'
import { countDue } from './due.ts'
import { readForecasts } from './forecast.ts'
import { oldLists } from './old-lists.ts'
import { partsOf } from './parts.ts'
import { inZone, whenOf, whoseLevel, type CostQuestion, type When } from './question.ts'
import { readRefused, refusedInWords, showRefused } from './refused.ts'
import { mostCells, readSeries, type Found, type Measure, type Part, type Wanted } from './rollups.ts'
import { onlyOf, placedClusters, placesOf, scopeOf, type Scope } from './scope.ts'
import { keyOf, seriesOf, showSeries, showTotal, totalsOf, type Naming, type Series } from './shape.ts'
import { readUsage, unseenPeriods, usageOver, type UsageOf } from './usage.ts'
import { CostQuestionSchema, CostReportSchema, type Dimension } from './wire.ts'

const MeasureSchema = Type.Optional(Type.Union(costMeasures.map((name) => Type.Literal(name)), { default: 'cost', description: 'What is drawn' }))
const CurrencySchema = Type.Optional(Type.String({ maxLength: 3, description: 'Where there are several; without it, that of the dearest', examples: ['USD'] }))

export const reportCost = query({
  noun: 'cost', verb: 'report', summary: 'What a tenant cost and used, by whom and by when',
  description: 'Sums what was measured, at list prices and as billed. Each currency stands for itself.', action: 'tenant:read', weight: 200,
  input: CostQuestionSchema, answer: CostReportSchema,
  forms: { csv: costsCsv, ...pictures({ measure: MeasureSchema, currency: CurrencySchema }, (report: PicturedCosts, asked) => chartOfCosts(report, asked)) },
  run: (context, question) => reportOf(context, question),
})

export async function reportOf(context: QueryContext, question: CostQuestion) {
  const scope = await scopeOf(context, question)
  return scope.tenants.length === 1 && scope.tenants[0]!.id === context.tenant.id ? answer(context, scope, question) : context.asPlatform((tx) => answer({ ...context, tx }, scope, question))
}

async function answer(context: QueryContext, scope: Scope, question: CostQuestion) {
  const { tx } = context
  const { timeZone } = scope.finance
  const when = whenOf(question, scope.finance, scope.now)
  const by: Dimension[] = question.by ?? []
  const top = question.top ?? 20
  const filtered = filters.filter((name) => question[name] !== undefined)
  const placed = [...by, ...filtered].some((name) => name === 'provider' || name === 'region' || name === 'cluster') ? await placedClusters(context) : []
  const wanted: Wanted = {
    whose: whoseLevel([...by, ...filtered]), by, only: await onlyOf(context, scope, question, placed),
    places: by.some((name) => name === 'provider' || name === 'region') ? placesOf(placed) : null, head: by.length > 0 && !(by[0] === 'component' && top >= costComponents.length) ? { top } : null,
    measures: measuresOf(context),
  }
  const usageOf: UsageOf = { hubIds: wanted.only.hub_id ?? null, clusterIds: wanted.only.cluster_id ?? null, apart: false }
  const parts = partsOf(scope, when)

  const found = await readSeries(tx, wanted, parts)
  if (found.reduce((sum, of) => sum + of.periods.length, 0) > mostCells) refuse([{ pointer: question.top === undefined ? '/by' : '/top', code: 'too-many', detail: `The report would have more than ${mostCells} amounts; ask for a smaller top, fewer periods or fewer by.` }])
  // Whether something was seen at all is to be known only where an amount is missing.
  const whole = found.length > 0 && found.every((of) => of.periods.length === when.periods.length)
  const usage = whole && !context.asks('usage', 'notes') ? null : await readUsage(tx, usageOf, parts)
  const unseen = usage ? unseenPeriods(usage, when.periods, scope.now) : when.periods.map(() => false)
  const series = seriesOf(found, unseen)
  const before = when.before ? await readBefore(context, scope, wanted, when, series) : null
  const forecasts = question.forecast ? await readForecasts(tx, wanted, usageOf, timeZone, scope.now, (span, starts) => dayParts(scope, span, starts)) : null
  const naming = namesOf(scope, series, placed)
  const refused = context.asks('refused', 'notes') ? await readRefused(tx, scope.tenants.map(({ id }) => id), usageOf, when.span) : []
  const due = context.asks('due', 'notes') ? await countDue(tx, scope, when.span) : 0
  return {
    from: when.span.from.toISOString(), to: when.span.to.toISOString(), timeZone, by, every: question.every ?? null,
    beforeFrom: when.before?.from.toISOString() ?? null, beforeTo: when.before?.to.toISOString() ?? null,
    periods: when.periods.map(({ from, to, name }) => ({ name, get from() { return from.toISOString() }, get to() { return to.toISOString() } })),
    series: series.map((one) => showSeries(one, by, naming, before?.of(one) ?? null)),
    totals: totalsOf(series).map((total) => Object.assign(showTotal(total, before?.totals.get(total.currency) ?? null), { forecast: forecasts?.get(total.currency) ?? null })),
    usage: !context.asks('usage') || blindToUsage.some((name) => question[name] !== undefined) ? [] : await usageShown(context, usageOf, by, series, parts, usage!, when, naming),
    refused: refused.map(showRefused), due,
    notes: [...notesOf(scope, series, unseen, due), ...refused.map(refusedInWords), ...(series.length > 0 && context.asks('notes') ? await oldLists(tx, context.control.clock.now()) : [])],
  }
}

/** What is to be summed for the parts that are asked for. */
function measuresOf({ asks }: QueryContext): Wanted['measures'] {
  const of: Record<Measure, boolean> = {
    billed: asks('series.billed', 'series.billedTotal', 'totals.billed', 'totals.billedTotal'), seconds: asks('series.hours'), core_seconds: asks('series.coreHours'), gib_seconds: asks('series.gibHours'),
    unpriced_seconds: asks('series.unpricedHours', 'totals.unpricedHours', 'notes'),
  }
  return new Set((Object.keys(of) as Measure[]).filter((name) => of[name]))
}

const filters = ['cluster', 'provider', 'region', 'pool', 'hub', 'group', 'user', 'component'] as const
const blindToUsage = ['component', 'pool', 'group', 'user'] as const

function dayParts({ finance: { timeZone }, zones }: Scope, span: Span, starts: Date[]): Part[] {
  const days = cutPeriods('day', span, timeZone)
  return [...zones].map(([zone, tenantIds]) => ({ tenantIds, grain: 'day', pieces: starts.map((_, period) => ({ ...inZone(days[period]!, timeZone, zone), period })) }))
}

/** Totals of the span before, of the series that are shown and of each currency. */
async function readBefore({ tx }: QueryContext, scope: Scope, wanted: Wanted, { before, finest }: When, series: Series[]) {
  const parts = partsOf(scope, { finest, periods: [{ ...before!, name: '' }] })
  const shown = [...new Map(series.filter(({ rest }) => !rest).map(({ currency, values }) => [JSON.stringify([currency, values[0]]), { currency, value: values[0]! }])).values()]
  const found = await readSeries(tx, { ...wanted, head: wanted.head && { shown }, measures: new Set() }, parts)
  const known = new Map(found.map((of) => [keyOf(of), of.micros[0]!]))
  return { of: (one: Series): bigint | null => known.get(keyOf(one)) ?? null, totals: sumByCurrency(found) }
}

function sumByCurrency(found: readonly Found[]): Map<string, bigint> {
  const sums = new Map<string, bigint>()
  for (const { currency, micros: [micros] } of found) if (micros != null) sums.set(currency, (sums.get(currency) ?? 0n) + micros)
  return sums
}

function namesOf(scope: Scope, series: Series[], placed: { id: string; name: string }[]): Naming {
  const names: Partial<Record<Dimension, Map<string, string>>> = {
    hub: new Map(series.flatMap(({ hub }) => (hub ? [[hub.id, hub.name]] : []))), cluster: new Map(placed.map(({ id, name }) => [id, name])), tenant: new Map(scope.tenants.map(({ id, name }) => [id, name])),
  }
  return (dimension, value) => names[dimension]?.get(value) ?? value
}

async function usageShown({ tx }: QueryContext, of: UsageOf, by: Dimension[], series: Series[], parts: Part[], all: Awaited<ReturnType<typeof readUsage>>, { periods }: When, naming: Naming) {
  const place = by.indexOf('hub')
  if (place < 0) return [{ hub: null, ...usageOver(all, periods.length) }]
  const hubIds = [...new Set(series.flatMap(({ values }) => values[place] || []))]
  const cells = Map.groupBy(await readUsage(tx, { ...of, hubIds, apart: true }, parts), ({ hubId }) => hubId)
  return hubIds.map((id) => ({ hub: { by: 'hub', value: id, name: naming('hub', id) }, ...usageOver(cells.get(id) ?? [], periods.length) }))
}

function notesOf({ zones, finance }: Scope, series: Series[], unseen: boolean[], due: number): string[] {
  const currencies = new Set(series.map(({ currency }) => currency))
  const unknown = unseen.filter(Boolean).length
  return [
    ...(currencies.size > 1 ? [`The amounts are in ${[...currencies].sort().join(' and ')}, which are not added.`] : []),
    ...(series.some(({ unpricedSeconds }) => unpricedSeconds > 0) ? ['Of some of it no price is known (unpricedHours); it is in no amount. Give the cluster prices of its own (hubfleet cluster update, prices), or have list prices read anew (hubfleet catalogue refresh).'] : []),
    ...(unknown > 0 ? [`Of ${unknown} of ${unseen.length} periods nothing was seen; what they cost is not known.`] : []),
    ...(due > 0 ? ['Some of it is being computed anew and may change.'] : []),
    ...(zones.size > 1 ? [`Days are those of each tenant's own clock; they are named by the clock of ${finance.timeZone}.`] : []),
  ]
}
