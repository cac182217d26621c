import { Type } from 'typebox'
import { and, asc, billFiles, eq } from '@hubfleet/database'
import { ProblemSchema } from '../operations/operation.ts'
import { pageInput, pageOf, paginate, rowsAfter } from '../pagination.ts'
import { query } from '../verb.ts'
import { NullableTime, OpenEnum, time, TimeSchema } from '../wire.ts'

const BillFileSchema = Type.Object({
  id: Type.String(), createdAt: TimeSchema,
  name: Type.String({ description: 'Its path below the tenant\'s folder; of a bill in parts, with a * where their numbers are', examples: ['lab/2026-05.csv.gz'] }),
  parts: Type.Integer({ description: 'Files that are one bill together' }),
  bytes: Type.Integer({ description: 'As they lie there' }),
  modifiedAt: TimeSchema,
  state: OpenEnum('waiting', 'loaded', 'refused'),
  readAt: NullableTime,
  bill: Type.Union([Type.String(), Type.Null()], { description: 'The bill it became; a later one may have replaced that' }),
  notes: Type.Array(Type.String(), { description: 'What became of it, in words' }),
  problem: Type.Union([ProblemSchema, Type.Null()], { description: 'Why it was refused; it is tried again when it changes, and once a day' }),
}, { $id: 'BillFile', description: 'A bill that lies in the folder of bills' })

export const listBillFiles = query({
  noun: 'billFile', verb: 'list', summary: 'What lies in the folder of bills, and what became of it', action: 'tenant:read', input: pageInput({}), answer: pageOf(BillFileSchema, 'BillFilePage'),
  run: ({ tx, control, tenant }, input) => paginate(control, 'billFiles', input, tenant.id, (after, count) =>
    tx.select().from(billFiles).where(and(eq(billFiles.tenantId, tenant.id), rowsAfter(billFiles, after))).orderBy(asc(billFiles.createdAt), asc(billFiles.id)).limit(count),
  ({ id, createdAt, name, parts, bytes, modifiedAt, state, readAt, billId, notes, problem }) => ({
    id, createdAt: createdAt.toISOString(), name, parts, bytes, modifiedAt: modifiedAt.toISOString(), state, readAt: time(readAt), bill: billId, notes, problem,
  })),
})
