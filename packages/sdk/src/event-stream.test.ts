import t from 'tap'
import { Hubfleet, type BuildEvent } from './hubfleet.ts'
import { problem, serve } from './testing.ts'

const at = { tenant: 'physics', hub: 'course', build: 'op_1' }
const build = (state: string, finishedAt: string | null = null) => `event: build\ndata: ${JSON.stringify({ id: 'op_1', state, finishedAt })}\n\n`
const log = (number: number) => `id: build.${number}\nevent: log\ndata: ${JSON.stringify({ pod: 'p', container: 'build', number, text: `line ${number}` })}\n\n`

/** A server that answers one stream after the other, each cut in the middle of its text unless it is the last. */
async function streaming(t: Parameters<typeof serve>[0], ...bodies: (string | object)[]) {
  const asked: (string | undefined)[] = []
  const urls: (string | undefined)[] = []
  const server = await serve(t, (request, response) => {
    urls.push(request.url)
    asked.push(request.headers['last-event-id'] as string | undefined)
    const body = bodies.length > 1 ? bodies.shift()! : bodies[0]!
    if (typeof body !== 'string') return void response.writeHead((body as { status: number }).status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(body))
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const half = Math.floor(body.length / 2)
    response.write(`: connected\n\n${body.slice(0, half)}`, () => response.write(body.slice(half), () => (body.endsWith('cut') ? response.socket!.destroy() : response.end())))
  })
  return { client: new Hubfleet({ server, key: 'hf_key', sleep: async () => {} }), asked, urls }
}
async function all(events: AsyncIterable<BuildEvent>) {
  const seen: string[] = []
  for await (const event of events) seen.push(event.event === 'log' ? event.id : event.build.state)
  return seen
}

t.test('a stream that is cut, ends too early or meets a server that restarts goes on after the last event, each once', async (t) => {
  const { client, asked } = await streaming(t, `${build('running')}${log(1)}${log(2)}cut`, problem(503, 'shutting-down', { retryable: true }), log(3), `${log(4)}${build('succeeded', '2026-01-01T00:00:00Z')}`)
  t.same(await all(client.followBuild(at)), ['running', 'build.1', 'build.2', 'build.3', 'build.4', 'succeeded'])
  t.same(asked, [undefined, 'build.2', 'build.2', 'build.3'])
})

t.test('what will not pass by itself is thrown, also from within the stream', async (t) => {
  const { client } = await streaming(t, problem(404, 'not-found'))
  await t.rejects(all(client.followBuild(at)), { name: 'NotFoundError', code: 'not-found' })
  const { client: second } = await streaming(t, `${log(1)}event: problem\ndata: ${JSON.stringify(problem(401, 'unauthenticated'))}\n\n`)
  await t.rejects(all(second.followBuild(at)), { code: 'unauthenticated' })
})

t.test('a server that tells nothing again and again is given up, and who aborts is heard at once', async (t) => {
  const { client, asked } = await streaming(t, '')
  await t.rejects(all(client.followBuild(at)), { name: 'ConnectionError' })
  t.equal(asked.length, 9)
  const abort = new AbortController()
  abort.abort(new Error('enough'))
  await t.rejects(all(client.followBuild(at, { signal: abort.signal })), { message: 'enough' })
})

t.test('events of a tenant go on after the last that was had, also where none was told yet, and ask for what was wanted', async (t) => {
  const event = (position: number) => `id: ${position}\nevent: hub.scale\ndata: ${JSON.stringify({ position, type: 'hub.scale' })}\n\n`
  const { client, asked, urls } = await streaming(t, ': still here\nid: 7\n\ncut', `${event(8)}${event(9)}: still here\nid: 12\n\ncut`, event(13))
  const seen: number[] = []
  for await (const { position } of client.followEvents({ tenant: 'physics' }, { type: ['hub.*', 'budget.crossed'], hub: 'course' })) if (seen.push(position) === 3) break
  t.same(seen, [8, 9, 13])
  t.same(asked.slice(0, 3), [undefined, '7', '12'])
  t.equal(urls[0], '/v1/tenants/physics/events?type=hub.*&type=budget.crossed&hub=course')
})

t.test('a tenant in which nothing happens is followed for as long as its server says that it is there', async (t) => {
  const quiet = ': connected\nid: 7\n\n: still here\nid: 7\n\ncut'
  const event = `id: 8\nevent: hub.scale\ndata: ${JSON.stringify({ position: 8 })}\n\n`
  const { client, asked } = await streaming(t, ...Array.from({ length: 12 }, () => quiet), event)
  for await (const { position } of client.followEvents({ tenant: 'physics' }, { after: 7 })) {
    t.equal(position, 8)
    break
  }
  t.same(asked, Array(13).fill('7'))
})

