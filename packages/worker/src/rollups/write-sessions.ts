import { sql, type Transaction } from '@hubfleet/database'
import type { ClusterHour } from './cluster-hour.ts'
import { sessionsIn, type Moments } from './hour-sessions.ts'

/**
 * Writes what an hour tells of sessions, instead of what was known of that hour before: so a late look corrects it, and a repeated one changes nothing. Activity that was told once
 * stays true and is only added to. Two statements, whatever their number; those of hubs that were not seen stay as they are.
 */
export async function replaceSessions(tx: Transaction, { samples, lives, start, end }: Pick<ClusterHour, 'samples' | 'lives' | 'start' | 'end'>): Promise<void> {
  const tenantOf = new Map(lives.map(({ hubId, tenantId }) => [hubId, tenantId]))
  const parts = sessionsIn(samples, start, end).flatMap(({ seen, active, ...part }) => {
    const tenantId = tenantOf.get(part.hubId)
    return tenantId === undefined ? [] : [{ ...part, tenantId, seen: multirange(seen), active: multirange(active) }]
  })
  const hour = sql`tstzmultirange(tstzrange(${start}::timestamptz, ${end}::timestamptz))`
  await tx.execute(sql`
    with part as (select * from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as part ("hubId" text, "user" text, server text, "startedAt" timestamptz)),
      other as (select s.ctid as place from sessions s where s.hub_id = any(${sql.param([...tenantOf.keys()])}) and s.seen_until > ${start} and s.started_at < ${end}
        and not exists (select from part p where (p."hubId", p."user", p.server, p."startedAt") = (s.hub_id, s.user_name, s.server, s.started_at))),
      gone as (delete from sessions s using other where s.ctid = other.place and s.seen <@ ${hour})
    update sessions s set seen = s.seen - ${hour}, ended_at = ${endedWithout(start, end)} from other where s.ctid = other.place and not s.seen <@ ${hour}`)
  if (parts.length === 0) return
  await tx.execute(sql`
    insert into sessions as s (hub_id, tenant_id, user_name, server, started_at, seen, ended_at, cpu, memory_gib, pool, node, active)
    select "hubId", "tenantId", "user", server, "startedAt", seen, "endedAt", cpu, "memoryGiB", pool, node, active from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as part
      ("hubId" text, "tenantId" text, "user" text, server text, "startedAt" timestamptz, seen tstzmultirange, "endedAt" timestamptz, cpu float8, "memoryGiB" float8, pool text, node text, active tstzmultirange)
    where not isempty(seen) or "endedAt" is not null
    on conflict (hub_id, user_name, server, started_at) do update set seen = (s.seen - ${hour}) + excluded.seen, active = s.active + excluded.active, ended_at = greatest(excluded.ended_at, ${endedWithout(start, end)}),
      cpu = coalesce(excluded.cpu, s.cpu), memory_gib = coalesce(excluded.memory_gib, s.memory_gib), pool = coalesce(excluded.pool, s.pool), node = coalesce(excluded.node, s.node)`)
}

/** That it ended in this hour is told by this hour only. */
const endedWithout = (start: Date, end: Date) => sql`case when s.ended_at >= ${start} and s.ended_at < ${end} then null else s.ended_at end`

const multirange = (all: readonly Moments[]): string => `{${all.map(([from, until]) => `[${new Date(from).toISOString()},${new Date(until).toISOString()})`).join()}}`
