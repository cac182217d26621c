import { Type } from 'typebox'
import { canonicalJson, completePolicy, HubSpecPatchSchema, PolicyInputSchema, refuse } from '@hubfleet/core'
import { eq, platformTenantId, tenants } from '@hubfleet/database'
import { chartOfLayer, requireLayer } from '../hubs/require-layer.ts'
import { requireSameFiles } from '../managed-by.ts'
import { plainPlan, type Plan } from '../plan.ts'
import { verb } from '../verb.ts'
import { ManagedBySchema } from '../wire.ts'
import { loadTenant, policyOf, showTenant, TenantSchema } from './tenant.ts'

export const updateTenant = verb({
  noun: 'tenant', verb: 'update', summary: 'Change a tenant', action: 'platform:admin',
  input: Type.Object({
    displayName: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    policy: Type.Optional(PolicyInputSchema),
    hubDefaults: Type.Optional(Type.Union([HubSpecPatchSchema, Type.Null()], {
      description: 'Of the tenant `platform` only: what all hubs begin with, and the policies of tenants are not asked about; replaced whole. Hubs that are there stay as they are until `hubRebase`',
    })),
    managedBy: Type.Optional(ManagedBySchema),
  }, { $id: 'TenantUpdate', additionalProperties: false }),
  answer: TenantSchema,
  load: ({ tx, tenant }) => loadTenant(tx, tenant.id, { lock: true }),
  revision: (tenant) => tenant.generation,
  prepare: (control, caller, params, { hubDefaults }) => chartOfLayer(control, caller, params, hubDefaults),
  async plan(_, tenant, { displayName, policy, hubDefaults, managedBy }, chart) {
    requireSameFiles('tenant', tenant, managedBy)
    if (hubDefaults !== undefined && tenant.id !== platformTenantId) refuse([{ pointer: '/hubDefaults', code: 'not-used', detail: 'only the tenant platform has defaults for hubs; a cluster and a template can have some as well' }])
    if (hubDefaults) requireLayer(tenant, hubDefaults, chart, { at: '/hubDefaults' })
    const after = { ...(displayName !== undefined && { displayName }), ...(policy && { policy: completePolicy(policy) }), ...(hubDefaults !== undefined && { hubDefaults }) }
    const before = { displayName: tenant.displayName, policy: policyOf(tenant), hubDefaults: tenant.hubDefaults }
    return plainPlan({ diff: diffParts(before, after), effect: after })
  },
  async apply({ tx, control }, tenant, { managedBy }, { effect: after }) {
    // The platform was made by no files; whose defaults it has, they may take away.
    const owner = tenant.id !== platformTenantId || after.hubDefaults === undefined ? {} : { managedBy: after.hubDefaults === null ? null : managedBy ?? tenant.managedBy }
    const [row] = await tx.update(tenants).set({ ...after, ...owner, generation: tenant.generation + 1 }).where(eq(tenants.id, tenant.id)).returning()
    return { answer: showTenant(control, row!), subject: tenant.id }
  },
})

/** What differs, part by part: each is replaced whole. */
function diffParts(before: Record<string, unknown>, after: Record<string, unknown>): Plan['diff'] {
  return Object.keys(after).filter((key) => canonicalJson(before[key] ?? null) !== canonicalJson(after[key] ?? null)).map((key) => ({ op: 'replace', path: `/${key}`, value: after[key] }))
}
