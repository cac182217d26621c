import pg from 'pg'
import { drizzle } from './drizzle.ts'

/** Sees one tenant's rows, or with `platform` every row. Nothing else reaches the database. */
export type Scope = string
export const platformScope: Scope = '*'

export type Database = { pool: pg.Pool; /** Address for what needs a session of its own: LISTEN and advisory locks. */ connectionString: string }
export type Transaction = ReturnType<typeof wrap>

const wrapped = new WeakMap<pg.PoolClient, Transaction>()

function wrap(client: pg.PoolClient) {
  return Object.assign(drizzle(client, { casing: 'snake_case' }), { client })
}

/**
 * Runs `work` in one transaction that sees the rows of `scope` only. Row-level security reads the setting, which ends with the
 * transaction, so a pooled connection carries nothing over. A deadlock or serialization failure is tried again, up to 4 times:
 * `work` must have no effect outside of the database.
 */
export async function transaction<T>(database: Database, scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(database.pool, scope, work)
    } catch (error) {
      if (attempt >= 5 || !isConflict(error)) throw error
    }
  }
}

async function once<T>(pool: pg.Pool, scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const result = await work(await begun(client, scope))
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => { broken = cause })
    throw error
  } finally {
    client.release(broken)
  }
}

async function begun(client: pg.PoolClient, scope: Scope): Promise<Transaction> {
  // One round trip for both. No parameters are possible in it, hence the literal.
  await client.query(`begin; select set_config('hubfleet.tenant', ${client.escapeLiteral(scope)}, true)`)
  let tx = wrapped.get(client)
  if (!tx) wrapped.set(client, (tx = wrap(client)))
  return tx
}

/** How long whoever takes what is read piece by piece may wait between two of them; more than what `connect` grants others. */
const patience = '60s'

/** The same for what only reads, and hands on what it reads piece by piece: the transaction ends with the last one, or when nobody wants more. It is not tried again. */
export async function* transactionPieces<T>({ pool }: Pick<Database, 'pool'>, scope: Scope, pieces: (tx: Transaction) => AsyncIterable<T>): AsyncGenerator<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const tx = await begun(client, scope)
    await client.query(`set local idle_in_transaction_session_timeout = '${patience}'`)
    yield* pieces(tx)
  } finally {
    await client.query('rollback').catch((cause: Error) => { broken = cause })
    client.release(broken)
  }
}

const conflictCodes = new Set(['40001', '40P01'])
const isConflict = (error: unknown): boolean => conflictCodes.has(sqlState(error) ?? '')

/** SQLSTATE of a database error, also where drizzle wraps it. */
export function sqlState(error: unknown): string | undefined {
  for (let e = error as { code?: unknown; cause?: unknown } | undefined; e; e = e.cause as typeof e) if (typeof e.code === 'string' && /^[0-9A-Z]{5}$/.test(e.code)) return e.code
  return undefined
}

/** Name of the unique index that a failed insert or update ran into. */
export const violatedIndex = (error: unknown): string | undefined => violated(error, '23505')

/** Name of the foreign key whose other side is gone, or still in use. */
export const violatedReference = (error: unknown): string | undefined => violated(error, '23503')

function violated(error: unknown, state: string): string | undefined {
  for (let e = error as { code?: unknown; constraint?: string; cause?: unknown } | undefined; e; e = e.cause as typeof e) if (e.code === state) return e.constraint
  return undefined
}
