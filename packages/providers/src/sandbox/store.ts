import type { Clock } from '@hubfleet/core'
import { eq, platformScope, sandboxClusters, sql, transaction, type Database } from '@hubfleet/database'
import { advance } from './advance.ts'
import { storeAfter } from './durations.ts'
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
  const play = (cluster: SandboxCluster, now: number) => {
    advance(cluster, now)
    return cluster.at
  }
  const store: Store = {
    async look(signal, read) {
      signal.throwIfAborted()
      const now = (await clock()).now().getTime()
      const [row] = await transaction(database, platformScope, (tx) => tx.select({ state: sandboxClusters.state }).from(sandboxClusters).where(thisCluster))
      const cluster = (row?.state as SandboxCluster | undefined) ?? emptyCluster(now)
      if (now - cluster.at > storeAfter) return store.change(null, signal, read)
      const at = play(cluster, now)
      signal.throwIfAborted()
      return read(cluster, at)
    },
    async change(namespace, signal, work) {
      signal.throwIfAborted()
      const now = (await clock()).now().getTime()
      return transaction(database, platformScope, async (tx) => {
        // An update that changes nothing locks the document and reads it, and makes it at the first use, in one statement.
        const [row] = await tx.insert(sandboxClusters).values({ clusterId, state: emptyCluster(now) })
          .onConflictDoUpdate({ target: sandboxClusters.clusterId, set: { clusterId } }).returning({ state: sandboxClusters.state })
        const cluster = row!.state as SandboxCluster
        const at = play(cluster, now)
        const before = JSON.stringify(cluster)
        const result = work(cluster, at)
        placeServers(cluster, at)
        signal.throwIfAborted()
        if (!cluster.machines && Object.keys(cluster.hubs).length === 0) await tx.delete(sandboxClusters).where(thisCluster)
        else await tx.update(sandboxClusters).set({ state: cluster }).where(thisCluster)
        const message = JSON.stringify({ cluster: clusterId, ...(namespace && { namespace }) })
        if (JSON.stringify(cluster) !== before) await tx.execute(sql`select pg_notify(${channel}, ${message})`)
        return result
      })
    },
  }
  return store
}
