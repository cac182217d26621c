import { partsNamed, type PatternName } from './named-patterns.ts'
import type { ClassMeeting, SelfPaced } from './pattern-parts.ts'
import { inWeeks, stepAt, stepsPerHour, typicalWeek, type Timeline } from './timeline.ts'

/**
 * When users work. Parts add up, never above everybody. `like` names patterns that many have. `peakConcurrent` with `activeHoursPerWeek` is the
 * short form: that share of the users is at work during so many hours. `activity` is a measured week: the share at work in each of its 168 hours.
 */
export interface Pattern {
  like?: PatternName[]
  peakConcurrent?: number
  activeHoursPerWeek?: number
  classes?: ClassMeeting[]
  selfPaced?: SelfPaced
  activity?: number[]
}

/** Shares of the users, per step of the timeline. */
export interface WorkingTime {
  /** At work, of those who come and go together. */
  together: Float64Array
  /** Beginning sessions of their own in each step, by the mean length of these. */
  own: { arrivals: Float64Array; sessionSteps: number }[]
}

/** Everything in which people come together, and everything that they do by themselves. */
export function partsOf(pattern: Pattern): { meetings: ClassMeeting[]; selfPaced: SelfPaced[] } {
  const named = (pattern.like ?? []).map(partsNamed)
  return {
    meetings: [...named.flatMap(({ classes = [] }) => classes), ...(pattern.classes ?? []), ...shortForm(pattern), ...(pattern.activity ?? []).map((attendance, hour) => ({ day: Math.floor(hour / 24), start: hour % 24, hours: 1, attendance }))],
    selfPaced: [...named.flatMap(({ selfPaced = [] }) => selfPaced), ...(pattern.selfPaced ? [pattern.selfPaced] : [])],
  }
}

export function workingTime(pattern: Pattern, timeline: Timeline): WorkingTime {
  const { meetings, selfPaced } = partsOf(pattern)
  const together = new Float64Array(timeline.steps)
  for (const { day, start, hours, attendance, weeks } of meetings) {
    for (const on of timeline.days) if (on.weekday === day && inWeeks(on, weeks, timeline)) add(together, stepAt(on, start), hours, attendance * on.share)
  }
  const own = selfPaced.map(({ days = [0, 1, 2, 3, 4, 5, 6], weeks, from, until, sessionsPerDay, sessionHours }) => {
    const arrivals = new Float64Array(timeline.steps)
    for (const on of timeline.days) if (days.includes(on.weekday) && inWeeks(on, weeks, timeline)) add(arrivals, stepAt(on, from), until - from, on.share * sessionsPerDay / ((until - from) * stepsPerHour))
    return { arrivals, sessionSteps: Math.round(sessionHours * stepsPerHour) }
  })
  return { together, own }
}

/** The share of sessions (0..1) that people begin by themselves. */
export function ownPart(pattern: Pattern, timeline: Timeline): number {
  const { together, own } = workingTime(pattern, timeline)
  const alone = own.reduce((sum, { arrivals }) => arrivals.reduce((all, share) => all + share, sum), 0)
  const inClass = together.reduce((sum, share, step) => sum + Math.max(0, share - together[wrap(step - 1, together.length)]!), 0)
  return alone > 0 ? alone / (alone + inClass) : 0
}

/** A typical week as 168 hourly means of the share at work, for drawing. */
export function hourlyActivity(pattern: Pattern): number[] {
  const { together, own } = workingTime(pattern, typicalWeek)
  const working = Array.from(together, (share, step) => {
    let alone = 0
    for (const { arrivals, sessionSteps } of own) for (let back = 0; back < sessionSteps; back++) alone += arrivals[wrap(step - back, arrivals.length)]!
    return Math.min(1, share + alone)
  })
  return Array.from({ length: 168 }, (_, hour) => working.slice(hour * stepsPerHour, (hour + 1) * stepsPerHour).reduce((sum, share) => sum + share, 0) / stepsPerHour)
}

/** Days on which a user is there, in the whole timeline. Who comes to one thing is as likely as anybody to come to another. */
export function activeDays(pattern: Pattern, timeline: Timeline): number {
  const { meetings, selfPaced } = partsOf(pattern)
  return timeline.days.reduce((sum, on) => {
    const comes = meetings.filter(({ day, weeks }) => day === on.weekday && inWeeks(on, weeks, timeline)).reduce((most, { attendance }) => Math.max(most, attendance * on.share), 0)
    const sessions = selfPaced.filter(({ days, weeks }) => (!days || days.includes(on.weekday)) && inWeeks(on, weeks, timeline)).reduce((all, { sessionsPerDay }) => all + sessionsPerDay * on.share, 0)
    return sum + 1 - (1 - Math.min(1, comes)) * Math.exp(-sessions)
  }, 0)
}

/** The weeks that a pattern needs to be whole: 1 where every week is like another. */
export function weeksNeeded(pattern: Pattern): number {
  const { meetings, selfPaced } = partsOf(pattern)
  const named = [...meetings, ...selfPaced].flatMap(({ weeks }) => weeks ?? [])
  return named.length === 0 ? 1 : Math.max(4, ...named.map(Math.abs))
}

/** Up to 80 hours are put on five days, more on seven, in one block a day that starts at eight or as early as it must. */
function shortForm({ peakConcurrent = 0, activeHoursPerWeek = 40 }: Pattern): ClassMeeting[] {
  if (peakConcurrent === 0 || activeHoursPerWeek === 0) return []
  const days = activeHoursPerWeek > 80 ? 7 : 5
  const hours = Math.min(24, activeHoursPerWeek / days)
  return Array.from({ length: days }, (_, day) => ({ day, start: Math.min(8, 24 - hours), hours, attendance: peakConcurrent }))
}

function add(time: Float64Array, start: number, hours: number, share: number): void {
  for (let step = start; step < start + Math.round(hours * stepsPerHour); step++) time[wrap(step, time.length)]! += share
}

export const wrap = (step: number, steps: number): number => ((step % steps) + steps) % steps
