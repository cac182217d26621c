import { core, sql } from '../drizzle.ts'
import type { CostComponent, HubSample, Kept, NodeSample } from '@hubfleet/core'
import { at, id, tenantId } from './columns.ts'
import { clusters } from './clusters.ts'

const { bigint, doublePrecision, index, integer, jsonb, pgTable, primaryKey, text } = core

/*
 * What was measured, from raw to rolled up: samples → sessions and, by allocation, cost and usage by the hour → by the day → by the month. A period is
 * computed anew as a whole when something of it changes, so late and repeated samples do no harm. The partitions of samples are of days, those of
 * rollups of levels (`migrations/0010`).
 */

/** The clusters that are measured, each with when it is looked at next. The id is the cluster's with another prefix. */
export const meterings = pgTable('meterings', {
  id: id(),
  clusterId: text().notNull().references(() => clusters.id),
  tenantId: tenantId(),
  /** The last moment of which there is a sample, by the clock that the cluster lives by. */
  sampledAt: at(),
  /** Raw samples from before are dropped, and what was made of them stays as it is: one that comes later is refused. Null where none was dropped. */
  samplesFrom: at(),
  /** So many samples came too late, and of when the first and the last of them are. */
  refused: integer().notNull().default(0),
  refusedFrom: at(),
  refusedUntil: at(),
  wakeAt: at(),
}, (t) => [index('meterings_wake').on(t.wakeAt), index('meterings_tenant').on(t.tenantId)])

export type MeteringRow = typeof meterings.$inferSelect

export const meteringId = (clusterId: string): string => clusterId.replace(/^cluster_/, 'metering_')

/** The nodes of a cluster at a moment; its owner's. */
export const clusterSamples = pgTable('cluster_samples', {
  clusterId: text().notNull(),
  tenantId: tenantId(),
  at: at().notNull(),
  holdsSeconds: integer().notNull(),
  nodes: jsonb().$type<NodeSample[]>().notNull(),
}, (t) => [primaryKey({ columns: [t.clusterId, t.at] })])

/** What of it was a hub's. A hub without a row at a moment of its cluster was not seen then. */
export const hubSamples = pgTable('hub_samples', {
  hubId: text().notNull(),
  tenantId: tenantId(),
  clusterId: text().notNull(),
  at: at().notNull(),
  /** `readHubSample` gives it its moments back. */
  sample: jsonb().$type<Omit<HubSample, 'hubId'> | Kept<Omit<HubSample, 'hubId'>>>().notNull(),
}, (t) => [primaryKey({ columns: [t.hubId, t.at] }), index('hub_samples_cluster').on(t.clusterId, t.at)])

const moments = core.customType<{ data: string }>({ dataType: () => 'tstzmultirange' })

/**
 * One life of somebody's server, as JupyterHub told of it. Computed by the hour, from the samples of it (`rollups/hour-sessions.ts`). While its `startedAt` is the same, it
 * ran: a hole between two parts of `seen` hides only how it was used. What is not known is null.
 */
export const sessions = pgTable('sessions', {
  hubId: text().notNull(),
  tenantId: tenantId(),
  user: text('user_name').notNull(),
  server: text().notNull(),
  startedAt: at().notNull(),
  /** When samples that show it held; from its first one on. */
  seen: moments().notNull(),
  /** The end of what was seen. */
  seenUntil: at().generatedAlwaysAs(sql`upper(seen)`),
  /** When a look found that it was gone. Null while it runs, and where nobody looked when it ended. */
  endedAt: at(),
  cpu: doublePrecision(),
  memoryGiB: doublePrecision('memory_gib'),
  /** Where it was seen last. */
  pool: text(),
  node: text(),
  /** When it was in use, at the granularity of looks: from the one before until the last activity that one tells of. */
  active: moments().notNull(),
}, (t) => [primaryKey({ columns: [t.hubId, t.user, t.server, t.startedAt] }), index('sessions_seen').on(t.hubId, t.seenUntil), index('sessions_tenant').on(t.tenantId, t.seenUntil)])

/**
 * The levels at which cost is kept: by the hour, day and month (of the tenant's time zone), each by user, by hub, and for the tenant alone. A question reads
 * the coarsest level that has what it asks for, so that its time grows with what it answers.
 */
export const rollupLevels = ['user-hour', 'user-day', 'user-month', 'hub-hour', 'hub-day', 'hub-month', 'tenant-hour', 'tenant-day', 'tenant-month'] as const
export type RollupLevel = (typeof rollupLevels)[number]

/** What a part of a period cost, at list prices and, once a bill told, as billed. Columns that a level does not know are ''. */
export const costRollups = pgTable('cost_rollups', {
  level: text().$type<RollupLevel>().notNull(),
  tenantId: tenantId(),
  /** First moment of the hour, day or month. An hour of UTC that a zone's day or hour cuts in two is kept in two parts. */
  start: at().notNull(),
  clusterId: text().notNull(),
  /** '' where it is of the cluster and no hub's. */
  hubId: text().notNull(),
  component: text().$type<CostComponent>().notNull(),
  /** '' where it is of no pool. */
  pool: text().notNull(),
  /** The user's primary group; '' for none. Known at levels of users and hubs. */
  group: text('group_name').notNull(),
  /** Known at levels of users; '' where it is nobody's. */
  user: text('user_name').notNull(),
  /** Millionths of `currency`. Null where no price is known of any of it; where of some, `unpricedSeconds` tells. Sums pass over null. */
  micros: bigint({ mode: 'bigint' }),
  /** As the provider billed it; null where no bill tells of all of it. */
  billedMicros: bigint({ mode: 'bigint' }),
  currency: text().notNull(),
  /** Seconds that it was there, times how many; of servers also the cores and GiB that were reserved, times seconds. */
  seconds: doublePrecision().notNull(),
  coreSeconds: doublePrecision().notNull(),
  gibSeconds: doublePrecision().notNull(),
  /** So many of `seconds` have no price and are not in `micros`: above zero, an amount is not the whole truth. */
  unpricedSeconds: doublePrecision().notNull().default(0),
}, (t) => [primaryKey({ name: 'cost_rollups_pk', columns: [t.level, t.tenantId, t.start, t.clusterId, t.hubId, t.component, t.pool, t.group, t.user] })])

/** What of a period does not add up: people, peaks, and what was not seen. Kept at the levels of hubs and tenants; hubId is '' at those of tenants. */
export const usageRollups = pgTable('usage_rollups', {
  level: text().$type<Extract<RollupLevel, `hub-${string}` | `tenant-${string}`>>().notNull(),
  tenantId: tenantId(),
  start: at().notNull(),
  clusterId: text().notNull(),
  hubId: text().notNull(),
  /** Different people who had a server. */
  users: integer().notNull(),
  peakServers: integer().notNull(),
  peakNodes: integer().notNull(),
  serverSeconds: doublePrecision().notNull(),
  /** So much of the period was not seen; it costs nothing here, and is told. */
  gapSeconds: doublePrecision().notNull(),
}, (t) => [primaryKey({ name: 'usage_rollups_pk', columns: [t.level, t.tenantId, t.start, t.clusterId, t.hubId] })])

/** What things of a cluster cost in an hour of a day of UTC, as they were priced first: a day that is computed again costs what it did, whatever became of the catalogue. */
export const dayPrices = pgTable('day_prices', {
  clusterId: text().notNull(),
  tenantId: tenantId(),
  day: at().notNull(),
  /** USD by thing (`hourlyPrices`). */
  prices: jsonb().$type<Record<string, number>>().notNull(),
}, (t) => [primaryKey({ columns: [t.clusterId, t.day] })])

/** Periods to be computed anew: hours of UTC of a cluster from its samples, days of UTC of a cluster as they were billed, then days of a tenant from hours, and months from days. */
export const rollupsDue = pgTable('rollups_due', {
  grain: text().$type<'hour' | 'bill' | 'day' | 'month'>().notNull(),
  /** A cluster for hours and bills, a tenant for days and months. */
  ofId: text().notNull(),
  tenantId: tenantId(),
  start: at().notNull(),
  /** Counts what made it due: one that grows while it is computed is computed again. */
  version: integer().notNull().default(1),
}, (t) => [primaryKey({ columns: [t.grain, t.ofId, t.start] }), index('rollups_due_next').on(t.grain, t.start, t.ofId), index('rollups_due_tenant').on(t.tenantId, t.grain, t.start)])
