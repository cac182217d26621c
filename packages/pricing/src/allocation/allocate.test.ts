import fc from 'fast-check'
import t from 'tap'
import { sharingRules } from '@hubfleet/core'
import { priceBook } from '../catalogue/price-book.ts'
import { allocate } from './allocate.ts'
import { apportion, microsBetween } from './exact.ts'
import { hourlyPrices } from './hourly-prices.ts'
import type { Allocation, AllocationLine } from './output.ts'
import { usageOf } from './usage.ts'
import { begin, clusterSamples, hourOf, make } from './testing-samples.ts'

const book = priceBook({ provider: 'gcp', region: 'us-central1' })
const prices = hourlyPrices(book)
const bare = { prices, bootDisk: () => null, controlPlane: null }
const sum = (lines: readonly AllocationLine[]) => lines.reduce((all, { micros }) => all + (micros ?? 0n), 0n)
const of = ({ lines }: Allocation, want: Partial<AllocationLine>) => lines.filter((line) => Object.entries(want).every(([key, value]) => line[key as keyof AllocationLine] === value))
const keyOf = ({ hubId, component, pool, group, user }: AllocationLine) => [hubId, component, pool, group, user].join('/')

t.test('parts add up to what the whole cost, to the last micro-dollar, and none is negative', async () => {
  fc.assert(fc.property(clusterSamples, fc.constantFrom(...sharingRules), (samples, sharedBy) => {
    const { lines, total } = allocate(hourOf({ samples, prices, sharedBy }))
    return sum(lines) === total && lines.every(({ micros, seconds, coreSeconds, gibSeconds, unpricedSeconds }) => (micros ?? 0n) >= 0n && [seconds, coreSeconds, gibSeconds, unpricedSeconds].every((value) => value >= -1e-6))
  }), { numRuns: 300 })
})

t.test('what the whole cost is what its nodes, disks, addresses and control plane cost, reckoned one by one', async () => {
  fc.assert(fc.property(clusterSamples, (samples) => {
    const ordered = samples.toSorted((a, b) => a.at.getTime() - b.at.getTime())
    let usd = 0
    for (const [index, { at, holdsSeconds, nodes, hubs }] of ordered.entries()) {
      const end = Math.min(at.getTime() + holdsSeconds * 1000, ordered[index + 1]?.at.getTime() ?? Infinity, begin + 3_600_000)
      const hours = Math.max(0, end - Math.max(at.getTime(), begin)) / 3_600_000
      const counts = hubs.reduce((all, hub) => ({ loadBalancers: all.loadBalancers + hub.loadBalancers, addresses: all.addresses + hub.addresses }), { loadBalancers: 0, addresses: 0 })
      usd += hours * (book.controlPlaneHour('standard')! + book.loadBalancersHour(counts.loadBalancers)! + book.addressHour()! * counts.addresses)
      for (const node of nodes) usd += hours * ((prices.node(node) ?? 0) + book.diskMonth('pd-balanced', 100)! / 730)
      for (const { gib, storageClass } of hubs.flatMap(({ claims }) => claims)) usd += hours * ((book.diskMonth(storageClass, gib) ?? 0) / 730)
    }
    // Each thing is rounded down at both of its ends.
    return Math.abs(Number(allocate(hourOf({ samples, prices })).total) - usd * 1e6) <= 1 + 30 * samples.length
  }))
})

t.test('a period costs what its parts cost, wherever it is cut', async () => {
  fc.assert(fc.property(clusterSamples, fc.uniqueArray(fc.integer({ min: 1, max: 3_599_999 }), { minLength: 1, maxLength: 4 }), (samples, cuts) => {
    const edges = [0, ...cuts.toSorted((a, b) => a - b), 3_600_000]
    const whole = allocate(hourOf({ samples, prices }))
    const parts = edges.slice(1).map((to, index) => allocate(hourOf({ samples, prices, from: new Date(begin + edges[index]!), to: new Date(begin + to) })))
    if (parts.reduce((all, { total }) => all + total, 0n) !== whole.total) return false
    const apart = new Map<string, bigint>()
    for (const line of parts.flatMap(({ lines }) => lines)) apart.set(keyOf(line), (apart.get(keyOf(line)) ?? 0n) + (line.micros ?? 0n))
    // A group that JupyterHub did not tell is known from an earlier sample of the same part, so lines are compared without it.
    const ungrouped = new Map<string, bigint>()
    for (const [key, micros] of apart) ungrouped.set(key.replace(/\/(staff|students|alumni)\//, '//'), (ungrouped.get(key.replace(/\/(staff|students|alumni)\//, '//')) ?? 0n) + micros)
    for (const line of whole.lines) { const key = keyOf({ ...line, group: '' }); ungrouped.set(key, (ungrouped.get(key) ?? 0n) - (line.micros ?? 0n)) }
    return [...ungrouped.values()].every((left) => left > -60n && left < 60n)
  }))
})

t.test('the order of samples, and one that comes twice, change nothing', async (t) => {
  fc.assert(fc.property(clusterSamples.chain((samples) => fc.tuple(fc.constant(samples), fc.shuffledSubarray([...samples, ...samples], { minLength: samples.length * 2 }))), ([samples, shuffled]) => {
    t.same(allocate(hourOf({ samples: shuffled, prices })), allocate(hourOf({ samples, prices })))
  }))
})

t.test('money is divided without a rest, and each part is within a micro-dollar of its due', async () => {
  fc.assert(fc.property(fc.bigInt({ min: -1_000_000_000_000n, max: 1_000_000_000_000n }), fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 30 }), (total, weights) => {
    const parts = apportion(total, weights)
    const all = weights.reduce((a, b) => a + b, 0)
    return parts.reduce((a, b) => a + b, 0n) === total && (all < 1e-9 || parts.every((part, index) => Math.abs(Number(part) - (Number(total) * weights[index]!) / all) <= 1.01))
  }))
})

t.test('n1-standard-2 in us-central1 costs its price, by the hour and by the second', async (t) => {
  t.equal(microsBetween(0.0949995, begin, begin + 36_000_000), 949_995n)
  let seconds = 0n
  for (let at = begin; at < begin + 36_000_000; at += 1000) seconds += microsBetween(0.0949995, at, at + 1000)
  t.equal(seconds, 949_995n)
})

t.test('a pod bears what it asked for, or what it used where that is more; the rest is idle', async (t) => {
  const hubs = (used: { cpu: number; memoryGiB: number } | null) => [make.hub({ pods: [make.pod({ used })] })]
  const price = prices.node(make.node({}))!
  const asked = allocate(hourOf({ ...bare, samples: [make.sample({ hubs: hubs(null) })] }))
  t.ok(Math.abs(Number(of(asked, { component: 'servers' })[0]!.micros) - price * 1e6 / 4) <= 1, 'a quarter of the node')
  t.ok(Math.abs(Number(of(asked, { component: 'idle', hubId: 'hub_a' })[0]!.micros) - price * 1e6 * 3 / 4) <= 1)
  t.match(of(asked, { component: 'servers' })[0], { user: 'ada', coreSeconds: 3600, gibSeconds: 7 * 3600, seconds: 3600 })
  const used = allocate(hourOf({ ...bare, samples: [make.sample({ hubs: hubs({ cpu: 2, memoryGiB: 14 }) })] }))
  t.ok(Math.abs(Number(of(used, { component: 'servers' })[0]!.micros) - price * 1e6 / 2) <= 1, 'half of it')
  const beyond = allocate(hourOf({ ...bare, samples: [make.sample({ hubs: hubs({ cpu: 9, memoryGiB: 99 }) })] }))
  t.equal(of(beyond, { component: 'servers' })[0]!.micros, beyond.total, 'never more than there is')
})

t.test('what is idle goes to hubs by what they asked for in that pool; where nobody asked, to the owner', async (t) => {
  const samples = [make.sample({
    nodes: [make.node({}), make.node({ name: 'n2', pool: 'empty' })],
    hubs: [make.hub({ pods: [make.pod({})] }), make.hub({ hubId: 'hub_b', pods: [make.pod({ name: 'seat-1', kind: 'seat', user: null, cpu: 2, memoryGiB: 14 })] })],
  })]
  const allocation = allocate(hourOf({ ...bare, samples }))
  const [a, b] = ['hub_a', 'hub_b'].map((hubId) => Number(of(allocation, { component: 'idle', hubId })[0]!.micros))
  t.ok(Math.abs(b! - 2 * a!) <= 2)
  t.equal(of(allocation, { component: 'idle', pool: 'empty', hubId: '' })[0]!.micros, BigInt(Math.round(prices.node(make.node({}))! * 1e6)), 'all of the empty pool')
  t.equal(of(allocation, { component: 'seats', hubId: 'hub_b' }).length, 1, 'seats are of the hub that asked for them')
})

t.test('what serves the whole cluster is shared by servers, alike, or not at all', async (t) => {
  const pods = (count: number) => Array.from({ length: count }, (_, index) => make.pod({ name: `p${index}`, node: 'n1', cpu: 0.1, memoryGiB: 0.1 }))
  const samples = (a: number, b: number) => [make.sample({ hubs: [make.hub({ pods: pods(a) }), make.hub({ hubId: 'hub_b', pods: pods(b) })] })]
  const shares = (sharedBy: (typeof sharingRules)[number], [a, b]: [number, number]) =>
    Object.fromEntries(of(allocate(hourOf({ samples: samples(a, b), prices, sharedBy })), { component: 'control-plane' }).map(({ hubId, micros }) => [hubId, micros]))
  t.same(shares('server-hours', [3, 1]), { hub_a: 75_000n, hub_b: 25_000n })
  t.same(shares('server-hours', [0, 0]), { hub_a: 50_000n, hub_b: 50_000n })
  t.same(shares('equal', [3, 1]), { hub_a: 50_000n, hub_b: 50_000n })
  t.same(shares('owner', [3, 1]), { '': 100_000n })
})

t.test('a pod that never had a node costs nothing, one on a node that was not seen has no price', async (t) => {
  const lost = allocate(hourOf({ ...bare, samples: [make.sample({ nodes: [], hubs: [make.hub({ pods: [make.pod({ node: 'gone' })] })] })] }))
  t.match(lost, { total: 0n, lines: [{ component: 'servers', micros: null, seconds: 3600, unpricedSeconds: 3600 }], unpriced: ['the node gone, which was not seen'] })
  t.match(allocate(hourOf({ ...bare, samples: [make.sample({ nodes: [], hubs: [make.hub({})] })] })), { lines: [], total: 0n })
})

t.test('who is in several groups counts once, in the first of the stated order; also while JupyterHub does not answer', async (t) => {
  const server = { user: 'ada', server: '', groups: ['alumni', 'students'], started: new Date(begin), lastActivity: null, ready: true }
  const samples = [
    make.sample({ hubs: [make.hub({ pods: [make.pod({})], servers: [server] })] }),
    make.sample({ at: new Date(begin + 600_000), hubs: [make.hub({ pods: [make.pod({})], servers: null })] }),
  ]
  t.same(of(allocate(hourOf({ ...bare, samples })), { component: 'servers' }).map(({ group, seconds }) => [group, seconds]), [['students', 3600]])
})

t.test('what was not seen is a gap, of the cluster and of a hub, and costs nothing', async (t) => {
  const samples = [make.sample({ holdsSeconds: 600, hubs: [make.hub({ pods: [make.pod({})] })] }), make.sample({ at: new Date(begin + 1_800_000), holdsSeconds: 600, hubs: [] })]
  const { hubs, tenants } = usageOf(hourOf({ ...bare, samples }))
  t.match(hubs, [{ hubId: '', gapSeconds: 2400 }, { hubId: 'hub_a', gapSeconds: 3000, users: 1, peakServers: 1, peakNodes: 1, serverSeconds: 600 }, { hubId: 'hub_b', gapSeconds: 3600 }, { hubId: 'hub_c' }])
  t.match(tenants, [{ tenantId: 'tenant_1', gapSeconds: 3600, users: 1 }, { tenantId: 'tenant_2', users: 0 }])
  t.equal(of(allocate(hourOf({ ...bare, samples })), { component: 'servers' })[0]!.seconds, 600)
  const young = usageOf(hourOf({ ...bare, samples, hubs: [{ hubId: 'hub_a', tenantId: 'tenant_1', from: new Date(begin + 3_000_000), to: null, groupOrder: [] }] }))
  t.equal(young.hubs[1]!.gapSeconds, 600, 'before it was there it was not missing')
})

t.test('a place without prices has usage and no amount, and never a zero', async (t) => {
  const allocation = allocate(hourOf({ samples: [make.sample({ hubs: [make.hub({ pods: [make.pod({})] })] })], prices: hourlyPrices(null) }))
  t.ok(allocation.lines.length > 0 && allocation.lines.every(({ micros, seconds, unpricedSeconds }) => micros === null && seconds === unpricedSeconds))
})

t.test('a period that was priced keeps its prices, and asks anew only for what had none', async (t) => {
  const noted: Record<string, number> = {}
  t.equal(hourlyPrices(book, noted).node(make.node({ machine: 'n1-standard-2' })), 0.0949995)
  t.same(noted, { 'node n1-standard-2': 0.0949995 })
  const dearer = priceBook({ provider: 'gcp', region: 'us-central1', ownPrices: { machines: { 'n1-standard-2': { vcpu: 2, memoryGiB: 7.5, perHour: 9 }, mine: { vcpu: 2, memoryGiB: 7.5, perHour: 1 } } } })
  const later = hourlyPrices(dearer, noted)
  t.equal(later.node(make.node({ machine: 'n1-standard-2' })), 0.0949995)
  t.equal(later.node(make.node({ machine: 'mine' })), 1)
})

t.test('the free credit of a billing account takes the fee of one control plane away, and no more', async (t) => {
  t.equal(prices.controlPlane('standard', true), 0)
  t.equal(prices.controlPlane('standard', false), 0.1)
})
