import t from 'tap'
import { replay, type EstimateInput, type MeasuredSession } from '../index.ts'

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
const half = { culling: { timeoutSeconds: 1800, everySeconds: 600 } }

t.test('the same sessions under the same settings cost the same', async (t) => {
  const { difference, percent, before, after } = replay({ sessions: week, from, to, settings, changed: {} })
  t.equal(difference.amount, '0.0000')
  t.equal(percent, 0)
  t.same(after, before)
  t.ok(Math.abs(before.serverHours - 24 * 7 * 3) < 1, `${before.serverHours}`)
})

t.test('culling sooner saves what servers would have stood idle, and tells whose kernel computed and who came back to nothing', async (t) => {
  const sessions = [...week.filter(({ user }) => user !== 'user-0'), session('user-0', 10, 16, { active: [span(10, 12), span(12.75, 13)], busy: [span(11, 12.7)] })]
  const { before, after, difference, words } = replay({ sessions, from, to, settings, changed: half })
  t.ok(Number(difference.amount) < 0)
  t.ok(Math.abs(before.serverHours - after.serverHours - 0.5 * before.starts) < 2)
  t.same(before.stoppedBusy, [])
  t.same(after.stoppedBusy, [{ user: 'user-0', at: at(12.5) }])
  t.equal(after.returned - before.returned, 1)
  t.match(words, /instead of .* USD \(-.* %\)\. Servers stopped while a kernel computed: 1, before 0\./)
})

t.test('whoever stops his server himself does so again, and one that still runs at the end is counted until then', async (t) => {
  const { before, after } = replay({ sessions: [session('ada', 10, 12.25), session('bob', 166, null)], from, to, settings, changed: half })
  t.ok(Math.abs(before.serverHours - 4.25) < 0.01, `${before.serverHours}`)
  t.equal(after.serverHours, before.serverHours)
})

t.test('where nobody saw when kernels computed it is not said that none did', async (t) => {
  const { after, words } = replay({ sessions: week, from, to, settings, changed: half })
  t.equal(after.stoppedBusy, null)
  t.match(words, /not known/)
})

t.test('other pools are played too: warm seats cost, and spare the wait', async (t) => {
  const { before, after, difference } = replay({ sessions: week, from, to, settings, changed: { placeholders: 24 } })
  t.ok(Number(difference.amount) > 0)
  t.ok(before.waits.starts > 0 && before.waits.median! <= 6)
  t.equal(after.waits.starts, 0)
})
