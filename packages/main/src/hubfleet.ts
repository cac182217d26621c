import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { newId, systemClock, type Clock } from '@hubfleet/core'
import { billLoader, budgetKeeper, CataloguesInForce, newKey, rollHub, tenantNow, type Control } from '@hubfleet/control'
import { connect, eq, keys, migrate, platformScope, platformTenantId, reseal, startEmbedded, tenants, transaction, type Database } from '@hubfleet/database'
import { Jobs, Listener, migrateJobs } from '@hubfleet/engine'
import { buildServer } from '@hubfleet/server'
import { createLive, Worker } from '@hubfleet/worker'
import { chartStore } from './charts.ts'
import type { Config } from './config.ts'
import { outgoingGuard } from './guard.ts'
import { places } from './places.ts'

export interface RunningHubfleet {
  /** Null for a worker. */
  url: string | null
  database: Database
  /** A new key of a platform admin. */
  newAdminKey(name: string): Promise<string>
  stop(): Promise<void>
}

export interface Log { info(message: string): void; error(message: string, error?: unknown): void }

/** Starts the parts that the role asks for, in the order in which they need each other; `stop` ends them in the reverse one. */
export async function startHubfleet(config: Config, log: Log): Promise<RunningHubfleet> {
  const stack = new AsyncDisposableStack()
  try {
    return await start(config, log, stack)
  } catch (error) {
    await stack.disposeAsync()
    throw error
  }
}

async function start(config: Config, log: Log, stack: AsyncDisposableStack): Promise<RunningHubfleet> {
  await mkdir(config.dataDirectory, { recursive: true })
  const connectionString = config.databaseUrl ?? (await embedded(config, stack))
  const direct = config.directDatabaseUrl ?? connectionString
  await migrate(direct)
  await migrateJobs(direct)
  const pool = connect(connectionString)
  stack.defer(() => pool.close())
  const database: Database = { pool: pool.pool, connectionString: direct }
  const listener = new Listener(direct)
  await listener.start()
  stack.defer(() => listener.close())

  const clock = systemClock
  const works = config.role !== 'api'
  const jobs = new Jobs(database, { worker: works })
  const guard = outgoingGuard(config.allowNetworks)
  const charts = chartStore(database, config, guard)
  const cluster = {
    database, clock, keyRing: config.keyRing, publicUrl: config.publicUrl,
    providers: places({ sandbox: { database, clockOf: virtualClock(database, clock), notifications: listener }, kubernetes: { guard, helm: config.helm } }),
    chartArchive: (digest: string, signal: AbortSignal) => charts.archive(digest, signal),
  }
  const live = createLive(cluster)
  stack.defer(() => live.close())
  const control: Control = { database, jobs, clock, keyRing: config.keyRing, cursorSecret: config.cursorSecret, charts, live, guard, publicUrl: config.publicUrl }
  if (config.adminKey) await adoptAdminKey(database, config.adminKey)
  if (works && Object.keys(config.keyRing.keys).length > 1) {
    log.info(`${await reseal(database, config.keyRing)} secrets were encrypted anew with the key ${config.keyRing.current}; with no older server running, the older keys can be left out of HUBFLEET_SECRET_KEYS`)
  }

  const prices = new CataloguesInForce({ database, onError: (error) => log.error('prices could not be looked up and stay as they were', error) })
  await prices.start(listener)
  stack.defer(() => prices.stop())

  if (works) {
    const worker = new Worker({ ...cluster, jobs, roll: (roll) => rollHub(control, roll), budgets: budgetKeeper(control), guard, ...(config.bills && { bills: { ...config.bills, load: billLoader(control, config.bills.rates) } }), concurrency: config.concurrency, metering: config.metering, prices: config.prices, onError: (error) => log.error('a pass failed and is tried again', error) })
    await worker.start()
    stack.defer(() => worker.stop())
  } else {
    await jobs.start()
    stack.defer(() => jobs.stop())
  }

  let url: string | null = null
  if (config.role !== 'worker') {
    const { requestsPerMinute, trustProxy } = config
    const server = await buildServer({ control, listener, requestsPerMinute, trustProxy, logger: config.logLevel === 'silent' ? false : { level: config.logLevel } })
    await server.listen({ host: config.host, port: config.port })
    stack.defer(() => server.close())
    const { port } = server.server.address() as { port: number }
    url = `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${port}`
  }
  return { url, database, newAdminKey: (name) => newAdminKey(database, name), stop: () => stack.disposeAsync() }
}

async function embedded(config: Config, stack: AsyncDisposableStack): Promise<string> {
  const server = await startEmbedded(join(config.dataDirectory, 'postgres'))
  stack.defer(() => server.stop())
  return server.database('hubfleet')
}

/** A sandbox cluster lives by its owner's clock. */
const virtualClock = (database: Database, clock: Clock) => async (tenantId: string | null): Promise<Clock> => {
  const [row] = await transaction(database, platformScope, (tx) => tx.select({ clockOffsetMs: tenants.clockOffsetMs }).from(tenants).where(eq(tenants.id, tenantId ?? platformTenantId)))
  return { now: () => tenantNow(clock, row ?? { clockOffsetMs: 0 }) }
}

/** What a key of a platform admin has that no other key made. */
const firstKey = () => {
  const id = newId('key')
  return { id, tenantId: platformTenantId, role: 'admin' as const, makers: [], holder: id }
}

async function newAdminKey(database: Database, name: string): Promise<string> {
  const { key, hash, prefix } = newKey()
  await transaction(database, platformScope, (tx) => tx.insert(keys).values({ ...firstKey(), name, hash, prefix }))
  return key
}

/** The key that the installation was given is a platform admin's, from the first start on. */
async function adoptAdminKey(database: Database, key: string): Promise<void> {
  if (!/^hf_.{32,}$/.test(key)) throw new Error('HUBFLEET_ADMIN_KEY must be hf_ and at least 32 random characters. Next step: make one with  node -p "`hf_${crypto.randomBytes(32).toString(`base64url`)}`"')
  const hash = createHash('sha256').update(key).digest('hex')
  await transaction(database, platformScope, (tx) => tx.insert(keys).values({ ...firstKey(), name: 'HUBFLEET_ADMIN_KEY', hash, prefix: key.slice(0, 9) }).onConflictDoNothing())
}
