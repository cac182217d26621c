import t from 'tap'
import { estimate, patternNames, runningShare, timelineOf, type EstimateInput } from '../index.ts'
import { microsOfMoney } from '../money.ts'
import { stepsPerHour, whenIs } from './timeline.ts'

const hours = (share: Float64Array) => share.reduce((sum, value) => sum + value, 0) / stepsPerHour
const class9 = (day: number) => ({ classes: [{ day, start: 9, hours: 2, attendance: 1 }] })
const noTail = { timeoutSeconds: 0, everySeconds: 0 }

t.test('a term of dates has the hours of its time zone, also on the days of 23 and 25', async (t) => {
  const spring = timelineOf({ from: '2026-03-02', to: '2026-03-15', timeZone: 'America/Los_Angeles' })
  t.equal(spring.steps / stepsPerHour, 14 * 24 - 1)
  t.equal(timelineOf({ from: '2026-10-19', to: '2026-11-01', timeZone: 'Europe/Berlin' }).steps / stepsPerHour, 14 * 24 + 1)
  const running = runningShare({ classes: [{ day: 6, start: 14, hours: 1, attendance: 1 }, { day: 0, start: 14, hours: 1, attendance: 1 }] }, noTail, 1, spring)
  const starts = [...running.keys()].filter((step) => running[step]! > 0 && running[step - 1] === 0)
  t.same(starts.map((step) => whenIs(step, spring)), ['2026-03-02 14:00', '2026-03-08 14:00', '2026-03-09 14:00', '2026-03-15 14:00'], 'two in the afternoon is two in the afternoon')
  t.equal(hours(running), 4)
})

t.test('in a break nobody works, or as many as are said to', async (t) => {
  const term = (more: object) => hours(runningShare(class9(1), noTail, 1, timelineOf({ from: '2026-09-07', to: '2026-10-04', ...more })))
  t.equal(term({}), 8)
  t.equal(term({ breaks: [{ from: '2026-09-14', to: '2026-09-20' }] }), 6)
  t.equal(term({ breaks: [{ from: '2026-09-14', to: '2026-09-20', share: 0.5 }] }), 7)
  t.equal(hours(runningShare(class9(1), noTail, 1, timelineOf({ weeks: 4, breakWeeks: [2, 3] }))), 4)
})

t.test('an exam is in the last week, a workshop on its two days, whatever the calendar', async (t) => {
  const term = timelineOf({ weeks: 15 })
  t.equal(hours(runningShare({ like: ['exam'] }, noTail, 1, term)), 3)
  t.equal(whenIs(runningShare({ like: ['exam'] }, noTail, 1, term).indexOf(1), term), 'Friday 09:00 of week 15')
  t.equal(hours(runningShare({ like: ['workshop'] }, noTail, 1, term)), 16)
})

const hub: EstimateInput = { provider: 'gcp', region: 'us-central1', users: [{ count: 100, memoryGuaranteeGiB: 1 }], userPools: [{ machine: 'n2-highmem-4' }], corePool: { machine: 'n1-standard-2', count: 1 } }

t.test('each pattern by name costs something, and says what it is taken for', async (t) => {
  for (const like of patternNames) {
    const { variable, assumptions, peakAt } = estimate({ ...hub, pattern: { like: [like] } })
    t.ok(microsOfMoney(variable) > 0n, like)
    t.ok(assumptions.some((line) => line.startsWith(`${like} (users)`)), like)
    t.equal(peakAt === null, like === 'research', 'who works at any hour has no peak')
  }
})

t.test('a term of so many weeks costs what its hours cost, and weeks without anybody only their base', async (t) => {
  const term = (calendar: EstimateInput['calendar']) => estimate({ ...hub, pattern: class9(1), calendar })
  const whole = term({ weeks: 10 })
  t.equal(whole.term!.hours, 1680)
  t.ok(Math.abs(Number(whole.term!.total.amount) - Number(whole.monthly.expected.amount) * 1680 / 730) < 0.001)
  const paused = term({ weeks: 10, breakWeeks: [1, 2, 3, 4, 5] })
  t.equal(paused.fixed.amount, whole.fixed.amount)
  t.ok(Math.abs(Number(paused.variable.amount) / Number(whole.variable.amount) - 0.5) < 0.001)
})

t.test('types of users have sizes, patterns and pools of their own, and their homes are told apart', async (t) => {
  const { pools, components, peakAt } = estimate({
    ...hub, userPools: [{ name: 'small', machine: 'n2-highmem-4' }, { name: 'large', machine: 'n2-highmem-8' }],
    users: [
      { name: 'students', count: 100, memoryGuaranteeGiB: 1, homeGiB: 5, pattern: class9(1), pool: 'small' },
      { name: 'staff', count: 10, memoryGuaranteeGiB: 8, homeGiB: 50, pattern: { like: ['research'] }, pool: 'large' },
    ],
  })
  t.match(pools, [{ name: 'small', types: [{ name: 'students' }], slotsPerNode: 26 }, { name: 'large', types: [{ name: 'staff' }], slotsPerNode: 6 }])
  t.match(components.filter(({ name }) => name === 'homes'), [{ of: 'students', quantity: 100 }, { of: 'staff', quantity: 10 }])
  t.equal(peakAt, 'Tuesday 09:00')
})

t.test('whoever comes to a class on cold nodes waits for them; warm seats and a minimum spare it', async (t) => {
  const cold = estimate({ ...hub, pattern: class9(1), corePool: { machine: 'n1-standard-2', count: 1 } })
  t.match(cold.waits, { atOnce: 100, at: 'Tuesday 09:00', perWeek: 100, minutes: { median: 6, p95: 6 } })
  t.match(estimate({ ...hub, pattern: class9(1), userPools: [{ machine: 'n2-highmem-4', min: 4 }] }).waits, { atOnce: 0, minutes: null })
  t.ok(estimate({ ...hub, pattern: class9(1), placeholders: 50 }).waits.atOnce <= 50)
})
