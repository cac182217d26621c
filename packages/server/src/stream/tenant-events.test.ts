import t from 'tap'
import { sequenceEvents } from '@hubfleet/engine'
import { testWorld } from '../testing.ts'
import { openStream, type Received } from './testing.ts'

const world = await testWorld(t)
const path = '/v1/tenants/physics/events'
const seats = (count: number) => world.request('operator', 'POST', '/v1/tenants/physics/hubs/course/scale', { seats: count })
const { body: { target } } = await world.request('admin', 'POST', '/v1/tenants/physics/hubs', { name: 'course', cluster: 'lab' })
await sequenceEvents(world.database)

t.test('a stream begins now, and tells what happens in the tenant with what it is about', async (t) => {
  const stream = await openStream(world, 'reader', path)
  t.equal(stream.headers['content-type'], 'text/event-stream')
  await seats(1)
  await sequenceEvents(world.database)
  const event = await stream.next()
  t.match(event, { event: 'hub.scale', id: /^\d+$/, data: { type: 'hub.scale', subject: target.id, tenantId: /^tenant_/, hubId: target.id, timestamp: String, data: { by: world.keyIds.operator } } })
  stream.close()
})

t.test('from 0 everything is told, from the oldest on', async (t) => {
  const stream = await openStream(world, 'reader', path, { 'last-event-id': '0' })
  t.match(await stream.next(), { event: 'hub.create', data: { subject: target.id } })
  t.match(await stream.next(), { event: 'hub.scale' })
  stream.close()
})

t.test('a client that is cut off again and again, while others write, has every event once and in order', async (t) => {
  const first = await openStream(world, 'reader', path, { 'last-event-id': '0' })
  let last = '0'
  for (let before = 0; before < 2; before++) last = (await first.next())!.id!
  first.close()

  const wanted = 40
  const writing = (async () => {
    for (let round = 0; round < wanted / 4; round++) {
      await Promise.all([1, 2, 3, 4].map((seat) => seats(round * 4 + seat)))
      await sequenceEvents(world.database)
    }
  })()
  const received: Received[] = []
  while (received.length < wanted) {
    const stream = await openStream(world, 'reader', path, { 'last-event-id': last })
    for (let count = 0; count < 3 && received.length < wanted; count++) {
      const event = await stream.next()
      received.push(event!)
      last = event!.id!
    }
    stream.close()
  }
  await writing
  const positions = received.map(({ id }) => Number(id))
  t.same(positions, [...new Set(positions)].sort((a, b) => a - b))
  const all = await openStream(world, 'reader', path, { 'last-event-id': '0' })
  const told: string[] = []
  for (let count = 0; count < wanted + 2; count++) told.push((await all.next())!.data.id)
  all.close()
  t.same(told.slice(2), received.map(({ data }) => data.id))
})

t.test('a stream is narrowed to types of events and to a hub, by name or id', async (t) => {
  const { body: { target: other } } = await world.request('admin', 'POST', '/v1/tenants/physics/hubs', { name: 'seminar', cluster: 'lab' })
  const scaled = await openStream(world, 'reader', `${path}?type=*.scale&type=key.*&hub=course`, { 'last-event-id': '0' })
  const ofOther = await openStream(world, 'reader', `${path}?hub=${other.id}`, { 'last-event-id': '0' })
  const streams = [scaled, ofOther]
  await seats(5)
  await world.request('operator', 'POST', '/v1/tenants/physics/hubs/seminar/scale', { seats: 6 })
  await sequenceEvents(world.database)
  for (let event = await scaled.next(), rounds = 0; rounds < 20; rounds++, event = await scaled.next()) t.match(event, { event: 'hub.scale', data: { subject: target.id, hubId: target.id } })
  t.match([await ofOther.next(), await ofOther.next()], [{ event: 'hub.create', data: { subject: other.id } }, { event: 'hub.scale', data: { subject: other.id } }])
  for (const stream of streams) stream.close()
  t.match(await world.request('reader', 'GET', `${path}?type=hub`, undefined, { accept: 'text/event-stream' }), { status: 400, body: { code: 'invalid-request', errors: [{ pointer: '/type/0' }] } })
  t.match(await world.request('reader', 'GET', `${path}?hub=none`, undefined, { accept: 'text/event-stream' }), { status: 404, body: { code: 'not-found' } })
  t.match(await world.request('reader', 'GET', `${path}?limit=3`, undefined, { accept: 'text/event-stream' }), { status: 400 }, 'what is for pages')
})

t.test('who is cut off before anything was told knows where to go on: what happened meanwhile is not lost', async (t) => {
  const response = await world.app.inject({ method: 'GET', url: path, headers: { accept: 'text/event-stream', authorization: `Bearer ${world.keys.reader}` }, payloadAsStream: true })
  const stream = response.stream().setEncoding('utf8')
  let text = ''
  for await (const chunk of stream) if (/^id: /m.test(text += chunk)) break
  const id = text.match(/^id: (\d+)$/m)![1]!
  await seats(41)
  await sequenceEvents(world.database)
  const again = await openStream(world, 'reader', path, { 'last-event-id': id })
  t.match(await again.next(), { event: 'hub.scale' })
  again.close()
})

t.test('an event that was forgotten, or is of another tenant, is no place to go on from: what came after it may be lost', async (t) => {
  for (const id of ['999999', '123456789012345']) t.match(await world.request('reader', 'GET', path, undefined, { 'last-event-id': id, accept: 'text/event-stream' }), { status: 410, body: { code: 'event-unknown', nextStep: /Begin with 0/ } })
  const stream = await openStream(world, 'reader', path, { 'last-event-id': '0' })
  const first = (await stream.next())!.id!
  stream.close()
  t.match(await world.request('stranger', 'GET', '/v1/tenants/chemistry/events', undefined, { 'last-event-id': first, accept: 'text/event-stream' }), { status: 410 })
})

t.test('another tenant hears nothing of it', async (t) => {
  const stream = await openStream(world, 'stranger', '/v1/tenants/chemistry/events', { 'last-event-id': '0' })
  await world.request('stranger', 'POST', '/v1/tenants/chemistry/keys', { name: 'own', role: 'reader' })
  await seats(77)
  await sequenceEvents(world.database)
  t.match(await stream.next(), { event: 'key.create' }, 'its own is the first it hears')
  stream.close()
})

t.test('an id that is none of ours is refused: to begin now would lose what came between', async (t) => {
  t.match(await world.request('reader', 'GET', path, undefined, { 'last-event-id': 'evt_1', accept: 'text/event-stream' }), { status: 400, body: { code: 'invalid-request', errors: [{ pointer: '/last-event-id' }] } })
})

t.test('no event holds a secret', async (t) => {
  const { body } = await world.request('admin', 'POST', '/v1/tenants/physics/keys', { name: 'portal', role: 'reader' })
  const stream = await openStream(world, 'reader', path, { 'last-event-id': '0' })
  await sequenceEvents(world.database)
  let text = ''
  for (let event = await stream.next(); ; event = await stream.next()) {
    text += JSON.stringify(event)
    if (event?.data.subject === body.id) break
  }
  stream.close()
  t.notMatch(text, body.key)
})

t.end()
