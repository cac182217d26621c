import { core, sql } from '../drizzle.ts'
import type { Finance, HubSpecPatch, Policy, Privacy } from '@hubfleet/core'
import { at, createdAt, generation, id, tenantId } from './columns.ts'

const { bigint, boolean, index, jsonb, pgTable, text, uniqueIndex } = core

/** The platform itself is the tenant `platform`: it owns the shared clusters, and its admins are the platform admins. */
export const platformTenantId = 'tenant_platform'

export const tenants = pgTable('tenants', {
  id: id(),
  name: text().notNull(),
  displayName: text().notNull(),
  /** Only a sandbox tenant may use sandbox clusters, and only it has a virtual clock. */
  sandbox: boolean().notNull().default(false),
  policy: jsonb().$type<Policy>().notNull(),
  /** What was said of it; `financeOf` has the rest. */
  finance: jsonb().$type<Partial<Finance>>().notNull().default({}),
  /** What was said of it; `privacyOf` has the rest. */
  privacy: jsonb().$type<Partial<Privacy>>().notNull().default({}),
  /** By which people get their pseudonyms, as JWE bound to the id. Null as long as nobody needed one. */
  personKey: text(),
  /** The set of files that made it; of the platform, the one that set its defaults. */
  managedBy: text(),
  /** Of the platform only: what all hubs begin with. */
  hubDefaults: jsonb().$type<HubSpecPatch>(),
  /** How far the virtual clock of a sandbox tenant is ahead of the real one. */
  clockOffsetMs: bigint({ mode: 'number' }).notNull().default(0),
  /** Costs and usage by the hour are dropped from before; days and months of then stay as they are. Null where none were dropped. */
  hoursFrom: at(),
  /** Who it was is dropped from before, in costs; what it cost stays. Null where nothing was dropped. */
  namesFrom: at(),
  generation: generation(),
  createdAt: createdAt(),
  deletedAt: at(),
}, (t) => [uniqueIndex('tenants_name').on(t.name), index('tenants_ahead').on(t.id).where(sql`${t.clockOffsetMs} > 0`)])

export const keys = pgTable('keys', {
  id: id(),
  tenantId: tenantId().references(() => tenants.id),
  name: text().notNull(),
  role: text().$type<Role>().notNull(),
  /** sha256 of the whole key: keys are 256 random bits, so a slow hash would protect nothing more. */
  hash: text().notNull(),
  /** First characters, to recognize a key by. */
  prefix: text().notNull(),
  /** The keys that it descends from, the one that made it last; empty for one that the installation made. */
  makers: jsonb().$type<string[]>().notNull().default([]),
  /** The first of its makers that is of its tenant, or itself: what one person could have made for himself. */
  holder: text().notNull(),
  createdAt: createdAt(),
  expiresAt: at(),
  revokedAt: at(),
}, (t) => [uniqueIndex('keys_hash').on(t.hash), index('keys_list').on(t.tenantId, t.createdAt, t.id)])

export type Role = 'reader' | 'operator' | 'admin'
export type TenantRow = typeof tenants.$inferSelect
export type KeyRow = typeof keys.$inferSelect
