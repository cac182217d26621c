import type { HubServer, HubUser, Page, StartProgress } from '../provider.ts'
import { activityOf } from './servers.ts'
import { podName, type SandboxHub, type SandboxServer } from './state.ts'

/** A server as JupyterHub's API shows it. */
export function serverModel(server: SandboxServer, now: number): HubServer {
  const starts = server.readyAt === null || now < server.readyAt
  const pending = server.goneAt !== null ? 'stop' : starts ? 'spawn' : null
  return {
    user: server.user, name: server.name, ready: pending === null, pending, started: new Date(server.requestedAt), lastActivity: dateOf(activityOf(server, now)), stopped: false,
    url: `/user/${encodeURIComponent(server.user)}/${server.name && `${encodeURIComponent(server.name)}/`}`,
  }
}

export function serverModels(hub: SandboxHub, now: number): HubServer[] {
  const groups = Map.groupBy(groupModels(hub).flatMap(({ name, users }) => users.map((user) => ({ name, user }))), ({ user }) => user)
  return hub.servers.filter((server) => !server.orphan).map((server) => ({ ...serverModel(server, now), groups: (groups.get(server.user) ?? []).map(({ name }) => name) }))
}

export function userModels(hub: SandboxHub, now: number): HubUser[] {
  const servers = Map.groupBy(serverModels(hub, now), (server) => server.user)
  return Object.entries(hub.database?.users ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, user]) => {
    const own = servers.get(name) ?? []
    const lastActivity = Math.max(user.lastActivity ?? 0, ...own.map((server) => server.lastActivity?.getTime() ?? 0))
    const admin = user.admin ?? hub.release?.settings.admins.includes(name) ?? false
    return { name, admin, created: new Date(user.created), lastActivity: dateOf(lastActivity || null), servers: own, groups: groupsOf(hub, name) }
  })
}

/** With the named servers that are stopped. */
export function wholeUserModel(hub: SandboxHub, name: string, now: number): HubUser | null {
  const user = userModels(hub, now).find((other) => other.name === name)
  if (!user) return null
  const stopped = (hub.database?.users[name]?.servers ?? []).filter((server) => !user.servers.some((other) => other.name === server))
  return { ...user, servers: [...user.servers, ...stopped.map((server): HubServer => ({ user: name, name: server, ready: false, pending: null, started: null, lastActivity: null, stopped: true }))] }
}

const groupsOf = (hub: SandboxHub, user: string): string[] => groupModels(hub).filter(({ users }) => users.includes(user)).map(({ name }) => name)

export const groupModels = (hub: SandboxHub): { name: string; users: string[] }[] =>
  Object.entries(hub.database?.groups ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, users]) => ({ name, users }))

/** As KubeSpawner tells of it, from the events of the pod. */
export function startProgress(hub: SandboxHub, server: SandboxServer | undefined, { user, name }: { user: string; name: string }, now: number): StartProgress | null {
  const failure = hub.database?.users[user]?.failedStarts?.[name]
  if (!server) return failure === undefined ? null : { percent: 100, message: `Spawn failed: ${failure}`, ready: false, failed: true }
  const event = (percent: number, message: string, ready = false) => ({ percent, message, ready, failed: false })
  if (server.readyAt === null) return event(10, `Pod ${podName(user, name)} waits: no node has room for it yet`)
  if (now < server.readyAt) return event(50, `Pod ${podName(user, name)} was given a node and starts`)
  return event(100, 'Server ready', true)
}

/** A part of a list, as JupyterHub cuts it. */
export const pageOf = <Item>(items: readonly Item[], { offset, limit }: { offset: number; limit: number }): Page<Item> =>
  ({ items: items.slice(offset, offset + limit), next: offset + limit < items.length ? offset + limit : null, total: items.length })

const dateOf = (time: number | null): Date | null => (time === null ? null : new Date(time))
