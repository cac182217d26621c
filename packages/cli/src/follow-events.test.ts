import t from 'tap'
import { loggedIn } from './testing.ts'

const event = (position: number, more: object = {}) => `id: ${position}\nevent: hub.scale\ndata: ${JSON.stringify({ position, type: 'hub.scale', timestamp: '2026-05-01T08:00:00.000Z', subject: 'hub_1', data: { by: '\u001b[31mkey_1' }, ...more })}\n\n`
const ended = `event: problem\ndata: ${JSON.stringify({ code: 'unauthenticated', type: 'x', title: 'The key was revoked', detail: '', status: 401, errors: [], params: {}, nextStep: 'Log in', retryable: false })}\n\n`
const stream = (...events: string[]) => ({ headers: { 'content-type': 'text/event-stream' }, body: events.join('') })

t.test('events are followed a line each, without what would move the cursor, until the server says no', async (t) => {
  const io = await loggedIn(t, [stream(event(7), event(8), ended)])
  t.not(await io.run('event', 'list', '--follow', '--type', 'hub.*', '--hub', 'course', '--after', '0'), 0)
  t.equal(io.out(), ['7', '8'].map((position) => `${position}  2026-05-01T08:00:00.000Z  hub.scale  hub_1  {"by":"\\u001b[31mkey_1"}\n`).join(''))
  t.match(io.err(), /The key was revoked/)
  t.match(io.requests[0], { url: '/v1/tenants/physics/events?type=hub.*&hub=course', headers: { accept: 'text/event-stream', 'last-event-id': '0' } })
})

t.test('as JSON each event is one object', async (t) => {
  const io = await loggedIn(t, [stream(event(7), event(8), ended)])
  await io.run('event', 'list', '-f', '-o', 'json')
  t.same(io.out().trim().split('\n').map((line) => JSON.parse(line).position), [7, 8])
})

t.test('what is for a list that ends does not go with one that does not, nor the other way round', async (t) => {
  for (const args of [['--follow', '--limit', '3'], ['--follow', '--since', '2026-05-01T00:00:00Z'], ['--after', '7']]) {
    const io = await loggedIn(t, [])
    t.equal(await io.run('event', 'list', ...args), 2, args.join(' '))
  }
})
