import fc from 'fast-check'
import t from 'tap'
import { Problem } from '@hubfleet/core'
import type { OperationRow } from '@hubfleet/database'
import { settle } from './operations.ts'
import type { PassResult } from './pass.ts'
import { operationRow } from './testing.ts'

const now = new Date('2026-03-02T08:30:00Z')
const past = new Date('2026-03-02T08:10:00Z')
const reached: PassResult = { outcome: 'reached' }
const waiting: PassResult = { outcome: 'waiting', at: 'pods', message: 'hub: starts', againSeconds: 2 }
const passing: PassResult = { outcome: 'refused', at: 'cluster', problem: new Problem('cluster-unreachable', { cluster: 'lab', server: 'https://lab', reason: 'no answer' }) }
const final: PassResult = { outcome: 'refused', at: 'namespace', problem: new Problem('namespace-foreign', { namespace: 'hub-x' }) }

const endOf = (operation: Partial<OperationRow>, generation: number, result: PassResult) => settle([operationRow(operation)], generation, result, now)[0]

t.test('an operation ends by what a pass found, and else goes on', async (t) => {
  const table: [string, Partial<OperationRow>, number, PassResult, object | undefined][] = [
    ['its revision is reached', { generation: 2 }, 2, reached, { state: 'succeeded' }],
    ['its revision is not reached yet', { generation: 2 }, 2, waiting, undefined],
    ['its revision came during the pass', { generation: 3 }, 2, reached, undefined],
    ['refused for a cause that can pass', { generation: 2 }, 2, passing, undefined],
    ['refused for good', { generation: 2 }, 2, final, { state: 'failed', error: { code: 'namespace-foreign' } }],
    ['another revision was refused for good', { generation: 3 }, 2, final, undefined],
    ['a later revision is pursued', { generation: 1 }, 2, waiting, { state: 'canceled' }],
    ['canceled by somebody', { generation: 2, state: 'canceling' }, 2, waiting, { state: 'canceled' }],
    ['canceled just when it was reached', { generation: 2, state: 'canceling' }, 2, reached, { state: 'canceled' }],
    ['reached on its deadline', { generation: 2, deadlineAt: past }, 2, reached, { state: 'succeeded' }],
    ['its deadline passed while it waits', { generation: 2, deadlineAt: past }, 2, waiting, { state: 'failed', error: { code: 'deadline-exceeded', detail: /pods: hub: starts/ } }],
    ['its deadline passed while it is refused', { generation: 2, deadlineAt: past }, 2, passing, { state: 'failed', error: { code: 'deadline-exceeded', detail: /cluster: / } }],
    ['its deadline passed before anybody came to its revision', { generation: 3, deadlineAt: past }, 2, reached, { state: 'failed', error: { code: 'deadline-exceeded' } }],
    ['an action settles itself', { generation: null }, 2, reached, undefined],
    ['an action has a deadline too', { generation: null, deadlineAt: past }, 2, waiting, { state: 'failed', error: { code: 'deadline-exceeded' } }],
  ]
  for (const [what, operation, generation, result, expected] of table) {
    const settlement = endOf(operation, generation, result)
    if (expected) t.match(settlement, expected, what)
    else t.equal(settlement, undefined, what)
  }
})

t.test('a superseded operation names the one that took its place', async (t) => {
  const [first, second] = [operationRow({ generation: 1 }), operationRow({ generation: 2 })]
  t.match(settle([first, second], 2, waiting, now), [{ operation: { id: first.id }, state: 'canceled', supersededBy: second.id }])
})

t.test('the deadline of an action that waits says what the action waits for', async (t) => {
  const action = operationRow({ generation: null, deadlineAt: past })
  t.match(settle([action], 1, reached, now, { ...waiting, at: 'cull' } as PassResult), [{ error: { detail: /cull: / } }])
})

const operations = fc.array(fc.record({
  generation: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
  state: fc.constantFrom('queued', 'running', 'canceling' as const),
  deadlineAt: fc.constantFrom(past, new Date('2026-03-02T09:00:00Z')),
}), { maxLength: 6 }).map((rows) => rows.sort((a, b) => (a.generation ?? 0) - (b.generation ?? 0)).map((row) => operationRow(row as Partial<OperationRow>)))

t.test('whatever is open, only what was reached succeeds, nothing ends twice, and nothing outlives its deadline', async () => {
  fc.assert(fc.property(operations, fc.integer({ min: 1, max: 6 }), fc.constantFrom(reached, waiting, passing, final), (open, generation, result) => {
    const settlements = settle(open, generation, result, now)
    const ended = settlements.map((s) => s.operation.id)
    return new Set(ended).size === ended.length
      && settlements.every((s) => s.state !== 'succeeded' || (s.operation.generation === generation && result.outcome === 'reached'))
      && settlements.every((s) => !s.supersededBy || open.find((o) => o.id === s.supersededBy)!.generation! > s.operation.generation!)
      && open.every((o) => ended.includes(o.id) || (o.deadlineAt > now && o.state !== 'canceling' && (o.generation === null || o.generation >= generation)))
  }))
})
