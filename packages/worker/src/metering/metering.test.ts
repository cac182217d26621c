import t from 'tap'
import { hubNames, newHubSecrets, newId, strictPolicy } from '@hubfleet/core'
import { and, clusters, clusterSamples, charts, eq, hubs, hubSamples, meteringId, meterings, platformScope, rollupsDue, seal, sql, tenants, transaction, usageRollups } from '@hubfleet/database'
import { testDatabase } from '@hubfleet/database/testing'
import { Locks, reconcile } from '@hubfleet/engine'
import type { ClusterHandle, Provider, SamplesAsked } from '@hubfleet/providers'
import { Problem, type ClusterSample } from '@hubfleet/core'
import { Handles } from '../handles.ts'
import { Rollups } from '../rollups/rollups.ts'
import { retention } from './retention.ts'
import { meteringReconciler } from './reconciler.ts'
import { defaultMetering } from './settings.ts'

type UsageLevel = typeof usageRollups.$inferSelect.level
const database = await testDatabase(t)
const keyRing = { current: 'test', keys: { test: new Uint8Array(32) } }
const unending = new AbortController().signal
const chart = { name: 'jupyterhub', version: '4.4.0', digest: '0'.repeat(64), path: '', source: 'test', appVersion: '5.4.0', kubeVersion: '>=1.28.0-0', schema: {} }
await transaction(database, platformScope, async (tx) => { await tx.insert(charts).values(chart) })

/** A registered cluster with two hubs, of which `tell` says what is seen; a pass at a time. */
async function world(t: { teardown(work: () => Promise<unknown>): void }, tell: (asked: SamplesAsked) => ClusterSample[] | Promise<ClusterSample[]>, { virtualTime = false } = {}) {
  const [tenantId, clusterId] = [newId('tenant'), newId('cluster')]
  const ids = [newId('hub'), newId('hub')]
  const secrets = newHubSecrets()
  await transaction(database, platformScope, async (tx) => {
    await tx.insert(tenants).values({ id: tenantId, name: tenantId.slice(7).toLowerCase(), displayName: 'A', policy: strictPolicy })
    await tx.insert(clusters).values({ id: clusterId, tenantId, name: 'lab', provider: 'cloud', managed: false, state: 'ready', spec: { provider: 'cloud' } })
    for (const id of ids) await tx.insert(hubs).values({ id, tenantId, clusterId, name: id.slice(4).toLowerCase(), state: 'ready', spec: {} as never, chartDigest: chart.digest, secrets: await seal(keyRing, id, secrets) })
    await tx.insert(meterings).values({ id: meteringId(clusterId), clusterId, tenantId })
  })
  const provider = {
    kind: 'cloud', capabilities: { managed: false, virtualTime, loadBalancer: true, metrics: false },
    open: async () => ({ samples: async (asked: SamplesAsked) => tell(asked), close: async () => {} } as unknown as ClusterHandle),
  } as unknown as Provider
  let now = new Date('2026-03-02T08:31:00Z')
  const clock = { now: () => now }
  const worker = () => {
    const [locks, handles] = [new Locks(database.connectionString), new Handles({ database, clock, keyRing, publicUrl: null, providers: [provider] } as never)]
    t.teardown(() => Promise.all([locks.close(), handles.close()]))
    const reconciler = meteringReconciler({ database, clock, keyRing, handles, ...defaultMetering })
    return () => reconcile({ database, locks, clock }, reconciler as never, { type: 'metering', id: meteringId(clusterId) }, unending)
  }
  const read = <T>(work: Parameters<typeof transaction<T>>[2]) => transaction(database, platformScope, work)
  return {
    ids, clusterId, tenantId, secrets, worker, pass: worker(),
    at: (text: string) => { now = new Date(text) },
    row: async () => (await read((tx) => tx.select().from(meterings).where(eq(meterings.clusterId, clusterId))))[0]!,
    clusterRows: () => read((tx) => tx.select().from(clusterSamples).where(eq(clusterSamples.clusterId, clusterId)).orderBy(clusterSamples.at)),
    hubRows: () => read((tx) => tx.select().from(hubSamples).where(eq(hubSamples.clusterId, clusterId)).orderBy(hubSamples.at, hubSamples.hubId)),
    due: async () => (await read((tx) => tx.select().from(rollupsDue).where(eq(rollupsDue.ofId, clusterId)).orderBy(rollupsDue.start))).map(({ start, version, grain }) => `${grain} ${start.toISOString().slice(5, 13)} ${version}`),
  }
}

const node = { name: 'n1', pool: 'users', purpose: 'user' as const, machine: 'm', spot: false, cpu: 4, memoryGiB: 16 }
const seen = ({ hubs, now, holdsSeconds }: SamplesAsked): ClusterSample[] =>
  [{ at: now, holdsSeconds, nodes: [node], hubs: hubs.map(({ id }) => ({ hubId: id, pods: [], claims: [], loadBalancers: 1, addresses: 1, servers: [{ user: 'ada', server: '', groups: ['staff'], started: new Date('2026-03-02T08:00:00Z'), lastActivity: null, ready: true }], users: 3 })) }]

t.test('a look is kept as it was, with the hours that it tells of, and the next one is due', async (t) => {
  const { pass, ids, tenantId, secrets, clusterRows, hubRows, due, row } = await world(t, async (asked) => {
    t.equal(await asked.hubs[0]!.token(), secrets.apiToken)
    t.same(asked.hubs.map(({ id, namespace }) => ({ id, namespace })).sort((a, b) => (a.id < b.id ? -1 : 1)), ids.toSorted().map((id) => ({ id, namespace: hubNames(id).namespace })))
    return seen(asked)
  })
  await pass()
  const at = new Date('2026-03-02T08:31:00Z')
  t.match(await clusterRows(), [{ tenantId, at, holdsSeconds: 600, nodes: [node] }])
  t.match(await hubRows(), ids.toSorted().map((hubId) => ({ hubId, tenantId, at, sample: { loadBalancers: 1, users: 3, servers: [{ user: 'ada', groups: ['staff'], started: '2026-03-02T08:00:00.000Z' }] } })))
  t.same(await due(), ['hour 03-02T08 1'])
  const { sampledAt, wakeAt } = await row()
  t.same(sampledAt, at)
  t.ok(wakeAt! > at && wakeAt!.getTime() <= at.getTime() + 300_000)
})

t.test('the same look twice, by the same worker or by two, is one', async (t) => {
  const { pass, worker, clusterRows, hubRows } = await world(t, seen)
  await pass()
  await pass()
  await worker()()
  t.equal((await clusterRows()).length, 1)
  t.equal((await hubRows()).length, 2)
})

t.test('a cluster that does not answer is a gap: nothing is kept, and it is looked at again', async (t) => {
  let answers = true
  const { pass, at, clusterRows, due, row } = await world(t, (asked) => {
    if (!answers) throw new Problem('cluster-unreachable', { cluster: 'lab', server: 'it', reason: 'no answer' })
    return seen(asked)
  })
  await pass()
  answers = false
  at('2026-03-02T09:02:00Z')
  await pass()
  t.equal((await clusterRows()).length, 1)
  t.ok((await row()).wakeAt! > new Date('2026-03-02T09:02:00Z'))
  t.same((await row()).sampledAt, new Date('2026-03-02T08:31:00Z'))
  answers = true
  at('2026-03-02T12:10:00Z')
  await pass()
  t.same((await clusterRows()).map((each) => each.at.toISOString().slice(11, 16)), ['08:31', '12:10'])
  t.same(await due(), ['hour 03-02T08 1', 'hour 03-02T12 1'])
})

t.test('a cloud that tells of more than now is asked on at once, after what was kept', async (t) => {
  const asked: (Date | null)[] = []
  const noted = [0, 5, 10].map((minute) => new Date(Date.UTC(2026, 2, 2, 8, minute)))
  const { pass, row, clusterRows } = await world(t, (ask) => {
    asked.push(ask.after)
    return ask.after ? [] : noted.map((at) => ({ at, holdsSeconds: 300, nodes: [], hubs: [] }))
  })
  await pass()
  t.same((await row()).wakeAt, new Date('2026-03-02T08:31:00Z'))
  await pass()
  t.ok((await row()).wakeAt! > new Date('2026-03-02T08:31:00Z'))
  t.same(asked, [null, noted[2]])
  t.same((await clusterRows()).map(({ at }) => at), noted)
})

t.test('a hub that is gone is told of as long as homes of it bill', async (t) => {
  const home = { name: 'claim-ada', kind: 'home' as const, user: 'ada', gib: 10, storageClass: null }
  let kept = true
  const { pass, at, ids, hubRows } = await world(t, (asked) => seen(asked).map((sample) => ({ ...sample, hubs: sample.hubs.map((hub) => ({ ...hub, claims: kept ? [home] : [] })) })))
  await transaction(database, platformScope, async (tx) => { await tx.update(hubs).set({ deletedAt: new Date(), homes: 'keep' }).where(eq(hubs.id, ids[0]!)) })
  await pass()
  kept = false
  at('2026-03-02T08:36:00Z')
  await pass()
  const rows = await hubRows()
  t.same(rows.filter(({ hubId }) => hubId === ids[0]).map((row) => row.at.toISOString().slice(11, 16)), ['08:31'])
  t.equal(rows.length, 3)
})

t.test('old days are dropped whole, days ahead have room, and what a virtual clock is at is kept', async (t) => {
  const { tenantId, clusterId } = await world(t, seen)
  const own = await testDatabase(t)
  const partitions = async () => (await own.pool.query<{ name: string }>(`select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'hub_samples'::regclass order by 1`)).rows.map(({ name }) => name.slice(-8))
  const today = new Date('2026-03-02T00:30:00Z')
  await transaction(own, platformScope, async (tx) => {
    await tx.insert(tenants).values({ id: tenantId, name: 'ahead', displayName: 'A', policy: strictPolicy, clockOffsetMs: Date.parse('2126-06-10T12:00:00Z') - Date.now() })
    for (const day of ['2026-01-25', '2026-01-26', '2126-05-01', '2126-06-01']) {
      await tx.execute(sql`select sample_partitions_of(${day}::date)`)
      await tx.insert(clusterSamples).values({ clusterId, tenantId, at: new Date(`${day}T10:00:00Z`), holdsSeconds: 300, nodes: [] })
    }
  })
  const daily = retention(own, { ...defaultMetering, keepDays: 35 }, () => today)
  await daily()
  await daily()
  t.same(await partitions(), ['20260126', '20260302', '20260303', '20260304', '20260305', '21260601'])
})

t.test('what is dropped stays as it was reckoned: a late look within what is kept corrects it, one of before is refused and counted', async (t) => {
  let late: Date[] = []
  const { pass, at, row, tenantId, clusterRows, ids } = await world(t, (asked) => [...late, asked.now].flatMap((moment) => seen({ ...asked, now: moment })))
  let now = new Date('2026-03-02T09:30:00Z')
  const rollups = new Rollups({ database, now: () => now, virtual: () => false, onError: (error) => { throw error } })
  const hoursOf = (level: UsageLevel) => transaction(database, tenantId, async (tx) =>
    (await tx.select().from(usageRollups).where(and(eq(usageRollups.level, level), eq(usageRollups.hubId, ids[0]!))).orderBy(usageRollups.start)).filter(({ gapSeconds }) => gapSeconds % 3600 > 0).map(({ start, gapSeconds }) => `${start.toISOString().slice(5, 13)} ${gapSeconds}`))
  await transaction(database, platformScope, async (tx) => {
    await tx.update(hubs).set({ createdAt: new Date('2026-03-02T08:00:00Z') }).where(eq(hubs.tenantId, tenantId))
    await tx.update(clusters).set({ createdAt: new Date('2026-03-02T08:00:00Z') }).where(eq(clusters.tenantId, tenantId))
  })
  await pass() // 08:31, holds ten minutes
  at('2026-03-02T09:31:00Z')
  now = new Date('2026-03-02T10:00:00Z')
  await pass()
  await rollups.rollDue()
  t.same(await hoursOf('hub-hour'), ['03-02T08 3000', '03-02T09 3000'])

  late = [new Date('2026-03-02T08:50:00Z')]
  at('2026-03-02T09:36:00Z')
  await pass()
  await rollups.rollDue()
  t.same(await hoursOf('hub-hour'), ['03-02T08 2400', '03-02T09 2700'], 'both hours are corrected')

  const moved = (text: string) => retention(database, { keepDays: 2, keepHoursDays: 4, keepSessionsDays: 3000 }, () => new Date(text))
  now = new Date('2026-03-05T00:30:00Z')
  await moved('2026-03-05T00:30:00Z')()
  t.equal((await clusterRows()).length, 4, 'hours of it are not computed yet: rollups of the third and fourth of March wait')
  await rollups.rollDue()
  const [day] = await hoursOf('hub-day')
  await moved('2026-03-05T00:30:00Z')()
  t.same(await clusterRows(), [])
  late = [new Date('2026-03-02T08:40:00Z'), new Date('2026-03-04T08:40:00Z')]
  at('2026-03-05T00:31:00Z')
  await pass()
  t.match(await row(), { refused: 1, refusedFrom: new Date('2026-03-02T08:40:00Z'), refusedUntil: new Date('2026-03-02T08:40:00Z') })
  t.same((await clusterRows()).map((each) => each.at.toISOString().slice(5, 16)), ['03-04T08:40', '03-05T00:31'], 'a day of which nothing was dropped takes it')
  await rollups.rollDue()
  t.same(await hoursOf('hub-hour'), ['03-02T08 2400', '03-02T09 2700', '03-04T08 3000'])
  const days = await hoursOf('hub-day')
  t.equal(days[0], day)

  now = new Date('2026-03-08T12:00:00Z')
  await rollups.rollDue()
  await moved('2026-03-08T12:00:00Z')()
  t.same(await hoursOf('hub-hour'), ['03-04T08 3000', '03-05T00 3000'], 'hours of days before the fourth are gone')
  await transaction(database, platformScope, (tx) => tx.insert(rollupsDue).values([{ grain: 'day', ofId: tenantId, tenantId, start: new Date('2026-03-02T00:00:00Z') }]))
  await rollups.rollDue()
  t.same((await hoursOf('hub-day')).slice(0, 2), days, 'the days made of them stay')
})
