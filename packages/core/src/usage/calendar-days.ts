import { Temporal } from 'temporal-polyfill'

/** A day of a calendar, as it is by the clock on the wall of a time zone. */
export interface CalendarDay {
  /** `2026-11-01`. */
  date: string
  /** 1 is Monday, 7 Sunday. */
  weekday: number
  /** 23 or 25 where the clock is changed. */
  hours: number
  /** Where it is: after so many hours of the day the clock goes on so many hours earlier or later. */
  change: { after: number; by: number } | null
}

/** The days from `from` to `to`, both included. Throws a RangeError for a date or a zone that there is not. */
export function calendarDays(from: string, to: string, timeZone: string): CalendarDay[] {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)]
  const days: CalendarDay[] = []
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    const [start, end] = [day.toZonedDateTime(timeZone), day.add({ days: 1 }).toZonedDateTime(timeZone)]
    const hours = hoursBetween(start, end)
    const changed = hours === 24 ? null : start.getTimeZoneTransition('next')
    days.push({ date: day.toString(), weekday: day.dayOfWeek, hours, change: changed && { after: hoursBetween(start, changed), by: hours - 24 } })
  }
  return days
}

/** Hours since the day began, for an hour on the wall; one that the change leaves out is the first one after it. */
export const sinceMidnight = ({ change }: Pick<CalendarDay, 'change'>, hour: number): number => (change && hour >= change.after ? Math.max(change.after, hour + change.by) : hour)

const hoursBetween = (from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime): number => (to.epochMilliseconds - from.epochMilliseconds) / 3_600_000
