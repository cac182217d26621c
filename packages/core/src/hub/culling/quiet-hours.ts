import type { QuietHours } from './culling-schema.ts'
import { weekdays } from './culling-schema.ts'

/*
 * Quiet hours are by the clock on the wall: one from 02:00 to 03:00 does not happen in the night that has no such hour, and lasts two hours
 * in the one that has it twice.
 */

const minuteMs = 60_000
const dayMinutes = 1440
/** All that repeats does so within a week; a day more for the night in which it began. */
const horizonMs = 8 * dayMinutes * minuteMs

/** Until when nothing is culled; null when it is not quiet at `now`, `never` when it always is. */
export function quietUntil(hours: readonly QuietHours[], now: Date): Date | 'never' | null {
  let at = now.getTime()
  while (at - now.getTime() <= horizonMs) {
    const end = endOfWindow(hours, at)
    if (end === null) return at === now.getTime() ? null : new Date(at)
    at = end
  }
  return 'never'
}

/** Whether a time zone is one that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    wallClock(name)
    return true
  } catch {
    return false
  }
}

/** The latest known end of the windows that `at` is in; null when it is in none. */
function endOfWindow(hours: readonly QuietHours[], at: number): number | null {
  const ends = hours.flatMap((window) => {
    const left = minutesLeft(window, at)
    return left === null ? [] : [after(window.timeZone ?? 'UTC', at, left)]
  })
  return ends.length === 0 ? null : Math.max(...ends)
}

/** Whole minutes on the wall clock until a window ends; null outside of it. */
function minutesLeft({ from, to, days, timeZone = 'UTC' }: QuietHours, at: number): number | null {
  const { day, minutes } = localTime(timeZone, at)
  const [begin, end] = [minutesOf(from), minutesOf(to)]
  const begins = (weekday: number) => !days || days.includes(weekdays[(weekday + 7) % 7]!)
  if (begin < end) return begins(day) && minutes >= begin && minutes < end ? end - minutes : null
  if (begins(day) && minutes >= begin) return dayMinutes - minutes + end
  return begins(day - 1) && minutes < end ? end - minutes : null
}

/** So many minutes later on the wall clock; where the clock is changed on the way, no further than the minute before. */
function after(timeZone: string, at: number, minutes: number): number {
  const minute = Math.floor(at / minuteMs) * minuteMs
  const offset = offsetAt(timeZone, minute)
  if (offsetAt(timeZone, minute + minutes * minuteMs) === offset) return minute + minutes * minuteMs
  let [unchanged, changed] = [0, minutes]
  while (changed - unchanged > 1) {
    const middle = Math.floor((unchanged + changed) / 2)
    if (offsetAt(timeZone, minute + middle * minuteMs) === offset) unchanged = middle
    else changed = middle
  }
  return minute + changed * minuteMs
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** Minutes that the wall clock is ahead of UTC. */
function offsetAt(timeZone: string, at: number): number {
  const parts = partsAt(timeZone, at)
  return Math.round((Date.UTC(Number(parts.year), Number(parts.month) - 1, Number(parts.day), Number(parts.hour), Number(parts.minute)) - at) / minuteMs)
}

/** `day` counts from monday, 0. */
function localTime(timeZone: string, at: number): { day: number; minutes: number } {
  const { weekday, hour, minute } = partsAt(timeZone, at)
  return { day: weekdays.indexOf(weekday!.toLowerCase() as (typeof weekdays)[number]), minutes: Number(hour) * 60 + Number(minute) }
}

const partsAt = (timeZone: string, at: number): Record<string, string> =>
  Object.fromEntries(wallClock(timeZone).formatToParts(at).map(({ type, value }) => [type, value]))

const wallClocks = new Map<string, Intl.DateTimeFormat>()

/** Making one takes far longer than using it. */
function wallClock(timeZone: string): Intl.DateTimeFormat {
  let known = wallClocks.get(timeZone)
  if (!known) {
    known = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })
    wallClocks.set(timeZone, known)
  }
  return known
}
