import t from 'tap'
import { microsOf } from '@hubfleet/core'
import { eq, platformScope, tenants, transaction } from '@hubfleet/database'
import { fillSessions } from '../testing-sessions.ts'
import { testWorld } from '../testing.ts'

/*
 * A hub that was made in April for ten people, and what it cost in May: through the API, with what was expected as the hub's own revision kept it.
 */
const world = await testWorld(t)
const zone = 'America/New_York'
const { body: { id: tenantId } } = await world.request('reader', 'GET', '/v1/tenants/physics')
const { body: { id: clusterId } } = await world.request('reader', 'GET', '/v1/tenants/physics/clusters/lab')
await transaction(world.database, platformScope, (tx) => tx.update(tenants).set({ finance: { timeZone: zone } }).where(eq(tenants.id, tenantId)))
const run = (text: string, values: unknown[] = []) => transaction(world.database, platformScope, ({ client }) => client.query(text, values))
const hubId: string = (await world.request('admin', 'POST', '/v1/tenants/physics/hubs', { name: 'course', cluster: 'lab', spec: { capacity: { maxServers: 20 } } })).body.target.id
await run(`update revisions set estimate = jsonb_set(estimate, '{at}', '"2026-04-10T00:00:00.000Z"') where target_id = $1`, [hubId])
await fillSessions(world.database, { tenantId, clusterId, hubId, timeZone: zone, pool: 'users', users: 10 }, '2026-05-04', 14)

const ask = (question: Record<string, string | number>, { who = 'reader', hub = 'course', tenant = 'physics' }: { who?: 'reader' | 'stranger'; hub?: string; tenant?: string } = {}) =>
  world.request(who, 'GET', `/v1/tenants/${tenant}/hubs/${hub}/variance?${new URLSearchParams(Object.entries(question).map(([name, value]): [string, string] => [name, String(value)]))}`)
const month = async (name: string) => (await ask({ month: name })).body.items[0]
const sumOf = (reasons: { amount: string }[]) => reasons.reduce((sum, { amount }) => sum + microsOf(amount), 0n)
const amountsOf = (reasons: { name: string; amount: string }[]) => Object.fromEntries(reasons.map(({ name, amount }) => [name, microsOf(amount)]))

t.test('a month beside what was expected of it when the hub was made, with reasons that add up to the micro-dollar', async (t) => {
  const { body: { estimate } } = await world.request('reader', 'GET', '/v1/tenants/physics/hubs/course/cost')
  const may = await month('2026-05')
  t.match(may, { estimatedAt: '2026-04-10T00:00:00.000Z', kept: true, actual: '11.7', basis: 'measured', incomplete: [] })
  // May has 744 hours, a month of an estimate 730
  t.ok(Math.abs(Number(may.estimate) - Number(estimate.monthly.expected.amount) * 744 / 730) < 1e-4, `${may.estimate}`)
  t.equal(microsOf(may.difference), microsOf(may.actual) - microsOf(may.estimate))
  t.equal(sumOf(may.reasons), microsOf(may.difference))
  const { users, hours, unseen, ...more } = Object.fromEntries(may.reasons.map((reason: { name: string }) => [reason.name, reason]))
  t.match(users, { was: 20, is: 10, amount: /^-/, words: '10 people had a server; expected were 20.' })
  t.match(unseen, { was: 336, is: 330 })
  t.equal(hours.is, 42, 'fourteen days of three hours')
  t.match([more['packing'], more['node-price'], more['homes']], [{ is: 10, words: /^A node had 10 GiB of servers on it/ }, { is: 0.2 }, { was: 20, is: 10 }])
  t.ok(more['part-of-month'] && more['cluster'])
  t.match(may.words, /^2026-05: 11\.70 USD measured, [\d.]+ estimated: [\d.]+ less, mostly /)
})

t.test('what was billed is told apart from what was measured, once a bill tells of all of it', async (t) => {
  await run(`update cost_rollups set billed_micros = micros * 9 / 10 where hub_id = $1`, [hubId])
  const may = await month('2026-05')
  t.match(may, { actual: '10.53', basis: 'billed' })
  t.equal(amountsOf(may.reasons)['bill'], -1_170_000n)
  t.equal(sumOf(may.reasons), microsOf(may.difference))
})

t.test('a change within the month has its own part', async (t) => {
  await world.request('operator', 'PATCH', '/v1/tenants/physics/hubs/course', { spec: { capacity: { maxServers: 40 } } })
  await run(`update revisions set estimate = jsonb_set(estimate, '{at}', '"2026-05-11T04:00:00.000Z"') where target_id = $1 and generation = 2`, [hubId])
  const may = await month('2026-05')
  t.ok(amountsOf(may.reasons)['changes']! > 0n)
  t.equal(sumOf(may.reasons), microsOf(may.difference))
  t.equal(may.estimatedAt, '2026-04-10T00:00:00.000Z')
})

t.test('several months come in the order of time; one that was not measured has its estimate, and one from before the hub has nothing', async (t) => {
  const { body: { items } } = await ask({ month: '2026-06', months: 4 })
  t.match(items, [
    { month: '2026-03', estimate: null, actual: null, words: '2026-03: nothing of it was measured.' }, { month: '2026-04', estimate: /\d/, actual: null, reasons: [] },
    { month: '2026-05', actual: /\d/ }, { month: '2026-06', estimate: /\d/, actual: null, difference: null },
  ])
})

t.test('an estimate that was not kept is reckoned now, and it is said', async (t) => {
  await run(`update revisions set estimate = null, created_at = '2026-04-10' where target_id = $1 and generation = 1`, [hubId])
  const may = await month('2026-05')
  t.equal(may.kept, false)
  t.equal(sumOf(may.reasons), microsOf(may.difference))
})

t.test('while something is being computed nothing is made of it', async (t) => {
  await run(`insert into rollups_due (grain, of_id, tenant_id, start) values ('month', $1, $1, '2026-05-01T04:00Z')`, [tenantId])
  t.match(await month('2026-05'), { actual: null, difference: null, reasons: [], words: '2026-05: it is being computed.' })
  await run(`delete from rollups_due where of_id = $1`, [tenantId])
  await run(`insert into rollups_due (grain, of_id, tenant_id, start) values ('hour', $1, $2, '2026-05-18T04:00Z')`, [clusterId, tenantId])
  t.match(await month('2026-05'), { actual: /\d/ }, 'the hour after the last that is known is due always')
})

t.test('what is asked wrongly is told, and another tenant\'s hub is as one that is not there', async (t) => {
  t.match([(await ask({ month: '2026-5' })).status, (await ask({ months: 25 })).status], [400, 400])
  const [theirs, none] = await Promise.all([ask({}, { who: 'stranger', tenant: 'chemistry', hub: hubId }), ask({}, { who: 'stranger', tenant: 'chemistry', hub: 'hub_01k9zzzzzzzzzzzzzzzzzzzzzz' })])
  t.same([theirs.status, theirs.body.code, none.status, none.body.code], [404, 'not-found', 404, 'not-found'])
})

t.test('over GraphQL it is the same', async (t) => {
  const { body } = await world.graphql('reader', '{ hubVariance(tenant: "physics", hub: "course", month: "2026-05") { items { actual reasons { name amount } } } }')
  const { actual, reasons } = await month('2026-05')
  t.same(body.data.hubVariance.items, [{ actual, reasons: reasons.map(({ name, amount }: { name: string; amount: string }) => ({ name, amount })) }])
})
