import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { testDatabase } from '../packages/database/src/testing.ts'
import { demoCluster } from '../packages/main/src/demo/story.ts'
import { readConfig, startHubfleet } from '../packages/main/src/index.ts'
import { Hubfleet } from '../packages/sdk/src/index.ts'

/*
 * The people of a hub as an admin of a course meets them: a whole server with its worker, over REST, on a hub of the sandbox. What the real
 * JupyterHub does is in test/jupyterhub.
 */
t.setTimeout(300_000)

const dir = await mkdtemp(join(tmpdir(), 'hubfleet-people-'))
t.teardown(() => rm(dir, { recursive: true }))
const { connectionString } = await testDatabase(t)
const config = await readConfig({ HUBFLEET_DATA: dir, HUBFLEET_PORT: '0', HUBFLEET_LOG: 'silent', DATABASE_URL: connectionString, HUBFLEET_SECRET_KEYS: `a:${randomBytes(32).toString('base64')}` })
const hubfleet = await startHubfleet(config, { info() {}, error: (message, error) => t.comment(message, error) })
t.teardown(() => hubfleet.stop())
const server = hubfleet.url!
const key = await hubfleet.newAdminKey('people')
const admin = new Hubfleet({ server, key })
const tenant = 'school'
await admin.tenants.create({ name: tenant, sandbox: true })
await admin.clusters.create({ tenant }, demoCluster).wait()

interface Answer { status: number; body: any }
async function ask(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${server}/v1/tenants/${tenant}${path}`, {
    method, headers: { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': 'application/json' }) }, ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.json() }
}

/** Sends a change and follows its operation to the end. */
async function change(method: string, path: string, body?: unknown): Promise<any> {
  const sent = await ask(method, path, body)
  if (sent.status !== 202) throw new Error(`${method} ${path} answers ${sent.status}: ${JSON.stringify(sent.body)}`)
  for (;;) {
    const { body: operation } = await ask('GET', `/operations/${sent.body.id}?wait=30`)
    if (operation.finishedAt) return operation
  }
}

const make = async (name: string, spec: object = {}) => {
  await admin.hubs.create({ tenant }, { name, cluster: demoCluster.name, spec, confirm: ['open-login', 'users-deleted-with-homes'] } as never).wait()
  return `/hubs/${name}`
}
const open = { access: { allowAll: true, admins: ['teacher'] }, values: { hub: { allowNamedServers: true } } }

t.test('accounts are made, listed page by page with what they are by, and found by a part of the name', async (t) => {
  const hub = await make('lists', open)
  const names = Array.from({ length: 30 }, (_, i) => `student-${String(i).padStart(2, '0')}`)
  const made = await change('POST', `${hub}/users`, { names: [...names, 'Grace@Example.org'], admin: false })
  t.match(made, { state: 'succeeded', kind: 'user.create', result: { existing: [] } })
  t.equal(made.result.created.length, 31)
  t.match((await change('POST', `${hub}/users`, { names: ['student-00', 'ada'], admin: true })).result, { created: ['ada'], existing: ['student-00'] })

  const pages: any[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body } = await ask('GET', `${hub}/users?limit=20${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
    pages.push(body.items)
    cursor = body.nextCursor
  }
  const all = pages.flat()
  t.same(pages.map((page) => page.length), [20, 13])
  t.same(all.map((user) => user.name), ['ada', 'grace@example.org', ...names, 'teacher'])
  t.match(all.find((user) => user.name === 'teacher'), { admin: true, adminBy: 'spec', letInBy: 'everybody', servers: [], groups: [] })
  t.match(all.find((user) => user.name === 'ada'), { admin: true, adminBy: 'hub' })
  t.match(all.find((user) => user.name === 'student-00'), { admin: true, adminBy: 'hub' }, 'made an admin though the account was there')
  t.match(all.find((user) => user.name === 'student-01'), { admin: false, adminBy: null })
  t.same((await ask('GET', `${hub}/users?name=GRACE`)).body.items.map((user: any) => user.name), ['grace@example.org'])
  t.match(await ask('GET', `${hub}/users/grace%40example.org`), { status: 200, body: { name: 'grace@example.org', homes: [] } })
  t.match(await ask('GET', `${hub}/users?limit=20&cursor=${encodeURIComponent('a.b')}`), { status: 400, body: { code: 'invalid-cursor' } })
  const { body: { nextCursor } } = await ask('GET', `${hub}/users?limit=20`)
  t.match(await ask('GET', `${hub}/users?limit=20&state=active&cursor=${encodeURIComponent(nextCursor)}`), { body: { code: 'invalid-cursor' } }, 'a cursor is of its filters')
  t.match(await ask('GET', `${hub}/users/nobody`), { status: 404, body: { code: 'not-found' } })
})

t.test('a server starts in steps, is listed with its activity, stops, and a home is kept or deleted as was decided', async (t) => {
  const hub = await make('homes', open)
  await change('POST', `${hub}/users`, { names: ['ada'] })
  const started = await change('POST', `${hub}/servers/ada/start`, {})
  t.match(started, { state: 'succeeded', result: { user: 'ada', name: '', url: /^http.*\/user\/ada\/$/ } })
  t.match(started.steps.find((step: any) => step.name === 'start ada'), { state: 'done', message: 'it runs' })
  t.match(await change('POST', `${hub}/servers/ada%2Flab/start`, {}), { state: 'succeeded', result: { user: 'ada', name: 'lab' } })
  t.match((await ask('GET', `${hub}/servers`)).body, { items: [{ id: 'ada', user: 'ada', name: '', state: 'ready', startedAt: String }, { id: 'ada/lab', state: 'ready' }], nextCursor: null })
  const first = await ask('GET', `${hub}/servers?limit=1`)
  t.same(first.body.items.map((each: any) => each.id), ['ada'])
  t.same((await ask('GET', `${hub}/servers?limit=1&cursor=${encodeURIComponent(first.body.nextCursor)}`)).body, { items: (await ask('GET', `${hub}/servers`)).body.items.slice(1), nextCursor: null }, 'a page may end between two servers of a user')
  t.match((await ask('GET', `${hub}/users/ada`)).body.homes, [{ claim: 'claim-ada', server: '', sizeGiB: 10, perMonth: { currency: 'USD' } }, { claim: 'claim-ada--lab', server: 'lab' }])

  t.match(await change('POST', `${hub}/servers/ada%2Flab/stop`), { state: 'succeeded' })
  t.match((await ask('GET', `${hub}/servers/ada%2Flab`)).body, { state: 'stopped' })
  t.match(await change('DELETE', `${hub}/servers/ada%2Flab?home=delete`), { state: 'succeeded', result: { home: { outcome: 'deleted', disks: [{ name: 'claim-ada--lab' }] } } })
  t.match(await ask('GET', `${hub}/servers/ada%2Flab`), { status: 404 })

  const kept = await change('DELETE', `${hub}/users/ada?home=keep`)
  t.match(kept, { state: 'succeeded', result: { account: 'deleted', home: { wanted: 'keep', outcome: 'kept', disks: [{ name: 'claim-ada', sizeGiB: 10 }] } } })
  t.match(await ask('GET', `${hub}/users/ada`), { status: 404 })
  await change('POST', `${hub}/users`, { names: ['ada'] })
  t.match((await ask('GET', `${hub}/users/ada`)).body.homes, [{ claim: 'claim-ada' }], 'who comes again finds the files')
  t.match(await change('DELETE', `${hub}/users/ada`, { home: 'delete' }), { result: { account: 'deleted', home: { outcome: 'deleted', disks: [{ name: 'claim-ada' }] } } })
  t.match(await change('DELETE', `${hub}/users/ada?home=delete`), { state: 'failed', error: { code: 'not-found' } }, 'nothing is said to be deleted that was not there')
})

t.test('a home that was kept can be deleted later, though the account is gone', async (t) => {
  const hub = await make('later', open)
  await change('POST', `${hub}/users`, { names: ['ada'] })
  await change('POST', `${hub}/servers/ada/start`, {})
  t.match(await change('DELETE', `${hub}/users/ada?home=keep`), { result: { home: { outcome: 'kept' } } }, 'what runs is stopped first')
  t.match(await change('DELETE', `${hub}/users/ada?home=delete`), { state: 'succeeded', result: { account: 'none', home: { outcome: 'deleted' } } })
})

t.test('who would not be let in, or is named by the spec, is refused with the field that decides', async (t) => {
  const hub = await make('named', { access: { users: [], admins: ['teacher'] } })
  t.match(await ask('POST', `${hub}/users`, { names: ['ada', 'Teacher'] }), { status: 422, body: { code: 'user-not-let-in', detail: /ada would/, nextStep: /access\.allowExisting/ } })
  t.match(await ask('POST', `${hub}/users?validateOnly=true`, { names: ['ada'], letIn: false }), { status: 200, body: { warnings: [/ada cannot log in/] } })
  t.match(await ask('POST', `${hub}/users`, { names: ['a/b', 'ok', ' c'] }), { status: 400, body: { errors: [{ pointer: '/names/0' }, { pointer: '/names/2' }] } })
  t.match(await ask('PATCH', `${hub}/users/teacher`, { admin: false }), { status: 409, body: { code: 'user-named-by-spec', params: { field: 'access.admins' } } })
  t.match(await ask('DELETE', `${hub}/users/Teacher?home=keep`), { status: 409, body: { code: 'user-named-by-spec' } })
  t.match(await ask('DELETE', `${hub}/users/ada`), { status: 400, body: { errors: [{ pointer: '/home' }] } }, 'what becomes of the home is never guessed')

  await admin.hubs.update({ tenant, hub: 'named' }, { spec: { access: { allowExisting: true } } } as never).wait()
  await change('POST', `${hub}/users`, { names: ['ada'], admin: true })
  t.match((await ask('GET', `${hub}/users/ada`)).body, { letInBy: 'account', admin: true })
  t.match(await change('PATCH', `${hub}/users/ada`, { admin: false }), { state: 'succeeded', result: { user: 'ada', admin: false } })
  t.match((await ask('GET', `${hub}/users/ada`)).body, { admin: false, adminBy: null })
  t.match(await change('PATCH', `${hub}/users/nobody`, { admin: true }), { state: 'failed', error: { code: 'not-found' } })
})

t.test('a hub whose spawner deletes homes does not promise to keep one, and one with a shared volume deletes none', async (t) => {
  const culls = await make('culls', { ...open, culling: { users: true } })
  t.match(await ask('DELETE', `${culls}/users/ada?home=keep`), { status: 422, body: { code: 'home-cannot-be-kept', params: { field: 'culling.users' } } })
  t.match(await ask('DELETE', `${culls}/users/ada?home=delete&validateOnly=true`), { status: 200 })
  const raw = await make('shared', { ...open, values: { ...open.values, singleuser: { storage: { dynamic: { pvcNameTemplate: 'claim-{username}' } } } } })
  t.match(await ask('DELETE', `${raw}/servers/ada%2Flab?home=delete`), { status: 422, body: { code: 'home-is-shared' } }, 'a disk that the user\'s servers share does not go with one of them')
})

t.test('groups are made, changed and deleted; where the login decides over them nothing is changed', async (t) => {
  const hub = await make('groups', open)
  await change('POST', `${hub}/users`, { names: ['ada', 'bob'] })
  t.match(await change('POST', `${hub}/groups`, { name: 'lab/one', users: ['ada'] }), { state: 'succeeded', result: { group: 'lab/one', members: 1 } })
  t.match(await change('PATCH', `${hub}/groups/lab%2Fone`, { add: ['Bob'], remove: ['ada'] }), { state: 'succeeded' })
  t.same((await ask('GET', `${hub}/groups/lab%2Fone`)).body, { name: 'lab/one', members: 1, users: ['bob'] })
  t.same((await ask('GET', `${hub}/users/bob`)).body.groups, ['lab/one'])
  t.match(await change('PATCH', `${hub}/groups/lab%2Fone`, { add: ['nobody'] }), { state: 'failed', error: { code: 'not-found', params: { ref: 'nobody' } } })
  t.same((await ask('GET', `${hub}/groups`)).body, { items: [{ name: 'lab/one', members: 1 }], nextCursor: null })
  t.match(await change('DELETE', `${hub}/groups/lab%2Fone`), { state: 'succeeded' })
  t.match(await ask('GET', `${hub}/groups/lab%2Fone`), { status: 404 })
  t.match(await change('DELETE', `${hub}/groups/lab%2Fone`), { state: 'failed', error: { code: 'not-found' } })

  const managed = await make('managed', { ...open, values: { hub: { config: { Authenticator: { manage_groups: true } } } } })
  t.match(await ask('POST', `${managed}/groups`, { name: 'x' }), { status: 409, body: { code: 'groups-managed', params: { field: 'values.hub.config.Authenticator.manage_groups' } } })
})

t.test('a stopped hub, a paused one, and a start that is refused are told with what to do', async (t) => {
  const hub = await make('power', { access: { allowAll: true } })
  await change('POST', `${hub}/users`, { names: ['ada'] })
  t.match(await ask('POST', `${hub}/servers/ada%2Flab/start`, {}), { status: 422, body: { code: 'server-refused', detail: /allowNamedServers/ } })
  t.match(await change('POST', `${hub}/servers/nobody/start`, {}), { state: 'failed', error: { code: 'not-found' } })
  await admin.hubs.stop({ tenant, hub: 'power' }).wait()
  t.match(await ask('POST', `${hub}/servers/ada/start`, {}), { status: 409, body: { code: 'hub-stopped', nextStep: /hub start/ } })
  t.match(await ask('GET', `${hub}/users`), { status: 409, body: { code: 'hub-stopped' } })
  await admin.hubs.start({ tenant, hub: 'power' }).wait()
  await ask('POST', `${hub}/pause`)
  t.match(await ask('POST', `${hub}/servers/ada/start`, {}), { status: 409, body: { code: 'hub-paused', nextStep: /hub resume/ } })
  t.match(await ask('GET', `${hub}/users`), { status: 200 }, 'a paused hub is looked at all the same')
})

t.test('GraphQL has the same people, at most a hundred at once', async (t) => {
  const graphql = async (query: string) => {
    const response = await fetch(`${server}/graphql`, { method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, body: JSON.stringify({ query }) })
    return await response.json() as { data?: any; errors?: any[] }
  }
  const { data } = await graphql(`{ users(tenant: "${tenant}", hub: "lists", first: 2, sort: "-name") { edges { node { name adminBy servers { id state } } } pageInfo { hasNextPage endCursor } } }`)
  t.same(data.users.edges.map((edge: any) => edge.node.name), ['teacher', 'student-29'])
  t.ok(data.users.pageInfo.hasNextPage)
  t.match((await graphql(`{ users(tenant: "${tenant}", hub: "lists", first: 101) { edges { node { name } } } }`)).errors, [{ message: /1 and 100|valid/ }])
  t.match((await graphql(`mutation { userUpdate(tenant: "${tenant}", hub: "lists", user: "ada", input: { admin: false }, validateOnly: true) { plan { valid } } }`)).data, { userUpdate: { plan: { valid: true } } })
})
