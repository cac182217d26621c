import { newId } from '@hubfleet/core'
import { plans, type ClusterRow, type HubRow } from '@hubfleet/database'
import { holderOf } from '../keys/holder.ts'
import type { Plan } from '../plan.ts'
import { operationId, type Applied, type Context, type Planned, type Verb } from '../verb.ts'
import { sealPlan, type PlannedEffect } from './sealed.ts'

/** Long enough to be approved after a weekend. */
const daysValid = 7
const deadlineSeconds = 300

/** Keeps an accepted change as a plan instead of making it, and wakes a worker that finds out what it would do to the world. */
export async function savePlan({ tx, tenant, control, caller, now }: Context, change: Verb, target: unknown, input: unknown, { effect, ...planned }: Planned): Promise<Applied> {
  const id = newId('plan')
  const isNew = change.verb === 'create'
  const hub = isNew ? { id: newId('hub'), name: (input as { name: string }).name, clusterId: (target as ClusterRow).id } : target as HubRow
  const wanted = effect as PlannedEffect
  await tx.insert(plans).values({
    id, tenantId: tenant.id, change: operationId(change), clusterId: hub.clusterId, hubId: hub.id, hubName: hub.name, baseGeneration: isNew ? null : (target as HubRow).generation,
    sealed: await sealPlan(control, id, input, typeof wanted === 'object' ? { ...wanted, id: hub.id } : wanted),
    state: 'planning', planned: planned satisfies Plan, createdBy: caller.principal, holder: holderOf(caller), createdAt: now, expiresAt: new Date(now.getTime() + daysValid * 86_400_000),
  })
  return { work: { type: 'plan', id }, kind: 'hub.plan', tenantId: tenant.id, generation: 1, deadlineSeconds }
}
