import { culledBy, effectiveCulling, type HubSpec } from '@hubfleet/core'
import { cullingId, cullings, eq, hubs, sql } from '@hubfleet/database'
import type { Context } from '../verb.ts'

/** A hub that Hubfleet itself culls has its rounds as long as it is to run; the next one is at once, by what was just accepted. */
export async function recordCulling({ tx, tenant, now }: Context, hubId: string, spec: HubSpec): Promise<void> {
  if (spec.power === 'running' && culledBy(effectiveCulling(spec)) === 'hubfleet') {
    await tx.insert(cullings).values({ id: cullingId(hubId), hubId, tenantId: tenant.id, wakeAt: now }).onConflictDoUpdate({ target: cullings.id, set: { wakeAt: now } })
    return
  }
  const { rowCount } = await tx.delete(cullings).where(eq(cullings.id, cullingId(hubId)))
  if (!rowCount) return
  const others = sql`coalesce((select jsonb_agg(c) from jsonb_array_elements(${hubs.conditions}) as c where c->>'type' <> 'CullingReady'), '[]'::jsonb)`
  await tx.update(hubs).set({ conditions: others }).where(eq(hubs.id, hubId))
}
