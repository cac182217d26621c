import { core, sql } from '../drizzle.ts'
import type { Condition, ExpectedCost, HubLayers, PodSecurityLevel } from '@hubfleet/core'
import { at, createdAt, generation, id, tenantId } from './columns.ts'
import { clusters } from './clusters.ts'
import { templates } from './templates.ts'
import { hubSpec } from './hub-spec.ts'

const { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } = core

export const hubs = pgTable('hubs', {
  id: id(),
  tenantId: tenantId(),
  clusterId: text().notNull().references(() => clusters.id),
  name: text().notNull(),
  state: text().notNull(),
  spec: hubSpec().notNull(),
  /** sha256 of the chart's archive, pinned by the revision that chose the chart. */
  chartDigest: text().notNull(),
  status: jsonb().$type<HubStatus>().notNull().default({}),
  conditions: jsonb().$type<Condition[]>().notNull().default([]),
  /** Everything secret of the hub, as one JWE bound to its id. */
  secrets: text().notNull(),
  /** Copied from the spec: a host belongs to one hub only. */
  host: text(),
  paused: boolean().notNull().default(false),
  /** Why only admins may start servers, and which budget says so. No part of the spec: no revision has it. */
  freeze: jsonb().$type<{ message: string; budgetId: string }>(),
  /** What the spec was composed of. Null for a hub that is older than layers: all of its spec is its own. */
  layers: jsonb().$type<HubLayers>(),
  /** Copied from the layers: a template that is in use is not deleted. */
  templateId: text().references(() => templates.id),
  /** The set of files that made it (`hubfleet apply`). */
  managedBy: text(),
  generation: generation(),
  observedGeneration: integer().notNull().default(0),
  createdAt: createdAt(),
  updatedAt: createdAt(),
  /** Since when it is being deleted, and what happens to the homes. */
  deleteRequestedAt: at(),
  homes: text().$type<'keep' | 'delete'>(),
  deletedAt: at(),
  wakeAt: at(),
}, (t) => [
  uniqueIndex('hubs_name').on(t.tenantId, t.name).where(sql`${t.deletedAt} is null`),
  uniqueIndex('hubs_host').on(t.host).where(sql`${t.deletedAt} is null`),
  index('hubs_list').on(t.tenantId, t.createdAt, t.id).where(sql`${t.deletedAt} is null`),
  index('hubs_cluster').on(t.clusterId, t.deletedAt),
  index('hubs_wake').on(t.wakeAt),
  index('hubs_template').on(t.templateId),
])

export interface HubStatus {
  namespace?: string
  address?: string | null
  url?: string | null
  dnsRecord?: { name: string; type: 'A' | 'AAAA' | 'CNAME'; value: string } | null
  jupyterhubVersion?: string
  seats?: { wanted: number; ready: number } | null
  servers?: number
  /** What its namespace enforces of pods; null for nothing. */
  podSecurity?: PodSecurityLevel | null
  /** When the hub first became Ready. */
  readyAt?: string
  /** By the clock that its cluster lives by. */
  observedAt?: string
}

/** Every accepted spec, immutable. Secrets are not in it. */
export const revisions = pgTable('revisions', {
  targetId: text().notNull(),
  generation: integer().notNull(),
  tenantId: tenantId(),
  spec: jsonb().$type<unknown>().notNull(),
  /** Of a hub: what the spec was composed of. */
  layers: jsonb().$type<HubLayers>(),
  /** Of a hub: what it was expected to cost, as whoever made the revision was told. Null of those from before this was kept. */
  estimate: jsonb().$type<KeptEstimate>(),
  createdBy: text().notNull(),
  createdAt: createdAt(),
}, (t) => [primaryKey({ columns: [t.targetId, t.generation] })])

/** From `at` on, by the clock of the tenant. `expected` is null where no price of its nodes is known. */
export interface KeptEstimate { at: string; expected: ExpectedCost | null }

export type HubRow = typeof hubs.$inferSelect
