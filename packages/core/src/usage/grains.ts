import { Temporal } from 'temporal-polyfill'

/** Lengths of the periods that usage and cost are told by. Weeks begin on Monday. */
export const grains = ['hour', 'day', 'week', 'month'] as const
export type Grain = (typeof grains)[number]

/**
 * The first moment of the period that `at` is in, by the clock on the wall of a time zone. Days have 23 or 25 hours where the clock is changed, and hours
 * begin at half past where the zone has it so. Throws a RangeError for a zone that is not known.
 */
export function periodStart(grain: Grain, at: Date, timeZone: string): Date {
  const local = zoned(at, timeZone)
  // Each hour of a night that has one twice is a period of its own.
  if (grain === 'hour') return new Date(at.getTime() - (local.minute * 60 + local.second) * 1000 - local.millisecond)
  const day = local.startOfDay()
  if (grain === 'day') return toDate(day)
  return toDate(day.subtract({ days: grain === 'week' ? day.dayOfWeek - 1 : day.day - 1 }).startOfDay())
}

/** The first moment of the period after the one that begins at `start`. */
export function nextPeriod(grain: Grain, start: Date, timeZone: string): Date {
  if (grain === 'hour') return periodStart('hour', new Date(start.getTime() + 3_600_000), timeZone)
  return toDate(zoned(start, timeZone).add({ [`${grain}s`]: 1 }).startOfDay())
}

/** The first moments of all periods that have a part in [from, to). */
export function periodsIn(grain: Grain, from: Date, to: Date, timeZone: string): Date[] {
  const starts: Date[] = []
  for (let start = periodStart(grain, from, timeZone); start < to; start = nextPeriod(grain, start, timeZone)) starts.push(start)
  return starts
}

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (at: Date, timeZone: string): number => zoned(at, timeZone).dayOfWeek

const zoned = (at: Date, timeZone: string): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
const toDate = (at: Temporal.ZonedDateTime): Date => new Date(at.epochMilliseconds)
