import type { LivePeople, PersonServer, PersonUser } from '@hubfleet/control'
import { isProblem, Problem } from '@hubfleet/core'
import type { HubApi, HubServer, HubUser } from '@hubfleet/providers'
import type { HubScope } from './hub/scope.ts'

/** The people of a hub, asked of its JupyterHub. */
export function livePeople(open: (hubId: string) => Promise<HubScope>, signal: () => AbortSignal): LivePeople {
  async function ask<T>(hubId: string, question: (api: HubApi, scope: HubScope) => Promise<T>): Promise<T> {
    const scope = await open(hubId)
    try {
      return await question(await scope.api(signal()), scope)
    } catch (error) {
      // a hub that was installed by an older Hubfleet knows a role with fewer rights until the next pass over it
      if (isProblem(error) && error.code === 'hub-api-refused') throw new Problem('hub-role-outdated', { hub: scope.hub.name, reason: error.message }, { cause: error })
      throw error
    }
  }
  return {
    users: (hubId, question) => ask(hubId, async (api) => {
      const { items, next, total } = await api.userPage(question, signal())
      return { items: items.map(person), next, total }
    }),
    user: (hubId, name) => ask(hubId, async (api, { site }) => {
      const [user, homes] = await Promise.all([api.user(name, signal()), site.homes(signal())])
      if (!user) throw new Problem('not-found', { noun: 'user', ref: name })
      const own = homes.filter((home) => home.user === user.name)
      return { ...person(user), homes: own.map(({ name: claim, server, sizeGiB, storageClass }) => ({ claim, server, sizeGiB, storageClass })) }
    }),
    groups: (hubId, question) => ask(hubId, (api) => api.groupPage(question, signal())),
    group: (hubId, name) => ask(hubId, async (api) => {
      const group = await api.group(name, signal())
      if (!group) throw new Problem('not-found', { noun: 'group', ref: name })
      return group
    }),
  }
}

const person = ({ name, admin, created, lastActivity, groups = [], servers }: HubUser): PersonUser =>
  ({ name, admin, createdAt: created, lastActivityAt: lastActivity, groups, servers: servers.map(personServer) })

const personServer = (server: HubServer): PersonServer => ({
  user: server.user, name: server.name, state: server.pending === 'spawn' ? 'starting' : server.pending === 'stop' ? 'stopping' : server.ready ? 'ready' : 'stopped',
  startedAt: server.started, lastActivityAt: server.lastActivity, url: server.url ?? null, profile: server.profile ?? null,
})
