import type { Guarded } from '../processes/guarded.ts'
import { waitFor } from '../processes/wait.ts'

/** What the token of a test that acts for people must be allowed. */
export const adminScopes = ['admin:users', 'admin:servers', 'access:servers', 'users:activity', 'read:hub']

/** The people of a JupyterHub, and what they do. */
export interface People {
  addUsers(...names: string[]): Promise<void>
  /** Starts a server, '' for the default one, and waits until it is ready: about two seconds. */
  startServer(user: string, name?: string): Promise<void>
  /** Talks to the user's server through the proxy, as an open browser tab does. */
  useServer(user: string, name?: string): Promise<void>
  /** A call of the hub's API as administrator. */
  api(method: string, path: string, body?: unknown): Promise<Response>
}

/** By the proxy's address and the token of a service with `adminScopes`. Waiting ends when one of `processes` does. */
export function peopleOf(url: string, token: string, processes: Guarded[] = []): People {
  const request = (method: string, path: string, body?: unknown): Promise<Response> => fetch(`${url}${path}`, {
    method,
    headers: { authorization: `token ${token}` },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const api = (method: string, path: string, body?: unknown): Promise<Response> => request(method, `/hub/api${path}`, body)
  return {
    api,
    addUsers: async (...usernames) => expectOk(await api('POST', '/users', { usernames })),
    startServer: async (user, name = '') => {
      expectOk(await api('POST', name ? `/users/${user}/servers/${name}` : `/users/${user}/server`))
      await waitFor(`the server ${user}/${name}`, 60, async () => {
        const { servers } = await (await api('GET', `/users/${user}`)).json() as { servers: Record<string, { ready: boolean }> }
        return servers[name]?.ready
      }, processes)
    },
    useServer: async (user, name = '') => expectOk(await request('GET', `/user/${user}/${name ? `${name}/` : ''}api/status`)),
  }
}

function expectOk(response: Response): void {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`)
}
