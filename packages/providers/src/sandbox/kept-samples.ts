import { readClusterSample, type ClusterSample } from '@hubfleet/core'
import { and, eq, gt, lte, sandboxSamples, sql, type Transaction } from '@hubfleet/database'

/** So many are written, and told, at a time: about a day. */
const most = 300

export async function keepSamples(tx: Transaction, clusterId: string, samples: readonly ClusterSample[]): Promise<void> {
  for (let at = 0; at < samples.length; at += most) {
    await tx.execute(sql`insert into sandbox_samples (cluster_id, at, sample)
      select ${clusterId}, (kept ->> 'at')::timestamptz, kept from jsonb_array_elements(${JSON.stringify(samples.slice(at, at + most))}::jsonb) kept on conflict do nothing`)
  }
}

/** Those after a moment, oldest first. Up to it metering has them, and they go. */
export async function takeSamples(tx: Transaction, clusterId: string, after: Date | null): Promise<ClusterSample[]> {
  const ofCluster = eq(sandboxSamples.clusterId, clusterId)
  if (after) await tx.delete(sandboxSamples).where(and(ofCluster, lte(sandboxSamples.at, after)))
  const rows = await tx.select({ sample: sandboxSamples.sample }).from(sandboxSamples).where(and(ofCluster, ...(after ? [gt(sandboxSamples.at, after)] : []))).orderBy(sandboxSamples.at).limit(most)
  return rows.map(({ sample }) => readClusterSample(sample))
}
