import { Problem } from '@hubfleet/core'
import { and, clusters, eq, hubs, isNull, keys, platformTenantId, sql, tenants, webhooks, type Transaction } from '@hubfleet/database'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { loadTenant, showTenant, TenantSchema } from './tenant.ts'

export const deleteTenant = verb({
  noun: 'tenant', verb: 'delete', summary: 'Delete a tenant that has no hubs and clusters any more', action: 'platform:admin',
  input: Nothing,
  answer: TenantSchema,
  load: ({ tx, tenant }) => loadTenant(tx, tenant.id, { lock: true }),
  async plan({ tx }, tenant) {
    if (tenant.id === platformTenantId) throw new Problem('still-in-use', { noun: 'tenant', ref: tenant.name, count: 1, users: 'platform' })
    for (const [table, users] of [[hubs, 'hubs'], [clusters, 'clusters']] as const) {
      const count = await countOf(tx, table, tenant.id)
      if (count > 0) throw new Problem('still-in-use', { noun: 'tenant', ref: tenant.name, count, users })
    }
    return plainPlan({ warnings: ['All keys of the tenant are revoked.'] })
  },
  async apply({ tx, control, now }, tenant) {
    await tx.update(keys).set({ revokedAt: now }).where(and(eq(keys.tenantId, tenant.id), isNull(keys.revokedAt)))
    // Nothing is sent of it any more.
    await tx.delete(webhooks).where(eq(webhooks.tenantId, tenant.id))
    // The name is free for another tenant at once.
    const [row] = await tx.update(tenants).set({ deletedAt: now, name: sql`${tenants.name} || '-deleted-' || right(${tenants.id}, 8)` }).where(eq(tenants.id, tenant.id)).returning()
    return { answer: showTenant(control, row!), subject: tenant.id }
  },
})

async function countOf(tx: Transaction, table: typeof hubs | typeof clusters, tenantId: string): Promise<number> {
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(table).where(and(eq(table.tenantId, tenantId), isNull(table.deletedAt)))
  return row!.count
}
