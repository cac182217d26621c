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

interface Session { client: pg.Client; pid: number; lost: AbortSignal }

const probeEveryMs = 1_000
/**
 * A session that does not answer for this long is taken for lost. With the probe's interval and the 3 s that helm gets to end, less
 * than the 9 s after which the job of a worker that is cut off can be somebody else's.
 */
const unansweredMs = 4_000

/**
 * Advisory locks on one session of its own. Postgres frees them when this process dies; when it freezes, the next worker
 * ends its session, and on waking this one finds its locks lost before it can do harm.
 */
export class Locks {
  readonly #connectionString: string
  /** Until the release, also of locks that were lost: a pass that still ends must not meet its successor in this process. */
  readonly #held = new Set<string>()
  #session: Promise<Session> | undefined

  constructor(connectionString: string) { this.#connectionString = connectionString }

  /**
   * Takes the lock, or returns null when this process has it already. Call only with a job in hand: the job engine gives it to
   * one worker at a time, so another session that holds the lock is stale (frozen, cut off) and is ended. Who comes without one
   * says `polite`: it returns null as well when another session has the lock.
   */
  async take(key: string, { polite = false } = {}): Promise<Lock | null> {
    if (this.#held.has(key)) return null
    this.#held.add(key)
    try {
      const session = await this.#open()
      const id = lockId(key)
      if (!(await tryLock(session.client, id))) {
        if (polite) {
          this.#held.delete(key)
          return null
        }
        await session.client.query(`select pg_terminate_backend(pid) from (${holders('$1')}) as stale where pid <> pg_backend_pid()`, [id])
        // Waits for the ended session to let go; bounded by the statement timeout.
        await session.client.query('select pg_advisory_lock($1)', [id])
      }
      session.lost.throwIfAborted()
      return {
        signal: session.lost,
        assertHeld: (tx) => assertHeld(tx, session.pid, id),
        release: async () => {
          // What cannot be unlocked is let go with the whole session; a lost session holds nothing.
          await session.client.query('select pg_advisory_unlock($1)', [id]).catch(() => session.client.end())
          this.#held.delete(key)
        },
      }
    } catch (error) {
      this.#held.delete(key)
      throw error
    }
  }

  async close(): Promise<void> {
    const session = await this.#session?.catch(() => undefined)
    this.#session = undefined
    await session?.client.end()
  }

  #open(): Promise<Session> {
    if (this.#session) return this.#session
    const forget = () => { if (this.#session === opening) this.#session = undefined }
    const opening = openSession(this.#connectionString, forget)
    opening.catch(forget)
    return (this.#session = opening)
  }
}

async function openSession(connectionString: string, onLost: () => void): Promise<Session> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: unansweredMs, statement_timeout: unansweredMs - 1_000, query_timeout: unansweredMs, keepAlive: true })
  const controller = new AbortController()
  const lost = () => {
    clearInterval(probe)
    onLost()
    controller.abort(new Error('The lock session was lost'))
  }
  // A connection that is cut off says nothing by itself: it is asked.
  const probe = setInterval(() => { client.query('select 1').catch(() => {
    void client.end()
    lost()
  }) }, probeEveryMs).unref()
  client.on('error', lost)
  client.on('end', lost)
  try {
    await client.connect()
    const { rows: [row] } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    return { client, pid: row!.pid, lost: controller.signal }
  } catch (error) {
    lost()
    throw error
  }
}

async function tryLock(client: pg.Client, id: string): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [id])
  return rows[0]!.locked
}

/** `database`: a copy of this one on the same server has the same ids, and locks of its own. */
const holders = (id: string): string => `select pid from pg_locks where locktype = 'advisory' and granted and objsubid = 1
  and database = (select oid from pg_database where datname = current_database()) and ((classid::bigint << 32) | objid::bigint) = ${id}::bigint`

async function assertHeld(tx: Transaction, pid: number, id: string): Promise<void> {
  const { rows } = await tx.execute<{ pid: number }>(sql.raw(holders(`'${id}'`)))
  if (rows[0]?.pid !== pid) throw new Error('The lock was lost to another worker')
}

/** A positive 63-bit key, so that its two halves in pg_locks put together are the same number. */
const lockId = (key: string): string => (createHash('sha256').update(key).digest().readBigUInt64BE() >> 1n).toString()
