import { sql, type Transaction } from '@hubfleet/database'

/**
 * Marks all days and months of a tenant to be computed anew by the clock of another zone: those that hours fall in, and those that hold what was kept by the
 * clock before. Hours stay: where the new zone's days begin within one, it counts where it begins.
 */
export async function markZoneDue(tx: Transaction, tenantId: string, timeZone: string): Promise<void> {
  await tx.execute(sql`
    insert into rollups_due (grain, of_id, tenant_id, start)
    select grain, ${tenantId}, ${tenantId}, start from (
      select 'day' as grain, date_trunc('day', start, ${timeZone}) as start from usage_rollups where level in ('tenant-hour', 'tenant-day') and tenant_id = ${tenantId}
      union select 'day', date_trunc('day', start, ${timeZone}) from cost_rollups where level in ('tenant-hour', 'tenant-day') and tenant_id = ${tenantId}
      union select 'month', date_trunc('month', start, ${timeZone}) from usage_rollups where level = 'tenant-month' and tenant_id = ${tenantId}
      union select 'month', date_trunc('month', start, ${timeZone}) from cost_rollups where level = 'tenant-month' and tenant_id = ${tenantId}
    ) as touched order by grain, start
    on conflict (grain, of_id, start) do update set version = rollups_due.version + 1`)
}
