import { canonicalJson, isProblem, layerAt, Problem, type HubLayers, type HubSpecPatch, type LayerName } from '@hubfleet/core'
import { platformTenantId, sql, type ClusterRow, type HubRow, type Transaction } from '@hubfleet/database'
import { specOf } from '../clusters/cluster.ts'

/** What hubs in a cluster begin with today, as a hub is pinned to it. The platform vouches for what it set itself. */
export async function defaultLayers({ tx }: { tx: Transaction }, cluster: ClusterRow): Promise<Pick<HubLayers, 'platform' | 'cluster'>> {
  const { rows: [row] } = await tx.execute<{ defaults: HubSpecPatch | null }>(sql`select platform_hub_defaults() as defaults`)
  const platform = row!.defaults
  const { hubDefaults } = specOf(cluster)
  return {
    ...(platform && { platform: { spec: platform, trusted: platform } }),
    ...(hubDefaults && { cluster: { name: cluster.name, spec: hubDefaults, ...(cluster.tenantId === platformTenantId && { trusted: hubDefaults }) } }),
  }
}

/** Which layers of each hub became others since it was pinned to them, by the hub's id; one query for all hubs. */
export async function newerLayers({ tx }: { tx: Transaction }, rows: readonly HubRow[]): Promise<Map<string, LayerName[]>> {
  if (rows.length === 0) return new Map()
  const list = (ids: (string | null)[]) => sql`array[${sql.join([...new Set(ids)].map((id) => sql`${id}`), sql`, `)}]::text[]`
  const { rows: found } = await tx.execute<{ id: string; now: unknown }>(sql`
    select 'platform' as id, platform_hub_defaults() as now
    union all select id, spec->'hubDefaults' from clusters where id = any(${list(rows.map(({ clusterId }) => clusterId))})
    union all select id, to_jsonb(version) from templates where id = any(${list(rows.map(({ templateId }) => templateId))})`)
  const now = new Map(found.map(({ id, now: value }) => [id, value]))
  const differs = (id: string, pinned: HubSpecPatch | undefined) => now.has(id) && canonicalJson(now.get(id) ?? null) !== canonicalJson(pinned ?? null)
  return new Map(rows.map(({ id, clusterId, templateId, layers }): [string, LayerName[]] => [id, [
    ...(differs('platform', layers?.platform?.spec) ? ['platform' as const] : []),
    ...(differs(clusterId, layers?.cluster?.spec) ? ['cluster' as const] : []),
    ...(templateId && layers?.template && ((now.get(templateId) as number | undefined) ?? 0) > layers.template.version ? ['template' as const] : []),
  ]]))
}

const words: Record<LayerName, string> = { platform: 'the defaults of the platform', cluster: 'the defaults of the cluster', template: 'the template' }

/** Runs checks on a spec; their refusals tell which layer set what is refused, where it was not the hub itself. */
export async function tellingLayers<T>(layers: HubLayers, checks: () => Promise<T>): Promise<T> {
  try {
    return await checks()
  } catch (error) {
    if (!isProblem(error) || error.errors.length === 0) throw error
    const errors = error.errors.map((field) => {
      const [root, ...path] = field.pointer.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
      const layer = root === 'spec' && path.length > 0 ? layerAt(layers, path) : null
      return layer === null || layer === 'hub' || layer === 'chart' ? field : { ...field, detail: `${field.detail} It is set by ${words[layer]}.` }
    })
    throw new Problem(error.code, error.params as never, { errors, retryAfterSeconds: error.retryAfterSeconds, cause: error.cause })
  }
}

