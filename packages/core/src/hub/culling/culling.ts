import { isObject, valueAt } from '../../json.ts'
import type { HubSpec } from '../spec.ts'

/** A server that runs; `name` is '' for a user's default server. */
export interface CullableServer { user: string; name: string; ready: boolean; pending: string | null; started: Date | null; lastActivity: Date | null; /** Of the user, where they were asked for. */ groups?: readonly string[] }
export interface CullableUser { name: string; admin: boolean; created: Date | null; lastActivity: Date | null; servers: readonly CullableServer[]; groups?: readonly string[] }

/** The kinds of servers are both culled unless excluded here; the chart has no values for it. */
export type CullingRules = Pick<HubSpec['culling'], 'timeoutSeconds' | 'maxAgeSeconds' | 'users' | 'adminUsers'> & { defaultServers?: boolean; namedServers?: boolean }
export type CullReason = 'idle' | 'max-age'
export interface Cull { reason: CullReason; idleSeconds: number | null; ageSeconds: number | null }

/*
 * The rules of jupyterhub-idle-culler 1.4, so that what is culled on demand is what the hub's own culler would cull. Both limits are
 * reached at exactly that second. `enabled` is the caller's: somebody who culls on demand wants the rules whether or not the hub does it by itself.
 */

/** The servers to stop. One that is starting, stopping or not ready is left alone. */
export function selectServersToCull<Server extends CullableServer>(servers: readonly Server[], rules: CullingRules, now: Date): (Cull & { server: Server })[] {
  return servers.flatMap((server) => {
    const due = serverDue(server, rules)
    return due && due.at <= now ? [{ server, ...told(due.reason, server.started, server.lastActivity, now) }] : []
  })
}

/**
 * The users to delete, after servers were stopped: only those of whom no server runs, starts or is still stopping. With dynamic storage
 * their homes go with them. As in the culler, an admin who is exempt from being idle is not exempt from the greatest age.
 */
export function selectUsersToCull<User extends CullableUser>(users: readonly User[], rules: CullingRules, now: Date): (Cull & { user: User })[] {
  if (!rules.users) return []
  return users.flatMap((user) => {
    const due = userDue(user, rules)
    return due && due.at <= now ? [{ user, ...told(due.reason, user.created, user.lastActivity, now) }] : []
  })
}

/** When a server is to be stopped, if nobody uses it until then. Null where that cannot be told: it starts, stops, or is never culled. */
export function serverDue(server: CullableServer, rules: CullingRules): { at: Date; reason: CullReason } | null {
  if (server.pending !== null || !server.ready) return null
  return dueAt(server.started, server.lastActivity, rules, server.name === '' ? rules.defaultServers ?? true : rules.namedServers ?? true)
}

/** When a user without servers is to be deleted; by rules that delete users. */
export function userDue(user: CullableUser, rules: CullingRules): { at: Date; reason: CullReason } | null {
  if (user.servers.some((server) => server.ready || server.pending !== null)) return null
  return dueAt(user.created, user.lastActivity, rules, rules.adminUsers || !user.admin)
}

/** Idleness counts first, as in the culler, where both limits are reached. */
function dueAt(since: Date | null, lastActivity: Date | null, { timeoutSeconds, maxAgeSeconds }: CullingRules, mayBeIdle: boolean): { at: Date; reason: CullReason } | null {
  const idleSince = lastActivity ?? since
  const idle = mayBeIdle && idleSince ? { at: later(idleSince, timeoutSeconds), reason: 'idle' as const } : null
  const old = maxAgeSeconds > 0 && since ? { at: later(since, maxAgeSeconds), reason: 'max-age' as const } : null
  return idle && old ? (old.at < idle.at ? old : idle) : idle ?? old
}

function told(reason: CullReason, since: Date | null, lastActivity: Date | null, now: Date): Cull {
  const ageSeconds = since && secondsBetween(since, now)
  return { reason, idleSeconds: lastActivity ? secondsBetween(lastActivity, now) : ageSeconds, ageSeconds }
}

/** Who or what keeps a user from being culled; null when nothing does. */
export function protectionOf(user: { name: string; groups?: readonly string[] }, { users, groups }: HubSpec['culling']['protect']): string | null {
  if (users.includes(user.name)) return 'the user is protected'
  const group = groups.find((name) => user.groups?.includes(name))
  return group === undefined ? null : `the group ${group} is protected`
}

/** The culling that is in force: typed fields, and the chart's own where raw values win over them. */
export function effectiveCulling({ culling, values }: Pick<HubSpec, 'culling' | 'values'>): HubSpec['culling'] {
  const raw = valueAt(values, ['cull'])
  if (!isObject(raw)) return culling
  const given = Object.entries(chartNames).filter(([name, field]) => typeof raw[name] === typeof culling[field]).map(([name, field]) => [field, raw[name]])
  return { ...culling, ...Object.fromEntries(given) }
}

/** The chart's names of the typed fields. */
export const chartNames = {
  enabled: 'enabled', timeout: 'timeoutSeconds', every: 'everySeconds', maxAge: 'maxAgeSeconds', users: 'users', adminUsers: 'adminUsers', removeNamedServers: 'removeNamedServers', concurrency: 'concurrency',
} as const satisfies Record<string, keyof HubSpec['culling']>

const later = (from: Date, seconds: number): Date => new Date(from.getTime() + seconds * 1000)
const secondsBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 1000
