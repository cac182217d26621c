import type { HubServer, HubUser } from '../provider.ts'
import { activityOf } from './servers.ts'
import type { SandboxHub, SandboxServer } from './state.ts'

/** A server as JupyterHub's API shows it. */
export function serverModel(server: SandboxServer, now: number): HubServer {
  const starts = server.readyAt === null || now < server.readyAt
  const pending = server.goneAt !== null ? 'stop' : starts ? 'spawn' : null
  return { user: server.user, name: server.name, ready: pending === null, pending, started: new Date(server.requestedAt), lastActivity: dateOf(activityOf(server, now)) }
}

export const serverModels = (hub: SandboxHub, now: number): HubServer[] => hub.servers.filter((server) => !server.orphan).map((server) => serverModel(server, now))

export function userModels(hub: SandboxHub, now: number): HubUser[] {
  const servers = Map.groupBy(serverModels(hub, now), (server) => server.user)
  return Object.entries(hub.database?.users ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, user]) => {
    const own = servers.get(name) ?? []
    const lastActivity = Math.max(user.lastActivity ?? 0, ...own.map((server) => server.lastActivity?.getTime() ?? 0))
    return { name, admin: hub.release?.settings.admins.includes(name) ?? false, created: new Date(user.created), lastActivity: dateOf(lastActivity || null), servers: own }
  })
}

const dateOf = (time: number | null): Date | null => (time === null ? null : new Date(time))
