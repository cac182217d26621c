import { nextPeriod, periodStart } from '@hubfleet/core'
import { and, eq, rollupsDue, sql, type Transaction } from '@hubfleet/database'

/** A period that is to be computed anew, as it was found. */
export type Due = Pick<typeof rollupsDue.$inferSelect, 'grain' | 'ofId' | 'tenantId' | 'start' | 'version'>
export type DueGrain = Due['grain']

/** What is marked only for what the hour before it left there, and no sample of its own: whoever writes one counts up from it. */
export const carriedOnly = 0

/** A period is marked in the transaction that changes what it is made of, and last, sorted: so two that mark do not wait for each other in a circle. */
export async function markDue(tx: Transaction, periods: readonly Omit<Due, 'version'>[]): Promise<void> {
  const rows = [...new Map(periods.map((period) => [`${period.ofId} ${period.start.toISOString()}`, { ...period, version: 1 }])).entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  if (rows.length > 0) await tx.insert(rollupsDue).values(rows).onConflictDoUpdate({ target: [rollupsDue.grain, rollupsDue.ofId, rollupsDue.start], set: { version: sql`${rollupsDue.version} + 1` } })
}

export async function markCarried(tx: Transaction, period: Omit<Due, 'version'>): Promise<void> {
  await tx.insert(rollupsDue).values({ ...period, version: carriedOnly }).onConflictDoNothing()
}

const ofDue = ({ grain, ofId, start }: Due) => and(eq(rollupsDue.grain, grain), eq(rollupsDue.ofId, ofId), eq(rollupsDue.start, start))

/** Its version now, before anything that it is made of is read; null when somebody else was quicker. */
export async function versionOf(tx: Transaction, due: Due): Promise<number | null> {
  const [row] = await tx.select({ version: rollupsDue.version }).from(rollupsDue).where(ofDue(due))
  return row?.version ?? null
}

/**
 * Takes a period off the list if nothing was added to it since it was read, and keeps others from marking it until the transaction ends. To be called before
 * what was computed is written: false means that it is worth nothing any more.
 */
export async function takeDue(tx: Transaction, due: Due): Promise<boolean> {
  const { rowCount } = await tx.delete(rollupsDue).where(and(ofDue(due), eq(rollupsDue.version, due.version)))
  return rowCount === 1
}

const hourMs = 3_600_000

/**
 * A page of what is due, the oldest first, after `after`. Hours are due when they are over; those of a sandbox tenant, by its own clock. An index finds
 * them, however much waits for hours that still run.
 */
export async function pageOfDue(tx: Transaction, grain: DueGrain, now: Date, after: Due | null, most: number): Promise<Due[]> {
  const from = after ? sql`and (start, of_id) > (${after.start}, ${after.ofId})` : sql``
  const columns = sql`grain, of_id as "ofId", tenant_id as "tenantId", start, version`
  const until = grain === 'hour' ? new Date(now.getTime() - hourMs) : now
  const { rows } = await tx.execute(grain === 'hour'
    ? sql`(select ${columns} from rollups_due where grain = 'hour' and start <= ${until} ${from} order by start, of_id limit ${most})
        union all (select grain, of_id as "ofId", d.tenant_id as "tenantId", start, version from tenants t join rollups_due d on d.tenant_id = t.id and d.grain = 'hour'
          where t.clock_offset_ms > 0 and start > ${until}::timestamptz and start <= ${until}::timestamptz + make_interval(secs => t.clock_offset_ms / 1000.0) ${from} order by start, of_id limit ${most})
        order by start, "ofId" limit ${most}`
    : sql`select ${columns} from rollups_due where grain = ${grain} ${from} order by start, of_id limit ${most}`)
  return (rows as unknown as Due[]).map((row) => ({ ...row, start: new Date(row.start) }))
}

export const hourAfter = (start: Date): Date => new Date(start.getTime() + hourMs)

/** The days (or months) of a tenant that moments are in. */
export const periodsOf = (grain: 'day' | 'month', tenantId: string, moments: readonly Date[], timeZone: string): Omit<Due, 'version'>[] =>
  [...new Set(moments.map((at) => periodStart(grain, at, timeZone).getTime()))].map((start) => ({ grain, ofId: tenantId, tenantId, start: new Date(start) }))

/** The days or months that share a moment with one that was marked by the clock of another time zone. */
export function underNewClock({ grain, ofId, tenantId, start }: Due & { grain: 'day' | 'month' }, timeZone: string): Omit<Due, 'version'>[] {
  const first = periodStart(grain, start, timeZone)
  return [first, nextPeriod(grain, first, timeZone)].map((begin) => ({ grain, ofId, tenantId, start: begin }))
}
