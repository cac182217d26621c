import { Type } from 'typebox'
import { canonicalJson, checkFinance, completePolicy, financeOf, FinanceInputSchema, HubSpecPatchSchema, PolicyInputSchema, PrivacyInputSchema, privacyOf, refuse, type Finance, type FinanceInput } from '@hubfleet/core'
import { eq, needPersonKey, platformTenantId, tenants } from '@hubfleet/database'
import { authorize } from '../authorize.ts'
import { markZoneDue } from '../costs/mark-due.ts'
import { chartOfLayer, requireLayer } from '../hubs/require-layer.ts'
import { requireSameFiles } from '../managed-by.ts'
import { plainPlan, type Plan } from '../plan.ts'
import { verb } from '../verb.ts'
import { ManagedBySchema } from '../wire.ts'
import { loadTenant, policyOf, showTenant, TenantSchema } from './tenant.ts'

export const updateTenant = verb({
  noun: 'tenant', verb: 'update', summary: 'Change a tenant', description: 'Admins of a tenant change its `finance` and `privacy`; all else platform admins.', action: 'tenant:admin',
  input: Type.Object({
    displayName: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    policy: Type.Optional(PolicyInputSchema),
    hubDefaults: Type.Optional(Type.Union([HubSpecPatchSchema, Type.Null()], {
      description: 'Of the tenant `platform` only: what all hubs begin with, and the policies of tenants are not asked about; replaced whole. Hubs that are there stay as they are until `hubRebase`',
    })),
    finance: Type.Optional(FinanceInputSchema),
    privacy: Type.Optional(PrivacyInputSchema),
    managedBy: Type.Optional(ManagedBySchema),
  }, { $id: 'TenantUpdate', additionalProperties: false }),
  answer: TenantSchema,
  load: ({ tx, tenant }) => loadTenant(tx, tenant.id, { lock: true }),
  revision: (tenant) => tenant.generation,
  async prepare(control, caller, params, { finance: _finance, privacy: _privacy, ...others }) {
    if (Object.keys(others).length > 0) authorize(caller, 'platform:admin')
    return chartOfLayer(control, caller, params, others.hubDefaults)
  },
  async plan(_, tenant, { displayName, policy, hubDefaults, finance, privacy, managedBy }, chart) {
    refuse(checkFinance(finance ?? {}).map((error) => ({ ...error, pointer: `/finance${error.pointer}` })))
    requireSameFiles('tenant', tenant, managedBy)
    if (hubDefaults !== undefined && tenant.id !== platformTenantId) refuse([{ pointer: '/hubDefaults', code: 'not-used', detail: 'only the tenant platform has defaults for hubs; a cluster and a template can have some as well' }])
    if (hubDefaults) requireLayer(tenant, hubDefaults, chart, { at: '/hubDefaults' })
    const after = { ...(displayName !== undefined && { displayName }), ...(policy && { policy: completePolicy(policy) }), ...(hubDefaults !== undefined && { hubDefaults }), ...(finance && { finance: { ...tenant.finance, ...finance } }), ...(privacy && { privacy: { ...tenant.privacy, ...privacy } }) }
    const before = { displayName: tenant.displayName, policy: policyOf(tenant), hubDefaults: tenant.hubDefaults, finance: tenant.finance, privacy: tenant.privacy }
    return plainPlan({ diff: diffParts(before, after), effect: after, warnings: warningsOf(financeOf(tenant.finance), finance) })
  },
  async apply({ tx, control }, tenant, { managedBy }, { effect: after }) {
    // The platform was made by no files; whose defaults it has, they may take away.
    const owner = tenant.id !== platformTenantId || after.hubDefaults === undefined ? {} : { managedBy: after.hubDefaults === null ? null : managedBy ?? tenant.managedBy }
    const zone = after.finance?.timeZone
    if (zone !== undefined && zone !== financeOf(tenant.finance).timeZone) await markZoneDue(tx, tenant.id, zone)
    if (privacyOf(after.privacy ?? null).userNames === 'pseudonyms') await needPersonKey(tx, control.keyRing, tenant)
    const [row] = await tx.update(tenants).set({ ...after, ...owner, generation: tenant.generation + 1 }).where(eq(tenants.id, tenant.id)).returning()
    return { answer: showTenant(control, row!), subject: tenant.id }
  },
})

const warningsOf = (before: Finance, { timeZone = before.timeZone, sharedBy = before.sharedBy, groupOrder }: FinanceInput = {}): string[] => [
  ...(timeZone === before.timeZone ? [] : [`Days and months are computed anew by the clock of ${timeZone}; until that is done, reports say what of them is due.`]),
  ...(sharedBy === before.sharedBy && groupOrder === undefined ? [] : ['Hours that are computed already stay as they are.']),
]

/** What differs, part by part: each is replaced whole. */
function diffParts(before: Record<string, unknown>, after: Record<string, unknown>): Plan['diff'] {
  return Object.keys(after).filter((key) => canonicalJson(before[key] ?? null) !== canonicalJson(after[key] ?? null)).map((key) => ({ op: 'replace', path: `/${key}`, value: after[key] }))
}
