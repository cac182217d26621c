import { core, sql } from '../drizzle.ts'
import type { ClusterSample, Condition, Kept } from '@hubfleet/core'
import { at, createdAt, generation, id, tenantId } from './columns.ts'

const { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } = core

export const clusters = pgTable('clusters', {
  id: id(),
  tenantId: tenantId(),
  name: text().notNull(),
  /** Copied from `spec.provider`, which never changes. */
  provider: text().notNull(),
  managed: boolean().notNull(),
  state: text().notNull(),
  spec: jsonb().$type<Record<string, unknown> & { provider: string }>().notNull(),
  status: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  conditions: jsonb().$type<Condition[]>().notNull().default([]),
  /** The kubeconfig of a registered cluster, as JWE. */
  access: text(),
  /** Counts the changes of the credential that its spec names: what was opened with an older one is opened anew. */
  credentialRevision: integer().notNull().default(0),
  /** The set of files that made it (`hubfleet apply`). */
  managedBy: text(),
  generation: generation(),
  observedGeneration: integer().notNull().default(0),
  createdAt: createdAt(),
  updatedAt: createdAt(),
  deleteRequestedAt: at(),
  deletedAt: at(),
  wakeAt: at(),
}, (t) => [
  uniqueIndex('clusters_name').on(t.tenantId, t.name).where(sql`${t.deletedAt} is null`),
  index('clusters_list').on(t.tenantId, t.createdAt, t.id),
  index('clusters_wake').on(t.wakeAt),
  index('clusters_credential').on(sql`(${t.spec} ->> 'credential')`),
])

/** Which tenant may place hubs on a cluster of somebody else's, and how much. */
export const grants = pgTable('grants', {
  id: id(),
  clusterId: text().notNull().references(() => clusters.id),
  /** Owner of the cluster, who gives. */
  tenantId: tenantId(),
  granteeId: text().notNull(),
  maxHubs: integer(),
  maxSeats: integer(),
  createdAt: createdAt(),
}, (t) => [uniqueIndex('grants_pair').on(t.clusterId, t.granteeId), index('grants_grantee').on(t.granteeId)])

/** The nodes of a pool that a hub wants; the cluster sums them. */
export const claims = pgTable('claims', {
  hubId: text().notNull(),
  clusterId: text().notNull(),
  tenantId: tenantId(),
  pool: text().notNull(),
  nodes: integer().notNull(),
}, (t) => [primaryKey({ columns: [t.hubId, t.pool] }), index('claims_cluster').on(t.clusterId, t.pool)])

/** What the sandbox provider's cloud looks like, one document per cluster. */
export const sandboxClusters = pgTable('sandbox_clusters', {
  clusterId: text().primaryKey(),
  state: jsonb().$type<unknown>().notNull(),
})

/** What a sandbox's cloud noted of a cluster at moments of its virtual time, until metering has it: a clock that leaps passes over many. */
export const sandboxSamples = pgTable('sandbox_samples', {
  clusterId: text().notNull(),
  at: at().notNull(),
  sample: jsonb().$type<Kept<ClusterSample>>().notNull(),
}, (t) => [primaryKey({ columns: [t.clusterId, t.at] })])

export type ClusterRow = typeof clusters.$inferSelect
export type GrantRow = typeof grants.$inferSelect
