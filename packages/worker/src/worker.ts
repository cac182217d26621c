import type { BudgetKeeper, LoadBill, Roll } from '@hubfleet/control'
import type { Clock } from '@hubfleet/core'
import { and, catalogues, eq, hubs, isNotNull, isNull, platformScope, transaction, type Database, type KeyRing } from '@hubfleet/database'
import { Engine, type Jobs } from '@hubfleet/engine'
import type { Chart, Provider } from '@hubfleet/providers'
import { BillFolder } from './bills/folder.ts'
import { budgetReconciler } from './budgets/reconciler.ts'
import { clusterReconciler } from './cluster/reconciler.ts'
import { credentialReconciler } from './credential/reconciler.ts'
import { cullingReconciler } from './culling/reconciler.ts'
import { Handles } from './handles.ts'
import { hubReconciler } from './hub/reconciler.ts'
import { catalogueReconciler } from './prices/reconciler.ts'
import { defaultPrices, type PriceSettings } from './prices/settings.ts'
import { planReconciler } from './plan/reconciler.ts'
import { meteringReconciler } from './metering/reconciler.ts'
import { retention } from './metering/retention.ts'
import { defaultMetering, type MeteringSettings } from './metering/settings.ts'
import { Rollups } from './rollups/rollups.ts'
import { Watched } from './watched.ts'
import { webhookReconciler } from './webhooks/reconciler.ts'

export interface WorkerOptions {
  database: Database
  jobs: Jobs
  clock: Clock
  keyRing: KeyRing
  /** The issuer of the tokens that clouds are shown; null, as without it: there is none. */
  publicUrl?: string | null
  providers: readonly Provider[]
  chartArchive(digest: string, signal: AbortSignal): Promise<Chart>
  concurrency?: number
  metering?: Partial<MeteringSettings>
  prices?: Partial<PriceSettings>
  /** Moves a hub to an image that was built for it. */
  roll?(roll: Roll): Promise<void>
  /** Judges the addresses that events are sent to; without it none is sent. */
  guard?(host: string, options?: { unencrypted?: boolean }): Promise<void>
  /** How budgets ask and act. */
  budgets?: BudgetKeeper
  /** The folder of bills, and how one is loaded; without it there is none. */
  bills?: { folder: string; everySeconds: number; load: LoadBill }
  onError(error: unknown): void
}

const unable = async (): Promise<never> => { throw new Error('This worker was not given how to keep budgets') }
const sendsNone = async (): Promise<never> => { throw new Error('This worker was not given a guard of outgoing addresses') }
const keepsNone: BudgetKeeper = { spend: unable, enforce: unable }

/** All that a worker does: hubs, clusters and credentials, the culling of hubs, the watches that wake them, the metering of clusters, and what is made of what was measured. */
export class Worker {
  readonly #engine: Engine
  readonly #handles: Handles
  readonly #watched: Watched
  readonly #rollups: Rollups
  readonly #bills: BillFolder | null
  readonly #options: WorkerOptions

  constructor(options: WorkerOptions) {
    this.#options = options
    const { database, jobs, clock, keyRing, publicUrl = null, providers, chartArchive, concurrency, metering = {}, prices = {}, roll, budgets = keepsNone, guard = sendsNone, bills, onError } = options
    const settings = { ...defaultMetering, ...metering }
    this.#watched = new Watched({ database, jobs, now: () => clock.now(), onError })
    this.#handles = new Handles({ database, clock, keyRing, publicUrl, providers, watch: { onError, changed: (_cluster, namespace) => this.#watched.changed(namespace) } })
    const handles = this.#handles
    this.#rollups = new Rollups({ database, now: () => clock.now(), virtual: (provider) => handles.provider(provider).capabilities.virtualTime, onError })
    this.#bills = bills ? new BillFolder({ database, clock, ...bills, onError }) : null
    this.#engine = new Engine({
      database, jobs, clock, onError, ...(concurrency && { concurrency }),
      chores: [retention(database, settings, () => clock.now())],
      reconcilers: {
        hub: hubReconciler({ database, clock, keyRing, handles, chartArchive, ...(roll && { roll }) }),
        culling: cullingReconciler({ database, clock, keyRing, handles, chartArchive }),
        credential: credentialReconciler({ database, clock, keyRing, publicUrl, handles }),
        plan: planReconciler({ database, clock, keyRing, handles, chartArchive }),
        catalogue: catalogueReconciler({ database, clock, ...defaultPrices, ...prices }),
        metering: meteringReconciler({ database, clock, keyRing, handles, ...settings }),
        budget: budgetReconciler({ database, clock, keeper: budgets }),
        webhook: webhookReconciler({ database, clock, keyRing, guard }),
        cluster: clusterReconciler({ database, handles, wakeHubs: (id) => this.#wakeHubs(id) }),
      } as unknown as ConstructorParameters<typeof Engine>[0]['reconcilers'],
    })
  }

  async start(): Promise<void> {
    await this.#planRefreshes()
    await this.#engine.start()
    this.#rollups.start()
    this.#bills?.start()
  }

  async stop(): Promise<void> {
    this.#watched.stop()
    await this.#bills?.stop()
    await this.#rollups.stop()
    await this.#engine.stop()
    await this.#handles.close()
  }

  /** A new installation prices by what came with it for a day; it is not to download the lists of three clouds because somebody tries it out. */
  async #planRefreshes(): Promise<void> {
    const { database, clock, prices } = this.#options
    if (!prices?.everyDays) return
    await transaction(database, platformScope, (tx) => tx.update(catalogues).set({ wakeAt: new Date(clock.now().getTime() + 86_400_000) }).where(isNull(catalogues.wakeAt)))
  }

  async #wakeHubs(clusterId: string): Promise<void> {
    const soon = this.#options.clock.now()
    await transaction(this.#options.database, platformScope, (tx) =>
      tx.update(hubs).set({ wakeAt: soon }).where(and(eq(hubs.clusterId, clusterId), isNull(hubs.deletedAt), isNotNull(hubs.wakeAt))))
  }
}
