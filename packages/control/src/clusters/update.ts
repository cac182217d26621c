import { Type } from 'typebox'
import { canonicalJson, HubSpecPatchSchema, PoolSchema, Problem, refuse } from '@hubfleet/core'
import { clusters, eq, revisions, seal } from '@hubfleet/database'
import { chartOfLayer, requireLayer } from '../hubs/require-layer.ts'
import { requireSameFiles } from '../managed-by.ts'
import { plainPlan, type Plan } from '../plan.ts'
import { verb } from '../verb.ts'
import { ManagedBySchema } from '../wire.ts'
import { readAccess } from './access.ts'
import { loadCluster, specOf } from './cluster.ts'
import { clusterDeadlineSeconds } from './create.ts'
import { checkPools } from './pools.ts'

export const updateCluster = verb({
  noun: 'cluster', verb: 'update', summary: 'Change the pools of a managed cluster, what its hubs begin with, or the credentials of a registered one', action: 'hub:admin',
  input: Type.Object({
    pools: Type.Optional(Type.Array(PoolSchema, { minItems: 1, maxItems: 20, description: 'All pools; one that is left out goes' })),
    kubeconfig: Type.Optional(Type.String({ minLength: 1, maxLength: 100_000, writeOnly: true })),
    context: Type.Optional(Type.String({ maxLength: 253 })),
    hubDefaults: Type.Optional(Type.Union([HubSpecPatchSchema, Type.Null()], { description: 'What hubs in it begin with, over the defaults of the platform; replaced whole. Hubs that are there stay as they are until `hubRebase`' })),
    managedBy: Type.Optional(ManagedBySchema),
  }, { $id: 'ClusterUpdate', additionalProperties: false }),
  prepare: async (control, caller, params, { kubeconfig, context, hubDefaults }) => ({
    access: kubeconfig === undefined ? null : await readAccess(control, kubeconfig, context), chart: await chartOfLayer(control, caller, params, hubDefaults),
  }),
  load: (context) => loadCluster(context, context.params.cluster!, { lock: true, own: true }),
  revision: (cluster) => cluster.generation,
  async plan({ tenant }, cluster, { pools, kubeconfig, hubDefaults, managedBy }, { access, chart }) {
    if (cluster.deleteRequestedAt) throw new Problem('being-deleted', { noun: 'cluster', ref: cluster.name })
    if (pools && !cluster.managed) throw new Problem('managed-only', { what: 'A change of pools', cluster: cluster.name })
    if (kubeconfig && cluster.managed) refuse([{ pointer: '/kubeconfig', code: 'not-used', detail: 'a managed cluster takes no kubeconfig' }])
    requireSameFiles('cluster', cluster, managedBy)
    if (pools) checkPools(pools)
    if (hubDefaults) requireLayer(tenant, hubDefaults, chart, { at: '/hubDefaults' })
    const before = specOf(cluster)
    const replaced = (path: '/pools' | '/hubDefaults', was: unknown, is: unknown): Plan['diff'] =>
      (is === undefined || canonicalJson(was ?? null) === canonicalJson(is) ? [] : [{ op: 'replace', path, value: is }])
    return plainPlan({ effect: access, diff: [...replaced('/pools', before.pools, pools), ...replaced('/hubDefaults', before.hubDefaults, hubDefaults)] })
  },
  async apply({ tx, control, caller, now }, cluster, { pools, hubDefaults }, { effect: access }) {
    const generation = cluster.generation + 1
    const { hubDefaults: defaults, ...rest } = specOf(cluster)
    const begins = hubDefaults === undefined ? defaults : hubDefaults
    const spec = { ...rest, ...(begins && { hubDefaults: begins }), ...(pools && { pools }), ...(access && { server: access.server }) }
    await tx.update(clusters)
      .set({ spec, generation, state: 'updating', updatedAt: now, wakeAt: null, ...(access && { access: await seal(control.keyRing, cluster.id, access) }) })
      .where(eq(clusters.id, cluster.id))
    await tx.insert(revisions).values({ targetId: cluster.id, generation, tenantId: cluster.tenantId, spec, createdBy: caller.principal, createdAt: now })
    return { work: { type: 'cluster', id: cluster.id }, tenantId: cluster.tenantId, generation, deadlineSeconds: clusterDeadlineSeconds }
  },
})
