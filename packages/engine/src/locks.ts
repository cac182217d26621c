import { createHash } from 'node:crypto'
import { sql, type Transaction } from '@hubfleet/database'
import pg from 'pg'

/** Held while a pass may touch the world. `signal` aborts when the lock is lost: then stop, somebody else works. */
export interface Lock {
  signal: AbortSignal
  /** Throws when the lock was lost, as the database sees it: a worker that froze and woke up must not write what it saw before. */
  assertHeld(tx: Transaction): Promise<void>
  release(): Promise<void>
}

/**
 * Advisory locks on one session of its own. Postgres frees them when this process dies; when it freezes, the next worker
 * ends its session, and on waking this one finds its locks lost before it can do harm.
 */
export class Locks {
  readonly #connectionString: string
  readonly #held = new Map<string, AbortController>()
  #client: Promise<pg.Client> | undefined

  constructor(connectionString: string) { this.#connectionString = connectionString }

  /**
   * Takes the lock, or returns null when this process has it already. Call only with a job in hand: the job engine gives it to
   * one worker at a time, so another session that holds the lock is stale (frozen, cut off) and is ended.
   */
  async take(key: string): Promise<Lock | null> {
    if (this.#held.has(key)) return null
    const controller = new AbortController()
    this.#held.set(key, controller)
    try {
      const client = await this.#session()
      const id = lockId(key)
      if (!(await tryLock(client, id))) {
        await client.query(
          `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted and pid <> pg_backend_pid()
             and ((classid::bigint << 32) | objid::bigint) = $1::bigint and objsubid = 1`, [id])
        // Waits for the ended session to let go; bounded by the pool's statement timeout.
        await client.query('select pg_advisory_lock($1)', [id])
      }
      controller.signal.throwIfAborted()
      return {
        signal: controller.signal,
        assertHeld: (tx) => assertHeld(tx, (client as pg.Client & { processID: number }).processID, id),
        release: () => this.#release(client, key, id),
      }
    } catch (error) {
      this.#held.delete(key)
      throw error
    }
  }

  async close(): Promise<void> {
    const client = await this.#client?.catch(() => undefined)
    this.#client = undefined
    await client?.end()
  }

  async #release(client: pg.Client, key: string, id: string): Promise<void> {
    if (!this.#held.delete(key)) return
    await client.query('select pg_advisory_unlock($1)', [id]).catch(() => {}) // a lost session holds nothing
  }

  #session(): Promise<pg.Client> {
    return (this.#client ??= this.#open().catch((error: unknown) => {
      this.#client = undefined
      throw error
    }))
  }

  async #open(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.#connectionString, statement_timeout: 10_000, keepAlive: true })
    const lost = () => {
      this.#client = undefined
      for (const controller of this.#held.values()) controller.abort(new Error('The lock session was lost'))
      this.#held.clear()
    }
    client.on('error', lost)
    client.on('end', lost)
    await client.connect()
    return client
  }
}

async function tryLock(client: pg.Client, id: string): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [id])
  return rows[0]!.locked
}

const holders = (id: string) => sql`select pid from pg_locks where locktype = 'advisory' and granted and objsubid = 1 and ((classid::bigint << 32) | objid::bigint) = ${id}::bigint`

async function assertHeld(tx: Transaction, pid: number, id: string): Promise<void> {
  const { rows } = await tx.execute<{ pid: number }>(holders(id))
  if (rows[0]?.pid !== pid) throw new Error('The lock was lost to another worker')
}

/** A positive 63-bit key, so that its two halves in pg_locks put together are the same number. */
const lockId = (key: string): string => (createHash('sha256').update(key).digest().readBigUInt64BE() >> 1n).toString()
