import { hubNames, type ClusterSample, type Clock, type HubSecrets } from '@hubfleet/core'
import { tenantNow } from '@hubfleet/control'
import { and, clusters, eq, hubs, isNull, meterings, open, or, platformScope, sql, tenants, transaction, type Database, type KeyRing } from '@hubfleet/database'
import type { PassOutcome, Reconciler } from '@hubfleet/engine'
import type { Handles } from '../handles.ts'
import { nextRegular } from './next-regular.ts'
import { holdsSeconds, type MeteringSettings } from './settings.ts'
import { look, type MeteringScope } from './step.ts'
import { writeSamples } from './write-samples.ts'

export interface MeteringWorkerOptions extends MeteringSettings { database: Database; clock: Clock; keyRing: KeyRing; handles: Handles }

/**
 * Looks at each cluster from time to time, and keeps what it held. What was seen is written with the note that it was, in the transaction that makes sure that nobody else
 * took over, so that neither a worker that dies nor two of them write anything twice.
 */
export function meteringReconciler({ database, clock, keyRing, handles, ...settings }: MeteringWorkerOptions): Reconciler<MeteringScope> {
  return {
    async open(id) {
      const found = await transaction(database, platformScope, async (tx) => {
        const [of] = await tx.select({ row: meterings, cluster: clusters, owner: tenants }).from(meterings)
          .innerJoin(clusters, eq(clusters.id, meterings.clusterId)).innerJoin(tenants, eq(tenants.id, clusters.tenantId)).where(eq(meterings.id, id))
        if (!of || of.cluster.deletedAt) return null
        // of a hub that is gone there may be homes, which bill
        const inCluster = await tx.select({ id: hubs.id, name: hubs.name, tenantId: hubs.tenantId, secrets: hubs.secrets, deletedAt: hubs.deletedAt }).from(hubs)
          .where(and(eq(hubs.clusterId, of.cluster.id), or(isNull(hubs.deletedAt), eq(hubs.homes, 'keep'))))
        return { ...of, inCluster }
      })
      if (!found) return null
      const { row, cluster, owner, inCluster } = found
      const scope: MeteringScope = {
        row, cluster, handles, samples: null, holdsSeconds: holdsSeconds(settings),
        now: handles.provider(cluster.provider).capabilities.virtualTime ? tenantNow(clock, owner) : clock.now(),
        hubs: inCluster.map(({ secrets, deletedAt, ...hub }) => ({ ...hub, ...hubNames(hub.id), gone: deletedAt !== null, token: async () => (await open<HubSecrets>(keyRing, hub.id, secrets)).apiToken })),
      }
      return { generation: 0, steps: [look], scope }
    },

    async record(tx, id, { scope }, outcome) {
      const { row, samples } = scope
      const refused = await writeSamples(tx, scope, samples ?? [])
      await tx.update(meterings).set({ sampledAt: samples?.at(-1)?.at ?? row.sampledAt, ...noteRefused(refused), wakeAt: nextWake(outcome, scope, settings) }).where(eq(meterings.id, id))
    },
  }
}

/** What came too late is in no amount, and reports of its time say so. */
function noteRefused(refused: readonly ClusterSample[]) {
  const times = refused.map(({ at }) => at).sort((a, b) => a.getTime() - b.getTime())
  if (times.length === 0) return {}
  return {
    refused: sql`${meterings.refused} + ${times.length}::int`, refusedFrom: sql`least(${meterings.refusedFrom}, ${times[0]!.toISOString()}::timestamptz)`,
    refusedUntil: sql`greatest(${meterings.refusedUntil}, ${times.at(-1)!.toISOString()}::timestamptz)`,
  }
}

/** A cloud that has more to tell of what was leapt over is asked on at once. Looks are by the clock of the world, whatever a cluster lives by. */
function nextWake({ now }: PassOutcome, { samples, cluster }: MeteringScope, settings: MeteringSettings): Date {
  return (samples?.length ?? 0) > 1 ? now : nextRegular(cluster.id, settings.everySeconds, now)
}
