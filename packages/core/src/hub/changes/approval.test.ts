import t from 'tap'
import fc from 'fast-check'
import { approvalReasons } from './approval.ts'

const cost = (after: number, difference: number) => ({ after: { amount: after.toFixed(4) }, difference: { amount: difference.toFixed(4) } })
const calm = { cost: null, disconnects: false }

t.test('without limits nothing needs an approval', async () => {
  fc.assert(fc.property(fc.integer(), fc.integer(), fc.boolean(), (after, difference, disconnects) => approvalReasons(undefined, { cost: cost(after, difference), disconnects }).length === 0))
})

t.test('money needs an approval exactly beyond its limit, and never for what becomes cheaper', async () => {
  const most = fc.nat(1000)
  fc.assert(fc.property(most, fc.integer({ min: -1000, max: 1000 }), (monthlyDifference, difference) =>
    (approvalReasons({ monthlyDifference }, { ...calm, cost: cost(5000, difference) }).length > 0) === difference > monthlyDifference))
  fc.assert(fc.property(most, fc.integer({ min: -1000, max: 1000 }), fc.nat(2000), (monthlyTotal, difference, after) =>
    (approvalReasons({ monthlyTotal }, { ...calm, cost: cost(after, difference) }).length > 0) === (difference > 0 && after > monthlyTotal)))
})

t.test('who is disconnected counts exactly where it is known, and is beyond any limit where it is not', async (t) => {
  fc.assert(fc.property(fc.nat(100), fc.nat(100), (disconnects, connected) => (approvalReasons({ disconnects }, { cost: null, disconnects: true, connected }).length > 0) === connected > disconnects))
  for (const connected of [undefined, null]) t.equal(approvalReasons({ disconnects: 1000 }, { cost: null, disconnects: true, ...(connected === null && { connected }) }).length, 1)
  t.same(approvalReasons({ disconnects: 0 }, { cost: null, disconnects: false, connected: 50 }), [])
})

t.test('what costs nothing is beyond no price, and a price that is not known is beyond every one', async (t) => {
  t.same(approvalReasons({ monthlyDifference: 0, monthlyTotal: 0 }, calm), [])
  const unpriced = ['homes: no price is known']
  t.match(approvalReasons({ monthlyTotal: 1e6 }, { ...calm, unpriced }), [/not known in full.*homes: no price is known/])
  t.match(approvalReasons({ monthlyDifference: 1e6 }, { ...calm, cost: cost(10, 1), unpriced }), [/not known in full/])
  t.same(approvalReasons({ disconnects: 0 }, { ...calm, unpriced }), [], 'where no price is limited nobody asks for one')
})
