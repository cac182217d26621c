import { protos } from '@google-cloud/container'
import * as fc from 'fast-check'
import t from 'tap'
import type { PoolSpec } from '@hubfleet/core'
import { gkePoolName, isNodeOf } from './names.ts'
import type { Place } from './place.ts'
import { clusterRequest, perZone, poolRequest, zonesFor } from './requests.ts'

const { Cluster } = protos.google.container.v1
const zones = ['us-central1-a', 'us-central1-b', 'us-central1-c', 'us-central1-f']
const pool = fc.record({
  name: fc.stringMatching(/^[a-z][a-z0-9-]{0,38}[a-z0-9]$/), purpose: fc.constantFrom('core' as const, 'user' as const), machineType: fc.constantFrom('n1-standard-2', 'e2-highmem-4'),
  min: fc.constant(0), max: fc.integer({ min: 0, max: 1000 }), spot: fc.boolean(), diskGiB: fc.integer({ min: 10, max: 10_000 }), maxPods: fc.integer({ min: 8, max: 250 }),
})
const place = (pools: PoolSpec[], spec: object = {}) => ({ record: { id: 'cluster_01k000000000000000000000a', tenantId: 'tenant_1', name: 'fleet', spec: { provider: 'gke', ...spec }, access: null }, pools, location: 'us-central1', region: 'us-central1' }) as unknown as Place

t.test('what is asked for is in Google\'s own definition, field by field', async (t) => {
  fc.assert(fc.property(fc.uniqueArray(pool, { minLength: 1, maxLength: 5, selector: ({ name }) => name }), fc.constantFrom({}, { kubernetesVersion: '1.34', channel: 'stable' }), (pools, spec) => {
    const where = place(pools, spec)
    const request = clusterRequest(where, 'fleet-project', pools.map((it) => poolRequest(where, it, { floor: 0, zones: zonesFor(it, zones), stopped: false })))
    t.strictSame(without(Cluster.toObject(Cluster.fromObject(request), { enums: String, longs: Number })), without(request))
    for (const { name } of request.nodePools!) if (!/^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/.test(name!)) throw new Error(`${name} is no name for a pool`)
  }), { numRuns: 30 })
})

/** Empty things are not told apart from absent ones in protobuf. */
function without(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(without)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, without(it)] as const).filter(([, it]) => it !== undefined && it !== 0 && it !== false && !(Array.isArray(it) && it.length === 0)))
}

t.test('a pool has never more nodes than its maximum, and never fewer than its floor', async () => {
  fc.assert(fc.property(pool, fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 4 }), (it, share, count) => {
    const floor = Math.round(share * it.max)
    const places = zonesFor(it, zones.slice(0, count)).length
    const nodes = perZone(floor, places) * places
    return places >= 1 && nodes >= floor && nodes <= it.max
  }))
})

t.test('the guide\'s call: three n1-standard-2 in us-central1-b', async (t) => {
  const guide: PoolSpec = { name: 'default', purpose: 'core', machineType: 'n1-standard-2', min: 3, max: 3 }
  const request = clusterRequest(place([guide]), 'fleet-project', [poolRequest(place([guide]), guide, { floor: 3, zones: ['us-central1-b'], stopped: false })])
  t.match(request, {
    name: 'fleet', workloadIdentityConfig: { workloadPool: 'fleet-project.svc.id.goog' }, networkConfig: { datapathProvider: 'ADVANCED_DATAPATH' }, initialNodeCount: undefined,
    nodePools: [{ initialNodeCount: 3, locations: ['us-central1-b'], autoscaling: { enabled: true, totalMinNodeCount: 3, totalMaxNodeCount: 3 }, config: { machineType: 'n1-standard-2', taints: [], labels: { 'hub.jupyter.org/node-purpose': 'core' } } }],
  })
})

t.test('a user pool is labelled and tainted as the chart expects it', async (t) => {
  const user: PoolSpec = { name: 'user', purpose: 'user', machineType: 'e2-highmem-4', min: 0, max: 6, spot: true, diskGiB: 200, maxPods: 32 }
  t.match(poolRequest(place([user]), user, { floor: 2, zones, stopped: false }), {
    config: { labels: { 'hub.jupyter.org/node-purpose': 'user' }, taints: [{ key: 'hub.jupyter.org_dedicated', value: 'user', effect: 'NO_SCHEDULE' }], spot: true, diskSizeGb: 200 },
    maxPodsConstraint: { maxPodsPerNode: 32 },
  })
  t.match(poolRequest(place([user]), user, { floor: 0, zones, stopped: true }), { initialNodeCount: 0, autoscaling: { enabled: false } })
})

t.test('a node is known for ours by the name of its pool, whatever the pool was', async (t) => {
  const ours = { id: 'cluster_01k000000000000000000000a', name: 'fleet' }
  const user: PoolSpec = { name: 'user', purpose: 'user', machineType: 'e2-highmem-4', min: 0, max: 6 }
  for (const it of [user, { ...user, machineType: 'n1-standard-2' }, { ...user, name: 'a-very-long-name-of-a-pool-that-is-there' }]) {
    t.ok(isNodeOf(ours, `gke-fleet-${gkePoolName(ours, it)}-0a1b2c3d-wxyz`))
    t.notOk(isNodeOf({ ...ours, id: 'cluster_01k000000000000000000000b' }, `gke-fleet-${gkePoolName(ours, it)}-0a1b2c3d-wxyz`))
    t.notOk(isNodeOf(ours, `gke-other-${gkePoolName(ours, it)}-0a1b2c3d-wxyz`))
  }
  t.notOk(isNodeOf(ours, 'gke-fleet-default-pool-0a1b2c3d-wxyz'))
})
