import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { LoadBill } from '@hubfleet/control'
import { Problem, type Clock } from '@hubfleet/core'
import { and, clusters, eq, inArray, isNull, or, platformScope, tenants, transaction, type BillFileRow, type Database } from '@hubfleet/database'
import { Locks, type Lock } from '@hubfleet/engine'
import { noteLying, noteRead } from './noted.ts'
import { scanBills, type LyingBill } from './scan.ts'

export interface BillFolderOptions {
  database: Database
  clock: Clock
  /** In it, a folder for each tenant by its name or id; in that, bills, and folders of which one may be called as a cluster. */
  folder: string
  everySeconds: number
  load: LoadBill
  onError(error: unknown): void
}

type Tenant = { id: string; name: string }

/** Loads the bills that are put into a folder. Each tenant's are looked at by one worker at a time: in the order in which they were written, a later export replaces an earlier one. */
export class BillFolder {
  readonly #options: BillFolderOptions
  readonly #locks: Locks
  readonly #stopping = new AbortController()
  /** What was told stays so until it is gone; it is not told each minute. */
  #told = new Set<string>()
  #looking: Promise<void> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined

  constructor(options: BillFolderOptions) {
    this.#options = options
    this.#locks = new Locks(options.database.connectionString)
  }

  start(): void {
    this.#looking = this.look()
    void this.#looking.then(() => { if (!this.#stopping.signal.aborted) this.#timer = setTimeout(() => this.start(), this.#options.everySeconds * 1000) })
  }

  /** What is being read is read anew by the next worker. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error('The worker stops'))
    clearTimeout(this.#timer)
    await this.#looking
    await this.#locks.close()
  }

  /** Once through all of it. What goes wrong is told, and keeps nobody from the others. */
  async look(): Promise<void> {
    const faults = new Map<string, unknown>()
    const attempt = async (work: () => Promise<void>): Promise<void> => {
      try {
        await work()
      } catch (error) {
        if (!this.#stopping.signal.aborted) faults.set(String(error), error)
      }
    }
    await attempt(async () => {
      for (const { folder, tenant } of await this.#tenants()) {
        if (this.#stopping.signal.aborted) return
        await attempt(() => (tenant ? this.#lookAt(folder, tenant) : Promise.reject(new Error(`The folder of bills has ${folder}, and there is no tenant of that name. Next step: call it as the tenant, by name or id.`))))
      }
    })
    for (const [text, error] of faults) if (!this.#told.has(text)) this.#options.onError(error)
    this.#told = new Set(faults.keys())
  }

  async #tenants(): Promise<{ folder: string; tenant: Tenant | undefined }[]> {
    const { database, folder } = this.#options
    const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name).toSorted()
    const known = names.length === 0 ? [] : await transaction(database, platformScope, (tx) =>
      tx.select({ id: tenants.id, name: tenants.name }).from(tenants).where(and(isNull(tenants.deletedAt), or(inArray(tenants.name, names), inArray(tenants.id, names)))))
    return names.map((each) => ({ folder: each, tenant: known.find(({ id, name }) => each === name || each === id) }))
  }

  async #lookAt(folder: string, tenant: Tenant): Promise<void> {
    const lock = await this.#locks.take(`bills:${tenant.id}`, { polite: true })
    if (!lock) return
    try {
      const { database, clock, everySeconds } = this.#options
      const lying = await scanBills(join(this.#options.folder, folder))
      const pending = await noteLying(database, tenant.id, lying, { now: clock.now(), steadyMs: everySeconds * 1000 })
      if (pending.length === 0) return
      const clusterOf = await this.#clusters(tenant, pending)
      for (const row of pending) await this.#read(tenant, row, lying.find(({ name }) => name === row.name)!, clusterOf(row.name), lock)
    } finally {
      await lock.release()
    }
  }

  /** A folder in the tenant's that is called as one of its clusters says whose its bills are. */
  async #clusters(tenant: Tenant, rows: readonly BillFileRow[]): Promise<(name: string) => string | null> {
    const folders = rows.flatMap(({ name }) => name.split('/').slice(0, -1))
    const known = folders.length === 0 ? [] : await transaction(this.#options.database, tenant.id, (tx) =>
      tx.select({ id: clusters.id, name: clusters.name }).from(clusters).where(and(eq(clusters.tenantId, tenant.id), or(inArray(clusters.name, folders), inArray(clusters.id, folders)))))
    return (name) => name.split('/').slice(0, -1).find((each) => known.some((cluster) => cluster.name === each || cluster.id === each)) ?? null
  }

  async #read(tenant: Tenant, row: BillFileRow, { files }: LyingBill, cluster: string | null, { signal }: Lock): Promise<void> {
    const { database, clock, load } = this.#options
    const ending = AbortSignal.any([signal, this.#stopping.signal])
    ending.throwIfAborted()
    const read = files.length > 1 && /\.parquet/i.test(row.name)
      ? { problem: new Problem('bill-file-unreadable', { reason: `it is Parquet in ${files.length} parts, which are read only when they are one file` }).toDocument() }
      : await load({ finder: row.id, tenant, cluster, bytes: oneAfterAnother(files, ending) })
    ending.throwIfAborted()
    await noteRead(database, row, 'problem' in read ? { state: 'refused', billId: null, notes: [], problem: read.problem } : { state: 'loaded', billId: read.bill, notes: read.notes, problem: null }, clock.now())
  }
}

async function* oneAfterAnother(files: readonly string[], signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for (const path of files) yield* createReadStream(path, { signal }) as AsyncIterable<Uint8Array>
}
