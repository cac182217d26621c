import { and, asc, eq, isNull, tenants } from '@hubfleet/database'
import { pageInput, pageOf, paginate, rowsAfter } from '../pagination.ts'
import { query } from '../verb.ts'
import { ManagedByFilter, Nothing } from '../wire.ts'
import { loadTenant, showTenant, TenantSchema } from './tenant.ts'

export const getTenant = query({
  noun: 'tenant', verb: 'get', summary: 'A tenant', action: 'tenant:read', input: Nothing, answer: TenantSchema,
  run: async ({ tx, control, tenant }) => showTenant(control, await loadTenant(tx, tenant.id)),
  revision: (tenant) => tenant['generation'] as number,
})

export const listTenants = query({
  noun: 'tenant', verb: 'list', summary: 'The tenants that the key may see', action: 'tenant:read', input: pageInput({ managedBy: ManagedByFilter }), answer: pageOf(TenantSchema, 'TenantPage'),
  run: ({ tx, control }, input) => paginate(control, 'tenants', input, input.managedBy ?? null, (after, count) =>
    tx.select().from(tenants)
      .where(and(isNull(tenants.deletedAt), input.managedBy === undefined ? undefined : eq(tenants.managedBy, input.managedBy), rowsAfter(tenants, after)))
      .orderBy(asc(tenants.createdAt), asc(tenants.id)).limit(count),
  (row) => showTenant(control, row)),
})
