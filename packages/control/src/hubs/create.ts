import { Type } from 'typebox'
import { applyOwn, chartOf, composeApart, decideOnce, HubNameSchema, HubSpecInputSchema, newId, patchOwn, Problem, requireValid, type HubLayers, type HubSpecInput } from '@hubfleet/core'
import { and, eq, hubs, isNull, seal, type ClusterRow } from '@hubfleet/database'
import { at } from '../at.ts'
import { frozenBy, tenantHolds } from '../budgets/holds.ts'
import { loadCluster, runsOpenShift } from '../clusters/cluster.ts'
import { observedOf } from '../fit/observed.ts'
import { nameTaken } from '../name-taken.ts'
import { ConfirmSchema } from '../plan.ts'
import { verb } from '../verb.ts'
import { ManagedBySchema } from '../wire.ts'
import { chartFor, prepareChart } from './chart.ts'
import { ConfigSchema, readConfig } from './config.ts'
import { layersBelow } from './layers-below.ts'
import { recordRevision } from './save.ts'
import { freshSecrets, planSpec } from './spec-plan.ts'
import { HubTemplateSchema, requireNoDraft } from './template-layer.ts'

/** What a config file means has not been checked with the request. */
const SpecOnly = Type.Object({ spec: HubSpecInputSchema })

export const createHub = verb({
  noun: 'hub', verb: 'create', summary: 'Make a hub', description: 'Fields of `spec` stand over the template, and both over the defaults of the cluster and of the platform, as these are now.', action: 'hub:admin', plannable: true,
  input: Type.Object({
    name: HubNameSchema,
    cluster: Type.String({ minLength: 1, maxLength: 63, description: 'Id or name of the cluster it lives in' }),
    template: Type.Optional(HubTemplateSchema),
    spec: Type.Optional(HubSpecInputSchema),
    managedBy: Type.Optional(ManagedBySchema),
    config: ConfigSchema,
    confirm: ConfirmSchema,
  }, { $id: 'HubCreate', additionalProperties: false }),
  prepare: (control, caller, params, input) => prepareChart(control, caller, params, async (context) =>
    chartOf({ ...await layersBelow(context, await at('/cluster', () => loadCluster(context, input.cluster)), input), own: input.spec ?? {} })),
  async load(context, { name, cluster }) {
    const { tx, tenant } = context
    const [taken] = await tx.select({ id: hubs.id }).from(hubs).where(and(eq(hubs.tenantId, tenant.id), eq(hubs.name, name), isNull(hubs.deletedAt)))
    if (taken) throw nameTaken('hub', name)
    const home = await at('/cluster', () => loadCluster(context, cluster))
    if (home.deleteRequestedAt) throw new Problem('being-deleted', { noun: 'cluster', ref: home.name })
    return home
  },
  async plan(context, cluster, input, found) {
    const given = readConfig<HubSpecInput>(input, found.chart)
    return given.told(async () => {
      if (given.notes) requireValid(SpecOnly, { spec: given.spec })
      const below: HubLayers = { ...await layersBelow(context, cluster, input), own: {} }
      const { secrets, ...composed } = composeApart(guarded((input.managedBy ? applyOwn : patchOwn)(below, given.spec), cluster))
      const chart = await chartFor(context, composed.spec, found, null)
      return { ...await planSpec(context, null, cluster, { ...composed, secrets: freshSecrets(secrets), chart }), ...(given.notes && { config: given.notes }) }
    })
  },
  async apply(context, cluster, { name, template, managedBy = null }, { effect: wanted }) {
    requireNoDraft(template)
    const { tx, tenant, control, now } = context
    const id = wanted.id ?? newId('hub')
    const holds = await tenantHolds(context)
    await tx.insert(hubs).values({
      id, tenantId: tenant.id, clusterId: cluster.id, name, managedBy, state: 'creating', spec: wanted.spec, layers: wanted.layers, templateId: wanted.layers.template?.id ?? null, chartDigest: wanted.chart.digest, secrets: await seal(control.keyRing, id, wanted.secrets),
      host: wanted.spec.exposure.host ?? null, freeze: frozenBy(holds), createdAt: now, updatedAt: now,
    })
    const applied = await recordRevision(context, { id, clusterId: cluster.id, generation: 1 }, wanted)
    // they look again, and hold it to seats or stop it
    return { ...applied, wakes: [...applied.wakes ?? [], ...holds.map((budget) => ({ type: 'budget' as const, id: budget.id }))] }
  },
})

/** Where NetworkPolicies are enforced, and in an OpenShift, which lets no privileged container in, they keep servers from the cloud's metadata, and no privileged container has to: its namespace can refuse all of those. */
const guarded = (layers: HubLayers, cluster: ClusterRow): HubLayers =>
  (observedOf(cluster).networkPolicies === 'enforced' || runsOpenShift(cluster) ? decideOnce(layers, ['security', 'cloudMetadata'], 'networkPolicy') : layers)
