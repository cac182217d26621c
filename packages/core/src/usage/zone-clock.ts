import { Temporal } from 'temporal-polyfill'

/** What the clock on the wall of a zone is ahead of UTC by, and between which moments it is so without a change. All in milliseconds. */
export interface Ahead { by: number; from: number; to: number }

/** Spans that are remembered for each zone: reports walk through a year or two, period by period. */
const remembered = 8
const known = new Map<string, Ahead[]>()

/** Throws a RangeError for a zone that is not known. Asking the rules of a zone is dear, and they change twice a year. */
export function aheadAt(at: number, timeZone: string): Ahead {
  const spans = known.get(timeZone) ?? []
  const before = spans.find(({ from, to }) => from <= at && at < to)
  if (before) return before
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  // The transition before the next millisecond is one at this moment, too.
  const from = zoned.add({ milliseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity
  const ahead = { by: zoned.offsetNanoseconds / 1e6, from, to: zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity }
  known.set(timeZone, [ahead, ...spans.slice(0, remembered - 1)])
  return ahead
}
