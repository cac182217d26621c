import { Type } from 'typebox'
import { Problem, refuse } from '@hubfleet/core'
import { clusters, eq, grants, sql } from '@hubfleet/database'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { clusterDeadlineSeconds } from './change.ts'
import { loadCluster, specOf } from './cluster.ts'
import { costing } from './cost.ts'
import { rowHasCredit } from './credit.ts'
import { clusterNow } from './pricing.ts'

export const deleteCluster = verb({
  noun: 'cluster', verb: 'delete', summary: 'Delete a managed cluster, or forget a registered one', action: 'hub:admin',
  description: 'Never while a hub lives in it. What a managed one has in the cloud is looked for before and after: the operation ends with a report.',
  input: Type.Object({
    disks: Type.Optional(Type.Union([Type.Literal('keep'), Type.Literal('delete')], { description: 'Of a managed cluster: what becomes of disks with files of people that hubs left in it. keep (the default): they stay in the cloud and are billed' })),
  }, { $id: 'ClusterDelete', additionalProperties: false }),
  load: (context) => loadCluster(context, context.params.cluster!, { lock: true, own: true }),
  revision: (cluster) => cluster.generation,
  async plan({ tx, control, tenant }, cluster, { disks }) {
    if (disks && !cluster.managed) refuse([{ pointer: '/disks', code: 'not-used', detail: 'a registered cluster goes on, with all that is in it' }])
    // Hubs of other tenants count as well: only the platform sees them all, so the database counts for us.
    const { rows: [row] } = await tx.execute<{ count: number }>(sql`select hubs_in_cluster(${cluster.id}) as count`)
    if (row!.count > 0) throw new Problem('still-in-use', { noun: 'cluster', ref: cluster.name, count: row!.count, users: 'hubs' })
    if (!cluster.managed) return plainPlan({ warnings: ['The cluster itself goes on; remove the namespace hubfleet-system and its ClusterRole from it by hand.'] })
    const now = clusterNow(control.clock, tenant, cluster)
    const words = disks === 'delete' ? 'Disks with files of people that hubs left in it are deleted for good.' : 'Disks with files of people that hubs left in it stay in the cloud and are billed; the report lists them.'
    return plainPlan({ ...costing(specOf(cluster), null, now, { credited: [await rowHasCredit(tx, cluster, now), false] }), disruption: { words: [words] } })
  },
  async apply({ tx, now }, cluster, { disks = 'keep' }) {
    const generation = cluster.generation + 1
    await tx.delete(grants).where(eq(grants.clusterId, cluster.id))
    await tx.update(clusters).set({
      spec: { ...cluster.spec, ...(cluster.managed && { disks }) }, generation, state: 'deleting', deleteRequestedAt: cluster.deleteRequestedAt ?? now, updatedAt: now, wakeAt: null,
    }).where(eq(clusters.id, cluster.id))
    return { work: { type: 'cluster', id: cluster.id }, tenantId: cluster.tenantId, generation, deadlineSeconds: clusterDeadlineSeconds }
  },
})
