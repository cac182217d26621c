import t from 'tap'
import { createHubApi } from '../../packages/cluster/src/jupyterhub.ts'
import type { HubApi, HubServer } from '../../packages/cluster/src/jupyterhub.ts'
import { selectServersToCull } from '../../packages/core/src/hub/culling/culling.ts'
import type { CullingRules } from '../../packages/core/src/hub/culling/culling.ts'
import { waitFor } from '../processes/wait.ts'
import { runIdleCuller } from './idle-culler.ts'
import { leastScopes, startJupyterHub } from './jupyterhub.ts'
import { skipWithoutJupyterHub } from './programs.ts'

const { signal } = new AbortController()
const never: CullingRules = { users: false, adminUsers: true, timeoutSeconds: 3600, maxAgeSeconds: 0 }

const nameOf = ({ user, name }: HubServer): string => `${user}/${name}`
const idleSeconds = ({ lastActivity }: HubServer): number => (Date.now() - lastActivity!.getTime()) / 1000

t.test('culling a real JupyterHub', { skip: skipWithoutJupyterHub() }, async t => {
  const hub = await startJupyterHub({ services: { hubfleet: leastScopes, reader: leastScopes.filter(scope => scope !== 'delete:servers'), blind: ['read:hub'] } })
  t.teardown(() => hub.stop())
  const client = (token: string): HubApi => createHubApi({ baseUrl: `${hub.url}/hub/api`, token, timeoutMs: 30_000 })
  const hubfleet = client(hub.token('hubfleet'))
  const running = async (): Promise<HubServer[]> => (await hubfleet.servers(signal)).filter(({ ready }) => ready)
  await hub.addUsers('ada', 'bob')
  await hub.startServer('ada')
  await hub.startServer('ada', 'lab')
  await hub.startServer('bob')

  await t.test('the least scopes show every server with its start and activity', async t => {
    const info = await hubfleet.info(signal)
    t.equal(info.version, '5.5.0')
    t.ok(leastScopes.every(scope => info.scopes.includes(scope)), `among ${info.scopes.join(' ')}`)
    const servers = await hubfleet.servers(signal)
    t.strictSame(servers.map(nameOf).sort(), ['ada/', 'ada/lab', 'bob/'])
    for (const { started, lastActivity, ready, pending } of servers) t.match({ started, lastActivity, ready, pending }, { started: Date, lastActivity: Date, ready: true, pending: null })
  })

  await t.test('using a server moves its activity and no other', async t => {
    const activity = async (name: string): Promise<number> => (await running()).find(server => nameOf(server) === name)!.lastActivity!.getTime()
    const before = { ada: await activity('ada/'), bob: await activity('bob/') }
    await hub.useServer('bob')
    await waitFor('activity', 30, async () => await activity('bob/') > before.bob)
    t.ok(await activity('ada/') - before.ada < await activity('bob/') - before.bob)
  })

  await t.test('a missing scope or a wrong token is a Problem that says so, not an empty list or a success', async t => {
    const [server] = await running()
    await t.rejects(client(hub.token('blind')).servers(signal), { code: 'hub-api-refused', params: { status: 403 } })
    await t.rejects(client('wrong').servers(signal), { code: 'hub-api-refused', params: { status: 403 } })
    await t.rejects(client(hub.token('reader')).stopServer(server!, { remove: false }, signal), { code: 'hub-api-refused' })
    t.equal((await running()).length, 3, 'nothing was stopped')
  })

  /** What our rules select now, and what the real culler stops right after. */
  async function compare(settings: CullingRules): Promise<{ ours: string[]; theirs: string[] }> {
    const before = await running()
    const ours = selectServersToCull(before, settings, new Date()).map(({ server }) => nameOf(server)).sort()
    await runIdleCuller(hub, settings)
    const after = (await running()).map(nameOf)
    return { ours, theirs: before.map(nameOf).filter(name => !after.includes(name)).sort() }
  }

  await t.test('our rules select what jupyterhub-idle-culler stops', async t => {
    await waitFor('an idle server among used ones', 60, async () => {
      await Promise.all([hub.useServer('ada', 'lab'), hub.useServer('bob')])
      const servers = await running()
      return servers.every(server => nameOf(server) === 'ada/' ? idleSeconds(server) > 16 : idleSeconds(server) < 4)
    })
    t.strictSame(await compare({ ...never, timeoutSeconds: 15 }), { ours: ['ada/'], theirs: ['ada/'] }, 'idle')

    await waitFor('all to be idle', 60, async () => (await running()).every(server => idleSeconds(server) > 2))
    t.strictSame(await compare({ ...never, timeoutSeconds: 1, defaultServers: false }), { ours: ['ada/lab'], theirs: ['ada/lab'] }, 'default servers excluded')

    t.strictSame(await compare({ ...never, maxAgeSeconds: 1, defaultServers: false }), { ours: ['bob/'], theirs: ['bob/'] }, 'the greatest age counts for an excluded, active server too')
  })

  await t.test('stopping what is stopped already is no error', async t => {
    await hub.startServer('ada')
    const [server] = await running()
    t.equal(nameOf(server!), 'ada/')
    await hubfleet.stopServer(server!, { remove: false }, signal)
    await waitFor('the server to be gone', 30, async () => (await running()).length === 0)
    t.equal(await hubfleet.stopServer(server!, { remove: false }, signal), 'stopped')
  })
})
