import { selectServersToCull, selectUsersToCull } from '@hubfleet/core'
import { serverModels, userModels } from './jupyterhub.ts'
import { findServer, forgetServer, removeUser, stopServer } from './servers.ts'
import type { SandboxHub } from './state.ts'

/** One round of the hub's own idle culler; it sets when the next one is that may find something. */
export function cullOnce(hub: SandboxHub, now: number): void {
  const { release } = hub
  if (!release) return
  const { culling } = release.settings
  for (const { server } of selectServersToCull(serverModels(hub, now), culling, new Date(now))) {
    const running = findServer(hub, server.user, server.name)
    if (running) stopServer(hub, running, now)
    if (culling.removeNamedServers) forgetServer(hub, server)
  }
  if (culling.users) for (const { user } of selectUsersToCull(userModels(hub, now), culling, new Date(now))) removeUser(hub, user.name)
  release.nextCullAt = now + nextRound(hub, now)
}

/** Milliseconds until the next round; those that cannot find anything are left out. */
function nextRound(hub: SandboxHub, now: number): number {
  const { culling } = hub.release!.settings
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
