import { platformScope, transaction, type Database } from '../../packages/database/src/index.ts'
import { rollUp } from '../../packages/server/src/testing-rollups.ts'

export const year = { from: '2025-01-01', to: '2026-01-01', timeZone: 'America/New_York' }

/**
 * A year of a tenant's rollups, day by day and above: each person has a server on one day of seven, in one of two pools and one of three groups, and each hub has every
 * day what is nobody's. Made from hashes, so each run has the same. Answers how many rows there are.
 */
export async function fillYear(database: Database, tenantId: string, usersPerHub: number): Promise<number> {
  return transaction(database, platformScope, async ({ client }) => {
    await client.query(`set local statement_timeout = '20min'`)
    await client.query(`update tenants set finance = jsonb_build_object('timeZone', $2::text) where id = $1`, [tenantId, year.timeZone])
    const columns = 'level, tenant_id, start, cluster_id, hub_id, component, pool, group_name, user_name, micros, billed_micros, currency, seconds, core_seconds, gib_seconds, unpriced_seconds'
    const days = `generate_series($2::timestamp, $3::timestamp - interval '1 day', interval '1 day') as day`
    await client.query(`
      insert into cost_rollups (${columns})
      select 'user-day', $1, day at time zone $4, h.cluster_id, h.id, 'servers', 'pool-' || n % 2, 'group-' || n % 3, h.name || '-user-' || n, hash % 1000003, case when hash % 3 = 0 then hash % 999983 end, 'USD', hash % 36000, hash % 36000, hash % 72000, 0
      from hubs h, generate_series(1, $5::int) as n, ${days}, lateral (select abs(hashtext(h.name || n || day)::bigint) as hash) as of
      where h.tenant_id = $1 and hash % 7 = 0`, [tenantId, year.from, year.to, year.timeZone, usersPerHub])
    await client.query(`
      insert into cost_rollups (${columns})
      select 'user-day', $1, day at time zone $4, h.cluster_id, h.id, component, case when component in ('idle', 'seats') then 'pool-0' else '' end, '', '', hash % 50000021, hash % 49000027, 'USD', 86400, 0, 0, 0
      from hubs h, unnest(array['idle', 'seats', 'homes', 'hub-disk', 'load-balancers', 'core']) as component, ${days}, lateral (select abs(hashtext(h.name || component || day)::bigint) as hash) as of
      where h.tenant_id = $1`, [tenantId, year.from, year.to, year.timeZone])
    await rollUp(client, tenantId, year.timeZone, 'day')
    const { rows: [{ count }] } = await client.query('select count(*)::int as count from cost_rollups where tenant_id = $1', [tenantId])
    return count as number
  })
}
