import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { json, text } from 'node:stream/consumers'
import t from 'tap'
import { createHubApi, type HubApi } from '../../packages/cluster/src/jupyterhub.ts'
import { adminServiceName, completeHubSpec, isProblem, newHubSecrets, renderValues, serviceName, serviceScopes, valueAt } from '../../packages/core/src/index.ts'
import { waitFor } from '../processes/wait.ts'
import { leastScopes, startJupyterHub, type JupyterHub, type JupyterHubOptions } from './jupyterhub.ts'
import { python, skipWithoutJupyterHub } from './programs.ts'

/*
 * The people of a real JupyterHub 5.5.0, by the two services that each hub has: one with the rights that looking and running servers needs,
 * and an admin for accounts and groups.
 */
t.setTimeout(300_000)
const { signal } = new AbortController()
const services = { services: { [serviceName]: serviceScopes(false), old: leastScopes }, admins: [adminServiceName] } satisfies JupyterHubOptions

function clientsOf(hub: JupyterHub): { everyday: HubApi; admin: HubApi; old: HubApi } {
  const client = (service: string) => createHubApi({ baseUrl: `${hub.url}/hub/api`, token: hub.token(service), timeoutMs: 30_000 })
  return { everyday: client(serviceName), admin: client(adminServiceName), old: client('old') }
}

t.test('people of a real JupyterHub', { skip: skipWithoutJupyterHub() }, async (t) => {
  const hub = await startJupyterHub({ ...services, settings: { 'Authenticator.admin_users': ['teacher'], 'JupyterHub.active_server_limit': 3 } })
  t.teardown(() => hub.stop())
  const { everyday, admin, old } = clientsOf(hub)
  const many = Array.from({ length: 450 }, (_, i) => `student-${String(i).padStart(3, '0')}`)

  await t.test('hundreds of accounts are made at once, and all pages together are everybody, in order', async (t) => {
    t.equal((await admin.createUsers(many, signal)).length, 450)
    t.same(await admin.createUsers(many.slice(0, 3), signal), [], 'who is there is left alone')
    const seen: string[] = []
    for (let offset: number | null = 0; offset !== null;) {
      const page = await everyday.userPage({ offset, limit: 100, sort: 'name' }, signal)
      t.ok(page.items.length <= 100)
      t.equal(page.total, 451)
      seen.push(...page.items.map(({ name }) => name))
      offset = page.next
    }
    t.same(seen, [...many, 'teacher'])
    t.equal((await everyday.users(signal)).length, 451, 'more than the 200 at which a plain list is cut')
  })

  await t.test('users are found by a part of the name, by whether they run something, and by when they were active', async (t) => {
    const names = async (page: Partial<Parameters<HubApi['userPage']>[0]>) => (await everyday.userPage({ offset: 0, limit: 5, ...page }, signal)).items.map(({ name }) => name)
    t.same(await names({ name: 'DENT-44', sort: '-name' }), ['student-449', 'student-448', 'student-447', 'student-446', 'student-445'])
    await hub.startServer('student-007')
    t.same(await names({ state: 'active' }), ['student-007'])
    t.notOk((await names({ state: 'inactive', name: 'student-007' })).length)
    await waitFor('activity', 30, async () => (await everyday.user('student-007', signal))?.lastActivity)
    t.equal((await names({ sort: '-last_activity' }))[0], 'student-007')
  })

  await t.test('names that need escapes are the same name everywhere', async (t) => {
    for (const name of ['ada@example.org', "o'brien+x", 'ümit', 'a%2fb', 'grace hopper', 'x?y#z&w']) {
      t.same(await admin.createUsers([name], signal), [name], name)
      t.match(await everyday.user(name, signal), { name, admin: false, servers: [], groups: [] })
      t.equal(await everyday.stopServer({ user: name, name: '' }, { remove: false }, signal), 'stopped')
      await admin.deleteUser(name, signal)
      t.equal(await everyday.user(name, signal), null)
    }
    t.same(await admin.createUsers(['Ada@Example.ORG'], signal), ['ada@example.org'], 'the hub writes names in lower case')
    await t.rejects(admin.createUsers(['no/slash'], signal), { code: 'user-name-invalid', message: /no\/slash/ })
  })

  await t.test('the admin flag is given and taken by the admin service only', async (t) => {
    t.match(await everyday.user('teacher', signal), { admin: true })
    await admin.setAdmin('student-001', true, signal)
    t.match(await everyday.user('student-001', signal), { admin: true })
    await admin.setAdmin('student-001', false, signal)
    t.match(await everyday.user('student-001', signal), { admin: false })
    await t.rejects(everyday.setAdmin('student-001', true, signal), { code: 'hub-api-refused' })
    await t.rejects(everyday.createUsers(['eve'], signal), { code: 'hub-api-refused' })
    await t.rejects(everyday.deleteUser('student-001', signal), { code: 'hub-api-refused' })
    await t.rejects(admin.setAdmin('nobody', true, signal), { code: 'not-found' })
  })

  await t.test('an older role with fewer rights is told as such, and not as people without rights or groups', async (t) => {
    await t.rejects(old.userPage({ offset: 0, limit: 5 }, signal), { code: 'hub-api-refused', message: /read:users/ })
    await t.rejects(old.user('teacher', signal), { code: 'hub-api-refused' })
    await t.rejects(old.groupPage({ offset: 0, limit: 5 }, signal), { code: 'hub-api-refused', message: /list:groups/ })
    await t.rejects(old.startServer({ user: 'teacher', name: '' }, {}, signal), { code: 'hub-api-refused' })
  })

  await t.test('a server is started with progress, also a named one; it is stopped, and forgotten when that is asked for', async (t) => {
    const lab = { user: 'student-002', name: 'my lab@1' }
    t.match(await everyday.startServer(lab, {}, signal), /ready|starting/)
    await waitFor('the server', 60, async () => (await everyday.progress(lab, signal))?.ready)
    const running = (await everyday.user(lab.user, signal))!.servers
    t.match(running, [{ name: lab.name, ready: true, stopped: false, url: '/user/student-002/my%20lab@1/' }])
    t.equal(await everyday.startServer(lab, {}, signal), 'ready', 'one that runs is started already')
    await everyday.stopServer(lab, { remove: false }, signal)
    await waitFor('the stop', 30, async () => (await everyday.user(lab.user, signal))!.servers.some((server) => server.name === lab.name && server.stopped))
    await everyday.stopServer(lab, { remove: true }, signal)
    await waitFor('it to be forgotten', 30, async () => !(await everyday.user(lab.user, signal))!.servers.some((server) => server.name === lab.name))
    t.equal(await everyday.progress(lab, signal), null)
    await t.rejects(everyday.startServer({ user: 'nobody', name: '' }, {}, signal), { code: 'not-found' })
  })

  await t.test('a hub that is full says so as something that may pass', async (t) => {
    await Promise.all(['student-003', 'student-004'].map((user) => hub.startServer(user)))
    await t.rejects(everyday.startServer({ user: 'student-005', name: '' }, {}, signal), { code: 'hub-full', retryable: true, message: /limit/ })
    for (const user of ['student-003', 'student-004']) await everyday.stopServer({ user, name: '' }, { remove: false }, signal)
  })

  await t.test('groups are made, changed and deleted, with names that need escapes', async (t) => {
    const group = 'lab/one & two'
    await admin.createGroup(group, signal)
    await admin.createGroup(group, signal)
    await admin.changeGroup(group, { add: ['student-001', 'Student-002'], remove: [] }, signal)
    await admin.changeGroup(group, { add: ['student-003'], remove: ['student-001'] }, signal)
    t.same((await everyday.group(group, signal))?.users.toSorted(), ['student-002', 'student-003'])
    t.same((await everyday.user('student-002', signal))?.groups, [group])
    t.match(await everyday.groupPage({ offset: 0, limit: 10 }, signal), { items: [{ name: group }], next: null, total: 1 })
    await t.rejects(admin.changeGroup(group, { add: ['nobody'], remove: [] }, signal), { code: 'not-found', params: { noun: 'user', ref: 'nobody' } })
    await t.rejects(everyday.changeGroup(group, { add: ['student-001'], remove: [] }, signal), { code: 'hub-api-refused' })
    await admin.deleteGroup(group, signal)
    await admin.deleteGroup(group, signal)
    t.equal(await everyday.group(group, signal), null)
  })
})

t.test('a start that fails says why, and a named server is refused where there are none', { skip: skipWithoutJupyterHub() }, async (t) => {
  const hub = await startJupyterHub({ ...services, settings: { 'Spawner.cmd': ['/no/such/program'], 'JupyterHub.allow_named_servers': false } })
  t.teardown(() => hub.stop())
  const { everyday, admin } = clientsOf(hub)
  await admin.createUsers(['ada'], signal)
  const server = { user: 'ada', name: '' }
  const failure = await everyday.startServer(server, {}, signal).then(() => undefined, (error: unknown) => error)
  t.ok(failure === undefined || (isProblem(failure) && failure.code === 'server-start-failed'), String(failure))
  await waitFor('the start to have failed', 30, async () => (await everyday.user('ada', signal))!.servers.every(({ pending }) => pending === null))
  t.match(await everyday.progress(server, signal), { failed: true, message: /no\/such\/program|failed/i })
  await t.rejects(everyday.startServer({ user: 'ada', name: 'lab' }, {}, signal), { code: 'server-refused', message: /Named servers are not enabled/ })
})

t.test('by the values that we render, the real KubeSpawner deletes no home with its account', { skip: skipWithoutJupyterHub() }, async (t) => {
  const config = (input: Parameters<typeof completeHubSpec>[0]) => {
    const { values } = renderValues({ hub: { id: 'hub_1', tenantId: 'tenant_1' }, spec: completeHubSpec(input), secrets: newHubSecrets() })
    return valueAt(values, ['hub', 'config', 'KubeSpawner']) ?? {}
  }
  const child = spawn(python('python'), [join(import.meta.dirname, 'homes.py')], { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.end(JSON.stringify([
    { server: '', config: config({}) }, { server: 'lab', config: config({}) },
    { server: '', config: config({ culling: { users: true } }) }, { server: 'lab', config: config({ culling: { users: true } }) },
  ]))
  const [seen, error] = await Promise.all([json(child.stdout).catch(() => null), text(child.stderr)])
  t.same(seen, [[], [], ['claim-ada'], []], error || 'a disk of a named server is deleted by nobody but us: KubeSpawner leaves it under the chart\'s names')
})
