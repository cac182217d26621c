import { Problem } from '@hubfleet/core'
import type { HubApi } from './jupyterhub-api.ts'
import { groupCalls } from './jupyterhub-groups.ts'
import { serversOf, userOf, wholeUser, type UserModel } from './jupyterhub-models.ts'
import { paged, requirePage, type Page } from './jupyterhub-pages.ts'
import { asker, messageOf, unexpected, type Ask, type HubApiOptions } from './jupyterhub-request.ts'
import { progressOf, serverPath, startServer } from './jupyterhub-start.ts'

export type { HubApi, ServerRef, UserPage } from './jupyterhub-api.ts'
export type { HubGroup, HubServer, HubUser, StartProgress } from './jupyterhub-models.ts'
export type { Page } from './jupyterhub-pages.ts'
export type { HubApiOptions } from './jupyterhub-request.ts'

const pageSize = 200
/** The hub commits for each name. */
const namesAtOnce = 100

export function createHubApi(options: HubApiOptions): HubApi {
  const ask = asker(options)
  return {
    info: async (signal) => {
      const about = await ask('GET', '/', signal)
      const own = await ask('GET', '/user', signal)
      return { version: String((about.json as { version?: unknown })?.version ?? ''), scopes: (own.json as { scopes?: string[] } | null)?.scopes ?? [] }
    },
    servers: async (signal) => (await list(ask, 'state=active&', signal)).flatMap(serversOf),
    stopServer: async (server, { remove }, signal) => {
      // a default server cannot be removed; asking for it is refused
      const answer = await ask('DELETE', serverPath(server), signal, { body: remove && server.name !== '' ? { remove: true } : undefined })
      const { status } = answer
      if (status === 202) return 'stopping'
      if (status === 204 || status === 404 || status === 200) return 'stopped'
      // 400: it is being stopped already, or cannot be stopped in this moment
      if (status === 400) return 'stopping'
      throw unexpected('DELETE of a server', answer)
    },
    startServer: (server, choice, signal) => startServer(ask, server, choice, signal),
    progress: (server, signal) => progressOf(options, server, signal),

    users: async (signal) => (await list(ask, '', signal)).map(userOf),
    userPage: async ({ offset, limit, state, name, sort }, signal) => {
      const query = new URLSearchParams({ offset: `${offset}`, limit: `${limit}`, ...(state && { state }), ...(name && { name_filter: name }), ...(sort && { sort }) })
      const page = requirePage<UserModel>('GET /users', await ask('GET', `/users?${query}`, signal, { accept: paged }))
      return { ...page, items: page.items.map(wholeUser) }
    },
    user: async (name, signal) => {
      const answer = await ask('GET', `/users/${encodeURIComponent(name)}?include_stopped_servers=1`, signal)
      if (answer.status === 404) return null
      if (answer.status !== 200) throw unexpected('GET of a user', answer)
      return wholeUser(answer.json as UserModel)
    },
    createUsers: async (names, signal) => {
      const made: string[] = []
      for (let at = 0; at < names.length; at += namesAtOnce) {
        const answer = await ask('POST', '/users', signal, { body: { usernames: names.slice(at, at + namesAtOnce) }, patience: 12 })
        if (answer.status === 400) throw new Problem('user-name-invalid', { reason: messageOf(answer.json) })
        if (answer.status === 409) continue // all of them are there
        if (answer.status !== 201) throw unexpected('POST of users', answer)
        made.push(...(answer.json as UserModel[]).map(({ name }) => name))
      }
      return made
    },
    setAdmin: async (user, admin, signal) => {
      const answer = await ask('PATCH', `/users/${encodeURIComponent(user)}`, signal, { body: { admin } })
      if (answer.status === 404) throw new Problem('not-found', { noun: 'user', ref: user })
      if (answer.status !== 200) throw unexpected('PATCH of a user', answer)
    },
    deleteUser: async (user, signal) => {
      const answer = await ask('DELETE', `/users/${encodeURIComponent(user)}`, signal)
      if (answer.status !== 204 && answer.status !== 404) throw unexpected('DELETE of a user', answer)
    },
    ...groupCalls(ask),
  }
}

async function list(ask: Ask, query: string, signal: AbortSignal): Promise<UserModel[]> {
  const users: UserModel[] = []
  // A page is filtered after it was cut, so a short or empty page is not the last one; only `next` tells.
  for (let offset: number | null = 0; offset !== null;) {
    const page: Page<UserModel> = requirePage<UserModel>('GET /users', await ask('GET', `/users?${query}offset=${offset}&limit=${pageSize}`, signal, { accept: paged }))
    users.push(...page.items)
    offset = page.next !== null && page.next > offset ? page.next : null
  }
  return users
}
