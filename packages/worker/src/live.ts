import { Problem } from '@hubfleet/core'
import type { Live } from '@hubfleet/control'
import { clusters, eq, platformScope, transaction, type ClusterRow } from '@hubfleet/database'
import { Handles, type HandlesOptions } from './handles.ts'
import type { HubWorkerOptions } from './hub/scope.ts'

/** A caller waits for it. */
const patienceMs = 15_000

export type LiveOptions = Omit<HubWorkerOptions, 'handles'> & Pick<HandlesOptions, 'providers'>

/** Looks into clusters for the server. It opens a cluster when it is first asked of and watches none; `close` ends what was opened. */
export function createLive({ database, keyRing, providers }: LiveOptions): Live & { close(): Promise<void> } {
  const handles = new Handles({ providers, keyRing })
  const signal = () => AbortSignal.timeout(patienceMs)

  return {
    nodes: async (clusterId) => (await handles.preflight(await clusterRow(clusterId), signal())).nodes,
    close: () => handles.close(),
  }

  async function clusterRow(id: string): Promise<ClusterRow> {
    const [row] = await transaction(database, platformScope, (tx) => tx.select().from(clusters).where(eq(clusters.id, id)))
    if (!row || row.deletedAt) throw new Problem('not-found', { noun: 'cluster', ref: id })
    return row
  }
}
