import { Temporal } from 'temporal-polyfill'
import { aheadAt } from './zone-clock.ts'

/** Lengths of the periods that usage and cost are told by. Weeks begin on Monday. */
export const grains = ['hour', 'day', 'week', 'month'] as const
export type Grain = (typeof grains)[number]

const dayMs = 86_400_000

/**
 * The first moment of the period that `at` is in, by the clock on the wall of a time zone. Days have 23 or 25 hours where the clock is changed, and hours
 * begin at half past where the zone has it so. Throws a RangeError for a zone that is not known.
 */
export function periodStart(grain: Grain, at: Date, timeZone: string): Date {
  const ahead = aheadAt(at.getTime(), timeZone)
  const local = at.getTime() + ahead.by
  // Each hour of a night that has one twice is a period of its own.
  if (grain === 'hour') return new Date(at.getTime() - modulo(local, 3_600_000))
  const start = firstOf[grain](local) - ahead.by
  // The clock was not changed since then, so it showed that midnight once.
  if (start > ahead.from) return new Date(start)
  const day = zoned(at, timeZone).startOfDay()
  if (grain === 'day') return toDate(day)
  return toDate(day.subtract({ days: grain === 'week' ? day.dayOfWeek - 1 : day.day - 1 }).startOfDay())
}

/** The first moment of the period after the one that begins at `start`. */
export function nextPeriod(grain: Grain, start: Date, timeZone: string): Date {
  if (grain === 'hour') return periodStart('hour', new Date(start.getTime() + 3_600_000), timeZone)
  const ahead = aheadAt(start.getTime(), timeZone)
  const next = afterOf[grain](start.getTime() + ahead.by) - ahead.by
  if (next < ahead.to) return new Date(next)
  return toDate(zoned(start, timeZone).add({ [`${grain}s`]: 1 }).startOfDay())
}

/** The first moments of all periods that have a part in [from, to). */
export function periodsIn(grain: Grain, from: Date, to: Date, timeZone: string): Date[] {
  const starts: Date[] = []
  for (let start = periodStart(grain, from, timeZone); start < to; start = nextPeriod(grain, start, timeZone)) starts.push(start)
  return starts
}

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (at: Date, timeZone: string): number => weekday(at.getTime() + aheadAt(at.getTime(), timeZone).by)

/*
 * Of milliseconds as a clock shows them that is never changed.
 */
const modulo = (value: number, by: number): number => ((value % by) + by) % by
const weekday = (local: number): number => modulo(Math.floor(local / dayMs) + 3, 7) + 1
const midnight = (local: number): number => local - modulo(local, dayMs)
const monthOf = (local: number, offset: number): number => midnight(new Date(local).setUTCMonth(new Date(local).getUTCMonth() + offset, 1))
type Longer = Exclude<Grain, 'hour'>
const firstOf: Record<Longer, (local: number) => number> = { day: midnight, week: (local) => midnight(local) - (weekday(local) - 1) * dayMs, month: (local) => monthOf(local, 0) }
const afterOf: Record<Longer, (local: number) => number> = { day: (local) => midnight(local) + dayMs, week: (local) => midnight(local) + 7 * dayMs, month: (local) => monthOf(local, 1) }

const zoned = (at: Date, timeZone: string): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
const toDate = (at: Temporal.ZonedDateTime): Date => new Date(at.epochMilliseconds)
