import t from 'tap'
import { createHash } from 'node:crypto'
import { platformScope, sql, transaction } from '@hubfleet/database'
import { testWorld } from '../testing.ts'

/*
 * What a client may rely on when it changes something: once under one key, on the revision that it read, or only as a plan.
 */
const world = await testWorld(t)
const hubs = '/v1/tenants/physics/hubs'
const newHub = (name: string, headers = {}, body = {}) => world.request('admin', 'POST', hubs, { name, cluster: 'lab', ...body }, headers)
const countHubs = async () => (await world.request('reader', 'GET', `${hubs}?limit=100`)).body.items.length

/** Everything that is stored, as one hash. */
const stored = () => transaction(world.database, platformScope, async (tx) => {
  const { rows: tables } = await tx.execute<{ name: string }>(sql`select schemaname || '.' || tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1`)
  const hash = createHash('sha256')
  for (const { name } of tables) hash.update(JSON.stringify((await tx.execute(sql.raw(`select t::text from ${name} as t order by 1`))).rows))
  return hash.digest('hex')
})

t.test('ten at once with one key make one hub: each is told the same operation, or that the first still runs', async (t) => {
  const before = await countHubs()
  const answers = await Promise.all(Array.from({ length: 10 }, () => newHub('raced', { 'idempotency-key': 'race' })))
  const accepted = answers.filter(({ status }) => status === 202)
  t.ok(accepted.length >= 1)
  t.equal(new Set(accepted.map(({ body }) => body.id)).size, 1)
  for (const { status, headers, body } of answers.filter((answer) => answer.status !== 202)) t.match({ status, headers, body }, { status: 409, body: { code: 'idempotency-in-flight', retryable: true }, headers: { 'retry-after': /^\d+$/ } })
  t.equal(await countHubs(), before + 1)
})

t.test('ten at once without a key make one hub of a name', async (t) => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => newHub('named')))
  t.equal(answers.filter(({ status }) => status === 202).length, 1)
  for (const { status, body } of answers.filter((answer) => answer.status !== 202)) t.match({ status, body }, { status: 409, body: { code: 'name-taken' } })
})

t.test('ten at once want one host, and one gets it', async (t) => {
  const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => newHub(`host-${at}`, {}, { spec: { exposure: { type: 'ingress', host: 'one.example.org' } } })))
  t.equal(answers.filter(({ status }) => status === 202).length, 1)
  for (const { status, body } of answers.filter((answer) => answer.status !== 202)) t.match({ status, body }, { status: 409, body: { code: 'host-taken', errors: [{ pointer: '/spec/exposure/host' }] } })
})

t.test('a key is one caller\'s and one verb\'s: the same text used by another, or for something else, is another key', async (t) => {
  const headers = { 'idempotency-key': 'shared' }
  await newHub('shared', headers)
  const scale = (who: 'admin' | 'operator') => world.request(who, 'POST', `${hubs}/shared/scale`, { seats: 2 }, headers)
  const first = await scale('admin')
  const second = await scale('operator')
  t.equal(first.status, 202)
  t.equal(second.status, 202)
  t.not(first.body.id, second.body.id)
})

t.test('a body with its keys in another order is the same request', async (t) => {
  const headers = { 'idempotency-key': 'order' }
  const first = await world.request('admin', 'POST', hubs, '{"name":"ordered","cluster":"lab","spec":{"capacity":{"seats":1},"memory":{"limit":"4G","guarantee":"2G"}}}', headers)
  const again = await world.request('admin', 'POST', hubs, '{"spec":{"memory":{"guarantee":"2G","limit":"4G"},"capacity":{"seats":1}},"cluster":"lab","name":"ordered"}', headers)
  t.equal(again.body.id, first.body.id)
})

t.test('a refusal uses up no key: corrected, the request goes through under the same one', async (t) => {
  const headers = { 'idempotency-key': 'refused' }
  t.equal((await newHub('refused', headers, { spec: { memory: { guarantee: '1Gi' } } })).status, 400)
  t.equal((await newHub('refused', headers, { spec: { memory: { guarantee: '1G' } } })).status, 202)
})

t.test('a replay of an answer that shows a secret shows it again, and to nobody else', async (t) => {
  const headers = { 'idempotency-key': 'secret' }
  const make = () => world.request('admin', 'POST', '/v1/tenants/physics/keys', { name: 'portal', role: 'reader' }, headers)
  const first = await make()
  const again = await make()
  t.equal(first.status, 201)
  t.equal(again.status, 201)
  t.same(again.body, first.body)
  t.equal(again.headers['location'], first.headers['location'])
  const { rows } = await transaction(world.database, platformScope, (tx) => tx.execute(sql`select response::text from idempotency_records where key = 'secret'`))
  t.equal(rows.length, 1)
  t.notMatch(JSON.stringify(rows), first.body.key)
})

t.test('of ten changes to one revision, one is made', async (t) => {
  await newHub('contended')
  const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => world.request('operator', 'POST', `${hubs}/contended/scale`, { seats: at }, { 'if-match': '"r1"' })))
  t.equal(answers.filter(({ status }) => status === 202).length, 1)
  for (const { status, body } of answers.filter((answer) => answer.status !== 202)) t.match({ status, body }, { status: 412, body: { code: 'precondition-failed', params: { given: '"r1"', current: '"r2"' } } })
})

t.test('If-Match: * is met by any revision', async (t) => {
  t.equal((await world.request('operator', 'POST', `${hubs}/contended/scale`, { seats: 1 }, { 'if-match': '*' })).status, 202)
})

t.test('validateOnly stores nothing at all, wakes nobody, and refuses what the change would be refused', async (t) => {
  await newHub('planned')
  const plans: [Parameters<typeof world.request>[0], Parameters<typeof world.request>[1], string, unknown?][] = [
    ['admin', 'POST', hubs, { name: 'other', cluster: 'lab' }],
    ['operator', 'PATCH', `${hubs}/planned`, { spec: { memory: { guarantee: '4G' } } }],
    ['operator', 'POST', `${hubs}/planned/scale`, { seats: 9 }],
    ['operator', 'POST', `${hubs}/planned/stop`],
    ['operator', 'POST', `${hubs}/planned/cull`, {}],
    ['operator', 'POST', `${hubs}/planned/pause`],
    ['admin', 'DELETE', `${hubs}/planned`, { homes: 'delete' }],
    ['admin', 'POST', '/v1/tenants/physics/keys', { name: 'k', role: 'admin' }],
    ['operator', 'POST', '/v1/tenants/physics/advance', { seconds: 3600 }],
    ['platformAdmin', 'PATCH', '/v1/tenants/physics', { displayName: 'Other' }],
  ]
  await world.request('platformReader', 'GET', '/v1/tenants')
  const before = await stored()
  for (const [who, method, url, body] of plans) {
    const answer = await world.request(who, method, `${url}?validateOnly=true`, body, { 'idempotency-key': 'plan' })
    t.match(answer, { status: 200, body: { valid: true, warnings: Array, confirmations: Array } }, `${method} ${url}`)
  }
  t.match(await world.request('operator', 'POST', `${hubs}/planned/scale?validateOnly=true`, { seats: 1 }, { 'if-match': '"r9"' }), { status: 412 })
  t.match(await world.request('admin', 'POST', `${hubs}?validateOnly=true`, { name: 'planned', cluster: 'lab' }), { status: 409, body: { code: 'name-taken' } })
  t.match(await world.request('admin', 'DELETE', `${hubs}/planned?validateOnly=true`), { status: 422, body: { code: 'homes-undecided' } })
  t.equal(await stored(), before)
})

t.test('a plan tells what must be confirmed, and without it the change is refused', async (t) => {
  const spec = { access: { allowAll: true } }
  const plan = await world.request('admin', 'POST', `${hubs}?validateOnly=true`, { name: 'open', cluster: 'lab', spec })
  t.match(plan.body.confirmations, [{ confirmation: 'open-login' }])
  t.match(await newHub('open', {}, { spec }), { status: 422, body: { code: 'confirmation-required', params: { confirmation: 'open-login' } } })
  t.equal((await newHub('open', {}, { spec, confirm: ['open-login'] })).status, 202)
})

t.end()

t.test('nodes below what a pool keeps by itself save nothing, and the plan says so', async (t) => {
  await world.request('admin', 'POST', hubs, { name: 'before-class', cluster: 'lab' })
  const plan = async (pool: string, count: number) => (await world.request('operator', 'POST', `${hubs}/before-class/scale?validateOnly=true`, { nodes: { pool, count } })).body
  t.match((await plan('core', 0)).warnings.join(' '), /pool core keeps 1 node by its own minimum, billed/)
  t.notMatch((await plan('users', 0)).warnings.join(' '), /minimum/)
})
