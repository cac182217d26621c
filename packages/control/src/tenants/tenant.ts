import { Type } from 'typebox'
import { completePolicy, financeOf, FinanceSchema, isId, PolicySchema, privacyOf, PrivacySchema, Problem, type Policy } from '@hubfleet/core'
import { and, eq, isNull, tenants, type TenantRow, type Transaction } from '@hubfleet/database'
import { tenantNow, type Control } from '../control.ts'
import { IdSchema, NameSchema, NullableText, NullableTime, TimeSchema } from '../wire.ts'

export const TenantSchema = Type.Object({
  id: IdSchema('tenant'),
  name: NameSchema,
  displayName: Type.String(),
  sandbox: Type.Boolean({ description: 'May use sandbox clusters, and lives by a virtual clock' }),
  policy: PolicySchema,
  finance: FinanceSchema,
  privacy: PrivacySchema,
  hubDefaults: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: 'Of the tenant `platform`: what all hubs begin with' })),
  managedBy: NullableText,
  now: TimeSchema,
  generation: Type.Integer(),
  createdAt: TimeSchema,
  deletedAt: NullableTime,
}, { $id: 'Tenant' })

export const showTenant = (control: Control, row: TenantRow) => ({
  id: row.id, name: row.name, displayName: row.displayName, sandbox: row.sandbox, policy: policyOf(row), finance: { ...financeOf(row.finance) }, privacy: { ...privacyOf(row.privacy) }, ...(row.hubDefaults && { hubDefaults: row.hubDefaults as Record<string, unknown> }), managedBy: row.managedBy, now: tenantNow(control.clock, row).toISOString(),
  generation: row.generation, createdAt: row.createdAt.toISOString(), deletedAt: row.deletedAt?.toISOString() ?? null,
})

/** What its hubs may hold. A row can be older than a capability: what it does not name is not allowed. */
export const policyOf = ({ policy }: Pick<TenantRow, 'policy'>): Policy => completePolicy(policy)

/** The tenant by id or name, as far as the transaction may see it. */
export async function loadTenant(tx: Transaction, ref: string, { lock = false } = {}): Promise<TenantRow> {
  const select = tx.select().from(tenants).where(and(isId(ref, 'tenant') || ref === 'tenant_platform' ? eq(tenants.id, ref) : eq(tenants.name, ref), isNull(tenants.deletedAt)))
  const [row] = await (lock ? select.for('update') : select)
  if (!row) throw new Problem('not-found', { noun: 'tenant', ref })
  return row
}
