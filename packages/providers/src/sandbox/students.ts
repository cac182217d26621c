import { random } from './random.ts'

/** `class`: lessons on weekdays from 10:00 to 11:30 UTC and homework in the evening. `always`: somebody at any hour of any day. */
export type StudentPattern = 'class' | 'always'
export interface Students { count: number; pattern: StudentPattern }

export const mostStudents = 2_000

/** One stay of a student at a server, in milliseconds since 1970. */
export interface Visit {
  user: string
  server: string
  start: number
  end: number
  /** Up to when the server sees activity: an open tab with a running kernel goes on after its student went. */
  activeUntil: number
  /** How long the student pauses between stretches of work. */
  pause: number
  /** Most students forget to stop their server; an idle culler is there for them. */
  stops: boolean
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** A student works for this long, then pauses. */
const stretch = 12 * minute

/** All visits that start or end in (from, to], by start. No visit is longer than three hours. */
export function visitsBetween(hubId: string, { count, pattern }: Students, namedServers: boolean, from: number, to: number): Visit[] {
  const visits: Visit[] = []
  for (let midnight = Math.floor((from - 3 * hour) / day) * day; midnight <= to; midnight += day) {
    for (let index = 1; index <= count; index++) {
      for (const visit of visitsOn(midnight, hubId, index, pattern, namedServers)) {
        if (visit.end > from && visit.start <= to) visits.push(visit)
      }
    }
  }
  return visits.sort((a, b) => a.start - b.start || (a.user < b.user ? -1 : 1))
}

function visitsOn(midnight: number, hubId: string, index: number, pattern: StudentPattern, namedServers: boolean): Visit[] {
  const chance = (what: string) => random(hubId, index, midnight, what)
  const weekend = [0, 6].includes(new Date(midnight).getUTCDay())
  const visit = (name: string, start: number, minutes: number): Visit => {
    const end = start + minutes * minute
    const keepsTabOpen = chance(`${name} tab`) < 0.04
    return {
      user: `student-${String(index).padStart(4, '0')}`,
      // Every tenth student works on a project in a named server, now and then.
      server: namedServers && index % 10 === 0 && chance(`${name} server`) < 0.5 ? 'project' : '',
      start: Math.floor(start), end: Math.floor(end),
      activeUntil: Math.floor(keepsTabOpen ? end + 12 * hour : end),
      pause: keepsTabOpen ? 0 : Math.floor((2 + 18 * chance(`${name} pause`)) * minute),
      stops: !keepsTabOpen && chance(`${name} stop`) < 0.25,
    }
  }
  if (pattern === 'always') {
    return [0, 3, 6, 9, 12, 15, 18, 21]
      .filter((h) => chance(`at ${h}`) < 0.5)
      .map((h) => visit(`slot ${h}`, midnight + (h + 3 * chance(`start ${h}`)) * hour, 30 + 90 * chance(`length ${h}`)))
  }
  const visits: Visit[] = []
  if (!weekend && chance('class') < 0.85) visits.push(visit('class', midnight + 10 * hour + chance('arrival') * 10 * minute, 70 + 25 * chance('stay')))
  if (chance('homework') < (weekend ? 0.2 : 0.35)) visits.push(visit('homework', midnight + (18 + 3 * chance('evening')) * hour, 30 + 90 * chance('homework stay')))
  return visits
}

/**
 * What JupyterHub knows as the last activity at `now`: it asks its proxy once a minute, so it is up to a minute behind; null until the
 * first answer.
 */
export function lastActivity(visit: Pick<Visit, 'start' | 'activeUntil' | 'pause'>, since: number, now: number): number | null {
  const until = Math.min(now, visit.activeUntil)
  const cycle = stretch + visit.pause
  const intoCycle = (until - visit.start) % cycle
  const active = visit.pause > 0 && intoCycle > stretch ? until - intoCycle + stretch : until
  const seen = Math.floor(active / minute) * minute
  return seen >= since ? seen : null
}
