import t from 'tap'
import type { Privacy } from '@hubfleet/core'
import { eq, hubSamples, meterings, meteringId, needPersonKey, persons, platformScope, sessions, tenants, transaction, type Transaction } from '@hubfleet/database'
import { testDatabase } from '@hubfleet/database/testing'
import { make } from '../../../pricing/src/allocation/testing-samples.ts'
import { rollUntil, testFleet, testKeyRing } from '../rollups/testing-fleet.ts'
import { retention } from './retention.ts'
import { defaultMetering } from './settings.ts'

const database = await testDatabase(t)
const all = <T>(work: (tx: Transaction) => Promise<T>) => transaction(database, platformScope, work)
const days = ['2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02'].map((day) => new Date(`${day}T10:10:00Z`))

/** Ada works ten minutes on each of four days around the end of a month. */
async function measured() {
  const fleet = await testFleet(database, { from: new Date('2026-03-30T10:00:00Z') })
  await all(async (tx) => {
    await tx.insert(meterings).values({ id: meteringId(fleet.id), clusterId: fleet.id, tenantId: fleet.ownerId })
    await needPersonKey(tx, testKeyRing, (await tx.select().from(tenants).where(eq(tenants.id, fleet.ownerId)))[0]!)
  })
  for (const at of days) {
    const servers = [{ user: 'ada', server: '', groups: [], started: at, lastActivity: null, ready: true }]
    await fleet.sample(make.sample({ at, holdsSeconds: 600, hubs: [fleet.hubOf.owner, fleet.hubOf.guest].map((hubId) => make.hub({ hubId, servers, pods: [make.pod({ name: 'jupyter-ada', user: 'ada', server: '' })] })) }))
  }
  await rollUntil(database, new Date('2026-04-02T23:00:00Z'))
  const costs = async (level: string, tenantId = fleet.ownerId) => (await fleet.costs()).filter((row) => row.level === level && row.tenantId === tenantId)
  return {
    ...fleet, costs,
    wants: (privacy: Partial<Privacy>) => all((tx) => tx.update(tenants).set({ privacy }).where(eq(tenants.id, fleet.ownerId))),
    keep: (at: string) => retention(database, { ...defaultMetering, keepDays: 3000, keepHoursDays: 3000, keepSessionsDays: 3000 }, () => new Date(at))(),
    sum: async (level: string) => (await costs(level)).reduce((sum, { micros }) => sum + (micros ?? 0n), 0n),
    samples: async (hubId: string) => (await all((tx) => tx.select().from(hubSamples).where(eq(hubSamples.hubId, hubId)).orderBy(hubSamples.at))).map(({ at }) => at.toISOString().slice(5, 10)),
    sessions: async (hubId: string) => (await all((tx) => tx.select().from(sessions).where(eq(sessions.hubId, hubId)).orderBy(sessions.startedAt))).map(({ startedAt }) => startedAt.toISOString().slice(5, 10)),
    people: () => all((tx) => tx.select().from(persons).where(eq(persons.tenantId, fleet.ownerId))),
    row: async () => (await all((tx) => tx.select().from(tenants).where(eq(tenants.id, fleet.ownerId))))[0]!,
  }
}

t.test('a tenant that keeps less loses its own samples, sessions and hours, and no other does; what was made of them stays', async (t) => {
  const { wants, keep, samples, sessions, costs, sum, hubOf, guestId } = await measured()
  const [day, month] = [await sum('hub-day'), await sum('user-month')]
  await wants({ samplesDays: 3, sessionsDays: 2, hoursDays: 5 })
  await keep('2026-04-04T00:30:00Z')
  t.same(await samples(hubOf.owner), ['04-01', '04-02'])
  t.same(await samples(hubOf.guest), ['03-30', '03-31', '04-01', '04-02'])
  t.same(await sessions(hubOf.owner), ['04-02'])
  t.equal((await sessions(hubOf.guest)).length, 4)
  await keep('2026-04-06T00:30:00Z')
  t.same([...new Set((await costs('hub-hour')).map(({ start }) => start.toISOString().slice(5, 10)))].sort(), ['04-01', '04-02'])
  t.equal(new Set((await costs('hub-hour', guestId)).map(({ start }) => start.toISOString().slice(5, 10))).size, 4)
  t.equal(await sum('hub-day'), day)
  t.equal(await sum('user-month'), month)
})

t.test('who it was goes by whole months, and what it cost stays to the micro-dollar, also when it is computed again', async (t) => {
  const { wants, keep, costs, sum, sessions, hubOf, people, row, ownerId } = await measured()
  const before = await Promise.all(['hub-day', 'hub-month', 'tenant-day', 'tenant-month'].map(sum))
  await wants({ namesDays: 2 })
  await keep('2026-04-02T23:30:00Z')
  t.same((await row()).namesFrom, null, 'April is not over for so long, and March is: but its last day is not')
  await keep('2026-04-03T00:30:00Z')
  t.same((await row()).namesFrom, new Date('2026-04-01T00:00:00Z'))
  t.same([...new Set((await costs('user-day')).map(({ start }) => start.toISOString().slice(5, 10)))].sort(), ['04-01', '04-02'])
  t.same((await costs('user-month')).every(({ start }) => start >= new Date('2026-04-01')), true)
  t.same(await sessions(hubOf.owner), ['04-01', '04-02'])
  t.equal((await people()).length, 1, 'who is there still is known')
  await all(({ client }) => client.query(`insert into rollups_due (grain, of_id, tenant_id, start) values ('day', $1, $1, '2026-03-31T00:00:00Z'), ('month', $1, $1, '2026-03-01T00:00:00Z')`, [ownerId]))
  await rollUntil(database, new Date('2026-04-02T23:00:00Z'))
  t.same(await Promise.all(['hub-day', 'hub-month', 'tenant-day', 'tenant-month'].map(sum)), before)
  await keep('2026-05-20T00:30:00Z')
  t.ok((await costs('user-month')).length > 0, 'nothing goes while an hour of it waits')
  await all(({ client }) => client.query('delete from rollups_due'))
  await keep('2026-05-21T00:30:00Z')
  t.same(await costs('user-month'), [])
  t.same(await people(), [])
})

t.test('the installation keeps nothing longer because a tenant wants it', async (t) => {
  const { wants, sessions, hubOf } = await measured()
  await wants({ sessionsDays: 3650, samplesDays: 3650 })
  await retention(database, { ...defaultMetering, keepSessionsDays: 1 }, () => new Date('2026-04-03T09:00:00Z'))()
  t.same(await sessions(hubOf.owner), ['04-02'])
})
