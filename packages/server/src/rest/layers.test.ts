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
