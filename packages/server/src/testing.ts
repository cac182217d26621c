/** A server over a database of its own, for tests: two sandbox tenants, a key per role, a ready cluster. */
import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import { newKey, type Control, type Live } from '@hubfleet/control'
import { noLive } from '@hubfleet/control/testing'
import { newId, strictPolicy } from '@hubfleet/core'
import { charts, clusters, eq, keys, operations, platformScope, platformTenantId, tenants, transaction, type ChartRow, type Database, type Role } from '@hubfleet/database'
import { testDatabase } from '@hubfleet/database/testing'
import { announce, Jobs, Listener, migrateJobs } from '@hubfleet/engine'
import { buildServer, type ServerOptions } from './server.ts'

export type Who = 'nobody' | 'stranger' | 'reader' | 'operator' | 'admin' | 'platformReader' | 'platformAdmin'

export interface World {
  app: FastifyInstance
  control: Control
  database: Database
  /** The key of each caller; `stranger` is the admin of another tenant. */
  keys: Record<Exclude<Who, 'nobody'>, string>
  keyIds: Record<Exclude<Who, 'nobody'>, string>
  /** Moves the clock of the server. */
  advance(ms: number): void
  request(who: Who, method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT', url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  graphql(who: Who, query: string, variables?: unknown): Promise<Answer>
}

export interface Answer { status: number; headers: Record<string, string | undefined>; body: any }

/** The tenant is named `physics`, the stranger's `chemistry`; the cluster of physics is `lab`. */
export async function testWorld(t: Test, { live = {}, ...options }: Partial<ServerOptions> & { live?: Partial<Live> } = {}): Promise<World> {
  const database = await testDatabase(t, { name: 'jobs', prepare: migrateJobs })
  const jobs = new Jobs(database, { worker: false })
  await jobs.start()
  const listener = new Listener(database.connectionString)
  let ahead = 0
  const chart = testChart()
  const control: Control = {
    database, jobs, clock: { now: () => new Date(Date.now() + ahead) }, keyRing: { current: 'test', keys: { test: new Uint8Array(32) } }, cursorSecret: new Uint8Array(32),
    charts: { find: async () => chart }, live: { ...noLive, ...live }, guard: async () => {}, publicUrl: 'https://hubfleet.test',
  }
  const app = await buildServer({ control, listener, requestsPerMinute: 100_000, ...options })
  await listener.start()
  await app.ready()
  t.teardown(async () => {
    await app.close()
    await listener.close()
    await jobs.stop()
  })
  const made = await populate(database, chart)

  const request: World['request'] = async (who, method, url, body, headers = {}) => {
    const response = await app.inject({
      method, url, headers: { ...(who !== 'nobody' && { authorization: `Bearer ${made.keys[who]}` }), ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const json = /json/.test(String(response.headers['content-type']))
    return { status: response.statusCode, headers: response.headers as Answer['headers'], body: json ? response.json() : response.body }
  }
  return { app, control, database, ...made, advance: (ms) => { ahead += ms }, request, graphql: (who, query, variables) => request(who, 'POST', '/graphql', { query, variables }) }
}

async function populate(database: Database, chart: ChartRow): Promise<Pick<World, 'keys' | 'keyIds'>> {
  const texts = {} as World['keys']
  const ids = {} as World['keyIds']
  await transaction(database, platformScope, async (tx) => {
    const [physics, chemistry] = [newId('tenant'), newId('tenant')]
    await tx.insert(tenants).values([[physics, 'physics'], [chemistry, 'chemistry']].map(([id, name]) => ({ id: id!, name: name!, displayName: name!, sandbox: true, policy: strictPolicy })))
    const callers: [keyof World['keys'], string, Role][] = [['stranger', chemistry, 'admin'], ['reader', physics, 'reader'], ['operator', physics, 'operator'], ['admin', physics, 'admin'], ['platformReader', platformTenantId, 'reader'], ['platformAdmin', platformTenantId, 'admin']]
    for (const [who, tenantId, role] of callers) {
      const { key, hash, prefix } = newKey()
      texts[who] = key
      ids[who] = newId('key')
      await tx.insert(keys).values({ id: ids[who], holder: ids[who], tenantId, name: who, role, hash, prefix })
    }
    await tx.insert(charts).values(chart)
    const pools = [{ name: 'core', purpose: 'core', machineType: 'sandbox-small', min: 1, max: 3 }, { name: 'users', purpose: 'user', machineType: 'sandbox-medium', min: 0, max: 10 }]
    await tx.insert(clusters).values({ id: newId('cluster'), tenantId: physics, name: 'lab', provider: 'sandbox', managed: true, state: 'ready', spec: { provider: 'sandbox', pools } })
  })
  return { keys: texts, keyIds: ids }
}

const testChart = (): ChartRow => ({
  digest: '0'.repeat(64), source: 'test', name: 'jupyterhub', version: '4.4.0', appVersion: '5.4.0', kubeVersion: '>=1.28.0-0', schema: {}, fetchedAt: new Date('2026-01-01T00:00:00Z'),
})

/** Ends an operation as a worker would. */
export async function endOperation(world: World, id: string, targetId: string): Promise<void> {
  await transaction(world.database, platformScope, async (tx) => {
    await tx.update(operations).set({ state: 'succeeded', finishedAt: new Date() }).where(eq(operations.id, id))
    await announce(tx, targetId)
  })
}

/** Where the server listens. */
export const address = (world: World): string => {
  const at = world.app.server.address()
  if (!at || typeof at === 'string') throw new Error('not listening')
  return `http://127.0.0.1:${at.port}`
}
