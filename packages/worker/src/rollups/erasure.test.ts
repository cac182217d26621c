import t from 'tap'
import { needPersonKey, newTombstone, persons, platformScope, pseudonymOf, sessions, tenants, transaction, eq, sql, type Transaction } from '@hubfleet/database'
import { testDatabase } from '@hubfleet/database/testing'
import { begin, make } from '../../../pricing/src/allocation/testing-samples.ts'
import { writeSamples } from '../metering/write-samples.ts'
import { rollUntil, testFleet, testKeyRing } from './testing-fleet.ts'

const database = await testDatabase(t)
const all = <T>(work: (tx: Transaction) => Promise<T>) => transaction(database, platformScope, work)
const at = (minutes: number) => new Date(begin + minutes * 60_000)
const look = (hubId: string, minutes: number, users: string[]) => make.sample({ at: at(minutes), holdsSeconds: 1200, hubs: [make.hub({
  hubId, servers: users.map((user) => ({ user, server: '', groups: [], started: at(0), lastActivity: null, ready: true })), pods: users.map((user) => make.pod({ name: `jupyter-${user}`, user, server: '' })),
})] })

t.test('who has a pseudonym is known with the hour that tells of them', async (t) => {
  const fleet = await testFleet(database, { from: at(0) })
  const key = await all(async (tx) => needPersonKey(tx, testKeyRing, (await tx.select().from(tenants).where(eq(tenants.id, fleet.ownerId)))[0]!))
  await fleet.sample(look(fleet.hubOf.owner, 10, ['ada', 'bob']))
  await rollUntil(database, at(0))
  t.same((await all((tx) => tx.select().from(persons).where(eq(persons.tenantId, fleet.ownerId)))).map(({ name, pseudonym }) => [name, pseudonym]).sort(), ['ada', 'bob'].map((name) => [name, pseudonymOf(key, name)]))
})

t.test('samples that come after somebody was erased bring no name back, late ones neither, and cost what they would', async (t) => {
  const [fleet, other] = [await testFleet(database, { from: at(0) }), await testFleet(database, { from: at(0) })]
  const tombstone = newTombstone()
  await all(async (tx) => {
    const key = await needPersonKey(tx, testKeyRing, (await tx.select().from(tenants).where(eq(tenants.id, fleet.ownerId)))[0]!)
    await tx.insert(persons).values({ tenantId: fleet.ownerId, pseudonym: pseudonymOf(key, 'ada'), tombstone, erasedAt: at(0), seenAt: at(0) })
  })
  for (const { id, ownerId, guestId, hubOf, mark } of [fleet, other]) {
    const hubs = [{ id: hubOf.owner, tenantId: ownerId }, { id: hubOf.guest, tenantId: guestId }]
    await all((tx) => writeSamples(tx, testKeyRing, { cluster: { id, tenantId: ownerId }, hubs }, [look(hubOf.owner, 20, ['ada', 'bob']), look(hubOf.owner, 40, ['ada'])]))
    await mark(at(0))
  }
  await rollUntil(database, at(0))
  const costs = async ({ costs, ownerId }: typeof fleet) => (await costs()).filter(({ tenantId }) => tenantId === ownerId).map(({ level, component, user, micros, seconds }) => [level, component, user, micros, seconds].join(' '))
  const told = await costs(fleet)
  t.ok(told.some((row) => row.includes(tombstone)))
  t.same(told.map((row) => row.replace(tombstone, 'ada')).sort(), (await costs(other)).sort())
  t.same((await all((tx) => tx.select().from(sessions).where(eq(sessions.hubId, fleet.hubOf.owner)))).map(({ user }) => user).sort(), ['bob', tombstone].sort())
  const { rows } = await all((tx) => tx.execute<{ text: string }>(sql`select sample::text as text from hub_samples where hub_id = ${fleet.hubOf.owner}`))
  t.equal(rows.length, 2)
  t.notMatch(rows.map(({ text }) => text).join(), 'ada')
  t.same((await all((tx) => tx.select().from(persons).where(eq(persons.tenantId, fleet.ownerId)))).map(({ name }) => name).sort(), ['bob', null].sort())
})
