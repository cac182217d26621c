import { selectServersToCull, selectUsersToCull } from '@hubfleet/core'
import type { OperationRow } from '@hubfleet/database'
import { drifted, inSync, type Step } from '@hubfleet/engine'
import type { HubApi } from '@hubfleet/providers'
import { noteResult, type Action } from './action.ts'
import type { HubScope } from './scope.ts'

interface Culled { user: string; server: string | null; reason: 'idle' | 'max-age'; idleSeconds: number | null; ageSeconds: number | null; outcome: 'stopped' | 'stopping' | 'deleted' }

/** Stops what the hub's own culler would stop, now. Who was culled is noted as it happens, so that a cut loses none of it. */
export function cullAction(operation: OperationRow): Action {
  const culled = [...((operation.result?.['culled'] as Culled[] | undefined) ?? [])]
  const input = operation.input as { timeoutSeconds?: number; maxAgeSeconds?: number }
  const settingsOf = ({ hub }: HubScope) => ({ ...hub.spec.culling, ...input })
  const known = (c: Pick<Culled, 'user' | 'server'>) => culled.some((k) => k.user === c.user && k.server === c.server)

  async function idle(scope: HubScope, api: HubApi, signal: AbortSignal) {
    const settings = settingsOf(scope)
    const servers = selectServersToCull(await api.servers(signal), settings, scope.now).filter(({ server }) => !known({ user: server.user, server: server.name }))
    const users = settings.users ? selectUsersToCull(await api.users(signal), settings, scope.now).filter(({ user }) => !known({ user: user.name, server: null })) : []
    return { settings, servers, users }
  }

  const step: Step<HubScope> = {
    name: 'cull', condition: 'Ready',
    async observe(scope, signal) {
      const { servers, users } = await idle(scope, await scope.api(signal), signal)
      return servers.length + users.length === 0 ? inSync(`${culled.length} culled`) : drifted(`${servers.length} idle servers, ${users.length} idle users`)
    },
    async act(scope, signal) {
      const api = await scope.api(signal)
      const { settings, servers, users } = await idle(scope, api, signal)
      const work = [
        ...servers.map(({ server, ...why }) => async (): Promise<Culled> => ({ user: server.user, server: server.name, ...why, outcome: await api.stopServer(server, { remove: settings.removeNamedServers && server.name !== '' }, signal) })),
        ...users.map(({ user, ...why }) => async (): Promise<Culled> => {
          await api.deleteUser(user.name, signal)
          return { user: user.name, server: null, ...why, outcome: 'deleted' }
        }),
      ]
      try {
        await inParallel(work, settings.concurrency, (done) => culled.push(done))
      } finally {
        await noteResult(scope, operation, { culled })
      }
    },
  }
  return { steps: [step], result: () => ({ culled }) }
}

async function inParallel<T>(work: readonly (() => Promise<T>)[], concurrency: number, done: (result: T) => void): Promise<void> {
  const queue = [...work]
  await Promise.all(Array.from({ length: Math.min(concurrency, queue.length) }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) done(await next())
  }))
}
