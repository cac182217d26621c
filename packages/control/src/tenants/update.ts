import { Type } from 'typebox'
import { completePolicy, HubSpecPatchSchema, PolicyInputSchema, refuse } from '@hubfleet/core'
import { eq, platformTenantId, tenants } from '@hubfleet/database'
import { chartOfLayer, requireLayer } from '../hubs/require-layer.ts'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { loadTenant, showTenant, TenantSchema } from './tenant.ts'

export const updateTenant = verb({
  noun: 'tenant', verb: 'update', summary: 'Change a tenant', action: 'platform:admin',
  input: Type.Object({
    displayName: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    policy: Type.Optional(PolicyInputSchema),
    hubDefaults: Type.Optional(Type.Union([HubSpecPatchSchema, Type.Null()], {
      description: 'Of the tenant `platform` only: what all hubs begin with, and the policies of tenants are not asked about; replaced whole. Hubs that are there stay as they are until `hubRebase`',
    })),
  }, { $id: 'TenantUpdate', additionalProperties: false }),
  answer: TenantSchema,
  load: ({ tx, tenant }) => loadTenant(tx, tenant.id, { lock: true }),
  revision: (tenant) => tenant.generation,
  prepare: (control, caller, params, { hubDefaults }) => chartOfLayer(control, caller, params, hubDefaults),
  async plan(_, tenant, { hubDefaults }, chart) {
    if (hubDefaults !== undefined && tenant.id !== platformTenantId) refuse([{ pointer: '/hubDefaults', code: 'not-used', detail: 'only the tenant platform has defaults for hubs; a cluster and a template can have some as well' }])
    if (hubDefaults) requireLayer(tenant, hubDefaults, chart, { at: '/hubDefaults' })
    return plainPlan({ diff: hubDefaults === undefined ? [] : [{ op: 'replace', path: '/hubDefaults', value: hubDefaults }] })
  },
  async apply({ tx, control }, tenant, { policy, ...change }) {
    const [row] = await tx.update(tenants).set({ ...change, ...(policy && { policy: completePolicy(policy) }), generation: tenant.generation + 1 }).where(eq(tenants.id, tenant.id)).returning()
    return { answer: showTenant(control, row!), subject: tenant.id }
  },
})
