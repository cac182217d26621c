import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { createHubApi } from '../../packages/cluster/src/jupyterhub.ts'
import type { HubUser } from '../../packages/cluster/src/jupyterhub.ts'
import { selectServersToCull, selectUsersToCull, type CullingRules } from '../../packages/core/src/hub/culling/culling.ts'
import { runIdleCuller } from './idle-culler.ts'
import { startJupyterHub } from './jupyterhub.ts'
import { skipWithoutJupyterHub } from './programs.ts'

/*
 * Each kind of server and user at each side of each limit, by each setting: the real culler and our rules, on one real hub, at one time.
 * Limits are met to the millisecond, so nothing is waited for.
 */
t.setTimeout(300_000)
const { signal } = new AbortController()
const now = new Date()
const [timeoutSeconds, maxAgeSeconds] = [3600, 14_400]
const before = (ms: number): string => new Date(now.getTime() - ms).toISOString()
const [timeout, maxAge] = [timeoutSeconds * 1000, maxAgeSeconds * 1000]

/** When something began, and when it was used last. */
interface Times { since: string; lastActivity: string | null }
const kinds: Record<string, Times> = {
  'almost-idle': { since: before(timeout + 1000), lastActivity: before(timeout - 1) },
  'just-idle': { since: before(timeout + 1000), lastActivity: before(timeout) },
  'idle': { since: before(timeout * 2), lastActivity: before(timeout + 1) },
  'never-used': { since: before(timeout), lastActivity: null },
  'new-and-never-used': { since: before(timeout - 1), lastActivity: null },
  'almost-old': { since: before(maxAge - 1), lastActivity: before(1) },
  'old-but-active': { since: before(maxAge), lastActivity: before(1) },
  'old-and-idle': { since: before(maxAge + 1), lastActivity: before(timeout + 1) },
}
const names = Object.keys(kinds)
const kind = (index: number): Times => kinds[names[index % names.length]!]!

interface Person { admin: boolean; times: Times; servers: Record<string, Times> }
/** Of each kind an account without servers, one with one server, and one with servers of two kinds; each of them a user and an admin. */
const people: Record<string, Person> = Object.fromEntries(names.flatMap((name, index) => [false, true].flatMap((admin): [string, Person][] => {
  const prefix = `${admin ? 'admin' : 'user'}-${name}`
  return [
    [`${prefix}-none`, { admin, times: kind(index), servers: {} }],
    [`${prefix}-one`, { admin, times: kind(index), servers: { '': kind(index) } }],
    [`${prefix}-two`, { admin, times: kind(index + 3), servers: { '': kind(index), lab: kind(index + 5) } }],
  ]
})))

type Settings = CullingRules & { removeNamedServers: boolean }
const base: Settings = { timeoutSeconds, maxAgeSeconds: 0, users: false, adminUsers: true, removeNamedServers: false }
const settings: Record<string, Settings> = {
  'idle servers': base,
  'servers that are idle or old': { ...base, maxAgeSeconds },
  'nothing for being idle, named servers are removed': { ...base, timeoutSeconds: 31_536_000, maxAgeSeconds, removeNamedServers: true },
  'idle servers, named ones are removed': { ...base, removeNamedServers: true },
  'accounts too': { ...base, users: true },
  'accounts too, but of no admin': { ...base, users: true, adminUsers: false },
  'accounts that are idle or old, by idleness of no admin': { ...base, users: true, adminUsers: false, maxAgeSeconds, removeNamedServers: true },
  'no default servers': { ...base, maxAgeSeconds, defaultServers: false },
  'no named servers, but accounts': { ...base, users: true, namedServers: false },
}

t.test('what our rules select is what the real culler culls', { skip: skipWithoutJupyterHub() }, async (t) => {
  const hub = await startJupyterHub({
    services: { culler: ['list:users', 'read:users:activity', 'read:servers', 'delete:servers', 'admin:users', 'read:hub'] },
    admins: ['boss'],
    code: await readFile(join(import.meta.dirname, 'pretended-servers.py'), 'utf8'),
  })
  t.teardown(() => hub.stop())
  const client = (service: string) => createHubApi({ baseUrl: `${hub.url}/hub/api`, token: hub.token(service), timeoutMs: 30_000 })
  const [api, boss] = [client('culler'), client('boss')]
  const ask = async (method: string, path: string, body?: unknown): Promise<void> => {
    const response = await hub.api(method, path, body)
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`)
  }

  /** Everybody of the matrix, with all servers running, and the times of each. */
  async function bringEverybody(): Promise<void> {
    const there = new Map((await api.users(signal)).map((user) => [user.name, user]))
    const made = await boss.createUsers(Object.keys(people).filter((name) => !there.has(name)), signal)
    for (const name of made) if (people[name]!.admin) await boss.setAdmin(name, true, signal)
    await Promise.all(Object.entries(people).flatMap(([user, { servers }]) => Object.keys(servers)
      .filter((name) => !there.get(user)?.servers.some((server) => server.name === name && server.ready))
      .map((name) => hub.startServer(user, name))))
    await ask('PUT', '/pretended-times', Object.fromEntries(Object.entries(people).map(([name, { times, servers }]) => [name, {
      created: times.since, lastActivity: times.lastActivity,
      servers: Object.fromEntries(Object.entries(servers).map(([server, { since, lastActivity }]) => [server, { started: since, lastActivity }])),
    }])))
  }
  /** What is left of a named server that stopped: what it is started from again. */
  const stoppedServers = async (): Promise<string[]> => {
    const users = await (await hub.api('GET', '/users?include_stopped_servers=1')).json() as { name: string; servers: Record<string, { stopped: boolean }> }[]
    return users.flatMap(({ name, servers }) => Object.entries(servers).filter(([server, { stopped }]) => server !== '' && stopped).map(([server]) => `${name}/${server}`)).sort()
  }
  const accounts = (users: HubUser[]): string[] => users.map(({ name }) => name)
  const servers = (users: HubUser[]): string[] => users.flatMap((user) => user.servers.map(({ name }) => `${user.name}/${name}`))
  const missing = (all: string[], left: string[]): string[] => all.filter((one) => !left.includes(one)).sort()

  for (const [what, rules] of Object.entries(settings)) {
    await t.test(what, async (t) => {
      await bringEverybody()
      const all = await api.users(signal)
      t.equal(accounts(all).length, Object.keys(people).length)
      const stop = selectServersToCull(all.flatMap((user) => user.servers), rules, now).map(({ server }) => server)
      const without = all.map((user) => ({ ...user, servers: user.servers.filter((server) => !stop.includes(server)) }))
      const gone = selectUsersToCull(without, rules, now).map(({ user }) => user.name).sort()
      const stopped = stop.map(({ user, name }) => `${user}/${name}`).sort()

      await runIdleCuller(hub, rules, { service: 'culler', now })

      const left = await api.users(signal)
      t.ok(stopped.length > 0 && stopped.length < servers(all).length, `${stopped.length} of ${servers(all).length} servers`)
      t.equal(gone.length > 0, rules.users, `${gone.length} of ${all.length} accounts`)
      t.same(missing(servers(all), servers(left)), stopped, 'servers')
      t.same(missing(accounts(all), accounts(left)), gone, 'accounts')
      t.same(await stoppedServers(), rules.removeNamedServers ? [] : stopped.filter((server) => !server.endsWith('/') && !gone.includes(server.split('/')[0]!)), 'named servers that can be started again')
    })
  }
})
