import { Type } from 'typebox'
import { cloudOfProvider, HubSpecPatchSchema, PoolSchema, Problem, refuse } from '@hubfleet/core'
import { seal } from '@hubfleet/database'
import { chartOfLayer, requireLayer } from '../hubs/require-layer.ts'
import { requireSameFiles } from '../managed-by.ts'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { ManagedBySchema } from '../wire.ts'
import { readAccess } from './access.ts'
import { diffOf, requireStays, saveClusterSpec } from './change.ts'
import { loadCluster, specOf } from './cluster.ts'
import { costing } from './cost.ts'
import { hasCredit } from './credit.ts'
import { requireSuccessor, withCredential } from './go-over.ts'
import { checkPools } from './pools.ts'
import { BillingAccountInput, clusterNow, markRepriced, priceFaults, PricesInput } from './pricing.ts'

export const updateCluster = verb({
  noun: 'cluster', verb: 'update', summary: 'Change the pools or the credential of a managed cluster, what its hubs begin with, what it costs, or the kubeconfig of a registered one', action: 'hub:admin',
  input: Type.Object({
    pools: Type.Optional(Type.Array(PoolSchema, { minItems: 1, maxItems: 20, description: 'All pools; one that is left out goes' })),
    credential: Type.Optional(Type.String({ minLength: 1, maxLength: 63, description: 'Id or name of another credential for the same account; the cloud must have taken it already. What runs goes over to it within a minute' })),
    kubeconfig: Type.Optional(Type.String({ minLength: 1, maxLength: 100_000, writeOnly: true })),
    context: Type.Optional(Type.String({ maxLength: 253 })),
    hubDefaults: Type.Optional(Type.Union([HubSpecPatchSchema, Type.Null()], { description: 'What hubs in it begin with, over the defaults of the platform; replaced whole. Hubs that are there stay as they are until `hubRebase`' })),
    prices: Type.Optional(PricesInput),
    billingAccount: Type.Optional(Type.Union([BillingAccountInput, Type.Null()])),
    managedBy: Type.Optional(ManagedBySchema),
  }, { $id: 'ClusterUpdate', additionalProperties: false }),
  prepare: async (control, caller, params, { kubeconfig, context, hubDefaults }) => ({
    access: kubeconfig === undefined ? null : await readAccess(control, kubeconfig, context), chart: await chartOfLayer(control, caller, params, hubDefaults),
  }),
  load: (context) => loadCluster(context, context.params.cluster!, { lock: true, own: true }),
  revision: (cluster) => cluster.generation,
  async plan({ tx, tenant, control }, cluster, { pools, credential, kubeconfig, hubDefaults, prices, billingAccount, managedBy }, { access, chart }) {
    requireStays(cluster)
    if (pools && !cluster.managed) throw new Problem('managed-only', { what: 'A change of pools', cluster: cluster.name })
    if (kubeconfig && cluster.managed) refuse([{ pointer: '/kubeconfig', code: 'not-used', detail: 'a managed cluster takes no kubeconfig' }])
    if (credential !== undefined && !cluster.managed) refuse([{ pointer: '/credential', code: 'not-used', detail: 'a registered cluster has its kubeconfig' }])
    if (prices) refuse(priceFaults(prices))
    requireSameFiles('cluster', cluster, managedBy)
    const goesOver = credential === undefined ? null : await requireSuccessor(tx, tenant, cluster, credential)
    if (pools) checkPools(pools, cloudOfProvider(cluster.provider) ?? cluster.provider)
    if (hubDefaults) requireLayer(tenant, hubDefaults, chart, { at: '/hubDefaults' })
    const before = specOf(cluster)
    const spec = { ...before, ...(pools && { pools }), ...(goesOver && { credential: goesOver.id }), ...(hubDefaults && { hubDefaults }), ...(prices && { prices }), ...(billingAccount && { billingAccount }), ...(access && { server: access.server }) }
    if (hubDefaults === null) delete spec.hubDefaults
    if (prices?.length === 0) delete spec.prices
    if (billingAccount === null) delete spec.billingAccount
    const now = clusterNow(control.clock, tenant, cluster)
    const credited = await Promise.all([before, spec].map((each) => hasCredit(tx, { id: cluster.id, spec: each }, now)))
    return plainPlan({ effect: { spec, access, goesOver }, diff: diffOf(before, spec), ...(cluster.managed && (pools ?? prices ?? billingAccount) !== undefined && costing(before, spec, now, { credited })) })
  },
  async apply(context, cluster, _input, { effect: { spec, access, goesOver } }) {
    const applied = await saveClusterSpec(context, cluster, spec, {
      ...(access && { access: await seal(context.control.keyRing, cluster.id, access) }), ...(goesOver && { conditions: withCredential(cluster, goesOver, context.now) }),
    })
    await markRepriced(context.tx, cluster, spec)
    return applied
  },
})
