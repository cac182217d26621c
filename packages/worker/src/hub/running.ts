import { newId } from '@hubfleet/core'
import { and, eq, isNull, runningIntervals, type Transaction } from '@hubfleet/database'
import type { HubScope } from './scope.ts'

/** Closes and opens the intervals of what runs of a hub, for its measured cost. Writes only what changed. */
export async function recordRunning(tx: Transaction, { hub, status, now, homes }: HubScope, gone: boolean): Promise<void> {
  const quantities: Record<string, number | undefined> = gone
    ? { server: 0, seat: 0, loadBalancer: 0, address: 0, home: hub.homes === 'keep' ? homes : 0 }
    : { server: status.servers, seat: status.seats?.ready, loadBalancer: countAddress(hub, status), address: countAddress(hub, status), home: homes }
  const open = await tx.select().from(runningIntervals).where(and(eq(runningIntervals.hubId, hub.id), isNull(runningIntervals.to)))
  for (const [kind, quantity] of Object.entries(quantities)) {
    if (quantity === undefined) continue // not known is not zero: what was, is taken to go on
    const current = open.find((i) => i.kind === kind)
    if ((current?.quantity ?? 0) === quantity) continue
    if (current) await tx.update(runningIntervals).set({ to: now }).where(eq(runningIntervals.id, current.id))
    if (quantity > 0) await tx.insert(runningIntervals).values({ id: newId('evt'), hubId: hub.id, tenantId: hub.tenantId, kind, quantity, from: now })
  }
}

const countAddress = (hub: HubScope['hub'], status: HubScope['status']): number | undefined =>
  hub.spec.exposure.type === 'loadBalancer' ? (status.address === undefined ? undefined : status.address ? 1 : 0) : 0
