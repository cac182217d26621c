import t from 'tap'
import { eq, operations, platformScope, transaction } from '@hubfleet/database'
import { announce } from '@hubfleet/engine'
import { address, endOperation, testWorld } from '../testing.ts'
import { openStream } from './testing.ts'

const world = await testWorld(t)
const newHub = async (name: string) => (await world.request('admin', 'POST', '/v1/tenants/physics/hubs', { name, cluster: 'lab' })).body
const pathOf = (id: string) => `/v1/tenants/physics/operations/${id}/events`
const progress = (id: string, targetId: string, message: string) => transaction(world.database, platformScope, async (tx) => {
  await tx.update(operations).set({ state: 'running', progress: { percent: 10, message } }).where(eq(operations.id, id))
  await announce(tx, targetId)
})

t.test('a stream tells the operation as it is, then each change, and closes after its end', async (t) => {
  const { id, target } = await newHub('told')
  const stream = await openStream(world, 'reader', pathOf(id))
  t.equal(stream.status, 200)
  t.equal(stream.headers['content-type'], 'text/event-stream')
  t.match(await stream.next(), { event: 'operation', data: { id, state: 'queued', done: false } })
  await progress(id, target.id, 'namespace')
  t.match(await stream.next(), { data: { state: 'running', progress: { message: 'namespace' } } })
  await progress(id, target.id, 'release')
  t.match(await stream.next(), { data: { progress: { message: 'release' } } })
  await endOperation(world, id, target.id)
  t.match(await stream.next(), { data: { state: 'succeeded', done: true } })
  t.equal(await stream.next(), undefined)
})

t.test('of an operation that has ended the end is told, and nothing more', async (t) => {
  const { id, target } = await newHub('ended')
  await endOperation(world, id, target.id)
  const stream = await openStream(world, 'reader', pathOf(id))
  t.match(await stream.next(), { data: { done: true } })
  t.equal(await stream.next(), undefined)
})

t.test('an operation that is none answers a problem, not a stream', async (t) => {
  t.match(await world.request('reader', 'GET', pathOf('op_none')), { status: 404, body: { code: 'not-found' }, headers: { 'content-type': 'application/problem+json' } })
})

t.test('a key that is revoked while it listens hears why, and no more', async (t) => {
  const { id, target } = await newHub('revoked')
  const { body: key } = await world.request('admin', 'POST', '/v1/tenants/physics/keys', { name: 'portal', role: 'reader' })
  const stream = await openStream(world, 'nobody', pathOf(id), { authorization: `Bearer ${key.key}` })
  t.match(await stream.next(), { event: 'operation' })
  await world.request('admin', 'DELETE', `/v1/tenants/physics/keys/${key.id}`)
  world.advance(5_001)
  await progress(id, target.id, 'not for you')
  t.match(await stream.next(), { event: 'problem', data: { code: 'unauthenticated', requestId: String } })
  t.equal(await stream.next(), undefined)
})

t.test('a server that closes ends its streams and does not wait for those who listen', async (t) => {
  const world = await testWorld(t)
  const { id } = (await world.request('admin', 'POST', '/v1/tenants/physics/hubs', { name: 'open', cluster: 'lab' })).body
  await world.app.listen({ port: 0, host: '127.0.0.1' })
  const headers = { authorization: `Bearer ${world.keys.reader}`, accept: 'text/event-stream' }
  const streams = await Promise.all([pathOf(id), '/v1/tenants/physics/events'].map((path) => fetch(address(world) + path, { headers })))
  for (const { status } of streams) t.equal(status, 200)
  await world.app.close()
  const [told, heard] = await Promise.all(streams.map((stream) => stream.text()))
  t.match(told, /^event: operation$/m)
  t.match(heard, ': connected')
})

t.test('thirty who wait hold no connection to the database: others are answered meanwhile, and all hear of the end', async (t) => {
  const { id, target } = await newHub('awaited')
  const url = `/v1/tenants/physics/operations/${id}`
  const streams = await Promise.all(Array.from({ length: 15 }, () => openStream(world, 'reader', `${url}/events`)))
  for (const stream of streams) await stream.next()
  const polls = Array.from({ length: 15 }, () => world.request('reader', 'GET', `${url}?wait=60`))
  t.equal((await world.request('reader', 'GET', url)).body.done, false)
  await endOperation(world, id, target.id)
  for (const { body } of await Promise.all(polls)) t.equal(body.done, true)
  for (const stream of streams) t.equal((await stream.next())?.data.done, true)
})

t.end()
