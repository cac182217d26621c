import fc from 'fast-check'
import t from 'tap'
import { checkThresholds, lookAtBudget, nameOf, ordersOf, type BudgetHold, type BudgetMonth, type Held, type Spend, type Threshold } from './index.ts'

const micros = 100_000_000n
const monthStart = new Date('2026-05-01T00:00:00Z')
const at = (text: string) => new Date(`2026-05-${text}:00Z`)
const spend = (actual: number, expected: number | null = null): Spend => ({ actual: BigInt(actual) * 1_000_000n, forecast: expected === null ? null : { low: 0n, expected: BigInt(expected) * 1_000_000n, high: BigInt(expected) * 2_000_000n } })
const look = (thresholds: Threshold[], of: Spend, { before = null as BudgetMonth | null, now = at('10T12:00'), override = null as string | null, start = monthStart } = {}) =>
  lookAtBudget({ micros, thresholds }, of, before, { monthStart: start, now, override: override === null ? null : { until: override }, words: nameOf })

const anyThreshold: fc.Arbitrary<Threshold> = fc.record({ of: fc.constantFrom('actual' as const, 'forecast' as const), percent: fc.integer({ min: 1, max: 300 }), action: fc.constantFrom('notify' as const, 'freeze' as const, 'scale' as const, 'stop' as const) })
  .chain((threshold) => fc.record({ graceMinutes: threshold.action === 'notify' ? fc.constant(0) : fc.integer({ min: 0, max: 10_000 }), seats: fc.integer({ min: 0, max: 50 }) }).map((more) => ({ ...threshold, ...(threshold.action !== 'notify' && { graceMinutes: more.graceMinutes }), ...(threshold.action === 'scale' && { seats: more.seats }) })))
const anyThresholds = fc.uniqueArray(anyThreshold, { maxLength: 6, selector: nameOf })
const anySpend = fc.record({ actual: fc.integer({ min: 0, max: 400 }), expected: fc.option(fc.integer({ min: 0, max: 400 })) }).map(({ actual, expected }) => spend(actual, expected))

t.test('a threshold is crossed once in a month, and told once', async (t) => {
  const first = look([{ percent: 80 }], spend(80))
  t.same([first.fresh, first.thresholds[0]], [['actual 80 %: notify'], { name: 'actual 80 %: notify', crossedAt: '2026-05-10T12:00:00.000Z', takesEffectAt: '2026-05-10T12:00:00.000Z', inForce: true }])
  const again = look([{ percent: 80 }], spend(95), { before: first.month, now: at('11T12:00') })
  t.same([again.fresh, again.thresholds[0]!.crossedAt], [[], '2026-05-10T12:00:00.000Z'])
  t.same(look([{ percent: 80 }], spend(79)).fresh, [])
})

t.test('an action waits for its grace, and the budget says when to look again', async (t) => {
  const thresholds: Threshold[] = [{ percent: 100, action: 'freeze', graceMinutes: 120 }]
  const first = look(thresholds, spend(100))
  t.same([first.hold.freeze, first.nextAt], [null, at('10T14:00')])
  t.equal(look(thresholds, spend(101), { before: first.month, now: at('10T13:59') }).hold.freeze, null)
  t.equal(look(thresholds, spend(101), { before: first.month, now: at('10T14:00') }).hold.freeze, 'actual 100 %: freeze')
})

t.test('nothing of a month goes over into the next', async () => {
  await fc.assert(fc.property(anyThresholds, anySpend, (thresholds, of) => {
    const before = look(thresholds, of)
    const next = look(thresholds, spend(0, 0), { before: before.month, start: new Date('2026-06-01T00:00:00Z'), now: new Date('2026-06-01T00:00:00Z') })
    return next.hold.freeze === null && next.hold.seats === null && !next.hold.stop && Object.keys(next.month.crossed).length === 0
  }))
})

t.test('while an override holds nothing is in force, all is still told, and when it ends all is as if it had not been', async (t) => {
  await fc.assert(fc.property(anyThresholds, anySpend, (thresholds, of) => {
    const plain = look(thresholds, of)
    const lifted = look(thresholds, of, { override: '2026-05-20T00:00:00.000Z' })
    t.same([lifted.hold, lifted.fresh, lifted.month], [{ freeze: null, seats: null, stop: false }, plain.fresh, plain.month])
    const late = { now: at('25T00:00') }
    t.same(look(thresholds, of, { before: lifted.month, override: '2026-05-20T00:00:00.000Z', ...late }), look(thresholds, of, { before: plain.month, ...late }))
  }))
})

t.test('more spent never holds less, and a higher amount never holds more', async () => {
  const strength = ({ freeze, seats, stop }: BudgetHold) => [Number(freeze !== null), seats === null ? 0 : 1000 - seats, Number(stop)]
  await fc.assert(fc.property(anyThresholds, fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), (thresholds, a, b) => {
    const [less, more] = [Math.min(a, b), Math.max(a, b)].map((actual) => strength(look(thresholds, spend(actual), { now: at('30T00:00'), before: { start: monthStart.toISOString(), crossed: {} } }).hold))
    return less!.every((one, index) => one <= more![index]!)
  }))
})

t.test('a forecast that swings by less than a twentieth freezes and thaws nothing by turns', async (t) => {
  const thresholds: Threshold[] = [{ of: 'forecast', percent: 100, action: 'freeze' }]
  const first = look(thresholds, spend(10, 101))
  t.ok(first.hold.freeze)
  const lower = look(thresholds, spend(10, 97), { before: first.month, now: at('11T00:00') })
  t.ok(lower.hold.freeze, 'still')
  t.equal(look(thresholds, spend(10, 94), { before: lower.month, now: at('12T00:00') }).hold.freeze, null)
  t.ok(look(thresholds, spend(120, null)).hold.freeze, 'what is spent is the least that will have been')
})

const anyHubs = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), power: fc.constantFrom('running' as const, 'stopped' as const), seats: fc.integer({ min: 0, max: 20 }) }), { selector: ({ id }) => id })
const anyHold = fc.record({ freeze: fc.constant(null), seats: fc.option(fc.integer({ min: 0, max: 20 })), stop: fc.boolean() })
type Hub = { id: string; power: 'running' | 'stopped'; seats: number }
const after = (hubs: Hub[], orders: ReturnType<typeof ordersOf>['orders']): Hub[] => hubs.map((hub) => orders.filter(({ hubId }) => hubId === hub.id).reduce<Hub>((now, order) => (order.verb === 'scale' ? { ...now, seats: order.seats } : { ...now, power: order.verb === 'stop' ? 'stopped' : 'running' }), hub))

t.test('a budget that lets go leaves every hub as it found it, and what it does twice it does once', async (t) => {
  await fc.assert(fc.property(anyHubs, anyHold, (hubs, hold) => {
    const done = ordersOf(hold, hubs, {})
    const held = after(hubs, done.orders)
    for (const hub of held) {
      if (hold.stop) t.equal(hub.power, 'stopped')
      if (hold.seats !== null) t.ok(hub.seats <= hold.seats)
    }
    t.same(ordersOf(hold, held, done.held), { orders: [], held: done.held })
    const undone = ordersOf({ freeze: null, seats: null, stop: false }, held, done.held)
    t.same([after(held, undone.orders), undone.held], [hubs, {}])
  }))
})

t.test('what somebody did by hand meanwhile is not undone', async (t) => {
  const held: Record<string, Held> = { a: { stopped: true }, b: { seats: 10 } }
  const nothing = { freeze: null, seats: null, stop: false }
  t.same(ordersOf(nothing, [{ id: 'a', power: 'running', seats: 0 }, { id: 'b', power: 'running', seats: 15 }], held).orders, [])
  t.same(ordersOf({ ...nothing, stop: true }, [{ id: 'a', power: 'running', seats: 0 }], { a: { stopped: true } }).orders, [], 'who starts it again by hand keeps it')
})

t.test('thresholds that contradict themselves are told with their place', async (t) => {
  const found = checkThresholds([{ percent: 80 }, { percent: 80, of: 'actual', action: 'notify' }, { percent: 90, action: 'freeze', seats: 3 }, { percent: 90, graceMinutes: 5 }])
  t.match(found, [{ pointer: '/1', code: 'twice' }, { pointer: '/2/seats', code: 'not-of-action' }, { pointer: '/3/graceMinutes', code: 'not-of-action' }])
})
