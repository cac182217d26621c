import { newId } from '@hubfleet/core'
import { eq, hubs, platformScope, tenants, transaction } from '@hubfleet/database'
import type { Control } from '../control.ts'
import { execute } from '../execute.ts'
import { updateHub } from '../hubs/update.ts'

/** A hub that is moved to an image that was built for it. */
export interface Roll { hubId: string; /** Who asked for the build. */ principal: string; image: { name: string; tag: string; digest: string }; /** Of the build: it moves the hub once. */ operation: string }

/** An update like any other, as by the key that asked for the build: with its checks, its revision, its audit and its operation. */
export async function rollHub(control: Control, { hubId, principal, image, operation }: Roll): Promise<void> {
  const [owner] = await transaction(control.database, platformScope, (tx) =>
    tx.select({ id: tenants.id, name: tenants.name }).from(hubs).innerJoin(tenants, eq(tenants.id, hubs.tenantId)).where(eq(hubs.id, hubId)))
  if (!owner) throw new Error(`The hub ${hubId} is gone`)
  await execute(control, updateHub, {
    caller: { principal, tenantId: owner.id, tenantName: owner.name, role: 'operator', requestId: newId('req'), reason: 'api' },
    params: { tenant: owner.id, hub: hubId }, input: { spec: { image: { ...image, pin: true } } }, idempotencyKey: `build-${operation}`,
  })
}
