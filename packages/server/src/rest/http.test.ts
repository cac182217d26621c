import t from 'tap'
import { connect } from '@hubfleet/database'
import { Listener } from '@hubfleet/engine'
import { buildServer } from '../server.ts'
import { testWorld, type Answer } from '../testing.ts'

const world = await testWorld(t, { bodyLimit: 10_000 })
const hubs = '/v1/tenants/physics/hubs'

/** Every refusal is a problem document with the id of its request, and shows nothing of our insides. */
function isProblem({ status, headers, body }: Answer, code: string, wanted: number) {
  t.equal(status, wanted, code)
  t.equal(headers['content-type'], 'application/problem+json')
  t.match(body, { type: `https://hubfleet.dev/problems/${code}`, code, status: wanted, title: String, detail: String, nextStep: String, retryable: Boolean, errors: Array, requestId: headers['x-request-id'] })
  t.notMatch(JSON.stringify(body), /node_modules|\.ts:|Error:/)
}

t.test('an address that is none answers 404, with and without a key', async () => {
  for (const who of ['nobody', 'admin'] as const) {
    isProblem(await world.request(who, 'GET', '/v2/tenants'), 'route-not-found', 404)
    isProblem(await world.request(who, 'GET', '/v1/tenants/physics/hubs/a/b/c'), 'route-not-found', 404)
    isProblem(await world.request(who, 'GET', '/v1/tenants/%zz'), 'route-not-found', 404)
    isProblem(await world.request(who, 'GET', `/v1/tenants/${'x'.repeat(500)}`), 'route-not-found', 404)
  }
})

t.test('a method that an address does not take answers 405 and names those that it does', async (t) => {
  const cases: [Parameters<typeof world.request>[1], string, string][] = [
    ['PUT', hubs, 'GET, HEAD, POST'], ['DELETE', '/v1/tenants', 'GET, HEAD, POST'], ['POST', `${hubs}/a`, 'DELETE, GET, HEAD, PATCH'], ['GET', `${hubs}/a/scale`, 'POST'], ['POST', '/healthz', 'GET, HEAD'],
  ]
  for (const [method, path, allowed] of cases) {
    const answer = await world.request('admin', method, path)
    isProblem(answer, 'method-not-allowed', 405)
    t.equal(answer.headers['allow'], allowed, `${method} ${path}`)
  }
})

t.test('a body that is too large, of another type, or does not parse has its own problem', async (t) => {
  isProblem(await world.request('admin', 'POST', hubs, { name: 'x'.repeat(10_000) }), 'payload-too-large', 413)
  for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded']) isProblem(await world.request('admin', 'POST', hubs, 'name=a', { 'content-type': type }), 'unsupported-media-type', 415)
  for (const body of ['{', '{"name":}', 'null,', '{"__proto__": {"a": 1}}', '{"constructor": {"prototype": {}}}']) isProblem(await world.request('admin', 'POST', hubs, body), 'malformed-body', 400)
  for (const body of ['null', '7', '"text"', '[]', 'true']) isProblem(await world.request('admin', 'POST', hubs, body), 'invalid-request', 400)
  t.equal(({} as { a?: number }).a, undefined)
})

t.test('a key that is missing, wrong or of another scheme answers 401, always the same', async (t) => {
  const answers = await Promise.all([{}, { authorization: 'Bearer hf_wrong' }, { authorization: `Basic ${world.keys.admin}` }, { authorization: 'Bearer' }, { authorization: `Bearer ${world.keys.admin} x` }]
    .map((headers) => world.request('nobody', 'GET', hubs, undefined, headers as Record<string, string>)))
  for (const answer of answers) {
    isProblem(answer, 'unauthenticated', 401)
    t.equal(answer.headers['www-authenticate'], 'Bearer')
  }
})

t.test('the id of a request is taken over where it may stand in a log, else made', async (t) => {
  const idOf = async (id: string) => (await world.request('reader', 'GET', hubs, undefined, { 'x-request-id': id })).headers['x-request-id']
  t.equal(await idOf('portal-7f:1.2_3'), 'portal-7f:1.2_3')
  for (const bad of ['a b', 'x'.repeat(129), '{"a":1}', '']) t.match(await idOf(bad), /^req_/, bad)
  t.equal((await world.request('reader', 'GET', `${hubs}/none`, undefined, { 'x-request-id': 'portal-1' })).body.requestId, 'portal-1')
})

t.test('who asks too often is told when to go on; who guesses keys is held by address and holds up nobody else', async (t) => {
  const world = await testWorld(t, { requestsPerMinute: 5 })
  const ask = () => world.request('reader', 'GET', hubs)
  for (let left = 4; left >= 0; left--) {
    const { status, headers } = await ask()
    t.equal(status, 200)
    t.equal(headers['ratelimit-policy'], '"default";q=5;w=60')
    t.match(headers['ratelimit'], new RegExp(`^"default";r=${left};t=\\d+$`))
  }
  const refused = await ask()
  isProblem(refused, 'rate-limited', 429)
  t.equal(refused.body.retryable, true)
  t.ok(Number(refused.headers['retry-after']) >= 1 && Number(refused.headers['retry-after']) <= 60)

  const guess = () => world.request('nobody', 'GET', hubs, undefined, { authorization: 'Bearer hf_guess' })
  for (let time = 0; time < 5; time++) t.equal((await guess()).status, 401)
  t.equal((await guess()).status, 429)
  t.equal((await world.request('operator', 'GET', hubs)).status, 200)
  t.equal((await world.request('nobody', 'GET', '/healthz')).status, 200, 'what watches the process is never limited')
})

t.test('a database that is away answers 503 with Retry-After, and the process still says that it lives', async (t) => {
  const database = connect('postgres://nobody@127.0.0.1:1/none')
  const app = await buildServer({ control: { ...world.control, database }, listener: new Listener(database.connectionString) })
  t.teardown(async () => {
    await app.close()
    await database.close()
  })
  const ask = async (url: string) => {
    const response = await app.inject({ url, headers: { authorization: `Bearer ${world.keys.reader}` } })
    return { status: response.statusCode, headers: response.headers as Answer['headers'], body: response.json() }
  }
  for (const url of [hubs, '/readyz']) {
    const answer = await ask(url)
    isProblem(answer, 'unavailable', 503)
    t.equal(answer.body.retryable, true)
    t.match(answer.headers['retry-after'], /^\d+$/)
    t.notMatch(JSON.stringify(answer.body), /ECONNREFUSED|127\.0\.0\.1/)
  }
  t.match(await ask('/healthz'), { status: 200, body: { status: 'ok' } })
})

t.end()
