import t from 'tap'
import { eventCatalogue } from './catalogue.ts'
import { conditionChanges } from './changes.ts'
import { eventPattern, matchesPattern } from './patterns.ts'

t.test('a pattern means one type, all of a noun, what happened to any, or all', async (t) => {
  const types = ['hub.culled', 'hub.cull-ahead', 'budget.crossed', 'operation.failed', 'plan.failed']
  const meant = (...patterns: string[]) => types.filter((type) => matchesPattern(type, patterns))
  t.same(meant('*'), types)
  t.same(meant('hub.*'), ['hub.culled', 'hub.cull-ahead'])
  t.same(meant('*.failed', 'hub.culled'), ['hub.culled', 'operation.failed', 'plan.failed'])
  t.same(meant('hub.cull'), [])
  t.same(meant('ub.*'), [])
  t.same(meant('*.ailed'), [])
})

t.test('each type of the catalogue can be asked for, and what is no pattern cannot', async (t) => {
  for (const type of Object.keys(eventCatalogue)) t.match(type, new RegExp(eventPattern))
  for (const text of ['', 'hub', 'hub.**', '*.*', 'h*.x', 'hub.%', 'hub._x', 'hub.a.b', '*hub']) t.notMatch(text, new RegExp(eventPattern), text)
})

t.test('a condition changed when its status did, and when it is new', async (t) => {
  const condition = (type: 'Ready' | 'Secure', status: 'True' | 'False', message = '') => ({ type, status, reason: 'Because', message, observedGeneration: 1, lastTransitionTime: '2026-05-01T00:00:00Z' })
  t.same(conditionChanges([condition('Ready', 'False')], [condition('Ready', 'False', 'another message')]), [])
  t.same(conditionChanges([condition('Ready', 'False')], [condition('Ready', 'True'), condition('Secure', 'False')]), [
    { type: 'Ready', from: 'False', status: 'True', reason: 'Because', message: '' }, { type: 'Secure', from: null, status: 'False', reason: 'Because', message: '' },
  ])
})
