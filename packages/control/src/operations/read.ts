import { Type } from 'typebox'
import { and, asc, eq, operations } from '@hubfleet/database'
import { pageInput, pageOf, paginate, rowsAfter } from '../pagination.ts'
import { query } from '../verb.ts'
import { loadOperation, OperationSchema } from './operation.ts'
import { operationsShown } from './without-people.ts'

export const getOperation = query({
  noun: 'operation', verb: 'get', summary: 'An operation', description: 'Always answers 200 with the current state; the outcome is in the body.', action: 'tenant:read',
  input: Type.Object({ wait: Type.Optional(Type.Integer({ minimum: 0, maximum: 60, description: 'Seconds to wait for a change of a running operation before answering' })) }, { additionalProperties: false }),
  answer: OperationSchema,
  // The server waits before it reads, so that no transaction is held meanwhile.
  run: async (context) => (await operationsShown(context))(await loadOperation(context)),
})

export const listOperations = query({
  noun: 'operation', verb: 'list', summary: 'The operations of a tenant', action: 'tenant:read',
  input: pageInput({ target: Type.Optional(Type.String({ description: 'Only those of this hub or cluster, by id' })), state: Type.Optional(Type.String()) }),
  answer: pageOf(OperationSchema, 'OperationPage'),
  run: async ({ tx, control, tenant, ...context }, input) => paginate(control, 'operations', input, [tenant.id, input.target, input.state], (after, count) =>
    tx.select().from(operations)
      .where(and(eq(operations.tenantId, tenant.id), input.target ? eq(operations.targetId, input.target) : undefined, input.state ? eq(operations.state, input.state as 'queued') : undefined, rowsAfter(operations, after)))
      .orderBy(asc(operations.createdAt), asc(operations.id)).limit(count),
  await operationsShown({ tx, control, tenant, ...context })),
})
