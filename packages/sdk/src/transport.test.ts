import t from 'tap'
import { ConflictError, ConnectionError, InvalidResponseError, NotFoundError, PreconditionFailedError, RateLimitedError, ServerError, TimeoutError, UnprocessableError } from './errors.ts'
import { problem, scripted, serve, type Reply } from './testing.ts'
import { Transport, type ClientOptions } from './transport.ts'

const noSleep = async () => {}
const client = (server: string, more: Partial<ClientOptions> = {}) => new Transport({ server, key: 'hf_secret', sleep: noSleep, ...more })
const create = { method: 'POST', path: '/v1/tenants/{tenant}/hubs', params: { tenant: 'physics' }, body: { name: 'a' } }
const get = { method: 'GET', path: '/v1/tenants' }

t.test('a call carries the key, the encoded path, the query and the body', async (t) => {
  const { server, requests } = await scripted(t, { body: { id: 'x' } })
  const { data } = await client(`${server}/`).send({ ...create, params: { tenant: 'a/b' }, query: { validateOnly: true }, ifMatch: '"r3"' })
  t.same(data, { id: 'x' })
  t.match(requests, [{ method: 'POST', url: '/v1/tenants/a%2Fb/hubs?validateOnly=true', body: '{"name":"a"}', headers: { authorization: 'Bearer hf_secret', 'content-type': 'application/json', 'if-match': '"r3"' } }])
})

t.test('a name that is missing is a fault of the caller, not a call of the collection', async (t) => {
  const { server, requests } = await scripted(t, {})
  await t.rejects(client(server).send({ method: 'DELETE', path: '/v1/tenants/{tenant}', params: { tenant: '' } }), TypeError)
  t.equal(requests.length, 0)
})

t.test('what can pass is tried again: each of its kinds', async (t) => {
  const passing: [string, Reply][] = [
    ['408', { status: 408 }], ['429', { status: 429, body: problem(429, 'rate-limited') }], ['empty 502', { status: 502 }], ['503', { status: 503, body: '<html>' }],
    ['504', { status: 504 }], ['torn body', 'torn'], ['first request still running', { status: 409, body: problem(409, 'idempotency-in-flight') }],
  ]
  for (const [name, reply] of passing) {
    const { server, requests } = await scripted(t, reply, reply, { body: { ok: true } })
    t.same((await client(server).send(create)).data, { ok: true }, name)
    t.equal(requests.length, 3, name)
    t.same(requests.map(({ body }) => body), Array(3).fill('{"name":"a"}'), `${name}: the body is sent whole each time`)
    t.equal(new Set(requests.map(({ headers }) => headers['idempotency-key'])).size, 1, `${name}: one key for all tries`)
  }
})

t.test('an Idempotency-Key is new for each change, as given when given, and absent from reads', async (t) => {
  const { server, requests } = await scripted(t, { body: {} })
  await client(server).send(create)
  await client(server).send(create)
  await client(server).send({ ...create, idempotencyKey: 'mine' })
  await client(server).send(get)
  const [first, second, third, fourth] = requests.map(({ headers }) => headers['idempotency-key'])
  t.match(first, /^"[-0-9a-f]{36}"$/)
  t.not(first, second)
  t.equal(third, '"mine"')
  t.equal(fourth, undefined)
})

t.test('what cannot pass is not tried again', async (t) => {
  for (const reply of [{ status: 400 }, { status: 501 }, { status: 409, body: problem(409, 'name-taken') }, { status: 503, body: problem(503, 'x', { retryable: false }) }]) {
    const { server, requests } = await scripted(t, reply)
    t.match(await client(server).send(create).catch((error: unknown) => error), { name: /Error$/, status: reply.status })
    t.equal(requests.length, 1, JSON.stringify(reply))
  }
})

t.test('Retry-After is what is waited', async (t) => {
  const { server } = await scripted(t, { status: 429, headers: { 'retry-after': '7' } }, { body: {} })
  const waited: number[] = []
  await client(server, { sleep: async (milliseconds) => { waited.push(milliseconds) } }).send(get)
  t.same(waited, [7000])
})

t.test('each status has its class, and the problem comes along', async (t) => {
  for (const [status, Class] of [[404, NotFoundError], [409, ConflictError], [412, PreconditionFailedError], [422, UnprocessableError], [429, RateLimitedError], [500, ServerError]] as const) {
    const { server } = await scripted(t, { status, body: problem(status, 'some-code') })
    const error = await client(server, { retries: 0 }).send(get).catch((thrown: unknown) => thrown)
    t.type(error, Class)
    t.match(error, { name: Class.name, code: 'some-code', status, requestId: 'req_1', problem: { nextStep: 'Do this' } })
  }
})

t.test('an empty 502 and an HTML error page are errors too', async (t) => {
  for (const body of ['', '<html>Bad gateway</html>']) {
    const { server, requests } = await scripted(t, { status: 502, body, headers: { 'x-request-id': 'req_9' } })
    await t.rejects(client(server).send(get), { name: 'ServerError', code: 'foreign-answer', requestId: 'req_9', problem: { status: 502 } })
    t.equal(requests.length, 3)
  }
})

t.test('a page of HTML with status 200 is not taken for an answer', async (t) => {
  const { server } = await scripted(t, { body: '<html>Welcome</html>', headers: { 'content-type': 'text/html' } })
  await t.rejects(client(server).send(get), InvalidResponseError)
})

t.test('a connection that always breaks within the body is a ConnectionError', async (t) => {
  const { server, requests } = await scripted(t, 'torn')
  await t.rejects(client(server).send(get), ConnectionError)
  t.equal(requests.length, 3)
})

t.test('where nobody listens the error names the address and the cause, and no key', async (t) => {
  const error = await client('http://127.0.0.1:1').send(get).catch((thrown: Error) => thrown) as Error
  t.type(error, ConnectionError)
  t.match(error.message, /127\.0\.0\.1:1.*ECONNREFUSED|bad port/)
  t.notMatch(`${error.stack}${JSON.stringify(error)}`, /hf_secret/)
})

t.test('a try that takes too long is a TimeoutError', async (t) => {
  const server = await serve(t, () => {})
  await t.rejects(client(server, { timeoutMs: 20, retries: 1 }).send(get), TimeoutError)
})

t.test('an abort ends the call with its own reason, also between tries', async (t) => {
  const reason = new Error('enough')
  const { server } = await scripted(t, { status: 503 })
  const inPause = new AbortController()
  const pausing = client(server, { sleep: async (_, signal) => { inPause.abort(reason); signal!.throwIfAborted() } })
  await t.rejects(pausing.send({ ...get, signal: inPause.signal }), reason)
  const inFlight = new AbortController()
  const silent = await serve(t, () => inFlight.abort(reason))
  await t.rejects(client(silent).send({ ...get, signal: inFlight.signal }), reason)
})
