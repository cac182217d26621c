import t from 'tap'
import { fillRollups } from '../testing-rollups.ts'
import { testWorld } from '../testing.ts'

const world = await testWorld(t)
const { body: { target: { id: hub } } } = await world.request('admin', 'POST', '/v1/tenants/physics/hubs', { name: 'course', cluster: 'lab' })
const { body: { id: tenantId } } = await world.request('reader', 'GET', '/v1/tenants/physics')
const { body: { id: clusterId } } = await world.request('reader', 'GET', '/v1/tenants/physics/clusters/lab')
await fillRollups(world.database, { tenantId, clusterId, timeZone: 'UTC', currency: 'USD', hubIds: [hub], users: 3 }, '2026-03-01', 5)

const span = 'by=hub&every=day&from=2026-03-01&to=2026-03-06'
const get = (address: string, key: string = world.keys.reader) => world.app.inject({ url: address, headers: key ? { authorization: `Bearer ${key}` } : {} })
const costs = '/v1/tenants/physics/costs'

t.test('a report is had as a drawing that names what it shows and holds no script', async (t) => {
  const { statusCode, headers, body } = await get(`${costs}.svg?${span}`)
  t.match({ statusCode, type: headers['content-type'] }, { statusCode: 200, type: 'image/svg+xml' })
  for (const text of ['Cost by hub', 'USD', 'course', '2026-03-01']) t.match(body, text)
  t.notMatch(body, /<script|href=/)
  t.not((await get(`${costs}.svg?${span}&measure=users`)).body, body, 'another measure is another picture')
  t.match((await get(`${costs}.svg?${span}&theme=dark&width=400&height=300`)).body, /<svg width="400" height="300"/)
})

t.test('a PNG has twice the pixels that were asked for', async (t) => {
  const { rawPayload, headers } = await get(`${costs}.png?${span}&width=300&height=200`)
  t.equal(headers['content-type'], 'image/png')
  t.same([rawPayload.subarray(1, 4).toString(), rawPayload.readUInt32BE(16), rawPayload.readUInt32BE(20)], ['PNG', 600, 400])
})

t.test('a report is had as a table: a row for each period of each series, and what is not known an empty cell', async (t) => {
  const { statusCode, headers, body } = await get(`${costs}.csv?by=hub&by=component&every=day&from=2026-03-01&to=2026-03-06`)
  t.match({ statusCode, type: headers['content-type'] }, { statusCode: 200, type: /^text\/csv/ })
  const [head, ...rows] = body.trimEnd().split('\r\n').map((line) => line.split(','))
  t.same(head, ['period', 'from', 'to', 'hub', 'hubId', 'component', 'rest', 'currency', 'amount', 'billed', 'hours', 'coreHours', 'gibHours'])
  const { series, periods } = (await get(`${costs}?by=hub&by=component&every=day&from=2026-03-01&to=2026-03-06`)).json()
  t.equal(rows.length, series.length * periods.length)
  t.same(rows.map((row) => row[8]), series.flatMap(({ amounts }: { amounts: (string | null)[] }) => amounts.map((amount) => amount ?? '')))
  t.ok(rows.some((row) => row[3] === 'course' && row[4] === hub && row[5] === 'servers'))
})

t.test('what cannot be drawn is told with its place, whether of the picture or of the report', async (t) => {
  for (const [asked, pointer] of [['width=1', '/width'], ['height=99999', '/height'], ['theme=pink', '/theme'], ['measure=joy', '/measure'], ['by=mood', '/by/0'], ['colour=red', '/colour'], ['from=soon', '/from']] as const) {
    const answer = await get(`${costs}.svg?${asked}`)
    t.match({ status: answer.statusCode, ...answer.json() }, { status: 400, code: 'invalid-request', errors: [{ pointer }] }, asked)
  }
})

t.test('a picture is for whom the report is for', async (t) => {
  t.equal((await get(`${costs}.svg`, '')).statusCode, 401)
  t.equal((await get(`${costs}.svg`, world.keys.stranger)).statusCode, 404)
  t.equal((await get(`${costs}.gif`)).statusCode, 404)
})
