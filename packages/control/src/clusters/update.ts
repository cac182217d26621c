import { Type } from 'typebox'
import { Problem, refuse } from '@hubfleet/core'
import { clusters, eq, revisions, seal } from '@hubfleet/database'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { readAccess } from './access.ts'
import { loadCluster, PoolSchema, specOf } from './cluster.ts'
import { clusterDeadlineSeconds } from './create.ts'
import { checkPools } from './pools.ts'

export const updateCluster = verb({
  noun: 'cluster', verb: 'update', summary: 'Change the pools of a managed cluster, or renew the credentials of a registered one', action: 'hub:admin',
  input: Type.Object({
    pools: Type.Optional(Type.Array(PoolSchema, { minItems: 1, maxItems: 20, description: 'All pools; one that is left out goes' })),
    kubeconfig: Type.Optional(Type.String({ minLength: 1, maxLength: 100_000, writeOnly: true })),
    context: Type.Optional(Type.String({ maxLength: 253 })),
  }, { $id: 'ClusterUpdate', additionalProperties: false }),
  prepare: async (control, _caller, _params, { kubeconfig, context }) => (kubeconfig === undefined ? null : readAccess(control, kubeconfig, context)),
  load: (context) => loadCluster(context, context.params.cluster!, { lock: true, own: true }),
  revision: (cluster) => cluster.generation,
  async plan(_, cluster, { pools, kubeconfig }, access) {
    if (cluster.deleteRequestedAt) throw new Problem('being-deleted', { noun: 'cluster', ref: cluster.name })
    if (pools && !cluster.managed) throw new Problem('managed-only', { what: 'A change of pools', cluster: cluster.name })
    if (kubeconfig && cluster.managed) refuse([{ pointer: '/kubeconfig', code: 'not-used', detail: 'a managed cluster takes no kubeconfig' }])
    if (pools) checkPools(pools)
    return plainPlan({ effect: access, diff: pools ? [{ op: 'replace', path: '/pools', value: pools }] : [] })
  },
  async apply({ tx, control, caller, now }, cluster, { pools }, { effect: access }) {
    const generation = cluster.generation + 1
    const spec = { ...specOf(cluster), ...(pools && { pools }), ...(access && { server: access.server }) }
    await tx.update(clusters)
      .set({ spec, generation, state: 'updating', updatedAt: now, wakeAt: null, ...(access && { access: await seal(control.keyRing, cluster.id, access) }) })
      .where(eq(clusters.id, cluster.id))
    await tx.insert(revisions).values({ targetId: cluster.id, generation, tenantId: cluster.tenantId, spec, createdBy: caller.principal, createdAt: now })
    return { work: { type: 'cluster', id: cluster.id }, tenantId: cluster.tenantId, generation, deadlineSeconds: clusterDeadlineSeconds }
  },
})
