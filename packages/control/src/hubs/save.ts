import { claims, eq, hubs, revisions, seal, type HubRow } from '@hubfleet/database'
import { loadCluster } from '../clusters/cluster.ts'
import { rowHasCredit } from '../clusters/credit.ts'
import { clusterNow } from '../clusters/pricing.ts'
import { keptEstimate } from '../estimates/kept.ts'
import type { Applied, Context } from '../verb.ts'
import { recordCulling } from './culling-rounds.ts'
import { hubDeadlineSeconds } from './hub.ts'
import type { WantedSpec } from './spec-plan.ts'

/** Stores an accepted spec as the next revision of a hub and wakes its worker: what every verb that changes a spec ends with. */
export async function saveRevision(context: Context, hub: HubRow, wanted: WantedSpec): Promise<Applied> {
  const { tx, control, now } = context
  const generation = hub.generation + 1
  const { spec, layers, chart } = wanted
  await tx.update(hubs).set({
    spec, layers, templateId: layers.template?.id ?? null, generation, chartDigest: chart.digest, secrets: await seal(control.keyRing, hub.id, wanted.secrets), host: spec.exposure.host ?? null, state: 'updating', updatedAt: now, wakeAt: null,
  }).where(eq(hubs.id, hub.id))
  return recordRevision(context, { id: hub.id, clusterId: hub.clusterId, generation }, wanted)
}

/** The parts of a revision that creating and changing a hub share. */
export async function recordRevision(context: Context, hub: { id: string; clusterId: string; generation: number }, { spec, layers }: WantedSpec): Promise<Extract<Applied, { work: unknown }>> {
  const { tx, tenant, caller, control, now } = context
  const cluster = await loadCluster(context, hub.clusterId, { deleted: true })
  const at = clusterNow(control.clock, tenant, cluster)
  const estimate = keptEstimate(cluster, spec, at, await rowHasCredit(tx, cluster, at))
  await tx.insert(revisions).values({ targetId: hub.id, generation: hub.generation, tenantId: tenant.id, spec, layers, estimate, createdBy: caller.principal, createdAt: now })
  const { rowCount: claimed } = await tx.delete(claims).where(eq(claims.hubId, hub.id))
  const { nodes } = spec.capacity
  if (nodes && spec.power === 'running') await tx.insert(claims).values({ hubId: hub.id, clusterId: hub.clusterId, tenantId: tenant.id, pool: nodes.pool, nodes: nodes.count })
  await recordCulling(context, hub.id, spec)
  return { work: { type: 'hub', id: hub.id }, tenantId: tenant.id, generation: hub.generation, deadlineSeconds: hubDeadlineSeconds, ...((claimed || nodes) && { wakes: [{ type: 'cluster' as const, id: hub.clusterId }] }) }
}
