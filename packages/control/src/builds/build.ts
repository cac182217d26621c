import { Type } from 'typebox'
import { isId, Problem, type KeptLog } from '@hubfleet/core'
import { and, eq, operations, type OperationRow } from '@hubfleet/database'
import { loadHub } from '../hubs/hub.ts'
import { ProblemSchema } from '../operations/operation.ts'
import type { ReadContext } from '../verb.ts'
import { IdSchema, NullableText, NullableTime, OpenEnum, time, TimeSchema } from '../wire.ts'

/** The verb whose operations are the builds. */
export const buildKind = 'build.create'

/** A build is the operation that makes it, with what it came to: there is nothing else to keep. */
export const BuildSchema = Type.Object({
  id: IdSchema('op'),
  hubId: IdSchema('hub'),
  state: OpenEnum('queued', 'running', 'succeeded', 'failed', 'canceling', 'canceled'),
  repository: Type.String(),
  ref: Type.String({ description: 'The branch, tag or commit that was asked for' }),
  commit: NullableText,
  image: Type.Union([Type.String(), Type.Null()], { description: 'What was pushed: the commit is its tag' }),
  digest: NullableText,
  roll: Type.Boolean({ description: 'The hub is moved to it' }),
  message: Type.String({ description: 'What it is at' }),
  error: Type.Union([ProblemSchema, Type.Null()]),
  workflow: Type.Union([Type.Object({ path: Type.String(), content: Type.String(), secrets: Type.Array(Type.String()) }, { $id: 'BuildWorkflow', description: 'Where the cluster takes no builds: a CI workflow file that does the same' }), Type.Null()]),
  createdAt: TimeSchema, finishedAt: NullableTime,
}, { $id: 'Build' })

export interface BuildInput { repository: string; ref: string; image: string; roll: boolean; tenant: string; hub: string }
export interface BuildResult { commit?: string; image?: string; digest?: string; log?: KeptLog[]; failure?: string; barred?: string; workflow?: { path: string; content: string; secrets: string[] } }

export function showBuild(row: OperationRow) {
  const { repository, ref, roll } = row.input as unknown as BuildInput
  const { commit = null, image = null, digest = null, workflow = null } = (row.result ?? {}) as BuildResult
  return {
    id: row.id, hubId: row.targetId, state: row.state, repository, ref, commit, image, digest, roll, message: row.finishedAt ? '' : row.progress.message,
    error: row.error, workflow, createdAt: row.createdAt.toISOString(), finishedAt: time(row.finishedAt),
  }
}

/** The name of its Job. */
export const buildName = (operationId: string): string => `build-${operationId.replace(/^op_/, '')}`

export async function loadBuild(context: ReadContext, { lock = false } = {}): Promise<OperationRow> {
  const hub = await loadHub(context)
  const ref = context.params.build!
  const select = context.tx.select().from(operations).where(and(eq(operations.tenantId, context.tenant.id), eq(operations.targetId, hub.id), eq(operations.kind, buildKind), eq(operations.id, ref)))
  const [row] = isId(ref, 'op') ? await (lock ? select.for('update') : select) : []
  if (!row) throw new Problem('not-found', { noun: 'build', ref })
  return row
}
