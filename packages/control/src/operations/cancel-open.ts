import { and, eq, isNull, operations, type Transaction } from '@hubfleet/database'
import { announce, endOf, recordEvent } from '@hubfleet/engine'

/** Ends the operations of a target that is gone: nobody will look at it again. */
export async function cancelOpen(tx: Transaction, targetId: string, now: Date): Promise<void> {
  const ended = await tx.update(operations).set({ state: 'canceled', finishedAt: now }).where(and(eq(operations.targetId, targetId), isNull(operations.finishedAt))).returning()
  for (const operation of ended) await recordEvent(tx, endOf(operation, { state: 'canceled' }))
  await announce(tx, targetId)
}
