import type { HubSpec } from './spec.ts'

/** A server that runs; `name` is '' for a user's default server. */
export interface CullableServer { user: string; name: string; ready: boolean; pending: string | null; started: Date | null; lastActivity: Date | null }
export interface CullableUser { name: string; admin: boolean; created: Date | null; lastActivity: Date | null; servers: readonly CullableServer[] }

/** The kinds of servers are both culled unless excluded here; the chart has no values for it. */
export type CullingSettings = HubSpec['culling'] & { defaultServers?: boolean; namedServers?: boolean }

export interface Cull { reason: 'idle' | 'max-age'; idleSeconds: number | null; ageSeconds: number | null }

/*
 * The rules of jupyterhub-idle-culler 1.4, so that what is culled on demand is what the hub's own culler would cull. Both limits are
 * reached at exactly that second. `enabled` is the caller's: somebody who culls on demand wants the rules whether or not the hub does it by itself.
 */

/** The servers to stop. One that is starting, stopping or not ready is left alone. */
export function selectServersToCull<Server extends CullableServer>(servers: readonly Server[], settings: CullingSettings, now: Date): (Cull & { server: Server })[] {
  return servers.flatMap((server) => {
    if (server.pending !== null || !server.ready) return []
    const included = server.name === '' ? settings.defaultServers ?? true : settings.namedServers ?? true
    const cull = judge(server.started, server.lastActivity, settings, included, now)
    return cull ? [{ server, ...cull }] : []
  })
}

/**
 * The users to delete, after servers were stopped: only those of whom no server runs, starts or is still stopping. With dynamic storage
 * their homes go with them. As in the culler, an admin who is exempt from being idle is not exempt from the greatest age.
 */
export function selectUsersToCull<User extends CullableUser>(users: readonly User[], settings: CullingSettings, now: Date): (Cull & { user: User })[] {
  if (!settings.users) return []
  return users.flatMap((user) => {
    if (user.servers.some((server) => server.ready || server.pending !== null)) return []
    const cull = judge(user.created, user.lastActivity, settings, settings.adminUsers || !user.admin, now)
    return cull ? [{ user, ...cull }] : []
  })
}

function judge(since: Date | null, lastActivity: Date | null, settings: CullingSettings, mayBeIdle: boolean, now: Date): Cull | null {
  const ageSeconds = since && secondsBetween(since, now)
  const idleSeconds = lastActivity ? secondsBetween(lastActivity, now) : ageSeconds
  if (mayBeIdle && idleSeconds !== null && idleSeconds >= settings.timeoutSeconds) return { reason: 'idle', idleSeconds, ageSeconds }
  if (settings.maxAgeSeconds > 0 && ageSeconds !== null && ageSeconds >= settings.maxAgeSeconds) return { reason: 'max-age', idleSeconds, ageSeconds }
  return null
}

const secondsBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 1000
