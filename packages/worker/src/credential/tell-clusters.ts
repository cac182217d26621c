import { usesCredential } from '@hubfleet/control'
import { setCondition, type Condition } from '@hubfleet/core'
import { and, asc, clusters, eq, isNull, type CredentialRow, type Transaction } from '@hubfleet/database'

/**
 * Says of the clusters that are made by a credential what is known of it, and wakes those that it held up. Answers their names.
 */
export async function tellClusters(tx: Transaction, { id, tenantId }: CredentialRow, condition: Condition, now: Date): Promise<string[]> {
  const using = await tx.select().from(clusters).where(and(usesCredential(id), eq(clusters.tenantId, tenantId), isNull(clusters.deletedAt))).orderBy(asc(clusters.id)).for('no key update')
  for (const cluster of using) {
    const before = cluster.conditions.find(({ type }) => type === condition.type)
    if (before?.status === condition.status && before.message === condition.message) continue
    const conditions = setCondition(cluster.conditions, { ...condition, observedGeneration: cluster.generation }, now)
    const helps = condition.status === 'True' && before?.status === 'False'
    await tx.update(clusters).set({ conditions, ...(helps && { wakeAt: now }) }).where(eq(clusters.id, cluster.id))
  }
  return using.map(({ name }) => name)
}
