import type { Static } from 'typebox'
import { cutPeriods, dayOf, isMidnight, momentOf, nextPeriod, periodStart, refuse, spanBefore, yearBefore, type Finance, type Grain, type ProblemField, type Span } from '@hubfleet/core'
import type { CostQuestionSchema, Dimension } from './wire.ts'

export type CostQuestion = Static<typeof CostQuestionSchema>

/** More of them are no report any more, but an export. */
const mostPeriods = 1100

export interface Period extends Span { name: string }

/** When a report is about, by the clock of one time zone. */
export interface When { span: Span; periods: Period[]; before: Span | null; /** Kept by the hour or by the day and more. */ finest: 'hour' | 'day' }

/** The span and the periods that a question asks for. Throws `invalid-request`. */
export function whenOf({ every, before, ...asked }: CostQuestion, { timeZone, terms }: Finance, now: Date): When {
  const finest = every === 'hour' ? 'hour' : 'day'
  const errors: ProblemField[] = []
  const { from, to } = spanOf(asked, finest, timeZone, now, errors)
  if (every === 'term' && terms.length === 0) errors.push({ pointer: '/every', code: 'no-terms', detail: 'The tenant has no terms; give it some: `hubfleet tenant update --set finance.terms=…`.' })
  if (every === 'term' && before) errors.push({ pointer: '/before', code: 'not-of-terms', detail: 'There is nothing just before several terms; ask for months, or for another span.' })
  if (errors.length === 0 && every && every !== 'term' && (to.getTime() - from.getTime()) / roughly[every] > mostPeriods) errors.push({ pointer: '/every', code: 'too-many', detail: `The span has more than ${mostPeriods} such periods; ask for longer ones.` })
  refuse(errors)
  const span = every === 'term' && asked.from === undefined && asked.to === undefined ? spanOfTerms(terms, timeZone) : { from, to }
  return { span, finest, periods: periodsOf(every, span, terms, timeZone), before: before === 'year' ? yearBefore(span, timeZone) : before === 'span' ? spanBefore(span, timeZone) : null }
}

/** From and to as they are asked for, or this month until today; adds what is wrong with them to `errors`. */
export function spanOf(asked: Pick<CostQuestion, 'from' | 'to'>, finest: When['finest'], timeZone: string, now: Date, errors: ProblemField[]): Span {
  const moment = (name: 'from' | 'to', otherwise: () => Date): Date => {
    const given = asked[name]
    if (given === undefined) return otherwise()
    const at = momentOf(given, timeZone)
    if (!at) errors.push({ pointer: `/${name}`, code: 'date', detail: 'This must be a date such as 2026-05-01, or with time and offset such as 2026-05-01T08:00:00+02:00.' })
    else if (finest === 'day' ? !isMidnight(at, timeZone) : periodStart('hour', at, timeZone).getTime() !== at.getTime()) errors.push({ pointer: `/${name}`, code: 'not-on-border', detail: finest === 'day' ? `No day of ${timeZone} begins then; ask for a date, or with every=hour.` : `No hour of ${timeZone} begins then.` })
    return at ?? now
  }
  const to = moment('to', () => nextPeriod('day', periodStart('day', now, timeZone), timeZone))
  const from = moment('from', () => periodStart('month', new Date(Math.min(now.getTime(), to.getTime() - 1)), timeZone))
  if (errors.length === 0 && from >= to) errors.push({ pointer: asked.from === undefined ? '/to' : '/from', code: 'empty', detail: 'The span must end after it begins; `to` is the day after the last.' })
  return { from, to }
}

/** The same periods by the clock of another zone: a day there is the day of the same date. */
export function inZone(when: Span, from: string, to: string): Span {
  if (from === to) return when
  const there = (at: Date) => (isMidnight(at, from) ? momentOf(dayOf(at, from), to)! : at)
  return { from: there(when.from), to: there(when.to) }
}

const hourMs = 3_600_000
const roughly: Record<Grain, number> = { hour: hourMs, day: 24 * hourMs, week: 7 * 24 * hourMs, month: 30 * 24 * hourMs }

function periodsOf(every: CostQuestion['every'], span: Span, terms: Finance['terms'], timeZone: string): Period[] {
  if (every === undefined) return [{ ...span, name: nameOf(span, timeZone) }]
  if (every === 'term') {
    return terms.map(({ name, from, to }) => ({ name, from: later(momentOf(from, timeZone)!, span.from), to: earlier(momentOf(to, timeZone)!, span.to) })).filter(({ from, to }) => from < to)
  }
  return cutPeriods(every, span, timeZone).map((period) => ({ ...period, name: every === 'hour' ? period.from.toISOString().slice(0, 16) + 'Z' : every === 'month' ? dayOf(period.from, timeZone).slice(0, 7) : dayOf(period.from, timeZone) }))
}

/** First and last day. */
function nameOf({ from, to }: Span, timeZone: string): string {
  const [first, last] = [dayOf(from, timeZone), dayOf(new Date(to.getTime() - 1), timeZone)]
  return first === last ? first : `${first} to ${last}`
}

const spanOfTerms = (terms: Finance['terms'], timeZone: string): Span => {
  const at = (text: string) => momentOf(text, timeZone)!
  return { from: terms.map(({ from }) => at(from)).reduce(earlier), to: terms.map(({ to }) => at(to)).reduce(later) }
}
const earlier = (a: Date, b: Date): Date => (a < b ? a : b)
const later = (a: Date, b: Date): Date => (a > b ? a : b)

/** What a question by these, or filtered by them, has to be read from: the coarsest level that knows them. */
export const whoseLevel = (dimensions: Iterable<Dimension>): 'user' | 'hub' | 'tenant' => {
  const asked = new Set(dimensions)
  return asked.has('user') ? 'user' : asked.has('hub') || asked.has('group') ? 'hub' : 'tenant'
}
