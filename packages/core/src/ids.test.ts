import fc from 'fast-check'
import t from 'tap'
import { newId } from './ids.ts'

t.test('ids sort by the time they were made', async () => {
  fc.assert(fc.property(fc.nat(2 ** 45), fc.integer({ min: 1, max: 2 ** 45 }), (time, later) => newId('hub', time) < newId('hub', time + later)))
})
