import t from 'tap'
import type { BuildLine, BuildLogPlace } from '@hubfleet/core'
import { isAfter, Problem } from '@hubfleet/core'
import { eq, operations, platformScope, transaction } from '@hubfleet/database'
import { announce } from '@hubfleet/engine'
import { testWorld } from '../testing.ts'
import { openStream } from './testing.ts'

/* A build whose cluster writes what a test tells it to. */
const written: BuildLine[] = []
let changed = Promise.withResolvers<void>()
let ended = false
let broken: Problem | null = null
let followers = 0
const tell = () => { changed.resolve(); changed = Promise.withResolvers() }
const write = (container: string, ...texts: string[]) => {
  for (const text of texts) written.push({ pod: 'build-1', container, number: written.filter((line) => line.container === container).length + 1, text })
  tell()
}
async function* follow(_hub: string, _name: string, after: BuildLogPlace | null, signal: AbortSignal): AsyncGenerator<BuildLine> {
  followers++
  const aborted = new Promise<void>((resolve) => { signal.addEventListener('abort', () => resolve(), { once: true }) })
  try {
    for (let at = 0; ; ) {
      if (broken) throw broken
      for (; at < written.length; at++) if (isAfter(written[at]!, after)) yield written[at]!
      if (ended || signal.aborted) return
      await Promise.race([changed.promise, aborted])
    }
  } finally {
    followers--
  }
}
const world = await testWorld(t, { live: { followBuild: follow } })
const hub = '/v1/tenants/physics/hubs/course'
const made = await world.request('admin', 'POST', '/v1/tenants/physics/hubs', { name: 'course', cluster: 'lab', spec: { build: { image: 'quay.io/course/env' } } })
await world.request('platformAdmin', 'PATCH', '/v1/tenants/physics', { policy: { allow: { imageBuilds: true } } })
const hubId = made.body.target.id

async function newBuild(): Promise<string> {
  written.length = 0
  ended = false
  broken = null
  return (await world.request('operator', 'POST', `${hub}/builds`, { repository: 'https://git.example.org/env' })).body.id
}
const set = (id: string, values: object) => transaction(world.database, platformScope, async (tx) => {
  await tx.update(operations).set(values).where(eq(operations.id, id))
  await announce(tx, hubId)
})
const finish = (id: string, values: object = {}) => set(id, { state: 'succeeded', finishedAt: new Date(), ...values })
const texts = (events: ({ event: string; data: any } | undefined)[]) => events.map((event) => (event?.event === 'log' ? event.data.text : `${event?.event} ${event?.data.state ?? event?.data.code}`))

t.test('lines come as they are written, and the stream ends with the build', async (t) => {
  const id = await newBuild()
  const stream = await openStream(world, 'operator', `${hub}/builds/${id}/events`)
  t.equal(stream.headers['content-type'], 'text/event-stream')
  t.match(await stream.next(), { event: 'build', data: { id, state: 'queued' } })
  write('fetch', 'Fetched')
  t.match(await stream.next(), { event: 'log', id: 'fetch.1', data: { container: 'fetch', number: 1, text: 'Fetched' } })
  await set(id, { state: 'running' })
  t.match(await stream.next(), { event: 'build', data: { state: 'running' } })
  write('build', '#1', '#2')
  t.match([await stream.next(), await stream.next()], [{ id: 'build.1' }, { id: 'build.2' }])
  ended = true
  tell()
  await finish(id, { result: { log: written.map(({ pod, container, text, number }) => ({ pod, container, text: `${text}\n`, before: number - 1 })) } })
  t.match(await stream.next(), { event: 'build', data: { state: 'succeeded' } }, 'what was told is not told again')
  t.equal(await stream.next(), undefined)
  t.equal(followers, 0, 'nobody goes on reading for who has gone')
})

t.test('who was cut off has each line once, whether the build still goes or has ended meanwhile', async (t) => {
  const id = await newBuild()
  write('fetch', 'a', 'b')
  const first = await openStream(world, 'operator', `${hub}/builds/${id}/events`)
  t.same(texts([await first.next(), await first.next()]), ['build queued', 'a'])
  first.close()
  write('build', 'c')
  const second = await openStream(world, 'operator', `${hub}/builds/${id}/events`, { 'last-event-id': 'fetch.1' })
  t.same(texts([await second.next(), await second.next(), await second.next()]), ['build queued', 'b', 'c'])
  second.close()
  await finish(id, { result: { log: [{ pod: 'build-1', container: 'fetch', text: 'a\nb\n' }, { pod: 'build-1', container: 'build', text: 'y\nz\n', before: 7 }] } })
  const third = await openStream(world, 'operator', `${hub}/builds/${id}/events`, { 'last-event-id': 'build.8' })
  t.same(texts([await third.next(), await third.next(), await third.next()]), ['z', 'build succeeded', 'undefined undefined'])
})

t.test('a build that is canceled tells so, and its stream ends', async (t) => {
  const id = await newBuild()
  const stream = await openStream(world, 'operator', `${hub}/builds/${id}/events`)
  await stream.next()
  write('build', 'half')
  t.same(texts([await stream.next()]), ['half'])
  await world.request('operator', 'POST', `${hub}/builds/${id}/cancel`, {})
  await transaction(world.database, platformScope, (tx) => announce(tx, hubId))
  t.match(await stream.next(), { event: 'build', data: { state: 'canceling' } })
  await set(id, { state: 'canceled', finishedAt: new Date() })
  t.match(await stream.next(), { event: 'build', data: { state: 'canceled', finishedAt: String } })
  t.equal(await stream.next(), undefined)
})

t.test('a cluster that cannot be asked is told as a problem, with what is known of the build', async (t) => {
  const id = await newBuild()
  broken = new Problem('cluster-unreachable', { cluster: 'lab', server: 'https://lab.example', reason: 'no route' })
  const stream = await openStream(world, 'operator', `${hub}/builds/${id}/events`)
  t.same(texts([await stream.next(), await stream.next(), await stream.next()]), ['build queued', 'problem cluster-unreachable', 'undefined undefined'])
  await finish(id)
})

t.test('a place that is none is refused, and so is who may not read logs', async (t) => {
  const id = await newBuild()
  const path = `${hub}/builds/${id}/events`
  for (const place of ['7', 'pod.1', 'build.x', '']) t.match(await world.request('operator', 'GET', path, undefined, { 'last-event-id': place }), { status: 400, body: { errors: [{ pointer: '/last-event-id' }] } }, place)
  t.match(await world.request('reader', 'GET', path), { status: 403 })
  t.match(await world.request('operator', 'GET', `${hub}/builds/op_00000000000000000000000000/events`), { status: 404, body: { code: 'not-found' } })
  await finish(id)
})

t.end()
