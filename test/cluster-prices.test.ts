import t from 'tap'
import { clusters, eq, inArray, rollupsDue, platformScope, sql, transaction } from '../packages/database/src/index.ts'
import { make } from '../packages/pricing/src/allocation/testing-samples.ts'
import { testWorld } from '../packages/server/src/testing.ts'
import { rollUntil, testFleet } from '../packages/worker/src/rollups/testing-fleet.ts'

/*
 * A cluster's own prices, through the server and the worker that rolls up what was measured: from their day on, days that are told of afterwards computed anew, and to the micro-dollar.
 */
t.setTimeout(180_000)
const world = await testWorld(t)
const at = new Date('2026-05-01T10:00:00Z')
const next = new Date('2026-05-02T10:00:00Z')
const fleet = await testFleet(world.database, { from: at })
const seen = (when: Date) => make.sample({ at: when, nodes: [make.node({ cpu: 3.9, memoryGiB: 28, size: { cpu: 4, memoryGiB: 32 } })], hubs: [make.hub({ hubId: fleet.hubOf.owner, pods: [make.pod({})], loadBalancers: 1 })] })
for (const when of [at, next]) await fleet.sample(seen(when))
const roll = () => rollUntil(world.database, next)
await roll()

const set = async (prices: object[]) => {
  const { status, body } = await world.request('platformAdmin', 'PATCH', `/v1/tenants/${fleet.ownerId}/clusters/lab`, { prices })
  t.equal(status, 202, body.detail)
}
/** What the machines of an hour cost, whoever bears it, and what the load balancer did. */
async function costs(when: Date) {
  const rows = (await fleet.costs()).filter(({ level, start }) => level === 'hub-hour' && start.getTime() === when.getTime())
  const of = (...components: string[]) => rows.filter(({ component }) => components.includes(component)).reduce((sum, { micros }) => sum + (micros ?? 0n), 0n)
  return { machines: of('servers', 'idle', 'core', 'seats'), balancer: of('load-balancers') }
}
const list = { machines: 262_028n, balancer: 25_000n }

t.test('own prices win from their day on; what they do not tell costs what the list says', async (t) => {
  t.same([await costs(at), await costs(next)], [list, list])
  await set([{ from: '2026-05-02', nodeHour: 1.5 }])
  await roll()
  t.same([await costs(at), await costs(next)], [list, { ...list, machines: 1_500_000n }])
  await set([{ from: '2026-05-01', vcpuHour: 0.1, gibHour: 0.01, loadBalancerHour: 0 }, { from: '2026-05-02', machines: [{ name: 'n2-highmem-4', perHour: 0.125 }] }])
  await roll()
  t.same([await costs(at), await costs(next)], [{ machines: 720_000n, balancer: 0n }, { ...list, machines: 125_000n }], 'by the size of the machine, and each version on its days')
})

t.test('a day and a month hold what their hours do, and a repeated run changes nothing', async (t) => {
  const sums = async (level: string) => (await fleet.costs()).filter((row) => row.level === level).reduce((sum, { micros }) => sum + (micros ?? 0n), 0n)
  const before = [await sums('hub-hour'), await sums('hub-day'), await sums('hub-month')]
  t.same(new Set(before).size, 1)
  await fleet.mark(at)
  await roll()
  t.same([await sums('hub-hour'), await sums('hub-day'), await sums('hub-month')], before)
})

t.test('only what changed is computed anew, and what was taken back costs list prices again', async (t) => {
  const due = () => transaction(world.database, platformScope, (tx) => tx.select({ start: rollupsDue.start }).from(rollupsDue))
  const waiting = (await due()).length
  const versions = (nodeHour: number) => [{ from: '2026-05-01', vcpuHour: 0.1, gibHour: 0.01, loadBalancerHour: 0 }, { from: '2026-05-02', nodeHour }]
  await set([{ ...versions(0)[0]!, source: 'another word for the same' }, { from: '2026-05-02', machines: [{ name: 'n2-highmem-4', perHour: 0.125 }] }])
  t.equal((await due()).length, waiting, 'nothing, where the amounts are the same')
  await set(versions(3))
  t.ok((await due()).every(({ start }) => start >= new Date('2026-05-02T00:00:00Z')))
  await set([])
  await roll()
  t.same([await costs(at), await costs(next)], [list, list])
})

t.test('the free credit of a billing account pays for one of its clusters in a report too, and when that goes for the next', async (t) => {
  const other = await testFleet(world.database, { from: new Date(at.getTime() + 1) })
  const spec = sql`${clusters.spec} || '{"zone": "us-central1-b", "billingAccount": "01A2B3"}'`
  await transaction(world.database, platformScope, (tx) => tx.update(clusters).set({ spec }).where(inArray(clusters.id, [fleet.id, other.id])))
  const later = new Date('2026-05-03T10:00:00Z')
  const fees = async (when: Date) => {
    for (const one of [fleet, other]) await one.sample(make.sample({ at: when, nodes: [], hubs: [] }))
    await rollUntil(world.database, when)
    return Promise.all([fleet, other].map(async (one) => (await one.costs()).filter(({ level, component, start }) => level === 'hub-hour' && component === 'control-plane' && start.getTime() === when.getTime()).reduce((sum, { micros }) => sum + micros!, 0n)))
  }
  t.same(await fees(later), [0n, 100_000n])
  await transaction(world.database, platformScope, (tx) => tx.update(clusters).set({ deletedAt: new Date(later.getTime() + 1_800_000) }).where(eq(clusters.id, fleet.id)))
  const after = new Date(later.getTime() + 3_600_000)
  t.equal((await fees(after))[1], 0n)
})
