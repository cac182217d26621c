import type { Span } from '@hubfleet/core'
import { sql, type Transaction } from '@hubfleet/database'
import type { UsageOf } from './usage.ts'

/** Samples of a cluster that came when those of their time were dropped already. */
export interface Refused { clusterId: string; name: string; samples: number; from: Date; until: Date }

/** Of the clusters that tenants own or have hubs in, those of whose refused samples some may be of the span. */
export async function readRefused(tx: Transaction, tenantIds: readonly string[], { hubIds, clusterIds }: Pick<UsageOf, 'hubIds' | 'clusterIds'>, { from, to }: Span): Promise<Refused[]> {
  const { rows } = await tx.execute<{ id: string; name: string; refused: number; from: string; until: string }>(sql`
    select c.id, c.name, m.refused, m.refused_from as from, m.refused_until as until from meterings m join clusters c on c.id = m.cluster_id
    where m.refused > 0 and m.refused_from < ${to.toISOString()}::timestamptz and m.refused_until >= ${from.toISOString()}::timestamptz
      and (${hubIds ? sql`false` : sql`m.tenant_id = any(${sql.param(tenantIds)}::text[])`}
        or exists (select from hubs h where h.cluster_id = m.cluster_id and h.tenant_id = any(${sql.param(tenantIds)}::text[]) ${hubIds ? sql`and h.id = any(${sql.param(hubIds)}::text[])` : sql``}))
      ${clusterIds ? sql`and m.cluster_id = any(${sql.param(clusterIds)}::text[])` : sql``}
    order by c.name, c.id`)
  return rows.map(({ id, name, refused, from: first, until }) => ({ clusterId: id, name, samples: refused, from: new Date(first), until: new Date(until) }))
}

export const showRefused = ({ clusterId, name, samples, from, until }: Refused) => ({ cluster: { by: 'cluster', value: clusterId, name }, samples, from: from.toISOString(), until: until.toISOString() })

export function refusedInWords({ name, samples, from, until }: Refused): string {
  const [first, last] = [from, until].map((at) => at.toISOString().slice(0, 10))
  return `${samples === 1 ? 'One sample' : `${samples} samples`} of the cluster ${name}, ${first === last ? `of ${first}` : `of ${first} to ${last}`}, came when the samples of that time were dropped already: what ${samples === 1 ? 'it tells' : 'they tell'} is in no amount.`
}
