import { Type } from 'typebox'
import { Problem } from '@hubfleet/core'
import { and, eq, operations, type OperationRow } from '@hubfleet/database'
import type { ReadContext } from '../verb.ts'
import { IdSchema, NullableText, NullableTime, OpenEnum, time, TimeSchema } from '../wire.ts'

export const ProblemSchema = Type.Object({
  type: Type.String(), title: Type.String(), status: Type.Integer(), detail: Type.String(), code: Type.String(), retryable: Type.Boolean(), nextStep: Type.String(),
  params: Type.Record(Type.String(), Type.Unknown()),
  errors: Type.Array(Type.Object({ pointer: Type.String(), code: Type.String(), detail: Type.String() }, { $id: 'ProblemField' })),
  instance: Type.Optional(Type.String()), requestId: Type.Optional(Type.String()),
}, { $id: 'Problem' })

export const OperationSchema = Type.Object({
  id: IdSchema('op'),
  tenantId: IdSchema('tenant'),
  kind: OpenEnum('hub.create', 'hub.update', 'hub.scale', 'hub.cull', 'hub.prepull', 'build.create', 'hub.stop', 'hub.start', 'hub.delete', 'hub.plan', 'cluster.create', 'cluster.update', 'cluster.delete', 'credential.create', 'credential.update', 'credential.check', 'catalogue.refresh', 'webhook.test'),
  target: Type.Object({ type: OpenEnum('hub', 'cluster', 'plan', 'credential', 'catalogue', 'webhook'), id: Type.String() }, { $id: 'OperationTarget' }),
  generation: Type.Union([Type.Integer(), Type.Null()], { description: 'The revision it waits for; null for an action' }),
  state: OpenEnum('queued', 'running', 'succeeded', 'failed', 'canceling', 'canceled'),
  done: Type.Boolean({ description: 'True when the state does not change any more' }),
  steps: Type.Array(Type.Object({
    name: Type.String(), state: OpenEnum('pending', 'running', 'waiting', 'done', 'failed'), message: Type.String(), startedAt: NullableTime, finishedAt: NullableTime, waitingSince: NullableTime,
  }, { $id: 'OperationStep' })),
  progress: Type.Object({ percent: Type.Integer(), message: Type.String() }, { $id: 'Progress' }),
  attempt: Type.Integer({ description: 'How often it failed for a cause that can pass' }),
  lastError: Type.Union([ProblemSchema, Type.Null()], { description: 'What went wrong last and is tried again' }),
  error: Type.Union([ProblemSchema, Type.Null()], { description: 'Why it failed' }),
  result: Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()]),
  supersededBy: NullableText,
  requestedBy: Type.String(),
  reason: OpenEnum('api', 'schedule', 'trigger', 'budget', 'drift'),
  createdAt: TimeSchema, startedAt: NullableTime, finishedAt: NullableTime, deadlineAt: TimeSchema,
}, { $id: 'Operation' })

export const showOperation = (row: OperationRow) => ({
  id: row.id, tenantId: row.tenantId, kind: row.kind, target: { type: row.targetType, id: row.targetId }, generation: row.generation, state: row.state, done: row.finishedAt !== null,
  steps: row.steps, progress: row.progress, attempt: row.attempt, lastError: row.lastError, error: row.error, result: row.result, supersededBy: row.supersededBy,
  requestedBy: row.requestedBy, reason: row.reason, createdAt: row.createdAt.toISOString(), startedAt: time(row.startedAt), finishedAt: time(row.finishedAt), deadlineAt: row.deadlineAt.toISOString(),
})

export async function loadOperation({ tx, tenant, params }: Pick<ReadContext, 'tx' | 'tenant' | 'params'>, { lock = false } = {}): Promise<OperationRow> {
  const select = tx.select().from(operations).where(and(eq(operations.tenantId, tenant.id), eq(operations.id, params.operation!)))
  const [row] = await (lock ? select.for('update') : select)
  if (!row) throw new Problem('not-found', { noun: 'operation', ref: params.operation! })
  return row
}
