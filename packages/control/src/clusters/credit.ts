import type { ClusterSpec } from '@hubfleet/core'
import { and, asc, clusters, eq, gt, isNull, lte, or, sql, type ClusterRow, type Transaction } from '@hubfleet/database'

/**
 * Whether a cluster has the monthly credit of its billing account at a moment. It goes to the oldest of the account's clusters that may have it (at Google: whose control plane is in
 * one zone), so never to two. Of one that names no account nobody knows. `id` is null of one that is to be made. A tenant sees its own clusters; whoever sees all answers for all.
 */
export async function hasCredit(tx: Transaction, { id, spec }: { id: string | null; spec: ClusterSpec }, at: Date): Promise<boolean> {
  if (spec.provider !== 'gke' || spec.zone === undefined || spec.billingAccount === undefined) return false
  const [first] = await tx.select({ id: clusters.id }).from(clusters)
    .where(and(eq(clusters.provider, 'gke'), sql`${clusters.spec} ->> 'billingAccount' = ${spec.billingAccount}`, sql`${clusters.spec} ->> 'zone' is not null`, lte(clusters.createdAt, at), or(isNull(clusters.deletedAt), gt(clusters.deletedAt, at))))
    .orderBy(asc(clusters.createdAt), asc(clusters.id)).limit(1)
  return first === undefined || first.id === id
}

export const rowHasCredit = (tx: Transaction, row: ClusterRow, at: Date): Promise<boolean> => hasCredit(tx, { id: row.id, spec: row.spec as unknown as ClusterSpec }, at)
