import t from 'tap'
import { newId } from '@hubfleet/core'
import { clusters, eq, platformScope, revisions, tenants, transaction } from '@hubfleet/database'
import { testWorld } from '../testing.ts'

/*
 * What a cluster costs its owner: prices of its own, from a day on, and for the rest the list prices of where its nodes are rented. What nobody has a price for is told, and never nothing.
 */
const world = await testWorld(t)
const at = '/v1/tenants/physics/clusters'
const day = (days: number) => new Date(world.control.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
const group = (machineType: string, more: object = {}) => ({
  machineType, nodes: 4, cpu: 15.5, memoryBytes: 60 * 2 ** 30, size: { cpu: 16, memoryBytes: 64 * 2 ** 30 }, pods: 110, extra: {}, volumes: {}, labels: {}, taints: [], daemons: { cpu: 0.5, memoryBytes: 2 ** 30, pods: 6 }, ...more,
})
/** A registered cluster as its preflight would have left it. */
async function registered(name: string, status: Record<string, unknown>): Promise<void> {
  await transaction(world.database, platformScope, async (tx) => {
    const [physics] = await tx.select().from(tenants).where(eq(tenants.name, 'physics'))
    await tx.insert(clusters).values({ id: newId('cluster'), tenantId: physics!.id, name, provider: 'kubernetes', managed: false, state: 'ready', spec: { provider: 'kubernetes' }, status })
  })
}
const set = (name: string, prices: object[], query = '') => world.request('admin', 'PATCH', `${at}/${name}${query}`, { prices })
const costOf = async (cluster: string) => (await world.request('admin', 'POST', '/v1/tenants/physics/hubs?validateOnly=true', { name: 'try', cluster, spec: { capacity: { maxServers: 100 }, memory: { guarantee: '2G' }, cpu: { guarantee: 0.1 }, storage: { capacity: '10Gi' }, exposure: { type: 'clusterIP' } } })).body
const monthly = async (cluster: string) => Number((await costOf(cluster)).cost.after.amount)

t.test('a cluster in one\'s own room: by the node, or by the core and GiB of what its machines have; disks by the GiB', async (t) => {
  await registered('basement', { cloud: null, platform: { kind: 'kubernetes', name: 'k3s' }, nodeGroups: [group('k3s')] })
  t.equal((await costOf('basement')).cost, null, 'without prices nobody knows')
  t.equal((await set('basement', [{ from: day(-40), nodeHour: 0.5 }])).status, 202)
  const without = await costOf('basement')
  t.match(without.cost.incomplete, [/homes: no price is known/, /hub-disk: no price is known/])
  await set('basement', [{ from: day(-40), nodeHour: 0.5, disks: [{ storageClass: '*', perGiBMonth: 0.02 }] }])
  const byNode = await costOf('basement')
  t.same(byNode.cost.incomplete, [])
  // homes of 100 people and the hub's database
  const disks = (100 * 10 + 1) * 0.02
  const nodes = (Number(byNode.cost.after.amount) - disks) / 0.5
  t.ok(nodes >= 730 && nodes < 4 * 730, `${nodes} hours of nodes`)
  await set('basement', [{ from: day(-40), vcpuHour: 0.01, gibHour: 0.005, disks: [{ storageClass: '*', perGiBMonth: 0.02 }] }])
  t.ok(Math.abs(await monthly('basement') - disks - nodes * (16 * 0.01 + 64 * 0.005)) < 0.01, 'sizes are those of the machine, and not what pods get of it')
  await set('basement', [{ from: day(-40), nodeHour: 9, machines: [{ name: 'k3s', perHour: 0.25 }], disks: [{ storageClass: '*', perGiBMonth: 0.02 }] }])
  t.ok(Math.abs(await monthly('basement') - disks - nodes * 0.25) < 0.01, 'what is said of a machine goes before what is said of any')
})

t.test('prices hold from their day on, every version stays, and a change is shown before it is made', async (t) => {
  await registered('later', { cloud: null, nodeGroups: [group('rack')] })
  const disks = [{ storageClass: '*', perGiBMonth: 0 }]
  await set('later', [{ from: day(-10), nodeHour: 1, disks }, { from: day(30), nodeHour: 2, disks, source: 'invoice 7' }])
  const now = await monthly('later')
  world.advance(31 * 86_400_000)
  t.ok(Math.abs(await monthly('later') - 2 * now) < 0.01)
  world.advance(-31 * 86_400_000)
  const { body: planned } = await set('later', [{ from: day(-10), nodeHour: 1, disks }], '?validateOnly=true')
  t.match(planned.diff, [{ op: 'replace', path: '/prices', value: [{ nodeHour: 1 }] }])
  await set('later', [])
  t.equal((await costOf('later')).cost, null)
  const { body: cluster } = await world.request('reader', 'GET', `${at}/later`)
  const kept = await transaction(world.database, platformScope, (tx) => tx.select().from(revisions).where(eq(revisions.targetId, cluster.id)))
  t.match(kept.map(({ spec }) => (spec as { prices?: object[] }).prices?.length), [2, undefined], 'what was said before is kept with its revision')
})

t.test('a registered cluster at a cloud costs list prices, by the labels of its nodes; its owner\'s own go first', async (t) => {
  const cloud = { provider: 'gcp', region: 'us-central1' }
  const n2 = group('n2-standard-16')
  await registered('rented', { cloud, platform: { kind: 'kubernetes', name: 'Kubernetes' }, nodeGroups: [n2], autoscaler: 'cluster-autoscaler' })
  await registered('google', { cloud, platform: { kind: 'kubernetes', name: 'GKE' }, nodeGroups: [n2], autoscaler: 'gke' })
  await registered('spot', { cloud, platform: { kind: 'kubernetes', name: 'Kubernetes' }, nodeGroups: [group('n2-standard-16', { labels: { 'cloud.google.com/gke-spot': ['true'] } })], autoscaler: 'gke' })
  const [rented, google, spot] = [await monthly('rented'), await monthly('google'), await monthly('spot')]
  t.ok(rented > 300, String(rented))
  t.ok(Math.abs(google - rented - 73) < 0.01, 'only where the cloud runs the control plane it is paid for')
  t.ok(spot < rented * 0.8, `${spot} of ${rented}`)
  await set('rented', [{ from: day(-1), machines: [{ name: 'n2-standard-16', perHour: 0.01 }] }])
  t.ok(await monthly('rented') < rented / 3)
  await registered('unlisted', { cloud, nodeGroups: [group('x9-mega')] })
  const { cost } = await costOf('unlisted')
  t.match(cost.incomplete, [/user-nodes-minimum.* of x9-mega.*: no price is known in us-central1/], 'a machine that no list has is told')
})

t.test('of the zonal clusters of one billing account the oldest has its free credit, and no other', async (t) => {
  const pools = [{ name: 'core', purpose: 'core', machineType: 'e2-standard-2', min: 1, max: 1 }, { name: 'users', purpose: 'user', machineType: 'n2-highmem-4', min: 0, max: 5 }]
  const made = new Date(world.control.clock.now().getTime() - 5 * 86_400_000)
  const google = async (name: string, days: number, more: object) => transaction(world.database, platformScope, async (tx) => {
    const [physics] = await tx.select().from(tenants).where(eq(tenants.name, 'physics'))
    await tx.insert(clusters).values({ id: newId('cluster'), tenantId: physics!.id, name, provider: 'gke', managed: true, state: 'ready', spec: { provider: 'gke', region: 'us-central1', pools, ...more }, status: {}, createdAt: new Date(made.getTime() + days * 86_400_000) })
  })
  await google('first', 0, { zone: 'us-central1-b', billingAccount: '01A2B3' })
  await google('second', 1, { zone: 'us-central1-b', billingAccount: '01A2B3' })
  await google('regional', -1, { billingAccount: '01A2B3' })
  await google('elsewhere', 2, { zone: 'us-central1-c' })
  const [first, second, regional, elsewhere] = [await monthly('first'), await monthly('second'), await monthly('regional'), await monthly('elsewhere')]
  t.same([second, regional, elsewhere], [second, second, second])
  t.ok(Math.abs(second - first - 73) < 0.01, `${first} of ${second}: the fee of 73 dollars, and no more of the credit of 74.40`)
  const { body: planned } = await world.request('admin', 'PATCH', `${at}/elsewhere?validateOnly=true`, { billingAccount: '99' })
  t.match(planned.cost, { difference: { amount: '-73.0000' } })
  const { body: away } = await world.request('admin', 'PATCH', `${at}/first?validateOnly=true`, { billingAccount: null })
  t.match(away, { diff: [{ op: 'remove', path: '/billingAccount' }], cost: { difference: { amount: '73.0000' } } })
})

t.test('what does not go together is refused with its place', async (t) => {
  const faults: [object[], string, RegExp][] = [
    [[{ from: day(0), vcpuHour: 0.1 }], '/prices/0/gibHour', /both/],
    [[{ from: day(0), nodeHour: 1 }, { from: day(0), nodeHour: 2 }], '/prices/1/from', /day of its own/],
    [[{ from: '2026-02-31', nodeHour: 1 }], '/prices/0/from', /date/],
    [[{ from: day(0), nodeHour: -1 }], '/prices/0/nodeHour', /./],
    [[{ from: day(0), nodeHour: 1e12 }], '/prices/0/nodeHour', /./],
    [[{ from: day(0), machines: [{ name: 'a', perHour: 1 }, { name: 'a', perHour: 2 }] }], '/prices/0/machines/1/name', /twice/],
    [[{ from: day(0), currency: 'EUR', nodeHour: 1 }], '/prices/0/currency', /./],
  ]
  for (const [prices, pointer, detail] of faults) {
    const { status, body } = await set('basement', prices)
    t.equal(status, 400, pointer)
    t.match(body, { code: 'invalid-request', errors: [{ pointer, detail }] })
  }
  t.equal((await world.request('operator', 'PATCH', `${at}/basement`, { prices: [] })).status, 403)
})
