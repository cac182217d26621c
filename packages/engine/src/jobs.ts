import { PgBoss, fromDrizzle, type ConstructorOptions } from 'pg-boss'
import { sql, type Database, type Transaction } from '@hubfleet/database'

/** What is worked on: a hub or cluster whose wanted state may differ from the world, a plan that is to be made, the culling of a hub, whose next round is due, a credential that is to be checked, the metering of a cluster, a budget, the prices of a cloud, which are to be refreshed, or a webhook to which events are to be sent. */
export interface Job { type: 'hub' | 'cluster' | 'plan' | 'culling' | 'credential' | 'metering' | 'budget' | 'catalogue' | 'webhook'; id: string }

/** What waits for receivers of events has places of its own: however slow they are, hubs do not wait for them. */
export type Queue = 'reconcile' | 'deliver'
const queues: readonly Queue[] = ['reconcile', 'deliver']
const queueOf = ({ type }: Job): Queue => (type === 'webhook' ? 'deliver' : 'reconcile')

/** A job never runs out of tries and is never too old: it is the only note that a target waits. */
const settings = {
  policy: 'singleton', notify: true, heartbeatSeconds: 10, expireInSeconds: 7200, retryLimit: 1_000_000, retryDelay: 1, retryBackoff: true, retryDelayMax: 60, retentionSeconds: 315_360_000,
} as const

/** Brings the job engine's own tables to its version. */
export async function migrateJobs(connectionString: string): Promise<void> {
  const boss = new PgBoss({ connectionString, supervise: false, schedule: false, useListenNotify: false, max: 1 })
  boss.on('error', () => {})
  await boss.start()
  for (const queue of queues) if (!(await boss.getQueue(queue))) await boss.createQueue(queue, settings)
  await boss.stop({ graceful: false })
}

/**
 * The queue of targets. There is at most one pending job beside one that runs per target, so that a wake-up during a pass makes
 * exactly one more pass.
 */
export class Jobs {
  readonly #boss: PgBoss

  constructor(database: Database, { worker }: { worker: boolean }) {
    const options: ConstructorOptions = { connectionString: database.connectionString, migrate: false, schedule: false, max: worker ? 8 : 2, supervise: worker, useListenNotify: worker }
    if (worker) Object.assign(options, { superviseIntervalSeconds: 2, monitorIntervalSeconds: 2 })
    this.#boss = new PgBoss(options)
    this.#boss.on('error', () => {}) // it retries by itself; readiness is judged by our own queries
  }

  async start(): Promise<void> { await this.#boss.start() }

  /**
   * Wakes a target, in the caller's transaction. Call it last: it holds the job's row until the commit. `upsert`, not `send`:
   * `send` would drop the wake-up when a worker takes the pending job while this transaction is still open. What somebody asked for
   * just now (`asked`) comes before what is merely due again.
   */
  async wake(tx: Transaction, job: Job, { asked = false } = {}): Promise<void> {
    // At once, also where the database's clock is behind ours, and where a failed job waits for its next try. Never further back:
    // the job engine counts a job's retention from here.
    const startAfter = new Date(Date.now() - 60_000)
    await this.#boss.upsert(queueOf(job), job, { singletonKey: `${job.type}:${job.id}`, startAfter, ...(asked && { priority: 1 }), db: fromDrizzle(tx, sql) })
  }

  /**
   * Works on the jobs of a queue, `concurrency` at a time. The signal aborts when the job was given to another worker. A heartbeat each second:
   * the job of a worker that freezes is nobody else's for 9 s, by when the guard of its helm has ended it.
   */
  async work(queue: Queue, concurrency: number, handle: (job: Job, signal: AbortSignal) => Promise<void>): Promise<void> {
    await this.#boss.work<Job>(queue, { localConcurrency: concurrency, heartbeatRefreshSeconds: 1, notifyPollingIntervalSeconds: 2, pollingIntervalSeconds: 2, burstWhenReadyExceeds: 1 },
      async ([job]) => { await handle(job!.data, job!.signal) })
  }

  async stop(): Promise<void> { await this.#boss.stop({ graceful: true, timeout: 10_000 }) }
}
