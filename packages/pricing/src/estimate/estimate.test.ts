import { isProblem } from '@hubfleet/core'
import fc from 'fast-check'
import t from 'tap'
import type { Estimate, EstimateInput, UserType } from '../index.ts'
import { estimate, findMachine, runningShare } from '../index.ts'
import { microsOfMoney } from '../money.ts'
import { anyInput, type CulledInput } from './testing-courses.ts'

const expected = (input: EstimateInput) => microsOfMoney(estimate(input).monthly.expected)

const holds = (property: (value: CulledInput, more: number) => boolean) => fc.assert(fc.property(anyInput, fc.integer({ min: 1, max: 200 }), property), { numRuns: 40 })

t.test('the cost never falls when there is more of anything: users, memory, idle time, placeholders', async () => {
  const users = (given: EstimateInput, change: (type: UserType) => Partial<UserType>) => ({ ...given, users: given.users.map((type) => ({ ...type, ...change(type) })) })
  holds((given, more) => expected(users(given, ({ count }) => ({ count: count + more }))) >= expected(given))
  holds((given, more) => expected(users(given, ({ memoryGuaranteeGiB }) => ({ memoryGuaranteeGiB: memoryGuaranteeGiB + Math.min(3, more / 50) }))) >= expected(given))
  holds((given, more) => expected({ ...given, placeholders: (given.placeholders ?? 0) + more }) >= expected(given))
  holds((given, more) => !given.culling || expected({ ...given, culling: { ...given.culling, timeoutSeconds: given.culling.timeoutSeconds + more * 60 } }) >= expected(given))
  holds((given, more) => !given.culling || expected({ ...given, culling: { ...given.culling, everySeconds: given.culling.everySeconds + more * 60 } }) >= expected(given))
  holds((given) => expected({ ...given, culling: null }) >= expected(given))
})

t.test('a dearer node never makes a hub cheaper', async () => {
  const priced = (given: EstimateInput, perHour: number): EstimateInput => ({ ...given, corePool: null, userPools: [{ ...given.userPools[0]!, machine: 'mine' }], ownPrices: { machines: { mine: { vcpu: 8, memoryGiB: 64, perHour } } } })
  holds((given, more) => expected(priced(given, 0.5 + more / 100)) >= expected(priced(given, 0.5)))
})

t.test('an autoscaled pool is never dearer than fixed nodes for the same peak', async () => {
  holds((given) => expected({ ...given, mode: { kind: 'autoscale' }, corePool: null }) <= expected({ ...given, mode: { kind: 'fixed' }, corePool: null }))
})

t.test('a fixed number of nodes costs the same whatever the users do', async () => {
  const fixed = (given: EstimateInput, nodes: number): EstimateInput => ({ ...given, mode: { kind: 'fixed', nodes } })
  holds((given, nodes) => expected(fixed(given, nodes)) === expected({ ...fixed(given, nodes), pattern: {} }))
})

t.test('without users there is only the base, and it is not nothing', async () => {
  holds((given) => {
    const { fixed, variable, perUser } = estimate({ ...given, users: given.users.map((type) => ({ ...type, count: 0 })), placeholders: 0 })
    return microsOfMoney(variable) === 0n && microsOfMoney(fixed) > 0n && perUser === null
  })
})

t.test('spot nodes are never dearer than on-demand ones', async () => {
  const spot = (given: EstimateInput, spotShare: number) => ({ ...given, userPools: given.userPools.map((pool) => ({ ...pool, spotShare })) })
  holds((given) => expected(spot(given, 1)) <= expected(spot(given, 0.5)) && expected(spot(given, 0.5)) <= expected(spot(given, 0)))
})

t.test('components add up to the total, fixed and variable too, and low ≤ expected ≤ high, to the micro-dollar', async () => {
  holds((given) => {
    const { monthly, components, fixed, variable } = estimate({ ...given, sustainedUse: true, egressGiB: 1234.5 })
    const sum = components.reduce((micros, { amount }) => micros + microsOfMoney(amount!), 0n)
    const total = microsOfMoney(monthly.expected)
    return sum === total && microsOfMoney(fixed) + microsOfMoney(variable) === total && microsOfMoney(monthly.low) <= total && total <= microsOfMoney(monthly.high)
  })
})

t.test('user nodes cost no less than their servers would if packed without gaps, and no more than the peak all month', async () => {
  holds((given) => {
    const only: EstimateInput = { ...given, users: given.users.slice(0, 1), corePool: null, userPools: [{ machine: 'e2-standard-4', bootDisk: null }] }
    const { components, peakNodes, slotsPerNode } = estimate(only)
    const nodes = components.filter(({ name }) => name.startsWith('user-nodes')).reduce((sum, { amount }) => sum + Number(amount!.amount), 0)
    const perNode = 730 * findMachine('gcp', only.region, 'e2-standard-4').onDemand!
    const running = runningShare(given.pattern!, given.culling)
    const meanServers = running.reduce((sum, share) => sum + share, 0) / running.length * given.users[0]!.count
    return nodes <= peakNodes * perNode + 0.001 && nodes >= meanServers / slotsPerNode * perNode - 0.001
  })
})

t.test('a class pays for its hours and the idle tail, on as many nodes as it needs', async (t) => {
  const { pools: [pool], peakServers } = estimate({
    provider: 'gcp', region: 'us-central1', corePool: null, scaleDownMinutes: 0,
    users: [{ count: 40, memoryGuaranteeGiB: 2 }], userPools: [{ machine: 'n1-highmem-4', reserve: { memoryGiB: 2 } }],
    pattern: { classes: [{ day: 1, start: 10, hours: 2, attendance: 1 }] }, culling: { timeoutSeconds: 3600, everySeconds: 600 },
  })
  // 40 users at 12 per node are 4 nodes, for 2 h and 65 min, once a week
  t.equal(peakServers, 40)
  t.ok(Math.abs(pool!.nodeHours - 4 * (3 + 5 / 60) * 730 / 168) < 1e-6)
})

t.test('more users than the nodes can take are warned about, not hidden', async (t) => {
  const crowded = estimate({ provider: 'gcp', region: 'us-central1', users: [{ count: 100, memoryGuaranteeGiB: 2 }], userPools: [{ machine: 'n1-highmem-4', reserve: { memoryGiB: 2 }, max: 2 }], pattern: { peakConcurrent: 1 } })
  t.equal(crowded.pools[0]?.unserved, 76)
  t.match(crowded.warnings[0], /76 users would wait/)
})

t.test('a server that fits on no node is refused with the resource that is too small', async (t) => {
  try {
    estimate({ provider: 'gcp', region: 'us-central1', users: [{ count: 1, memoryGuaranteeGiB: 64 }], userPools: [{ machine: 'n1-standard-2' }] })
    t.fail('it was not refused')
  } catch (error) {
    t.ok(isProblem(error) && error.code === 'server-too-large')
    t.match(String(error), /memory/)
  }
})

t.test('a price that is not known makes the estimate incomplete, never a zero', async (t) => {
  const unknown = estimate({ provider: 'azure', region: 'westeurope', users: [{ count: 10, memoryGuaranteeGiB: 1 }], userPools: [{ machine: 'Standard_D4s_v5', bootDisk: null }] })
  t.equal(unknown.components.find(({ name }) => name === 'homes')?.amount, null)
  t.ok(unknown.incomplete.some((line) => line.startsWith('homes')))
  const suspect = estimate({ provider: 'aks', region: 'eastus', users: [{ count: 10, memoryGuaranteeGiB: 1, homeGiB: 0 }], userPools: [{ machine: 'Standard_E4as_v5', bootDisk: null }] })
  t.ok(suspect.incomplete.some((line) => line.startsWith('user-nodes')), 'the price with a Windows licence is not used')
})

t.test('a cluster of one\'s own is priced by what the caller gives, per node or per core and GiB', async (t) => {
  const mine = (ownPrices: EstimateInput['ownPrices']): Estimate => estimate({ provider: 'own', region: '', users: [{ count: 10, memoryGuaranteeGiB: 1, homeGiB: 0 }], userPools: [{ machine: 'rack', min: 2, max: 2 }], loadBalancers: 0, addresses: 0, hubDiskGiB: 0, ownPrices })
  t.equal(mine({ machines: { rack: { vcpu: 8, memoryGiB: 32, perHour: 0.5 } } }).monthly.expected.amount, '730.0000')
  t.equal(mine({ machines: { rack: { vcpu: 8, memoryGiB: 32 } }, vcpuHour: 0.03, gibHour: 0.005 }).monthly.expected.amount, '584.0000')
  t.equal(mine({ machines: { rack: { vcpu: 8, memoryGiB: 32 } } }).incomplete.length, 1)
})

t.test('the sandbox says that its prices are invented, and old prices are warned about', async (t) => {
  const sandbox = estimate({ provider: 'sandbox', region: 'sandbox-north', users: [{ count: 30, memoryGuaranteeGiB: 1 }], userPools: [{ machine: 'sandbox-medium' }], now: new Date('2027-01-01') })
  t.same(sandbox.incomplete, [])
  t.match(sandbox.warnings, [/invented/], 'invented prices do not grow old')
})
