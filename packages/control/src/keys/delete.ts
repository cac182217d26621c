import { Problem } from '@hubfleet/core'
import { and, eq, keys } from '@hubfleet/database'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { KeySchema, showKey } from './key.ts'

export const deleteKey = verb({
  noun: 'key', verb: 'delete', summary: 'Revoke a key', description: 'Servers remember a key for up to 5 seconds: so long it may still work.', action: 'tenant:admin',
  input: Nothing,
  answer: KeySchema,
  async load({ tx, tenant, params }) {
    const [row] = await tx.select().from(keys).where(and(eq(keys.tenantId, tenant.id), eq(keys.id, params.key!))).for('update')
    if (!row) throw new Problem('not-found', { noun: 'key', ref: params.key! })
    return row
  },
  plan: async () => plainPlan(),
  async apply({ tx, now }, key) {
    const [row] = await tx.update(keys).set({ revokedAt: key.revokedAt ?? now }).where(eq(keys.id, key.id)).returning()
    return { answer: showKey(row!), subject: key.id }
  },
})
