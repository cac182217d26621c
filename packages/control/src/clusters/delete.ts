import { Problem } from '@hubfleet/core'
import { clusters, eq, grants, sql } from '@hubfleet/database'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { loadCluster } from './cluster.ts'
import { clusterDeadlineSeconds } from './create.ts'

export const deleteCluster = verb({
  noun: 'cluster', verb: 'delete', summary: 'Delete a managed cluster, or forget a registered one', description: 'Never while a hub lives in it.', action: 'hub:admin',
  input: Nothing,
  load: (context) => loadCluster(context, context.params.cluster!, { lock: true, own: true }),
  revision: (cluster) => cluster.generation,
  async plan({ tx }, cluster) {
    // Hubs of other tenants count as well: only the platform sees them all, so the database counts for us.
    const { rows: [row] } = await tx.execute<{ count: number }>(sql`select hubs_in_cluster(${cluster.id}) as count`)
    if (row!.count > 0) throw new Problem('still-in-use', { noun: 'cluster', ref: cluster.name, count: row!.count, users: 'hubs' })
    return plainPlan({ warnings: cluster.managed ? [] : ['The cluster itself goes on; remove the namespace hubfleet-system and its ClusterRole from it by hand.'] })
  },
  async apply({ tx, now }, cluster) {
    const generation = cluster.generation + 1
    await tx.delete(grants).where(eq(grants.clusterId, cluster.id))
    await tx.update(clusters).set({ generation, state: 'deleting', deleteRequestedAt: cluster.deleteRequestedAt ?? now, updatedAt: now, wakeAt: null }).where(eq(clusters.id, cluster.id))
    return { work: { type: 'cluster', id: cluster.id }, tenantId: cluster.tenantId, generation, deadlineSeconds: clusterDeadlineSeconds }
  },
})
