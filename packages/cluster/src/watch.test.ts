import fc from 'fast-check'
import t from 'tap'
import { delayOf } from './watch.ts'

t.test('the wait between tries grows, never beyond its longest, and differs between watchers', async (t) => {
  const backoff = { firstMs: 500, maxMs: 30_000 }
  fc.assert(fc.property(fc.integer({ min: 1, max: 2_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, luck) => {
    const delay = delayOf(failures, backoff, () => luck)
    return delay >= 250 && delay <= 30_000
  }))
  t.ok(delayOf(5, backoff, () => 0) > delayOf(2, backoff, () => 1))
  t.not(delayOf(3, backoff, () => 0), delayOf(3, backoff, () => 1))
})
