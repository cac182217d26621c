import { Type } from 'typebox'
import { newId, refuse } from '@hubfleet/core'
import { keys } from '@hubfleet/database'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { TimeSchema } from '../wire.ts'
import { descentOf } from './holder.ts'
import { KeySchema, newKey, RoleSchema, showKey } from './key.ts'

export const createKey = verb({
  noun: 'key', verb: 'create', summary: 'Make a key; it is shown this once', action: 'tenant:admin', secretAnswer: true,
  input: Type.Object({
    name: Type.String({ minLength: 1, maxLength: 200 }),
    role: RoleSchema,
    expiresAt: Type.Optional(TimeSchema),
  }, { $id: 'KeyCreate', additionalProperties: false }),
  answer: Type.Object({ ...KeySchema.properties, key: Type.String({ description: 'The key itself; nobody can read it again' }) }, { $id: 'NewKey' }),
  load: async () => undefined,
  async plan({ now }, _, { expiresAt }) {
    if (expiresAt && new Date(expiresAt) <= now) refuse([{ pointer: '/expiresAt', code: 'past', detail: 'is in the past' }])
    return plainPlan()
  },
  async apply({ tx, caller, tenant, now }, _, { name, role, expiresAt }) {
    const { key, hash, prefix } = newKey()
    const id = newId('key')
    const [row] = await tx.insert(keys).values({ id, ...descentOf(caller, id, tenant.id), tenantId: tenant.id, name, role, hash, prefix, createdAt: now, expiresAt: expiresAt ? new Date(expiresAt) : null }).returning()
    return { answer: { ...showKey(row!), key }, subject: row!.id }
  },
})
