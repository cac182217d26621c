import { hubNames, Problem, refuse } from '@hubfleet/core'
import { and, clusters, desc, eq, hubs, inArray, ne, platformScope, transaction, type Database } from '@hubfleet/database'
import { catalogueOf, Matcher, readBill, unitsOf, type ReadBill } from '@hubfleet/pricing'
import { isPlatform, type Caller } from '../caller.ts'
import { placeOf } from '../clusters/cluster.ts'
import type { Params } from '../nouns.ts'
import { loadTenant } from '../tenants/tenant.ts'

export interface BillInput { cluster?: string; rates?: string[] }

/** Reads a bill for a tenant, outside of any transaction, since it comes as slowly as its sender likes. Throws what `readBill` does, and `bill-foreign`. */
export async function readUpload(database: Database, caller: Caller, params: Params, input: BillInput, bytes: AsyncIterable<Uint8Array>): Promise<ReadBill> {
  const { tenantId, known } = await transaction(database, isPlatform(caller) ? platformScope : caller.tenantId, async (tx) => {
    const tenant = await loadTenant(tx, params.tenant!)
    const rows = await tx.select().from(clusters).where(eq(clusters.tenantId, tenant.id)).orderBy(desc(clusters.createdAt))
    return { tenantId: tenant.id, known: rows.toSorted((a, b) => Number(a.deletedAt !== null) - Number(b.deletedAt !== null)) }
  })
  const otherwise = input.cluster === undefined ? null : known.find(({ id, name }) => id === input.cluster || name === input.cluster)
  if (otherwise === undefined) throw new Problem('not-found', { noun: 'cluster', ref: input.cluster! })
  const ids = known.map(({ id }) => id)
  // Hubs of other tenants live in the tenant's clusters as well, and what the bill has of them is theirs.
  const housed = ids.length === 0 ? [] : await transaction(database, platformScope, (tx) => tx.select({ id: hubs.id, name: hubs.name, clusterId: hubs.clusterId }).from(hubs).where(inArray(hubs.clusterId, ids)))
  const hubsOf = Map.groupBy(housed, ({ clusterId }) => clusterId)
  const matcher = new Matcher(known.map(({ id, name }) => ({ id, name, hubs: (hubsOf.get(id) ?? []).map((hub) => ({ ...hub, namespace: hubNames(hub.id).namespace })) })), otherwise?.id)
  const currencies = new Set(known.map((row) => catalogueOf(placeOf(row)?.provider ?? '')?.currency ?? 'USD'))
  const bill = await readBill(bytes, { matcher, currency: [...currencies][0] ?? 'USD', rates: ratesOf(input.rates ?? []) })
  await requireOwn(database, tenantId, bill)
  return bill
}

function ratesOf(given: readonly string[]): Map<string, bigint> {
  return new Map(given.map((text, index) => {
    const [, currency, rate] = /^([A-Za-z]{3})=(\d+(?:\.\d+)?)$/.exec(text) ?? []
    const units = rate === undefined ? null : unitsOf(rate)
    if (units === null || units <= 0n) refuse([{ pointer: `/rates/${index}`, code: 'bad-rate', detail: 'A rate is such as EUR=1.08: what one of it is in the currency of the cluster\'s costs.' }])
    return [currency!.toUpperCase(), units!]
  }))
}

/** Throws `bill-foreign` where another tenant's cluster is in it, or none of the tenant's. */
async function requireOwn(database: Database, tenantId: string, { strangers, days, rows }: ReadBill): Promise<void> {
  if (strangers.length > 0) {
    const [foreign] = await transaction(database, platformScope, (tx) => tx.select({ id: clusters.id }).from(clusters).where(and(inArray(clusters.id, strangers), ne(clusters.tenantId, tenantId))).orderBy(clusters.id).limit(1))
    if (foreign) throw new Problem('bill-foreign', { reason: `It has charges of the cluster ${foreign.id}, which is another tenant's.`, fix: 'Export only what is the tenant\'s, such as its project or subscription, and send that.' })
  }
  if (days.length === 0) throw new Problem('bill-foreign', { reason: `None of its ${rows} lines is of a cluster of the tenant: no label, tag or name of a resource tells of one.`, fix: 'If the whole account is of one cluster, name it: cluster=NAME; on the command line --cluster NAME; in the folder of bills a folder of its name. Otherwise have the export hold labels or tags.' })
}
