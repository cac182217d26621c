import { decodeProtectedHeader } from 'jose'
import { and, asc, eq, gt, isNotNull } from './drizzle.ts'
import { clusters, credentials, hubs, plans, signingKeys, webhooks } from './schema/index.ts'
import { open, seal, type KeyRing } from './secrets.ts'
import { platformScope, transaction, type Database, type Transaction } from './transaction.ts'

const batch = 200

const sealedColumns = [
  {
    page: (tx: Transaction, after: string) => tx.select({ id: hubs.id, sealed: hubs.secrets }).from(hubs).where(gt(hubs.id, after)).orderBy(asc(hubs.id)).limit(batch),
    replace: (tx: Transaction, id: string, before: string, after: string) => tx.update(hubs).set({ secrets: after }).where(and(eq(hubs.id, id), eq(hubs.secrets, before))),
  },
  {
    page: (tx: Transaction, after: string) => tx.select({ id: clusters.id, sealed: clusters.access }).from(clusters).where(and(isNotNull(clusters.access), gt(clusters.id, after))).orderBy(asc(clusters.id)).limit(batch),
    replace: (tx: Transaction, id: string, before: string, after: string) => tx.update(clusters).set({ access: after }).where(and(eq(clusters.id, id), eq(clusters.access, before))),
  },
  {
    page: (tx: Transaction, after: string) => tx.select({ id: credentials.id, sealed: credentials.secrets }).from(credentials).where(and(isNotNull(credentials.secrets), gt(credentials.id, after))).orderBy(asc(credentials.id)).limit(batch),
    replace: (tx: Transaction, id: string, before: string, after: string) => tx.update(credentials).set({ secrets: after }).where(and(eq(credentials.id, id), eq(credentials.secrets, before))),
  },
  {
    page: (tx: Transaction, after: string) => tx.select({ id: signingKeys.id, sealed: signingKeys.sealed }).from(signingKeys).where(gt(signingKeys.id, after)).orderBy(asc(signingKeys.id)).limit(batch),
    replace: (tx: Transaction, id: string, before: string, after: string) => tx.update(signingKeys).set({ sealed: after }).where(and(eq(signingKeys.id, id), eq(signingKeys.sealed, before))),
  },
  {
    page: (tx: Transaction, after: string) => tx.select({ id: webhooks.id, sealed: webhooks.secrets }).from(webhooks).where(gt(webhooks.id, after)).orderBy(asc(webhooks.id)).limit(batch),
    replace: (tx: Transaction, id: string, before: string, after: string) => tx.update(webhooks).set({ secrets: after }).where(and(eq(webhooks.id, id), eq(webhooks.secrets, before))),
  },
  {
    page: (tx: Transaction, after: string) => tx.select({ id: plans.id, sealed: plans.sealed }).from(plans).where(and(isNotNull(plans.sealed), gt(plans.id, after))).orderBy(asc(plans.id)).limit(batch),
    replace: (tx: Transaction, id: string, before: string, after: string) => tx.update(plans).set({ sealed: after }).where(and(eq(plans.id, id), eq(plans.sealed, before))),
  },
]

/**
 * Seals with the ring's current key what older keys of it sealed, so that those can be left out afterwards; answers how many secrets
 * that were. It reads all of them: call it while a ring rotates. A row that somebody changes meanwhile keeps the change.
 */
export async function reseal(database: Database, ring: KeyRing): Promise<number> {
  let count = 0
  for (const { page, replace } of sealedColumns) {
    for (let after = ''; ;) {
      const rows = await transaction(database, platformScope, (tx) => page(tx, after))
      for (const { id, sealed } of rows) {
        if (!sealed || decodeProtectedHeader(sealed).kid === ring.current) continue
        const again = await seal(ring, id, await open(ring, id, sealed))
        count += (await transaction(database, platformScope, (tx) => replace(tx, id, sealed, again))).rowCount ?? 0
      }
      if (rows.length < batch) break
      after = rows.at(-1)!.id
    }
  }
  return count
}
