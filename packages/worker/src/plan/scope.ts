import { hubNames, renderValues, secretTexts, valuesHash, type HubSecrets, type HubSpec } from '@hubfleet/core'
import { runsOpenShift } from '@hubfleet/control'
import { clusters, eq, hubs, open, plans, platformScope, tenants, transaction, type HubRow, type PlanRow, type TenantRow } from '@hubfleet/database'
import type { DesiredRelease, HubSite } from '@hubfleet/providers'
import { openSite } from '../hub/site.ts'
import type { HubWorkerOptions } from '../hub/scope.ts'

/** What making a plan works with. */
export interface PlanScope {
  plan: PlanRow
  tenant: TenantRow
  /** Null for one that is to be made. */
  hub: HubRow | null
  site: HubSite
  effect: Effect
  /** The release that is wanted; null where none is. */
  release(signal: AbortSignal): Promise<DesiredRelease | null>
  /** Of the hub as it is; null for one that is to be made. */
  apiToken: string | null
  /** All secrets, of the hub as it is and as it would be. */
  secrets: string[]
  input: { homes?: 'keep' | 'delete' }
}

/** What the change comes to, as control sealed it: a spec, the hub's end, or an action on what stays as it is. */
type Effect = { spec: HubSpec; secrets: HubSecrets; chart: string } | 'gone' | null

/** Null where there is nothing to find out: the plan is made already, or thrown away. */
export async function openPlanScope({ database, keyRing, handles, chartArchive }: HubWorkerOptions, id: string): Promise<PlanScope | null> {
  const rows = await transaction(database, platformScope, async (tx) => {
    const [row] = await tx.select({ plan: plans, cluster: clusters, tenant: tenants, hub: hubs }).from(plans)
      .innerJoin(clusters, eq(clusters.id, plans.clusterId)).innerJoin(tenants, eq(tenants.id, plans.tenantId)).leftJoin(hubs, eq(hubs.id, plans.hubId))
      .where(eq(plans.id, id))
    return row
  })
  if (!rows || rows.plan.state !== 'planning' || !rows.plan.sealed) return null
  const { plan, cluster, tenant, hub } = rows
  const { effect, input } = await open<{ effect: Effect; input: unknown }>(keyRing, id, plan.sealed!)
  const own = hub && await open<HubSecrets>(keyRing, hub.id, hub.secrets)
  const ref = { id: plan.hubId, name: plan.hubName, tenantId: tenant.id, ...hubNames(plan.hubId) }
  return {
    plan, tenant, hub, effect,
    site: openSite(handles, cluster, ref),
    apiToken: own?.apiToken ?? null,
    secrets: [own, typeof effect === 'object' ? effect?.secrets : null].flatMap((secrets) => (secrets ? secretTexts(secrets) : [])),
    input: input as PlanScope['input'],
    async release(signal) {
      if (effect === null || effect === 'gone' || effect.spec.power === 'stopped') return null
      const { values } = renderValues({ hub: { id: plan.hubId, tenantId: tenant.id }, spec: effect.spec, secrets: effect.secrets, openShift: runsOpenShift(cluster) })
      return { chart: await chartArchive(effect.chart, signal), values, valuesHash: valuesHash(values) }
    },
  }
}
