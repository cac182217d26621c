import t from 'tap'
import { setCondition } from './conditions.ts'

const ready = (status: 'True' | 'False', message: string) => ({ type: 'Ready' as const, status, reason: 'R', message, observedGeneration: 1 })
const [first, later] = [new Date('2026-01-01T00:00:00Z'), new Date('2026-01-02T00:00:00Z')]

t.test("a condition's transition time moves when its status does, not when its message does", async (t) => {
  const before = setCondition([], ready('False', 'waits'), first)
  t.match(setCondition(before, ready('False', 'still waits'), later), [{ message: 'still waits', lastTransitionTime: first.toISOString() }])
  t.match(setCondition(before, ready('True', 'is'), later), [{ lastTransitionTime: later.toISOString() }])
})

t.test('there is one condition of each type', async (t) => {
  const twice = setCondition(setCondition([], ready('False', ''), first), ready('True', ''), later)
  t.same(setCondition(twice, { ...ready('True', ''), type: 'AddressReady' }, later).map((condition) => condition.type), ['AddressReady', 'Ready'])
})
