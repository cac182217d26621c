import t from 'tap'
import type { EstimateInput } from '../index.ts'
import { estimate, findMachine } from '../index.ts'

const cents = (money: { amount: string } | null) => Number(money?.amount).toFixed(2)
/** A calculation of nodes and homes alone, as the published ones are. */
const bare = { loadBalancers: 0, addresses: 0, controlPlane: null, hubDiskGiB: 0, egressGiB: 0, corePool: null } satisfies Partial<EstimateInput>

t.test('the catalogue gives the published price of n1-standard-2 in us-central1 to the last digit', async (t) => {
  t.equal(findMachine('gcp', 'us-central1', 'n1-standard-2').onDemand, 0.0949995)
})

t.test('the Data 8 budget of 2017 comes out to the cent', async (t) => {
  for (const [name, users, active, memory, slots, nodes, total, each] of [
    ['data8', 900, 221, 2, 12, 19, '4281.25', '4.76'],
    ['data8, small servers', 900, 221, 1, 25, 9, '2833.23', '3.15'],
    ['prob140', 60, 21, 2, 12, 2, '391.61', '6.53'],
    ['prob140, small servers', 60, 21, 1, 25, 1, '246.80', '4.11'],
    ['stat28', 60, 9, 2, 12, 1, '246.80', '4.11'],
  ] as const) {
    const { monthly, perUser, slotsPerNode, peakNodes, incomplete } = estimate({
      provider: 'gcp', region: 'us-central1', ...bare, hoursPerMonth: 720, discount: 0.15,
      users: [{ count: users, memoryGuaranteeGiB: memory, homeGiB: 10, storageClass: 'pd-ssd' }],
      userPools: [{ machine: 'n1-highmem-4', reserve: { memoryGiB: 1 }, bootDisk: null }],
      mode: { kind: 'fixed', peakUsers: active },
    })
    t.same({ slotsPerNode, peakNodes, total: cents(monthly.expected), each: cents(perUser), incomplete }, { slotsPerNode: slots, peakNodes: nodes, total, each, incomplete: [] }, name)
    t.same(monthly.low, monthly.high, `${name}: fixed nodes leave nothing to chance`)
  }
})

t.test('by default the same class is autoscaled on what nodes really have, and everything that bills is in it: the budget of 2017 is a third of nodes that stand idle', async (t) => {
  const { monthly, slotsPerNode, peakNodes, components } = estimate({
    provider: 'gcp', region: 'us-central1', users: [{ count: 900, memoryGuaranteeGiB: 2, homeGiB: 10, storageClass: 'pd-ssd' }], userPools: [{ machine: 'n1-highmem-4' }], corePool: { machine: 'n1-standard-2', count: 1 },
    pattern: { peakConcurrent: 221 / 900 },
  })
  t.same({ slotsPerNode, peakNodes }, { slotsPerNode: 10, peakNodes: 23 }, 'two servers less on a node than 25 of 26 GiB would hold')
  t.match(components.map(({ name }) => name), ['control-plane', 'core-nodes', 'core-node-disks', 'homes', 'hub-disk', 'load-balancers', 'addresses', 'user-nodes', 'user-node-disks'])
  t.ok(Number(monthly.expected.amount) < 4281.25 && Number(monthly.expected.amount) > 1530, monthly.expected.amount)
})

t.test('a course of 250 students on always-on Azure nodes comes out to the cent', async (t) => {
  const { term, peakNodes, binding, incomplete } = estimate({
    provider: 'azure', region: 'westus2', ...bare, months: 4,
    users: [{ count: 250, memoryGuaranteeGiB: 4, cpuGuarantee: 1, homeGiB: 10 }],
    ownPrices: { diskGiBMonth: { '*': 0.4 } },
    userPools: [{ machine: 'Standard_B4ms', reserve: {}, bootDisk: null }],
    mode: { kind: 'fixed', peakUsers: 250 },
    extras: [{ name: 'miscellaneous', perMonth: 150 }],
  })
  t.same({ total: cents(term?.total ?? null), each: cents(term?.perUser ?? null), peakNodes, binding, incomplete }, { total: '35137.36', each: '140.55', peakNodes: 63, binding: 'memory', incomplete: [] })
})

t.test('by default the same course is autoscaled, and always-on nodes turn out to be most of what was paid', async (t) => {
  const { term, incomplete } = estimate({
    provider: 'azure', region: 'westus2', months: 4, users: [{ count: 250, memoryGuaranteeGiB: 4, cpuGuarantee: 1, homeGiB: 10 }], ownPrices: { diskGiBMonth: { '*': 0.4 } },
    userPools: [{ machine: 'Standard_B4ms', maxPods: 30 }], corePool: { machine: 'Standard_B2ms', count: 1 },
  })
  t.same(incomplete, [])
  t.ok(Number(term!.total.amount) < 35137.36 * 0.6 && Number(term!.total.amount) > 4 * 1000, term!.total.amount)
})

t.test('fixed n1 nodes get the sustained-use discount, shared-core e2 nodes none, and the control plane its fee', async (t) => {
  const { components } = estimate({
    provider: 'gcp', region: 'us-central1', ...bare, controlPlane: 'standard', sustainedUse: true,
    users: [{ count: 0, memoryGuaranteeGiB: 1 }],
    corePool: { machine: 'e2-medium', count: 9, bootDisk: null },
    userPools: [{ machine: 'n1-standard-16', bootDisk: null }],
    mode: { kind: 'fixed', nodes: 12 },
  })
  t.same(components.map(({ name, amount, quantity }) => [name, quantity, cents(amount)]), [['control-plane', 730, '73.00'], ['core-nodes', 6570, '220.13'], ['user-nodes-minimum', 8760, '4660.30']])
})

t.test('the free credit pays the fee of one GKE cluster and nothing else', async (t) => {
  const gke = { provider: 'gke', region: 'us-central1', users: [{ count: 0, memoryGuaranteeGiB: 1 }], userPools: [{ machine: 'e2-standard-2' }] } satisfies EstimateInput
  const fee = (input: EstimateInput) => cents(estimate(input).components.find(({ name }) => name === 'control-plane')?.amount ?? null)
  t.same([fee(gke), fee({ ...gke, controlPlaneCredit: true }), fee({ ...gke, sharedByHubs: 4 })], ['73.00', '0.00', '18.25'])
})
