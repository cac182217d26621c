import { readHubSample, withoutName, withoutNames, type HubSample, type Kept } from '@hubfleet/core'
import { sql, type Transaction } from '@hubfleet/database'

/** `name` is null where nobody knows it any more: then nothing can be left of it. */
export interface Erasing { tenantId: string; name: string | null; tombstone: string }
type Named = Erasing & { name: string }

export const erasedPlaces = ['costs', 'sessions', 'samples', 'operations', 'events', 'audit', 'warnings'] as const

/** A place in which the name was, and of how many rows it was taken. */
export interface Erased { where: (typeof erasedPlaces)[number]; rows: number }

/** Takes a name out of all that is kept of a tenant's people; nothing else of the rows changes, so that all sums stay. */
export async function eraseRows(tx: Transaction, { name: known, ...of }: Erasing): Promise<Erased[]> {
  if (known === null) return erasedPlaces.map((where) => ({ where, rows: 0 }))
  const erasing = { ...of, name: known }
  const { tenantId, name, tombstone } = erasing
  const costs = await tx.execute(sql`update cost_rollups set user_name = ${tombstone} where level in ('user-hour', 'user-day', 'user-month') and tenant_id = ${tenantId} and user_name = ${name}`)
  const sessions = await tx.execute(sql`update sessions set user_name = ${tombstone} where tenant_id = ${tenantId} and user_name = ${name}`)
  return [
    { where: 'costs', rows: costs.rowCount ?? 0 }, { where: 'sessions', rows: sessions.rowCount ?? 0 }, { where: 'samples', rows: await eraseSamples(tx, erasing) },
    { where: 'operations', rows: await eraseOperations(tx, erasing) }, { where: 'events', rows: await eraseEvents(tx, erasing) }, { where: 'audit', rows: await eraseAudit(tx, erasing) },
    { where: 'warnings', rows: await eraseWarnings(tx, erasing) },
  ]
}

/** JSON texts hold a name so. */
const quoted = (name: string): string => JSON.stringify(name)
const pageRows = 200

/** In hubs of which it is known that somebody of this name was there, and in all of the tenant for days that may not be computed yet. */
async function eraseSamples(tx: Transaction, { tenantId, name, tombstone }: Named): Promise<number> {
  let count = 0
  const tombstones = new Map([[name, tombstone]])
  for (let after = { hub: '', at: '-infinity' }, more = true; more;) {
    const { rows } = await tx.execute<{ hub: string; at: string; sample: Kept<Omit<HubSample, 'hubId'>> }>(sql`
      with known as materialized (select hub_id from cost_rollups where level = 'user-day' and tenant_id = ${tenantId} and user_name = ${tombstone} union select hub_id from sessions where tenant_id = ${tenantId} and user_name = ${tombstone})
      select s.hub_id as hub, s.at::text as at, s.sample from hub_samples s join hubs h on h.id = s.hub_id and h.tenant_id = ${tenantId}
      where (s.hub_id, s.at) > (${after.hub}, ${after.at}::timestamptz) and (s.hub_id in (select hub_id from known) or s.at >= (select max(start) from usage_rollups where level = 'tenant-day' and tenant_id = ${tenantId}) or not exists (select from usage_rollups where level = 'tenant-day' and tenant_id = ${tenantId}))
        and position(${quoted(name)} in s.sample::text) > 0
      order by s.hub_id, s.at limit ${pageRows}`)
    const clean = rows.map(({ hub, at, sample }) => ({ hub, at, sample: withoutNames(readHubSample(sample), tombstones) }))
    await tx.execute(sql`update hub_samples s set sample = c.sample from jsonb_to_recordset(${JSON.stringify(clean)}::jsonb) as c (hub text, at timestamptz, sample jsonb) where s.hub_id = c.hub and s.at = c.at`)
    count += rows.length
    more = rows.length === pageRows
    if (more) after = rows.at(-1)!
  }
  return count
}

/** What is about people; elsewhere a word that is a name may be any word. */
const aboutPeople = sql`'^(user|server|group|person)\\.|^hub\\.cull'`

async function eraseOperations(tx: Transaction, { tenantId, name, tombstone }: Named): Promise<number> {
  const { rows } = await tx.execute<{ id: string } & Record<string, unknown>>(sql`
    select id, input, steps, progress, last_error, error, result from operations where tenant_id = ${tenantId} and kind ~ ${aboutPeople}
      and position(${quoted(name).slice(1, -1)} in concat(input, steps, progress, last_error, error, result)) > 0`)
  const changed = rows.map((row) => withoutName(row, name, tombstone)).filter((row, index) => JSON.stringify(row) !== JSON.stringify(rows[index]))
  await tx.execute(sql`
    update operations o set input = c.input, steps = c.steps, progress = c.progress, last_error = c.last_error, error = c.error, result = c.result
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as c (id text, input jsonb, steps jsonb, progress jsonb, last_error jsonb, error jsonb, result jsonb) where o.id = c.id`)
  return changed.length
}

async function eraseEvents(tx: Transaction, { tenantId, name, tombstone }: Named): Promise<number> {
  const { rows } = await tx.execute<{ id: string; data: unknown }>(sql`select id, data from events where tenant_id = ${tenantId} and position(${quoted(name).slice(1, -1)} in data::text) > 0 and (type ~ ${aboutPeople} or type ~ '^operation\\.')`)
  const changed = rows.map((row) => ({ ...row, data: withoutName(row.data, name, tombstone) })).filter((row, index) => JSON.stringify(row) !== JSON.stringify(rows[index]))
  await tx.execute(sql`update events e set data = c.data from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as c (id text, data jsonb) where e.id = c.id`)
  return changed.length
}

/** What was done to whom stays, and says whom no more. */
async function eraseAudit(tx: Transaction, { tenantId, name, tombstone }: Named): Promise<number> {
  const { rows } = await tx.execute<{ id: string; target: string }>(sql`select id, target from audit where tenant_id = ${tenantId} and position(${name} in target) > 0 and verb ~ '^(user|server|group)[A-Z]'`)
  const changed = rows.map(({ id, target }) => ({ id, target: withoutName(target, name, tombstone), was: target })).filter(({ target, was }) => target !== was)
  await tx.execute(sql`update audit a set target = c.target from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as c (id text, target text) where a.id = c.id`)
  return changed.length
}

/** What is said to people before they are culled; the next round says it again to whoever is still there. */
async function eraseWarnings(tx: Transaction, { tenantId, name }: Named): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    update cullings set warnings = (select coalesce(jsonb_agg(w), '[]') from jsonb_array_elements(warnings) w where w ->> 'user' <> ${name}) where tenant_id = ${tenantId} and exists (select from jsonb_array_elements(warnings) w where w ->> 'user' = ${name})`)
  return rowCount ?? 0
}
