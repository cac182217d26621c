import { cullRound, selectServersToCull, selectUsersToCull, usersOfRound, type CullingRules, type OwnCulling } from '@hubfleet/core'
import { serverModels, userModels } from './jupyterhub.ts'
import { findServer, forgetServer, removeUser, stopServer } from './servers.ts'
import type { SandboxHub } from './state.ts'

/** One round of the hub's own idle culler; it sets when the next one is that may find something. */
export function cullOnce(hub: SandboxHub, now: number): void {
  const { release } = hub
  if (!release) return
  const { culling } = release.settings
  const at = new Date(now)
  for (const { server } of selectServersToCull(serverModels(hub, now), culling, at)) stop(hub, server, culling.removeNamedServers, now)
  if (culling.users) for (const { user } of selectUsersToCull(userModels(hub, now), culling, at)) removeUser(hub, user.name)
  release.nextCullAt = now + nextRound(hub, culling, now)
}

/**
 * What Hubfleet would have culled while the clock leapt. A worker that runs comes before it, since it only takes those that are due for so
 * long that they were told and stopped by then.
 */
export function makeUpFor(hub: SandboxHub, now: number): void {
  const { ownCulling } = hub
  if (!ownCulling) return
  const { rules } = ownCulling
  const grace = rules.warnAheadSeconds + 3 * rules.everySeconds + 120
  const overdue: OwnCulling = {
    ...rules, warnAheadSeconds: 0, timeoutSeconds: rules.timeoutSeconds + grace, maxAgeSeconds: rules.maxAgeSeconds > 0 ? rules.maxAgeSeconds + grace : 0,
  }
  const at = new Date(now)
  for (const { server } of cullRound(serverModels(hub, now), overdue, [], at).stop) stop(hub, server, rules.removeNamedServers, now)
  if (rules.users) for (const { user } of usersOfRound(userModels(hub, now), overdue, at)) removeUser(hub, user.name)
  ownCulling.nextCullAt = now + nextRound(hub, overdue, now)
}

/** Of a hub's culling, what the sandbox keeps. */
export const ownRules = ({ timeoutSeconds, maxAgeSeconds, everySeconds, users, adminUsers, removeNamedServers, protect, quietHours, warnAheadSeconds }: OwnCulling): OwnCulling =>
  ({ timeoutSeconds, maxAgeSeconds, everySeconds, users, adminUsers, removeNamedServers, protect, quietHours, warnAheadSeconds })

function stop(hub: SandboxHub, { user, name }: { user: string; name: string }, remove: boolean, now: number): void {
  const running = findServer(hub, user, name)
  if (running) stopServer(hub, running, now)
  if (remove) forgetServer(hub, { user, name })
}

/** Milliseconds until the next round; those that cannot find anything are left out. */
function nextRound(hub: SandboxHub, culling: CullingRules & { everySeconds: number }, now: number): number {
  const timeout = culling.timeoutSeconds * 1000
  const maxAge = culling.maxAgeSeconds > 0 ? culling.maxAgeSeconds * 1000 : Infinity
  const dueAt = (since: Date | null, lastActivity: Date | null) => Math.min((lastActivity ?? since)!.getTime() + timeout, since!.getTime() + maxAge)
  const due = serverModels(hub, now).map((server) => dueAt(server.started, server.lastActivity))
  if (culling.users) due.push(...userModels(hub, now).map((user) => dueAt(user.created, user.lastActivity)))
  // What does not exist yet cannot be due before the shorter limit.
  const earliest = Math.min(now + timeout, now + maxAge, ...due)
  const every = culling.everySeconds * 1000
  return Math.max(1, Math.ceil((earliest - now) / every)) * every
}
