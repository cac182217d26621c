import t from 'tap'
import { calendarDays, sinceMidnight } from './calendar-days.ts'

t.test('a day has 23 or 25 hours where the clock is changed, and its afternoon lies so much earlier or later', async (t) => {
  const [spring] = calendarDays('2026-03-08', '2026-03-08', 'America/Los_Angeles')
  t.same(spring, { date: '2026-03-08', weekday: 7, hours: 23, change: { after: 2, by: -1 } })
  t.same([1, 2.5, 3, 10].map((hour) => sinceMidnight(spring!, hour)), [1, 2, 2, 9])
  const [autumn] = calendarDays('2026-10-25', '2026-10-25', 'Europe/Paris')
  t.equal(autumn!.hours, 25)
  t.same([1, 2, 3, 10].map((hour) => sinceMidnight(autumn!, hour)), [1, 2, 4, 11])
})

t.test('days come one after the other over the end of a year, both ends included', async (t) => {
  t.same(calendarDays('2026-12-30', '2027-01-02', 'Europe/Berlin').map(({ date, weekday, hours }) => [date, weekday, hours]), [['2026-12-30', 3, 24], ['2026-12-31', 4, 24], ['2027-01-01', 5, 24], ['2027-01-02', 6, 24]])
  t.throws(() => calendarDays('2026-02-30', '2026-03-01', 'Europe/Berlin'), RangeError)
  t.throws(() => calendarDays('2026-02-01', '2026-03-01', 'Mars/Base'), RangeError)
})
