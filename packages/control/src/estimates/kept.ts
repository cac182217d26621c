import type { HubSpec } from '@hubfleet/core'
import { desc, eq, revisions, sql, type ClusterRow, type HubRow, type KeptEstimate, type Transaction } from '@hubfleet/database'
import { estimate, expectedCost } from '@hubfleet/pricing'
import { rowHasCredit } from '../clusters/credit.ts'
import { hubEstimateInput } from './hub-estimate.ts'

/** What is kept of the estimate of a revision: it is what whoever made it was told. */
export function keptEstimate(cluster: ClusterRow, spec: HubSpec, at: Date, credited: boolean): KeptEstimate {
  const input = hubEstimateInput(cluster, spec, at, { credited })
  return { at: at.toISOString(), expected: input && expectedCost(input, estimate(input)) }
}

/** An estimate of a hub that held from a moment on, until the next. `kept`: it was told then; otherwise it is made now, by the prices of now, of a revision of which none was kept. */
export interface EstimateInForce { at: Date; expected: KeptEstimate['expected']; kept: boolean }

/** More revisions are not looked at. */
const mostRevisions = 500

/** In the order of time. */
export async function estimatesOf(tx: Transaction, hub: HubRow, cluster: ClusterRow): Promise<EstimateInForce[]> {
  const rows = await tx.select({ estimate: revisions.estimate, createdAt: revisions.createdAt, spec: sql<HubSpec | null>`case when ${revisions.estimate} is null then ${revisions.spec} end` }).from(revisions)
    .where(eq(revisions.targetId, hub.id)).orderBy(desc(revisions.generation)).limit(mostRevisions)
  const credited = await rowHasCredit(tx, cluster, hub.updatedAt)
  return rows.reverse().map(({ estimate: told, createdAt, spec }) => {
    const { at, expected } = told ?? keptEstimate(cluster, { ...hub.spec, ...spec! }, createdAt, credited)
    return { at: new Date(at), expected, kept: told !== null }
  })
}
