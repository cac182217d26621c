import { Problem } from '@hubfleet/core'
import { eq, hubs, operations } from '@hubfleet/database'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { loadOperation, OperationSchema, showOperation } from './operation.ts'

/** Cancelable is what can stop half-way without harm: a delete has to end. */
const cancelable = (kind: string) => !kind.endsWith('.delete')

export const cancelOperation = verb({
  noun: 'operation', verb: 'cancel', summary: 'Stop pursuing an operation',
  description: 'Nothing is rolled back: a hub is paused where it is. `resume` goes on, another update goes elsewhere (and needs a resume too), `delete` removes it.', action: 'hub:operate',
  input: Nothing,
  answer: OperationSchema,
  load: (context) => loadOperation(context, { lock: true }),
  async plan(_context, operation) {
    if (operation.finishedAt || !cancelable(operation.kind)) throw new Problem('not-cancelable', { state: operation.finishedAt ? operation.state : `a ${operation.kind}, which has to end` })
    return plainPlan()
  },
  async apply({ tx }, operation) {
    const [row] = await tx.update(operations).set({ state: 'canceling', cancelRequested: true }).where(eq(operations.id, operation.id)).returning()
    if (operation.generation !== null && operation.targetType === 'hub') await tx.update(hubs).set({ paused: true, wakeAt: null }).where(eq(hubs.id, operation.targetId))
    return { answer: showOperation(row!), subject: operation.id, wakes: [{ type: operation.targetType, id: operation.targetId }] }
  },
})
