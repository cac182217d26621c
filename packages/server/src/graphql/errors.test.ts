import t from 'tap'
import { queries, verbs } from '@hubfleet/control'
import { endpointsOf } from '../endpoints.ts'
import { callGraphql, callRest, problemOf, type EndpointCall } from '../testing-calls.ts'
import { testWorld, type Who } from '../testing.ts'

const world = await testWorld(t)
const endpoints = new Map(endpointsOf(verbs, queries).map((endpoint) => [endpoint.id, endpoint]))
const params = { tenant: 'physics' }
await world.request('admin', 'POST', '/v1/tenants/physics/hubs', { name: 'course', cluster: 'lab' })

t.test('a problem is the same in REST and GraphQL: code, status, text, next step, fields', async (t) => {
  const cases: [Who, string, EndpointCall][] = [
    ['reader', 'hubGet', { params: { ...params, hub: 'none' } }],
    ['reader', 'hubStop', { params: { ...params, hub: 'course' } }],
    ['admin', 'hubCreate', { params, input: { name: 'course', cluster: 'lab' } }],
    ['admin', 'hubCreate', { params, input: { name: 'Upper', cluster: 'lab' } }],
    ['admin', 'hubCreate', { params, input: { name: 'other', cluster: 'lab', spec: { memory: { guarantee: '1Gi' } } } }],
    ['admin', 'hubCreate', { params, input: { name: 'other', cluster: 'lab', spec: { memory: { guarantee: 7 } } } }],
    ['admin', 'hubDelete', { params: { ...params, hub: 'course' } }],
    ['operator', 'hubScale', { params: { ...params, hub: 'course' }, input: { seats: 1 }, ifMatch: '"r9"' }],
    ['operator', 'hubScale', { params: { ...params, hub: 'course' }, input: { seats: 1 }, ifMatch: 'latest' }],
    ['operator', 'hubScale', { params: { ...params, hub: 'course' }, input: { seats: 1 }, idempotencyKey: 'k'.repeat(256) }],
    ['operator', 'hubScale', { params: { ...params, hub: 'course' }, input: { seats: 1, nodes: { pool: 'none', count: 1 } } }],
    ['admin', 'clusterCreate', { params, input: { name: 'real', provider: 'kubernetes' } }],
  ]
  for (const [who, id, call] of cases) {
    const rest = await callRest(world, who, endpoints.get(id)!, call)
    const graphql = problemOf(await callGraphql(world, who, endpoints.get(id)!, call))
    const { requestId: _, instance: __, ...expected } = rest.body
    t.ok(rest.status >= 400, `${id} is refused`)
    t.match(graphql, expected, `${id} ${rest.body.code}`)
    t.match(graphql?.['requestId'], /^req_/)
  }
})

t.test('one field that fails leaves the others: the answer is 200, with data and the problem at its path', async (t) => {
  const { status, body } = await world.graphql('reader', '{ there: hub(tenant: "physics", hub: "course") { name } gone: hub(tenant: "physics", hub: "none") { name } foreign: hub(tenant: "chemistry", hub: "x") { name } }')
  t.equal(status, 200)
  t.same(body.data, { there: { name: 'course' }, gone: null, foreign: null })
  const problems = Object.fromEntries(body.errors.map(({ path, extensions }: { path: string[]; extensions: { code: string; params: { noun: string } } }) => [path.join('.'), [extensions.code, extensions.params.noun]]))
  t.same(problems, { gone: ['not-found', 'hub'], foreign: ['not-found', 'tenant'] })
})

t.test('no error echoes what was sent: not a variable, not a literal', async (t) => {
  const secret = 's3cret-value'
  const create = (spec: string) => `mutation { hubCreate(tenant: "physics", input: { name: "a", cluster: "lab", spec: ${spec} }) { replayed } }`
  const withVariable = 'mutation ($input: HubCreateInput!) { hubCreate(tenant: "physics", input: $input) { replayed } }'
  const asked: [string, unknown?][] = [
    [withVariable, { input: { name: 'a', cluster: 'lab', spec: { login: { type: 'github', clientId: 'a', clientSecret: [secret] } } } }],
    [withVariable, { input: { name: 'a', cluster: 'lab', spec: { login: { type: 'github', clientId: 7, clientSecret: secret } } } }],
    [withVariable, { input: { cluster: 'lab', spec: { login: { type: 'github', clientId: 'a', clientSecret: secret } } } }],
    [withVariable, { input: secret }],
    [withVariable, { input: { name: 'A!', cluster: 'lab', spec: { login: { type: 'github', clientSecret: secret } } } }],
    [create(`{ memory: "${secret}" }`)],
    [create(`{ login: { type: "github", clientSecret: ["${secret}", 7] } }`)],
    [create(`{ login: { type: "dummy", passwort: "${secret}" } }`)],
    [create(`{ login: { type: "dummy", password: "${secret}"`)],
    [create(`{ login: { type: "dummy", password: "${secret} }`)],
  ]
  for (const [query, variables] of asked) {
    const { body } = await world.graphql('admin', query, variables)
    t.ok(body.errors.length > 0, query)
    t.notMatch(JSON.stringify(body), secret, query)
    for (const { extensions } of body.errors) t.match(extensions, { code: /^(invalid-request|query-invalid)$/, status: 400 }, JSON.stringify(extensions))
  }
})

t.test('a fault of ours is told without its cause, and a database that is away as unavailable', async (t) => {
  const world = await testWorld(t)
  world.control.cursorSecret = null as never
  for (const name of ['a', 'b']) await world.request('admin', 'POST', '/v1/tenants/physics/hubs', { name, cluster: 'lab' })
  const broken = await world.graphql('reader', '{ hubs(tenant: "physics", first: 1) { edges { cursor } } }')
  t.match(broken.body, { data: { hubs: null }, errors: [{ message: /logged under the request id/, extensions: { code: 'internal' } }] })
  t.notMatch(JSON.stringify(broken.body), /cursorSecret|createHmac|at /)

  const connect = world.database.pool.connect
  world.database.pool.connect = (async () => { throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' }) }) as never
  const down = await world.graphql('reader', '{ hub(tenant: "physics", hub: "a") { name } }')
  world.database.pool.connect = connect
  t.match(down.body, { data: { hub: null }, errors: [{ extensions: { code: 'unavailable', retryable: true } }] })
})

t.end()
