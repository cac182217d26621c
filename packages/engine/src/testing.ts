/** What the tests of the engine, and of what stands on it, share. */
import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { createServer, connect as dial, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '@hubfleet/core'
import type { OperationRow } from '@hubfleet/database'
import { testDatabase } from '@hubfleet/database/testing'
import { migrateJobs } from './jobs.ts'

interface Teardown { teardown(handler: () => Promise<unknown>): void }

/** A database of the test's own that has the job engine's tables. */
export const jobsDatabase = (t: Teardown) => testDatabase(t, { name: 'jobs', prepare: migrateJobs })

/** Looks every 20 ms until `condition` answers something truthy; throws after `seconds`. */
export async function until<T>(what: string, condition: () => T | Promise<T>, seconds = 20): Promise<NonNullable<T>> {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await pause(20)) {
    const answer = await condition()
    if (answer) return answer
  }
  throw new Error(`${what}: not within ${seconds} s`)
}

export const operationRow = (over: Partial<OperationRow> = {}): OperationRow => ({
  id: newId('op'), tenantId: 'tenant_test', kind: 'hub.update', targetType: 'hub', targetId: 'hub_test', generation: 1, state: 'queued', input: {}, steps: [], progress: { percent: 0, message: '' },
  attempt: 0, lastError: null, error: null, result: null, supersededBy: null, requestedBy: 'key_test', reason: 'api', cancelRequested: false,
  createdAt: new Date('2026-03-02T08:00:00Z'), startedAt: null, finishedAt: null, deadlineAt: new Date('2026-03-02T09:00:00Z'), ...over,
})

/** A way to PostgreSQL on a unix socket that can be cut as by a firewall: nothing gets through any more, and nobody is told. */
export async function cuttable(t: Teardown, connectionString: string): Promise<{ connectionString: string; cut(): void }> {
  const real = new URL(connectionString.replace('@/', '@socket/')).searchParams.get('host')!
  const directory = join(tmpdir(), `hubfleet-cut-${randomBytes(6).toString('hex')}`)
  await mkdir(directory)
  const sockets = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = dial({ path: join(real, '.s.PGSQL.5432'), allowHalfOpen: true })
    for (const [from, to] of [[near, far], [far, near]] as const) {
      sockets.add(from)
      from.on('error', () => {}).on('close', () => to.destroy()).pipe(to)
    }
  })
  await new Promise<void>((resolve) => server.listen(join(directory, '.s.PGSQL.5432'), resolve))
  t.teardown(async () => {
    server.close()
    for (const socket of sockets) socket.destroy()
    await rm(directory, { recursive: true, force: true })
  })
  let cutOff = false
  server.on('connection', (near) => { if (cutOff) near.pause().unpipe() })
  return {
    connectionString: connectionString.replace(encodeURIComponent(real), encodeURIComponent(directory)),
    cut: () => {
      cutOff = true
      for (const socket of sockets) socket.unpipe().pause()
    },
  }
}
