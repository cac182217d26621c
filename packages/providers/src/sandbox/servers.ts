import { canBind, fitsNode, freeMemory, slowness } from './capacity.ts'
import { durations } from './durations.ts'
import { random } from './random.ts'
import { claimName, hubsOf, type SandboxCluster, type SandboxHub, type SandboxServer } from './state.ts'
import { lastActivity, type Visit } from './students.ts'

/** The server of that name that the hub knows. */
export const findServer = (hub: SandboxHub, user: string, name: string): SandboxServer | undefined =>
  hub.servers.find((server) => server.user === user && server.name === name && !server.orphan)

/** As JupyterHub has it at `now`; null before it saw any. */
export const activityOf = (server: SandboxServer, now: number): number | null =>
  server.readyAt === null || now < server.readyAt ? null : lastActivity(server.visit, server.requestedAt, now)

/** Whether the hub starts no more servers. */
export const isFull = (hub: SandboxHub): boolean => {
  const most = hub.release?.settings.maxServers ?? null
  return most !== null && hub.servers.filter((server) => !server.orphan).length >= most
}

/** Why somebody may start no server; null where they may. */
export const frozenFor = (hub: SandboxHub, user: string): string | null =>
  (hub.freeze && !(hub.database?.users[user]?.admin ?? hub.release?.settings.admins.includes(user)) ? hub.freeze.message : null)

/** A student comes: takes the server that runs, or starts one if the hub lets them. Their first server makes their home. */
export function beginVisit(hub: SandboxHub, visit: Visit): void {
  const { release, database } = hub
  if (!release || !database) return
  const { settings } = release
  const running = findServer(hub, visit.user, visit.server)
  if (running) {
    if (running.goneAt === null) running.visit = useOf(visit)
    return
  }
  if (isFull(hub) || frozenFor(hub, visit.user)) return
  const user = (database.users[visit.user] ??= { created: visit.start, lastActivity: null })
  if (visit.server !== '') user.servers = [...new Set([...user.servers ?? [], visit.server])]
  delete user.failedStarts?.[visit.server]
  if (settings.storage.type === 'dynamic') {
    hub.homes[claimName(visit.user, visit.server)] ??= { user: visit.user, sizeGiB: settings.storage.sizeGiB, storageClass: settings.storage.storageClass }
  }
  // A pod that the hub does not know but that has the name it needs is replaced.
  const stray = hub.servers.findIndex((server) => server.user === visit.user && server.name === visit.server)
  if (stray >= 0) hub.servers.splice(stray, 1)
  hub.servers.push({ user: visit.user, name: visit.server, requestedAt: visit.start, memory: settings.memory, ...(release.serverImage && { image: release.serverImage, jupyterhub: release.jupyterhub }), readyAt: null, goneAt: null, orphan: false, visit: useOf(visit) })
}

const useOf = ({ start, end, activeUntil, pause }: Visit): SandboxServer['visit'] => ({ start, end, activeUntil, pause })

/** Gives room to servers that wait for it, the first who asked first. */
export function placeServers(cluster: SandboxCluster, now: number): void {
  const waiting = hubsOf(cluster).flatMap(([, hub]) => hub.servers.filter((server) => server.readyAt === null).map((server) => ({ hub, server })))
  if (waiting.length === 0) return
  let free = freeMemory(cluster)
  for (const { hub, server } of waiting.sort((a, b) => a.server.requestedAt - b.server.requestedAt)) {
    const home = hub.homes[claimName(server.user, server.name)]
    if (server.memory > free || !fitsNode(cluster, server.memory) || (home && !canBind(cluster, home.storageClass))) continue
    free -= server.memory
    const spread = durations.serverStartSpread * random(server.user, server.name, server.requestedAt, 'start')
    server.readyAt = now + Math.round((durations.serverStart + spread) * slowness(hub))
  }
}

/** Stops a server. One in eight takes its time, as a pod that ends slowly does; who still waits for room goes at once. */
export function stopServer(hub: SandboxHub, server: SandboxServer, now: number): 'stopped' | 'stopping' {
  if (server.goneAt !== null) return 'stopping'
  if (server.readyAt !== null && random(server.user, server.name, server.requestedAt, 'stop') < 0.125) {
    server.goneAt = now + durations.serverStop * slowness(hub)
    return 'stopping'
  }
  removeServer(hub, server, now)
  return 'stopped'
}

/** The pod is gone. What the hub saw of it last stays with the user. */
export function removeServer(hub: SandboxHub, server: SandboxServer, now: number): void {
  const user = server.orphan ? undefined : hub.database?.users[server.user]
  if (user) user.lastActivity = Math.max(user.lastActivity ?? 0, activityOf(server, now) ?? server.requestedAt)
  hub.servers = hub.servers.filter((other) => other !== server)
}

/** A server had no room for too long, and is given up. */
export function giveUp(hub: SandboxHub, server: SandboxServer, now: number): void {
  removeServer(hub, server, now)
  const user = server.orphan ? undefined : hub.database?.users[server.user]
  if (user) user.failedStarts = { ...user.failedStarts, [server.name]: `Timed out in ${durations.serverStartTimeout / 1000} s: no node had room for it` }
}

/** Forgets a named server. Its disk stays: with the chart's names for claims the spawner deletes none of a named server. */
export function forgetServer(hub: SandboxHub, { user, name }: { user: string; name: string }): void {
  const known = hub.database?.users[user]
  if (known?.servers) known.servers = known.servers.filter((other) => other !== name)
}

/** Deletes a user with the servers and, where the release lets the spawner, the home of the default server. */
export function removeUser(hub: SandboxHub, user: string): void {
  hub.servers = hub.servers.filter((server) => server.user !== user || server.orphan)
  if (hub.release?.settings.deletesHomes ?? true) delete hub.homes[claimName(user, '')]
  if (!hub.database) return
  delete hub.database.users[user]
  for (const [group, members] of Object.entries(hub.database.groups ?? {})) hub.database.groups![group] = members.filter((member) => member !== user)
}

/** Nodes were taken away: the servers on them end, those that started last first. */
export function evictServers(cluster: SandboxCluster, now: number): void {
  const placed = hubsOf(cluster).flatMap(([, hub]) => hub.servers.filter((server) => server.readyAt !== null).map((server) => ({ hub, server })))
  placed.sort((a, b) => b.server.requestedAt - a.server.requestedAt)
  for (const { hub, server } of placed) {
    if (freeMemory(cluster) >= 0) return
    removeServer(hub, server, now)
  }
}
