/** A cluster of the tenant `tenant_owner` with a hub of its own and one of `tenant_guest`, as metering would have measured it. */
import { newId, type ClusterSample, type Finance } from '@hubfleet/core'
import { clusters, clusterSamples, costRollups, eq, hubs, hubSamples, platformScope, rollupsDue, sql, tenants, transaction, usageRollups, type Database, type KeyRing } from '@hubfleet/database'
import { hourAfter, markDue } from './due.ts'
import { Rollups } from './rollups.ts'

export const testKeyRing: KeyRing = { current: 'test', keys: { test: new Uint8Array(32) } }

const hourMs = 3_600_000
export const hourStart = (at: Date): Date => new Date(Math.floor(at.getTime() / hourMs) * hourMs)

export async function testFleet(database: Database, { from, owner = {}, guest = {} }: { from: Date; owner?: Partial<Finance>; guest?: Partial<Finance> }) {
  const all = <T>(work: Parameters<typeof transaction<T>>[2]) => transaction(database, platformScope, work)
  const [id, ownerId, guestId] = [newId('cluster'), newId('tenant'), newId('tenant')]
  const hubOf = { owner: newId('hub'), guest: newId('hub') }
  await all(async (tx) => {
    await tx.insert(tenants).values([[ownerId, owner] as const, [guestId, guest] as const].map(([tenantId, finance]) => ({ id: tenantId, name: tenantId, displayName: '', policy: {} as never, finance })))
    await tx.insert(clusters).values({ id, tenantId: ownerId, name: 'lab', provider: 'gke', managed: true, state: 'ready', spec: { provider: 'gke', region: 'us-central1' }, createdAt: from })
    await tx.insert(hubs).values([[hubOf.owner, ownerId] as const, [hubOf.guest, guestId] as const].map(([hubId, tenantId]) => (
      { id: hubId, tenantId, clusterId: id, name: hubId.slice(-8), state: 'ready', spec: {} as never, chartDigest: '', secrets: '', createdAt: from })))
  })
  const tenantOf = (hubId: string) => (hubId === hubOf.guest ? guestId : ownerId)
  return {
    id, ownerId, guestId, hubOf,
    /** Writes a look, and marks its hour. */
    async sample({ at, holdsSeconds, nodes, hubs: ofHubs }: ClusterSample): Promise<void> {
      await all(async (tx) => {
        await tx.execute(sql`select sample_partitions_of(${at.toISOString().slice(0, 10)}::date)`)
        await tx.insert(clusterSamples).values({ clusterId: id, tenantId: ownerId, at, holdsSeconds, nodes }).onConflictDoNothing()
        if (ofHubs.length > 0) await tx.insert(hubSamples).values(ofHubs.map(({ hubId, ...sample }) => ({ hubId, tenantId: tenantOf(hubId), clusterId: id, at, sample }))).onConflictDoNothing()
        await markDue(tx, [{ grain: 'hour', ofId: id, tenantId: ownerId, start: hourStart(at) }])
      })
    },
    mark: (start: Date) => all((tx) => markDue(tx, [{ grain: 'hour', ofId: id, tenantId: ownerId, start }])),
    due: () => all((tx) => tx.select().from(rollupsDue).orderBy(rollupsDue.grain, rollupsDue.start)),
    costs: () => all((tx) => tx.select().from(costRollups).where(eq(costRollups.clusterId, id))),
    usages: () => all((tx) => tx.select().from(usageRollups).where(eq(usageRollups.clusterId, id))),
  }
}

/** A worker's rollups at a moment. Errors are gathered. */
export function testRollups(database: Database, now: Date): { rollups: Rollups; errors: unknown[] } {
  const errors: unknown[] = []
  return { errors, rollups: new Rollups({ database, keyRing: testKeyRing, now: () => now, virtual: () => false, onError: (error) => errors.push(error) }) }
}

/** Until the end of the hour that begins then. */
export async function rollUntil(database: Database, start: Date): Promise<number> {
  const { rollups, errors } = testRollups(database, hourAfter(start))
  const done = await rollups.rollDue()
  if (errors.length > 0) throw errors[0]
  return done
}
