import fc from 'fast-check'
import t from 'tap'
import { hourlyActivity, idleTailHours, runningShare } from '../index.ts'
import { fragmentationOf } from './nodes.ts'
import { ownPart } from './pattern.ts'
import { stepsPerHour, typicalWeek } from './timeline.ts'

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)
const close = (a: number, b: number) => Math.abs(a - b) < 1e-6

t.test('a server outlives its work by the timeout and half a round of the culler, and never the age limit', async (t) => {
  t.ok(close(idleTailHours({ timeoutSeconds: 3600, everySeconds: 600 }), 65 / 60))
  t.equal(idleTailHours({ timeoutSeconds: 3600, everySeconds: 0, maxAgeSeconds: 9000 }, 2), 0.5)
  t.equal(idleTailHours(null), Infinity)
})

t.test('a class of n for D hours runs n (D + T + E/2) server-hours', async () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 47 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 36 }), fc.double({ min: 0.01, max: 1, noNaN: true }), (day, start, hours, tail, attendance) => {
    const share = runningShare({ classes: [{ day, start: start / 2, hours: hours / 2, attendance }] }, { timeoutSeconds: tail * 300, everySeconds: 0 })
    return close(sum(share) / stepsPerHour, attendance * (hours / 2 + tail / 12))
  }))
})

t.test('at their own pace, mean servers are arrivals times lifetime, where hardly anybody comes back while his still runs', async () => {
  fc.assert(fc.property(fc.double({ min: 0.001, max: 0.01, noNaN: true }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 24 }), (sessionsPerDay, sessionHours, tail) => {
    const share = runningShare({ selfPaced: { sessionsPerDay, sessionHours, from: 6, until: 24 } }, { timeoutSeconds: tail * 300, everySeconds: 0 })
    const little = 7 * sessionsPerDay * (sessionHours + tail / 12)
    return Math.abs(sum(share) / stepsPerHour / little - 1) < 0.01
  }))
})

t.test('whoever comes back while his server runs has one and not two', async (t) => {
  const often = { sessionsPerDay: 6, sessionHours: 4, from: 0, until: 24 }
  t.ok(runningShare({ selfPaced: often }, { timeoutSeconds: 0, everySeconds: 0 }).every((share) => close(share, 1 - Math.exp(-1))))
  const both = runningShare({ classes: [{ day: 0, start: 0, hours: 24, attendance: 0.5 }], selfPaced: often }, { timeoutSeconds: 0, everySeconds: 0 })
  t.ok(close(both[100]!, 1 - 0.5 * Math.exp(-1)))
})

t.test('never more servers than users, and without culling whoever came stays', async (t) => {
  const busy = { peakConcurrent: 0.9, activeHoursPerWeek: 60, selfPaced: { sessionsPerDay: 5, sessionHours: 4, from: 0, until: 24 } }
  t.equal(Math.max(...runningShare(busy, null, 2)), 1)
  const once = runningShare({ classes: [{ day: 3, start: 9, hours: 1, attendance: 0.3 }] }, null)
  t.ok(once.every((share) => share === 0.3))
})

t.test('a week of activity by the hour is kept as it is', async (t) => {
  const activity = Array.from({ length: 168 }, (_, hour) => (hour % 24) / 100)
  t.ok(hourlyActivity({ activity }).every((share, hour) => close(share, activity[hour]!)))
  const short = hourlyActivity({ peakConcurrent: 0.5, activeHoursPerWeek: 40 })
  t.equal(short.filter((share) => share === 0.5).length, 40)
  t.equal(hourlyActivity({ peakConcurrent: 0.5, activeHoursPerWeek: 168 }).filter((share) => share === 0.5).length, 168)
})

t.test('stray servers keep more nodes alive the more people come on their own, and packing helps', async (t) => {
  t.same([0, 0.5, 1].map((own) => Number(fragmentationOf(own, 'packed').toFixed(6))), [1.04, 1.14, 1.24])
  t.ok([0, 0.5, 1].every((own) => fragmentationOf(own, 'spread') > fragmentationOf(own, 'packed')))
  t.equal(ownPart({ like: ['class'] }, typicalWeek), 0)
  t.equal(ownPart({ like: ['homework'] }, typicalWeek), 1)
  t.ok(close(ownPart({ like: ['class', 'homework'] }, typicalWeek), 3 / 5.4))
})
