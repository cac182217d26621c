import t from 'tap'
import { Problem } from '@hubfleet/core'
import { StepLog } from './step-log.ts'
import { drifted, inSync, refused, waiting } from './step.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 8, minute))
const planned = [{ name: 'release' }, { name: 'pods' }]

t.test('a step goes from pending to done with the times of when it was first seen and first in sync', async (t) => {
  const log = new StepLog(planned, [])
  t.match(log.steps, [{ name: 'release', state: 'pending', startedAt: null }, { name: 'pods', state: 'pending' }])
  log.observed('release', drifted('is to be installed'), at(1))
  log.observed('release', inSync('installed'), at(2))
  t.match(log.steps[0], { state: 'done', message: 'installed', startedAt: at(1).toISOString(), finishedAt: at(2).toISOString(), waitingSince: null })
})

t.test('what waits over several passes waits since the first of them', async (t) => {
  const first = new StepLog(planned, [])
  first.observed('pods', waiting('hub starts'), at(1))
  const second = new StepLog(planned, first.steps)
  second.observed('pods', waiting('hub pulls its image'), at(5))
  t.match(second.steps[1], { state: 'waiting', message: 'hub pulls its image', waitingSince: at(1).toISOString() })
})

t.test('only what a reader would see is a change', async (t) => {
  const log = new StepLog(planned, [])
  t.ok(log.observed('pods', waiting('hub starts'), at(1)))
  t.notOk(log.observed('pods', waiting('hub starts'), at(2)))
  t.ok(log.observed('pods', inSync(), at(3)))
})

t.test('a step that breaks again is no longer done', async (t) => {
  const log = new StepLog(planned, [])
  log.observed('pods', inSync(), at(1))
  log.observed('pods', refused(new Problem('pods-failing', { pod: 'hub', reason: 'crashes' })), at(2))
  t.match(log.steps[1], { state: 'failed', finishedAt: null, startedAt: at(1).toISOString() })
})

t.test('steps of another plan are left out', async (t) => {
  const before = new StepLog(planned, []).steps
  t.same(new StepLog([{ name: 'pods' }], before).steps.map((s) => s.name), ['pods'])
})

t.test('the progress tells what is waited for, not what an advisory step has to say', async (t) => {
  const log = new StepLog([{ name: 'security', advisory: true }, { name: 'pods' }, { name: 'seats' }], [])
  log.observed('security', waiting('traffic is not encrypted'), at(1))
  t.same(log.progress, { percent: 33, message: '' })
  log.observed('pods', waiting('hub starts'), at(2))
  t.same(log.progress, { percent: 33, message: 'pods: hub starts' })
  log.observed('pods', inSync(), at(3))
  t.same(log.progress, { percent: 66, message: '' })
})
