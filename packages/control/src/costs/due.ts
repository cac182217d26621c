import { periodStart, type Span } from '@hubfleet/core'
import { and, eq, gte, inArray, lt, or, rollupsDue, sql, type Transaction } from '@hubfleet/database'
import type { Scope } from './scope.ts'

/** Hours, days and months of a span that are to be computed, or computed anew. */
export async function countDue(tx: Transaction, { tenants, finance: { timeZone } }: Scope, { from, to }: Span): Promise<number> {
  const reaching = (['hour', 'day', 'month'] as const).map((grain) => and(eq(rollupsDue.grain, grain), gte(rollupsDue.start, periodStart(grain, from, timeZone))))
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(rollupsDue).where(and(inArray(rollupsDue.tenantId, tenants.map(({ id }) => id)), or(...reaching), lt(rollupsDue.start, to)))
  return row!.count
}
