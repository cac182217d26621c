import { Problem } from '@hubfleet/core'
import type { HubApi, HubUser, Page } from '../provider.ts'
import { pageOf, userModels } from './jupyterhub.ts'
import { beginVisit, findServer, frozenFor, isFull } from './servers.ts'
import type { SandboxDatabase, SandboxHub } from './state.ts'

/*
 * What JupyterHub does for an admin. Names are in lower case, as it makes them.
 */

export function userPage(hub: SandboxHub, { offset, limit, state, name, sort = 'name' }: Parameters<HubApi['userPage']>[0], now: number): Page<HubUser> {
  const users = userModels(hub, now)
    .filter((user) => state === undefined || (user.servers.length > 0) === (state === 'active'))
    .filter((user) => name === undefined || user.name.includes(name.toLowerCase()))
  const by = (user: HubUser): number => user.lastActivity?.getTime() ?? (sort.startsWith('-') ? -Infinity : 0)
  if (sort.endsWith('last_activity')) users.sort((a, b) => by(a) - by(b))
  return pageOf(sort.startsWith('-') ? users.reverse() : users, { offset, limit })
}

export function createUsers({ users }: SandboxDatabase, names: readonly string[], now: number): string[] {
  const normal = names.map((name) => name.toLowerCase())
  const invalid = normal.filter((name) => name === '' || name.includes('/') || name !== name.trim())
  if (invalid.length > 0) throw new Problem('user-name-invalid', { reason: `Invalid usernames: ${invalid.join(', ')}` })
  const made = [...new Set(normal)].filter((name) => !users[name])
  for (const name of made) users[name] = { created: now, lastActivity: null }
  return made
}

export function startServer(hub: SandboxHub, { user, name }: { user: string; name: string }, now: number): 'ready' | 'starting' | 'stopping' {
  if (!hub.database?.users[user]) throw new Problem('not-found', { noun: 'user', ref: user })
  const running = findServer(hub, user, name)
  if (running) return running.goneAt !== null ? 'stopping' : running.readyAt !== null && running.readyAt <= now ? 'ready' : 'starting'
  if (name !== '' && !hub.release?.settings.namedServers) throw new Problem('server-refused', { reason: 'Named servers are not enabled.' })
  if (isFull(hub)) throw new Problem('hub-full', { reason: 'Active user limit exceeded. Try again in a few minutes.' }, { retryAfterSeconds: 30 })
  const frozen = frozenFor(hub, user)
  if (frozen) throw new Problem('server-refused', { reason: frozen })
  beginVisit(hub, { user, server: name, start: now, end: now, activeUntil: now, pause: 0, stops: false })
  return 'starting'
}

export function changeMembers({ groups, users }: SandboxDatabase, name: string, { add, remove }: Parameters<HubApi['changeGroup']>[1]): void {
  const members = groups?.[name]
  if (!groups || !members) throw new Problem('not-found', { noun: 'group', ref: name })
  const unknown = [...add, ...remove].find((user) => !users[user.toLowerCase()])
  if (unknown !== undefined) throw new Problem('not-found', { noun: 'user', ref: unknown })
  const leaving = remove.map((user) => user.toLowerCase())
  groups[name] = [...new Set([...members, ...add.map((user) => user.toLowerCase())])].filter((user) => !leaving.includes(user))
}
