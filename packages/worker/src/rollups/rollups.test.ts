import fc from 'fast-check'
import t from 'tap'
import { costComponents, nextPeriod, periodStart, type ClusterSample } from '@hubfleet/core'
import { costRollups, dayPrices, eq, platformScope, rollupsDue, rollupLevels, transaction, usageRollups } from '@hubfleet/database'
import { testDatabase } from '@hubfleet/database/testing'
import { allocate, hourlyPrices, priceBook } from '@hubfleet/pricing'
import { clusterSamples, begin, make } from '../../../pricing/src/allocation/testing-samples.ts'
import { takeDue, versionOf, type Due } from './due.ts'
import { rollUntil, testFleet, testRollups } from './testing-fleet.ts'

const at = new Date(begin)
const later = (ms: number) => new Date(begin + ms)
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
type Fleet = Awaited<ReturnType<typeof testFleet>>
type CostRow = Awaited<ReturnType<Fleet['costs']>>[number]

const sumOf = (rows: readonly Pick<CostRow, 'micros'>[]) => rows.reduce((all, { micros }) => all + (micros ?? 0n), 0n)
const plain = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}` : typeof value === 'number' ? Number(value.toFixed(6)) : value))).sort()
const ofFleet = ({ id, hubOf }: Fleet, sample: ClusterSample): ClusterSample => ({ ...sample, hubs: sample.hubs.map((hub) => ({ ...hub, hubId: ({ hub_a: hubOf.owner, hub_b: hubOf.guest } as Record<string, string>)[hub.hubId] ?? `${hub.hubId} ${id}` })) })
const server = (fleet: Fleet, over: { at: Date; user?: string; holdsSeconds?: number }): ClusterSample =>
  make.sample({ at: over.at, holdsSeconds: over.holdsSeconds ?? 3600, hubs: [make.hub({ hubId: fleet.hubOf.owner, pods: [make.pod({ user: over.user ?? 'ada' })] })] })

t.test('each level, and each period, adds up to what the whole cost, to the last micro-dollar, whosever the hubs are and whatever their clocks', async (t) => {
  const database = await testDatabase(t)
  await fc.assert(fc.asyncProperty(clusterSamples, fc.constantFrom('UTC', 'Asia/Kolkata', 'America/New_York'), fc.constantFrom('UTC', 'Asia/Kathmandu'), async (samples, ownerZone, guestZone) => {
    const fleet = await testFleet(database, { from: later(-hour), owner: { timeZone: ownerZone }, guest: { timeZone: guestZone } })
    for (const sample of samples) await fleet.sample(ofFleet(fleet, sample))
    await rollUntil(database, later(2 * hour))
    const rows = await fleet.costs()
    const sums = rollupLevels.map((level) => sumOf(rows.filter((row) => row.level === level)))
    const book = priceBook({ provider: 'gcp', region: 'us-central1' })
    const { total } = allocate({
      from: later(-hour), to: later(3 * hour), samples: samples.map((sample) => ofFleet(fleet, sample)), prices: hourlyPrices(book), sharedBy: 'server-hours', cluster: { from: at, to: null },
      hubs: Object.values(fleet.hubOf).map((hubId) => ({ hubId, tenantId: '', from: at, to: null, groupOrder: [] })), bootDisk: () => ({ storageClass: 'pd-balanced', gib: 100 }), controlPlane: { tier: 'standard', credited: false },
    })
    t.ok(sums.every((sum) => sum === total), `${sums.join()} of ${total}`)
    t.ok(rows.every(({ tenantId, hubId, component }) => tenantId === (hubId === fleet.hubOf.guest ? fleet.guestId : tenantId) && costComponents.includes(component)))
  }), { numRuns: 12 })
})

t.test('each tenant sees the costs of its hubs only; what is no hub\'s is the owner\'s', async (t) => {
  const database = await testDatabase(t)
  const fleet = await testFleet(database, { from: at })
  await fleet.sample(make.sample({ at, nodes: [make.node({}), make.node({ name: 'n2', pool: 'empty' })], hubs: [make.hub({ hubId: fleet.hubOf.owner, pods: [make.pod({})] }), make.hub({ hubId: fleet.hubOf.guest, pods: [make.pod({ name: 'b' })] })] }))
  await rollUntil(database, at)
  const seenBy = (tenantId: string) => transaction(database, tenantId, (tx) => tx.select().from(costRollups).where(eq(costRollups.level, 'hub-day')))
  t.same(new Set((await seenBy(fleet.ownerId)).map(({ hubId }) => hubId)), new Set([fleet.hubOf.owner, '']))
  t.same(new Set((await seenBy(fleet.guestId)).map(({ hubId }) => hubId)), new Set([fleet.hubOf.guest]))
})

t.test('a repeated run changes nothing, a late sample corrects, and many workers do what one does', async (t) => {
  const database = await testDatabase(t)
  const fleet = await testFleet(database, { from: at })
  await fleet.sample(server(fleet, { at, holdsSeconds: 600 }))
  await fleet.sample(server(fleet, { at: later(hour), holdsSeconds: 3600 }))
  await rollUntil(database, later(hour))
  const first = { costs: plain(await fleet.costs()), usages: plain(await fleet.usages()) }
  const gapOf = async (start: Date) => (await fleet.usages()).find((row) => row.level === 'hub-hour' && row.hubId === fleet.hubOf.owner && row.start.getTime() === start.getTime())!.gapSeconds
  t.equal(await gapOf(at), 3000)
  await fleet.mark(at)
  await rollUntil(database, later(hour))
  t.same({ costs: plain(await fleet.costs()), usages: plain(await fleet.usages()) }, first)
  await fleet.sample(server(fleet, { at: later(10 * minute), holdsSeconds: 3000 }))
  const workers = [1, 2, 3].map(() => testRollups(database, later(2 * hour)))
  await Promise.all(workers.map(({ rollups }) => rollups.rollDue()))
  t.same(workers.flatMap(({ errors }) => errors), [])
  t.equal(await gapOf(at), 0)
  const rows = await fleet.costs()
  t.same(new Set(rollupLevels.map((level) => sumOf(rows.filter((row) => row.level === level)))).size, 1)
  const servers = (level: string) => rows.filter((row) => row.level === level && row.component === 'servers' && row.user === 'ada').reduce((all, { seconds }) => all + seconds, 0)
  t.same([servers('user-hour'), servers('user-day'), servers('user-month')], [7200, 7200, 7200])
})

t.test('a late sample that reaches into the next hour corrects that too, and no hour after it is computed again', async (t) => {
  const database = await testDatabase(t)
  const fleet = await testFleet(database, { from: at })
  for (const hours of [0, 1, 2]) await fleet.sample(server(fleet, { at: later(hours * hour + 10 * minute), holdsSeconds: 3000 }))
  await rollUntil(database, later(2 * hour))
  const gaps = async () => (await fleet.usages()).filter((row) => row.level === 'hub-hour' && row.hubId === fleet.hubOf.owner).sort((a, b) => a.start.getTime() - b.start.getTime()).map(({ gapSeconds }) => gapSeconds)
  t.same(await gaps(), [600, 600, 600])
  await fleet.sample(server(fleet, { at: later(55 * minute), holdsSeconds: 900 }))
  t.equal(await rollUntil(database, later(2 * hour)), 2 + 4, 'two hours, and a day and a month of two tenants')
  t.same(await gaps(), [600, 0, 600])
})

t.test('what is added while an hour is computed makes it due again', async (t) => {
  const database = await testDatabase(t)
  const fleet = await testFleet(database, { from: at })
  await fleet.mark(at)
  const [due] = await fleet.due() as Due[]
  const version = await transaction(database, platformScope, (tx) => versionOf(tx, due!))
  await fleet.mark(at)
  t.notOk(await transaction(database, platformScope, (tx) => takeDue(tx, { ...due!, version: version! })))
  t.ok(await transaction(database, platformScope, (tx) => takeDue(tx, { ...due!, version: version! + 1 })))
})

t.test('an hour is computed when it is over, and every hour of a cluster is, seen or not: what nobody saw is a gap and costs nothing', async (t) => {
  const database = await testDatabase(t)
  const fleet = await testFleet(database, { from: at })
  await fleet.sample(server(fleet, { at, holdsSeconds: 600 }))
  t.equal(await rollUntil(database, later(-minute)), 0, 'a minute before its end')
  await rollUntil(database, later(4 * hour))
  const gaps = (await fleet.usages()).filter((row) => row.level === 'hub-hour' && row.hubId === '').sort((a, b) => a.start.getTime() - b.start.getTime()).map(({ gapSeconds }) => gapSeconds)
  t.same(gaps, [3000, 3600, 3600, 3600, 3600])
  t.match((await fleet.usages()).find((row) => row.level === 'tenant-day' && row.tenantId === fleet.ownerId), { gapSeconds: 3000 + 4 * 3600, users: 1, serverSeconds: 600 })
})

t.test('a day has the hours of its time zone, 23 or 25 where the clock is changed', async (t) => {
  for (const [date, hours] of [['2026-03-08', 23], ['2026-11-01', 25]] as const) {
    const database = await testDatabase(t) // in one, all hours from spring to autumn would be computed
    const zone = 'America/New_York'
    const start = periodStart('day', new Date(`${date}T17:00:00Z`), zone)
    const fleet = await testFleet(database, { from: start, owner: { timeZone: zone } })
    for (let begins = start.getTime() - hour; begins < start.getTime() + 27 * hour; begins += hour) await fleet.sample(server(fleet, { at: new Date(begins) }))
    await rollUntil(database, new Date(start.getTime() + 26 * hour))
    const [usage] = (await fleet.usages()).filter((row) => row.level === 'hub-day' && row.hubId === fleet.hubOf.owner && row.start.getTime() === start.getTime())
    t.match(usage, { serverSeconds: hours * 3600, gapSeconds: 0, users: 1 }, date)
    const rows = await fleet.costs()
    const within = (level: string, end: Date) => sumOf(rows.filter((row) => row.level === level && row.tenantId === fleet.ownerId && row.start >= start && row.start < end))
    t.equal(within('user-day', nextPeriod('day', start, zone)), within('user-hour', nextPeriod('day', start, zone)))
  }
})

t.test('people are counted once in a day and a month, peaks are the highest', async (t) => {
  const database = await testDatabase(t)
  const fleet = await testFleet(database, { from: at })
  for (const [index, user] of ['ada', 'bob', 'ada'].entries()) await fleet.sample(server(fleet, { at: later(index * hour), user }))
  await rollUntil(database, later(2 * hour))
  for (const level of ['hub-day', 'hub-month', 'tenant-day', 'tenant-month']) {
    t.match((await fleet.usages()).find((row) => row.level === level && row.tenantId === fleet.ownerId && (row.hubId === fleet.hubOf.owner || level.startsWith('tenant'))), { users: 2, peakServers: 1, peakNodes: 1 }, level)
  }
})

t.test('a day keeps the prices that it had', async (t) => {
  const database = await testDatabase(t)
  const fleet = await testFleet(database, { from: at })
  await transaction(database, platformScope, (tx) => tx.insert(dayPrices).values({ clusterId: fleet.id, tenantId: fleet.ownerId, day: new Date(Math.floor(begin / day) * day), prices: { 'node n2-highmem-4': 1000 } }))
  await fleet.sample(server(fleet, { at }))
  await rollUntil(database, at)
  t.equal(sumOf((await fleet.costs()).filter((row) => row.level === 'tenant-hour' && ['servers', 'idle'].includes(row.component))), 1_000_000_000n)
  const [noted] = await transaction(database, platformScope, (tx) => tx.select().from(dayPrices).where(eq(dayPrices.clusterId, fleet.id)))
  t.match(noted!.prices, { 'node n2-highmem-4': 1000, 'control-plane standard': 0.1 }, 'and notes those that it lacked')
})

t.test('what was known of single users may go: their hubs\' costs of that day can be corrected, and who came is still told', async (t) => {
  const database = await testDatabase(t)
  const fleet = await testFleet(database, { from: at })
  await fleet.sample(server(fleet, { at }))
  await rollUntil(database, at)
  const told = plain(await fleet.usages())
  await transaction(database, fleet.ownerId, async (tx) => {
    for (const level of ['user-hour', 'user-day'] as const) await tx.delete(costRollups).where(eq(costRollups.level, level))
    await tx.update(costRollups).set({ micros: 1n }).where(eq(costRollups.level, 'hub-hour'))
    await tx.insert(rollupsDue).values({ grain: 'day', ofId: fleet.ownerId, tenantId: fleet.ownerId, start: periodStart('day', at, 'UTC') })
  })
  await rollUntil(database, at)
  t.same(plain(await fleet.usages()), told)
  const days = (await fleet.costs()).filter((row) => row.level === 'hub-day' && row.tenantId === fleet.ownerId)
  t.ok(days.length > 0 && days.every(({ micros }) => micros === 1n))
})

t.test('a clock that was set to another time zone has days of the new one, and none of the old', async (t) => {
  const database = await testDatabase(t)
  const fleet = await testFleet(database, { from: at, owner: { timeZone: 'Asia/Kolkata' } })
  await fleet.sample(server(fleet, { at }))
  await transaction(database, platformScope, (tx) => tx.insert(rollupsDue).values({ grain: 'day', ofId: fleet.ownerId, tenantId: fleet.ownerId, start: periodStart('day', at, 'UTC') }))
  await transaction(database, platformScope, (tx) => tx.insert(usageRollups).values({ level: 'hub-day', tenantId: fleet.ownerId, start: periodStart('day', at, 'UTC'), clusterId: fleet.id, hubId: fleet.hubOf.owner, users: 9, peakServers: 9, peakNodes: 9, serverSeconds: 9, gapSeconds: 0 }))
  await rollUntil(database, at)
  await rollUntil(database, at)
  const days = (await fleet.usages()).filter((row) => row.level === 'hub-day' && row.tenantId === fleet.ownerId && row.hubId !== '')
  t.same(days.map(({ start, users }) => [start.toISOString(), users]), [['2026-04-30T18:30:00.000Z', 1]])
})

t.test('an hour that cannot be computed is told, stays due, and keeps nobody from the others', async (t) => {
  const database = await testDatabase(t)
  const [broken, whole] = [await testFleet(database, { from: at }), await testFleet(database, { from: at })]
  await broken.sample({ ...server(broken, { at }), nodes: [null as never] })
  await whole.sample(server(whole, { at }))
  const { rollups, errors } = testRollups(database, later(hour))
  await rollups.rollDue()
  t.equal(errors.length, 1)
  t.match((await broken.due()).filter(({ ofId }) => ofId === broken.id), [{ start: at }])
  t.ok((await whole.costs()).length > 0)
  await transaction(database, platformScope, (tx) => tx.delete(rollupsDue).where(eq(rollupsDue.ofId, broken.id)))
})
