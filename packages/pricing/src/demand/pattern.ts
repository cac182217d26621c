/** Five-minute steps of a week; step 0 is Monday 00:00, local time of the users. */
export const stepsPerHour = 12
export const stepsPerWeek = 168 * stepsPerHour

/** A class or exam: people come and go together. `day` 0 is Monday; `start` is the hour of the day (9.5 is half past nine). */
export interface ClassMeeting { day: number; start: number; hours: number; /** Share of the users, 0..1. */ attendance: number }

/** Work at one's own time: every user's sessions are spread evenly between `from` and `until` (hours of the day). */
export interface SelfPaced { /** Sessions per user and day. */ sessionsPerDay: number; sessionHours: number; from: number; until: number; days?: number[] }

/**
 * When users work in a typical week. Parts add up, never above everybody. `peakConcurrent` with `activeHoursPerWeek` is the short
 * form: that share of the users is at work during so many hours. `activity` is a measured week: the share at work in each of its 168 hours.
 */
export interface Pattern {
  peakConcurrent?: number
  activeHoursPerWeek?: number
  classes?: ClassMeeting[]
  selfPaced?: SelfPaced
  activity?: number[]
}

/** Shares of the users, per step of the week. */
export interface WorkingWeek {
  /** At work, of those who come and go together. */
  together: Float64Array
  /** Beginning a session of their own in this step. */
  arrivals: Float64Array
  /** Mean length of those sessions. */
  sessionSteps: number
}

export function workingWeek(pattern: Pattern): WorkingWeek {
  const together = new Float64Array(stepsPerWeek)
  const arrivals = new Float64Array(stepsPerWeek)
  const { classes = [], selfPaced, activity } = pattern
  for (const { day, start, hours, attendance } of [...classes, ...shortForm(pattern)]) add(together, day * 24 + start, hours, attendance)
  activity?.forEach((share, hour) => add(together, hour, 1, share))
  if (selfPaced) {
    const { days = [0, 1, 2, 3, 4, 5, 6], from, until, sessionsPerDay } = selfPaced
    for (const day of days) add(arrivals, day * 24 + from, until - from, sessionsPerDay / ((until - from) * stepsPerHour))
  }
  return { together, arrivals, sessionSteps: Math.round((selfPaced?.sessionHours ?? 0) * stepsPerHour) }
}

/** The same as 168 hourly means of the share at work, for drawing. */
export function hourlyActivity(pattern: Pattern): number[] {
  const { together, arrivals, sessionSteps } = workingWeek(pattern)
  const working = Array.from(together, (share, step) => {
    let own = 0
    for (let back = 0; back < sessionSteps; back++) own += arrivals[wrap(step - back)]!
    return Math.min(1, share + own)
  })
  return Array.from({ length: 168 }, (_, hour) => working.slice(hour * stepsPerHour, (hour + 1) * stepsPerHour).reduce((sum, share) => sum + share, 0) / stepsPerHour)
}

/** Up to 80 hours are put on five days, more on seven, in one block a day that starts at eight or as early as it must. */
function shortForm({ peakConcurrent = 0, activeHoursPerWeek = 40 }: Pattern): ClassMeeting[] {
  const days = activeHoursPerWeek > 80 ? 7 : 5
  const hours = Math.min(24, activeHoursPerWeek / days)
  return Array.from({ length: days }, (_, day) => ({ day, start: Math.min(8, 24 - hours), hours, attendance: peakConcurrent }))
}

function add(week: Float64Array, startHour: number, hours: number, share: number): void {
  const start = Math.round(startHour * stepsPerHour)
  for (let step = start; step < Math.round((startHour + hours) * stepsPerHour); step++) week[wrap(step)]! += share
}

export const wrap = (step: number): number => ((step % stepsPerWeek) + stepsPerWeek) % stepsPerWeek
