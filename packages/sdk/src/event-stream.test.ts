import t from 'tap'
import { Hubfleet, type BuildEvent } from './hubfleet.ts'
import { problem, serve } from './testing.ts'

const at = { tenant: 'physics', hub: 'course', build: 'op_1' }
const build = (state: string, finishedAt: string | null = null) => `event: build\ndata: ${JSON.stringify({ id: 'op_1', state, finishedAt })}\n\n`
const log = (number: number) => `id: build.${number}\nevent: log\ndata: ${JSON.stringify({ pod: 'p', container: 'build', number, text: `line ${number}` })}\n\n`

/** A server that answers one stream after the other, each cut in the middle of its text unless it is the last. */
async function streaming(t: Parameters<typeof serve>[0], ...bodies: (string | object)[]) {
  const asked: (string | undefined)[] = []
  const server = await serve(t, (request, response) => {
    asked.push(request.headers['last-event-id'] as string | undefined)
    const body = bodies.length > 1 ? bodies.shift()! : bodies[0]!
    if (typeof body !== 'string') return void response.writeHead((body as { status: number }).status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(body))
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const half = Math.floor(body.length / 2)
    response.write(`: connected\n\n${body.slice(0, half)}`, () => response.write(body.slice(half), () => (body.endsWith('cut') ? response.socket!.destroy() : response.end())))
  })
  return { client: new Hubfleet({ server, key: 'hf_key', sleep: async () => {} }), asked }
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
