import { Type } from 'typebox'
import { HubSpecPatchSchema, isRegistered, newId, refuse, type ClusterSpec, type KubernetesAccess } from '@hubfleet/core'
import { and, clusters, eq, isNull, revisions, seal } from '@hubfleet/database'
import { nameTaken } from '../name-taken.ts'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { chartOfLayer, requireLayer } from '../hubs/require-layer.ts'
import { ManagedBySchema, NameSchema } from '../wire.ts'
import { readAccess } from './access.ts'
import { clusterDeadlineSeconds } from './change.ts'
import { costing } from './cost.ts'
import { madeOf, newClusterSpec } from './new-spec.ts'
import { hasCredit } from './credit.ts'
import { BillingAccountInput, clusterNow, priceFaults, PricesInput } from './pricing.ts'

export const createCluster = verb({
  noun: 'cluster', verb: 'create', summary: 'Make a managed cluster, or register one that exists',
  description: 'One in a cloud needs a credential for it. A registered one needs a kubeconfig with a token or client certificate inside: `hubfleet cluster register` makes it on your machine.',
  action: 'hub:admin',
  input: Type.Object({
    name: NameSchema,
    ...madeOf,
    kubeconfig: Type.Optional(Type.String({ minLength: 1, maxLength: 100_000, writeOnly: true, description: 'Of a registered cluster, as YAML' })),
    context: Type.Optional(Type.String({ maxLength: 253, description: 'Which context of the kubeconfig, instead of its current one' })),
    hubDefaults: Type.Optional(HubSpecPatchSchema),
    prices: Type.Optional(PricesInput),
    billingAccount: Type.Optional(BillingAccountInput),
    managedBy: Type.Optional(ManagedBySchema),
  }, { $id: 'ClusterCreate', additionalProperties: false }),
  async prepare(control, caller, params, { provider, kubeconfig, context, hubDefaults }) {
    const chart = await chartOfLayer(control, caller, params, hubDefaults)
    if (!isRegistered(provider)) {
      if (kubeconfig !== undefined) refuse([{ pointer: '/kubeconfig', code: 'not-used', detail: `a ${provider} cluster is made by Hubfleet and takes no kubeconfig` }])
      return { access: null, chart }
    }
    if (kubeconfig === undefined) refuse([{ pointer: '/kubeconfig', code: 'required', detail: 'a registered cluster needs its kubeconfig' }])
    return { access: await readAccess(control, kubeconfig!, context) as KubernetesAccess | null, chart }
  },
  async load({ tx, tenant }, { name }) {
    const [taken] = await tx.select({ id: clusters.id }).from(clusters).where(and(eq(clusters.tenantId, tenant.id), eq(clusters.name, name), isNull(clusters.deletedAt)))
    if (taken) throw nameTaken('cluster', name)
  },
  async plan(context, _target, { name, hubDefaults, prices, billingAccount, ...made }, { access, chart }) {
    const { spec, warnings } = await newClusterSpec(context, name, made)
    if (hubDefaults) requireLayer(context.tenant, hubDefaults, chart, { at: '/hubDefaults' })
    if (prices) refuse(priceFaults(prices))
    const whole: ClusterSpec = { ...spec, ...(access && { server: access.server }), ...(hubDefaults && { hubDefaults }), ...(prices?.length && { prices }), ...(billingAccount !== undefined && { billingAccount }) }
    const now = clusterNow(context.control.clock, context.tenant, whole)
    return plainPlan({ effect: { spec: whole, access }, warnings, ...(!access && costing(null, whole, now, { warnings, credited: [false, await hasCredit(context.tx, { id: null, spec: whole }, now)] })) })
  },
  async apply({ tx, control, tenant, caller, now }, _target, { name, managedBy = null }, { effect: { spec, access } }) {
    const id = newId('cluster')
    await tx.insert(clusters).values({
      id, tenantId: tenant.id, name, provider: spec.provider, managedBy, managed: !access, state: 'creating', spec: { ...spec }, access: access && (await seal(control.keyRing, id, access)), createdAt: now, updatedAt: now,
    })
    await tx.insert(revisions).values({ targetId: id, generation: 1, tenantId: tenant.id, spec: { ...spec }, createdBy: caller.principal, createdAt: now })
    return { work: { type: 'cluster', id }, tenantId: tenant.id, generation: 1, deadlineSeconds: clusterDeadlineSeconds }
  },
})
