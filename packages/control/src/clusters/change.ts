import { canonicalJson, Problem, type ClusterSpec } from '@hubfleet/core'
import { clusters, eq, revisions, type ClusterRow } from '@hubfleet/database'
import { plainPlan, type Plan } from '../plan.ts'
import type { Applied, Context } from '../verb.ts'
import { loadCluster, specOf } from './cluster.ts'
import { costing } from './cost.ts'
import { rowHasCredit } from './credit.ts'
import { clusterNow } from './pricing.ts'

/** The slowest providers take half an hour; twice that, and pools one after another. */
export const clusterDeadlineSeconds = 2 * 3600

/** The parts of a verb that changes the spec of a managed cluster. */
export const changesCluster = <Input>(what: string, change: (cluster: ClusterRow, spec: ClusterSpec, input: Input) => { spec: ClusterSpec; plan?: Partial<Omit<Plan, 'disruption'>> & { disruption?: Partial<Plan['disruption']> } }) => ({
  load: (context: Context) => loadCluster(context, context.params.cluster!, { lock: true, own: true }),
  revision: (cluster: ClusterRow) => cluster.generation,
  async plan({ tx, control, tenant }: Context, cluster: ClusterRow, input: Input) {
    requireStays(cluster)
    if (!cluster.managed) throw new Problem('managed-only', { what, cluster: cluster.name })
    const before = specOf(cluster)
    const { spec, plan } = change(cluster, before, input)
    const now = clusterNow(control.clock, tenant, cluster)
    const credited = await rowHasCredit(tx, cluster, now)
    return plainPlan({ effect: spec, diff: diffOf(before, spec), ...plan, ...costing(before, spec, now, { warnings: plan?.warnings ?? [], credited: [credited, credited] }) })
  },
  apply: (context: Context, cluster: ClusterRow, _input: Input, { effect }: { effect: ClusterSpec }) => saveClusterSpec(context, cluster, effect),
})

export function requireStays(cluster: ClusterRow): void {
  if (cluster.deleteRequestedAt) throw new Problem('being-deleted', { noun: 'cluster', ref: cluster.name })
}

/** Stores a spec as the cluster's next revision. `more` are columns beside it. */
export async function saveClusterSpec({ tx, caller, now }: Context, cluster: ClusterRow, spec: ClusterSpec, more: Partial<ClusterRow> = {}): Promise<Applied> {
  const generation = cluster.generation + 1
  const stored = spec as unknown as ClusterRow['spec']
  await tx.update(clusters).set({ state: 'updating', ...more, spec: stored, generation, updatedAt: now, wakeAt: null }).where(eq(clusters.id, cluster.id))
  await tx.insert(revisions).values({ targetId: cluster.id, generation, tenantId: cluster.tenantId, spec: stored, createdBy: caller.principal, createdAt: now })
  return { work: { type: 'cluster', id: cluster.id }, tenantId: cluster.tenantId, generation, deadlineSeconds: clusterDeadlineSeconds }
}

/** JSON Patch (RFC 6902), field by field. */
export function diffOf(before: ClusterSpec, after: ClusterSpec): Plan['diff'] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof ClusterSpec)[]
  return fields.filter((field) => canonicalJson(before[field] ?? null) !== canonicalJson(after[field] ?? null)).map((field) => {
    const op = before[field] === undefined ? 'add' : after[field] === undefined ? 'remove' : 'replace'
    return { op, path: `/${field}`, ...(op !== 'remove' && { value: after[field] }) }
  })
}
