import { periodsIn } from '@hubfleet/core'
import type { costRollups, usageRollups } from '@hubfleet/database'
import { allocate, usageOf, type AllocationInput, type AllocationLine } from '@hubfleet/pricing'
import type { ClusterHour } from './cluster-hour.ts'

export type CostRow = typeof costRollups.$inferInsert
export type UsageRow = typeof usageRollups.$inferInsert
export interface HourRows { costs: CostRow[]; usages: UsageRow[]; /** First moments of what the hour is kept in, by tenant. */ starts: Map<string, Date[]> }

/**
 * An hour of a cluster at the levels of users, hubs and tenants, whose sums are the same to the micro-dollar. A tenant in whose time zone it is of two hours has it
 * in two parts; so all is reckoned part by part, and added up for those tenants to whom it is one. Pure.
 */
export function rowsOfHour(hour: ClusterHour, priced: Pick<AllocationInput, 'prices' | 'bootDisk' | 'controlPlane'> & { currency: string }): HourRows {
  const { cluster, start, end, samples, lives, finances, aheadMs } = hour
  const owner = cluster.tenantId
  const starts = new Map([...finances].map(([tenantId, { timeZone }]) => [tenantId, startsIn(start, end, timeZone)]))
  const shared = {
    samples, hubs: lives, prices: priced.prices, bootDisk: priced.bootDisk, controlPlane: priced.controlPlane, sharedBy: finances.get(owner)!.sharedBy,
    cluster: { from: new Date(cluster.createdAt.getTime() + aheadMs), to: cluster.deletedAt && new Date(cluster.deletedAt.getTime() + aheadMs) },
  }
  const tenantOf = new Map(lives.map(({ hubId, tenantId }) => [hubId, tenantId]))
  const costs = new CostRows(cluster.id, priced.currency)
  for (const [from, to] of partsOf([...starts.values()].flat(), end)) {
    for (const line of allocate({ ...shared, from, to }).lines) {
      const tenantId = tenantOf.get(line.hubId) ?? owner
      costs.add(tenantId, starts.get(tenantId)!.findLast((begin) => begin <= from)!, line)
    }
  }
  const usages = [...Map.groupBy(starts, ([, begins]) => begins.join())].flatMap(([, group]) => {
    const tenants = new Set(group.map(([tenantId]) => tenantId))
    return partsOf(group[0]![1], end).flatMap(([from, to]) => usageRows(usageOf({ ...shared, from, to }), from, tenants, tenantOf, cluster))
  })
  return { costs: costs.all(), usages, starts }
}

/** The hour's first moment, and each at which another hour begins in the zone. */
function startsIn(start: Date, end: Date, timeZone: string): Date[] {
  return periodsIn('hour', start, end, timeZone).map((begin) => (begin < start ? start : begin))
}

function partsOf(starts: readonly Date[], end: Date): [from: Date, to: Date][] {
  const edges = [...new Set(starts.map((at) => at.getTime()))].sort((a, b) => a - b)
  return edges.map((from, index) => [new Date(from), new Date(edges[index + 1] ?? end.getTime())])
}

const levels = {
  'user-hour': (line: AllocationLine) => line,
  'hub-hour': (line: AllocationLine) => ({ ...line, user: '' }),
  'tenant-hour': (line: AllocationLine) => ({ ...line, hubId: '', group: '', user: '' }),
} as const

/** Lines added up by what each level knows. */
class CostRows {
  readonly #clusterId: string
  readonly #currency: string
  readonly #rows = new Map<string, CostRow & { seconds: number; coreSeconds: number; gibSeconds: number; unpricedSeconds: number }>()

  constructor(clusterId: string, currency: string) {
    this.#clusterId = clusterId
    this.#currency = currency
  }

  add(tenantId: string, start: Date, line: AllocationLine): void {
    for (const [level, known] of Object.entries(levels) as [keyof typeof levels, (line: AllocationLine) => AllocationLine][]) {
      const { hubId, component, pool, group, user } = known(line)
      const key = [level, tenantId, start.getTime(), hubId, component, pool, group, user].join('\0')
      let row = this.#rows.get(key)
      if (!row) this.#rows.set(key, (row = { level, tenantId, start, clusterId: this.#clusterId, hubId, component, pool, group, user, currency: this.#currency, micros: null, billedMicros: null, seconds: 0, coreSeconds: 0, gibSeconds: 0, unpricedSeconds: 0 }))
      if (line.micros !== null) row.micros = (row.micros ?? 0n) + line.micros
      for (const amount of ['seconds', 'coreSeconds', 'gibSeconds', 'unpricedSeconds'] as const) row[amount] += line[amount]
    }
  }

  all(): CostRow[] { return [...this.#rows.values()] }
}

/** Of the tenants whose hours begin so. Whoever owns a cluster sees what of it was not seen, hubs of its own or not. */
function usageRows({ hubs, tenants }: ReturnType<typeof usageOf>, start: Date, whose: ReadonlySet<string>, tenantOf: ReadonlyMap<string, string>, cluster: ClusterHour['cluster']): UsageRow[] {
  const owner = cluster.tenantId
  const nobodys = hubs.find(({ hubId }) => hubId === '')!
  const ofTenants = tenants.some(({ tenantId }) => tenantId === owner) ? tenants : [...tenants, { ...nobodys, tenantId: owner }]
  const rows: UsageRow[] = [
    ...hubs.map(({ hubId, ...usage }) => ({ level: 'hub-hour' as const, tenantId: tenantOf.get(hubId) ?? owner, start, clusterId: cluster.id, ...usage, hubId })),
    ...ofTenants.map(({ tenantId, ...usage }) => ({ level: 'tenant-hour' as const, tenantId, start, clusterId: cluster.id, ...usage, hubId: '' })),
  ]
  return rows.filter(({ tenantId }) => whose.has(tenantId))
}
