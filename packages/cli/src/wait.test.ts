import t from 'tap'
import { progressOn } from './output/progress.ts'
import { holding, loggedIn, operation, step, world } from './testing.ts'

const accepted = { status: 202, body: operation() }
const waits = { body: operation({ steps: [step('cluster', 'done', 'it answers'), step('address', 'waiting', 'for the load balancer', '2026-01-01T00:00:10.000Z'), step('seats', 'pending', '')] }) }
const done = { body: operation({ state: 'succeeded', done: true, steps: [step('cluster', 'done', 'it answers'), step('address', 'done', '203.0.113.7'), step('seats', 'done', '2 warm')] }) }
const hub = { body: { id: 'hub_1', name: 'a' } }

t.test('elsewhere than on a terminal each step is a line on standard error, once for each state, and a wait says for what and since when', async (t) => {
  const io = await loggedIn(t, [accepted, accepted, waits, waits, done, hub])
  t.equal(await io.run('hub', 'scale', 'a', '--seats', '2'), 0)
  t.equal(io.err(), [
    'op_1 running: waits for a worker', 'cluster: done, it answers', 'address: waiting, for the load balancer (since 2026-01-01T00:00:10.000Z)', 'address: done, 203.0.113.7', 'seats: done, 2 warm', '',
  ].join('\n'))
})

t.test('on a terminal the steps are redrawn in place, and a wait says for what and since when', async (t) => {
  const io = await loggedIn(t, [accepted, waits, done, hub], { tty: true, now: () => Date.parse('2026-01-01T00:00:40Z') })
  t.equal(await io.run('hub', 'scale', 'a', '--seats', '2'), 0)
  t.match(io.err(), /address \(since 30 s\): for the load balancer/)
  t.match(io.err(), '\u001b[4A', 'it goes back over its lines')
  const screen = io.err().slice(io.err().lastIndexOf('\u001b[4A')).replace(/\u001b\[\d*[A-Z]|\r/g, '')
  t.equal(screen, '✓ hub.scale succeeded, 40 s\n  ✓ cluster\n  ✓ address\n  ✓ seats\n')
  t.notMatch(io.out(), '\u001b', 'the answer is plain')
})

t.test('a terminal that cannot move its cursor gets lines', async (t) => {
  const io = await loggedIn(t, [accepted, done, hub], { tty: true, env: { TERM: 'dumb' } })
  await io.run('hub', 'scale', 'a', '--seats', '2')
  t.notMatch(io.err(), '\u001b')
  t.match(io.err(), 'cluster: done')
})

t.test('a line that is longer than the terminal is cut, or the redraw would miss a row', async (t) => {
  const io = await world(t, { tty: true })
  const progress = progressOn(io)
  progress.show(operation({ steps: [step('pods', 'running', 'x'.repeat(500) + '\nsecond')] }) as never)
  progress.end()
  for (const line of io.err().replace(/\u001b\[\d*[A-Z]|\r/g, '').split('\n')) t.ok(line.length < 100, line)
})

t.test('Ctrl-C detaches: the operation is not canceled, and the way back is said', async (t) => {
  for (const tty of [false, true]) {
    const { url, held, calls } = await holding(t)
    const io = await world(t, { tty, env: { HUBFLEET_URL: url, HUBFLEET_TENANT: 'physics', HUBFLEET_KEY: 'hf_key' } })
    const running = io.run('hub', 'scale', 'a', '--seats', '2', '--tenant', 'chemistry')
    await held
    io.interrupt()
    t.equal(await running, 130)
    t.match(io.err(), 'Detached; the operation goes on.\nResume: hubfleet operation wait op_1 --tenant chemistry\n')
    t.same(calls.filter((call) => call.includes('cancel')), [])
    t.equal(io.out(), '')
  }
})

t.test('--wait-timeout ends the wait and not the operation', async (t) => {
  const { url, calls } = await holding(t)
  const io = await world(t, { env: { HUBFLEET_URL: url, HUBFLEET_TENANT: 'physics', HUBFLEET_KEY: 'hf_key' } })
  t.equal(await io.run('hub', 'scale', 'a', '--seats', '2', '--wait-timeout', '1'), 7)
  t.match(io.err(), 'Still running after --wait-timeout; the operation goes on.\nResume: hubfleet operation wait op_1\n')
  t.same(calls.filter((call) => call.includes('cancel')), [])
})

t.test('`operation wait` takes up an operation that was begun before', async (t) => {
  const io = await loggedIn(t, [waits, done, hub])
  t.equal(await io.run('operation', 'wait', 'op_1'), 0)
  t.match(io.err(), 'address: done, 203.0.113.7')
  t.match(io.out(), /^NAME/)
})
