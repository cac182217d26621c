import { createHmac } from 'node:crypto'
import { eq, sql } from './drizzle.ts'
import { tenants } from './schema/index.ts'
import { open, seal, type KeyRing } from './secrets.ts'
import type { Transaction } from './transaction.ts'

/** Turns names of people into what stands for them in one tenant. Nobody who has no key turns them back, nor finds the same person in another tenant. */
export type PersonKey = Uint8Array

const digits = 20

export const pseudonymOf = (key: PersonKey, name: string): string => `person-${createHmac('sha256', key).update(name).digest('hex').slice(0, digits)}`

export const isPseudonym = (text: string): boolean => /^person-[0-9a-f]{20}$/.test(text)

/** What stands for somebody who was erased: it tells nothing of a name. */
export const newTombstone = (): string => `erased-${Buffer.from(crypto.getRandomValues(new Uint8Array(digits / 2))).toString('hex')}`
export const isTombstone = (text: string): boolean => /^erased-[0-9a-f]{20}$/.test(text)

interface KeyHolder { id: string; personKey: string | null }

/** Null for a tenant that never needed one. */
export const openPersonKey = async (ring: KeyRing, { id, personKey }: KeyHolder): Promise<PersonKey | null> =>
  personKey === null ? null : Buffer.from(await open<string>(ring, id, personKey), 'base64')

/** The key of a tenant whose row is locked; made where there is none, with all people who were measured until now. */
export async function needPersonKey(tx: Transaction, ring: KeyRing, tenant: KeyHolder): Promise<PersonKey> {
  const known = await openPersonKey(ring, tenant)
  if (known) return known
  const key = crypto.getRandomValues(new Uint8Array(32))
  await tx.update(tenants).set({ personKey: await seal(ring, tenant.id, Buffer.from(key).toString('base64')) }).where(eq(tenants.id, tenant.id))
  // Whoever writes rollups of the tenant waits, and then knows of the key.
  await lockPersons(tx, [tenant.id], 'alone')
  await tx.execute(sql`set local statement_timeout = '120s'`)
  const { rows } = await tx.execute<{ name: string; seen: string }>(sql`
    select user_name as name, max(at) as seen from (
      select user_name, max(start) as at from cost_rollups where level in ('user-hour', 'user-day', 'user-month') and tenant_id = ${tenant.id} and user_name <> '' group by user_name
      union all select user_name, max(seen_until) from sessions where tenant_id = ${tenant.id} group by user_name) as known where at is not null group by user_name`)
  await notePersons(tx, tenant.id, key, rows.map(({ name, seen }) => ({ name, seenAt: new Date(seen) })))
  return key
}

/** Whoever writes names of a tenant's people shares this until its transaction ends; whoever takes them away has it alone. Before anything else is locked that both want. */
export async function lockPersons(tx: Transaction, tenantIds: readonly string[], mode: 'shared' | 'alone'): Promise<void> {
  const lock = sql.raw(mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock')
  await tx.execute(sql`select ${lock}(hashtextextended('persons ' || id, 0)) from unnest(${sql.param([...tenantIds].sort())}::text[]) as id`)
}

/** Keys of those tenants that have one. */
export async function personKeys(tx: Transaction, ring: KeyRing, tenantIds: readonly string[]): Promise<Map<string, PersonKey>> {
  const { rows } = await tx.execute<{ id: string; key: string }>(sql`select id, person_key as key from tenants where id = any(${sql.param(tenantIds)}::text[]) and person_key is not null`)
  return new Map(await Promise.all(rows.map(async ({ id, key }) => [id, (await openPersonKey(ring, { id, personKey: key }))!] as const)))
}

/** Who of these people, by tenant, is erased, and what stands for them. Their samples come on for as long as they have an account. */
export async function tombstonesOf(tx: Transaction, ring: KeyRing, names: ReadonlyMap<string, readonly string[]>): Promise<Map<string, Map<string, string>>> {
  const keys = await personKeys(tx, ring, [...names.keys()])
  const asked = [...keys].flatMap(([tenantId, key]) => names.get(tenantId)!.map((name) => ({ tenantId, name, pseudonym: pseudonymOf(key, name) })))
  if (asked.length === 0) return new Map()
  const { rows } = await tx.execute<{ tenantId: string; name: string; tombstone: string }>(sql`
    select a."tenantId", a.name, p.tombstone from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a ("tenantId" text, name text, pseudonym text) join persons p on p.tenant_id = a."tenantId" and p.pseudonym = a.pseudonym where p.tombstone is not null`)
  return new Map([...Map.groupBy(rows, ({ tenantId }) => tenantId)].map(([tenantId, of]) => [tenantId, new Map(of.map(({ name, tombstone }) => [name, tombstone]))]))
}

/** Notes people of whom something was measured. One statement, whatever their number. */
export async function notePersons(tx: Transaction, tenantId: string, key: PersonKey, people: readonly { name: string; seenAt: Date }[]): Promise<void> {
  if (people.length === 0) return
  const rows = people.map(({ name, seenAt }) => ({ pseudonym: pseudonymOf(key, name), name, seenAt })).sort((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1))
  await tx.execute(sql`
    insert into persons as p (tenant_id, pseudonym, name, seen_at) select ${tenantId}, pseudonym, name, "seenAt" from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (pseudonym text, name text, "seenAt" timestamptz)
    on conflict (tenant_id, pseudonym) do update set seen_at = excluded.seen_at where p.seen_at < excluded.seen_at`)
}
