import { hubNames, type Clock } from '@hubfleet/core'
import { and, eq, hubs, isNotNull, isNull, or, platformScope, sql, transaction, type Database, type KeyRing } from '@hubfleet/database'
import { Engine, type Jobs } from '@hubfleet/engine'
import type { Chart, Provider } from '@hubfleet/providers'
import { clusterReconciler } from './cluster/reconciler.ts'
import { Handles } from './handles.ts'
import { hubReconciler } from './hub/reconciler.ts'

export interface WorkerOptions {
  database: Database
  jobs: Jobs
  clock: Clock
  keyRing: KeyRing
  providers: readonly Provider[]
  chartArchive(digest: string, signal: AbortSignal): Promise<Chart>
  concurrency?: number
  onError(error: unknown): void
}

/** A burst of changes in a namespace (a class that begins) makes one look at the hub, this much later. */
const calmMs = 1_000

/** All that a worker does: hubs and clusters, and the watches that wake them. */
export class Worker {
  readonly #engine: Engine
  readonly #handles: Handles
  readonly #changed = new Set<string>()
  #timer: NodeJS.Timeout | undefined
  readonly #options: WorkerOptions

  constructor(options: WorkerOptions) {
    this.#options = options
    const { database, jobs, clock, keyRing, providers, chartArchive, concurrency, onError } = options
    this.#handles = new Handles({ providers, keyRing, onError, changed: (_cluster, namespace) => this.#note(namespace) })
    const handles = this.#handles
    this.#engine = new Engine({
      database, jobs, clock, onError, ...(concurrency && { concurrency }),
      reconcilers: {
        hub: hubReconciler({ database, clock, keyRing, handles, chartArchive }),
        cluster: clusterReconciler({ database, handles, wakeHubs: (id) => this.#wakeHubs(id) }),
      } as unknown as ConstructorParameters<typeof Engine>[0]['reconcilers'],
    })
  }

  start(): Promise<void> { return this.#engine.start() }

  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#engine.stop()
    await this.#handles.close()
  }

  #note(namespace: string): void {
    this.#changed.add(namespace)
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      const names = [...this.#changed]
      this.#changed.clear()
      this.#wake(names).catch(this.#options.onError)
    }, calmMs)
  }

  /** Names of hubs come from their ids, so the id is found without a search. */
  async #wake(namespaces: string[]): Promise<void> {
    const ids = namespaces.filter((n) => n.startsWith('hub-')).map((n) => `hub_${n.slice(4)}`).filter((id) => hubNames(id).namespace.length > 4)
    if (ids.length === 0) return
    const soon = this.#options.clock.now()
    await transaction(this.#options.database, platformScope, (tx) =>
      tx.update(hubs).set({ wakeAt: sql`least(coalesce(${hubs.wakeAt}, ${soon}), ${soon})` }).where(and(sql`${hubs.id} = any(${sql.param(ids)})`, isNull(hubs.deletedAt), or(isNotNull(hubs.wakeAt), eq(hubs.state, 'error')))))
  }

  async #wakeHubs(clusterId: string): Promise<void> {
    const soon = this.#options.clock.now()
    await transaction(this.#options.database, platformScope, (tx) =>
      tx.update(hubs).set({ wakeAt: soon }).where(and(eq(hubs.clusterId, clusterId), isNull(hubs.deletedAt), isNotNull(hubs.wakeAt))))
  }
}
