/** What a cluster of GKE is made of over its life, against a Google on this machine. */
import t from 'tap'
import type { ClusterRecord, WantedMachines } from '../../../packages/providers/src/index.ts'
import { nudge, nudgeAway, wanting } from '../../../packages/providers/src/testing-machines.ts'
import { gkePoolName } from '../../../packages/providers/src/gke/names.ts'
import { googleBed } from './bed.ts'

const signal = new AbortController().signal
const bed = await googleBed()
const { world } = bed.google
t.teardown(() => bed.stop())

const machinesOf = (record: ClusterRecord) => bed.provider().machines!(record)
const made = (record: ClusterRecord, wanted: WantedMachines = wanting({ core: 1, user: 0 })) => bed.settle('it to be as wanted', () => nudge(machinesOf(record), wanted, signal))
const removed = (record: ClusterRecord) => bed.settle('it to be gone', () => nudgeAway(machinesOf(record), wanting({}), signal))
const changed = (record: ClusterRecord, spec: object): ClusterRecord => ({ ...record, spec: { ...record.spec, ...spec } })
const poolsWith = (record: ClusterRecord, change: object) => record.spec.pools!.map((pool) => (pool.name === 'user' ? { ...pool, ...change } : pool))
const inGoogle = (record: ClusterRecord) => [...world.clusters.values()].find(({ name }) => name === record.name)!
const upgradeOf = (record: ClusterRecord) => world.operations.findLast(({ type, cluster }) => type === 'UPGRADE_NODES' && cluster === record.name)
const changes = () => bed.wire!.calls.filter((call) => call.changes).map(({ name }) => name)

t.test('a cluster has the pools that were asked for, and no other', async (t) => {
  const record = bed.record()
  await made(record)
  const { message, pools } = inGoogle(record)
  t.same([...pools.keys()].sort(), record.spec.pools!.map((pool) => gkePoolName(record, pool)).sort())
  t.match(message, { resourceLabels: { 'hubfleet-cluster': record.id, 'hubfleet-tenant': 'tenant_test' }, releaseChannel: { channel: 'REGULAR' }, workloadIdentityConfig: { workloadPool: 'hub-fleet-test.svc.id.goog' } })
  t.equal(inGoogle(record).location, 'us-central1-b')
  await removed(record)
})

t.test('in a region nodes are in as many zones as keep the pool within its maximum', async (t) => {
  const { zone, ...spec } = bed.record().spec
  const record = { ...bed.record(), spec: { ...spec, pools: [spec.pools![0]!, { ...spec.pools![1]!, max: 6 }] } }
  t.ok(zone)
  await made(record, wanting({ core: 1, user: 2 }))
  t.equal(inGoogle(record).location, 'us-central1')
  t.match(await machinesOf(record).pools(signal), [{ name: 'core', wanted: 1, ready: 1 }, { name: 'user', wanted: 2 }])
  t.same([...inGoogle(record).pools.values()].map(({ message }) => (message['locations'] as string[]).length), [1, 3])
  await removed(record)
})

t.test('what Google does not have is told with the nearest, before anything is made', async (t) => {
  bed.wire!.reset()
  const rows: [object, RegExp][] = [
    [{ region: 'us-centrall1', zone: undefined }, /no region us-centrall1; nearest: us-central1/],
    [{ zone: 'us-central1-d' }, /no zone us-central1-d; nearest: us-central1-/],
    [{ pools: poolsWith(bed.record(), { machineType: 'n1-standrad-2' }) }, /n1-standrad-2; nearest: n1-standard-2/],
    [{ zone: 'us-central1-a', pools: poolsWith(bed.record(), { machineType: 'c2-standard-8' }) }, /us-central1-a named c2-standard-8/],
  ]
  for (const [spec, message] of rows) {
    const record = changed(bed.record(), spec)
    await t.rejects(machinesOf(record).quota(wanting({ core: 1, user: 1 }), signal), { code: 'cloud-choice-unknown', message })
  }
  t.same(changes(), [])
  await t.rejects(made(changed(bed.record(), { kubernetesVersion: '1.33.99' })), { code: 'cloud-choice-unknown', message: /version 1\.33\.99/ })
})

t.test('other machines come beside the old ones, on which people stay until they left', async (t) => {
  const record = bed.record()
  await made(record, wanting({ core: 1, user: 1 }))
  const old = world.nodes().find(({ cluster, pool }) => cluster.name === record.name && String(pool.message['name']).startsWith('user'))!
  old.node.held = true
  const other = changed(record, { pools: poolsWith(record, { machineType: 'n1-standard-4' }) })
  await made(other, wanting({ core: 1, user: 1 }))
  t.ok(world.nodes().some(({ node }) => node === old.node), 'nobody is pushed out')
  t.match(old.pool.message, { config: { taints: [{ key: 'hub.jupyter.org_dedicated' }, { key: 'hubfleet.dev_retired', effect: 'NO_SCHEDULE' }] }, autoscaling: { totalMinNodeCount: 0 } })
  t.match((await machinesOf(other).pools(signal)).find(({ name }) => name === 'user'), { wanted: 1, ready: 1 })
  old.node.held = false
  world.advance(3_600_000)
  await made(other, wanting({ core: 1, user: 1 }))
  t.equal(inGoogle(record).pools.size, 2)
  // back again while the newer one is being left
  const newer = world.nodes().find(({ pool }) => (pool.message['config'] as { machineType: string }).machineType === 'n1-standard-4')!
  newer.node.held = true
  await made(record, wanting({ core: 1, user: 1 }))
  await made(other, wanting({ core: 1, user: 1 }))
  t.same((newer.pool.message['config'] as { taints: { key: string }[] }).taints.map(({ key }) => key), ['hub.jupyter.org_dedicated'], 'the one that is wanted again takes people again')
  newer.node.held = false
  await removed(record)
})

t.test('a version goes up in the control plane, then pool by pool; it is not gone back to', async (t) => {
  const record = changed(bed.record(), { kubernetesVersion: '1.33' })
  await made(record, wanting({ core: 1, user: 1 }))
  bed.wire!.reset()
  const newer = changed(record, { kubernetesVersion: '1.34' })
  await made(newer, wanting({ core: 1, user: 1 }))
  t.same(changes(), ['UpdateCluster', 'UpdateNodePool', 'UpdateNodePool'])
  t.match(inGoogle(record).message['currentMasterVersion'], /^1\.34\./)
  for (const { message } of inGoogle(record).pools.values()) t.match(message['version'], /^1\.34\./)
  bed.wire!.reset()
  await made(record, wanting({ core: 1, user: 1 }))
  t.same(changes(), [], 'GKE has gone beyond it by itself')
  await removed(record)
})

t.test('a delete cancels an upgrade of nodes, which Google can', async (t) => {
  const record = changed(bed.record(), { kubernetesVersion: '1.33' })
  await made(record, wanting({ core: 1, user: 1 }))
  const newer = changed(record, { kubernetesVersion: '1.34' })
  await bed.settle('nodes to be upgraded', async () => {
    await nudge(machinesOf(newer), wanting({ core: 1, user: 1 }), signal)
    return upgradeOf(record) !== undefined
  })
  const upgrade = upgradeOf(record)!
  Object.assign(upgrade, { status: 'RUNNING', endsAt: world.now + 3_600_000 })
  bed.wire!.reset()
  await removed(newer)
  t.match(changes(), ['CancelOperation', 'DeleteCluster'])
})

t.test('the floor comes at once, the autoscaler keeps it, and nodes above it go as they get empty', async (t) => {
  const record = bed.record()
  await made(record, wanting({ core: 1, user: 3 }))
  const { message, nodes } = inGoogle(record).pools.get(gkePoolName(record, record.spec.pools![1]!))!
  t.match(message['autoscaling'], { enabled: true, totalMinNodeCount: 3, totalMaxNodeCount: 3 })
  nodes[0]!.held = true
  await made(record, wanting({ core: 1, user: 0 }))
  t.match((await machinesOf(record).pools(signal)).find(({ name }) => name === 'user'), { wanted: 0, ready: 1 }, 'with somebody on it, it stays')
  await made(record, wanting({ core: 0, user: 0 }, { stopped: true }))
  t.match(await machinesOf(record).pools(signal), [{ wanted: 0, ready: 0 }, { wanted: 0, ready: 0 }], 'a stop is a stop')
  await removed(record)
})

t.test('a quota that does not suffice is told metric by metric', async (t) => {
  const record = bed.record()
  world.limits = { CPUS: 3, IN_USE_ADDRESSES: 2, SSD_TOTAL_GB: 40_000 }
  const used = Object.fromEntries(world.quotas('us-central1').map(({ metric, usage }) => [metric, usage]))
  t.same(used['CPUS'], 0)
  t.match(await machinesOf(record).quota(wanting({ core: 1, user: 2 }), signal), [
    { what: 'CPUS', location: 'us-central1', limit: 3, used: 0, wanted: 6, unit: 'vCPUs', url: 'https://console.cloud.google.com/iam-admin/quotas?project=hub-fleet-test' },
    { what: 'IN_USE_ADDRESSES', limit: 2, wanted: 3 },
  ])
  world.limits = {}
  await removed(record)
})

t.test('somebody else\'s pool in the cluster is left alone and not counted', async (t) => {
  const record = bed.record()
  await made(record)
  const cluster = inGoogle(record)
  const [first] = cluster.pools.values()
  cluster.pools.set('by-hand', { message: { ...first!.message, name: 'by-hand', config: { ...first!.message['config'] as object, resourceLabels: {} } }, nodes: [] })
  bed.wire!.reset()
  await made(record)
  t.same(changes(), [])
  t.same((await machinesOf(record).pools(signal)).map(({ name }) => name), ['core', 'user'])
  await removed(record)
})

t.test('a cluster that Google could not make says why, and can be deleted', async (t) => {
  const record = bed.record()
  await nudge(machinesOf(record), wanting({ core: 1 }), signal)
  world.advance(600_000)
  inGoogle(record).failure = 'Google Compute Engine: The zone us-central1-b does not have enough resources available to fulfill the request.'
  await t.rejects(made(record), { code: 'cloud-failed', message: /does not have enough resources/, nextStep: /another zone/ })
  await removed(record)
})
