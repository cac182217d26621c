import pg from 'pg'
import type { Database } from './transaction.ts'

/** A process that freezes inside a transaction would hold its rows for ever; after this long it is rolled back, well before another worker takes over. */
const abandonedMs = 5_000

/** Opens the pool; `max` connections are shared by all requests and passes of this process. */
export function connect(connectionString: string, { max = 20 } = {}): Database & { close(): Promise<void> } {
  const pool = new pg.Pool({ connectionString, max, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 5_000, statement_timeout: 15_000, idle_in_transaction_session_timeout: abandonedMs })
  // A connection that breaks (a restart of the server), idle or at work, is replaced by the pool, and its query fails; without these
  // listeners it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => { client.on('error', () => {}) })
  return { pool, connectionString, close: () => pool.end() }
}
