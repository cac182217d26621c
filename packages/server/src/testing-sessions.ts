/** A hub's measured life for tests: sessions, and the rollups that the same nodes and servers come to, made by SQL. */
import { platformScope, transaction, type Database } from '@hubfleet/database'

export interface MeasuredHub { tenantId: string; clusterId: string; hubId: string; timeZone: string; pool: string; users: number }

/**
 * On each of so many days, by the clock of the zone, everybody has a server from 9:00 for three hours and works in the first two. An hour of the hub costs 0.2 while it has servers,
 * as one node does, and homes cost 0.01 always. Nothing was seen of the first day's last six hours.
 */
export async function fillSessions(database: Database, { tenantId, clusterId, hubId, timeZone, pool, users }: MeasuredHub, firstDay: string, days: number): Promise<void> {
  const hours = `generate_series(($2::text || ' 00:00')::timestamp at time zone $3, (($2::date + $4::int)::text || ' 00:00')::timestamp at time zone $3 - interval '1 hour', interval '1 hour') as hour`
  const busy = `extract(hour from hour at time zone $3) in (9, 10, 11)`
  const unseen = `((hour at time zone $3)::date = $2::date and extract(hour from hour at time zone $3) >= 18)`
  await transaction(database, platformScope, async ({ client }) => {
    await client.query('set local statement_timeout = 0')
    await client.query(`
      insert into sessions (hub_id, tenant_id, user_name, server, started_at, seen, ended_at, cpu, memory_gib, pool, node, active)
      select $1, $5, 'user-' || n, '', start, tstzmultirange(tstzrange(start, start + interval '3 hours')), start + interval '3 hours', 0.1, 1, $6, 'node-1', tstzmultirange(tstzrange(start, start + interval '2 hours'))
      from generate_series(0, $4::int - 1) as day, generate_series(1, $7::int) as n, lateral (select (($2::date + day)::text || ' 09:00')::timestamp at time zone $3 as start) as of`, [hubId, firstDay, timeZone, days, tenantId, pool, users])
    await client.query(`
      insert into usage_rollups (level, tenant_id, start, cluster_id, hub_id, users, peak_servers, peak_nodes, server_seconds, gap_seconds)
      select 'hub-hour', $1, hour, $5, $6, case when ${busy} then $7::int else 0 end, case when ${busy} then $7::int else 0 end, case when ${busy} then 1 else 0 end, case when ${busy} then $7::int * 3600 else 0 end, case when ${unseen} then 3600 else 0 end
      from ${hours}`, [tenantId, firstDay, timeZone, days, clusterId, hubId, users])
    await client.query(`
      insert into cost_rollups (level, tenant_id, start, cluster_id, hub_id, component, pool, group_name, user_name, micros, currency, seconds, core_seconds, gib_seconds, unpriced_seconds)
      select 'hub-hour', $1, hour, $5, $6, component, pool, '', '', micros, 'USD', 3600 * count, 0, 3600 * count * gib, 0
      from ${hours}, lateral (
        select 'servers' as component, $7::text as pool, 150000 as micros, $8::int as count, 1 as gib where ${busy} union all select 'idle', $7, 45000, 1, 0 where ${busy} union all select 'node-disks', $7, 5000, 1, 0 where ${busy}
        union all select 'homes', '', 10000, $8, 10 where not ${unseen}) as lines`, [tenantId, firstDay, timeZone, days, clusterId, hubId, pool, users])
    for (const grain of ['day', 'month']) {
      await client.query(`
        insert into cost_rollups (level, tenant_id, start, cluster_id, hub_id, component, pool, group_name, user_name, micros, currency, seconds, core_seconds, gib_seconds, unpriced_seconds)
        select 'hub-${grain}', tenant_id, date_trunc('${grain}', start, $2), cluster_id, hub_id, component, pool, '', '', sum(micros), currency, sum(seconds), 0, sum(gib_seconds), 0 from cost_rollups where level = 'hub-hour' and hub_id = $1 group by 2, 3, 4, 5, 6, 7, currency`, [hubId, timeZone])
      await client.query(`
        insert into usage_rollups (level, tenant_id, start, cluster_id, hub_id, users, peak_servers, peak_nodes, server_seconds, gap_seconds)
        select 'hub-${grain}', tenant_id, date_trunc('${grain}', start, $2), cluster_id, hub_id, max(users), max(peak_servers), max(peak_nodes), sum(server_seconds), sum(gap_seconds) from usage_rollups where level = 'hub-hour' and hub_id = $1 group by 2, 3, 4, 5`, [hubId, timeZone])
    }
  })
}
