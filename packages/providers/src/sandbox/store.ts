import type { Clock, ClusterSample } from '@hubfleet/core'
import { eq, platformScope, sandboxClusters, sandboxSamples, sql, transaction, type Database, type Transaction } from '@hubfleet/database'
import { advance } from './advance.ts'
import { storeAfter } from './durations.ts'
import { keepSamples } from './kept-samples.ts'
import { sampleOf } from './samples.ts'
import { placeServers } from './servers.ts'
import { emptyCluster, type SandboxCluster } from './state.ts'

/** Told on this channel, as JSON `{ cluster, namespace }`: something of a cluster was changed; without `namespace`, of all of it. */
export const channel = 'hubfleet_sandbox'

/** The document of one cluster, played up to its clock's now. */
export interface Store {
  look<T>(signal: AbortSignal, read: (cluster: SandboxCluster, now: number) => T): Promise<T>
  /** One transaction under the lock of the document: all of `work` happens, or nothing. It says what it changes by changing the document. */
  change<T>(namespace: string | null, signal: AbortSignal, work: (cluster: SandboxCluster, now: number) => T): Promise<T>
}

export function openStore(database: Database, clusterId: string, clock: () => Promise<Clock>): Store {
  const thisCluster = eq(sandboxClusters.clusterId, clusterId)
  // Postgres' own mark of who wrote the row last: with it a look fetches only what it has not seen yet.
  const version = sql<string>`xmin::text`
  /** The document as last seen, played on since. Playing it in one step or in many comes out the same. */
  let seen: { version: string; storedAt: number; cluster: SandboxCluster } | undefined

  const store: Store = {
    async look(signal, read) {
      signal.throwIfAborted()
      const now = (await clock()).now().getTime()
      const known = seen
      const [row] = await transaction(database, platformScope, (tx) =>
        tx.select({ version, state: sql<SandboxCluster | null>`case when ${version} is distinct from ${known?.version ?? null} then ${sandboxClusters.state} end` }).from(sandboxClusters).where(thisCluster))
      signal.throwIfAborted()
      const cluster = row ? (row.state ?? known!.cluster) : emptyCluster(now)
      if (row?.state) seen = { version: row.version, storedAt: cluster.at, cluster }
      if (now - (row?.state || !known ? cluster.at : known.storedAt) > storeAfter) return store.change(null, signal, read)
      advance(cluster, now)
      return read(cluster, cluster.at)
    },
    async change(namespace, signal, work) {
      signal.throwIfAborted()
      const now = (await clock()).now().getTime()
      return transaction(database, platformScope, async (tx) => {
        const cluster = await lock(tx, now)
        const noted: ClusterSample[] = []
        advance(cluster, now, (at) => noted.push(...[sampleOf(cluster, at, now)].filter((sample) => sample !== null)))
        await keepSamples(tx, clusterId, noted)
        const before = JSON.stringify(cluster)
        const result = work(cluster, cluster.at)
        placeServers(cluster, cluster.at)
        signal.throwIfAborted()
        const after = JSON.stringify(cluster)
        if (!cluster.machines && !cluster.left?.length && Object.keys(cluster.hubs).length === 0) {
          await tx.delete(sandboxClusters).where(thisCluster)
          await tx.delete(sandboxSamples).where(eq(sandboxSamples.clusterId, clusterId))
        }
        else await tx.update(sandboxClusters).set({ state: sql`${after}::jsonb` }).where(thisCluster)
        const message = JSON.stringify({ cluster: clusterId, ...(namespace && { namespace }) })
        if (after !== before) await tx.execute(sql`select pg_notify(${channel}, ${message})`)
        return result
      })
    },
  }
  return store

  /** The document, ours until the transaction ends; made at the first use. */
  async function lock(tx: Transaction, now: number): Promise<SandboxCluster> {
    const [found] = await tx.select({ state: sandboxClusters.state }).from(sandboxClusters).where(thisCluster).for('update')
    // An update that changes nothing locks what another has made meanwhile, and reads it.
    const [row] = found ? [found] : await tx.insert(sandboxClusters).values({ clusterId, state: emptyCluster(now) })
      .onConflictDoUpdate({ target: sandboxClusters.clusterId, set: { clusterId } }).returning({ state: sandboxClusters.state })
    return row!.state as SandboxCluster
  }
}
