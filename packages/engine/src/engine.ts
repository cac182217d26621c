import type { Clock } from '@hubfleet/core'
import type { Database } from '@hubfleet/database'
import { sequenceEvents } from './events.ts'
import { forgetAnswers, forgetDeliveries, forgetEvents, forgetPlans } from './housekeeping.ts'
import { Jobs, type Job } from './jobs.ts'
import { Locks } from './locks.ts'
import { reconcile, type Reconciler } from './reconcile.ts'
import { wakeDue } from './waker.ts'

const beatMs = 500
const beatsBetweenCleanings = 600

export interface EngineOptions {
  database: Database
  jobs: Jobs
  clock: Clock
  reconcilers: Record<Job['type'], Reconciler<never>>
  /** Passes at the same time. */
  concurrency?: number
  /** Webhooks that are sent to at the same time. */
  deliveries?: number
  /** What else is done every five minutes; each by itself quick and harmless to repeat. */
  chores?: readonly (() => Promise<unknown>)[]
  onError(error: unknown, job?: Job): void
}

/** Runs what was promised: passes over the targets that were woken, due times, and the positions of events. */
export class Engine {
  readonly #options: EngineOptions
  readonly #locks: Locks
  readonly #stopped = new AbortController()
  #beating: Promise<void> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined
  #beats = 0

  constructor(options: EngineOptions) {
    this.#options = options
    this.#locks = new Locks(options.database.connectionString)
  }

  async start(): Promise<void> {
    const { jobs, concurrency = 8, deliveries = 8 } = this.#options
    await jobs.start()
    await jobs.work('reconcile', concurrency, (job, signal) => this.#handle(job, signal))
    await jobs.work('deliver', deliveries, (job, signal) => this.#handle(job, signal))
    this.#beat()
  }

  /** Lets the passes that run end, or cuts them after 10 s; they are safe to cut. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    this.#stopped.abort(new Error('The worker stops'))
    await this.#beating
    await this.#options.jobs.stop()
    await this.#locks.close()
  }

  async #handle(job: Job, signal: AbortSignal): Promise<void> {
    const { database, clock, reconcilers, onError } = this.#options
    const either = AbortSignal.any([signal, this.#stopped.signal])
    try {
      const ran = await reconcile({ database, clock, locks: this.#locks }, reconcilers[job.type] as Reconciler<unknown>, job, either)
      if (!ran) throw new Error(`${job.type} ${job.id} is still being worked on`)
    } catch (error) {
      if (!either.aborted) onError(error, job)
      throw error // the queue tries again
    }
  }

  /** Twice a second: due times and new events; every five minutes: what nobody needs any more. An error (the database restarts) waits for the next beat. */
  #beat(): void {
    const { database, jobs, clock, chores = [], onError } = this.#options
    this.#beating = (async () => {
      while ((await sequenceEvents(database, clock.now())) === 1000) continue
      await wakeDue(database, jobs, clock.now())
      if (this.#beats++ % beatsBetweenCleanings === 0) {
        await forgetAnswers(database)
        await forgetPlans(database)
        await forgetDeliveries(database)
        await forgetEvents(database)
        for (const chore of chores) await chore()
      }
    })().catch(onError)
    void this.#beating.then(() => { if (!this.#stopped.signal.aborted) this.#timer = setTimeout(() => this.#beat(), beatMs) })
  }
}

