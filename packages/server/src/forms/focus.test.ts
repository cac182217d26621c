import { parse } from 'csv-parse/sync'
import t from 'tap'
import { amountOf, microsOf } from '@hubfleet/core'
import { eq, tenants, transaction, platformScope } from '@hubfleet/database'
import { fillRollups } from '../testing-rollups.ts'
import { address, testWorld } from '../testing.ts'

const world = await testWorld(t)
const hubIds: string[] = []
for (const name of ['course', 'lab']) hubIds.push((await world.request('admin', 'POST', '/v1/tenants/physics/hubs', { name, cluster: 'lab' })).body.target.id)
const { body: { id: tenantId } } = await world.request('reader', 'GET', '/v1/tenants/physics')
const { body: { id: clusterId } } = await world.request('reader', 'GET', '/v1/tenants/physics/clusters/lab')
const zone = 'America/New_York'
await transaction(world.database, platformScope, (tx) => tx.update(tenants).set({ finance: { timeZone: zone } }).where(eq(tenants.id, tenantId)))
await fillRollups(world.database, { tenantId, clusterId, timeZone: zone, currency: 'USD', hubIds, users: 5 }, '2026-02-25', 20)

const costs = '/v1/tenants/physics/costs'
const span = 'from=2026-02-25&to=2026-03-17'
const get = (asked: string, who: keyof typeof world.keys = 'reader') => world.request(who, 'GET', `${costs}.focus.csv?${asked}`)
const rowsOf = (text: string) => parse(text, { columns: true }) as Record<string, string>[]
const sumOf = (rows: Record<string, string>[], column = 'BilledCost') => amountOf(rows.reduce((all, row) => all + microsOf(row[column]!), 0n))
const totalOf = async (asked: string, what: 'total' | 'billedTotal' = 'total') => (await world.request('reader', 'GET', `${costs}?${asked}`)).body.totals[0][what] as string

t.test('a file of charges comes to what the report says, whatever it is by', async (t) => {
  for (const asked of ['', 'every=hour', 'every=day&by=user', 'hub=course', 'component=servers&by=user', 'user=user-1', 'group=group-1', 'region=']) {
    const { status, body, headers } = await get(`${span}&${asked}&unknown=omit`)
    t.match({ status, type: headers['content-type'] }, { status: 200, type: /^text\/csv/ }, asked)
    t.equal(sumOf(rowsOf(body)), await totalOf(`${span}&${asked.replace('every=hour', '')}`), asked)
  }
})

t.test('users are told only where somebody asks for them', async (t) => {
  t.notMatch((await get(`${span}&unknown=omit`)).body, 'user-1')
  t.match((await get(`${span}&unknown=omit&by=user`)).body, '""hubfleet-user"":""user-1""')
})

t.test('days, hours and months are those of the tenant\'s clock, also on the day that has 23 hours', async (t) => {
  const fileOf = async (asked: string) => rowsOf((await get(`${asked}&unknown=omit`)).body)
  const [days, hours, months] = [await fileOf(`${span}&every=day`), await fileOf(`${span}&every=hour`), await fileOf('every=month&from=2026-02-01&to=2026-04-01')]
  const periods = (rows: typeof days) => [...new Set(rows!.map((row) => `${row['ChargePeriodStart']} ${row['ChargePeriodEnd']}`))]
  t.ok(periods(days).includes('2026-03-08T05:00:00Z 2026-03-09T04:00:00Z'))
  t.equal(periods(hours).length, 20 * 24 - 1)
  t.same(periods(months).sort(), ['2026-02-01T05:00:00Z 2026-03-01T05:00:00Z', '2026-03-01T05:00:00Z 2026-04-01T04:00:00Z'])
  t.ok(days!.every((row) => row['BillingPeriodStart'] === (row['ChargePeriodStart']! < '2026-03-01T05' ? '2026-02-01T05:00:00Z' : '2026-03-01T05:00:00Z')))
})

t.test('what no price and no bill tells is never left out unasked', async (t) => {
  t.match(await get(span), { status: 422, body: { code: 'costs-incomplete', detail: /Of [\d.]+ hours of physics .* no price is known/, nextStep: /--unknown omit/ } })
  t.match(await get(`${span}&amounts=billed`), { status: 422, body: { code: 'costs-incomplete', detail: /no bill tells/ } })
  const billed = rowsOf((await get(`${span}&amounts=billed&unknown=omit&by=user&every=hour&component=idle`)).body)
  t.ok(billed.length > 0 && billed.every((row) => row['BilledCost'] !== '' && row['ListCost'] !== ''))
})

t.test('loaded as a bill, it comes to the same, and each hub and cluster has what it had', async (t) => {
  const { body: file } = await get(`${span}&unknown=omit`)
  const response = await world.app.inject({ method: 'POST', url: '/v1/tenants/physics/bills', headers: { authorization: `Bearer ${world.keys.admin}`, 'content-type': 'application/octet-stream' }, payload: file })
  const bill = response.json()
  t.match({ status: response.statusCode, ...bill }, { status: 201, format: 'focus', currency: 'USD', unmatched: '0', amount: await totalOf(span), rows: rowsOf(file).length })
  t.ok(bill.clusters.every((part: { cluster: string }) => part.cluster === clusterId))
  const { rows } = await transaction(world.database, tenantId, ({ client }) => client.query(`select hub_id, sum(micros)::text as micros from bill_charges group by 1`))
  const { series } = (await world.request('reader', 'GET', `${costs}?${span}&by=hub`)).body
  t.strictSame(new Map(rows.map((row) => [row.hub_id, amountOf(BigInt(row.micros))])), new Map(series.map((one: { keys: { value: string | null }[]; total: string }) => [one.keys[0]!.value ?? '', one.total])))
})

t.test('what a file of charges knows nothing of is told with its place', async (t) => {
  for (const [asked, pointer] of [['top=3', '/top'], ['before=span', '/before'], ['forecast=true', '/forecast'], ['every=week', '/every'], ['every=month&from=2026-03-02', '/from'], ['from=soon', '/from'], ['amounts=some', '/amounts'], ['unknown=zero', '/unknown'], ['by=mood', '/by/0'], ['hue=red', '/hue']] as const) {
    t.match(await get(asked), { status: 400, body: { code: 'invalid-request', errors: [{ pointer }] } }, asked)
  }
  t.match(await get('hub=none'), { status: 404, body: { code: 'not-found' } })
  t.equal((await world.request('nobody', 'GET', `${costs}.focus.csv`)).status, 401)
  t.equal((await get(span, 'stranger')).status, 404)
  t.match(await get(`${span}&tenants=*`), { status: 400, body: { errors: [{ pointer: '/tenants' }] } })
})

t.test('the platform has all tenants in one file, each by its own clock', async (t) => {
  const { status, body } = await world.request('platformReader', 'GET', `/v1/tenants/platform/costs.focus.csv?${span}&tenants=*&unknown=omit`)
  t.equal(status, 200)
  t.same([...new Set(rowsOf(body).map((row) => row['BillingAccountName']))], ['physics'])
  t.equal(sumOf(rowsOf(body)), await totalOf(span))
})

t.test('readers who take nothing hold a few connections and no more, and give them back when they go', async (t) => {
  // More than what sockets take of themselves.
  const { rows: [{ id }] } = await transaction(world.database, platformScope, ({ client }) => client.query(`select id from tenants where name = 'chemistry'`))
  await fillRollups(world.database, { tenantId: id, clusterId: 'cluster_other', timeZone: 'UTC', currency: 'USD', hubIds: ['hub_other'], users: 120 }, '2026-02-25', 12)
  await world.app.listen({ port: 0, host: '127.0.0.1' })
  const leave = new AbortController()
  const ask = (signal?: AbortSignal) => fetch(`${address(world)}/v1/tenants/chemistry/costs.focus.csv?${span}&every=hour&by=user&unknown=omit`, { headers: { authorization: `Bearer ${world.keys.stranger}` }, ...(signal && { signal }) })
  const held = await Promise.all(Array.from({ length: 2 }, () => ask(leave.signal)))
  t.same(held.map(({ status }) => status), [200, 200])
  const refused = await ask()
  t.match({ status: refused.status, after: refused.headers.get('retry-after'), body: await refused.json() }, { status: 503, after: '5', body: { code: 'files-busy' } })
  leave.abort()
  let last = await ask()
  while (last.status === 503) { await last.body?.cancel(); last = await ask() }
  t.ok((await last.text()).split('\n').length > 5000)
})
