import type { ClusterSample } from '@hubfleet/core'
import { sql, type ClusterRow, type Transaction } from '@hubfleet/database'
import { markDue } from '../rollups/due.ts'

/**
 * Keeps samples of a cluster, in a handful of statements whatever their number, and marks the hours that they tell of. One that is there already stays as it is. Answers those
 * of a time whose samples or hours are dropped already: they are not kept, for an hour that is computed from them alone would lose all that it had.
 */
export async function writeSamples(tx: Transaction, { cluster, hubs }: { cluster: Pick<ClusterRow, 'id' | 'tenantId'>; hubs: readonly { id: string; tenantId: string }[] }, all: readonly ClusterSample[]): Promise<ClusterSample[]> {
  if (all.length === 0) return []
  const days = [...new Set(all.map(({ at }) => at.toISOString().slice(0, 10)))]
  await tx.execute(sql`select sample_partitions_of(day::date) from unnest(${sql.param(days)}::text[]) day`)
  const from = await openFrom(tx, cluster.id)
  const samples = all.filter(({ at }) => at >= from)
  const refused = all.filter(({ at }) => at < from)
  if (samples.length === 0) return refused
  const ofCluster = samples.map(({ at, holdsSeconds, nodes }) => ({ at, holdsSeconds, nodes }))
  await tx.execute(sql`insert into cluster_samples (cluster_id, tenant_id, at, holds_seconds, nodes)
    select ${cluster.id}, ${cluster.tenantId}, at, "holdsSeconds", nodes from jsonb_to_recordset(${JSON.stringify(ofCluster)}::jsonb) as seen (at timestamptz, "holdsSeconds" integer, nodes jsonb)
    on conflict do nothing`)
  const tenantOf = new Map(hubs.map(({ id, tenantId }) => [id, tenantId]))
  const ofHubs = samples.flatMap(({ at, hubs: seen }) => seen.map(({ hubId, ...sample }) => ({ at, hubId, tenantId: tenantOf.get(hubId), sample })))
  await tx.execute(sql`insert into hub_samples (hub_id, tenant_id, cluster_id, at, sample)
    select "hubId", "tenantId", ${cluster.id}, at, sample from jsonb_to_recordset(${JSON.stringify(ofHubs)}::jsonb) as seen ("hubId" text, "tenantId" text, at timestamptz, sample jsonb)
    on conflict do nothing`)
  await markDue(tx, samples.flatMap(({ at, holdsSeconds }) => hoursOf(at, holdsSeconds)).map((start) => ({ grain: 'hour', ofId: cluster.id, tenantId: cluster.tenantId, start })))
  return refused
}

/** The first moment of which samples are taken. Nothing is dropped of the cluster until the transaction ends. */
async function openFrom(tx: Transaction, clusterId: string): Promise<Date> {
  const { rows } = await tx.execute(sql`select greatest(m.samples_from, t.hours_from, 'epoch') as from from meterings m join tenants t on t.id = m.tenant_id where m.cluster_id = ${clusterId} for update of m`)
  return new Date((rows[0]?.['from'] as string | undefined) ?? 0)
}

const hourMs = 3_600_000

/** The hours of UTC in which a sample holds. */
function hoursOf(at: Date, holdsSeconds: number): Date[] {
  const first = Math.floor(at.getTime() / hourMs)
  const end = Math.max(at.getTime() + 1, at.getTime() + holdsSeconds * 1000)
  return Array.from({ length: Math.ceil(end / hourMs) - first }, (_, index) => new Date((first + index) * hourMs))
}
