import fc from 'fast-check'
import t from 'tap'
import { billedComponents, measuredOf, newId, type BilledComponent } from '@hubfleet/core'
import { billCharges, billedDays, bills, eq, platformScope, sql, transaction, type Database } from '@hubfleet/database'
import { testDatabase } from '@hubfleet/database/testing'
import { make } from '../../../pricing/src/allocation/testing-samples.ts'
import { rollUntil, testFleet } from './testing-fleet.ts'

/*
 * What a bill says of a day against the finest rollups, by sums that are written here.
 */
const hour = 3_600_000
const start = new Date('2026-05-01T00:00:00Z')
const at = (hours: number) => new Date(start.getTime() + hours * hour)

type Fleet = Awaited<ReturnType<typeof testFleet>>
interface Said { component: BilledComponent; hubId?: string; micros: bigint; category?: 'usage' | 'credit' | 'tax' }

/** As `bill create` stores one, whole and with the day that is due. */
async function bill(database: Database, fleet: Fleet, charges: readonly Said[], day = '2026-05-01'): Promise<string> {
  const id = newId('bill')
  await transaction(database, platformScope, async (tx) => {
    await tx.delete(bills).where(eq(bills.tenantId, fleet.ownerId))
    await tx.insert(bills).values({ id, tenantId: fleet.ownerId, createdAt: start, digest: id, format: 'focus', accounts: ['a/b'], from: day, to: day, currency: 'USD', rows: 1, matchedRows: 1, micros: 0n, unmatchedMicros: 0n, unmatched: [] })
    for (const { component, hubId = '', micros, category = 'usage' } of charges) {
      await tx.insert(billCharges).values({ billId: id, tenantId: fleet.ownerId, clusterId: fleet.id, day, hubId, component, category, micros }).onConflictDoUpdate({ target: [billCharges.billId, billCharges.clusterId, billCharges.day, billCharges.hubId, billCharges.component, billCharges.category], set: { micros: sql`${billCharges.micros} + excluded.micros` } })
    }
  })
  await mark(database, fleet)
  return id
}

const mark = (database: Database, fleet: Fleet) => transaction(database, platformScope, (tx) => tx.execute(sql`insert into rollups_due (grain, of_id, tenant_id, start) values ('bill', ${fleet.id}, ${fleet.ownerId}, ${start}) on conflict (grain, of_id, start) do update set version = rollups_due.version + 1`))

/** Two hubs of two tenants, a person in each, a node, a home and a balancer, in the first three hours of a day. */
async function measured(t: Parameters<typeof testDatabase>[0], zone = 'UTC') {
  const database = await testDatabase(t)
  const fleet = await testFleet(database, { from: start, owner: { timeZone: zone } })
  for (const hours of [0, 1, 2]) await fleet.sample(make.sample({
    at: at(hours), nodes: [make.node({})],
    hubs: [
      make.hub({ hubId: fleet.hubOf.owner, pods: [make.pod({})], claims: [{ name: 'claim-ada', kind: 'home', user: 'ada', gib: 10, storageClass: 'premium-rwo' }], loadBalancers: 1 }),
      make.hub({ hubId: fleet.hubOf.guest, pods: [make.pod({ name: 'jupyter-bob', user: 'bob', cpu: 2 })] }),
    ],
  }))
  await rollUntil(database, at(3))
  return { database, fleet }
}

const sum = (values: readonly (bigint | null)[]): bigint => values.reduce<bigint>((all, value) => all + (value ?? 0n), 0n)
const levelsOf = ['user', 'hub', 'tenant'].flatMap((whose) => ['hour', 'day', 'month'].map((grain) => `${whose}-${grain}`))

t.test('every level has all that was billed, to the micro, whatever it is for and however it falls', async (t) => {
  const { database, fleet } = await measured(t)
  const said = fc.record({ component: fc.constantFrom(...billedComponents), hubId: fc.constantFrom('', fleet.hubOf.owner, fleet.hubOf.guest), micros: fc.bigInt(-(10n ** 9n), 10n ** 12n), category: fc.constantFrom('usage' as const, 'credit' as const, 'tax' as const) })
  await fc.assert(fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 8 }), async (charges) => {
    await bill(database, fleet, charges)
    await rollUntil(database, at(3))
    const rows = await fleet.costs()
    const whole = sum(charges.map(({ micros }) => micros))
    // Hours 4 to 24 are not over: months and days have all of the rest, which is spread over the day.
    for (const level of levelsOf) t.equal(sum(rows.filter((row) => row.level === level).map(({ billedMicros }) => billedMicros)), whole, level)
    const reconciled = await transaction(database, platformScope, (tx) => tx.select().from(billedDays).where(eq(billedDays.clusterId, fleet.id)))
    t.equal(sum(reconciled.map(({ billedMicros }) => billedMicros)), whole)
    t.equal(sum(reconciled.map(({ measuredMicros }) => measuredMicros)), sum(rows.filter(({ level }) => level === 'tenant-hour').map(({ micros }) => micros)))
  }), { numRuns: 15 })
})

t.test('an amount goes to those who cost it, by what they cost; a hub\'s own to that hub; what nothing explains stands by itself', async (t) => {
  const { database, fleet } = await measured(t)
  const before = await fleet.costs()
  const compute = before.filter(({ level, component }) => level === 'user-hour' && (measuredOf.compute as readonly string[]).includes(component))
  const cost = sum(compute.map(({ micros }) => micros))
  await bill(database, fleet, [{ component: 'compute', micros: cost * 2n }, { component: 'storage', hubId: fleet.hubOf.owner, micros: 500n }, { component: 'network', micros: 700n }])
  await rollUntil(database, at(3))
  const after = await fleet.costs()
  for (const row of after.filter(({ level, component }) => level === 'user-hour' && (measuredOf.compute as readonly string[]).includes(component))) t.ok(Math.abs(Number(row.billedMicros! - row.micros! * 2n)) <= 1, `${row.component} ${row.user}`)
  const users = after.filter(({ level }) => level === 'user-hour')
  t.equal(sum(users.filter(({ component }) => (measuredOf.storage as readonly string[]).includes(component)).map(({ billedMicros }) => billedMicros)), 500n)
  t.ok(users.filter(({ component, hubId }) => (measuredOf.storage as readonly string[]).includes(component) && hubId !== fleet.hubOf.owner).every(({ billedMicros }) => billedMicros === 0n))
  const rest = users.filter(({ component }) => component === 'unallocated')
  t.match(rest, Array.from({ length: 24 }, () => ({ micros: null, hubId: '', tenantId: fleet.ownerId })))
  t.equal(sum(rest.map(({ billedMicros }) => billedMicros)), 700n)
  t.ok(users.filter(({ component }) => component === 'load-balancers').every(({ billedMicros, micros }) => billedMicros === 0n && micros! > 0n), 'what the bill has nothing of was billed nothing')
})

t.test('a late sample has the bill divided anew, and a bill that goes leaves nothing behind', async (t) => {
  const { database, fleet } = await measured(t)
  const id = await bill(database, fleet, [{ component: 'compute', micros: 1_000_001n }, { component: 'other', micros: 7n }])
  await rollUntil(database, at(3))
  await fleet.sample(make.sample({ at: new Date(at(1).getTime() + hour / 2), hubs: [make.hub({ hubId: fleet.hubOf.guest, pods: [make.pod({ cpu: 3, user: 'eve' })] })] }))
  await rollUntil(database, at(3))
  const rows = await fleet.costs()
  for (const level of levelsOf) t.equal(sum(rows.filter((row) => row.level === level).map(({ billedMicros }) => billedMicros)), 1_000_008n, level)
  t.ok(rows.some(({ level, user, billedMicros }) => level === 'user-day' && user === 'eve' && billedMicros! > 0n))
  await transaction(database, platformScope, (tx) => tx.delete(bills).where(eq(bills.id, id)))
  await mark(database, fleet)
  await rollUntil(database, at(3))
  const left = await fleet.costs()
  t.ok(left.length > 0 && left.every(({ billedMicros, component }) => billedMicros === null && component !== 'unallocated'))
})

t.test('a day of another clock has of a bill what its hours have, also where it has 23', async (t) => {
  const { database, fleet } = await measured(t, 'America/New_York')
  await bill(database, fleet, [{ component: 'network', micros: 2400n }])
  await rollUntil(database, at(3))
  const days = (await fleet.costs()).filter(({ level, component }) => level === 'tenant-day' && component === 'unallocated').sort((a, b) => a.start.getTime() - b.start.getTime())
  t.same(days.map(({ start: begin, billedMicros }) => [begin.toISOString(), billedMicros]), [['2026-04-30T04:00:00.000Z', 400n], ['2026-05-01T04:00:00.000Z', 2000n]])
})

t.test('where single users were erased, a bill does not make it look as if they were there', async (t) => {
  const { database, fleet } = await measured(t)
  await transaction(database, platformScope, (tx) => tx.execute(sql`delete from cost_rollups where level in ('user-hour', 'user-day') and cluster_id = ${fleet.id}`))
  const hubDays = (rows: Awaited<ReturnType<Fleet['costs']>>) => sum(rows.filter(({ level }) => level === 'hub-day').map(({ micros }) => micros))
  const before = hubDays(await fleet.costs())
  await bill(database, fleet, [{ component: 'compute', micros: 1234n }, { component: 'network', micros: 5n }])
  await rollUntil(database, at(3))
  const rows = await fleet.costs()
  t.equal(hubDays(rows), before)
  for (const level of ['hub-hour', 'hub-day', 'tenant-day', 'hub-month', 'tenant-month']) t.equal(sum(rows.filter((row) => row.level === level).map(({ billedMicros }) => billedMicros)), 1239n, level)
  t.same(rows.filter(({ level }) => level === 'user-hour'), [])
})
