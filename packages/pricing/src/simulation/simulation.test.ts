import fc from 'fast-check'
import t from 'tap'
import { estimate, patternNames, type EstimateInput, type PatternName } from '../index.ts'
import { drawVisits } from './draw-visits.ts'
import { timelineOf } from '../demand/timeline.ts'
import { randomOf } from './random.ts'
import { run, stepSeconds, type SimulatedPool, type Visit } from './run.ts'

const size = { cpuMilli: 0, memoryMiB: 1024, volume: false }
const pool = (more: Partial<SimulatedPool> = {}): SimulatedPool => ({
  kinds: [{ ...size, culling: { timeoutSeconds: 3600, everySeconds: 600 } }], room: { cpuMilli: 4000, memoryMiB: 4096, pods: 100, volumes: 100 }, min: 0, max: Infinity, scheduling: 'packed', startSeconds: 360,
  placeholders: 0, placeholderSize: size, scaleDownSeconds: 600, concurrentLimit: Infinity, ...more,
})
const visit = (who: number, from: number, to: number, more: Partial<Visit> = {}): Visit => ({ who, kind: 0, from, to, ...more })
const hoursOf = (steps: Float64Array) => steps.reduce((sum, value) => sum + value, 0) * stepSeconds / 3600
const day = 86_400

t.test('a server outlives its work until the first round of the culler that finds it idle for long enough, and its node until the autoscaler lets go', async (t) => {
  const { servers, nodes, starts, waits } = run([visit(1, 0, 3000)], [], pool(), day)
  // idle since 3000, to be culled from 6600 on: the round at 6600
  t.equal(hoursOf(servers), 6600 / 3600)
  t.ok(Math.abs(hoursOf(nodes) - 7200 / 3600) < 1e-9)
  t.same({ starts, waits }, { starts: 1, waits: [{ who: 1, at: 0, seconds: 360 }] })
})

t.test('whoever comes back in time has the same server, and later another', async (t) => {
  const back = (from: number, more = {}) => run([visit(1, 0, 3000, more), visit(1, from, from + 1000, { goesOn: true })], [], pool(), day)
  t.match(back(5000), { starts: 1, missed: [] })
  t.match(back(8000), { starts: 2, missed: [{ who: 1, at: 6600, backAt: 8000 }] })
  t.match(back(5000, { stop: 3100 }), { starts: 2, missed: [] }, 'who stopped his server himself misses nothing')
})

t.test('a kernel that computes when its server is stopped is told', async (t) => {
  const busy = [{ who: 1, from: 3000, to: 9000 }, { who: 2, from: 0, to: 2000 }]
  t.same(run([visit(1, 0, 3000), visit(2, 0, 3000)], busy, pool(), day).stoppedBusy, [{ who: 1, at: 6600 }])
})

t.test('nobody has more than one server, and a limit of age stops also who works, who begins anew', async (t) => {
  const { starts, missed } = run([visit(1, 0, 4 * 3600)], [], pool({ kinds: [{ ...size, culling: { timeoutSeconds: 3600, everySeconds: 600, maxAgeSeconds: 7200 } }] }), day)
  t.same({ starts, missed }, { starts: 2, missed: [{ who: 1, at: 7200, backAt: 7200 }] })
})

t.test('seats that are kept warm are taken at once, and made anew', async (t) => {
  const four = [visit(1, 3600, 7200), visit(2, 3600, 7200), visit(3, 3600, 7200)]
  t.equal(run(four, [], pool(), day).waits.length, 3)
  const warm = run(four, [], pool({ placeholders: 3 }), day)
  t.same(warm.waits, [])
  t.ok(hoursOf(warm.nodes) > 24)
})

t.test('a pool at its maximum lets people wait until somebody goes', async (t) => {
  const { waits, peakNodes } = run([1, 2, 3, 4, 5].map((who) => visit(who, 0, 3000)), [], pool({ max: 1, min: 1 }), day)
  t.equal(peakNodes, 1)
  t.same(waits, [{ who: 5, at: 0, seconds: 6600 }])
})

t.test('everything that goes in comes out: servers never more than people, nodes enough for servers and no more than the maximum', async () => {
  const visits = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: day }), fc.integer({ min: 1, max: 20_000 })), { maxLength: 60 })
    .map((some) => some.map(([who, from, length]) => visit(who, from, from + length)).sort((a, b) => a.from - b.from))
  fc.assert(fc.property(visits, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 6 }), (some, min, placeholders) => {
    const { servers, nodes, peakServers, peakNodes, starts } = run(some, [], pool({ min, placeholders, max: 20 }), 2 * day)
    const people = new Set(some.map(({ who }) => who)).size
    return peakServers <= people && peakNodes <= 20 && starts >= people && hoursOf(nodes) * 4 >= hoursOf(servers) - 1e-6 && hoursOf(nodes) >= min * 48 - 1e-6
  }))
})

t.test('mean servers are arrivals times mean lifetime (Little), to one percent', async (t) => {
  const random = randomOf(7)
  const visits = Array.from({ length: 4000 }, (_, who) => ({ who, kind: 0, from: random.uniform() * 20 * day, to: 0 })).map((one) => ({ ...one, to: one.from + 3600 })).sort((a, b) => a.from - b.from)
  const { servers, starts } = run(visits, [], pool(), 21 * day)
  t.ok(Math.abs(hoursOf(servers) / (starts * (1 + 65 / 60)) - 1) < 0.01)
})

t.test('visits are drawn as often as the pattern says, the same for the same seed', async (t) => {
  const term = timelineOf({ weeks: 10 })
  const draw = (seed: number) => drawVisits({ like: ['class', 'homework'] }, 200, term, 1, randomOf(seed))
  t.equal(JSON.stringify(draw(3)), JSON.stringify(draw(3)))
  t.not(JSON.stringify(draw(3)), JSON.stringify(draw(4)))
  t.ok(Math.abs(draw(3).length / (200 * 10 * (3 * 0.8 + 5 * 0.6)) - 1) < 0.03)
})

const course = (more: Partial<EstimateInput> = {}): EstimateInput => ({
  provider: 'gcp', region: 'us-central1', users: [{ count: 300, memoryGuaranteeGiB: 1 }], userPools: [{ machine: 'n2-highmem-4' }], corePool: { machine: 'n1-standard-2', count: 1 }, calendar: { weeks: 8 }, ...more,
})

t.test('closed form and simulation come to the same within a tenth, for each way of working', async (t) => {
  for (const like of [...patternNames.map((name) => [name]), ['class', 'homework', 'exam'] as PatternName[]]) {
    const [closed, played] = (['closed-form', 'simulation'] as const).map((method) => estimate(course({ method, pattern: { like }, seed: 5 })))
    const ratio = Number(played!.monthly.expected.amount) / Number(closed!.monthly.expected.amount)
    t.ok(ratio > 0.9 && ratio < 1.1, `${like.join(' and ')}: ${ratio.toFixed(3)}`)
    t.ok(Math.abs(played!.peakNodes - closed!.peakNodes) <= Math.max(1, 0.15 * closed!.peakNodes), `${like.join(' and ')}: ${closed!.peakNodes} and ${played!.peakNodes} nodes at the peak`)
  }
})

t.test('they stay near each other whatever the numbers, where there are enough people for a mean', async () => {
  const inputs = fc.record({
    count: fc.integer({ min: 150, max: 400 }), memory: fc.constantFrom(0.5, 1, 2), timeoutSeconds: fc.integer({ min: 10, max: 120 }).map((minutes) => minutes * 60), seed: fc.integer({ min: 0, max: 1000 }),
    attendance: fc.integer({ min: 3, max: 10 }).map((tenth) => tenth / 10), sessionsPerDay: fc.integer({ min: 0, max: 8 }).map((tenth) => tenth / 10),
  })
  fc.assert(fc.property(inputs, ({ count, memory, timeoutSeconds, seed, attendance, sessionsPerDay }) => {
    const input = course({
      users: [{ count, memoryGuaranteeGiB: memory }], culling: { timeoutSeconds, everySeconds: 600 }, calendar: { weeks: 4 }, seed,
      pattern: { classes: [{ day: 1, start: 10, hours: 1.5, attendance }, { day: 3, start: 14, hours: 2, attendance }], selfPaced: { sessionsPerDay, sessionHours: 2, from: 14, until: 23 } },
    })
    const ratio = Number(estimate({ ...input, method: 'simulation' }).monthly.expected.amount) / Number(estimate(input).monthly.expected.amount)
    return ratio > 0.9 && ratio < 1.1
  }), { numRuns: 15, seed: 11 })
})

t.test('the answer of a simulation has the same form, adds up, and is the same for the same seed', async (t) => {
  const input = course({ method: 'simulation', seed: 9, pattern: { like: ['class'] } })
  const { monthly, components, method, seed, waits } = estimate(input)
  t.same({ method, seed }, { method: 'simulation', seed: 9 })
  t.same(estimate(input).monthly, monthly)
  t.equal(components.reduce((sum, { amount }) => sum + Math.round(Number(amount!.amount) * 1e4), 0), Math.round(Number(monthly.expected.amount) * 1e4))
  t.ok(Number(monthly.low.amount) <= Number(monthly.expected.amount) && Number(monthly.expected.amount) <= Number(monthly.high.amount))
  t.ok(waits.minutes!.p95 <= 6 && waits.atOnce > 20)
})
