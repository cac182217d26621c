import t from 'tap'
import { newId } from '@hubfleet/core'
import { clusters, eq, platformScope, sql, tenants, transaction } from '@hubfleet/database'
import { fillRollups } from '../testing-rollups.ts'
import { testWorld } from '../testing.ts'

/*
 * Prices that have grown old are told wherever somebody reads an amount that was reckoned by them, with what to do; and days on which clocks change have 23 or 25 hours in reports.
 */
const world = await testWorld(t)
const tenant = '/v1/tenants/physics'
const { body: { id: tenantId } } = await world.request('reader', 'GET', tenant)
const clusterId = newId('cluster')
const group = { machineType: 'n2-standard-16', nodes: 4, cpu: 15.5, memoryBytes: 60 * 2 ** 30, pods: 110, extra: {}, volumes: {}, labels: {}, taints: [], daemons: { cpu: 0.5, memoryBytes: 2 ** 30, pods: 6 } }
await transaction(world.database, platformScope, async (tx) => {
  await tx.update(tenants).set({ finance: { timeZone: 'America/New_York' } }).where(eq(tenants.id, tenantId))
  await tx.insert(clusters).values({ id: clusterId, tenantId, name: 'rented', provider: 'kubernetes', managed: false, state: 'ready', spec: { provider: 'kubernetes' }, status: { cloud: { provider: 'gcp', region: 'us-central1' }, nodeGroups: [group] } })
})
const hub = { name: 'course', cluster: 'rented', spec: { capacity: { maxServers: 20 } } }
const hubId = (await world.request('admin', 'POST', `${tenant}/hubs`, hub)).body.target.id
await fillRollups(world.database, { tenantId, clusterId, timeZone: 'America/New_York', currency: 'USD', hubIds: [hubId], users: 2 }, '2026-03-06', 5)
const setTo = (at: string) => world.advance(Date.parse(at) - world.control.clock.now().getTime())

const told = /The prices of gcp are of 2026-08-03, 2\d\d days old; .*hubfleet catalogue refresh gcp/
const says = (texts: string[]) => texts.some((text) => told.test(text))
const estimate = async () => (await world.request('reader', 'POST', '/v1/estimates', { provider: 'gcp', region: 'us-central1', users: [{ count: 10, memoryGuaranteeGiB: 1 }], userPools: [{ machine: 'n1-highmem-4' }] })).body
const plan = async () => (await world.request('admin', 'POST', `${tenant}/hubs?validateOnly=true`, { ...hub, name: 'other' })).body
const cost = async () => (await world.request('reader', 'GET', `${tenant}/hubs/${hubId}/cost`)).body
const report = async (question: string) => (await world.request('reader', 'GET', `${tenant}/costs?${question}`)).body

t.test('after 180 days prices are told to be old in estimates, plans, costs of hubs and reports, with the next step; before, nowhere', async (t) => {
  const all = async () => [says((await estimate()).warnings), says((await plan()).warnings), says((await cost()).estimate.warnings), says((await report('from=2026-03-06&to=2026-03-11')).notes)]
  setTo('2027-01-20T00:00:00Z')
  t.same(await all(), [false, false, false, false])
  setTo('2027-03-01T00:00:00Z')
  t.same(await all(), [true, true, true, true])
  t.notOk(says((await world.request('admin', 'POST', `${tenant}/hubs?validateOnly=true`, { ...hub, name: 'other', cluster: 'lab' })).body.warnings), 'the sandbox has other prices')
})

t.test('a report by hours has 23 on the day on which clocks go forward, and its days add up to the same', async (t) => {
  const hours = await report('from=2026-03-08&to=2026-03-09&every=hour')
  t.equal(hours.periods.length, 23)
  const [day] = (await report('from=2026-03-08&to=2026-03-09&every=day')).totals
  const sum = hours.totals[0].amounts.reduce((all: number, amount: string | null) => all + Math.round(Number(amount ?? 0) * 1e6), 0)
  t.equal(sum, Math.round(Number(day.total) * 1e6))
  t.equal((await report('from=2026-11-01&to=2026-11-02&every=hour')).periods.length, 25)
  t.equal((await report('from=2026-03-07&to=2026-03-08&every=hour')).periods.length, 24)
})

t.test('a report never adds two currencies', async (t) => {
  await transaction(world.database, platformScope, (tx) => tx.execute(sql`update cost_rollups set currency = 'EUR' where tenant_id = ${tenantId} and component = 'control-plane'`))
  const { totals, notes } = await report('from=2026-03-06&to=2026-03-11')
  t.same(totals.map(({ currency }: { currency: string }) => currency), ['EUR', 'USD'])
  t.ok(notes.some((note: string) => /EUR and USD, which are not added/.test(note)))
})
