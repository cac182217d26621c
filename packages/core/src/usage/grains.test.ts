import fc from 'fast-check'
import t from 'tap'
import { Temporal } from 'temporal-polyfill'
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

t.test('days, weeks and months begin when the calendar of the zone says so, and hours after as many minutes of its clock', async () => {
  const starts = (grain: (typeof grains)[number], at: Date, timeZone: string): number => {
    const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
    if (grain === 'hour') return at.getTime() - (local.minute * 60 + local.second) * 1000 - local.millisecond
    const date = local.toPlainDate()
    return date.subtract({ days: { day: 0, week: date.dayOfWeek - 1, month: date.day - 1 }[grain] }).toZonedDateTime(timeZone).epochMilliseconds
  }
  // Beside the moments at which clocks are changed.
  const near = fc.tuple(fc.constantFrom('2026-03-08T07:00Z', '2026-11-01T06:00Z', '2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-04-04T15:00Z', '2026-10-03T15:30Z', '2026-03-08T05:00Z', '2026-11-01T05:00Z', '2011-12-30T10:00Z', '2018-11-04T03:00Z', '2018-02-18T02:00Z'), fc.integer({ min: -30 * 86_400_000, max: 30 * 86_400_000 }), fc.constantFrom(0, 1, 24 * 3600_000))
    .map(([at, off, scale]) => new Date(Date.parse(at) + (scale === 0 ? 0 : Math.round(off / scale))))
  fc.assert(fc.property(fc.constantFrom(...grains), fc.constantFrom(...zones), fc.oneof(moment, near), (grain, zone, at) => periodStart(grain, at, zone).getTime() === starts(grain, at, zone)), { numRuns: 2000 })
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
