import { Problem } from '@hubfleet/core'
import type { HubApi, HubRef } from '../provider.ts'
import { hubRuns } from './capacity.ts'
import { serverModels, userModels } from './jupyterhub.ts'
import type { Reach } from './reach.ts'
import { findServer, removeUser, stopServer } from './servers.ts'
import { hashToken } from './settings.ts'
import { claimName, type SandboxCluster, type SandboxHub, type SandboxRelease } from './state.ts'

/** The API of a simulated JupyterHub; it holds the token to the scopes that the release gives to our service. */
export function hubApi({ look, change }: Reach, { id, namespace }: HubRef, token: string): HubApi {
  const tokenHash = hashToken(token)

  function enter(cluster: SandboxCluster, now: number, scope: string | null): { hub: SandboxHub; release: SandboxRelease } {
    const hub = cluster.hubs[namespace]
    if (!hub?.release || hub.namespace?.hubId !== id) throw new Problem('hub-not-answering', { reason: 'the release is not installed' })
    if (!hubRuns(cluster, hub, now)) throw new Problem('hub-not-answering', { reason: "the hub's pod is not ready" })
    if (hub.misbehave.includes('sandbox-api-down')) throw new Problem('hub-not-answering', { reason: 'no answer, as sandbox-api-down asks' })
    const { tokenHash: known, scopes } = hub.release.settings
    if (known !== tokenHash) throw new Problem('hub-api-refused', { status: 403, reason: 'the token is not known' })
    if (scope !== null && !scopes.includes(scope)) throw new Problem('hub-api-refused', { status: 403, reason: `the token lacks the scope ${scope}` })
    return { hub, release: hub.release }
  }

  return {
    info: (signal) => look(signal, (cluster, now) => {
      const { jupyterhub, settings } = enter(cluster, now, null).release
      return { version: jupyterhub, scopes: settings.scopes }
    }),
    servers: (signal) => look(signal, (cluster, now) => serverModels(enter(cluster, now, 'list:users').hub, now)),
    users: (signal) => look(signal, (cluster, now) => userModels(enter(cluster, now, 'list:users').hub, now)),

    stopServer: ({ user, name }, { remove }, signal) => change(namespace, signal, (cluster, now) => {
      const { hub, release } = enter(cluster, now, 'delete:servers')
      const server = findServer(hub, user, name)
      // The spawner deletes the claim of a named server that is removed.
      if (remove && name !== '' && release.settings.storage.type === 'dynamic') delete hub.homes[claimName(user, name)]
      return server ? stopServer(hub, server, now) : 'stopped'
    }),
    deleteUser: (user, signal) => change(namespace, signal, (cluster, now) => removeUser(enter(cluster, now, 'delete:users').hub, user)),
  }
}
