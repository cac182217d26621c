/** A class or exam: people come and go together. `day` 0 is Monday; `start` is the hour of the day (9.5 is half past nine). */
export interface ClassMeeting {
  day: number
  start: number
  hours: number
  /** Share of the users, 0..1. */
  attendance: number
  /** The weeks of the calendar in which it is held, from 1, or from the end: -1 is the last one. Otherwise in all. */
  weeks?: number[]
}

/** Work at one's own time: every user's sessions are spread evenly between `from` and `until` (hours of the day). */
export interface SelfPaced {
  /** Sessions per user and day. */
  sessionsPerDay: number
  sessionHours: number
  from: number
  until: number
  days?: number[]
  weeks?: number[]
}
