import fc from 'fast-check'
import t from 'tap'
import { grains, nextPeriod, periodsIn, periodStart } from './grains.ts'

const zones = ['UTC', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/Havana', 'Pacific/Apia', 'America/Sao_Paulo']
const moment = fc.date({ min: new Date('2005-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })

t.test('periods of a zone follow one another without a gap, and each moment is in the one that it is said to be in', async () => {
  fc.assert(fc.property(fc.constantFrom(...grains), fc.constantFrom(...zones), moment, (grain, zone, at) => {
    const start = periodStart(grain, at, zone)
    const next = nextPeriod(grain, start, zone)
    return start <= at && at < next && periodStart(grain, start, zone).getTime() === start.getTime() && periodStart(grain, new Date(next.getTime() - 1), zone).getTime() === start.getTime()
  }))
})

t.test('a day has 23 or 25 hours where the clock is changed, and each of them is its own', async (t) => {
  for (const [day, hours] of [['2026-03-08', 23], ['2026-11-01', 25], ['2026-06-01', 24]] as const) {
    const start = periodStart('day', new Date(`${day}T12:00:00-04:00`), 'America/New_York')
    t.equal(periodsIn('hour', start, nextPeriod('day', start, 'America/New_York'), 'America/New_York').length, hours, day)
  }
})

t.test('hours of a zone that is half an hour off begin at half past', async (t) => {
  t.equal(periodStart('hour', new Date('2026-05-01T10:10:00Z'), 'Asia/Kolkata').toISOString(), '2026-05-01T09:30:00.000Z')
  t.throws(() => periodStart('day', new Date(), 'Mars/Olympus'), RangeError)
})
