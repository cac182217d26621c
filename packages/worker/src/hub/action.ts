import { eq, operations, platformScope, transaction, type OperationRow } from '@hubfleet/database'
import type { Step } from '@hubfleet/engine'
import type { HubScope } from './scope.ts'

/** What an operation does that waits for no revision: further steps once the hub itself answers. */
export interface Action { steps: Step<HubScope>[]; result(): Record<string, unknown> }

/** Notes what an action did as it happens, so that a cut loses none of it. */
export async function noteResult({ database }: Pick<HubScope, 'database'>, operation: OperationRow, result: Record<string, unknown>): Promise<void> {
  await transaction(database, platformScope, (tx) => tx.update(operations).set({ result }).where(eq(operations.id, operation.id)))
}
