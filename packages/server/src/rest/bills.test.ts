import { gzipSync } from 'node:zlib'
import { Readable } from 'node:stream'
import t from 'tap'
import { clusters, eq, platformScope, sql, transaction } from '@hubfleet/database'
import { billLine } from '../testing-bill.ts'
import { testWorld } from '../testing.ts'

const world = await testWorld(t)
const bills = '/v1/tenants/physics/bills'
const octets = { 'content-type': 'application/octet-stream' }
const send = (content: string, query = '', who: Parameters<typeof world.request>[0] = 'admin', headers: Record<string, string> = {}) => world.request(who, 'POST', `${bills}${query}`, content, { ...octets, ...headers })
const count = (table: string) => transaction(world.database, platformScope, async (tx) => Number((await tx.execute(sql.raw(`select count(*) as rows from ${table}`))).rows[0]!['rows']))
const line = (day: number, over: Record<string, unknown> = {}) => billLine('lab', { ChargePeriodStart: `2026-05-0${day}T00:00:00Z`, ChargePeriodEnd: `2026-05-0${day}T01:00:00Z`, ...over })
const { body: lab } = await world.request('reader', 'GET', '/v1/tenants/physics/clusters/lab')
const clear = async () => { for (const { id } of (await world.request('reader', 'GET', bills)).body.items) await world.request('admin', 'DELETE', `${bills}/${id}`) }

t.test('a bill is read as it comes, whatever it is called, and tells what became of it', async (t) => {
  const content = [line(1), line(2, { BilledCost: '0.75', ChargeCategory: 'Tax' }), line(2, { BilledCost: '3', Tags: {}, ServiceName: 'Amazon Simple Storage Service', ResourceId: 'arn:aws:s3:::b' })].join('\n')
  const { status, headers, body } = await send(content)
  t.equal(status, 201, JSON.stringify(body))
  t.match(body, { format: 'focus', accounts: ['payer/account'], from: '2026-05-01', to: '2026-05-02', rows: 3, matchedRows: 2, amount: '5', matched: '2', unmatched: '3', dearestUnmatched: [{ service: 'Amazon Simple Storage Service', amount: '3' }] })
  t.match(body.clusters, [{ cluster: lab.id, name: 'lab', component: 'compute', category: 'tax', amount: '0.75' }, { component: 'compute', category: 'usage', amount: '1.25' }])
  t.match(headers['location'], `${bills}/${body.id}`)
  t.same((await world.request('reader', 'GET', `${bills}/${body.id}`)).body, { ...body, notes: [] })
  const { rows } = await transaction(world.database, platformScope, (tx) => tx.execute(sql`select to_char(start at time zone 'UTC', 'YYYY-MM-DD HH24') as start from rollups_due where grain = 'bill' and of_id = ${lab.id} order by 1`))
  t.same(rows, [{ start: '2026-05-01 00' }, { start: '2026-05-02 00' }])
  await clear()
  t.equal(await count('bill_charges'), 0)
})

t.test('packed, as CSV and in any type of body it is the same', async (t) => {
  const { statusCode, payload } = await world.app.inject({ method: 'POST', url: bills, headers: { authorization: `Bearer ${world.keys.admin}`, 'content-type': 'text/csv' }, payload: Readable.from([gzipSync(line(1))]) })
  t.equal(statusCode, 201, payload)
  await clear()
})

t.test('the same bill again, and the same call again, change nothing', async (t) => {
  const first = await send(line(1), '', 'admin', { 'idempotency-key': '"one"' })
  const replayed = await send(line(1), '', 'admin', { 'idempotency-key': '"one"' })
  t.match(replayed, { status: 201, headers: { 'idempotency-replayed': 'true' }, body: { id: first.body.id } })
  t.match((await send(line(2), '', 'admin', { 'idempotency-key': '"one"' })).body, { code: 'idempotency-key-reused' })
  const again = await send(line(1))
  t.match(again.body, { id: first.body.id, notes: [/It was loaded before/] })
  t.equal(await count('bills'), 1)
  await clear()
})

t.test('a later export of a running month replaces the earlier one wholly, and one that lacks a part of it is refused', async (t) => {
  const first = (await send(line(1))).body
  const later = await send([line(1, { BilledCost: '2' }), line(3)].join('\n'))
  t.match(later.body, { notes: [new RegExp(`It replaces ${first.id}`)], matched: '3.25' })
  t.equal((await world.request('reader', 'GET', `${bills}/${first.id}`)).status, 404)
  t.match(await send(line(1, { BilledCost: '9' })), { status: 409, body: { code: 'bill-overlaps', params: { bill: later.body.id } } })
  t.equal((await send(line(1, { SubAccountId: 'another' }))).status, 201, 'of another account')
  t.equal((await send(line(5))).status, 201, 'of other days')
  t.match(await send([line(3), line(5, { BilledCost: '9' })].join('\n')), { status: 409 })
  t.equal(await count('bills'), 3)
  await clear()
})

t.test('a bill of which nothing is the tenant\'s is refused, unless it is said whose it is; so is one with another tenant\'s cluster', async (t) => {
  const strange = line(1, { Tags: { team: 'x' } })
  t.match(await send(strange), { status: 422, body: { code: 'bill-foreign', nextStep: /cluster=NAME/ } })
  t.match(await send(strange, '?cluster=none'), { status: 404 })
  t.match(await send(strange, '?cluster=lab'), { status: 201, body: { matched: '1.25' } })
  await clear()
  const { body: { target: { id } } } = await world.request('stranger', 'POST', '/v1/tenants/chemistry/clusters', { name: 'theirs', provider: 'sandbox', pools: [{ name: 'core', purpose: 'core', machineType: 'sandbox-small', min: 1, max: 1 }] })
  t.match(await send([line(1), line(1, { Tags: { 'hubfleet-cluster': id } })].join('\n')), { status: 422, body: { code: 'bill-foreign', detail: new RegExp(id) } })
  t.match(await send([line(1), line(1, { Tags: { 'hubfleet-cluster': 'cluster_of_elsewhere' } })].join('\n')), { status: 201, body: { notes: [/1.25 USD of it is of no cluster/, /cluster_of_elsewhere/] } })
  await clear()
  t.equal(await count('bill_charges'), 0)
})

t.test('what cannot be read is told by line, and nothing of it is kept', async (t) => {
  const { status, body } = await send([line(1), line(2, { BilledCost: 'much' })].join('\n'))
  t.match({ status, body }, { status: 422, body: { code: 'bill-malformed', errors: [{ pointer: '/lines/2/BilledCost', detail: /It is "much"; an amount is/ }] } })
  t.match(await send(line(1, { BillingCurrency: 'EUR' })), { status: 422, body: { code: 'bill-currency' } })
  t.match(await send(line(1, { BillingCurrency: 'EUR' }), '?rates=EUR'), { status: 400, body: { errors: [{ pointer: '/rates/0' }] } })
  t.match(await send('a,b\n1,2\n'), { status: 422, body: { code: 'bill-unknown' } })
  t.match(await send(''), { status: 422, body: { code: 'bill-malformed' } })
  t.match(await send(line(1), '?extra=1'), { status: 400, body: { code: 'invalid-request' } })
  t.equal(await count('bills'), 0)
  t.match(await send(line(1, { BillingCurrency: 'EUR' }), '?rates=EUR%3D1.08'), { status: 201, body: { currency: 'USD', amount: '1.35' } })
  await clear()
})

t.test('a sender who goes away in the middle leaves nothing behind', async (t) => {
  await world.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = world.app.server.address() as { port: number }
  const controller = new AbortController()
  const body = new ReadableStream<Uint8Array>({
    start(to) { to.enqueue(new TextEncoder().encode(`${line(1)}\n`)) },
    pull() { controller.abort() },
  })
  await t.rejects(fetch(`http://127.0.0.1:${port}${bills}`, { method: 'POST', headers: { authorization: `Bearer ${world.keys.admin}`, ...octets }, body, duplex: 'half', signal: controller.signal } as RequestInit))
  t.equal(await count('bills'), 0)
  const refused = await fetch(`http://127.0.0.1:${port}${bills}`, { method: 'POST', headers: { authorization: `Bearer ${world.keys.admin}`, ...octets }, body: `a,b\n${'1,2\n'.repeat(2_000_000)}` })
  t.match(await refused.json(), { code: 'bill-unknown' }, 'an early refusal comes through, however much is still sent')
})

t.test('bodies of other calls are JSON still', async (t) => {
  t.match(await world.request('admin', 'POST', '/v1/tenants/physics/hubs', 'name: a', { 'content-type': 'text/yaml' }), { status: 415 })
})

t.test('a plan of it tells what it would replace, and keeps nothing', async (t) => {
  t.match(await send(line(1, { Tags: { 'eks:cluster-name': 'lab' } }), '?validateOnly=true'), { status: 200, body: { valid: true } })
  t.equal(await count('bills'), 0)
})

t.test('a cluster that is gone is known still', async (t) => {
  await transaction(world.database, platformScope, (tx) => tx.update(clusters).set({ deletedAt: new Date() }).where(eq(clusters.id, lab.id)))
  t.match(await send(line(1)), { status: 201, body: { clusters: [{ cluster: lab.id }] } })
})
