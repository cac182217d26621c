import fc from 'fast-check'
import t from 'tap'
import type { ClusterSample, ServerSample } from '@hubfleet/core'
import { eq, platformScope, sessions, transaction } from '@hubfleet/database'
import { testDatabase } from '@hubfleet/database/testing'
import { begin, make } from '../../../pricing/src/allocation/testing-samples.ts'
import { rollUntil, testFleet } from './testing-fleet.ts'

const database = await testDatabase(t)
const minute = 60_000
const at = (minutes: number) => new Date(begin + minutes * minute)
type Fleet = Awaited<ReturnType<typeof testFleet>>

const stored = ({ hubOf }: Fleet) => transaction(database, platformScope, (tx) => tx.select().from(sessions).where(eq(sessions.hubId, hubOf.owner)).orderBy(sessions.user, sessions.startedAt))
/** Minutes since the beginning, by which the tests count. */
const minutesOf = (moments: string): number[][] => [...moments.matchAll(/\["?([^",]+)"?,"?([^")]+)"?\)/g)].map(([, from, until]) => [from!, until!].map((text) => (Date.parse(text) - begin) / minute))
const told = async (fleet: Fleet) => (await stored(fleet)).map(({ user, server, seen, active, endedAt, cpu, pool, startedAt }) => ({
  user, server, started: (startedAt.getTime() - begin) / minute, seen: minutesOf(seen), active: minutesOf(active), ended: endedAt && (endedAt.getTime() - begin) / minute, cpu, pool,
}))

const running = (user: string, started: number, lastActivity: number | null = null): ServerSample => ({ user, server: '', groups: [], started: at(started), lastActivity: lastActivity === null ? null : at(lastActivity), ready: true })
/** A look that holds for twenty minutes; `null`: the hub did not answer. */
const look = ({ hubOf }: Fleet, minutes: number, servers: ServerSample[] | null): ClusterSample => make.sample({
  at: at(minutes), holdsSeconds: 1200, hubs: [make.hub({ hubId: hubOf.owner, servers, pods: (servers ?? []).map(({ user }) => make.pod({ name: user, user, server: '' })) })],
})
const until = (minutes: number) => rollUntil(database, at(Math.ceil(minutes / 60) * 60 - 60))

t.test('a life of a server is one session, over hours, with what it reserved, where it ran, when it was used, and when it was found gone', async (t) => {
  const fleet = await testFleet(database, { from: at(0) })
  for (const [minutes, active] of [[45, 44], [55, 54], [60, 59], [70, 65], [80, 65]] as const) await fleet.sample(look(fleet, minutes, [running('ada', 42, active)]))
  await fleet.sample(look(fleet, 90, []))
  await until(120)
  t.same(await told(fleet), [{ user: 'ada', server: '', started: 42, seen: [[45, 90]], active: [[42, 44], [45, 54], [55, 59], [60, 65]], ended: 90, cpu: 1, pool: 'users' }])
})

t.test('a life that ends where an hour does is told to have ended by the first look of the next', async (t) => {
  const fleet = await testFleet(database, { from: at(0) })
  await fleet.sample(look(fleet, 40, [running('ada', 30)]))
  await fleet.sample(look(fleet, 60, []))
  await until(120)
  t.match(await told(fleet), [{ seen: [[40, 60]], ended: 60 }])
})

t.test('a gap is a hole in what was seen, and who ended in one has no end', async (t) => {
  const fleet = await testFleet(database, { from: at(0) })
  await fleet.sample(look(fleet, 10, [running('ada', 0, 9), running('bob', 0)]))
  await fleet.sample(look(fleet, 20, null))
  await fleet.sample(look(fleet, 100, [running('ada', 0, 95)]))
  await fleet.sample(look(fleet, 110, [running('ada', 0, 95)]))
  await until(180)
  const [ada, bob] = await told(fleet)
  t.same(ada!.seen, [[10, 20], [100, 130]])
  t.equal(ada!.active.length, 2, 'of the gap only the last moment is known')
  t.match(ada!.active[0], [0, 9])
  t.match(bob, { seen: [[10, 20]], ended: null })
})

t.test('a late look corrects: what it does not show ended then, and what only it shows is a session', async (t) => {
  const fleet = await testFleet(database, { from: at(0) })
  await fleet.sample(look(fleet, 10, [running('ada', 5)]))
  await fleet.sample(look(fleet, 30, []))
  await until(60)
  t.match(await told(fleet), [{ seen: [[10, 30]], ended: 30 }])
  await fleet.sample(look(fleet, 20, [running('bob', 18)]))
  await until(60)
  t.match(await told(fleet), [{ user: 'ada', seen: [[10, 20]], ended: 20 }, { user: 'bob', seen: [[20, 30]], ended: 30 }])
})

t.test('whenever looks come, and however often, sessions are the same in the end', async (t) => {
  // who is gone does not come back with the same start
  const looks = fc.uniqueArray(fc.record({ minutes: fc.integer({ min: 0, max: 170 }), answers: fc.boolean() }), { selector: ({ minutes }) => minutes, minLength: 1, maxLength: 8 })
  const lives = [running('ada', -10), running('ada', 70), running('bob', 30), running('cy', 100)]
  const ends = fc.tuple(...lives.map(() => fc.integer({ min: 10, max: 200 })))
  await fc.assert(fc.asyncProperty(looks, ends, fc.infiniteStream(fc.nat()), async (all, endOf, chance) => {
    const [once, often] = [await testFleet(database, { from: at(-60) }), await testFleet(database, { from: at(-60) })]
    const write = (fleet: Fleet, { minutes, answers }: (typeof all)[number]) => fleet.sample(look(fleet, minutes, answers ? lives.filter(({ started }, index) => started <= at(minutes) && minutes < endOf[index]!) : null))
    for (const each of all) await write(once, each)
    for (const each of all.toSorted(() => (chance.next().value! % 2) - 0.5)) {
      await write(often, each)
      await write(often, all[0]!)
      if (chance.next().value! % 2) await until(240)
    }
    await until(240)
    t.same(await told(often), await told(once))
  }), { numRuns: 12 })
})

t.test('an hour of many people is written in a handful of statements', async (t) => {
  const fleet = await testFleet(database, { from: at(0) })
  const people = Array.from({ length: 3000 }, (_, index) => running(`u${index}`, 0, 9))
  await fleet.sample(look(fleet, 10, people))
  const before = Date.now()
  await until(60)
  t.equal((await stored(fleet)).length, 3000)
  t.comment(`${Date.now() - before} ms for an hour of 3,000 servers`)
})
