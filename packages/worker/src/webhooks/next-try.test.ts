import fc from 'fast-check'
import t from 'tap'
import { nextTry, restSeconds, retryAfterOf } from './next-try.ts'

const now = new Date('2026-05-01T08:00:00Z')
const secondsOf = (at: Date | null) => at && (at.getTime() - now.getTime()) / 1000

t.test('a delivery is tried ten times in about three days, each pause longer than the one before, and then given up', async (t) => {
  const pauses = Array.from({ length: 10 }, (_, tries) => secondsOf(nextTry(tries + 1, now, { chance: 0 })))
  t.equal(pauses.pop(), null)
  t.same(pauses, [...pauses].sort((a, b) => a! - b!))
  const days = pauses.reduce<number>((sum, pause) => sum + pause!, 0) / 86_400
  t.ok(days > 3 && days < 4, `${days} days`)
})

t.test('a receiver that asks for time gets it, up to a day, and none comes earlier for it', async () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 9 }), fc.double({ min: 0, max: 1e9, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (tries, retryAfterSeconds, chance) => {
    const at = nextTry(tries, now, { retryAfterSeconds, chance })!.getTime()
    return at >= nextTry(tries, now, { chance })!.getTime() && at >= now.getTime() + Math.min(retryAfterSeconds, 86_400) * 1000 - 1 && at <= now.getTime() + 1.1 * 86_400_000
  }))
})

t.test('Retry-After is read as a number or a date, and is nothing where it is neither', async (t) => {
  t.same([retryAfterOf('120', now), retryAfterOf('Fri, 01 May 2026 08:01:00 GMT', now), retryAfterOf('Fri, 01 May 2026 07:00:00 GMT', now), retryAfterOf('soon', now), retryAfterOf(null, now)], [120, 60, 0, 0, 0])
})

t.test('a receiver that does not answer is left alone for longer each time, five minutes at most', async (t) => {
  t.same([0, 1, 2, 3, 8, 9, 100].map(restSeconds), [0, 2, 4, 8, 256, 300, 300])
})
