import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { newKey } from '../../packages/control/src/index.ts'
import { completeHubSpec, newId, strictPolicy } from '../../packages/core/src/index.ts'
import { connect, keys, migrate, platformScope, startEmbedded, tenants, transaction, type Database } from '../../packages/database/src/index.ts'
import { migrateJobs } from '../../packages/engine/src/index.ts'
import { freePorts } from '../processes/ports.ts'
import { startGuarded, type Guarded } from '../processes/guarded.ts'
import { waitFor } from '../processes/wait.ts'

export interface Installation extends AsyncDisposable { database: Database; directory: string }

/** A PostgreSQL with Hubfleet's tables, for a benchmark alone. */
export async function install(): Promise<Installation> {
  const directory = await mkdtemp(join(tmpdir(), 'hubfleet-bench-'))
  const postgres = await startEmbedded(join(directory, 'postgres'))
  const connectionString = await postgres.database('hubfleet')
  await migrate(connectionString)
  await migrateJobs(connectionString)
  const database = connect(connectionString)
  return {
    database, directory,
    async [Symbol.asyncDispose]() {
      await database.close()
      await postgres.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** After much was written: as the database has it after a while. */
export async function settle({ database }: Installation): Promise<void> {
  const client = await database.pool.connect()
  await client.query('set statement_timeout = 0')
  await client.query('vacuum analyze')
  client.release(true)
}

/** A tenant with so many ready hubs; answers a reader's key. */
export async function fillTenant(database: Database, name: string, hubs: number): Promise<{ tenantId: string; key: string }> {
  const tenantId = newId('tenant')
  const { key, hash, prefix } = newKey()
  await transaction(database, platformScope, async (tx) => {
    await tx.insert(tenants).values({ id: tenantId, name, displayName: name, sandbox: true, policy: strictPolicy })
    const id = newId('key')
    await tx.insert(keys).values({ id, holder: id, tenantId, name: 'bench', role: 'reader', hash, prefix })
    await tx.client.query(`insert into clusters (id, tenant_id, name, provider, managed, state, spec) values ($1, $2, 'lab', 'sandbox', true, 'ready', '{"provider":"sandbox"}')`, [`cluster_${name}`, tenantId])
    await tx.client.query(
      `insert into hubs (id, tenant_id, cluster_id, name, state, spec, chart_digest, secrets, observed_generation, created_at)
       select 'hub_' || substr(md5($1 || n), 1, 26), $2, 'cluster_' || $1, 'hub-' || n, 'ready', $3, repeat('0', 64), '', 1, now() - n * interval '1 minute' from generate_series(1, $4::int) as n`,
      [name, tenantId, completeHubSpec({}), hubs])
  })
  await database.pool.query('analyze')
  return { tenantId, key }
}

export interface Server extends AsyncDisposable { url: string }

/** Starts a server as a process of its own, and resolves when it answers. */
export async function serve(installation: Installation, program: string, env: Record<string, string> = {}): Promise<Server> {
  const { url, guarded } = await launch(installation, program, env)
  await waitFor(`${program} to answer`, 60, () => answers(url), [guarded])
  return { url, [Symbol.asyncDispose]: () => guarded.stop() }
}

export const answers = async (url: string): Promise<boolean> => (await fetch(`${url}/healthz`).catch(() => null))?.ok ?? false

/** `PORT` and `HUBFLEET_PORT` tell the program where to listen. */
export async function launch({ database, directory }: Installation, program: string, env: Record<string, string> = {}): Promise<{ url: string; guarded: Guarded }> {
  const [port] = await freePorts(1)
  const settings = {
    PATH: process.env['PATH']!, NODE_ENV: 'production', DATABASE_URL: database.connectionString, HUBFLEET_DATA: join(directory, `data-${port}`), HUBFLEET_SECRET_KEYS: `k1:${Buffer.alloc(32).toString('base64')}`,
    HUBFLEET_LOG: 'silent', HUBFLEET_REQUESTS_PER_MINUTE: '100000000', HUBFLEET_PORT: String(port), PORT: String(port), ...env,
  }
  const guarded = startGuarded(program, [process.execPath, join(import.meta.dirname, '../..', program)], { env: settings, log: join(directory, `${port}.log`) })
  return { url: `http://127.0.0.1:${port}`, guarded }
}

export interface Ask { url: string; method?: 'GET' | 'POST'; body?: string }

/** Requests per second of ten connections, for so long. Throws when an answer was anything but a success. */
export async function load(ask: string | Ask, key: string, seconds: number): Promise<number> {
  const request = typeof ask === 'string' ? { url: ask } : ask
  const headers = { authorization: `Bearer ${key}`, ...(request.body !== undefined && { 'content-type': 'application/json' }) }
  const result = await autocannon({ ...request, connections: 10, duration: seconds, headers })
  if (result.errors || result.non2xx || !result['2xx']) throw new Error(`${request.url}: ${result.errors} errors, ${result.non2xx} refusals`)
  return result.requests.average
}
