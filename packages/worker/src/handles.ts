import type { KubernetesAccess } from '@hubfleet/core'
import type { Issuer } from '@hubfleet/control'
import { open, type ClusterRow } from '@hubfleet/database'
import { Problem } from '@hubfleet/core'
import { credentialOf } from './credential/open.ts'
import type { ClusterHandle, ClusterMachines, ClusterRecord, ClusterSpec, Preflight, Provider } from '@hubfleet/providers'

/** Clouds are met with the credentials that are in the database, and with tokens that Hubfleet signs. */
export interface HandlesOptions extends Issuer {
  providers: readonly Provider[]
  /** Whom a watch of each cluster tells that something changed in the namespace of a hub. Without it nothing is watched. */
  watch?: { changed(clusterId: string, namespace: string): void; onError(error: unknown): void }
}

interface Opened { version: string; at: number; handle: Promise<ClusterHandle>; stop: AbortController; preflight?: { at: number; result: Promise<Preflight> } }

/** A preflight asks a dozen questions of the cluster; passes of the same minute share the answers. */
const preflightMs = 60_000
/** A cloud's cluster may get another address or authority; one that fails is looked up in its cloud again, but not with each failure. */
const reopenMs = 5 * 60_000
/** Calls that began with a handle end within this, so that a new handle cuts none of them. */
const graceMs = 20_000

interface HandleTimes { reopenMs: number; graceMs: number }

/** The clusters that are open, each with at most one watch that feeds all its hubs. */
export class Handles {
  readonly #options: HandlesOptions
  readonly #opened = new Map<string, Opened>()
  readonly #times: HandleTimes
  readonly #replaced = new Map<ClusterHandle, NodeJS.Timeout>()
  readonly #machines = new Map<string, { version: string; machines: ClusterMachines }>()

  constructor(options: HandlesOptions, times: Partial<HandleTimes> = {}) {
    this.#options = options
    this.#times = { reopenMs, graceMs, ...times }
  }

  provider(kind: string): Provider {
    const provider = this.#options.providers.find((p) => p.kind === kind)
    if (!provider) throw new Problem('provider-failed', { provider: kind, reason: 'this worker does not have it' })
    return provider
  }

  /** The life of a managed cluster, as its row is now. */
  machines(row: ClusterRow): ClusterMachines {
    const known = this.#machines.get(row.id)
    if (known?.version === versionOf(row)) return known.machines
    const provider = this.provider(row.provider)
    if (!provider.machines) throw new Problem('managed-only', { what: 'A life of its own', cluster: row.name })
    const machines = provider.machines(this.#record(row, null))
    this.#machines.set(row.id, { version: versionOf(row), machines })
    return machines
  }

  /** The handle of a cluster as its row is now: new credentials or pools open it anew. */
  async get(row: ClusterRow): Promise<ClusterHandle> {
    return this.#open(row).handle
  }

  /** `fresh`: as the cluster is now, not as it was within the last minute. */
  async preflight(row: ClusterRow, signal: AbortSignal, { fresh = false } = {}): Promise<Preflight> {
    const opened = this.#open(row)
    if (fresh || !opened.preflight || Date.now() - opened.preflight.at > preflightMs) {
      const result = opened.handle.then((handle) => handle.preflight(signal))
      opened.preflight = { at: Date.now(), result }
      result.catch(() => { delete opened.preflight }) // a failure is asked again
    }
    return opened.preflight.result
  }

  /** Something of the cluster failed: what was found of it a while ago may hold no longer, and where its cloud tells how it is reached, that neither. */
  doubt({ id, provider }: Pick<ClusterRow, 'id' | 'provider'>): void {
    const opened = this.#opened.get(id)
    if (!opened) return
    delete opened.preflight
    if (this.provider(provider).capabilities.managed && Date.now() - opened.at > this.#times.reopenMs) this.#replace(id, opened)
  }

  async close(): Promise<void> {
    for (const timer of this.#replaced.values()) clearTimeout(timer)
    await Promise.all([...[...this.#replaced.keys()].map((handle) => handle.close()), ...[...this.#opened.keys()].map((id) => this.forget(id))])
  }

  async forget(id: string): Promise<void> {
    const opened = this.#opened.get(id)
    this.#machines.delete(id)
    this.#opened.delete(id)
    opened?.stop.abort()
    await opened?.handle.then((handle) => handle.close(), () => {})
  }

  #open(row: ClusterRow): Opened {
    const version = versionOf(row)
    const known = this.#opened.get(row.id)
    if (known?.version === version) return known
    if (known) this.#replace(row.id, known)
    const stop = new AbortController()
    const opened: Opened = { version, at: Date.now(), stop, handle: this.#connect(row, stop.signal) }
    opened.handle.catch(() => { if (this.#opened.get(row.id) === opened) this.#opened.delete(row.id) })
    this.#opened.set(row.id, opened)
    return opened
  }

  /** Others may be at work with it: the next who asks gets a new one, and it is closed when their calls have ended. */
  #replace(id: string, { handle, stop }: Opened): void {
    this.#opened.delete(id)
    stop.abort()
    handle.then((old) => {
      const timer = setTimeout(() => {
        this.#replaced.delete(old)
        old.close().catch(() => {})
      }, this.#times.graceMs).unref()
      this.#replaced.set(old, timer)
    }, () => {})
  }

  async #connect(row: ClusterRow, signal: AbortSignal): Promise<ClusterHandle> {
    const { keyRing, watch } = this.#options
    const access = row.access ? await open<KubernetesAccess>(keyRing, row.id, row.access) : null
    const handle = await this.provider(row.provider).open(this.#record(row, access))
    if (watch) handle.watch((namespace) => watch.changed(row.id, namespace), signal).catch((error: unknown) => { if (!signal.aborted) watch.onError(error) })
    return handle
  }

  #record(row: ClusterRow, access: KubernetesAccess | null): ClusterRecord {
    return { id: row.id, tenantId: row.tenantId, name: row.name, spec: row.spec as unknown as ClusterSpec, access, credential: () => credentialOf(this.#options, row) }
  }
}

const versionOf = (row: ClusterRow): string => `${row.generation}.${row.credentialRevision}`
