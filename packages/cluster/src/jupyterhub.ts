import { Problem } from '@hubfleet/core'
import { reasonOf } from './failures.ts'

export interface HubApi {
  /** Version of JupyterHub, and the scopes of our token. */
  info(signal: AbortSignal): Promise<{ version: string; scopes: string[] }>
  /** All running servers, over all pages. */
  servers(signal: AbortSignal): Promise<HubServer[]>
  /** `stopping`: the hub took it and is still at it (202). */
  stopServer(server: Pick<HubServer, 'user' | 'name'>, options: { remove: boolean }, signal: AbortSignal): Promise<'stopped' | 'stopping'>
  users(signal: AbortSignal): Promise<HubUser[]>
  deleteUser(user: string, signal: AbortSignal): Promise<void>
}

/** A server of JupyterHub; `name` is '' for a user's default server. */
export interface HubServer { user: string; name: string; ready: boolean; pending: 'spawn' | 'stop' | null; started: Date | null; lastActivity: Date | null; /** Of the user, as far as our role may see them. */ groups?: string[] }
export interface HubUser { name: string; admin: boolean; created: Date | null; lastActivity: Date | null; servers: HubServer[]; groups?: string[] }

export interface HubApiOptions {
  /** Up to and with `/hub/api`. */
  baseUrl: string
  token: string
  fetch?: typeof globalThis.fetch
  /** Of each request. Short, since requests hang while the hub restarts. */
  timeoutMs?: number
}

/** Without this header a list is cut silently at 200. */
const paged = 'application/jupyterhub-pagination+json'
const pageSize = 200

interface Page { items: UserModel[]; _pagination: { next: { offset: number } | null } }
interface UserModel { name: string; admin?: boolean; created?: string | null; last_activity?: string | null; groups?: string[]; servers?: Record<string, ServerModel> }
interface ServerModel { name: string; ready?: boolean; pending?: 'spawn' | 'stop' | null; started?: string | null; last_activity?: string | null }
interface Answer { status: number; text: string; json: unknown }

/**
 * JupyterHub's API. Throws `hub-api-refused` when the hub does not take our token (it answers 403 for a wrong token too, never 401), and
 * `hub-not-answering` while it restarts: a refused connection, a hang, or the proxy's own 404 and 503, which are no JSON.
 */
export function createHubApi({ baseUrl, token, fetch = globalThis.fetch, timeoutMs = 5_000 }: HubApiOptions): HubApi {
  async function ask(method: 'GET' | 'DELETE', path: string, signal: AbortSignal, { body, accept = 'application/json' }: { body?: unknown; accept?: string } = {}): Promise<Answer> {
    signal.throwIfAborted()
    try {
      const response = await fetch(`${baseUrl}${path}`, {
        method,
        headers: { authorization: `token ${token}`, accept, ...(body !== undefined && { 'content-type': 'application/json' }) },
        body: body === undefined ? undefined : JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      })
      const text = await response.text()
      return judge({ status: response.status, text, json: parsed(text) })
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof Problem) throw error
      throw new Problem('hub-not-answering', { reason: reasonOf(error) })
    }
  }

  async function list(query: string, signal: AbortSignal): Promise<UserModel[]> {
    const users: UserModel[] = []
    // A page is filtered after it was cut, so a short or empty page is not the last one; only `next` tells.
    for (let offset: number | null = 0; offset !== null;) {
      const { status, json } = await ask('GET', `/users?${query}offset=${offset}&limit=${pageSize}`, signal, { accept: paged })
      const page = json as Page | null
      if (status !== 200 || !Array.isArray(page?.items) || !page._pagination) throw new Problem('hub-not-answering', { reason: `GET /users answers ${status} without a page` })
      users.push(...page.items)
      const next: number | null = page._pagination.next?.offset ?? null
      offset = next !== null && next > offset ? next : null
    }
    return users
  }

  return {
    info: async (signal) => {
      const about = await ask('GET', '/', signal)
      const own = await ask('GET', '/user', signal)
      return { version: String((about.json as { version?: unknown })?.version ?? ''), scopes: (own.json as { scopes?: string[] } | null)?.scopes ?? [] }
    },
    servers: async (signal) => (await list('state=active&', signal)).flatMap(serversOf),
    stopServer: async ({ user, name }, { remove }, signal) => {
      const path = `/users/${encodeURIComponent(user)}/${name === '' ? 'server' : `servers/${encodeURIComponent(name)}`}`
      // a default server cannot be removed; asking for it is refused
      const { status, text } = await ask('DELETE', path, signal, { body: remove && name !== '' ? { remove: true } : undefined })
      if (status === 202) return 'stopping'
      if (status === 204 || status === 404 || status === 200) return 'stopped'
      // 400: it is being stopped already, or cannot be stopped in this moment
      if (status === 400) return 'stopping'
      throw new Problem('hub-not-answering', { reason: `DELETE of a server answers ${status}: ${text.slice(0, 200)}` })
    },
    users: async (signal) => (await list('', signal)).map((user) => ({
      name: user.name, admin: user.admin ?? false, created: dateOf(user.created), lastActivity: dateOf(user.last_activity), servers: serversOf(user), groups: user.groups ?? [],
    })),
    deleteUser: async (user, signal) => {
      const { status, text } = await ask('DELETE', `/users/${encodeURIComponent(user)}`, signal)
      if (status === 204 || status === 404) return
      throw new Problem('hub-not-answering', { reason: `DELETE of a user answers ${status}: ${text.slice(0, 200)}` })
    },
  }
}

/** The hub's own answers are JSON, or empty; anything else comes from the proxy in front of it. */
function judge(answer: Answer): Answer {
  const { status, text, json } = answer
  if (text !== '' && json === undefined) throw new Problem('hub-not-answering', { reason: `the proxy answers ${status}` })
  if (status === 401 || status === 403) throw new Problem('hub-api-refused', { status, reason: messageOf(json) })
  if (status >= 500 || status === 429) throw new Problem('hub-not-answering', { reason: `it answers ${status}: ${messageOf(json)}` })
  return answer
}

const messageOf = (json: unknown): string => String((json as { message?: unknown } | null)?.message ?? 'no reason given').slice(0, 300)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function serversOf(user: UserModel): HubServer[] {
  return Object.values(user.servers ?? {}).map((server) => ({
    user: user.name, name: server.name, ready: server.ready ?? false, pending: server.pending ?? null,
    started: dateOf(server.started), lastActivity: dateOf(server.last_activity), groups: user.groups ?? [],
  }))
}

const dateOf = (text: string | null | undefined): Date | null => (text ? new Date(text) : null)
