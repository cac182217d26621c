import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { execute, operationId, verbs, type Control, type Outcome } from '../../packages/control/src/index.ts'
import { noLive } from '../../packages/control/src/testing-live.ts'
import { hubNames, newId, strictPolicy, systemClock } from '../../packages/core/src/index.ts'
import { charts, eq, events, hubs, operations, platformScope, sandboxClusters, tenants, transaction, type Database, type HubRow, type OperationRow } from '../../packages/database/src/index.ts'
import { Jobs } from '../../packages/engine/src/index.ts'
import { advance } from '../../packages/providers/src/sandbox/advance.ts'
import type { SandboxCluster } from '../../packages/providers/src/sandbox/state.ts'
import { startGuarded } from '../processes/guarded.ts'
import { waitFor } from '../processes/wait.ts'
import { clockOf, keyRing, testChart } from './fixtures.ts'

interface Teardown { teardown(work: () => Promise<unknown>): void }

export interface WorkerProcess { name: string; pid: number; running(): boolean; signal(name: NodeJS.Signals): void; tail(): Promise<string> }

export interface Fault { act: string; moment: 'before' | 'after' | '*'; signal: 'SIGKILL' | 'SIGSTOP' }

export type Fleet = Awaited<ReturnType<typeof startFleet>>

/** An installation with a sandbox cluster, called in this process and worked for by worker processes that the test starts. */
export async function startFleet(t: Teardown, database: Database) {
  const all = <T extends object>(query: string, values: unknown[] = []) => transaction(database, platformScope, async (tx) => (await tx.client.query<T>(query, values)).rows)
  await database.pool.query(`
    create table acts (id serial primary key, worker text, act text, namespace text, began timestamptz default clock_timestamp(), ended timestamptz, outcome text);
    create table faults (id serial primary key, act text, moment text, signal text);
    create table struck (fault int, act text, moment text, generation int);
    create unique index struck_once on struck (fault, act, moment, coalesce(generation, 0));
    create table workers (name text, pid int, struck_at timestamptz, struck_by text)`)
  const jobs = new Jobs(database, { worker: false })
  await jobs.start()
  t.teardown(() => jobs.stop())
  const tenantId = newId('tenant')
  await transaction(database, platformScope, async (tx) => {
    await tx.insert(tenants).values({ id: tenantId, name: 'physics', displayName: 'Physics', sandbox: true, policy: strictPolicy })
    await tx.insert(charts).values(testChart)
  })
  const control: Control = { database, jobs, clock: systemClock, keyRing, cursorSecret: new Uint8Array(32), charts: { find: async () => ({ ...testChart, fetchedAt: new Date() }) }, live: noLive, guard: async () => {}, publicUrl: null }
  const caller = { principal: 'key_test', tenantId, tenantName: 'physics', role: 'admin' as const, requestId: 'req_test', reason: 'api' as const }

  async function call(name: string, input: unknown, ref: { hub?: string; operation?: string } = {}, idempotencyKey?: string): Promise<Outcome> {
    return execute(control, verbs.find((verb) => operationId(verb) === name)!, { caller, params: { tenant: 'physics', ...ref }, input, idempotencyKey })
  }
  /** Calls a verb that answers with an operation. */
  async function start(...args: Parameters<typeof call>): Promise<OperationRow> {
    const outcome = await call(...args)
    if (outcome.kind !== 'operation') throw new Error(`${args[0]} answered no operation`)
    return outcome.operation
  }
  const operation = async (id: string): Promise<OperationRow> => (await transaction(database, platformScope, (tx) => tx.select().from(operations).where(eq(operations.id, id))))[0]!
  const hub = async (id: string): Promise<HubRow> => (await transaction(database, platformScope, (tx) => tx.select().from(hubs).where(eq(hubs.id, id))))[0]!

  /** Waits for the end of an operation; virtual time flies meanwhile. */
  async function ended({ id, kind }: OperationRow, seconds = 60): Promise<OperationRow> {
    let looks = 0
    return waitFor(`the end of ${kind}`, seconds, async () => {
      const row = await operation(id)
      if (row.finishedAt) return row
      if (++looks % 5 === 0) await call('tenantAdvance', { seconds: 3 })
      return undefined
    }).catch(async (error: unknown) => {
      const { state, steps, attempt, lastError } = await operation(id)
      throw new Error(`${String(error)}: ${JSON.stringify({ state, steps, attempt, lastError })}\n${(await Promise.all(workers.map((w) => w.tail()))).join('\n')}`)
    })
  }

  const workers: WorkerProcess[] = []
  const logs = await mkdtemp(join(tmpdir(), 'hubfleet-durability-'))
  async function startWorker(connectionString = database.connectionString): Promise<WorkerProcess> {
    const name = `worker-${workers.length + 1}`
    const env = { PATH: process.env['PATH']!, WORKER: name, TEST_DATABASE: connectionString }
    const guarded = startGuarded(name, [process.execPath, join(import.meta.dirname, 'worker.ts')], { env, log: join(logs, `${name}.log`) })
    t.teardown(() => guarded.stop())
    const { pid } = await waitFor(`the start of ${name}`, 30, async () => (await all<{ pid: number }>('select pid from workers where name = $1', [name]))[0], [guarded])
    const worker = { name, pid, running: guarded.running, tail: guarded.tail, signal: (signal: NodeJS.Signals) => { process.kill(pid, signal) } }
    workers.push(worker)
    return worker
  }
  // A frozen process would not hear that it is to end.
  t.teardown(async () => { for (const worker of workers) if (worker.running()) worker.signal('SIGCONT') })

  const strike = (fault: Fault) => all('insert into faults (act, moment, signal) values ($1, $2, $3)', [fault.act, fault.moment, fault.signal])
  const struck = () => all<{ name: string; struck_at: Date }>('select name, struck_at from workers where struck_at is not null order by struck_at')

  /** What the sandbox has of the hub, without times, and without the servers that people start by themselves while it runs; null when nothing is left. */
  async function world(id: string) {
    const [row] = await transaction(database, platformScope, (tx) => tx.select({ state: sandboxClusters.state }).from(sandboxClusters))
    const cluster = row!.state as SandboxCluster
    advance(cluster, (await clockOf(database)(tenantId)).now().getTime())
    const found = cluster.hubs[hubNames(id).namespace]
    return found ? { release: found.release && { status: found.release.status, revision: found.release.revision, seats: found.release.seats }, servers: found.release ? null : found.servers.length, database: found.database !== null } : null
  }
  const eventTypes = async (subject: string) => (await transaction(database, platformScope, (tx) => tx.select({ type: events.type }).from(events).where(eq(events.subject, subject)).orderBy(events.id))).map(({ type }) => type)
  const acts = (namespace: string) => all<{ worker: string; act: string; began: Date; ended: Date | null; outcome: string | null }>('select * from acts where namespace = $1 order by id', [namespace])

  const pools = [{ name: 'core', purpose: 'core', machineType: 'sandbox-small', min: 2, max: 20 }, { name: 'user', purpose: 'user', machineType: 'sandbox-medium', min: 2, max: 10 }]
  const makeCluster = async () => ended(await start('clusterCreate', { name: 'lab', provider: 'sandbox', region: 'sandbox-north', pools }))
  const createHub = (name: string, spec: object = {}, idempotencyKey?: string) => start('hubCreate', { name, cluster: 'lab', spec }, {}, idempotencyKey)

  return { database, all, call, start, operation, hub, ended, workers, startWorker, strike, struck, world, eventTypes, acts, makeCluster, createHub }
}
