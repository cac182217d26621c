import fc from 'fast-check'
import t from 'tap'
import { isProblem } from '@hubfleet/core'
import { replay, type EstimateInput, type MeasuredSession, type ReplaySide } from '../index.ts'

const from = new Date('2026-10-01T00:00:00Z')
const to = new Date('2026-10-08T00:00:00Z')
const at = (hours: number) => new Date(from.getTime() + hours * 3_600_000)
const span = (start: number, end: number) => ({ from: at(start), to: at(end) })
const settings: EstimateInput = {
  provider: 'gcp', region: 'us-central1', users: [{ count: 40, memoryGuaranteeGiB: 2, homeGiB: 0 }], userPools: [{ machine: 'n2-highmem-4', bootDisk: null }], corePool: { machine: 'n1-standard-2', count: 1 },
  culling: { timeoutSeconds: 3600, everySeconds: 600 },
}
const session = (user: string, start: number, end: number | null, more: Partial<MeasuredSession> = {}): MeasuredSession => ({ user, start: at(start), end: end === null ? null : at(end), active: [span(start, start + 2)], memoryGiB: 2, cpu: 0, ...more })
const week = Array.from({ length: 7 }, (_, day) => Array.from({ length: 24 }, (_, index) => session(`user-${index}`, day * 24 + 10, day * 24 + 13))).flat()
const after = (minutes: number) => ({ culling: { timeoutSeconds: minutes * 60, everySeconds: 600 } })
const cost = ({ nodes }: ReplaySide) => nodes.used! + nodes.unused!

t.test('the same sessions under the same settings cost the same, and ran as long as they did', async (t) => {
  const { before, after } = replay({ sessions: week, from, to, settings, changed: {} })
  t.same(after, before)
  t.ok(cost(before) > 0n)
  t.ok(Math.abs(before.serverHours - 24 * 7 * 3) < 1, `${before.serverHours}`)
})

t.test('culling sooner saves what servers would have stood idle, and tells who used again what was stopped', async (t) => {
  const sessions = [...week.filter(({ user }) => user !== 'user-0'), session('user-0', 10, 16, { active: [span(10, 12), span(12.75, 13)] })]
  const { before, after: is } = replay({ sessions, from, to, settings, changed: after(30) })
  t.ok(cost(is) < cost(before))
  t.ok(Math.abs(before.serverHours - is.serverHours - 0.5 * before.starts) < 2)
  t.same(before.stoppedBetween, [])
  t.same(is.stoppedBetween, [{ user: 'user-0', at: at(12.5), backAt: at(12.75) }])
  t.same([is.stoppedInUse, is.stoppedBusy], [[], null], 'whether a kernel computed is not known')
})

t.test('whose kernel was seen to compute when his server would have been stopped is named', async (t) => {
  const sessions = [session('user-0', 10, 16, { active: [span(10, 12), span(12.75, 13)], busy: [span(11, 12.7)] })]
  t.same(replay({ sessions, from, to, settings, changed: after(30) }).after.stoppedBusy, [{ user: 'user-0', at: at(12.5) }])
})

t.test('a limit of age stops whoever is at work, also who had begun before', async (t) => {
  const sessions = [session('ada', -5, 6, { active: [span(-5, 5)] }), session('bob', 20, 24, { active: [span(20, 23)] })]
  const { before, after: is } = replay({ sessions, from, to, settings, changed: { culling: { timeoutSeconds: 3600, everySeconds: 600, maxAgeSeconds: 6 * 3600 } } })
  t.same(before.stoppedInUse, [])
  t.same(is.stoppedInUse, [{ user: 'ada', at: at(1), backAt: at(1) }])
})

t.test('whoever stops his server himself does so again, and one that still runs at the end is counted until then', async (t) => {
  const { before, after: is } = replay({ sessions: [session('ada', 10, 12.25), session('bob', 166, null)], from, to, settings, changed: after(30) })
  t.ok(Math.abs(before.serverHours - 4.25) < 0.01, `${before.serverHours}`)
  t.equal(is.serverHours, before.serverHours)
})

t.test('what runs when the period begins waits for nothing, and stands idle since it last was used', async (t) => {
  const { before, after: is } = replay({ sessions: [session('ada', -2, 1, { active: [span(-2, -0.4)] }), session('bob', -3, 5, { active: [span(-3, 4)] })], from, to, settings, changed: after(30) })
  t.same([before.waits.starts, before.starts, before.peakNodes], [0, 0, 1])
  t.ok(Math.abs(before.serverHours - is.serverHours - 1) < 0.2, `${before.serverHours - is.serverHours}`)
})

t.test('what was not seen costs nothing on either side', async (t) => {
  const steps = 7 * 24 * 12
  const half = Float64Array.from({ length: steps }, (_, step) => (step < steps / 2 ? 1 : 0))
  const [all, some, other, none] = [undefined, half, half.map((share) => 1 - share), new Float64Array(steps)].map((seen) => replay({ sessions: week, from, to, settings, changed: {}, ...(seen && { seen }) }).before)
  t.ok(Math.abs(Number(cost(some!) + cost(other!) - cost(all!))) <= 200)
  t.ok(Math.abs(some!.nodeHours + other!.nodeHours - all!.nodeHours) < 1e-6)
  t.same([cost(none!), none!.nodeHours], [0n, 0])
})

t.test('other pools are played too: warm seats cost and spare the wait, fixed nodes always run, spot is cheaper', async (t) => {
  const changed = (change: Partial<EstimateInput>) => replay({ sessions: week, from, to, settings, changed: change })
  const { before, after: warm } = changed({ placeholders: 24 })
  t.ok(cost(warm) > cost(before))
  t.ok(before.waits.starts > 0 && before.waits.median! <= 6 && before.waits.users.includes('user-0'))
  t.equal(warm.waits.starts, 0)
  const fixed = changed({ userPools: [{ machine: 'n2-highmem-4', bootDisk: null, min: 3, max: 3 }] }).after
  t.equal(Math.round(fixed.nodeHours), 3 * 168)
  t.ok(fixed.nodes.unused! > fixed.nodes.used!, 'at night nobody has anything on them')
  t.ok(cost(changed({ userPools: [{ machine: 'n2-highmem-4', bootDisk: null, spotShare: 1 }] }).after) < cost(before))
})

t.test('a measured server that fits on no node of another machine is told, and never squeezed in', async (t) => {
  const large = [session('ada', 10, 12, { memoryGiB: 20 })]
  const found = (() => { try { return replay({ sessions: large, from, to, settings, changed: { userPools: [{ machine: 'e2-standard-2', bootDisk: null }] } }) } catch (error) { return error } })()
  t.ok(isProblem(found) && found.code === 'server-too-large')
  t.ok(replay({ sessions: large, from, to, settings: { ...settings, userPools: [{ machine: 'e2-standard-2', bootDisk: null }] }, changed: {} }).before.serverHours > 0, 'as it was, it ran')
})

/** Some people, each with sessions one after the other, with pauses in their work. */
const people = fc.array(fc.array(fc.record({ pause: fc.integer({ min: 1, max: 600 }), parts: fc.array(fc.tuple(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 59 })), { minLength: 1, maxLength: 4 }) }), { maxLength: 4 }), { minLength: 1, maxLength: 8 }).map((all) => all.flatMap((life, who) => {
  let minute = 0
  return life.map(({ pause, parts }): MeasuredSession => {
    const start = (minute += pause)
    const active = parts.map(([works, rests]) => {
      const begun = minute
      minute = begun + works + rests
      return span(begun / 60, (begun + works) / 60)
    })
    // An hour after the last activity, when the culler comes by.
    minute = Math.ceil((minute + 60) / 10) * 10
    return { user: `user-${who}`, start: at(start / 60), end: at(minute / 60), active, memoryGiB: 2, cpu: 0 }
  })
}))

t.test('culling later never makes fewer server-hours, and stops nothing more that is used again', async () => {
  fc.assert(fc.property(people, fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 300 }), (sessions, minutes, more) => {
    const [sooner, later] = [minutes, minutes + more].map((time) => replay({ sessions, from, to, settings, changed: after(time) }).after) as [ReplaySide, ReplaySide]
    return later.serverHours >= sooner.serverHours - 1e-6 && later.stoppedBetween.length <= sooner.stoppedBetween.length && later.starts <= sooner.starts
  }), { numRuns: 200 })
})

t.test('a replay of a replay\'s own setting is that replay, and each person has one server at most', async () => {
  fc.assert(fc.property(people, fc.integer({ min: 1, max: 300 }), (sessions, minutes) => {
    const changed = { ...settings, ...after(minutes) }
    const [one, other] = [replay({ sessions, from, to, settings, changed: settings }), replay({ sessions, from, to, settings: changed, changed })]
    const same = (a: ReplaySide, b: ReplaySide) => JSON.stringify(a, text) === JSON.stringify(b, text)
    return same(one.before, one.after) && same(other.before, other.after) && one.before.peakServers <= new Set(sessions.map(({ user }) => user)).size
  }), { numRuns: 100 })
})

const text = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
