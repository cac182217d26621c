import fc from 'fast-check'
import t from 'tap'
import { lastActivity, visitsBetween, type StudentPattern } from './students.ts'

const hour = 3_600_000
const monday = Date.parse('2026-03-02T00:00:00Z')
const sunday = monday - 24 * hour
const onWeekday = (pattern: StudentPattern, day = monday) => visitsBetween('hub_a', { count: 200, pattern }, true, day, day + 24 * hour)

t.test('the same students do the same things at every replay, and those of another hub do others', async (t) => {
  t.same(onWeekday('class'), onWeekday('class'))
  t.notSame(visitsBetween('hub_b', { count: 200, pattern: 'class' }, true, monday, monday + 24 * hour), onWeekday('class'))
})

t.test('a class comes together at ten, does homework in the evening, and stays at home on sundays', async (t) => {
  const hours = (day: number) => onWeekday('class', day).map((visit) => new Date(visit.start).getUTCHours())
  const weekday = hours(monday)
  t.ok(weekday.filter((h) => h === 10).length > 140)
  t.ok(weekday.filter((h) => h >= 18).length > 40)
  t.ok(weekday.every((h) => h === 10 || h >= 18))
  t.ok(hours(sunday).every((h) => h >= 18))
})

t.test('with the pattern always somebody is there at every hour', async (t) => {
  const visits = onWeekday('always')
  for (let at = monday + hour; at < monday + 24 * hour; at += hour) t.ok(visits.some((visit) => visit.start <= at && visit.end >= at))
})

t.test('culling meets variety: those who stop, those who forget, those who keep a tab open, named servers', async (t) => {
  const visits = onWeekday('class')
  t.ok(visits.some((visit) => visit.stops) && visits.some((visit) => !visit.stops))
  t.ok(visits.some((visit) => visit.activeUntil > visit.end))
  t.ok(visits.some((visit) => visit.server === 'project'))
})

t.test('a span split anywhere has the same starts and ends', async () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 96 }), fc.integer({ min: 1, max: 96 }), (a, b) => {
    const students = { count: 20, pattern: 'always' } as const
    const starts = (from: number, to: number) => visitsBetween('hub_a', students, false, from, to).filter((visit) => visit.start > from).length
    const middle = monday + a * hour / 2
    const end = middle + b * hour / 2
    return starts(monday - hour, end) === starts(monday - hour, middle) + starts(middle, end)
  }))
})

t.test('the last activity is whole minutes, never in the future, never goes back, and rests in a pause', async (t) => {
  const visit = { start: monday, activeUntil: monday + 2 * hour, pause: 600_000 }
  fc.assert(fc.property(fc.nat({ max: 3 * hour }), fc.nat({ max: hour }), (offset, more) => {
    const first = lastActivity(visit, monday, monday + offset)!
    const later = lastActivity(visit, monday, monday + offset + more)!
    return first % 60_000 === 0 && first <= monday + offset && later >= first
  }))
  t.equal(lastActivity(visit, monday, monday + 20 * 60_000), monday + 12 * 60_000)
  t.equal(lastActivity(visit, monday + 1, monday + 30_000), null, 'before the first time that the hub asks its proxy')
})
