import fc from 'fast-check'
import t from 'tap'
import type { RunningInterval } from './index.ts'
import { costOfRunning, priceBook } from './index.ts'
import { microsOfMoney } from './money.ts'

const prices = priceBook({ provider: 'sandbox', region: 'sandbox-north' })
const hour = (at: number) => new Date(Date.UTC(2026, 0, 1) + at * 3_600_000)
const during = (from: number, to: number) => ({ from: hour(from), to: hour(to) })

const times = fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 500 })).map(([from, length]) => during(from / 4, (from + length) / 4))
const interval: fc.Arbitrary<RunningInterval> = fc.tuple(times, fc.integer({ min: 1, max: 50 }), fc.constantFrom(
  { kind: 'node-share', machine: 'sandbox-medium' }, { kind: 'server', machine: 'sandbox-medium', memoryGiB: 2, cpu: 0.5 },
  { kind: 'seat', machine: 'sandbox-medium', memoryGiB: 1, cpu: 0 }, { kind: 'home', gib: 10, storageClass: null },
  { kind: 'loadBalancer' }, { kind: 'address' }, { kind: 'controlPlane', tier: 'standard' },
) as fc.Arbitrary<RunningInterval>).map(([at, quantity, what]) => ({ ...what, quantity, ...at }))

t.test('each thing costs its hours times its price', async (t) => {
  const { total, components, incomplete } = costOfRunning([
    { kind: 'node-share', machine: 'sandbox-medium', quantity: 2, ...during(0, 10) },
    { kind: 'server', machine: 'sandbox-medium', memoryGiB: 16, cpu: 4, quantity: 1, ...during(0, 5) },
    { kind: 'home', gib: 73, storageClass: 'sandbox-disk', quantity: 3, ...during(0, 100) },
    { kind: 'loadBalancer', quantity: 1, ...during(0, 100) },
  ], prices)
  t.same(Object.fromEntries(components.map(({ name, amount }) => [name, amount.amount])), { servers: '1.0000', homes: '3.0000', 'load-balancers': '2.0000', idle: '3.0000' })
  t.equal(total.amount, '9.0000')
  t.same(incomplete, [])
})

t.test('cutting an interval in two changes nothing, and neither does the order', async () => {
  fc.assert(fc.property(fc.array(interval, { maxLength: 12 }), fc.double({ min: 0, max: 1, noNaN: true }), (intervals, at) => {
    const cut = intervals.flatMap((whole) => {
      const middle = new Date(whole.from.getTime() + Math.round((whole.to.getTime() - whole.from.getTime()) * at))
      return [{ ...whole, from: middle }, { ...whole, to: middle }]
    }).reverse()
    const [whole, parts] = [costOfRunning(intervals, prices), costOfRunning(cut, prices)]
    const difference = microsOfMoney(whole.total) - microsOfMoney(parts.total)
    // one unit of the last place for each component's rounding
    return difference <= 700n && difference >= -700n
  }))
})

t.test('components add up to the total, none is negative, and nodes are never paid twice', async () => {
  fc.assert(fc.property(fc.array(interval, { maxLength: 12 }), (intervals) => {
    const { total, components } = costOfRunning(intervals, prices)
    const amount = (names: string[]) => components.filter(({ name }) => names.includes(name)).reduce((sum, line) => sum + microsOfMoney(line.amount), 0n)
    const alone = (kinds: string[]) => microsOfMoney(costOfRunning(intervals.filter(({ kind }) => kinds.includes(kind)), prices).total)
    const [nodes, onNodes] = [alone(['node-share']), alone(['server', 'seat'])]
    const paid = amount(['servers', 'seats', 'idle']) - (nodes > onNodes ? nodes : onNodes)
    return components.reduce((sum, line) => sum + microsOfMoney(line.amount), 0n) === microsOfMoney(total) && components.every((line) => microsOfMoney(line.amount) >= 0n) && paid <= 200n && paid >= -200n
  }))
})

t.test('only what lies in the window counts', async (t) => {
  const balancer = { kind: 'loadBalancer', quantity: 1, ...during(0, 100) } as const
  t.equal(costOfRunning([balancer], prices, during(90, 200)).total.amount, '0.2000')
  t.equal(costOfRunning([balancer], prices, during(100, 200)).total.amount, '0.0000')
})

t.test('what has no known price is said, not given away', async (t) => {
  const azure = priceBook({ provider: 'azure', region: 'westeurope' })
  t.match(costOfRunning([{ kind: 'home', gib: 10, storageClass: null, quantity: 1, ...during(0, 1) }], azure).incomplete, [/homes/])
})
