import { cloudOfProvider, financeOf, Problem, refuse, type Finance } from '@hubfleet/core'
import { and, clusters, hubs, inArray, isNull, or, platformTenantId, tenants, type ClusterRow, type TenantRow } from '@hubfleet/database'
import { isPlatform } from '../caller.ts'
import { tenantNow } from '../control.ts'
import { loadTenant } from '../tenants/tenant.ts'
import type { QueryContext } from '../verb.ts'
import type { CostQuestion } from './question.ts'
import type { Places, Wanted } from './rollups.ts'

/** Whose costs a question is about. */
export interface Scope {
  tenants: Pick<TenantRow, 'id' | 'name'>[]
  /** By the clock of the tenant that is asked. */
  finance: Finance
  /** Tenants by the zone of their own clock, by which their rollups are. */
  zones: Map<string, string[]>
  now: Date
}

/** The tenant that the path names; of the tenant `platform` also others. Throws `not-found`, `invalid-request`. */
export async function scopeOf({ tx, control, caller, tenant, asPlatform }: QueryContext, { tenants: asked }: CostQuestion): Promise<Scope> {
  const own = await loadTenant(tx, tenant.id)
  const finance = financeOf(own.finance)
  const now = tenantNow(control.clock, own)
  if (asked === undefined) return { tenants: [own], finance, now, zones: new Map([[finance.timeZone, [own.id]]]) }
  if (!isPlatform(caller) || own.id !== platformTenantId) refuse([{ pointer: '/tenants', code: 'platform-only', detail: 'Only the tenant platform can be asked about other tenants.' }])
  const all = asked.includes('*')
  const rows = await asPlatform((wide) => wide.select().from(tenants).where(all ? undefined : or(inArray(tenants.id, asked), and(inArray(tenants.name, asked), isNull(tenants.deletedAt)))))
  const missing = all ? undefined : asked.find((ref) => !rows.some(({ id, name }) => ref === id || ref === name))
  if (missing !== undefined) throw new Problem('not-found', { noun: 'tenant', ref: missing })
  const byZone = Map.groupBy(rows, (row) => financeOf(row.finance).timeZone)
  return { tenants: rows, finance, now, zones: new Map([...byZone].map(([zone, of]) => [zone, of.map(({ id }) => id)])) }
}

/** What rows must have for the filters of a question. Names are of what is there now, ids also of what is gone. Throws `not-found`. */
export async function onlyOf({ tx }: Pick<QueryContext, 'tx'>, scope: Scope, { hub, cluster, provider, region, component, pool, group, user }: CostQuestion, places: PlacedCluster[]): Promise<Wanted['only']> {
  const only: Wanted['only'] = { ...(component && { component }), ...(pool && { pool }), ...(group && { group_name: group }), ...(user && { user_name: user }) }
  if (hub) only.hub_id = await hubIdsOf(tx, scope, hub)
  if (cluster ?? provider ?? region) {
    const chosen = places.filter((place) => (!cluster || cluster.includes(place.id) || cluster.includes(place.name)) && (!provider || provider.includes(place.provider)) && (!region || region.includes(place.region)))
    const missing = cluster?.find((ref) => !places.some(({ id, name }) => ref === id || ref === name))
    if (missing !== undefined) throw new Problem('not-found', { noun: 'cluster', ref: missing })
    only.cluster_id = chosen.map(({ id }) => id)
  }
  return only
}

async function hubIdsOf(tx: QueryContext['tx'], scope: Scope, refs: string[]): Promise<string[]> {
  const named = refs.filter((ref) => ref !== '')
  const rows = named.length === 0 ? [] : await tx.select({ id: hubs.id, name: hubs.name }).from(hubs).where(and(
    inArray(hubs.tenantId, scope.tenants.map(({ id }) => id)), or(inArray(hubs.id, named), and(inArray(hubs.name, named), isNull(hubs.deletedAt)))))
  const missing = named.find((ref) => !rows.some(({ id, name }) => ref === id || ref === name))
  if (missing !== undefined) throw new Problem('not-found', { noun: 'hub', ref: missing })
  return [...rows.map(({ id }) => id), ...refs.filter((ref) => ref === '')]
}

export interface PlacedCluster { id: string; name: string; provider: string; region: string }

/** The clusters that are seen, with those that are gone, and where they are; '' where that is not known. */
export async function placedClusters({ tx }: Pick<QueryContext, 'tx'>): Promise<PlacedCluster[]> {
  const rows = await tx.select({ id: clusters.id, name: clusters.name, provider: clusters.provider, spec: clusters.spec, status: clusters.status }).from(clusters)
  return rows.map((row) => ({ id: row.id, name: row.name, ...whereIs(row) }))
}

export const placesOf = (placed: PlacedCluster[]): Places => ({ clusterIds: placed.map(({ id }) => id), providers: placed.map(({ provider }) => provider), regions: placed.map(({ region }) => region) })

/** A managed cluster is where its spec says; of a registered one its nodes show it. */
function whereIs({ provider, spec, status }: Pick<ClusterRow, 'provider' | 'spec' | 'status'>): { provider: string; region: string } {
  const seen = status['cloud'] as { provider?: string; region?: string } | null | undefined
  return { provider: cloudOfProvider(provider) ?? seen?.provider ?? provider, region: (spec as { region?: string }).region ?? seen?.region ?? '' }
}
