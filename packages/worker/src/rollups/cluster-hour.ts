import { financeOf, readHubSample, type ClusterSample, type Finance, type HubSample } from '@hubfleet/core'
import { and, clusters, clusterSamples, desc, dayPrices, eq, gt, hubs, hubSamples, inArray, isNull, lt, meterings, or, sql, tenants, type ClusterRow, type Transaction } from '@hubfleet/database'
import { rowHasCredit } from '@hubfleet/control'
import type { HubLife } from '@hubfleet/pricing'
import { hourAfter } from './due.ts'

/** A sample that is older than this holds no more. */
const longestHoldMs = 86_400_000

/** What is known of an hour of a cluster, before anything is reckoned. */
export interface ClusterHour {
  cluster: ClusterRow
  /** How far its owner's clock is ahead, if it lives by that. */
  aheadMs: number
  start: Date
  end: Date
  samples: ClusterSample[]
  lives: HubLife[]
  /** Of the owner and of every tenant with a hub in it. */
  finances: Map<string, Finance>
  /** What things cost on this day of UTC, as far as they were priced before. */
  prices: Record<string, number>
  /** It has the free credit of its billing account. */
  credited: boolean
  /** What it was computed from is dropped: what was made of it stays as it is. */
  closed: boolean
}

/** Null when there is no such cluster. `virtual`: clusters of the provider live by their owner's clock. */
export async function readHour(tx: Transaction, clusterId: string, start: Date, virtual: (provider: string) => boolean): Promise<ClusterHour | null> {
  const [found] = await tx.select({ cluster: clusters, clockOffsetMs: tenants.clockOffsetMs, hoursFrom: tenants.hoursFrom, samplesFrom: meterings.samplesFrom }).from(clusters)
    .innerJoin(tenants, eq(tenants.id, clusters.tenantId)).leftJoin(meterings, eq(meterings.clusterId, clusters.id)).where(eq(clusters.id, clusterId))
  if (!found) return null
  const { cluster } = found
  const end = hourAfter(start)
  const aheadMs = virtual(cluster.provider) ? found.clockOffsetMs : 0
  const samples = await readSamples(tx, clusterId, start, end)
  const seen = [...new Set(samples.flatMap(({ hubs }) => hubs.map(({ hubId }) => hubId)))]
  const diedAfter = new Date(start.getTime() - aheadMs)
  const rows = await tx.select({ hubId: hubs.id, tenantId: hubs.tenantId, createdAt: hubs.createdAt, deletedAt: hubs.deletedAt }).from(hubs)
    .where(or(inArray(hubs.id, seen), and(eq(hubs.clusterId, clusterId), or(isNull(hubs.deletedAt), gt(hubs.deletedAt, diedAfter)))))
  const here = rows.filter(({ hubId, createdAt }) => createdAt.getTime() + aheadMs < end.getTime() || seen.includes(hubId))
  const finances = await readFinances(tx, [cluster.tenantId, ...here.map(({ tenantId }) => tenantId)])
  const lives = here.sort((a, b) => (a.hubId < b.hubId ? -1 : 1)).map(({ hubId, tenantId, createdAt, deletedAt }): HubLife => ({
    hubId, tenantId, from: later(createdAt, aheadMs), to: deletedAt && later(deletedAt, aheadMs), groupOrder: finances.get(tenantId)!.groupOrder,
  }))
  const [noted] = await tx.select().from(dayPrices).where(and(eq(dayPrices.clusterId, clusterId), eq(dayPrices.day, dayOf(start))))
  return { cluster, aheadMs, start, end, samples, lives, finances, prices: noted?.prices ?? {}, credited: await rowHasCredit(tx, cluster, new Date(start.getTime() - aheadMs)), closed: start < latest(found.hoursFrom, found.samplesFrom) }
}

/** The samples of the hour, and the one before that may still hold. */
async function readSamples(tx: Transaction, clusterId: string, start: Date, end: Date): Promise<ClusterSample[]> {
  const of = eq(clusterSamples.clusterId, clusterId)
  const before = await tx.select().from(clusterSamples).where(and(of, lt(clusterSamples.at, start), gt(clusterSamples.at, new Date(start.getTime() - longestHoldMs)))).orderBy(desc(clusterSamples.at)).limit(1)
  const within = await tx.select().from(clusterSamples).where(and(of, sql`${clusterSamples.at} >= ${start}`, lt(clusterSamples.at, end))).orderBy(clusterSamples.at)
  const looks = [...before.filter(({ at, holdsSeconds }) => at.getTime() + holdsSeconds * 1000 >= start.getTime()), ...within]
  if (looks.length === 0) return []
  const rows = await tx.select().from(hubSamples).where(and(eq(hubSamples.clusterId, clusterId), sql`${hubSamples.at} >= ${looks[0]!.at}`, lt(hubSamples.at, end)))
  const ofHubs = new Map<number, HubSample[]>(looks.map(({ at }) => [at.getTime(), []]))
  for (const { hubId, at, sample } of rows) ofHubs.get(at.getTime())?.push({ hubId, ...readHubSample(sample) })
  return looks.map(({ at, holdsSeconds, nodes }) => ({ at, holdsSeconds, nodes, hubs: ofHubs.get(at.getTime())! }))
}

async function readFinances(tx: Transaction, ids: readonly string[]): Promise<Map<string, Finance>> {
  const rows = await tx.select({ id: tenants.id, finance: tenants.finance }).from(tenants).where(inArray(tenants.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, finance }) => [id, financeOf(finance)]))
}

/** The day of UTC, whose prices are noted together. */
export const dayOf = (at: Date): Date => new Date(Math.floor(at.getTime() / 86_400_000) * 86_400_000)

const latest = (...moments: (Date | null)[]): Date => new Date(Math.max(...moments.map((at) => at?.getTime() ?? 0)))

const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms)
