import { isProblem, nearest, Problem, refuse, type ProblemField } from '@hubfleet/core'
import type { PriceBook } from '../catalogue/price-book.ts'
import { patternNames } from '../demand/named-patterns.ts'
import type { Pattern } from '../demand/pattern.ts'
import { timelineOf, type Calendar } from '../demand/timeline.ts'
import type { EstimateInput } from './input.ts'
import { poolName } from './settings.ts'

/** Beyond this nobody plans, and a timeline would have too many steps. */
const mostWeeks = 106

/** Throws `invalid-request` for what no schema can see: parts that contradict each other, with the place of each. */
export function refuseContradictions(input: EstimateInput): void {
  const pools = input.userPools.map(poolName)
  if (input.calendar) refuse(calendarFaults(input.calendar))
  const weeks = input.calendar ? timelineOf(input.calendar).weeks : null
  refuse([
    ...input.users.flatMap((type, index) => [
      ...(type.pattern ? patternFaults(type.pattern, `/users/${index}/pattern`, weeks) : []),
      ...(type.pool !== undefined && !pools.includes(type.pool) ? [fault(`/users/${index}/pool`, `there is no user pool ${type.pool}; ${meant(type.pool, pools)}`)] : []),
    ]),
    ...(input.pattern ? patternFaults(input.pattern, '/pattern', weeks) : []),
    ...poolFaults(input), ...modeFaults(input), ...tooMuchToPlay(input, weeks ?? 1),
    ...twice(input.users.map(({ name }) => name), '/users', 'name'), ...twice(pools, '/userPools', 'name'),
  ])
}

/** Each machine type, that an unknown one is told with its place. Throws `price-unknown`. */
export function refuseUnknownMachines(input: EstimateInput, book: PriceBook): void {
  input.userPools.forEach(({ machine }, index) => pointing(`/userPools/${index}/machine`, () => book.machine(machine)))
  if (input.corePool) pointing('/corePool/machine', () => book.machine(input.corePool!.machine))
}

/** What is thrown names the place of the input that it is about. */
export function pointing<T>(pointer: string, look: () => T): T {
  try {
    return look()
  } catch (error) {
    if (!isProblem(error)) throw error
    throw new Problem(error.code, error.params, { cause: error, errors: [{ pointer, code: 'unknown', detail: error.message }] })
  }
}

/** Users times weeks that a simulation plays: more would keep everybody else waiting. */
const mostPlayed = 30_000

const tooMuchToPlay = ({ method, users }: EstimateInput, weeks: number): ProblemField[] => {
  const played = users.reduce((sum, { count }) => sum + count, 0) * weeks
  return method === 'simulation' && played > mostPlayed ? [fault('/method', `a simulation plays ${mostPlayed} users times weeks at most, and these are ${played}; the closed form takes as many as there are`)] : []
}

function modeFaults({ mode }: EstimateInput): ProblemField[] {
  const { kind, ...fixed } = mode ?? { kind: 'autoscale' as const }
  const given = Object.keys(fixed).filter((name) => fixed[name as keyof typeof fixed] !== undefined)
  if (kind === 'autoscale') return given.map((name) => fault(`/mode/${name}`, 'it is of the mode fixed'))
  return given.includes('nodes') && given.length > 1 ? [fault('/mode/nodes', `so many nodes are fixed already: leave out ${given.filter((name) => name !== 'nodes').join(' and ')}`)] : []
}

/** `weeks`: of the calendar; null without one. */
function patternFaults(pattern: Pattern, at: string, weeks: number | null): ProblemField[] {
  const { classes = [], selfPaced, like = [] } = pattern
  const ends = selfPaced ? [selfPaced] : []
  return [
    ...classes.filter(({ hours }) => hours === 0).map((meeting) => fault(`${at}/classes/${classes.indexOf(meeting)}/hours`, 'a class takes some time')),
    ...ends.filter(({ from, until }) => until <= from).map(() => fault(`${at}/selfPaced/until`, 'it is not after from; work over midnight is told as two patterns, or with until 24')),
    ...(pattern.activity && pattern.activity.length !== 168 ? [fault(`${at}/activity`, `a week has 168 hours, and here are ${pattern.activity.length}`)] : []),
    ...(pattern.activeHoursPerWeek !== undefined && pattern.peakConcurrent === undefined ? [fault(`${at}/activeHoursPerWeek`, 'it tells how long; peakConcurrent must tell how many')] : []),
    ...like.filter((name) => !patternNames.includes(name)).map((name) => fault(`${at}/like/${like.indexOf(name)}`, `there is no pattern ${name}; ${meant(name, patternNames)}`)),
    ...(selfPaced && selfPaced.sessionHours === 0 && selfPaced.sessionsPerDay > 0 ? [fault(`${at}/selfPaced/sessionHours`, 'a session takes some time')] : []),
    ...classes.flatMap((meeting, index) => weekFaults(meeting.weeks, `${at}/classes/${index}/weeks`, weeks)),
    ...weekFaults(selfPaced?.weeks, `${at}/selfPaced/weeks`, weeks),
  ]
}

function weekFaults(named: readonly number[] = [], at: string, weeks: number | null): ProblemField[] {
  if (named.includes(0)) return [fault(at, 'weeks count from 1, or from -1 at the end')]
  const beyond = named.find((week) => Math.abs(week) > (weeks ?? mostWeeks))
  return beyond === undefined ? [] : [fault(at, `there is no week ${beyond}: the calendar has ${weeks}`)]
}

function calendarFaults(calendar: Calendar): ProblemField[] {
  const { weeks, from, to, timeZone, breaks = [], breakWeeks = [] } = calendar
  if ((from === undefined) !== (to === undefined)) return [fault(`/calendar/${from === undefined ? 'from' : 'to'}`, 'a calendar by dates has from and to')]
  if (from === undefined || to === undefined) {
    if (weeks === undefined) return [fault('/calendar', 'it needs weeks, or from and to')]
    if (timeZone !== undefined || breaks.length > 0) return [fault(`/calendar/${timeZone !== undefined ? 'timeZone' : 'breaks'}`, 'it needs a calendar with from and to')]
    return breakWeeks.filter((week) => week > weeks).map((week) => fault(`/calendar/breakWeeks/${breakWeeks.indexOf(week)}`, `the calendar has ${weeks} weeks`))
  }
  if (weeks !== undefined) return [fault('/calendar/weeks', 'from and to tell how long it is')]
  if (to < from) return [fault('/calendar/to', 'it is before from')]
  if (Date.parse(to) - Date.parse(from) > mostWeeks * 7 * 86_400_000) return [fault('/calendar/to', 'a calendar has two years at most')]
  const odd = breaks.flatMap((pause, index) => [...(pause.to < pause.from ? [fault(`/calendar/breaks/${index}/to`, 'it is before from')] : []), ...(pause.to < from || pause.from > to ? [fault(`/calendar/breaks/${index}`, 'it is not in the calendar')] : [])])
  return [...odd, ...(odd.length === 0 ? unreadable(calendar) : [])]
}

function unreadable(calendar: Calendar): ProblemField[] {
  try {
    timelineOf(calendar)
    return []
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return [fault(zoneExists(calendar.timeZone) ? '/calendar/from' : '/calendar/timeZone', zoneExists(calendar.timeZone) ? 'from and to are dates that there are, such as 2026-09-01' : `there is no time zone ${calendar.timeZone}; one is America/Los_Angeles`)]
  }
}

function zoneExists(timeZone: string | undefined): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}

function poolFaults({ userPools }: EstimateInput): ProblemField[] {
  const shares = userPools.reduce((sum, { share = 0 }) => sum + share, 0)
  const whole = userPools.every(({ share }) => share !== undefined)
  return [
    ...userPools.flatMap(({ min = 0, max = Infinity }, index) => (max < min ? [fault(`/userPools/${index}/max`, `it is less than min, which is ${min}`)] : [])),
    ...(shares > 1 + 1e-6 || (whole && shares < 1 - 1e-6) ? [fault('/userPools/0/share', `the shares of all pools come to ${Number(shares.toFixed(4))}, and not to 1`)] : []),
  ]
}

const twice = (names: (string | undefined)[], at: string, field: string): ProblemField[] =>
  names.flatMap((name, index) => (name !== undefined && names.indexOf(name) < index ? [fault(`${at}/${index}/${field}`, `${name} is named twice`)] : []))

const meant = (name: string, known: readonly string[]): string => {
  const near = nearest(name, known)
  return near ? `did you mean ${near}?` : `there are ${known.join(', ')}`
}

const fault = (pointer: string, detail: string): ProblemField => ({ pointer, code: 'contradiction', detail })
