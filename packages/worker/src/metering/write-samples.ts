import type { ClusterSample } from '@hubfleet/core'
import { sql, type ClusterRow, type Transaction } from '@hubfleet/database'

type Cluster = Pick<ClusterRow, 'id' | 'tenantId'>
interface Span { from: Date; to: Date }

/** Keeps samples of a cluster, in a handful of statements whatever their number, and marks the hours that they tell of. One that is there already stays as it is. */
export async function writeSamples(tx: Transaction, { cluster, row, hubs }: { cluster: Cluster; row: { sampledAt: Date | null }; hubs: readonly { id: string; tenantId: string }[] }, samples: readonly ClusterSample[]): Promise<void> {
  if (samples.length === 0) return
  const days = [...new Set(samples.map(({ at }) => at.toISOString().slice(0, 10)))]
  await tx.execute(sql`select sample_partitions_of(day::date) from unnest(${sql.param(days)}::text[]) day`)
  const ofCluster = samples.map(({ at, holdsSeconds, nodes }) => ({ at, holdsSeconds, nodes }))
  await tx.execute(sql`insert into cluster_samples (cluster_id, tenant_id, at, holds_seconds, nodes)
    select ${cluster.id}, ${cluster.tenantId}, at, "holdsSeconds", nodes from jsonb_to_recordset(${JSON.stringify(ofCluster)}::jsonb) as seen (at timestamptz, "holdsSeconds" integer, nodes jsonb)
    on conflict do nothing`)
  const tenantOf = new Map(hubs.map(({ id, tenantId }) => [id, tenantId]))
  const ofHubs = samples.flatMap(({ at, hubs: seen }) => seen.map(({ hubId, ...sample }) => ({ at, hubId, tenantId: tenantOf.get(hubId), sample })))
  await tx.execute(sql`insert into hub_samples (hub_id, tenant_id, cluster_id, at, sample)
    select "hubId", "tenantId", ${cluster.id}, at, sample from jsonb_to_recordset(${JSON.stringify(ofHubs)}::jsonb) as seen ("hubId" text, "tenantId" text, at timestamptz, sample jsonb)
    on conflict do nothing`)
  const first = samples[0]!.at.getTime()
  const gap = row.sampledAt ? [{ from: new Date(Math.max(row.sampledAt.getTime(), first - longestGapMs)), to: samples[0]!.at }] : []
  await markDue(tx, cluster, [...gap, ...samples.map(({ at, holdsSeconds }) => ({ from: at, to: new Date(at.getTime() + holdsSeconds * 1000) }))])
}

/** The hours of UTC that these spans have a part in are reckoned anew. */
export async function markDue(tx: Transaction, cluster: Cluster, spans: readonly Span[]): Promise<void> {
  const hours = new Set<number>()
  for (const { from, to } of spans) for (let hour = Math.floor(from.getTime() / hourMs); hour * hourMs < Math.max(to.getTime(), from.getTime() + 1); hour++) hours.add(hour)
  const starts = [...hours].map((hour) => new Date(hour * hourMs).toISOString())
  await tx.execute(sql`insert into rollups_due (grain, of_id, tenant_id, start)
    select 'hour', ${cluster.id}, ${cluster.tenantId}, start::timestamptz from unnest(${sql.param(starts)}::text[]) start order by start
    on conflict (grain, of_id, start) do update set version = rollups_due.version + 1`)
}

const hourMs = 3_600_000
/** Of a cluster that was not seen for longer, the last so many days are told as a gap. */
const longestGapMs = 35 * 24 * hourMs
