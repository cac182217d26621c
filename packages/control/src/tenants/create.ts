import { Type } from 'typebox'
import { completePolicy, newId, PolicyInputSchema } from '@hubfleet/core'
import { eq, tenants } from '@hubfleet/database'
import { nameTaken } from '../name-taken.ts'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { ManagedBySchema, NameSchema } from '../wire.ts'
import { showTenant, TenantSchema } from './tenant.ts'

export const createTenant = verb({
  noun: 'tenant', verb: 'create', summary: 'Make a tenant', action: 'platform:admin',
  input: Type.Object({
    name: NameSchema,
    displayName: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    sandbox: Type.Optional(Type.Boolean({ default: false, description: 'For trying: sandbox clusters and a virtual clock' })),
    policy: Type.Optional(PolicyInputSchema),
    managedBy: Type.Optional(ManagedBySchema),
  }, { $id: 'TenantCreate', additionalProperties: false }),
  answer: TenantSchema,
  async load({ tx }, { name }) {
    const [taken] = await tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.name, name))
    if (taken) throw nameTaken('tenant', name)
  },
  plan: async () => plainPlan(),
  async apply({ tx, control, now }, _, { name, displayName = name, sandbox = false, policy = {}, managedBy = null }) {
    const [row] = await tx.insert(tenants).values({ id: newId('tenant'), name, displayName, sandbox, policy: completePolicy(policy), managedBy, createdAt: now }).returning()
    return { answer: showTenant(control, row!), subject: row!.id }
  },
})
