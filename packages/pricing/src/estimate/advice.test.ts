import fc from 'fast-check'
import t from 'tap'
import { advise, estimate, type Advice, type Estimate, type EstimateInput } from '../index.ts'
import { microsOfMoney } from '../money.ts'
import { anyInput } from './testing-courses.ts'

/** Hubs as they are and with nodes that always run, that have too few, or that are played by a simulation. */
const asked: fc.Arbitrary<EstimateInput> = fc.record({
  input: anyInput, mode: fc.constantFrom(undefined, { kind: 'autoscale' as const }, { kind: 'fixed' as const }, { kind: 'fixed' as const, peakUsers: 90, headroom: 0.1 }), max: fc.constantFrom(undefined, 4),
}).map(({ input, mode, max }) => ({ ...input, ...(mode && { mode }), userPools: input.userPools.map((pool) => ({ ...pool, ...(max && { max }) })) }))
const holds = (property: (input: EstimateInput, advice: Advice) => void) => fc.assert(fc.property(asked, (input) => property(input, advise(input))), { numRuns: 40 })
const unserved = ({ pools }: Estimate) => pools.reduce((sum, one) => sum + one.unserved, 0)
const suggested = ({ suggestions, together }: Advice) => [...suggestions, ...(together ? [together] : [])]
const course: EstimateInput = {
  provider: 'gcp', region: 'europe-west1', users: [{ count: 300, memoryGuaranteeGiB: 1, homeGiB: 10 }], userPools: [{ machine: 'n1-highmem-4', max: 40 }],
  corePool: { machine: 'n1-standard-2', count: 1 }, pattern: { like: ['class', 'homework'] }, culling: { timeoutSeconds: 3600, everySeconds: 600 },
}

t.test('a suggestion put in as input gives exactly what it promised, is cheaper, and seats everybody who had a seat', async (t) => {
  let seen = 0
  holds((input, advice) => {
    const before = estimate(input)
    t.same(advice.comparedWith, before.monthly.expected)
    for (const { instead, monthly, saving, givesUp } of suggested(advice)) {
      seen++
      const after = estimate({ ...input, ...instead })
      t.same(after.monthly.expected, monthly)
      t.ok(microsOfMoney(saving) > 0n)
      t.equal(microsOfMoney(before.monthly.expected) - microsOfMoney(monthly), microsOfMoney(saving))
      t.ok(unserved(after) <= unserved(before))
      if (after.waits.atOnce > before.waits.atOnce || after.waits.perWeek > before.waits.perWeek) t.match(givesUp, `${after.waits.atOnce} instead of ${before.waits.atOnce} people wait`, 'who waits more is told')
    }
  })
  t.ok(seen > 40, 'there were suggestions')
})

t.test('what the cost hangs on comes from the model, run again with what is said instead', async (t) => {
  holds((input, { comparedWith, sensitivities }) => {
    t.ok(sensitivities.length > 3)
    for (const { instead, monthly, difference, words } of sensitivities) {
      t.same(estimate({ ...input, ...instead }).monthly.expected, monthly)
      const more = microsOfMoney(monthly) - microsOfMoney(comparedWith)
      t.equal(microsOfMoney(difference), more)
      t.match(words, more === 0n ? /changes nothing\.$/ : more < 0n ? /saves (\d+|less than 1) %\.$/ : /costs ((\d+|less than 1) % more|[\d.]+ times as much)\.$/)
    }
  })
})

t.test('nodes that come and go, fixed ones and spot machines stand side by side as each would be estimated', async (t) => {
  holds((input, { comparedWith, alternatives }) => {
    t.same(alternatives.map(({ mode }) => mode), ['autoscaled', 'fixed', 'spot'])
    for (const { instead, monthly, difference, peakNodes, waiting, perUser } of alternatives) {
      const alone = estimate({ ...input, ...instead })
      t.same([alone.monthly.expected, alone.peakNodes, alone.waits.atOnce, alone.perUser], [monthly, peakNodes, waiting, perUser])
      t.equal(microsOfMoney(difference), microsOfMoney(monthly) - microsOfMoney(comparedWith))
    }
    const [autoscaled, fixed, spot] = alternatives.map(({ instead }) => ({ ...input, ...instead }))
    t.same([autoscaled, fixed, spot].map((one) => [one!.mode?.kind ?? 'autoscale', ...new Set(one!.userPools.map(({ spotShare = 0 }) => spotShare))]), [['autoscale', 0], ['fixed', 0], ['autoscale', 1]])
  })
})

t.test('a course is told in plain words what culling, homes, machines and spot save, the most first', async (t) => {
  const { sensitivities, suggestions, together } = advise(course)
  t.match(sensitivities[0], { change: 'Culling after 30 instead of 60 minutes', words: /^Culling after 30 instead of 60 minutes saves \d+ %\.$/, instead: { culling: { timeoutSeconds: 1800, everySeconds: 600 } } })
  t.ok(sensitivities.some(({ words }) => /^The region us-\w+ instead of europe-west1 saves \d+ %\.$/.test(words)))
  const savings = suggestions.map(({ saving }) => Number(saving.amount))
  t.same(savings, savings.toSorted((a, b) => b - a))
  for (const change of [/^Homes on pd-standard instead of pd-balanced$/, /^Spot machines/, / instead of n1-highmem-4 for the nodes of users$/, /^Cull after 30 instead of 60 minutes$/]) t.ok(suggestions.some((one) => change.test(one.change)), String(change))
  t.ok(Number(together?.saving.amount) > savings[0]!)
})

t.test('culling that is as short already, or shorter for some, is not made longer', async (t) => {
  const soon = advise({ ...course, culling: { timeoutSeconds: 1800, everySeconds: 600 } })
  t.notOk(soon.suggestions.some(({ change }) => change.startsWith('Cull')))
  const some = advise({ ...course, culling: null, users: [...course.users.map((type) => ({ ...type, name: 'students' })), { name: 'guests', count: 200, memoryGuaranteeGiB: 1, culling: { timeoutSeconds: 600, everySeconds: 600 } }] })
  const culling = some.suggestions.find(({ change }) => change === 'Cull after 30 minutes instead of never')
  t.same(culling?.instead, { culling: { timeoutSeconds: 1800, everySeconds: 600 } }, 'the guests stay as they are')
})

t.test('where a price is missing, only amounts that lack the same are compared', async (t) => {
  const lacking: EstimateInput = { provider: 'azure', region: 'westeurope', users: [{ count: 200, memoryGuaranteeGiB: 1 }], userPools: [{ machine: 'Standard_D4s_v5', bootDisk: null, maxPods: 110 }] }
  t.ok(estimate(lacking).incomplete.length > 0)
  const { alternatives, sensitivities, suggestions } = advise(lacking)
  t.same(alternatives.map(({ mode }) => mode), ['autoscaled', 'fixed'], 'no spot price is known')
  t.ok(suggestions.length > 0)
  t.notOk(sensitivities.some(({ change }) => change.includes(' users')), 'more users have more homes, whose price nobody knows')
  t.ok(sensitivities.some(({ change }) => change.startsWith('Culling')))
})

t.test('of a simulation all advice is in closed form, and says so', async (t) => {
  const input: EstimateInput = { ...course, method: 'simulation', users: [{ count: 20, memoryGuaranteeGiB: 1 }] }
  const { comparedWith, suggestions } = advise(input)
  t.same(comparedWith, estimate({ ...input, method: 'closed-form' }).monthly.expected)
  for (const { instead, monthly } of suggestions) {
    t.equal(instead.method, 'closed-form')
    t.same(estimate({ ...input, ...instead }).monthly.expected, monthly)
  }
})

t.test('the busiest week is that of the exam, hour by hour, and shows no more than runs', async (t) => {
  const { busiestWeek: { week, servers, nodes }, peakServers, peakNodes } = estimate({ ...course, pattern: { like: ['homework', 'exam'] }, calendar: { weeks: 6 } })
  t.equal(week, 6)
  t.same([servers.length, nodes.length], [168, 168])
  t.ok(Math.max(...servers) <= peakServers && Math.max(...servers) > 0.9 * peakServers)
  t.ok(Math.max(...nodes) <= peakNodes)
  t.equal(servers.indexOf(Math.max(...servers)), 4 * 24 + 9, 'on Friday at nine, when all sit the exam')
})
