import { Problem, type ProblemDocument } from '@hubfleet/core'
import { and, asc, eq, isNull, operations, sql, type OperationRow, type Transaction } from '@hubfleet/database'
import { recordEvent, type NewEvent } from './events.ts'
import type { PassResult } from './pass.ts'
import type { StepLog } from './step-log.ts'

/** The channel that tells which target's operations changed; the payload is the target's id. */
export const operationsChannel = 'hubfleet_operations'

export const openOperations = (tx: Transaction, targetId: string): Promise<OperationRow[]> =>
  tx.select().from(operations).where(and(eq(operations.targetId, targetId), isNull(operations.finishedAt))).orderBy(asc(operations.createdAt), asc(operations.id))

/** Shows the steps of a pass on every operation that waits for the target. */
export async function showSteps(tx: Transaction, targetId: string, { steps, progress }: Pick<StepLog, 'steps' | 'progress'>, now: Date): Promise<void> {
  await tx.update(operations)
    .set({ steps, progress, state: sql`case when ${operations.state} = 'queued' then 'running' else ${operations.state} end`, startedAt: sql`coalesce(${operations.startedAt}, ${now})` })
    .where(and(eq(operations.targetId, targetId), isNull(operations.finishedAt)))
  await announce(tx, targetId)
}

export const announce = (tx: Transaction, targetId: string) => tx.execute(sql`select pg_notify(${operationsChannel}, ${targetId})`)

export interface Settlement {
  operation: OperationRow
  state: 'succeeded' | 'failed' | 'canceled'
  error?: ProblemDocument
  supersededBy?: string
  result?: Record<string, unknown>
}

/**
 * Which of the open operations end with this pass, and how. An operation that waits for a revision succeeds when that is
 * reached, and is canceled as superseded when a later one is. What failed for a cause that can pass goes on until its deadline.
 * Pure. Actions (without a revision) settle themselves; here they only meet their deadline. `last` is what is waited for at the end
 * of the pass, where that is an action of a target that was reached.
 */
export function settle(open: readonly OperationRow[], reached: number, result: PassResult, now: Date, last = result): Settlement[] {
  const settlements: Settlement[] = []
  for (const operation of open) {
    const wanted = operation.generation
    if (operation.state === 'canceling') settlements.push({ operation, state: 'canceled' })
    else if (wanted !== null && wanted < reached) settlements.push({ operation, state: 'canceled', ...later(open, wanted) })
    else if (wanted !== null && wanted === reached && result.outcome === 'reached') settlements.push({ operation, state: 'succeeded' })
    else if (wanted !== null && wanted === reached && result.outcome === 'refused' && !result.problem.retryable) settlements.push({ operation, state: 'failed', error: result.problem.toDocument() })
    else if (now >= operation.deadlineAt) settlements.push({ operation, state: 'failed', error: lateness(operation, operation.generation === null ? last : result).toDocument() })
  }
  return settlements
}

function later(open: readonly OperationRow[], generation: number): { supersededBy?: string } {
  const next = open.filter((o) => (o.generation ?? 0) > generation).at(-1)
  return next ? { supersededBy: next.id } : {}
}

function lateness(operation: OperationRow, result: PassResult): Problem {
  const seconds = Math.round((operation.deadlineAt.getTime() - operation.createdAt.getTime()) / 1000)
  const waiting = result.outcome === 'waiting' ? `${result.at}: ${result.message}` : result.outcome === 'refused' ? `${result.at}: ${result.problem.message}` : 'the hub to be ready'
  return new Problem('deadline-exceeded', { seconds, waiting })
}

export async function finish(tx: Transaction, settlements: readonly Settlement[], now: Date): Promise<void> {
  for (const { operation, state, error, supersededBy, result } of settlements) {
    await tx.update(operations)
      .set({ state, error: error ?? null, supersededBy: supersededBy ?? null, ...(result && { result }), finishedAt: now, startedAt: operation.startedAt ?? now, ...(state === 'succeeded' && { progress: { percent: 100, message: 'done' } }) })
      .where(eq(operations.id, operation.id))
    await recordEvent(tx, endOf(operation, { state, error, supersededBy }))
  }
}

/** The event that tells of the end of an operation. What came of it is read from the operation. */
export function endOf({ id, tenantId, kind, targetType, targetId, requestedBy, reason }: OperationRow, { state, error, supersededBy }: Pick<Settlement, 'state' | 'error' | 'supersededBy'>): NewEvent<`operation.${Settlement['state']}`> {
  const told = error && { code: error.code, title: error.title, detail: error.detail, nextStep: error.nextStep, retryable: error.retryable }
  return {
    tenantId, type: `operation.${state}`, subject: id, hubId: targetType === 'hub' ? targetId : null,
    data: { kind, target: { type: targetType, id: targetId }, requestedBy, reason, error: told ?? null, supersededBy: supersededBy ?? null },
  }
}
