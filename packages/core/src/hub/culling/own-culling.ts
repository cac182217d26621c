import type { HubCulling } from './culling-schema.ts'
import { protectionOf, selectServersToCull, selectUsersToCull, serverDue, type Cull, type CullableServer, type CullableUser, type CullReason } from './culling.ts'
import { quietUntil } from './quiet-hours.ts'

/*
 * What the chart's culler cannot do, Hubfleet does itself, in rounds of its own: the same rules, but for who is protected and when it is
 * quiet, and nobody loses a server without having been told so before.
 */

/** Who stops idle servers: the culler of the chart, Hubfleet because of what only it can do, or nobody. */
export function culledBy(culling: HubCulling): 'chart' | 'hubfleet' | 'nobody' {
  if (!culling.enabled) return 'nobody'
  const { protect, quietHours, warnAheadSeconds } = culling
  return protect.users.length + protect.groups.length + quietHours.length + warnAheadSeconds > 0 ? 'hubfleet' : 'chart'
}

/** What is said to somebody whose server will be stopped. Times are ISO 8601. */
export interface CullWarning {
  user: string
  server: string
  reason: CullReason
  started: string | null
  lastActivity: string | null
  stopsAt: string
  /** Since when it is said. */
  since: string
}

/** By what Hubfleet culls a hub. */
export type OwnCulling = Pick<HubCulling, 'timeoutSeconds' | 'maxAgeSeconds' | 'everySeconds' | 'users' | 'adminUsers' | 'removeNamedServers' | 'protect' | 'quietHours' | 'warnAheadSeconds'>

export interface CullRound<Server extends CullableServer> {
  stop: (Cull & { server: Server })[]
  /** What is to be said now. */
  warnings: CullWarning[]
  /** Those of the warnings that are new. */
  fresh: CullWarning[]
  quietUntil: Date | 'never' | null
}

/** One round. `warned` is what the round before said. */
export function cullRound<Server extends CullableServer>(servers: readonly Server[], culling: OwnCulling, warned: readonly CullWarning[], now: Date): CullRound<Server> {
  const round: CullRound<Server> = { stop: [], warnings: [], fresh: [], quietUntil: quietUntil(culling.quietHours, now) }
  const planOf = planner(culling, warned, now)
  for (const server of servers) {
    const plan = planOf(server)
    if (!plan) continue
    if (plan.stopsAt <= now) {
      // By now both limits may be reached; the rules say which one counts.
      round.stop.push(...selectServersToCull([server], culling, now))
    } else if (culling.warnAheadSeconds > 0 && plan.near) {
      const warning = { ...about(server, plan.reason), stopsAt: plan.stopsAt.toISOString(), since: plan.before?.since ?? now.toISOString() }
      round.warnings.push(warning)
      if (!plan.before) round.fresh.push(warning)
    }
  }
  return round
}

/** The users to delete in a round: as the culler would, but for who is protected and when it is quiet. */
export function usersOfRound<User extends CullableUser>(users: readonly User[], culling: OwnCulling, now: Date): (Cull & { user: User })[] {
  if (quietUntil(culling.quietHours, now) !== null) return []
  return selectUsersToCull(users.filter((user) => !protectionOf(user, culling.protect)), culling, now)
}

/** Tells when a round will stop a server that nobody uses until then; null where none will. */
export function planner(culling: OwnCulling, warned: readonly CullWarning[], now: Date): (server: CullableServer) => Planned | null {
  const said = new Map(warned.map((warning) => [keyOf(warning), warning]))
  const roundAt = roundsFrom(culling, now)
  const notice = culling.warnAheadSeconds > 0 ? culling.warnAheadSeconds + shownWithinSeconds : 0
  return (server) => {
    if (protectionOf({ name: server.user, groups: server.groups ?? [] }, culling.protect)) return null
    const due = serverDue(server, culling)
    const planned = due && roundAt(due.at)
    if (!due || !planned) return null
    // Who is not told in this round would be told too late in the next. What was said before quiet hours came between holds no more.
    const near = planned.getTime() - now.getTime() < (notice + culling.everySeconds) * 1000
    if (notice === 0 || !near) return { stopsAt: planned, reason: due.reason, near, before: undefined }
    const before = said.get(keyOf(about(server, due.reason)))
    const told = new Date((before ? Date.parse(before.since) : now.getTime()) + notice * 1000)
    const at = roundAt(told > due.at ? told : due.at)
    return at && { stopsAt: at, reason: due.reason, near, before }
  }
}

export interface Planned { stopsAt: Date; reason: CullReason; /** It is time to say so, or has been before. */ near: boolean; before: CullWarning | undefined }

/** What is said reaches the pages of the hub within so long: a kubelet takes its time with files. */
const shownWithinSeconds = 120

/** When the next round is due: as soon as it is quiet no more, or after the usual time. */
export function nextRound({ everySeconds, quietHours }: Pick<OwnCulling, 'everySeconds' | 'quietHours'>, now: Date): Date {
  const regular = new Date(now.getTime() + everySeconds * 1000)
  const quiet = quietUntil(quietHours, now)
  return quiet instanceof Date && quiet < regular ? quiet : regular
}

/** Further ahead than this it does not matter on which second a round falls. */
const exactMs = 86_400_000

/** Finds the first round at or after a time in which something may be stopped; one is now. Null when there is none. Rounds are worked out once for all servers. */
function roundsFrom({ everySeconds, quietHours }: OwnCulling, now: Date): (earliest: Date) => Date | null {
  const every = everySeconds * 1000
  /** The first time from `at` on that is not quiet: where quiet hours end there is a round. */
  const open = (at: Date): Date | null => {
    const end = quietUntil(quietHours, at)
    return end === 'never' ? null : end ?? at
  }
  const rounds = [open(now)]
  return (earliest) => {
    const wait = Math.max(0, earliest.getTime() - now.getTime())
    const regular = new Date(now.getTime() + Math.ceil(wait / every) * every)
    if (quietHours.length === 0) return regular
    if (wait > exactMs) return open(regular)
    for (let index = 0; ; index++) {
      const round = rounds[index]
      if (!round || round >= earliest) return round ?? null
      if (index + 1 === rounds.length) rounds.push(open(new Date(round.getTime() + every)))
    }
  }
}

const about = ({ user, name, started, lastActivity }: CullableServer, reason: CullReason) =>
  ({ user, server: name, reason, started: started?.toISOString() ?? null, lastActivity: lastActivity?.toISOString() ?? null })

/** A warning is about one start of a server, and one for being idle about one time of idleness. */
const keyOf = ({ user, server, reason, started, lastActivity }: Pick<CullWarning, 'user' | 'server' | 'reason' | 'started' | 'lastActivity'>): string =>
  JSON.stringify([user, server, reason, started, reason === 'idle' ? lastActivity : null])
