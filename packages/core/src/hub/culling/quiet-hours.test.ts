import fc from 'fast-check'
import t from 'tap'
import { weekdays, type QuietHours } from './culling-schema.ts'
import { isTimeZone, quietUntil } from './quiet-hours.ts'

const until = (hours: QuietHours[], now: string) => {
  const end = quietUntil(hours, new Date(now))
  return end instanceof Date ? end.toISOString() : end
}
const berlin = { timeZone: 'Europe/Berlin' }

t.test('a window holds from its first minute and not in its last', async (t) => {
  const exam = [{ from: '09:00', to: '11:00' }]
  t.same(['08:59:59', '09:00:00', '10:59:59', '11:00:00'].map((time) => until(exam, `2026-03-02T${time}Z`)), [null, '2026-03-02T11:00:00.000Z', '2026-03-02T11:00:00.000Z', null])
})

t.test('a window over midnight belongs to the day on which it begins', async (t) => {
  const night: QuietHours[] = [{ from: '22:00', to: '06:00', days: ['fri'] }]
  t.equal(until(night, '2026-03-06T23:00:00Z'), '2026-03-07T06:00:00.000Z', 'friday evening')
  t.equal(until(night, '2026-03-07T05:59:00Z'), '2026-03-07T06:00:00.000Z', 'saturday morning')
  t.equal(until(night, '2026-03-06T05:00:00Z'), null, 'friday morning')
  t.equal(until(night, '2026-03-07T23:00:00Z'), null, 'saturday evening')
})

t.test('windows that follow one another are one quiet time; one that is always is never over', async (t) => {
  t.equal(until([{ from: '09:00', to: '11:00' }, { from: '10:30', to: '12:00' }, { from: '12:00', to: '13:00' }], '2026-03-02T09:30:00Z'), '2026-03-02T13:00:00.000Z')
  t.equal(until([{ from: '00:00', to: '00:00' }], '2026-03-02T09:30:00Z'), 'never')
  t.equal(until([{ from: '00:00', to: '12:00' }, { from: '12:00', to: '00:00' }], '2026-03-02T09:30:00Z'), 'never')
  t.equal(until([{ from: '00:00', to: '00:00', days: ['sat', 'sun'] }], '2026-03-07T09:30:00Z'), '2026-03-09T00:00:00.000Z')
})

t.test('a window is by the clock on the wall, in summer as in winter', async (t) => {
  const work = [{ from: '08:00', to: '18:00', ...berlin }]
  t.equal(until(work, '2026-01-15T07:00:00Z'), '2026-01-15T17:00:00.000Z')
  t.equal(until(work, '2026-07-15T06:00:00Z'), '2026-07-15T16:00:00.000Z')
  t.equal(until(work, '2026-07-15T05:59:00Z'), null)
})

t.test('a night in which the clock is changed is shorter or longer', async (t) => {
  const night = [{ from: '22:00', to: '06:00', ...berlin }]
  t.equal(until(night, '2026-03-28T21:00:00Z'), '2026-03-29T04:00:00.000Z', 'seven hours')
  t.equal(until(night, '2026-10-24T20:00:00Z'), '2026-10-25T05:00:00.000Z', 'nine hours')
  const hour = [{ from: '02:00', to: '03:00', ...berlin }]
  t.equal(until(hour, '2026-03-29T01:00:00Z'), null, 'there is no such hour')
  t.equal(until(hour, '2026-10-25T00:00:00Z'), '2026-10-25T02:00:00.000Z', 'there are two')
})

t.test('a time zone is known or not', async (t) => {
  t.same(['Europe/Berlin', 'UTC', 'Asia/Kathmandu', 'Mars/Olympus', 'noon'].map(isTimeZone), [true, true, true, false, false])
})

t.test('the end is the first minute outside of every window, whatever the zone and the season', async () => {
  const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 59)).map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
  const window: fc.Arbitrary<QuietHours> = fc.record({
    from: clock, to: clock, timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
    days: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1, maxLength: 2 }),
  })
  const changes = ['2026-03-29T00:00:00Z', '2026-10-25T00:00:00Z', '2026-11-01T04:00:00Z', '2026-04-04T12:00:00Z', '2026-06-10T00:00:00Z'].map(Date.parse)
  const moment = fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -1440, max: 1440 })).map(([at, minutes]) => new Date(at + minutes * 60_000))
  fc.assert(fc.property(fc.array(window, { minLength: 1, maxLength: 3 }), moment, (hours, now) => {
    const end = quietUntil(hours, now)
    if (end === 'never') return false // six days never fill a week
    const isQuiet = (at: Date) => quietUntil(hours, at) !== null
    if (end === null) return !isQuiet(now)
    if (isQuiet(end)) return false
    for (let at = now.getTime(); at < end.getTime(); at += 60_000) if (!isQuiet(new Date(at))) return false
    return true
  }), { numRuns: 150 })
})
