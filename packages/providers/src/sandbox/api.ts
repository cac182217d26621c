import { Problem } from '@hubfleet/core'
import type { HubApi, HubRef } from '../provider.ts'
import { hubRuns } from './capacity.ts'
import { groupModels, pageOf, serverModels, startProgress, userModels, wholeUserModel } from './jupyterhub.ts'
import { changeMembers, createUsers, startServer, userPage } from './people.ts'
import type { Reach } from './reach.ts'
import { findServer, forgetServer, removeUser, stopServer } from './servers.ts'
import { hashToken } from './settings.ts'
import type { SandboxCluster, SandboxDatabase, SandboxHub, SandboxRelease } from './state.ts'

/** What a scope includes, of those that are asked for here. */
const within: Record<string, string> = { 'delete:servers': 'servers', 'read:servers': 'servers' }

/** The API of a simulated JupyterHub; it holds a token to what the release gives to our services. */
export function hubApi({ look, change }: Reach, { id, namespace }: HubRef, token: string): HubApi {
  const tokenHash = hashToken(token)

  function enter(cluster: SandboxCluster, now: number, scope: string | null): { hub: SandboxHub; release: SandboxRelease; database: SandboxDatabase } {
    const hub = cluster.hubs[namespace]
    if (!hub?.release || !hub.database || hub.namespace?.hubId !== id) throw new Problem('hub-not-answering', { reason: 'the release is not installed' })
    if (!hubRuns(cluster, hub, now)) throw new Problem('hub-not-answering', { reason: "the hub's pod is not ready" })
    if (hub.misbehave.includes('sandbox-api-down')) throw new Problem('hub-not-answering', { reason: 'no answer, as sandbox-api-down asks' })
    const { tokenHash: known, adminTokenHash, scopes } = hub.release.settings
    if (tokenHash !== known && tokenHash !== adminTokenHash) throw new Problem('hub-api-refused', { status: 403, reason: 'the token is not known' })
    if (scope !== null && tokenHash !== adminTokenHash && !scopes.includes(scope) && !scopes.includes(within[scope] ?? scope)) {
      throw new Problem('hub-api-refused', { status: 403, reason: `the token lacks the scope ${scope}` })
    }
    return { hub, release: hub.release, database: hub.database }
  }
  const see = <T>(scope: string | null, signal: AbortSignal, read: (at: ReturnType<typeof enter>, now: number) => T) => look(signal, (cluster, now) => read(enter(cluster, now, scope), now))
  const act = <T>(scope: string, signal: AbortSignal, work: (at: ReturnType<typeof enter>, now: number) => T) => change(namespace, signal, (cluster, now) => work(enter(cluster, now, scope), now))

  return {
    info: (signal) => see(null, signal, ({ release: { jupyterhub, settings } }) => ({ version: jupyterhub, scopes: settings.scopes })),
    servers: (signal) => see('list:users', signal, ({ hub }, now) => serverModels(hub, now)),
    stopServer: ({ user, name }, { remove }, signal) => act('delete:servers', signal, ({ hub }, now) => {
      const server = findServer(hub, user, name)
      if (remove && name !== '') forgetServer(hub, { user, name })
      return server ? stopServer(hub, server, now) : 'stopped'
    }),
    startServer: (server, _options, signal) => act('servers', signal, ({ hub }, now) => startServer(hub, server, now)),
    progress: (server, signal) => see('read:servers', signal, ({ hub }, now) => startProgress(hub, findServer(hub, server.user, server.name), server, now)),

    users: (signal) => see('list:users', signal, ({ hub }, now) => userModels(hub, now)),
    userPage: (page, signal) => see('read:users', signal, ({ hub }, now) => userPage(hub, page, now)),
    user: (name, signal) => see('read:users', signal, ({ hub }, now) => wholeUserModel(hub, name, now)),
    createUsers: (names, signal) => act('admin:users', signal, ({ database }, now) => createUsers(database, names, now)),
    setAdmin: (name, admin, signal) => act('admin:users', signal, ({ database }) => {
      const user = database.users[name]
      if (!user) throw new Problem('not-found', { noun: 'user', ref: name })
      user.admin = admin
    }),
    deleteUser: (user, signal) => act('delete:users', signal, ({ hub }) => removeUser(hub, user)),

    groupPage: (page, signal) => see('list:groups', signal, ({ hub }) => pageOf(groupModels(hub), page)),
    group: (name, signal) => see('read:groups', signal, ({ hub }) => groupModels(hub).find((group) => group.name === name) ?? null),
    createGroup: (name, signal) => act('admin:groups', signal, ({ database }) => { (database.groups ??= {})[name] ??= [] }),
    deleteGroup: (name, signal) => act('admin:groups', signal, ({ database }) => { delete database.groups?.[name] }),
    changeGroup: (name, changes, signal) => act('admin:groups', signal, ({ database }) => changeMembers(database, name, changes)),
  }
}
