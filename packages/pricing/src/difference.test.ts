import t from 'tap'
import type { EstimateInput } from './index.ts'
import { difference, estimate } from './index.ts'
import { microsOfMoney } from './money.ts'

const hub: EstimateInput = { provider: 'sandbox', region: 'sandbox-north', users: [{ count: 50, memoryGuaranteeGiB: 1 }], userPools: [{ machine: 'sandbox-medium' }] }

t.test('a plan shows by how much each line changes, and the lines make up the whole change', async (t) => {
  const [before, after] = [estimate(hub), estimate({ ...hub, users: [{ ...hub.users[0]!, count: 200 }], placeholders: 20 })]
  const change = difference(before, after)
  t.ok(microsOfMoney(change.monthly.expected) > 0n && change.percent! > 0)
  t.equal(change.components.reduce((sum, line) => sum + microsOfMoney(line.change), 0n), microsOfMoney(change.monthly.expected))
  t.notOk(change.components.some(({ name }) => name === 'load-balancers'), 'what stays is not listed')
  t.equal(microsOfMoney(difference(after, before).monthly.expected), -microsOfMoney(change.monthly.expected), 'the way back is the same with the other sign')
})

t.test('no change is no lines', async (t) => {
  t.match(difference(estimate(hub), estimate(hub)), { components: [], percent: 0, monthly: { expected: { amount: '0.0000' } } })
})

t.test('a line that goes away is shown with nothing after it', async (t) => {
  const { components } = difference(estimate(hub), estimate({ ...hub, loadBalancers: 0 }))
  t.match(components, [{ name: 'load-balancers', after: null, change: { amount: '-14.6000' } }])
})
