import { once } from 'node:events'
import t from 'tap'
import { eq, keys, platformScope, transaction } from '@hubfleet/database'
import { address, endOperation, testWorld } from './testing.ts'

const world = await testWorld(t)
const hubsPath = '/v1/tenants/physics/hubs'
const newHub = (name: string, headers?: Record<string, string>) => world.request('admin', 'POST', hubsPath, { name, cluster: 'lab' }, headers)

t.test('a change that takes time answers 202 with the operation and where it and the resource are', async (t) => {
  const { status, headers, body } = await newHub('intro', { 'x-request-id': 'portal-1' })
  t.equal(status, 202)
  t.match(body, { kind: 'hub.create', state: 'queued', done: false, target: { type: 'hub' } })
  t.equal(headers['operation-location'], `/v1/tenants/physics/operations/${body.id}`)
  t.equal(headers['location'], `/v1/tenants/physics/hubs/${body.target.id}`)
  t.match(headers['retry-after'], /^\d+$/)
  t.equal(headers['x-request-id'], 'portal-1')

  for (const ref of ['intro', body.target.id]) {
    const hub = await world.request('reader', 'GET', `${hubsPath}/${ref}`)
    t.equal(hub.status, 200)
    t.equal(hub.headers['etag'], '"r1"')
    t.match(hub.body, { name: 'intro', generation: 1 })
  }
  const polled = await world.request('reader', 'GET', headers['operation-location']!)
  t.equal(polled.status, 200)
  t.match(polled.headers['retry-after'], /^\d+$/, 'an operation that goes on says when to ask again')
})

t.test('validateOnly answers the plan and changes nothing', async (t) => {
  const { status, body } = await world.request('admin', 'POST', `${hubsPath}?validateOnly=true`, { name: 'planned', cluster: 'lab' })
  t.equal(status, 200)
  t.match(body, { valid: true, diff: [{ op: 'add' }] })
  t.notOk('effect' in body)
  t.equal((await world.request('admin', 'GET', `${hubsPath}/planned`)).status, 404)
})

t.test('the same Idempotency-Key, bare or quoted, happens once; another body under it is refused', async (t) => {
  const first = await newHub('once', { 'idempotency-key': 'a1' })
  const again = await newHub('once', { 'idempotency-key': '"a1"' })
  t.equal(first.headers['idempotency-replayed'], undefined)
  t.equal(again.headers['idempotency-replayed'], 'true')
  t.equal(again.status, 202)
  t.equal(again.body.id, first.body.id)
  const other = await newHub('once-more', { 'idempotency-key': 'a1' })
  t.match(other, { status: 422, body: { code: 'idempotency-key-reused' } })
  t.match(await newHub('once-more', { 'idempotency-key': 'k'.repeat(256) }), { status: 400, body: { code: 'invalid-request' } })
})

t.test('If-Match holds a change to the revision that was read', async (t) => {
  await newHub('held')
  const scale = (etag: string) => world.request('operator', 'POST', `${hubsPath}/held/scale`, { seats: 3 }, { 'if-match': etag })
  t.match(await scale('"r7"'), { status: 412, body: { code: 'precondition-failed', params: { given: '"r7"', current: '"r1"' } } })
  t.match(await scale('W/"x"'), { status: 400, body: { code: 'invalid-request', errors: [{ pointer: '/if-match' }] } })
  t.equal((await scale('"r1"')).status, 202)
  t.equal((await world.request('reader', 'GET', `${hubsPath}/held`)).headers['etag'], '"r2"')
})

t.test('a body is taken as it is: nothing is converted and unknown keys are refused with their place', async (t) => {
  await newHub('strict')
  const scale = (body: unknown) => world.request('operator', 'POST', `${hubsPath}/strict/scale`, body)
  t.match(await scale({ seats: '3' }), { status: 400, body: { code: 'invalid-request', errors: [{ pointer: '/seats', code: 'type' }] } })
  t.match(await scale({ seats: null }), { status: 400, body: { errors: [{ pointer: '/seats' }] } })
  t.match(await scale({ seats: 3, seat: 1 }), { status: 400, body: { errors: [{ pointer: '/seat', code: 'unknown-field' }] } })
  t.match(await scale([]), { status: 400, body: { code: 'invalid-request' } })
  t.match(await world.request('operator', 'POST', `${hubsPath}/strict/scale?seats=3`, {}), { status: 400, body: { errors: [{ pointer: '/seats', code: 'unknown-field' }] } })
  t.match(await world.request('operator', 'POST', `${hubsPath}/strict/scale?validateOnly=maybe`, { seats: 3 }), { status: 400, body: { errors: [{ pointer: '/validateOnly' }] } })
})

t.test('a merge patch is accepted under its own content type', async (t) => {
  await newHub('patched')
  const { status } = await world.request('operator', 'PATCH', `${hubsPath}/patched`, { spec: { memory: { guarantee: '2G' } } }, { 'content-type': 'application/merge-patch+json' })
  t.equal(status, 202)
  t.match((await world.request('reader', 'GET', `${hubsPath}/patched`)).body, { spec: { memory: { guarantee: '2G' } } })
})

t.test('a delete takes its input from the query or the body, and needs the decision about homes', async (t) => {
  await newHub('doomed')
  t.match(await world.request('admin', 'DELETE', `${hubsPath}/doomed`), { status: 422, body: { code: 'homes-undecided' } })
  t.match(await world.request('admin', 'DELETE', `${hubsPath}/doomed`, '', { 'content-type': 'application/json' }), { status: 422, body: { code: 'homes-undecided' } }, 'an empty body is none')
  t.match(await world.request('admin', 'DELETE', `${hubsPath}/doomed?homes=perhaps`), { status: 400, body: { errors: [{ pointer: '/homes' }] } })
  t.match(await world.request('admin', 'DELETE', `${hubsPath}/doomed`, { homes: 'keep' }), { status: 202, body: { kind: 'hub.delete' } })
  t.equal((await world.request('admin', 'DELETE', `${hubsPath}/doomed?homes=delete`)).status, 202)
})

t.test('lists page by cursor until nextCursor is null, and refuse a foreign cursor', async (t) => {
  const cluster = (await world.request('admin', 'POST', '/v1/tenants/physics/clusters', { name: 'paged', provider: 'sandbox', pools: [{ name: 'core', purpose: 'core', machineType: 'sandbox-small', min: 1, max: 1 }] })).body.target.id
  for (const name of ['a', 'b', 'c']) await world.request('admin', 'POST', hubsPath, { name, cluster })
  const names: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const { body } = await world.request('reader', 'GET', `${hubsPath}?cluster=paged&limit=2${cursor && `&cursor=${cursor}`}`)
    names.push(...body.items.map((hub: { name: string }) => hub.name))
    cursor = body.nextCursor
  }
  t.same(names, ['a', 'b', 'c'])
  t.match(await world.request('reader', 'GET', `${hubsPath}?cursor=x.y`), { status: 400, body: { code: 'invalid-cursor' } })
  t.match(await world.request('reader', 'GET', `${hubsPath}?limit=101`), { status: 400, body: { errors: [{ pointer: '/limit' }] } })
  t.match(await world.request('reader', 'GET', `${hubsPath}?page=2`), { status: 400, body: { errors: [{ pointer: '/page', code: 'unknown-field' }] } })
})

t.test('a long poll answers when the operation ends, and 200 with Retry-After when it does not', async (t) => {
  const { body: { id, target } } = await newHub('polled')
  const path = `/v1/tenants/physics/operations/${id}`
  const early = await world.request('reader', 'GET', `${path}?wait=1`)
  t.match(early, { status: 200, body: { done: false }, headers: { 'retry-after': /\d/ } })
  t.match(await world.request('reader', 'GET', `${path}?wait=61`), { status: 400 })

  const waiting = world.request('reader', 'GET', `${path}?wait=60`)
  await endOperation(world, id, target.id)
  const { status, headers, body } = await waiting
  t.match({ status, body }, { status: 200, body: { done: true, state: 'succeeded' } })
  t.equal(headers['retry-after'], undefined)
})

t.test('the platform is a tenant like any other: its policy is whole, and hubs can be made in it', async (t) => {
  const pools = [{ name: 'core', purpose: 'core', machineType: 'sandbox-small', min: 1, max: 1 }]
  t.match((await world.request('platformAdmin', 'GET', '/v1/tenants/platform')).body.policy, { allow: { extraConfig: false } })
  t.equal((await world.request('platformAdmin', 'POST', '/v1/tenants/platform/clusters', { name: 'shared', provider: 'sandbox', pools })).status, 202)
  t.equal((await world.request('platformAdmin', 'POST', '/v1/tenants/platform/hubs', { name: 'own', cluster: 'shared' })).status, 202)
})

t.test('a server that closes does not keep those waiting who poll', async (t) => {
  const world = await testWorld(t)
  const { body: { id } } = await world.request('admin', 'POST', hubsPath, { name: 'polled', cluster: 'lab' })
  await world.app.listen({ port: 0, host: '127.0.0.1' })
  const arrived = once(world.app.server, 'request')
  const polling = fetch(`${address(world)}/v1/tenants/physics/operations/${id}?wait=60`, { headers: { authorization: `Bearer ${world.keys.reader}` } })
  await arrived
  await world.app.close()
  t.equal((await polling).status, 200)
})

t.test('a key is made once in sight, and a revoked key stops within 5 seconds', async (t) => {
  const { status, body } = await world.request('admin', 'POST', '/v1/tenants/physics/keys', { name: 'portal', role: 'reader' })
  t.equal(status, 201)
  const headers = { authorization: `Bearer ${body.key}` }
  t.equal((await world.request('nobody', 'GET', hubsPath, undefined, headers)).status, 200)
  t.notOk('key' in (await world.request('admin', 'GET', `/v1/tenants/physics/keys/${body.id}`)).body)
  t.equal((await world.request('admin', 'DELETE', `/v1/tenants/physics/keys/${body.id}`)).status, 200)
  world.advance(5_001)
  t.match(await world.request('nobody', 'GET', hubsPath, undefined, headers), { status: 401, body: { code: 'unauthenticated' }, headers: { 'www-authenticate': 'Bearer' } })
  t.equal((await transaction(world.database, platformScope, (tx) => tx.select().from(keys).where(eq(keys.id, body.id))))[0]?.hash.includes(body.key), false)
})

t.end()
