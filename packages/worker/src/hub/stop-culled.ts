import { Problem, type Cull, type HubSpec } from '@hubfleet/core'
import type { HubApi, HubServer, HubUser } from '@hubfleet/providers'

/** What became of somebody who was culled; `server` is null where the account was. */
export interface Culled extends Cull { user: string; server: string | null; outcome: 'stopped' | 'stopping' | 'deleted' }

interface Chosen { servers: readonly (Cull & { server: HubServer })[]; users: readonly (Cull & { user: HubUser })[] }

/** Stops servers and deletes users, so many at the same time; each is told as it happens, so that a cut loses none. */
export async function stopCulled(api: HubApi, { servers, users }: Chosen, { removeNamedServers, concurrency }: { removeNamedServers: boolean; concurrency: number }, done: (culled: Culled) => void, signal: AbortSignal): Promise<void> {
  const queue = [
    ...servers.map(({ server, reason, idleSeconds, ageSeconds }) => async (): Promise<Culled> =>
      ({ user: server.user, server: server.name, reason, idleSeconds, ageSeconds, outcome: await api.stopServer(server, { remove: removeNamedServers && server.name !== '' }, signal) })),
    ...users.map(({ user, reason, idleSeconds, ageSeconds }) => async (): Promise<Culled> => {
      await api.deleteUser(user.name, signal)
      return { user: user.name, server: null, reason, idleSeconds, ageSeconds, outcome: 'deleted' }
    }),
  ]
  await Promise.all(Array.from({ length: Math.min(concurrency, queue.length) }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) done(await next())
  }))
}

/** Who may not see groups would take nobody for protected: JupyterHub leaves out without a word what a token may not read. */
export async function requireGroups(api: HubApi, { protect }: Pick<HubSpec['culling'], 'protect'>, signal: AbortSignal): Promise<void> {
  if (protect.groups.length === 0) return
  const { scopes } = await api.info(signal)
  if (!scopes.some((scope) => ['read:users', 'read:users:groups', 'users', 'admin:users'].includes(scope))) {
    throw new Problem('hub-not-answering', { reason: 'its release does not let us read groups yet, and members of some are protected' })
  }
}
