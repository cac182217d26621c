import { catchUp } from './durations.ts'

const everyMs = 5 * 60_000
/** Where a leap is too long to be played by the students, little happens. */
const seldomMs = 3_600_000

const after = (at: number, step: number): number => (Math.floor(at / step) + 1) * step

/** The moment after a moment of which the cloud noted what a cluster holds, when it is played up to `now`. */
export const nextNoted = (at: number, now: number): number => after(at, at < now - catchUp ? seldomMs : everyMs)

/** The moments in (from, now], told in order as far as they are reached. */
export function notedTimes(from: number, now: number) {
  // where the last one of an earlier play ends
  let next = after(from, everyMs)
  const tell = (wanted: () => boolean, note: (at: number) => void): void => {
    for (; wanted(); next = nextNoted(next, now)) note(next)
  }
  return {
    before(at: number, note: (at: number) => void) { tell(() => next < at, note) },
    until(at: number, note: (at: number) => void) { tell(() => next <= at, note) },
  }
}
