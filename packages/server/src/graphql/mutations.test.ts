import t from 'tap'
import { platformScope, sql, transaction } from '@hubfleet/database'
import { problemOf } from '../testing-calls.ts'
import { testWorld } from '../testing.ts'

const world = await testWorld(t)
const hubs = '/v1/tenants/physics/hubs'
const create = (input: unknown, options: Record<string, unknown> = {}) => world.graphql(
  'admin',
  'mutation ($input: HubCreateInput!, $key: String, $validateOnly: Boolean) { hubCreate(tenant: "physics", input: $input, idempotencyKey: $key, validateOnly: $validateOnly) { operation { id kind state done target { type id } } plan { valid diff { op path } cost { after { amount currency } } } replayed } }',
  { input, ...options },
)
const scale = (hub: string, options: Record<string, unknown>) => world.graphql(
  'operator', 'mutation ($hub: String!, $ifMatch: String) { hubScale(tenant: "physics", hub: $hub, input: { seats: 3 }, ifMatch: $ifMatch) { operation { generation } } }', { hub, ...options },
)
const rows = (table: string) => transaction(world.database, platformScope, async (tx) => (await tx.execute<{ count: number }>(sql.raw(`select count(*)::int as count from ${table}`))).rows[0]!.count)

t.test('a change answers the operation, which REST then reads under the same id', async (t) => {
  const { status, body } = await create({ name: 'intro', cluster: 'lab' })
  t.equal(status, 200)
  const { operation, plan, replayed } = body.data.hubCreate
  t.match(operation, { kind: 'hub.create', state: 'queued', done: false, target: { type: 'hub' } })
  t.same([plan, replayed], [null, false])
  t.match((await world.request('reader', 'GET', `/v1/tenants/physics/operations/${operation.id}`)).body, operation)
})

t.test('the same idempotencyKey happens once, across GraphQL and REST; another input under it is refused', async (t) => {
  const first = (await create({ name: 'once', cluster: 'lab' }, { key: 'k1' })).body.data.hubCreate
  const again = (await create({ name: 'once', cluster: 'lab' }, { key: 'k1' })).body.data.hubCreate
  t.same(again, { ...first, replayed: true })
  const overRest = await world.request('admin', 'POST', hubs, { cluster: 'lab', name: 'once' }, { 'idempotency-key': 'k1' })
  t.equal(overRest.body.id, first.operation.id)
  t.equal(overRest.headers['idempotency-replayed'], 'true')
  t.match(problemOf(await create({ name: 'twice', cluster: 'lab' }, { key: 'k1' })), { code: 'idempotency-key-reused', status: 422 })
})

t.test('ifMatch holds a change to the revision that was read', async (t) => {
  await create({ name: 'held', cluster: 'lab' })
  t.match(problemOf(await scale('held', { ifMatch: 'r7' })), { code: 'precondition-failed', status: 412 })
  t.equal((await scale('held', { ifMatch: '"r1"' })).body.data.hubScale.operation.generation, 2)
  t.equal((await scale('held', {})).body.data.hubScale.operation.generation, 3)
})

t.test('validateOnly answers the plan and changes nothing', async (t) => {
  const tables = ['hubs', 'operations', 'revisions', 'audit', 'events', 'idempotency_records']
  const before = await Promise.all(tables.map(rows))
  const { body } = await create({ name: 'planned', cluster: 'lab' }, { validateOnly: true, key: 'k2' })
  t.match(body.data.hubCreate, { operation: null, plan: { valid: true, diff: [{ op: 'add' }], cost: { after: { currency: 'USD' } } }, replayed: false })
  t.same(await Promise.all(tables.map(rows)), before)
  t.equal((await create({ name: 'planned', cluster: 'lab' }, { key: 'k2' })).body.data.hubCreate.replayed, false, 'a plan uses up no key')
})

t.test('what is answered at once comes as result, and a new key only there', async (t) => {
  const { body } = await world.graphql('admin', 'mutation { keyCreate(tenant: "physics", input: { name: "portal", role: "reader" }) { result { id key prefix } } }')
  const { id, key, prefix } = body.data.keyCreate.result
  t.match(key, /^hf_/)
  t.ok(key.startsWith(prefix))
  t.match((await world.graphql('admin', `{ key(tenant: "physics", key: "${id}") { key } }`)).body.errors, [{ extensions: { code: 'query-invalid' } }], 'there is no such field to ask')
  const paused = await world.graphql('operator', 'mutation { hubPause(tenant: "physics", hub: "intro") { result { paused } } }')
  t.same(paused.body.data.hubPause, { result: { paused: true } })
})

t.test('null in a patch sets a field back to its default, as in REST', async (t) => {
  await create({ name: 'patched', cluster: 'lab', spec: { memory: { guarantee: '2G', limit: '4G' } } })
  const { body } = await world.graphql('operator', 'mutation { hubUpdate(tenant: "physics", hub: "patched", input: { spec: { memory: { guarantee: "3G", limit: null } } }) { operation { generation } } }')
  t.equal(body.data.hubUpdate.operation.generation, 2)
  const { memory } = (await world.request('reader', 'GET', `${hubs}/patched`)).body.spec
  t.same(memory, { guarantee: '3G' })
})

t.end()
