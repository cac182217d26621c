import { Type } from 'typebox'
import { completeHubSpec, HubNameSchema, HubSpecInputSchema, newId, Problem, splitSecrets } from '@hubfleet/core'
import { and, eq, hubs, isNull, seal } from '@hubfleet/database'
import { at } from '../at.ts'
import { loadCluster } from '../clusters/cluster.ts'
import { nameTaken } from '../name-taken.ts'
import { ConfirmSchema } from '../plan.ts'
import { verb } from '../verb.ts'
import { findChart } from './chart.ts'
import { recordRevision } from './save.ts'
import { freshSecrets, planSpec } from './spec-plan.ts'

export const createHub = verb({
  noun: 'hub', verb: 'create', summary: 'Make a hub', action: 'hub:admin',
  input: Type.Object({
    name: HubNameSchema,
    cluster: Type.String({ minLength: 1, maxLength: 63, description: 'Id or name of the cluster it lives in' }),
    spec: Type.Optional(HubSpecInputSchema),
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
  async plan(context, cluster, { spec: input = {} }, chart) {
    const { spec, secrets } = splitSecrets(completeHubSpec(input))
    return planSpec(context, null, cluster, { spec, secrets: freshSecrets(secrets), chart })
  },
  async apply(context, cluster, { name }, { effect: wanted }) {
    const { tx, tenant, control, now } = context
    const id = newId('hub')
    await tx.insert(hubs).values({
      id, tenantId: tenant.id, clusterId: cluster.id, name, state: 'creating', spec: wanted.spec, chartDigest: wanted.chart.digest, secrets: await seal(control.keyRing, id, wanted.secrets),
      host: wanted.spec.exposure.host ?? null, createdAt: now, updatedAt: now,
    })
    return recordRevision(context, { id, clusterId: cluster.id, generation: 1 }, wanted)
  },
})
