import { Temporal } from 'temporal-polyfill'
import { nextPeriod, periodsIn, periodStart, type Grain } from './grains.ts'
import { aheadAt } from './zone-clock.ts'

/** From a first moment until before another one. */
export interface Span { from: Date; to: Date }

/** A span that is kept at one grain: so many whole hours, days or months. */
export interface Piece extends Span { grain: 'hour' | 'day' | 'month' }

/** The periods of a span, the first and the last one cut where the span begins and ends. */
export function cutPeriods(grain: Grain, { from, to }: Span, timeZone: string): Span[] {
  const starts = periodsIn(grain, from, to, timeZone)
  return starts.map((start, index) => ({ from: start < from ? from : start, to: starts[index + 1] ?? to }))
}

/** 28 days, one of them an hour short. */
const shortestMonthMs = (28 * 24 - 1) * 3_600_000

/** A span of whole days in as few pieces as there can be: whole months, and days before and after them. */
export function piecesOf(span: Span, timeZone: string): Piece[] {
  if (span.to.getTime() - span.from.getTime() < shortestMonthMs) return [{ grain: 'day', ...span }]
  const pieces: Piece[] = []
  const add = (grain: Piece['grain'], { from, to }: Span) => {
    const last = pieces.at(-1)
    if (last?.grain === grain) last.to = to
    else pieces.push({ grain, from, to })
  }
  for (const month of cutPeriods('month', span, timeZone)) {
    const start = periodStart('month', month.from, timeZone)
    add(start.getTime() === month.from.getTime() && nextPeriod('month', start, timeZone).getTime() === month.to.getTime() ? 'month' : 'day', month)
  }
  return pieces
}

/** The moment that a date (its midnight by the clock of the zone) or a date with time and offset means; null for anything else. */
export function momentOf(text: string, timeZone: string): Date | null {
  try {
    return /^\d{4}-\d\d-\d\d$/.test(text) ? toDate(Temporal.PlainDate.from(text).toZonedDateTime(timeZone)) : new Date(Temporal.Instant.from(text).epochMilliseconds)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The date that a moment is in, as `2026-05-01`. */
export const dayOf = (at: Date, timeZone: string): string => new Date(at.getTime() + aheadAt(at.getTime(), timeZone).by).toISOString().slice(0, -'T00:00:00.000Z'.length)

/** As long a span just before. What begins with a month and holds whole months, or a part of that month, is held against months; other spans against as many days. */
export function spanBefore({ from, to }: Span, timeZone: string): Span {
  const [start, end] = [zoned(from, timeZone), zoned(to, timeZone)]
  const months = (end.year - start.year) * 12 + end.month - start.month
  const wholeDays = isMidnight(from, timeZone) && isMidnight(to, timeZone)
  if (!wholeDays) return { from: new Date(2 * from.getTime() - to.getTime()), to: from }
  if (start.day === 1 && (end.day === 1 || months === 0)) return moved({ from, to }, { months: Math.max(1, months) }, timeZone)
  return moved({ from, to }, { days: start.toPlainDate().until(end.toPlainDate()).days }, timeZone)
}

/** The same span a year before. */
export const yearBefore = (span: Span, timeZone: string): Span => moved(span, { years: 1 }, timeZone)

/** Whether a day of the zone begins at this moment. */
export const isMidnight = (at: Date, timeZone: string): boolean => periodStart('day', at, timeZone).getTime() === at.getTime()

function moved({ from, to }: Span, by: Temporal.DurationLike, timeZone: string): Span {
  const back = (at: Date): Date => {
    const there = zoned(at, timeZone).subtract(by)
    return toDate(isMidnight(at, timeZone) ? there.startOfDay() : there)
  }
  return { from: back(from), to: back(to) }
}

const zoned = (at: Date, timeZone: string): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
const toDate = (at: Temporal.ZonedDateTime): Date => new Date(at.epochMilliseconds)
