import { Problem } from '@hubfleet/core'
import { and, asc, eq, keys } from '@hubfleet/database'
import { pageInput, pageOf, paginate, rowsAfter } from '../pagination.ts'
import { query } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { KeySchema, showKey } from './key.ts'

export const getKey = query({
  noun: 'key', verb: 'get', summary: 'A key, without the secret', action: 'tenant:admin', input: Nothing, answer: KeySchema,
  async run({ tx, tenant, params }) {
    const [row] = await tx.select().from(keys).where(and(eq(keys.tenantId, tenant.id), eq(keys.id, params.key!)))
    if (!row) throw new Problem('not-found', { noun: 'key', ref: params.key! })
    return showKey(row)
  },
})

export const listKeys = query({
  noun: 'key', verb: 'list', summary: 'The keys of a tenant', action: 'tenant:admin', input: pageInput({}), answer: pageOf(KeySchema, 'KeyPage'),
  run: ({ tx, control, tenant }, input) => paginate(control, 'keys', input, tenant.id, (after, count) =>
    tx.select().from(keys)
      .where(and(eq(keys.tenantId, tenant.id), rowsAfter(keys, after)))
      .orderBy(asc(keys.createdAt), asc(keys.id)).limit(count),
  showKey),
})
