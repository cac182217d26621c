import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import t from 'tap'
import { Problem } from '../packages/core/src/index.ts'
import { deliveries, eq, events, idempotencyRecords, platformScope, sql, transaction, webhooks } from '../packages/database/src/index.ts'
import { Jobs, recordEvent } from '../packages/engine/src/index.ts'
import { until } from '../packages/engine/src/testing.ts'
import { outgoingGuard } from '../packages/main/src/guard.ts'
import { testWorld } from '../packages/server/src/testing.ts'
import { Worker } from '../packages/worker/src/index.ts'
import { startReceiver } from './webhook-receiver.ts'

/*
 * Events on their way to receivers, through the whole server and a worker: what is sent is what happened, signed so that another's library takes it, again until it is taken, and one
 * receiver is no other's concern. Only the clock is put forward.
 */
t.setTimeout(240_000)
const logged: string[] = []
const world = await testWorld(t, { logger: { level: 'trace', stream: { write: (line: string) => { logged.push(line) } } } })
const allowed = outgoingGuard(['127.0.0.0/8'])
let guard: typeof allowed = allowed
world.control.guard = (host, options) => guard(host, options)
const worker = new Worker({
  database: world.database, jobs: new Jobs(world.database, { worker: true }), clock: world.control.clock, keyRing: world.control.keyRing, providers: [], guard: (host, options) => guard(host, options),
  chartArchive: async () => { throw new Error('nobody asks for a chart') }, onError: (error) => { logged.push(String(error)) },
})
await worker.start()
t.teardown(() => worker.stop())
const receiver = await startReceiver(t)
const { body: { id: tenantId } } = await world.request('reader', 'GET', '/v1/tenants/physics')

const at = '/v1/tenants/physics/webhooks'
const secrets: string[] = []
const create = async (name: string, types: string[], url = `${receiver.url}/${name}`): Promise<string> => {
  const { status, body } = await world.request('admin', 'POST', at, { name, url, events: types })
  t.equal(status, 201, JSON.stringify(body))
  secrets.push(body.secret)
  return body.secret
}
const happen = (type: 'plan.ready' | 'plan.failed' = 'plan.ready', subject = 'plan_1') => transaction(world.database, platformScope, (tx) => recordEvent(tx, { tenantId, type, subject, data: { hub: null } }))
const came = (name: string, count = 1) => until(`${count} at ${name}`, () => {
  const seen = receiver.taken.filter(({ path }) => path === `/${name}`)
  return seen.length >= count ? seen : null
})
const listed = async (name: string, query = '') => (await world.request('admin', 'GET', `${at}/${name}/deliveries?limit=100${query}`)).body.items as { id: string; state: string; event: { id: string }; attempts: { status: number | null; error: string | null }[]; nextAttemptAt: string | null }[]
const settled = (name: string, state: string) => until(`${state} at ${name}`, async () => (await listed(name)).find((delivery) => delivery.state === state && delivery.attempts.length > 0))
const done = async (id: string) => until('the operation', async () => { const { body } = await world.request('reader', 'GET', `/v1/tenants/physics/operations/${id}?wait=2`); return body.done && body })
const get = async (name: string) => (await world.request('admin', 'GET', `${at}/${name}`)).body
const drop = (name: string) => world.request('admin', 'DELETE', `${at}/${name}`)

t.test('what happens is sent as it is listed, signed so that another library takes it and as the standard says, and only what was asked for', async (t) => {
  const secret = await create('portal', ['plan.ready', 'hub.*'])
  await happen('plan.failed')
  await happen('plan.ready')
  const [message] = await came('portal')
  const event = JSON.parse(message!.body)
  t.match(event, { id: /^evt_/, position: Number, type: 'plan.ready', timestamp: String, tenantId, subject: 'plan_1', hubId: null, data: { hub: null } })
  t.same(event, (await world.request('reader', 'GET', `/v1/tenants/physics/events/${event.id}`)).body)
  t.match(message!.headers, { 'content-type': 'application/json', 'webhook-id': event.id, 'webhook-timestamp': /^\d+$/, 'webhook-signature': /^v1,/ })
  t.same(new Webhook(secret).verify(message!.body, message!.headers), event)
  t.throws(() => new Webhook(secret).verify(message!.body.replace('plan_1', 'plan_2'), message!.headers), 'what was changed on its way is not taken')
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  t.equal(key.length, 32)
  t.equal(message!.headers['webhook-signature'], `v1,${createHmac('sha256', key).update(`${message!.headers['webhook-id']}.${message!.headers['webhook-timestamp']}.${message!.body}`).digest('base64')}`)
  t.match(await settled('portal', 'succeeded'), { event: { id: event.id, type: 'plan.ready' }, attempts: [{ status: 204, error: null, durationMs: Number }], nextAttemptAt: null, finishedAt: String })
  t.equal((await listed('portal')).length, 1)
  t.same(await listed('portal', '&state=failed'), [])
  await drop('portal')
})

t.test('another tenant\'s events are its own', async (t) => {
  await create('walled', ['*'])
  await world.request('stranger', 'POST', '/v1/tenants/chemistry/keys', { name: 'own', role: 'reader' })
  await happen()
  await until('its own', () => receiver.eventsAt('/walled').some(({ type }) => type === 'plan.ready'))
  const seen = receiver.eventsAt('/walled')
  t.same([...new Set(seen.map((event) => event.tenantId))], [tenantId])
  t.match(await world.request('stranger', 'GET', '/v1/tenants/chemistry/webhooks/walled'), { status: 404 })
  await drop('walled')
})

t.test('for a while two secrets sign, so that a receiver changes over when it likes; then one', async (t) => {
  const first = await create('rotated', ['plan.*'])
  const { body: { secret: second, previousSecretUntil } } = await world.request('admin', 'POST', `${at}/rotated/rotate`, { overlapSeconds: 60 })
  secrets.push(second)
  t.type(previousSecretUntil, 'string')
  await happen()
  const [both] = await came('rotated')
  for (const secret of [first, second]) t.ok(new Webhook(secret).verify(both!.body, both!.headers))
  world.advance(61_000)
  await happen()
  const [, one] = await came('rotated', 2)
  t.ok(new Webhook(second).verify(one!.body, one!.headers))
  t.throws(() => new Webhook(first).verify(one!.body, one!.headers))
  t.equal((await get('rotated')).previousSecretUntil, null)
  await drop('rotated')
})

t.test('what is not taken is sent again, with the same id and as it was, later each time, until it is', async (t) => {
  await create('shaky', ['plan.*'])
  receiver.answers((response, { path }) => { response.writeHead(path === '/shaky' && receiver.taken.filter((each) => each.path === '/shaky').length < 4 ? 500 : 200).end('nobody reads this') })
  await happen()
  await came('shaky')
  t.match(await until('the first note', async () => (await listed('shaky')).find(({ attempts }) => attempts.length === 1)), { state: 'pending', attempts: [{ status: 500, error: 'it answered 500' }] })
  t.match(await until('it is failing', async () => { const webhook = await get('shaky'); return webhook.state === 'failing' && webhook }), { failingSince: String })
  for (const [seconds, count] of [[6, 2], [340, 3], [2000, 4]] as const) {
    t.equal(receiver.eventsAt('/shaky').length, count - 1, 'not before it is time')
    world.advance(seconds * 1000)
    await came('shaky', count)
    await until('the note', async () => (await listed('shaky')).find(({ attempts }) => attempts.length === count))
  }
  const seen = await came('shaky', 4)
  t.equal(new Set(seen.map(({ headers }) => headers['webhook-id'])).size, 1)
  t.equal(new Set(seen.map(({ body }) => body)).size, 1)
  t.match(await settled('shaky', 'succeeded'), { attempts: [{ status: 500 }, { status: 500 }, { status: 500 }, { status: 200 }] })
  t.match(await until('it is well', async () => { const webhook = await get('shaky'); return webhook.state === 'enabled' && webhook }), { failingSince: null })
  await drop('shaky')
})

t.test('a receiver that asks for time gets it', async (t) => {
  await create('busy', ['plan.*'])
  receiver.answers((response) => response.writeHead(429, { 'retry-after': '600' }).end())
  const before = world.control.clock.now().getTime()
  await happen()
  const { nextAttemptAt } = await until('the note', async () => (await listed('busy')).find(({ attempts }) => attempts.length === 1))
  t.ok(Date.parse(nextAttemptAt!) >= before + 600_000, nextAttemptAt!)
  await drop('busy')
})

t.test('an address that is gone (410) is asked no more, which is told; who enables it again gets what happens then', async (t) => {
  await create('gone', ['plan.*'])
  await create('watching', ['webhook.disabled'])
  receiver.answers((response, { path }) => response.writeHead(path === '/gone' ? 410 : 200).end())
  await happen()
  await came('gone')
  t.match(await until('it is disabled', async () => { const webhook = await get('gone'); return webhook.state === 'disabled' && webhook }), { disabledReason: 'gone', disabledAt: String })
  await came('watching')
  t.match(receiver.eventsAt('/watching'), [{ type: 'webhook.disabled', data: { name: 'gone', reason: 'gone' } }])
  t.match(await settled('gone', 'failed'), { attempts: [{ status: 410 }], nextAttemptAt: null })
  const [given] = await listed('gone')
  t.match(await world.request('admin', 'POST', `${at}/gone/deliveries/${given!.id}/replay`, {}), { status: 409, body: { code: 'webhook-disabled', nextStep: /webhook update gone --enabled/ } })
  await happen()
  receiver.answers((response) => response.writeHead(200).end())
  t.match((await world.request('admin', 'PATCH', `${at}/gone`, { enabled: true })).body, { state: 'enabled', disabledReason: null })
  await happen('plan.failed')
  await came('gone', 2)
  t.equal((await listed('gone')).at(-1)!.event.id, receiver.eventsAt('/gone').at(-1).id)
  for (const name of ['gone', 'watching']) await drop(name)
})

t.test('what was given up or taken is sent again on request, with the id that it had', async (t) => {
  await create('again', ['plan.*'])
  await happen()
  const [first] = await came('again')
  const { id } = await settled('again', 'succeeded')
  t.match((await world.request('admin', 'POST', `${at}/again/deliveries/${id}/replay`, {})).body, { id, state: 'pending' })
  const [, second] = await came('again', 2)
  t.equal(second!.headers['webhook-id'], first!.headers['webhook-id'])
  t.equal(second!.body, first!.body)
  t.match(await until('both notes', async () => (await listed('again')).find(({ attempts, state }) => attempts.length === 2 && state === 'succeeded')), {})
  t.match(await world.request('admin', 'POST', `${at}/again/deliveries/none/replay`, {}), { status: 404 })
  await drop('again')
})

t.test('a test tells what the address answers, also while it is disabled, and sends no event but itself', async (t) => {
  const secret = await create('tested', ['budget.*'])
  await create('everything', ['*'])
  await world.request('admin', 'PATCH', `${at}/tested`, { enabled: false })
  const { body: { id } } = await world.request('admin', 'POST', `${at}/tested/test`, {})
  t.match(await done(id), { kind: 'webhook.test', target: { type: 'webhook' }, state: 'succeeded', result: { status: 200, durationMs: Number } })
  const [message] = await came('tested')
  t.match(JSON.parse(message!.body), { id, type: 'webhook.test', data: { by: world.keyIds.admin } })
  t.ok(new Webhook(secret).sign(id, new Date(Number(message!.headers['webhook-timestamp']) * 1000), message!.body) === message!.headers['webhook-signature'])
  receiver.answers((response) => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end())
  t.match(await done((await world.request('admin', 'POST', `${at}/tested/test`, {})).body.id), { state: 'failed', error: { code: 'webhook-test-failed', detail: /302, and redirects are not followed/ } })
  receiver.answers((response) => response.writeHead(200).end())
  await until('the end of the test is told', () => receiver.eventsAt('/everything').some((event) => event.type === 'operation.failed' && event.data.kind === 'webhook.test' && event.data.error.code === 'webhook-test-failed'))
  t.notOk(receiver.eventsAt('/everything').some((event) => event.type === 'webhook.test'))
  for (const name of ['tested', 'everything']) await drop(name)
})

t.test('a receiver that never answers, with ten thousand messages for it, delays no other', async (t) => {
  await create('slow', ['plan.failed'])
  await create('quick', ['plan.ready'])
  receiver.answers((response, { path }) => { if (path !== '/slow') response.writeHead(200).end() })
  await transaction(world.database, platformScope, async (tx) => {
    const [slow] = await tx.select().from(webhooks).where(eq(webhooks.name, 'slow'))
    await tx.execute(sql`insert into events (id, tenant_id, position, type, subject, data) select 'evt_flood' || n, ${tenantId}, nextval('event_position'), 'plan.failed', 'plan_1', '{"hub":null}' from generate_series(1, 10000) as n`)
    await tx.execute(sql`insert into deliveries (id, tenant_id, webhook_id, event_id, event_type, next_at) select 'delivery_flood' || n, ${tenantId}, ${slow!.id}, 'evt_flood' || n, 'plan.failed', now() from generate_series(1, 10000) as n`)
    await tx.update(webhooks).set({ wakeAt: world.control.clock.now() }).where(eq(webhooks.id, slow!.id))
  })
  await came('slow')
  const begun = Date.now()
  for (let count = 1; count <= 5; count++) {
    await happen()
    await came('quick', count)
  }
  const seconds = (Date.now() - begun) / 1000
  t.comment(`five events one after the other beside 10,000 that wait: ${seconds} s`)
  t.ok(seconds < 20, `${seconds} s`)
  t.ok(receiver.eventsAt('/slow').length <= 4, 'so many at a time')
  for (const name of ['slow', 'quick']) await drop(name)
})

t.test('an address that leads inside is refused when it is given, and when its name comes to lead there later', async (t) => {
  const body = (url: string) => ({ name: 'inside', url, events: ['*'] })
  for (const url of ['https://169.254.169.254/latest', 'https://10.0.0.1', 'https://[::1]/x', 'http://93.184.216.34/hook']) t.match(await world.request('admin', 'POST', at, body(url)), { status: 422, body: { code: 'address-refused' } }, url)
  for (const url of ['ftp://example.org', 'example.org', 'https://ada:secret@example.org', 'https://example.org/#x']) t.match(await world.request('admin', 'POST', at, body(url)), { status: 400, body: { errors: [{ pointer: '/url' }] } }, url)
  receiver.answers((response) => response.writeHead(200).end())
  await create('rebound', ['plan.*'], `${receiver.url.replace('127.0.0.1', 'localhost')}/rebound`)
  const asked: string[] = []
  guard = async (host) => { asked.push(host); throw new Problem('address-refused', { address: host, reason: 'a loopback address' }) }
  await happen()
  t.match(await until('the note', async () => (await listed('rebound')).find(({ attempts }) => attempts.length > 0)), { state: 'pending', attempts: [{ status: null, error: /loopback/ }] })
  guard = allowed
  t.match(asked, [/^(127\.0\.0\.1|::1)$/], 'what is judged is the very address that would be connected to')
  t.same(receiver.eventsAt('/rebound'), [])
  await drop('rebound')
})

t.test('a type that no event has is refused, with the one that may be meant', async (t) => {
  const refused = await world.request('admin', 'POST', at, { name: 'typo', url: receiver.url, events: ['hub.*', 'hub.cullled'] })
  t.match(refused, { status: 400, body: { errors: [{ pointer: '/events/1', code: 'unknown-event', detail: /hub\.culled/ }] } })
  t.match(await world.request('admin', 'POST', at, { name: 'typo', url: receiver.url, events: [] }), { status: 400 })
})

t.test('a secret is shown once: it is in no other answer, event, log or row', async (t) => {
  const secret = await create('quiet', ['plan.*'])
  const repeated = { 'idempotency-key': 'once' }
  const { body } = await world.request('admin', 'POST', `${at}/quiet/rotate`, {}, repeated)
  secrets.push(body.secret)
  t.equal((await world.request('admin', 'POST', `${at}/quiet/rotate`, {}, repeated)).body.secret, body.secret, 'but for who repeats the very call')
  t.not(body.secret, secret)
  const stored = await transaction(world.database, platformScope, async (tx) => [await tx.select().from(webhooks), await tx.select().from(events), await tx.select().from(deliveries), await tx.select().from(idempotencyRecords)])
  const told = JSON.stringify([stored, logged, await get('quiet'), (await world.request('admin', 'GET', at)).body])
  t.ok(secrets.length > 10)
  for (const each of secrets) t.notOk(told.includes(each) || told.includes(each.slice(6)))
})

t.end()
