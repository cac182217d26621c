import t from 'tap'
import { plainPlan, type Plan } from '../plan.ts'
import { changesSince, type Today } from './outdated.ts'

const usd = (amount: string) => ({ amount, currency: 'USD' })
const planned: Plan = plainPlan({
  diff: [{ op: 'replace', path: '/culling/timeoutSeconds', value: 900 }], values: [{ path: '/cull/timeout', before: undefined, after: 900 }],
  cost: { before: usd('1.0000'), after: usd('2.0000'), difference: usd('1.0000'), incomplete: [] },
})
const seen = { words: [], disruption: { ...planned.disruption, restarts: [], disconnectsUsers: true }, connected: 3, objects: [], fingerprints: { 'Deployment hub': 'a', 'Secret hub': 'b' } }
/** As the database gives it back. */
const row = { planned: JSON.parse(JSON.stringify(planned)) as Record<string, unknown>, seen, approvedBy: null }
const codes = (today: Partial<Today>, of: Parameters<typeof changesSince>[0] = row) =>
  changesSince(of, { fresh: planned, look: { fingerprints: seen.fingerprints, connected: 3 }, limits: undefined, ...today }).map(({ code }) => code)

t.test('a plan of which nothing changed holds, through the database and back', async (t) => {
  t.same(codes({}), [])
  t.same(codes({ look: null }), [], 'of a new hub there is nothing to look at')
})

t.test('each thing that changed is told once, with its name', async (t) => {
  t.same(codes({ fresh: { ...planned, cost: { ...planned.cost!, after: usd('3.0000') } } }), ['price'])
  t.same(codes({ fresh: { ...planned, cost: null } }), ['price'])
  t.same(codes({ fresh: { ...planned, values: [{ path: '/cull/timeout', after: 901 }] } }), ['meaning'])
  t.same(codes({ fresh: { ...planned, diff: [...planned.diff, { op: 'add', path: '/image/digest', value: 'x' }] } }), ['meaning'])
  t.same(codes({ look: { fingerprints: { 'Deployment hub': 'z', 'Service new': 'c' }, connected: 3 } }), ['live', 'live', 'live'], 'changed, new, and gone')
})

t.test('people who come and go matter only where their number is limited', async (t) => {
  const look = (connected: number | null) => ({ fingerprints: seen.fingerprints, connected })
  t.same(codes({ look: look(300) }), [])
  t.same(codes({ look: look(5), limits: { disconnects: 5 } }), [])
  t.same(codes({ look: look(6), limits: { disconnects: 5 } }), ['people'])
  t.same(codes({ look: look(null), limits: { disconnects: 5 } }), ['people'])
  const approved = { ...row, approvedBy: 'key_other' }
  t.same(codes({ look: look(3), limits: { disconnects: 0 } }, approved), [], 'as many as were approved')
  t.same(codes({ look: look(4), limits: { disconnects: 0 } }, approved), ['people'])
})
