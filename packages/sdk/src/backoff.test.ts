import fc from 'fast-check'
import t from 'tap'
import { retryAfterMs, retryDelayMs } from './backoff.ts'

const now = Date.parse('2026-03-01T10:00:00Z')

t.test('pauses double from half a second up to eight, less at most a quarter', async () => {
  fc.assert(fc.property(fc.nat(40), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (attempt, random) => {
    const full = Math.min(500 * 2 ** attempt, 8000)
    const delay = retryDelayMs(attempt, null, now, () => random)
    return delay <= full && delay >= full * 0.75
  }))
})

t.test('Retry-After wins, in seconds or as a date, and never holds longer than a minute', async (t) => {
  t.equal(retryDelayMs(5, '2', now), 2000)
  t.equal(retryDelayMs(5, 'Sun, 01 Mar 2026 10:00:03 GMT', now), 3000)
  t.equal(retryDelayMs(0, '86400', now), 60_000)
  t.equal(retryDelayMs(0, 'Sun, 01 Mar 2026 09:00:00 GMT', now), 0)
})

t.test('a Retry-After that says nothing is passed over', async (t) => {
  for (const header of [null, '', ' ', 'soon', 'NaN']) t.equal(retryAfterMs(header, now), null, String(header))
})
