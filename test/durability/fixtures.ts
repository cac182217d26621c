import type { Clock } from '../../packages/core/src/index.ts'
import { systemClock } from '../../packages/core/src/index.ts'
import { tenantNow } from '../../packages/control/src/index.ts'
import { eq, platformScope, tenants, transaction, type Database, type KeyRing } from '../../packages/database/src/index.ts'

/** What the workers and the caller of a test installation have in common. */
export const keyRing: KeyRing = { current: 'test', keys: { test: new Uint8Array(32) } }

/** The sandbox reads nothing of the archive. */
export const testChart = { name: 'jupyterhub', version: '4.4.0', digest: '0'.repeat(64), path: '', source: 'test', appVersion: '5.4.0', kubeVersion: '>=1.28.0-0', schema: {} }

export const clockOf = (database: Database) => async (tenantId: string | null): Promise<Clock> => {
  const [row] = await transaction(database, platformScope, (tx) => tx.select({ clockOffsetMs: tenants.clockOffsetMs }).from(tenants).where(eq(tenants.id, tenantId ?? '')))
  return { now: () => tenantNow(systemClock, row ?? { clockOffsetMs: 0 }) }
}
