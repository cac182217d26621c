import { Type } from 'typebox'
import { Problem } from '@hubfleet/core'
import { and, eq, grants, type GrantRow } from '@hubfleet/database'
import { loadCluster } from '../clusters/cluster.ts'
import type { ReadContext } from '../verb.ts'
import { IdSchema, TimeSchema } from '../wire.ts'

const limit = (description: string) => Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], { description })

export const GrantSchema = Type.Object({
  id: IdSchema('grant'),
  clusterId: IdSchema('cluster'),
  granteeId: IdSchema('tenant'),
  maxHubs: limit('Hubs of the grantee in the cluster; null is no limit'),
  maxSeats: limit('Seats of all its hubs in the cluster; null is no limit'),
  createdAt: TimeSchema,
}, { $id: 'Grant' })

export const showGrant = (row: GrantRow) => ({ id: row.id, clusterId: row.clusterId, granteeId: row.granteeId, maxHubs: row.maxHubs, maxSeats: row.maxSeats, createdAt: row.createdAt.toISOString() })

export async function loadGrant(context: ReadContext) {
  const cluster = await loadCluster(context, context.params.cluster!, { own: true })
  const [row] = await context.tx.select().from(grants).where(and(eq(grants.clusterId, cluster.id), eq(grants.id, context.params.grant!)))
  if (!row) throw new Problem('not-found', { noun: 'grant', ref: context.params.grant! })
  return row
}
