import { Type } from 'typebox'
import { completePolicy, PolicyInputSchema } from '@hubfleet/core'
import { eq, tenants } from '@hubfleet/database'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { loadTenant, showTenant, TenantSchema } from './tenant.ts'

export const updateTenant = verb({
  noun: 'tenant', verb: 'update', summary: 'Change a tenant', action: 'platform:admin',
  input: Type.Object({
    displayName: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    policy: Type.Optional(PolicyInputSchema),
  }, { $id: 'TenantUpdate', additionalProperties: false }),
  answer: TenantSchema,
  load: ({ tx, tenant }) => loadTenant(tx, tenant.id, { lock: true }),
  revision: (tenant) => tenant.generation,
  plan: async () => plainPlan(),
  async apply({ tx, control }, tenant, { policy, ...change }) {
    const [row] = await tx.update(tenants).set({ ...change, ...(policy && { policy: completePolicy(policy) }), generation: tenant.generation + 1 }).where(eq(tenants.id, tenant.id)).returning()
    return { answer: showTenant(control, row!), subject: tenant.id }
  },
})
