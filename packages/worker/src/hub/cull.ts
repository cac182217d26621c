import { effectiveCulling, protectionOf, selectServersToCull, selectUsersToCull } from '@hubfleet/core'
import type { OperationRow } from '@hubfleet/database'
import { drifted, inSync, type Step } from '@hubfleet/engine'
import type { HubApi } from '@hubfleet/providers'
import { noteResult, type Action } from './action.ts'
import type { HubScope } from './scope.ts'
import { requireGroups, stopCulled, type Culled } from './stop-culled.ts'

/** Stops what the hub's own culler would stop, now, but for who is protected. Who was culled is noted as it happens, so that a cut loses none of it. */
export function cullAction(operation: OperationRow): Action {
  const culled = [...((operation.result?.['culled'] as Culled[] | undefined) ?? [])]
  const input = operation.input as { timeoutSeconds?: number; maxAgeSeconds?: number }
  const settingsOf = ({ hub }: HubScope) => ({ ...effectiveCulling(hub.spec), ...input })
  const known = (c: Pick<Culled, 'user' | 'server'>) => culled.some((k) => k.user === c.user && k.server === c.server)

  async function idle(scope: HubScope, api: HubApi, signal: AbortSignal) {
    const settings = settingsOf(scope)
    const free = (user: { name: string; groups?: readonly string[] }) => !protectionOf(user, settings.protect)
    const servers = selectServersToCull(await api.servers(signal), settings, scope.now)
      .filter(({ server: { user, name, groups = [] } }) => free({ name: user, groups }) && !known({ user, server: name }))
    const users = settings.users ? selectUsersToCull(await api.users(signal), settings, scope.now).filter(({ user }) => free(user) && !known({ user: user.name, server: null })) : []
    return { settings, servers, users }
  }

  const step: Step<HubScope> = {
    name: 'cull', condition: 'Ready',
    async observe(scope, signal) {
      const api = await scope.api(signal)
      await requireGroups(api, settingsOf(scope), signal)
      const { servers, users } = await idle(scope, api, signal)
      return servers.length + users.length === 0 ? inSync(`${culled.length} culled`) : drifted(`${servers.length} idle servers, ${users.length} idle users`)
    },
    async act(scope, signal) {
      const api = await scope.api(signal)
      const { settings, ...chosen } = await idle(scope, api, signal)
      try {
        await stopCulled(api, chosen, settings, (done) => culled.push(done), signal)
      } finally {
        await noteResult(scope, operation, { culled })
      }
    },
  }
  return { steps: [step], result: () => ({ culled }) }
}
