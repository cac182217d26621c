import { platformScope, transaction } from '@hubfleet/database'
import { rollBilledDay } from './billed-day.ts'
import { pageOfDue, type Due, type DueGrain } from './due.ts'
import { rollHour, type HourOptions } from './hour.ts'
import { rollPeriod } from './period.ts'

export interface RollupsOptions extends HourOptions { onError(error: unknown): void }

const beatMs = 5_000
const pageSize = 100

/** Computes what is due of cost and usage: hours, what they were billed, then days of them, then months. Any number of workers may do so at once. */
export class Rollups {
  readonly #options: RollupsOptions
  #beating: Promise<void> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined
  #stopped = false

  constructor(options: RollupsOptions) { this.#options = options }

  start(): void {
    this.#beating = this.rollDue().then(() => {}, this.#options.onError)
    void this.#beating.then(() => { if (!this.#stopped) this.#timer = setTimeout(() => this.start(), beatMs) })
  }

  /** What is under way ends first; what is left is due still. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#beating
  }

  /** Everything that is due now; answers how many periods were computed. One that fails is told, keeps nobody from the others, and is due still. */
  async rollDue(): Promise<number> {
    const failed = new Set<string>()
    let all = 0
    for (const grain of ['hour', 'bill', 'day', 'month'] as const) {
      // An hour that is computed may make the next one due.
      for (let done = await this.#walk(grain, failed); done > 0; done = grain === 'hour' ? await this.#walk(grain, failed) : 0) all += done
    }
    return all
  }

  /** Once through what is due, page by page. */
  async #walk(grain: DueGrain, failed: Set<string>): Promise<number> {
    const { database, now } = this.#options
    let done = 0
    let page: Due[]
    let last: Due | null = null
    do {
      page = await transaction(database, platformScope, (tx) => pageOfDue(tx, grain, now(), last, pageSize))
      last = page.at(-1) ?? null
      // In an order of each worker's own: so those that begin together are soon apart.
      for (const due of page.toSorted(() => Math.random() - 0.5)) {
        if (this.#stopped) return done
        if (await this.#roll(due, failed)) done++
      }
    } while (page.length === pageSize)
    return done
  }

  async #roll(due: Due, failed: Set<string>): Promise<boolean> {
    const key = `${due.grain} ${due.ofId} ${due.start.toISOString()}`
    if (failed.has(key)) return false
    try {
      return await this.#compute(due)
    } catch (error) {
      failed.add(key)
      this.#options.onError(error)
      return false
    }
  }

  #compute(due: Due): Promise<boolean> {
    if (due.grain === 'hour') return rollHour(this.#options, due)
    return due.grain === 'bill' ? rollBilledDay(this.#options.database, due) : rollPeriod(this.#options.database, { ...due, grain: due.grain })
  }
}
