import { Type } from 'typebox'
import { ClusterPricesSchema, ClusterStatusSchema, cloudOfProvider, isId, isOpenShift, PoolSchema, readClusterStatus, registeredProviders, Problem, releaseChannels, cloudProviders, type ClusterSpec } from '@hubfleet/core'
import { and, clusters, eq, isNull, or, sql, type ClusterRow } from '@hubfleet/database'
import { catalogueOf } from '@hubfleet/pricing'
import type { ReadContext } from '../verb.ts'
import { ConditionSchema, IdSchema, NullableText, NullableTime, OpenEnum, time, TimeSchema } from '../wire.ts'

export const KubernetesVersionSchema = Type.String({ pattern: '^1\\.\\d{1,3}(\\.[0-9A-Za-z.+-]{1,40})?$', description: '`1.34`, or as exact as the provider takes it' })

export const ClusterSchema = Type.Object({
  id: IdSchema('cluster'),
  tenantId: IdSchema('tenant'),
  name: Type.String(),
  provider: OpenEnum('sandbox', ...registeredProviders, ...cloudProviders),
  managed: Type.Boolean({ description: 'Hubfleet makes, resizes and deletes it; else it only uses it' }),
  state: OpenEnum('creating', 'ready', 'updating', 'degraded', 'stopped', 'deleting', 'error'),
  credential: Type.Optional(IdSchema('credential')),
  region: Type.Optional(Type.String()),
  zone: Type.Optional(Type.String()),
  kubernetesVersion: Type.Optional(Type.String({ description: 'Wanted; the version that runs is in the status' })),
  channel: Type.Optional(OpenEnum(...releaseChannels)),
  stopped: Type.Boolean({ description: 'It is to have no nodes' }),
  pools: Type.Array(PoolSchema),
  server: Type.Optional(Type.String({ description: 'Address of its API, of a registered cluster' })),
  hubDefaults: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: 'What hubs in it begin with, over the defaults of the platform' })),
  prices: Type.Optional(Type.Array(ClusterPricesSchema, { description: 'Its owner\'s own prices, version by version' })),
  billingAccount: Type.Optional(Type.String({ description: 'Who pays for it; of the clusters of one account, one has its free credit' })),
  managedBy: NullableText,
  status: ClusterStatusSchema,
  conditions: Type.Array(ConditionSchema),
  generation: Type.Integer(),
  observedGeneration: Type.Integer(),
  createdAt: TimeSchema,
  updatedAt: TimeSchema,
  deletedAt: NullableTime,
}, { $id: 'Cluster' })

export const specOf = (row: ClusterRow): ClusterSpec => row.spec as unknown as ClusterSpec

/** Whether hubs in it are made for OpenShift. */
export const runsOpenShift = (row: Pick<ClusterRow, 'spec' | 'status'>): boolean => isOpenShift({ spec: row.spec as unknown as ClusterSpec, status: row.status })

/** Where the prices of what a cluster bills are looked up; null for one of no known cloud. A registered cluster's place was seen on its nodes. */
export function placeOf(row: ClusterRow): { provider: string; region: string } | null {
  return priced(row.managed ? placeOfSpec(specOf(row)) : (row.status['cloud'] as { provider: string; region: string } | null | undefined))
}

/** The same of a managed cluster that may not be there yet. */
export function placeOfSpec({ provider, region }: Pick<ClusterSpec, 'provider' | 'region'>): { provider: string; region: string } | null {
  const cloud = cloudOfProvider(provider) ?? provider
  const known = region ?? catalogueOf(cloud)?.regions[0]
  return priced(known === undefined ? null : { provider: cloud, region: known })
}

const priced = (place: { provider: string; region: string } | null | undefined) => (place && catalogueOf(place.provider)?.regions.includes(place.region) ? place : null)

export function showCluster(row: ClusterRow) {
  const { provider: _provider, disks: _disks, pools = [], rebuilds: _rebuilds, stopped = false, ...spec } = specOf(row)
  return {
    id: row.id, tenantId: row.tenantId, name: row.name, provider: row.provider, managed: row.managed, state: row.state, ...spec, pools, stopped, managedBy: row.managedBy,
    status: readClusterStatus(row.status), conditions: row.conditions, generation: row.generation, observedGeneration: row.observedGeneration,
    createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString(), deletedAt: time(row.deletedAt),
  }
}

/** The cluster by id or name: one of the tenant's own, or one that a grant lets it see. Its own comes first where names meet. `deleted`: also one that is gone, by its id. */
export async function loadCluster({ tx, tenant }: Pick<ReadContext, 'tx' | 'tenant'>, ref: string, { lock = false, own = false, deleted = false } = {}): Promise<ClusterRow> {
  const select = tx.select().from(clusters)
    .where(and(deleted && isId(ref, 'cluster') ? undefined : isNull(clusters.deletedAt), isId(ref, 'cluster') ? eq(clusters.id, ref) : eq(clusters.name, ref), own ? eq(clusters.tenantId, tenant.id) : or(eq(clusters.tenantId, tenant.id), granted(tenant.id))))
    .orderBy(sql`${clusters.tenantId} <> ${tenant.id}`).limit(1)
  const [row] = await (lock ? select.for('update') : select)
  if (!row) throw new Problem('not-found', { noun: 'cluster', ref })
  return row
}

export const granted = (tenantId: string) => sql`exists (select from grants where grants.cluster_id = ${clusters.id} and grants.grantee_id = ${tenantId})`
