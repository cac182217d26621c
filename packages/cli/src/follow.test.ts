import t from 'tap'
import { loggedIn, operation } from './testing.ts'

const build = (state: string, more: object = {}) => `event: build\ndata: ${JSON.stringify({ id: 'op_1', state, message: state === 'running' ? 'build: BuildKit builds and pushes' : '', finishedAt: null, ...more })}\n\n`
const log = (container: string, number: number, text: string) => `id: ${container}.${number}\nevent: log\ndata: ${JSON.stringify({ pod: 'p', container, number, text })}\n\n`
const done = { finishedAt: '2026-01-01T00:00:00Z', image: 'quay.io/a/b:c', digest: 'sha256:d' }
const stream = (...events: string[]) => ({ headers: { 'content-type': 'text/event-stream' }, body: events.join('') })

t.test('a followed log is on standard output alone, and the command ends as the build does', async (t) => {
  const io = await loggedIn(t, [stream(build('running'), log('fetch', 1, 'Fetched'), log('build', 1, '\u001b[31m#1 pip'), build('succeeded', done))])
  t.equal(await io.run('build', 'logs', 'op_1', '--hub', 'course', '--follow'), 0)
  t.equal(io.out(), 'Fetched\n[31m#1 pip\n')
  t.match(io.err(), /# running: build: BuildKit builds and pushes\n# fetch\n# build\nBuilt quay\.io\/a\/b:c@sha256:d/)
  t.match(io.requests[0], { url: '/v1/tenants/physics/hubs/course/builds/op_1/events', headers: { authorization: 'Bearer hf_key', accept: 'text/event-stream' } })
})

t.test('as JSON each line is one object', async (t) => {
  const io = await loggedIn(t, [stream(log('fetch', 1, 'Fetched'), log('fetch', 2, 'x'), build('succeeded', done))])
  await io.run('build', 'logs', 'op_1', '--hub', 'course', '--follow', '-o', 'json')
  t.same(io.out().trim().split('\n').map((line) => JSON.parse(line).number), [1, 2])
})

t.test('a build that failed or was canceled ends the command so, with why', async (t) => {
  const error = { code: 'build-failed', type: 'x', title: 'The build failed', detail: 'build ended with exit code 1', status: 422, errors: [], params: {}, nextStep: 'Read its log', retryable: false }
  const io = await loggedIn(t, [stream(log('build', 1, 'ERROR'), build('failed', done)), { body: operation({ state: 'failed', done: true, error }) }])
  t.equal(await io.run('build', 'logs', 'op_1', '--hub', 'course', '-f'), 6)
  t.match(io.err(), /The build failed[^]*Next step: Read its log/)
  const canceled = await loggedIn(t, [stream(build('canceled', done)), { body: operation({ state: 'canceled', done: true }) }])
  t.equal(await canceled.run('build', 'logs', 'op_1', '--hub', 'course', '-f'), 6)
  t.match(canceled.err(), /canceled/)
})
