import t from 'tap'
import { eq, hubs as hubsTable, platformScope, revisions, transaction } from '@hubfleet/database'
import { testWorld } from '../testing.ts'

/*
 * A hub is composed of layers: what it sets itself stands over the template, the cluster's and the platform's defaults.
 */
const world = await testWorld(t)
const hubs = '/v1/tenants/physics/hubs'
const create = (name: string, body: object = {}) => world.request('admin', 'POST', hubs, { name, cluster: 'lab', ...body })
const patch = (name: string, body: object, who: 'operator' | 'admin' = 'operator') => world.request(who, 'PATCH', `${hubs}/${name}`, body)
const get = async (name: string) => (await world.request('reader', 'GET', `${hubs}/${name}`)).body
const rowOf = (name: string) => transaction(world.database, platformScope, async (tx) => (await tx.select().from(hubsTable).where(eq(hubsTable.name, name)))[0]!)

t.test('what a hub sets itself is stored with each revision, without its secrets', async (t) => {
  t.equal((await create('own', { spec: { memory: { guarantee: '2G' }, login: { type: 'github', clientId: 'c', clientSecret: 'very-secret-text' } } })).status, 202)
  t.equal((await world.request('operator', 'POST', `${hubs}/own/scale`, { seats: 4 })).status, 202)
  const row = await rowOf('own')
  t.same(row.layers?.own, { memory: { guarantee: '2G' }, login: { type: 'github', clientId: 'c' }, capacity: { seats: 4 } })
  const kept = await transaction(world.database, platformScope, (tx) => tx.select().from(revisions).where(eq(revisions.targetId, row.id)))
  t.same(kept.map(({ layers }) => layers?.own.capacity), [undefined, { seats: 4 }])
  t.notMatch(JSON.stringify([row, kept]), /very-secret-text/)
})

t.test('null in a change gives a field back; a login that lacks a field is refused at that field', async (t) => {
  t.equal((await patch('own', { spec: { memory: { guarantee: null } } })).status, 202)
  t.equal((await get('own')).spec.memory.guarantee, '1G')
  t.match(await patch('own', { spec: { login: { type: 'google' } } }), { status: 400, body: { code: 'invalid-request', errors: [{ pointer: '/spec/login/clientId', code: 'required' }] } })
  t.match((await get('own')).spec.login, { type: 'github', clientId: 'c' })
})

t.test('a hub that is older than layers has all of its spec as its own, and can give it back', async (t) => {
  await create('older', { spec: { memory: { guarantee: '3G' }, values: { custom: { a: 1 } } } })
  await transaction(world.database, platformScope, (tx) => tx.update(hubsTable).set({ layers: null }).where(eq(hubsTable.name, 'older')))
  t.equal((await patch('older', { spec: { cpu: { guarantee: 1 } } })).status, 202)
  t.match((await get('older')).spec, { memory: { guarantee: '3G' }, cpu: { guarantee: 1 }, values: { custom: { a: 1 } } })
  t.equal((await patch('older', { spec: { memory: null, values: null } })).status, 202)
  t.match((await get('older')).spec, { memory: { guarantee: '1G' }, values: {} })
})

const platform = (body: object) => world.request('platformAdmin', 'PATCH', '/v1/tenants/platform', body)
const lab = (body: object, who: 'admin' | 'platformAdmin' = 'admin') => world.request(who, 'PATCH', '/v1/tenants/physics/clusters/lab', body)
const templates = '/v1/tenants/physics/templates'
const values = async (name: string, path: string) => (await world.request('reader', 'GET', `${hubs}/${name}/values?path=${path}`)).body
const course = {
  name: 'course', description: 'A course', parameters: [{ name: 'students', type: 'integer', minimum: 1, maximum: 300 }, { name: 'size', type: 'choice', values: ['1G', '2G'], default: '1G' }],
  spec: { capacity: { maxServers: '${{ parameters.students }}' }, memory: { guarantee: '${{ parameters.size }}' }, values: { custom: { course: '${{ hub.name }}' } } },
}

t.test('what lies below a hub is there when it is made, each value with the layer that decided it', async (t) => {
  t.equal((await platform({ hubDefaults: { memory: { limit: '4G' }, culling: { timeoutSeconds: 7200 } } })).status, 200)
  t.equal((await lab({ hubDefaults: { culling: { timeoutSeconds: 3000 } } })).status, 202)
  t.equal((await world.request('admin', 'POST', templates, course)).status, 201)
  t.match(await create('layered', { template: { name: 'course', parameters: { students: 30 } }, spec: { cpu: { guarantee: 0.5 }, values: { custom: { own: 1 } } } }), { status: 202 })
  const hub = await get('layered')
  t.match(hub, {
    spec: { memory: { guarantee: '1G', limit: '4G' }, cpu: { guarantee: 0.5 }, culling: { timeoutSeconds: 3000 }, capacity: { maxServers: 30 }, values: { custom: { course: 'layered', own: 1 } } },
    template: { name: 'course', version: 1, parameters: { students: 30 } }, newerLayers: [], managedBy: null,
  })
  const { body: { spec, values: rendered } } = await world.request('reader', 'GET', `${hubs}/layered/values`)
  const origins = Object.fromEntries([...rendered, ...spec].map(({ path, origin }: { path: string; origin: string }) => [path, origin]))
  t.match(origins, {
    '/memory/guarantee': 'template', '/memory/limit': 'platform', '/culling/timeoutSeconds': 'cluster', '/cpu/guarantee': 'hub', '/database/type': 'chart',
    '/singleuser/memory/limit': 'platform', '/cull/timeout': 'cluster', '/hub/activeServerLimit': 'template', '/custom/course': 'template', '/custom/own': 'raw', '/singleuser/cpu/guarantee': 'hub',
    '/hub/config/JupyterHub/cookie_secret': 'enforced', '/prePuller/hook/enabled': 'hubfleet',
  })
})

t.test('values are filtered by their path, in both ways to write one, and secrets are masked', async (t) => {
  const memory = [{ path: '/memory/guarantee', value: '1G', origin: 'template' }, { path: '/memory/limit', value: '4G', origin: 'platform' }]
  t.same((await values('layered', 'memory')).spec, memory)
  t.same((await values('layered', '/memory')).spec, memory)
  t.same((await values('layered', 'singleuser.memory.limit')).values, [{ path: '/singleuser/memory/limit', value: '4G', origin: 'platform' }])
  t.same(await values('layered', 'memo'), { spec: [], values: [] })
  t.match((await values('own', 'login')).spec.find(({ path }: { path: string }) => path === '/login/clientSecret'), { value: '••••', origin: 'hub' })
  t.notMatch(JSON.stringify((await world.request('reader', 'GET', `${hubs}/own/values`)).body), /very-secret-text/)
})

t.test('a layer that changes leaves hubs as they are and is shown as newer; rebase plans and moves them on, and keeps what is theirs', async (t) => {
  await platform({ hubDefaults: { memory: { limit: '8G' }, cpu: { guarantee: 1, limit: 4 } } })
  await world.request('admin', 'PATCH', `${templates}/course`, { spec: { ...course.spec, storage: { capacity: '20Gi' } } })
  t.match(await get('layered'), { spec: { memory: { limit: '4G' }, storage: { capacity: '10Gi' } }, template: { version: 1 }, newerLayers: ['platform', 'template'], generation: 1 })
  t.match((await world.request('reader', 'GET', `${hubs}?limit=100`)).body.items.find(({ name }: { name: string }) => name === 'layered').newerLayers, ['platform', 'template'])
  const plan = await world.request('operator', 'POST', `${hubs}/layered/rebase?validateOnly=true`, {})
  t.match(plan, { status: 200, body: { cost: { difference: { currency: 'USD' } } } })
  t.match(plan.body.values.find(({ path }: { path: string }) => path === '/singleuser/memory/limit'), { before: '4G', after: '8G' })
  t.match(plan.body.layers.find(({ path }: { path: string }) => path === '/template/version'), { op: 'replace', value: 2 })
  t.match(await get('layered'), { generation: 1 })
  t.match(await world.request('operator', 'POST', `${hubs}/layered/rebase`, { layers: ['platform'] }), { status: 202 })
  t.match(await get('layered'), { spec: { memory: { limit: '8G' }, cpu: { guarantee: 0.5, limit: 4 }, storage: { capacity: '10Gi' } }, newerLayers: ['template'], generation: 2 })
  t.match(await world.request('operator', 'POST', `${hubs}/layered/rebase`, {}), { status: 202 })
  t.match(await get('layered'), { spec: { storage: { capacity: '20Gi' }, capacity: { maxServers: 30 } }, template: { version: 2, parameters: { students: 30 } }, newerLayers: [] })
})

t.test('null gives a field back to the layer below; a template\'s version and parameters change, and it can be taken away', async (t) => {
  await patch('layered', { spec: { cpu: null } })
  t.match((await get('layered')).spec.cpu, { guarantee: 1, limit: 4 })
  t.match(await patch('layered', { template: { parameters: { students: 50 } } }), { status: 202 })
  t.match(await get('layered'), { spec: { capacity: { maxServers: 50 } }, template: { version: 2, parameters: { students: 50 } } })
  await patch('layered', { template: { version: 1, parameters: { size: '2G' } } })
  t.match(await get('layered'), { spec: { memory: { guarantee: '2G' }, storage: { capacity: '10Gi' } }, template: { version: 1, parameters: { students: 50, size: '2G' } } })
  await patch('layered', { template: { parameters: { size: null } } })
  t.same((await get('layered')).template.parameters, { students: 50 })
  t.match(await patch('layered', { template: { version: 9 } }), { status: 404, body: { code: 'not-found', errors: [{ pointer: '/template/name' }] } })
  t.match(await patch('older', { template: { parameters: { students: 1 } } }), { status: 400, body: { errors: [{ pointer: '/template/name', code: 'required' }] } })
  t.match(await patch('layered', { template: { parameters: { students: 'x' } } }), { status: 400, body: { errors: [{ pointer: '/template/parameters/students', code: 'type' }] } })
})

t.test('a template is deleted when no hub stands on it any more', async (t) => {
  t.match(await world.request('admin', 'DELETE', `${templates}/course`), { status: 409, body: { code: 'still-in-use', params: { count: 1, users: 'hubs' } } })
  await patch('layered', { template: null })
  t.match(await get('layered'), { template: null, spec: { memory: { guarantee: '1G', limit: '8G' } } })
  t.equal((await world.request('admin', 'DELETE', `${templates}/course`)).status, 200)
  t.match(await create('after', { template: { name: 'course' } }), { status: 404, body: { errors: [{ pointer: '/template/name' }] } })
})

t.test('a template has versions, and the same again makes none', async (t) => {
  await world.request('admin', 'POST', templates, { ...course, name: 'versions' })
  t.match((await world.request('admin', 'PATCH', `${templates}/versions`, { spec: course.spec })).body, { version: 1 })
  t.match((await world.request('admin', 'PATCH', `${templates}/versions`, { spec: {}, parameters: [] })).body, { version: 2, parameters: [], spec: {} })
  t.match((await world.request('reader', 'GET', `${templates}/versions?atVersion=1`)).body, { version: 1, newestVersion: 2, parameters: [{ name: 'students' }, {}] })
  t.match(await world.request('reader', 'GET', `${templates}/versions`), { headers: { etag: '"r2"' } })
  t.match((await world.request('reader', 'GET', templates)).body.items.map(({ name, version }: { name: string; version: number }) => [name, version]), [['versions', 2]])
  t.match(await world.request('admin', 'PATCH', `${templates}/versions`, { description: 'x' }, { 'if-match': '"r1"' }), { status: 412 })
})

t.test('what is wrong in a layer is told where it stands, and before any hub meets it', async (t) => {
  const told = async (answer: Promise<{ status: number; body: any }>) => { const { body } = await answer; return [body.code, body.errors?.[0]?.pointer] }
  t.same(await told(lab({ hubDefaults: { memory: { limit: '4Gi' } } })), ['invalid-request', '/hubDefaults/memory/limit'])
  t.same(await told(lab({ hubDefaults: { login: { type: 'github', clientId: 'a', clientSecret: 's' } } })), ['invalid-request', '/hubDefaults/login/clientSecret'])
  t.same(await told(lab({ hubDefaults: { values: { hub: { extraConfig: { a: 'import os' } } } } })), ['policy-denied', '/hubDefaults/values/hub/extraConfig'])
  t.same(await told(platform({ hubDefaults: { values: { hub: { config: { A: { client_secret: 's' } } } } } })), ['invalid-request', '/hubDefaults/values/hub/config/A/client_secret'])
  t.same(await told(world.request('platformAdmin', 'PATCH', '/v1/tenants/physics', { hubDefaults: {} })), ['invalid-request', '/hubDefaults'])
  t.same(await told(world.request('admin', 'POST', templates, { name: 'bad', spec: { memory: { limit: '${{ parameters.x }}' } } })), ['invalid-request', '/spec/memory/limit'])
  t.same(await told(world.request('admin', 'POST', templates, { name: 'bad', spec: { values: { hub: { extraConfig: { a: 'x' } } } } })), ['policy-denied', '/spec/values/hub/extraConfig'])
})

t.test('the policy of a tenant is not asked about what the platform set, and is about what was changed over it', async (t) => {
  await platform({ hubDefaults: { values: { hub: { extraConfig: { audit: 'c.JupyterHub.extra = 1' } } } } })
  t.match(await create('vouched'), { status: 202 })
  t.match(await create('changed', { spec: { values: { hub: { extraConfig: { audit: 'import os' } } } } }), { status: 422, body: { code: 'policy-denied', errors: [{ pointer: '/spec/values/hub/extraConfig/audit' }] } })
  t.match(await create('more', { spec: { values: { hub: { extraConfig: { mine: 'import os' } } } } }), { status: 422, body: { code: 'policy-denied', errors: [{ pointer: '/spec/values/hub/extraConfig/mine' }] } })
  await platform({ hubDefaults: null })
})

t.test('a template of the platform is everybody\'s to use and nobody else\'s to change; free parameters are held to the policy', async (t) => {
  const shared = { name: 'shared', parameters: [{ name: 'seats', type: 'integer' }, { name: 'purpose', type: 'choice', values: ['a', 'b'] }], spec: { capacity: { seats: '${{ parameters.seats }}' }, exposure: { annotations: { pool: 'pool-${{ parameters.purpose }}' } } } }
  t.equal((await world.request('platformAdmin', 'POST', '/v1/tenants/platform/templates', shared)).status, 201)
  await world.request('platformAdmin', 'PATCH', '/v1/tenants/physics', { policy: { maxSeats: 10 } })
  t.match((await world.request('reader', 'GET', `${templates}/shared`)).body, { name: 'shared' })
  t.match(await world.request('admin', 'PATCH', `${templates}/shared`, { description: 'mine' }), { status: 404 })
  t.match(await world.request('admin', 'DELETE', `${templates}/shared`), { status: 404 })
  const from = (parameters: object, spec: object = {}) => create('from-shared', { template: { name: 'shared', parameters }, spec })
  t.match(await from({ seats: 11, purpose: 'a' }), { status: 422, body: { code: 'policy-denied', errors: [{ pointer: '/spec/capacity/seats', detail: /set by the template/ }] } })
  t.match(await from({ seats: 5, purpose: 'a' }, { exposure: { annotations: { other: 'x' } } }), { status: 422, body: { code: 'policy-denied', errors: [{ pointer: '/spec/exposure/annotations/other' }] } })
  t.match(await from({ seats: 5, purpose: 'a' }), { status: 202 })
  t.match(await world.request('platformAdmin', 'DELETE', '/v1/tenants/platform/templates/shared'), { status: 409, body: { code: 'still-in-use' } })
  await world.request('admin', 'DELETE', `${hubs}/from-shared`, { homes: 'delete' })
  t.equal((await world.request('platformAdmin', 'DELETE', '/v1/tenants/platform/templates/shared')).status, 200)
})

t.test('a plan can be of a template that is not so yet, and a change cannot', async (t) => {
  const draft = { parameters: [{ name: 'n', type: 'integer' }], spec: { capacity: { maxServers: '${{ parameters.n }}' } } }
  const body = { name: 'drafted', cluster: 'lab', template: { name: 'not-yet', parameters: { n: 7 }, draft } }
  t.match(await world.request('admin', 'POST', `${hubs}?validateOnly=true`, body), { status: 200, body: { diff: [{ value: { capacity: { maxServers: 7 } } }] } })
  t.match(await world.request('admin', 'POST', hubs, body), { status: 400, body: { errors: [{ pointer: '/template/draft' }] } })
})

t.test('what files say is all they say: what they say no more goes back, what others set stays, and no other files interfere', async (t) => {
  const managedBy = 'biology'
  await create('filed', { managedBy, spec: { memory: { guarantee: '2G', limit: '4G' }, capacity: { seats: 2 }, values: { custom: { a: 1 } } } })
  await world.request('operator', 'POST', `${hubs}/filed/scale`, { maxServers: 40 })
  t.match(await world.request('operator', 'PATCH', `${hubs}/filed?validateOnly=true`, { managedBy, spec: { memory: { guarantee: '2G', limit: '4G' }, capacity: { seats: 2 }, values: { custom: { a: 1 } } } }), { body: { diff: [], values: [], layers: [] } }, 'the same again is nothing to do')
  t.match(await patch('filed', { managedBy, spec: { memory: { guarantee: '3G' } } }), { status: 202 })
  t.match(await get('filed'), { managedBy, spec: { memory: { guarantee: '3G' }, capacity: { seats: 0, maxServers: 40 }, values: {} } })
  t.equal((await get('filed')).spec.memory.limit, undefined)
  t.match(await patch('filed', { managedBy: 'chemistry', spec: {} }), { status: 409, body: { code: 'managed-by-files', params: { owner: 'biology' } } })
  t.same((await world.request('reader', 'GET', `${hubs}?managedBy=biology`)).body.items.map(({ name }: { name: string }) => name), ['filed'])
})
