import { hubNames } from '@hubfleet/core'
import { and, eq, hubs, isNotNull, isNull, or, platformScope, sql, transaction, type Database, type Transaction } from '@hubfleet/database'
import type { Jobs } from '@hubfleet/engine'

/** A burst of changes in a namespace (a class that begins) makes one look at the hub, this much later. */
const calmMs = 1_000
/** A hub that is not ready is looked at almost at once, for somebody waits for it. */
const promptMs = 50

export interface WatchedOptions { database: Database; jobs: Pick<Jobs, 'wake'>; now(): Date; onError(error: unknown): void }

/** Wakes the hubs in whose namespaces a watch saw something change. */
export class Watched {
  readonly #options: WatchedOptions
  readonly #calm: Gathered
  readonly #prompt: Gathered

  constructor(options: WatchedOptions) {
    this.#options = options
    const { onError } = options
    this.#calm = gather(calmMs, (namespaces) => this.#wake(namespaces).catch(onError))
    this.#prompt = gather(promptMs, (namespaces) => this.#wakeUnready(namespaces).catch(onError))
  }

  changed(namespace: string): void {
    this.#calm.add(namespace)
    this.#prompt.add(namespace)
  }

  stop(): void {
    this.#calm.stop()
    this.#prompt.stop()
  }

  /** What a helm that failed wrote itself is no reason to try again sooner. */
  async #wake(namespaces: string[]): Promise<void> {
    const soon = this.#options.now()
    await this.#withIds(namespaces, (tx, ids) =>
      tx.update(hubs).set({ wakeAt: sql`least(coalesce(${hubs.wakeAt}, ${soon}), ${soon})` }).where(and(among(ids), isNull(hubs.deletedAt), or(isNotNull(hubs.wakeAt), eq(hubs.state, 'error')),
        sql`not ${hubs.conditions} @> '[{"reason":"HelmFailed"}]'`)))
  }

  /** Also those over which a pass is now: it may have looked before the change. One that was refused keeps the pace of its tries. */
  async #wakeUnready(namespaces: string[]): Promise<void> {
    await this.#withIds(namespaces, async (tx, ids) => {
      const unready = await tx.select({ id: hubs.id }).from(hubs).where(and(among(ids), isNull(hubs.deletedAt), eq(hubs.paused, false),
        sql`${hubs.conditions} @? '$[*] ? (@.type == "Ready" && @.status != "True")'`,
        sql`not ${hubs.conditions} @? '$[*] ? (@.status != "True" && @.reason != "Waiting" && @.reason != "Drifted")'`))
      for (const { id } of unready.toSorted((a, b) => (a.id < b.id ? -1 : 1))) await this.#options.jobs.wake(tx, { type: 'hub', id })
    })
  }

  /** Names of hubs come from their ids, so the id is found without a search. */
  async #withIds(namespaces: string[], work: (tx: Transaction, ids: string[]) => Promise<unknown>): Promise<void> {
    const ids = namespaces.filter((n) => n.startsWith('hub-')).map((n) => `hub_${n.slice(4)}`).filter((id) => hubNames(id).namespace.length > 4)
    if (ids.length > 0) await transaction(this.#options.database, platformScope, (tx) => work(tx, ids))
  }
}

const among = (ids: string[]) => sql`${hubs.id} = any(${sql.param(ids)})`

interface Gathered { add(name: string): void; stop(): void }

/** Tells the names that were added within so many milliseconds of the first, each once. */
function gather(ms: number, tell: (names: string[]) => void): Gathered {
  const names = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  return {
    add(name) {
      if (stopped) return
      names.add(name)
      timer ??= setTimeout(() => {
        timer = undefined
        const gathered = [...names]
        names.clear()
        tell(gathered)
      }, ms)
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
