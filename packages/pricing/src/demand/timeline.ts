import { calendarDays, sinceMidnight, type CalendarDay } from '@hubfleet/core'

/** Demand is reckoned in steps of five minutes. */
export const stepsPerHour = 12
export const stepsPerWeek = 168 * stepsPerHour

/**
 * The weeks that are reckoned: so many alike, or the days from one date to another (both included) by the clock of a time zone, whose days have
 * 23 or 25 hours where it is changed. In a break `share` of the usual work is done, none where it is not said.
 */
export interface Calendar {
  weeks?: number
  from?: string
  to?: string
  timeZone?: string
  breaks?: { from: string; to: string; share?: number }[]
  /** The same by number, from 1. */
  breakWeeks?: number[]
}

export interface TimelineDay extends Pick<CalendarDay, 'change'> {
  /** 0 is Monday. */
  weekday: number
  /** From 1; a week begins on Monday. */
  week: number
  /** Its first step. */
  start: number
  /** Of the usual work, 0 to 1. */
  share: number
  date: string | null
}

/** What repeats: a typical week, or a term. The end is followed by the beginning, so that what is left over at the end is not lost. */
export interface Timeline { days: TimelineDay[]; steps: number; weeks: number }

/** Throws a RangeError for a date or a time zone that there is not. */
export function timelineOf({ weeks = 1, from, to, timeZone = 'UTC', breaks = [], breakWeeks = [] }: Calendar = {}): Timeline {
  const plain = (_: unknown, index: number) => ({ date: null, weekday: index % 7 + 1, hours: 24, change: null })
  const calendar = from && to ? calendarDays(from, to, timeZone) : Array.from({ length: weeks * 7 }, plain)
  let [start, week] = [0, 1]
  const days = calendar.map(({ date, weekday, hours, change }, index): TimelineDay => {
    if (weekday === 1 && index > 0) week++
    const first = start
    start += Math.round(hours * stepsPerHour)
    const pause = date ? breaks.find((one) => one.from <= date && date <= one.to) : undefined
    return { date, weekday: weekday - 1, week, start: first, change, share: pause ? (pause.share ?? 0) : breakWeeks.includes(week) ? 0 : 1 }
  })
  return { days, steps: start, weeks: week }
}

export const typicalWeek = timelineOf()

/** The step in which an hour of the day begins. */
export const stepAt = (day: TimelineDay, hour: number): number => day.start + Math.round(sinceMidnight(day, hour) * stepsPerHour)

/** Weeks count from 1, or from the end: -1 is the last one. */
export const inWeeks = ({ week }: TimelineDay, weeks: number[] | undefined, { weeks: all }: Timeline): boolean => !weeks || weeks.includes(week) || weeks.includes(week - all - 1)

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** When a step is, by the clock on the wall: `Monday 10:05`, `2026-12-14 09:00`, and with several weeks alike `Monday 10:05 of week 3`. */
export function whenIs(step: number, { days, weeks }: Timeline): string {
  const day = days.findLast(({ start }) => start <= step) ?? days[0]!
  const real = (step - day.start) / stepsPerHour
  const hour = day.change && real >= day.change.after ? real - day.change.by : real
  const clock = `${String(Math.floor(hour)).padStart(2, '0')}:${String(Math.round(hour % 1 * 60)).padStart(2, '0')}`
  return day.date ? `${day.date} ${clock}` : `${weekdays[day.weekday]} ${clock}${weeks > 1 ? ` of week ${day.week}` : ''}`
}
