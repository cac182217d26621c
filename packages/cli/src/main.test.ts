import t from 'tap'
import { problem, type Reply } from '@hubfleet/sdk/testing'
import { loggedIn, operation, world } from './testing.ts'

t.test('the exit code says what kind of error it was', async (t) => {
  const accepted = { status: 202, body: operation() }
  const ended = (state: string) => [accepted, { body: operation({ state, done: true, error: state === 'failed' ? problem(502, 'helm-failed') : null }) }]
  const table: [name: string, code: number, line: string, replies: Reply[]][] = [
    ['done', 0, 'hub get a', [{ body: { id: 'hub_1' } }]],
    ['bad request', 1, 'hub get a', [{ status: 400, body: problem(400, 'invalid-request') }]],
    ['unprocessable', 1, 'hub get a', [{ status: 422, body: problem(422, 'policy-denied') }]],
    ['a proxy answers', 1, 'hub get a', [{ body: '<html>' }]],
    ['no such flag', 2, 'hub get a --nonsense', []],
    ['no such command', 2, 'hub dance a', []],
    ['no item', 2, 'hub get', []],
    ['no value', 2, 'hub scale a --seats', []],
    ['a wrong choice', 2, 'key create a --role king', []],
    ['a wrong number', 2, 'hub list --limit none', []],
    ['not found', 3, 'hub get a', [{ status: 404, body: problem(404, 'not-found') }]],
    ['no key', 4, 'hub get a', [{ status: 401, body: problem(401, 'unauthenticated') }]],
    ['may not', 4, 'hub get a', [{ status: 403, body: problem(403, 'forbidden') }]],
    ['taken', 5, 'hub scale a --seats 1', [{ status: 409, body: problem(409, 'name-taken') }]],
    ['changed', 5, 'hub scale a --seats 1', [{ status: 412, body: problem(412, 'precondition-failed') }]],
    ['failed', 6, 'hub scale a --seats 1', ended('failed')],
    ['canceled', 6, 'hub scale a --seats 1', ended('canceled')],
  ]
  for (const [name, code, line, replies] of table) {
    const io = await loggedIn(t, replies.length > 0 ? replies : [{ status: 500 }])
    t.equal(await io.run(...line.split(' ')), code, name)
    if (code !== 0) t.not(io.err(), '', 'and says something')
  }
})

t.test('a server that cannot be reached is an error with a next step', async (t) => {
  const io = await world(t, { env: { HUBFLEET_URL: 'http://127.0.0.1:9', HUBFLEET_KEY: 'hf_key', HUBFLEET_TENANT: 'physics' } })
  t.equal(await io.run('hub', 'get', 'a'), 1)
  t.match(io.err(), /No answer from http:\/\/127\.0\.0\.1:9.*\nNext step: .*hubfleet doctor/)
})

t.test('a refusal is shown with title, detail, fields and the next step, and nothing on standard output', async (t) => {
  const io = await loggedIn(t, [{ status: 422, body: problem(422, 'policy-denied', { errors: [{ pointer: '/spec/values/hub', code: 'denied', detail: 'This is code' }] }) }])
  await io.run('hub', 'create', 'a', '--cluster', 'c')
  t.equal(io.err(), 'Title of policy-denied\nWhat happened\n  spec.values.hub: This is code\nNext step: Do this\n(policy-denied, request req_1)\n')
  t.equal(io.out(), '')
})

t.test('a confirmation that is missing is named as the flag that gives it', async (t) => {
  const io = await loggedIn(t, [{ status: 422, body: problem(422, 'confirmation-required', { params: { confirmation: 'open-login' } }) }])
  await io.run('hub', 'create', 'a', '--cluster', 'c')
  t.match(io.err(), 'Next step: If this is meant, add --confirm open-login')
})

t.test('what comes over the wire cannot write on the terminal', async (t) => {
  const evil = '\u001b[2Jgone\u009b31m\r'
  const shown = await loggedIn(t, [{ body: { id: 'hub_1', name: evil } }])
  await shown.run('hub', 'get', 'a')
  const refused = await loggedIn(t, [{ status: 404, body: problem(404, 'not-found', { detail: evil }) }])
  await refused.run('hub', 'get', 'a')
  for (const text of [shown.out(), refused.err()]) {
    t.match(text, 'gone')
    t.notMatch(text, /[\u001b\u009b\r]/)
  }
})

t.test('help and version go to standard output', async (t) => {
  for (const line of [['--help'], ['hub', '--help'], ['hub', 'scale', '--help'], ['help', 'hub'], ['--version']]) {
    const io = await world(t)
    t.equal(await io.run(...line), 0)
    t.not(io.out(), '')
    t.equal(io.err(), '')
  }
})

t.test('a command that does not exist is answered with the nearest one', async (t) => {
  const io = await world(t)
  await io.run('hub', 'scael')
  t.match(io.err(), 'Did you mean scale?')
})

t.test('a tenant that is not known is asked for before anything is sent', async (t) => {
  const io = await loggedIn(t, [{ status: 500 }], { env: { HUBFLEET_TENANT: '' } })
  t.equal(await io.run('hub', 'list'), 2)
  t.match(io.err(), '--tenant')
  t.equal(io.requests.length, 0)
})
