import { Type } from 'typebox'
import { completeHubSpec, composeApart, HubNameSchema, HubSpecInputSchema, newId, patchOwn, Problem, requireValid, type HubSpecInput } from '@hubfleet/core'
import { and, eq, hubs, isNull, seal } from '@hubfleet/database'
import { at } from '../at.ts'
import { loadCluster } from '../clusters/cluster.ts'
import { nameTaken } from '../name-taken.ts'
import { ConfirmSchema } from '../plan.ts'
import { verb } from '../verb.ts'
import { findChart } from './chart.ts'
import { ConfigSchema, readConfig } from './config.ts'
import { recordRevision } from './save.ts'
import { freshSecrets, planSpec } from './spec-plan.ts'

/** What a config file means has not been checked with the request. */
const SpecOnly = Type.Object({ spec: HubSpecInputSchema })

export const createHub = verb({
  noun: 'hub', verb: 'create', summary: 'Make a hub', action: 'hub:admin',
  input: Type.Object({
    name: HubNameSchema,
    cluster: Type.String({ minLength: 1, maxLength: 63, description: 'Id or name of the cluster it lives in' }),
    spec: Type.Optional(HubSpecInputSchema),
    config: ConfigSchema,
    confirm: ConfirmSchema,
  }, { $id: 'HubCreate', additionalProperties: false }),
  prepare: (control, caller, params, { spec = {} }) => findChart(control, caller, params, completeHubSpec(spec).chart),
  async load(context, { name, cluster }) {
    const { tx, tenant } = context
    const [taken] = await tx.select({ id: hubs.id }).from(hubs).where(and(eq(hubs.tenantId, tenant.id), eq(hubs.name, name), isNull(hubs.deletedAt)))
    if (taken) throw nameTaken('hub', name)
    const home = await at('/cluster', () => loadCluster(context, cluster))
    if (home.deleteRequestedAt) throw new Problem('being-deleted', { noun: 'cluster', ref: home.name })
    return home
  },
  async plan(context, cluster, input, chart) {
    const given = readConfig<HubSpecInput>(input, chart)
    return given.told(async () => {
      if (given.notes) requireValid(SpecOnly, { spec: given.spec })
      const { secrets, ...composed } = composeApart(patchOwn({ own: {} }, given.spec))
      return { ...await planSpec(context, null, cluster, { ...composed, secrets: freshSecrets(secrets), chart }), ...(given.notes && { config: given.notes }) }
    })
  },
  async apply(context, cluster, { name }, { effect: wanted }) {
    const { tx, tenant, control, now } = context
    const id = newId('hub')
    await tx.insert(hubs).values({
      id, tenantId: tenant.id, clusterId: cluster.id, name, state: 'creating', spec: wanted.spec, layers: wanted.layers, templateId: wanted.layers.template?.id ?? null, chartDigest: wanted.chart.digest, secrets: await seal(control.keyRing, id, wanted.secrets),
      host: wanted.spec.exposure.host ?? null, createdAt: now, updatedAt: now,
    })
    return recordRevision(context, { id, clusterId: cluster.id, generation: 1 }, wanted)
  },
})
