import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose'
import { desc, inArray, open, platformScope, seal, signingKeys, sql, transaction, type Database, type KeyRing, type SigningKeyRow, type Transaction } from '@hubfleet/database'

/** Google and AWS take ES256 as well; Entra takes this one only. */
export const signingAlgorithm = 'RS256'

const day = 24 * 3600 * 1000
/** How long a key signs before another does. */
const signsMs = 30 * day
/** How long a key is published before it signs: clouds keep what they fetched. */
export const aheadMs = 2 * day
/** How long a key stays published when it signs no more; its last token has long ended. */
const lingersMs = day

/** How long after its successor began a key is still believed. */
export const publishedUntil = (successorSignsFrom: Date): Date => new Date(successorSignsFrom.getTime() + lingersMs)

const lockKey = 7263014
/** Whoever adds or takes away a key does so alone. */
export const lockKeys = (tx: Transaction) => tx.execute(sql`select pg_advisory_xact_lock(${lockKey})`)

export interface SigningKeys { database: Database; keyRing: KeyRing }

/** The key that signs now. */
export async function signingKey({ database, keyRing }: SigningKeys, now: Date): Promise<{ id: string; key: CryptoKey | Uint8Array }> {
  const current = (await keysAt({ database, keyRing }, now)).find(({ signsFrom }) => signsFrom <= now)!
  return { id: current.id, key: await importJWK(await open<JWK>(keyRing, current.id, current.sealed), signingAlgorithm) }
}

/** The public keys of all tokens that are still good, and of those that the next key will sign. */
export const publishedKeys = async (keys: SigningKeys, now: Date): Promise<Record<string, unknown>[]> => (await keysAt(keys, now)).map(({ publicKey }) => publicKey)

/** All keys there are to be, the newest first. Whoever asks when one is due makes it. */
async function keysAt({ database, keyRing }: SigningKeys, now: Date): Promise<SigningKeyRow[]> {
  const rows = await transaction(database, platformScope, allKeys)
  if (isSettled(rows, now)) return rows
  return transaction(database, platformScope, async (tx) => {
    await lockKeys(tx)
    const before = await allKeys(tx)
    const old = outlived(before, now)
    if (old.length > 0) await tx.delete(signingKeys).where(inArray(signingKeys.id, old.map(({ id }) => id)))
    const signsFrom = dueAt(before, now)
    if (signsFrom) await tx.insert(signingKeys).values(await newKey(keyRing, now, signsFrom))
    return allKeys(tx)
  })
}

/** The newest first. */
export const allKeys = (tx: Transaction) => tx.select().from(signingKeys).orderBy(desc(signingKeys.signsFrom), desc(signingKeys.id))

const isSettled = (rows: SigningKeyRow[], now: Date): boolean => dueAt(rows, now) === null && outlived(rows, now).length === 0

/** When a key is to begin that is not there yet; null while none is due. */
function dueAt(rows: SigningKeyRow[], now: Date): Date | null {
  if (!rows.some(({ signsFrom }) => signsFrom <= now)) return now
  return rows[0]!.signsFrom.getTime() + signsMs - aheadMs <= now.getTime() ? new Date(now.getTime() + aheadMs) : null
}

/** Those whose successor has signed for long. */
const outlived = (rows: SigningKeyRow[], now: Date): SigningKeyRow[] => rows.filter((_, at) => at > 0 && rows[at - 1]!.signsFrom.getTime() + lingersMs <= now.getTime())

export async function newKey(keyRing: KeyRing, now: Date, signsFrom: Date): Promise<typeof signingKeys.$inferInsert> {
  const id = randomUUID()
  const { publicKey, privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true })
  const header = { kid: id, alg: signingAlgorithm, use: 'sig' }
  return { id, publicKey: { ...(await exportJWK(publicKey)), ...header }, sealed: await seal(keyRing, id, await exportJWK(privateKey)), createdAt: now, signsFrom }
}
