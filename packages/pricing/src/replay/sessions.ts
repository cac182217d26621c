import type { CullingTimes } from '../demand/presence.ts'
import type { BusySpan, Visit } from '../simulation/run.ts'

/** A server of a person from its start to its stop, as it was seen. */
export interface MeasuredSession {
  user: string
  /** Of named servers; nothing is the default one. */
  server?: string
  start: Date
  /** Null: it still runs. */
  end: Date | null
  /** Spans in which JupyterHub's last activity moved on, before the period too. The first begins with the start; without any, only the start was active. */
  active: readonly Span[]
  /** Spans in which a kernel computed, where it was seen. Not all of it counts as activity. */
  busy?: readonly Span[]
  /** What it reserved. */
  memoryGiB: number
  cpu: number
  /** The user pool that had it; the first one where it is not said. */
  pool?: string
}
export interface Span { from: Date; to: Date }

/** By its age, or since nobody had used it for so long. */
const culled = ({ timeoutSeconds, maxAgeSeconds }: CullingTimes, start: Date, last: number, end: Date): boolean =>
  end.getTime() - last >= timeoutSeconds * 1000 || (!!maxAgeSeconds && end.getTime() - start.getTime() >= maxAgeSeconds * 1000)

/** The last moment of activity before another one. */
const lastBefore = (spans: readonly Span[], moment: Date): number => spans.reduce((latest, { from, to }) => (from < moment ? Math.max(latest, Math.min(to.getTime(), moment.getTime())) : latest), 0)

export interface Followed { visits: (Visit & { pool: string | undefined })[]; busy: BusySpan[]; sizes: { memoryGiB: number; cpu: number }[]; /** Users, by `who`. */ names: string[] }

/**
 * Sessions as what people did, which is what stays the same under other settings: when they were at work, and when they stopped their servers
 * themselves. A server that ended sooner than the culler could have was stopped by its user, or by somebody else who will do so again. What they did before
 * the beginning and after the end is not told.
 */
export function followed(sessions: readonly MeasuredSession[], from: Date, to: Date, culling: CullingTimes | null | undefined): Followed {
  const whose = new Map<string, number>()
  const sizes = new Map<string, number>()
  const names: string[] = []
  const indexIn = (map: Map<string, number>, key: string) => map.get(key) ?? (map.set(key, map.size), map.size - 1)
  const seconds = (at: Date) => (Math.max(from.getTime(), Math.min(to.getTime(), at.getTime())) - from.getTime()) / 1000
  const visits: Followed['visits'] = []
  const busy: BusySpan[] = []
  for (const session of sessions.filter(({ start, end }) => start < to && (end ?? to) > from)) {
    const { user, server = '', start, end, memoryGiB, cpu, pool } = session
    const who = indexIn(whose, JSON.stringify([user, server]))
    names[who] = user
    const kind = indexIn(sizes, JSON.stringify({ memoryGiB, cpu }))
    const spans = session.active.length > 0 ? session.active.toSorted((a, b) => a.from.getTime() - b.from.getTime()) : [{ from: start, to: start }]
    const last = spans.reduce((latest, span) => Math.max(latest, span.to.getTime()), 0)
    const byUser = end !== null && end < to && !(culling && culled(culling, start, last, end))
    const runs = spans.filter((span) => span.from < to && span.to > from)
    // Whoever was idle when the period begins has been so since before.
    if (start < from || runs.length === 0) runs.unshift({ from: start < from ? from : start, to: new Date(Math.max(lastBefore(spans, from), start.getTime())) })
    runs.forEach((span, index) => visits.push({
      who, kind, pool, from: index === 0 ? Math.min(seconds(start), seconds(span.from)) : seconds(span.from), to: (Math.min(to.getTime(), span.to.getTime()) - from.getTime()) / 1000,
      ...(index === 0 ? start < from && { since: (start.getTime() - from.getTime()) / 1000 } : { goesOn: true }), ...(byUser && index === runs.length - 1 && { stop: seconds(end) }),
    }))
    for (const span of session.busy ?? []) busy.push({ who, from: seconds(span.from), to: seconds(span.to) })
  }
  return { visits: visits.sort((a, b) => a.from - b.from), busy, sizes: [...sizes.keys()].map((key) => JSON.parse(key) as { memoryGiB: number; cpu: number }), names }
}
