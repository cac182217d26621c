/** Clusters for tests: small, odd, and seen at odd moments. */
import fc from 'fast-check'
import type { ClusterSample, HubSample, NodeSample, PodSample } from '@hubfleet/core'
import type { AllocationInput } from './input.ts'

export const begin = Date.UTC(2026, 4, 1, 10)
export const hubIds = ['hub_a', 'hub_b', 'hub_c']
const size = fc.double({ min: 0, max: 9, noNaN: true })

const nodeSamples: fc.Arbitrary<NodeSample[]> = fc.uniqueArray(fc.record({
  name: fc.constantFrom('n1', 'n2', 'n3', 'n4'), pool: fc.constantFrom('core', 'small', 'large'), purpose: fc.constantFrom('core' as const, 'user' as const),
  machine: fc.constantFrom('n1-standard-2', 'n2-highmem-4', 'nobody-knows'), spot: fc.boolean(), cpu: fc.double({ min: 0, max: 8, noNaN: true }), memoryGiB: fc.double({ min: 0, max: 60, noNaN: true }),
}), { selector: ({ name }) => name, maxLength: 4 })

const podSample: fc.Arbitrary<PodSample> = fc.record({
  name: fc.string({ minLength: 1, maxLength: 3 }), kind: fc.constantFrom('server' as const, 'seat' as const, 'build' as const, 'hub' as const), user: fc.option(fc.constantFrom('ada', 'bob', 'cy')),
  node: fc.constantFrom('n1', 'n2', 'n3', 'n4'), cpu: size, memoryGiB: size, used: fc.option(fc.record({ cpu: size, memoryGiB: size })),
})

const hubSample: fc.Arbitrary<HubSample> = fc.record({
  hubId: fc.constantFrom(...hubIds, 'hub_unknown'), pods: fc.uniqueArray(podSample, { selector: ({ name }) => name, maxLength: 6 }),
  claims: fc.uniqueArray(fc.record({ name: fc.string({ minLength: 1, maxLength: 3 }), kind: fc.constantFrom('home' as const, 'database' as const, 'other' as const), user: fc.option(fc.constantFrom('ada', 'bob')), gib: fc.integer({ min: 0, max: 100 }), storageClass: fc.constantFrom(null, 'premium-rwo', 'nobody-knows') }), { selector: ({ name }) => name, maxLength: 3 }),
  loadBalancers: fc.integer({ min: 0, max: 2 }), addresses: fc.integer({ min: 0, max: 2 }),
  servers: fc.option(fc.array(fc.record({ user: fc.constantFrom('ada', 'bob', 'cy'), server: fc.constant(''), groups: fc.subarray(['staff', 'students', 'alumni']), started: fc.constant(new Date(begin)), lastActivity: fc.constant(null), ready: fc.constant(true) }), { maxLength: 3 })),
  users: fc.option(fc.nat(9)),
})

export const clusterSamples: fc.Arbitrary<ClusterSample[]> = fc.uniqueArray(fc.record({
  at: fc.integer({ min: -900, max: 4000 }).map((seconds) => new Date(begin + seconds * 1000)), holdsSeconds: fc.integer({ min: 1, max: 1200 }),
  nodes: nodeSamples, hubs: fc.uniqueArray(hubSample, { selector: ({ hubId }) => hubId, maxLength: 3 }),
}), { selector: ({ at }) => at.getTime(), maxLength: 6 })

export const hourOf = (over: Partial<AllocationInput> & Pick<AllocationInput, 'samples' | 'prices'>): AllocationInput => ({
  from: new Date(begin), to: new Date(begin + 3_600_000), sharedBy: 'server-hours', cluster: { from: new Date(0), to: null },
  hubs: hubIds.map((hubId) => ({ hubId, tenantId: hubId === 'hub_c' ? 'tenant_2' : 'tenant_1', from: new Date(0), to: null, groupOrder: ['students'] })),
  bootDisk: () => ({ storageClass: 'pd-balanced', gib: 100 }), controlPlane: { tier: 'standard', credited: false }, ...over,
})

const node = (over: Partial<NodeSample>): NodeSample => ({ name: 'n1', pool: 'users', purpose: 'user', machine: 'n2-highmem-4', spot: false, cpu: 4, memoryGiB: 28, ...over })
const pod = (over: Partial<PodSample>): PodSample => ({ name: 'jupyter-ada', kind: 'server', user: 'ada', node: 'n1', cpu: 1, memoryGiB: 7, used: null, ...over })
const hub = (over: Partial<HubSample>): HubSample => ({ hubId: 'hub_a', pods: [], claims: [], loadBalancers: 0, addresses: 0, servers: [], users: 1, ...over })
const sample = (over: Partial<ClusterSample>): ClusterSample => ({ at: new Date(begin), holdsSeconds: 3600, nodes: [node({})], hubs: [], ...over })
export const make = { node, pod, hub, sample }
