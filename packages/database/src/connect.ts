import pg from 'pg'
import type { Database } from './transaction.ts'

/** Opens the pool; `max` connections are shared by all requests and passes of this process. */
export function connect(connectionString: string, { max = 20 } = {}): Database & { close(): Promise<void> } {
  const pool = new pg.Pool({ connectionString, max, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 5_000, statement_timeout: 15_000 })
  // An idle connection that breaks (a restart of the server) is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  return { pool, connectionString, close: () => pool.end() }
}
