import t from 'tap'
import { platformScope, sql, transaction } from '@hubfleet/database'
import { fillRollups } from '../testing-rollups.ts'
import { testWorld } from '../testing.ts'

const world = await testWorld(t)
const update = (finance: unknown, who: 'admin' | 'operator' = 'admin', query = '') => world.request(who, 'PATCH', `/v1/tenants/physics${query}`, { finance })
const { body: { id: tenantId, finance: first } } = await world.request('reader', 'GET', '/v1/tenants/physics')
const { body: lab } = await world.request('reader', 'GET', '/v1/tenants/physics/clusters/lab')

t.test('a tenant counts by UTC until it says otherwise; its admins say what, others of its fields are for platform admins', async (t) => {
  t.same(first, { timeZone: 'UTC', sharedBy: 'server-hours', groupOrder: [], terms: [] })
  t.equal((await update({ sharedBy: 'equal' }, 'operator')).status, 403)
  t.match(await world.request('admin', 'PATCH', '/v1/tenants/physics', { displayName: 'P', finance: { sharedBy: 'equal' } }), { status: 403 })
  t.match(await update({ sharedBy: 'equal', groupOrder: ['staff'] }), { status: 200, body: { finance: { timeZone: 'UTC', sharedBy: 'equal', groupOrder: ['staff'], terms: [] } } })
  t.match(await update({ sharedBy: 'owner' }), { body: { finance: { sharedBy: 'owner', groupOrder: ['staff'] } } }, 'what is not said stays')
})

t.test('what cannot be is refused with its place and what would be right', async (t) => {
  const term = (name: string, from: string, to: string) => ({ name, from, to })
  for (const [finance, pointer, detail] of [
    [{ timeZone: 'Europe/Berln' }, '/finance/timeZone', /Europe\/Berlin/], [{ timeZone: '+02:00' }, '/finance/timeZone', /Europe\/Berlin/], [{ timeZone: 'Mars/Olympus' }, '/finance/timeZone', /no time zone/],
    [{ sharedBy: 'luck' }, '/finance/sharedBy', /./], [{ groupOrder: ['a', 'a'] }, '/finance/groupOrder', /./],
    [{ terms: [term('fall', '2026-09-01', '2026-09-01')] }, '/finance/terms/0/to', /after the last/], [{ terms: [term('fall', '2026-02-30', '2026-09-01')] }, '/finance/terms/0/from', /no day/],
    [{ terms: [term('fall', '2026-09-01', '2027-01-01'), term('spring', '2026-12-31', '2027-05-01')] }, '/finance/terms/1/from', /2027-01-01/],
    [{ terms: [term('fall', '2026-09-01', '2027-01-01'), term('fall', '2027-01-01', '2027-05-01')] }, '/finance/terms/1/name', /fall/],
    [{ zone: 'UTC' }, '/finance/zone', /./],
  ] as const) {
    const { status, body } = await update(finance)
    t.equal(status, 400, JSON.stringify(finance))
    t.match(body.errors[0], { pointer, detail }, JSON.stringify(finance))
  }
})

t.test('with another time zone all days and months that were kept are computed anew, also those that the new clock leaves', async (t) => {
  await fillRollups(world.database, { tenantId, clusterId: lab.id, timeZone: 'UTC', currency: 'USD', hubIds: ['hub_a'], users: 1 }, '2026-03-01', 40)
  const due = async () => {
    const { rows } = await transaction(world.database, platformScope, (tx) => tx.execute(sql`select grain, to_char(start at time zone 'America/New_York', 'YYYY-MM-DD HH24:MI') as start from rollups_due where of_id = ${tenantId} order by grain, start`))
    return rows as { grain: string; start: string }[]
  }
  t.match(await update({ timeZone: 'America/New_York' }, 'admin', '?validateOnly=true'), { body: { warnings: [/computed anew/] } })
  t.same(await due(), [])
  await update({ sharedBy: 'equal' })
  t.same(await due(), [], 'nothing else changes a day')
  await update({ timeZone: 'America/New_York' })
  const all = await due()
  t.ok(all.every(({ start }) => start.endsWith(' 00:00')))
  const days = all.filter(({ grain }) => grain === 'day')
  t.equal(days.length, 41)
  t.equal(days[0]!.start, '2026-02-28 00:00', 'the first day of UTC began on the day before')
  t.same(all.filter(({ grain }) => grain === 'month').map(({ start }) => start.slice(0, 7)), ['2026-02', '2026-03'])
  t.match((await world.request('reader', 'GET', '/v1/tenants/physics/costs?from=2026-03-01&to=2026-04-01')).body, { timeZone: 'America/New_York', due: 32, notes: [String, /anew/] })
  await update({ timeZone: 'America/New_York' })
  t.same(await due(), all, 'the same zone again is no change')
})

t.end()
