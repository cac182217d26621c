/** A fleet's rollups for tests: made by SQL from hashes, so that each run has the same, and rolled up by the database's own idea of hours, days and months. */
import { platformScope, transaction, type Database, type Transaction } from '@hubfleet/database'

export interface FleetTenant { tenantId: string; clusterId: string; timeZone: string; currency: string; hubIds: string[]; users: number }

/** From the first day on so many days, hour by hour: people's servers and homes, idle nodes of hubs, and a control plane that is of no hub. */
export async function fillRollups(database: Database, { tenantId, clusterId, timeZone, currency, hubIds, users }: FleetTenant, firstDay: string, days: number): Promise<void> {
  await transaction(database, platformScope, async ({ client }) => {
    const hash = (...parts: string[]) => `abs(hashtext(${parts.join(" || '/' || ")}))`
    await client.query(`
      insert into cost_rollups (level, tenant_id, start, cluster_id, hub_id, component, pool, group_name, user_name, micros, billed_micros, currency, seconds, core_seconds, gib_seconds, unpriced_seconds)
      select 'user-hour', $1, hour, $2, hub, component, pool, grp, usr,
        case when h % 97 = 0 then null else h % 1000003 end, case when h % 3 = 0 or component = 'homes' then null else h % 999983 end, $3, h % 3600, case when component = 'servers' then h % 7200 else 0 end, case when component = 'servers' then h % 14400 else 0 end, case when h % 97 = 0 then h % 3600 else 0 end
      from (
        select *, ${hash('hour::text', 'hub', 'component', 'pool', 'grp', 'usr')} as h
        from generate_series(($4::text || ' 00:00')::timestamp at time zone $5, (($4::date + $6::int)::text || ' 00:00')::timestamp at time zone $5 - interval '1 hour', interval '1 hour') as hour,
        lateral (
          select hub, component, case when component = 'homes' then '' else 'pool-' || n % 2 end as pool, case when n % 3 = 0 then '' else 'group-' || n % 3 end as grp, 'user-' || n as usr
          from unnest($7::text[]) as hub, unnest(array['servers', 'homes']) as component, generate_series(1, $8::int) as n
          where ${hash('hour::text', 'hub', 'component', 'n::text')} % 5 = 0
          union all select hub, 'idle', 'pool-0', '', '' from unnest($7::text[]) as hub
          union all select '', 'control-plane', '', '', ''
        ) as lines
      ) as facts`, [tenantId, clusterId, currency, firstDay, timeZone, days, hubIds, users])
    await rollUp(client, tenantId, timeZone, 'hour')
  })
}

/** Makes all coarser levels of a tenant from the finest that is filled, of users, and usage as far as that tells of it. */
export async function rollUp(client: Transaction['client'], tenantId: string, timeZone: string, finest: 'hour' | 'day'): Promise<void> {
  const grains = ['hour', 'day', 'month'].slice(finest === 'hour' ? 0 : 1)
  const levels = [
    ...grains.slice(1).map((grain) => [`user-${grain}`, `user-${finest}`, grain, 'user'] as const),
    ...grains.flatMap((grain) => [[`hub-${grain}`, `user-${grain}`, grain, 'hub'], [`tenant-${grain}`, `hub-${grain}`, grain, 'tenant']] as const),
  ]
  for (const [level, from, grain, whose] of levels) {
    await client.query(`
      insert into cost_rollups (level, tenant_id, start, cluster_id, hub_id, component, pool, group_name, user_name, micros, billed_micros, currency, seconds, core_seconds, gib_seconds, unpriced_seconds)
      select '${level}', tenant_id, date_trunc('${grain}', start, $2), cluster_id, ${whose === 'tenant' ? `''` : 'hub_id'}, component, pool, ${whose === 'tenant' ? `''` : 'group_name'}, ${whose === 'user' ? 'user_name' : `''`},
        sum(micros), case when bool_and(billed_micros is not null) then sum(billed_micros) end, currency, sum(seconds), sum(core_seconds), sum(gib_seconds), sum(unpriced_seconds)
      from cost_rollups where level = '${from}' and tenant_id = $1 group by 2, 3, 4, 5, 6, 7, 8, 9, currency`, [tenantId, timeZone])
  }
  for (const whose of ['hub', 'tenant']) {
    for (const grain of grains) {
      await client.query(`
        insert into usage_rollups (level, tenant_id, start, cluster_id, hub_id, users, peak_servers, peak_nodes, server_seconds, gap_seconds)
        select '${whose}-${grain}', tenant_id, date_trunc('${grain}', start, $2), cluster_id, ${whose === 'hub' ? 'hub_id' : `''`}, count(distinct user_name) filter (where component = 'servers'),
          count(*) filter (where component = 'servers'), count(distinct pool), coalesce(sum(seconds) filter (where component = 'servers'), 0), 0
        from cost_rollups where level = 'user-${finest}' and tenant_id = $1 group by 2, 3, 4, 5`, [tenantId, timeZone])
    }
  }
}
