import { and, eq, isNull, keys, platformScope, tenants, transaction, type Database } from '@hubfleet/database'
import type { Caller } from '../caller.ts'
import { hashKey } from './key.ts'

export type Identity = Pick<Caller, 'principal' | 'tenantId' | 'tenantName' | 'role' | 'makers' | 'holder'>

/** Who a key belongs to; null when it is unknown, expired or revoked. */
export async function authenticate(database: Database, key: string, now: Date): Promise<Identity | null> {
  const [row] = await transaction(database, platformScope, (tx) =>
    tx.select({ principal: keys.id, tenantId: keys.tenantId, tenantName: tenants.name, role: keys.role, makers: keys.makers, holder: keys.holder, expiresAt: keys.expiresAt }).from(keys).innerJoin(tenants, eq(tenants.id, keys.tenantId))
      .where(and(eq(keys.hash, hashKey(key)), isNull(keys.revokedAt), isNull(tenants.deletedAt))))
  if (!row) return null
  const { expiresAt, ...identity } = row
  return expiresAt && expiresAt <= now ? null : identity
}
