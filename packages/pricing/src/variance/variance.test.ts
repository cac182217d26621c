import fc from 'fast-check'
import t from 'tap'
import { costGroups, type ExpectedCost } from '@hubfleet/core'
import { estimate, expectedCost, meanExpected, variance, type ActualCost, type EstimateInput } from '../index.ts'

const input: EstimateInput = {
  provider: 'gcp', region: 'us-central1', users: [{ count: 60, memoryGuaranteeGiB: 2, homeGiB: 10 }], userPools: [{ name: 'user', machine: 'n2-highmem-4' }], corePool: { machine: 'n1-standard-2', count: 1 },
}
const expected = expectedCost(input, estimate(input))
const share = (of: ExpectedCost, part: number) => Object.fromEntries(costGroups.map((group) => [group, BigInt(Math.round(Number(of.micros[group]) * part))])) as ActualCost['micros']
/** A month of 730 hours that went as was expected. */
const asExpected: ActualCost = {
  hours: { month: 730, there: 730, seen: 730 }, micros: share(expected, 1), billed: null, users: 60, serverHours: expected.serverHours, serverGiBHours: expected.serverHours * 2, nodeHours: expected.nodeHours,
  homeHours: 60 * 730, homeGiBHours: 600 * 730,
}
const named = ({ reasons }: ReturnType<typeof variance>) => Object.fromEntries(reasons.map(({ name, micros }) => [name, micros]))
const nodes = (part: number) => ({ ...asExpected.micros, nodes: BigInt(Math.round(Number(expected.micros.nodes) * part)) })

t.test('what is kept of an estimate is all of its expected amount', async (t) => {
  const { monthly } = estimate(input)
  t.equal(Object.values(expected.micros).reduce((sum, micros) => sum + BigInt(micros), 0n), BigInt(Math.round(Number(monthly.expected.amount) * 1e6)))
  t.ok(expected.serverHours > 0 && expected.nodeHours > 0)
})

t.test('a month that went as was expected has no reasons', async (t) => {
  t.same(variance(expected, expected, asExpected).reasons, [])
})

t.test('half the people cost half the nodes, and it is they', async (t) => {
  const actual = { ...asExpected, users: 30, serverHours: expected.serverHours / 2, serverGiBHours: expected.serverHours, nodeHours: expected.nodeHours / 2, micros: nodes(0.5) }
  t.same(named(variance(expected, expected, actual)), { users: nodes(0.5).nodes - BigInt(expected.micros.nodes) })
})

t.test('longer hours, larger servers, emptier nodes and dearer ones are told apart', async (t) => {
  const of = (more: Partial<ActualCost>, part: number) => Object.keys(named(variance(expected, expected, { ...asExpected, ...more, micros: nodes(part) })))
  const { serverHours, serverGiBHours, nodeHours } = asExpected
  t.same(of({ serverHours: serverHours * 2, serverGiBHours: serverGiBHours * 2, nodeHours: nodeHours! * 2 }, 2), ['hours'])
  t.same(of({ serverGiBHours: serverGiBHours * 2, nodeHours: nodeHours! * 2 }, 2), ['server-size'])
  t.same(of({ nodeHours: nodeHours! * 2 }, 2), ['packing'])
  t.same(of({}, 2), ['node-price'])
  t.same(of({ nodeHours: null }, 2), ['packing'], 'where nodes were not told, their number and their price are one reason')
})

t.test('what was not seen, not there, changed meanwhile or billed otherwise is told before anything is made of it', async (t) => {
  const half = { ...asExpected, hours: { month: 730, there: 500, seen: 365 }, micros: share(expected, 0.5), serverHours: expected.serverHours / 2, serverGiBHours: expected.serverHours, nodeHours: expected.nodeHours / 2, homeHours: 60 * 365, homeGiBHours: 600 * 365 }
  const { reasons } = variance(expected, expected, half)
  t.same(reasons.map(({ name }) => name).filter((name) => name !== 'part-of-month' && name !== 'unseen' && reasons.find((one) => one.name === name)!.micros ** 2n > 100n), [])
  const doubled = meanExpected([{ expected, weight: 1 }, { expected: { ...expected, micros: Object.fromEntries(costGroups.map((group) => [group, String(BigInt(expected.micros[group]) * 3n)])) as ExpectedCost['micros'] }, weight: 1 }])
  t.equal(doubled.micros.nodes, String(BigInt(expected.micros.nodes) * 2n))
  t.ok(named(variance(expected, doubled, { ...asExpected, micros: share(doubled, 1) }))['changes']! > 0n)
  t.same(named(variance(expected, expected, { ...asExpected, billed: Object.values(asExpected.micros).reduce((a, b) => a + b) - 7n })), { bill: -7n })
})

t.test('a hub of which nothing was expected has all that it cost told', async (t) => {
  const nothing = { ...expected, micros: Object.fromEntries(costGroups.map((group) => [group, '0'])) as ExpectedCost['micros'], users: 0, serverHours: 0, nodeHours: 0, homes: 0 }
  t.match(named(variance(nothing, nothing, asExpected)), { users: asExpected.micros.nodes, homes: asExpected.micros.homes, cluster: asExpected.micros.cluster })
})

const amount = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e6, noNaN: true }))
const micros = fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 10n ** 13n }))
const perGroup = <T>(of: fc.Arbitrary<T>) => fc.record(Object.fromEntries(costGroups.map((group) => [group, of])) as Record<(typeof costGroups)[number], fc.Arbitrary<T>>)
const anyExpected: fc.Arbitrary<ExpectedCost> = fc.record({
  hours: fc.constant(730), micros: perGroup(micros.map(String)), users: amount, serverHours: amount, gibPerServer: amount, nodeHours: amount, homes: amount, gibPerHome: amount, pools: fc.constant(['user']), incomplete: fc.constant([]), catalogue: fc.constant(null),
})
const anyActual: fc.Arbitrary<ActualCost> = fc.record({
  hours: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })).map(([there, seen]) => ({ month: 744, there: 744 * there, seen: 744 * there * seen })),
  micros: perGroup(micros), billed: fc.option(micros), users: amount, serverHours: amount, serverGiBHours: amount, nodeHours: fc.option(amount), homeHours: amount, homeGiBHours: amount,
})

t.test('whatever was expected and whatever came, the reasons add up to the difference, to the micro-dollar', async () => {
  fc.assert(fc.property(anyExpected, anyExpected, anyActual, (first, mean, actual) => {
    const found = variance(first, mean, actual)
    return found.reasons.reduce((sum, { micros: one }) => sum + one, 0n) === found.actual - found.estimate && new Set(found.reasons.map(({ name }) => name)).size === found.reasons.length
  }), { numRuns: 2000 })
})
