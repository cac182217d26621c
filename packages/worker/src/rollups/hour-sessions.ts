import type { ClusterSample, HubSample, ServerSample } from '@hubfleet/core'

/** From and until, in milliseconds since 1970. */
export type Moments = [from: number, until: number]

/** What the looks of one hour tell of a life of somebody's server. What is not known is null. */
export interface SessionPart {
  hubId: string
  user: string
  server: string
  startedAt: Date
  /** Within the hour, in order and apart. */
  seen: Moments[]
  /** It may reach back before the hour. */
  active: Moments[]
  endedAt: Date | null
  cpu: number | null
  memoryGiB: number | null
  node: string | null
  pool: string | null
}

/**
 * Sessions as the looks from `start` until `end` tell of them, with the one before that still held then. A look holds until the next one at most. A hub whose JupyterHub did
 * not answer was not seen. Pure.
 */
export function sessionsIn(looks: readonly ClusterSample[], start: Date, end: Date): SessionPart[] {
  const parts = new Map<string, SessionPart>()
  looks.forEach((look, index) => {
    const [before, after] = [looks[index - 1], looks[index + 1]]
    const next = after && after.at.getTime() <= holdsUntil(look) ? after : null
    const seen: Moments = [Math.max(look.at.getTime(), start.getTime()), Math.min(next?.at.getTime() ?? holdsUntil(look), end.getTime())]
    const pools = new Map(look.nodes.map(({ name, pool }) => [name, pool]))
    for (const hub of look.hubs) {
      const hubBefore = before && holdsUntil(before) >= look.at.getTime() ? answered(before, hub.hubId) : null
      const hubAfter = next && answered(next, hub.hubId)
      const pods = podsOf(hub)
      for (const server of hub.servers ?? []) {
        const key = keyOf(hub.hubId, server)
        let part = parts.get(key)
        if (!part) parts.set(key, (part = { hubId: hub.hubId, user: server.user, server: server.server, startedAt: server.started, seen: [], active: [], endedAt: null, cpu: null, memoryGiB: null, node: null, pool: null }))
        if (seen[0] < seen[1]) join(part.seen, seen)
        if (look.at >= start) noteActivity(part, server, look, hubBefore ? before!.at : null)
        const pod = pods(server)
        if (pod) Object.assign(part, { cpu: pod.cpu, memoryGiB: pod.memoryGiB, node: pod.node, pool: pools.get(pod.node) ?? null })
        if (hubAfter && !hubAfter.servers!.some((other) => keyOf(hub.hubId, other) === key)) part.endedAt = next!.at
      }
    }
  })
  return [...parts.values()]
}

const holdsUntil = ({ at, holdsSeconds }: ClusterSample): number => at.getTime() + holdsSeconds * 1000

const answered = ({ hubs }: ClusterSample, hubId: string): HubSample | null => hubs.find((hub) => hub.hubId === hubId && hub.servers !== null) ?? null

const keyOf = (hubId: string, { user, server, started }: ServerSample): string => JSON.stringify([hubId, user, server, started.getTime()])

/** Pods by whose servers they are; where a pod does not tell its server's name, it is taken for any of its user's. */
function podsOf({ pods }: HubSample) {
  const servers = pods.filter(({ kind }) => kind === 'server')
  const exact = new Map(servers.map((pod) => [JSON.stringify([pod.user, pod.server]), pod]))
  const ofUser = new Map(servers.filter(({ server }) => server === undefined).map((pod) => [pod.user, pod]))
  return ({ user, server }: ServerSample) => exact.get(JSON.stringify([user, server])) ?? ofUser.get(user)
}

/** A look knows the last activity only: since the one before it was in use until then. Of what was before a gap nothing is known but that one moment. */
function noteActivity({ active }: SessionPart, { started, lastActivity }: ServerSample, { at, holdsSeconds }: ClusterSample, before: Date | null): void {
  if (!lastActivity) return
  const until = Math.min(lastActivity.getTime(), at.getTime())
  const known = before ?? (at.getTime() - started.getTime() <= holdsSeconds * 1000 ? started : new Date(until - 1))
  const from = Math.max(known.getTime(), started.getTime())
  if (from < until) join(active, [from, until])
}

/** Adds what begins no earlier than the last of them does. */
function join(all: Moments[], [from, until]: Moments): void {
  const last = all.at(-1)
  if (last && from <= last[1]) last[1] = Math.max(last[1], until)
  else all.push([from, until])
}
