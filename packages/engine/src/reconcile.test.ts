import t from 'tap'
import { eq, operations, platformScope, transaction, type OperationRow } from '@hubfleet/database'
import { testDatabase } from '@hubfleet/database/testing'
import { Locks } from './locks.ts'
import { reconcile, type PassOutcome, type Reconciler, type Target } from './reconcile.ts'
import { drifted, inSync, waiting, type Observation, type Step } from './step.ts'
import { operationRow } from './testing.ts'

const database = await testDatabase(t)
const now = new Date('2026-03-02T08:30:00Z')
const clock = { now: () => now }
const unending = new AbortController().signal

const seen = (name: string, observation: Observation): Step<null> => ({ name, condition: 'Ready', observe: async () => observation })

let count = 0
async function given(target: Partial<Target<null>>, ...rows: Partial<OperationRow>[]) {
  const id = `hub_${++count}`
  const locks = new Locks(database.connectionString)
  t.teardown(() => locks.close())
  const open = rows.map((row) => operationRow({ targetId: id, ...row }))
  if (open.length > 0) await transaction(database, platformScope, (tx) => tx.insert(operations).values(open))
  const outcomes: PassOutcome[] = []
  const reconciler: Reconciler<null> = {
    open: async () => ({ generation: 1, steps: [], scope: null, ...target }),
    record: async (_tx, _id, _target, outcome) => { outcomes.push(outcome) },
  }
  const pass = (over: Partial<Reconciler<null>> = {}) => reconcile({ database, locks, clock }, { ...reconciler, ...over }, { type: 'hub', id }, unending)
  const after = async () => {
    const found = await transaction(database, platformScope, (tx) => tx.select().from(operations).where(eq(operations.targetId, id)))
    return open.map((o) => found.find((f) => f.id === o.id)!)
  }
  return { id, locks, open, outcomes, pass, after }
}

t.test('a pass that reaches the target ends its operation and shows the steps', async (t) => {
  const { pass, after, outcomes } = await given({ steps: [seen('pods', inSync('2 ready'))], result: async () => ({ url: 'http://x' }) }, {})
  t.equal(await pass(), true)
  t.match(await after(), [{ state: 'succeeded', result: { url: 'http://x' }, finishedAt: now, steps: [{ name: 'pods', state: 'done', message: '2 ready' }], progress: { percent: 100 } }])
  t.match(outcomes, [{ result: { outcome: 'reached' }, observations: [{ observation: { is: 'in-sync' } }] }])
})

t.test('a second operation in the middle of the pass supersedes the first one', async (t) => {
  const { pass, after, open } = await given({ generation: 2, steps: [seen('pods', waiting('starts'))] }, { generation: 1 }, { generation: 2 })
  await pass()
  t.match(await after(), [{ state: 'canceled', supersededBy: open[1]!.id }, { state: 'running', finishedAt: null }])
})

t.test('an action that goes on does not hold back the operation whose revision is reached', async (t) => {
  const action = () => ({ steps: [seen('cull', waiting('a server stops', 3))], result: () => ({}) })
  const { pass, after, outcomes } = await given({ steps: [seen('pods', inSync())], action }, { generation: 1 }, { generation: null, kind: 'hub.cull' })
  await pass()
  t.match(await after(), [{ state: 'succeeded' }, { state: 'running', finishedAt: null }])
  t.match(outcomes, [{ result: { outcome: 'reached' }, unfinished: { outcome: 'waiting', at: 'cull', againSeconds: 3 } }])
  t.same(outcomes[0]!.observations.map((o) => o.step.name), ['pods'], 'nor does it decide a condition of the target')
})

t.test('an action begins after the step that it needs, though later ones still wait, and not before it', async (t) => {
  const action = () => ({ steps: [seen('stop', inSync('it does not run'))], result: () => ({ done: true }) })
  const early = await given({ steps: [seen('api', inSync()), seen('seats', waiting('warm up', 5))], action, actionsAfter: 'api' }, { generation: 1 }, { generation: null, kind: 'server.stop' })
  await early.pass()
  t.match(await early.after(), [{ state: 'running' }, { state: 'succeeded', result: { done: true } }])
  t.match(early.outcomes, [{ result: { outcome: 'waiting', at: 'seats' } }])
  const late = await given({ steps: [seen('api', waiting('restarts', 1)), seen('seats', inSync())], action, actionsAfter: 'api' }, { generation: null, kind: 'server.stop' })
  await late.pass()
  t.match(await late.after(), [{ state: 'running', finishedAt: null }])
})

t.test('an action on a target that goes is canceled by what makes it go', async (t) => {
  const { pass, after, open } = await given({ generation: 2, steps: [seen('release', waiting('goes'))] }, { generation: 2, kind: 'hub.delete' }, { generation: null, kind: 'hub.cull' })
  await pass()
  t.match(await after(), [{ state: 'running' }, { state: 'canceled', supersededBy: open[0]!.id }])
})

t.test('passes that fail in a row are counted and say what went wrong last; one that gets further forgets them', async (t) => {
  let works = false
  const step: Step<null> = { name: 'cluster', condition: 'Ready', observe: async () => {
    if (!works) throw new Error('no answer')
    return waiting('starts')
  } }
  const { pass, after } = await given({ steps: [step] }, {})
  await pass()
  await pass()
  t.match(await after(), [{ attempt: 2, lastError: { code: 'internal' } }])
  works = true
  await pass()
  t.match(await after(), [{ attempt: 0, lastError: null }])
})

t.test('a pass that has lost its point is cut in the middle of an act, writes nothing, and is no failure', async (t) => {
  let cutBy: unknown
  const acting = Promise.withResolvers<void>()
  const step: Step<null> = { name: 'release', condition: 'Ready', observe: async () => drifted('has other values'), act: (_, signal) => new Promise((_resolve, reject) => {
    acting.resolve()
    signal.addEventListener('abort', () => reject(cutBy = signal.reason))
  }) }
  let pointless = false
  const { pass, after, outcomes } = await given({ steps: [step] }, {})
  const passing = pass({ preempted: async () => pointless })
  await acting.promise
  pointless = true
  t.equal(await passing, true)
  t.match(cutBy, { message: 'Pre-empted' })
  t.same(outcomes, [])
  t.match(await after(), [{ finishedAt: null, attempt: 0, lastError: null }])
})

t.test('a worker that lost the lock while it looked neither acts nor writes', async (t) => {
  let acted = false
  const thief = new Locks(database.connectionString)
  t.teardown(() => thief.close())
  const { id, pass, after, outcomes } = await given({}, {})
  const step: Step<null> = {
    name: 'release', condition: 'Ready',
    observe: async () => {
      await thief.take(`hub:${id}`)
      return drifted('is to be installed')
    },
    act: async () => { acted = true },
  }
  await t.rejects(pass({ open: async () => ({ generation: 1, steps: [step], scope: null }) }), /lost/)
  t.notOk(acted)
  t.match(await after(), [{ state: 'queued', steps: [] }])
  t.same(outcomes, [])
})

t.test('a pass meets no other of the same process', async (t) => {
  const { id, locks, pass } = await given({ steps: [] })
  const held = (await locks.take(`hub:${id}`))!
  t.equal(await pass(), false)
  await held.release()
  t.equal(await pass(), true)
})
