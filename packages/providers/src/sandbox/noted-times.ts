import { catchUp } from './durations.ts'

const everyMs = 5 * 60_000
/** Where a leap is too long to be played by the students, little happens. */
const seldomMs = 3_600_000

/** The first moment after `at` of which the cloud notes what a cluster holds, when it is played up to `now`. */
export const nextNoted = (at: number, now: number): number => {
  const step = at < now - catchUp ? seldomMs : everyMs
  return (Math.floor(at / step) + 1) * step
}

/** The moments in (from, now], told in order as far as they are reached. */
export function notedTimes(from: number, now: number) {
  let next = nextNoted(from, now)
  const tell = (wanted: () => boolean, note: (at: number) => void): void => {
    for (; wanted(); next = nextNoted(next, now)) note(next)
  }
  return {
    before(at: number, note: (at: number) => void) { tell(() => next < at, note) },
    until(at: number, note: (at: number) => void) { tell(() => next <= at, note) },
  }
}
