import { amountOf, momentOf, nextPeriod, periodStart, type ExpectedCost, type Span } from '@hubfleet/core'
import type { Transaction } from '@hubfleet/database'
import { expectedIn, meanExpected, totalOf, variance, varianceReasons } from '@hubfleet/pricing'
import { Type } from 'typebox'
import { loadCluster } from '../clusters/cluster.ts'
import { countDue } from '../costs/due.ts'
import type { Period } from '../costs/question.ts'
import { scopeOf, type Scope } from '../costs/scope.ts'
import { hours } from '../costs/shape.ts'
import { estimatesOf, type EstimateInForce } from '../estimates/kept.ts'
import { measuredSpan } from '../estimates/measured.ts'
import { loadHub } from '../hubs/hub.ts'
import { query } from '../verb.ts'
import { NullableTime, OpenEnum, TimeSchema } from '../wire.ts'
import { readActual, type ActualOf } from './actual.ts'
import { monthInWords, reasonInWords } from './words.ts'

const Amount = (description: string) => Type.Union([Type.String({ examples: ['412.5'] }), Type.Null()], { description })
const Figure = Type.Union([Type.Number(), Type.Null()])

const MonthSchema = Type.Object({
  month: Type.String({ examples: ['2026-05'] }), from: TimeSchema, to: TimeSchema,
  estimate: Amount('What was expected at its beginning, or when the hub was made, for as many hours as the month has; null where no prices are known'),
  estimatedAt: NullableTime,
  kept: Type.Boolean({ description: 'Everything that was expected was kept when it was told; otherwise some is reckoned now, by the prices of now' }),
  actual: Amount('As billed, or where no bill tells of all of it, as measured at list prices; null where nothing was measured, or it is being computed'),
  basis: Type.Union([OpenEnum('billed', 'measured'), Type.Null()]),
  difference: Amount('Actual less estimate: the reasons add up to it, exactly'),
  percent: Type.Union([Type.Number(), Type.Null()], { description: 'Of the estimate' }),
  reasons: Type.Array(Type.Object({
    name: OpenEnum(...varianceReasons), amount: Type.String({ description: 'What it makes the month dearer; negative: cheaper. Exact decimal, at most six places' }),
    was: Figure, is: Figure, words: Type.String(),
  }, { $id: 'VarianceReason' }), { description: 'In the order in which they are reckoned: an earlier one before a later one. `was` and `is` are what was expected and what came, where it is a figure' }),
  words: Type.String(),
  incomplete: Type.Array(Type.String(), { description: 'What is in no amount' }),
}, { $id: 'VarianceMonth' })

export const getHubVariance = query({
  noun: 'hub', verb: 'variance', summary: 'What a hub cost in a month beside what was expected, with the reasons for the difference', action: 'tenant:read', weight: 50,
  description: 'What was expected is kept with each change of a hub. The reasons add up to the difference, to the micro-dollar.',
  input: Type.Object({
    month: Type.Optional(Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', examples: ['2026-05'], description: 'By the tenant\'s clock; without it, the month before this one' })),
    months: Type.Optional(Type.Integer({ minimum: 1, maximum: 24, default: 1, description: 'So many, of which that is the last' })),
  }, { additionalProperties: false }),
  answer: Type.Object({ hub: Type.String(), timeZone: Type.String(), currency: Type.String(), items: Type.Array(MonthSchema, { description: 'In the order of time' }) }, { $id: 'HubVariance' }),
  async run(context, { month, months: count = 1 }) {
    const { tx, tenant } = context
    const hub = await loadHub(context)
    const scope = await scopeOf(context, {})
    const cluster = await loadCluster(context, hub.clusterId, { deleted: true })
    const months = monthsOf(month, count, scope)
    const [inForce, known] = [await estimatesOf(tx, hub, cluster), await measuredSpan(tx, tenant.id, hub.id)]
    const actual = known && await readActual(tx, scope, hub.id, known, months, 'USD')
    const due = known ? await dueMonths(tx, scope, months.map((one) => ({ ...one, to: new Date(Math.min(one.to.getTime(), known.to.getTime())) }))) : new Set<number>()
    return { hub: hub.name, timeZone: scope.finance.timeZone, currency: 'USD', items: months.map((one, index) => ({ month: one.name, from: one.from.toISOString(), to: one.to.toISOString(), ...judge(one, index, inForce, actual, due.has(index), scope.now) })) }
  },
})

function monthsOf(last: string | undefined, count: number, { finance: { timeZone }, now }: Scope): Period[] {
  const before = (start: Date) => periodStart('month', new Date(start.getTime() - 1), timeZone)
  const starts = [last === undefined ? before(periodStart('month', now, timeZone)) : momentOf(`${last}-01`, timeZone)!]
  while (starts.length < count) starts.unshift(before(starts[0]!))
  return starts.map((from) => ({ from, to: nextPeriod('month', from, timeZone), name: new Date(from.getTime() + 15 * 86_400_000).toISOString().slice(0, 7) }))
}

/** Months of which something is being computed, as far as hours are known: mostly none. The hour that goes on is due always. */
async function dueMonths(tx: Transaction, scope: Scope, months: Period[]): Promise<Set<number>> {
  const due = new Set<number>()
  if (await countDue(tx, scope, { from: months[0]!.from, to: months.at(-1)!.to }) === 0) return due
  for (const [index, month] of months.entries()) if (month.from < month.to && await countDue(tx, scope, month) > 0) due.add(index)
  return due
}

function judge({ name, ...span }: Period, index: number, all: EstimateInForce[], actualOf: ActualOf | null, due: boolean, now: Date) {
  const parts = inForceIn(all, span, now)
  const [first] = parts
  const priced = first && parts.every((part): part is typeof part & { expected: ExpectedCost } => part.expected !== null) ? parts : null
  const mean = priced && meanExpected(priced)
  const found = actualOf && !due ? actualOf(index, mean?.pools ?? []) : null
  const incomplete = [
    ...(mean?.incomplete ?? []), ...(found && found.unpricedHours > 0 ? [`Of ${hours(found.unpricedHours * 3600)} measured hours no price is known`] : []),
    ...(found?.otherCurrencies ?? []).map((currency) => `Amounts in ${currency}`),
  ]
  const told = { estimatedAt: first?.at.toISOString() ?? null, kept: parts.length > 0 && parts.every(({ kept }) => kept), incomplete }
  const nothing = { actual: null, basis: null, difference: null, percent: null, reasons: [] }
  const estimateAlone = priced && amountOf(totalOf(expectedIn(priced[0]!.expected, (span.to.getTime() - span.from.getTime()) / 3_600_000)))
  if (due) return { ...told, ...nothing, estimate: estimateAlone, words: `${name}: it is being computed.` }
  if (!found || found.actual.hours.seen === 0) return { ...told, ...nothing, estimate: estimateAlone, words: `${name}: nothing of it was measured.` }
  const basis = found.actual.billed === null ? 'measured' : 'billed'
  if (!mean) {
    const sum = found.actual.billed ?? totalOf(found.actual.micros)
    return { ...told, ...nothing, estimate: null, actual: amountOf(sum), basis, words: `${name}: ${(Number(sum) / 1e6).toFixed(2)} USD ${basis}; nothing was expected, since no prices of its nodes are known.` }
  }
  const result = variance(priced![0]!.expected, mean, found.actual)
  return {
    ...told, estimate: amountOf(result.estimate), actual: amountOf(result.actual), basis, difference: amountOf(result.actual - result.estimate),
    percent: result.estimate === 0n ? null : Math.round(Number(result.actual - result.estimate) / Number(result.estimate) * 10_000) / 100,
    reasons: result.reasons.map((reason) => ({ name: reason.name, amount: amountOf(reason.micros), was: reason.was, is: reason.is, words: reasonInWords(reason) })),
    words: monthInWords(name, result, basis === 'billed'),
  }
}

/** What was in force in a span, each for so long: what was at its beginning, or the first, and what came within. */
function inForceIn(all: EstimateInForce[], { from, to }: Span, now: Date): (EstimateInForce & { weight: number })[] {
  const end = Math.min(to.getTime(), now.getTime())
  const before = all.filter(({ at }) => at.getTime() < end)
  const of = before.slice(Math.max(0, before.findLastIndex(({ at }) => at <= from)))
  return of.map((one, index) => ({ ...one, weight: Math.max(1, (of[index + 1]?.at.getTime() ?? end) - Math.max(one.at.getTime(), from.getTime())) }))
}
