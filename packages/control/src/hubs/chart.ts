import { canonicalJson, Problem, type HubSpec } from '@hubfleet/core'
import { charts, eq, platformScope, sql, transaction, type ChartRow, type HubRow } from '@hubfleet/database'
import { at } from '../at.ts'
import type { Caller } from '../caller.ts'
import type { Control } from '../control.ts'
import type { Params } from '../nouns.ts'
import { isPlatform } from '../caller.ts'
import { loadTenant } from '../tenants/tenant.ts'
import type { ReadContext } from '../verb.ts'

/** A chart that was found for `wanted` before the transaction of a change, which must not wait for the network. */
export interface FoundChart { wanted: HubSpec['chart']; chart: ChartRow }

/** Finds the chart of a spec that takes a look into the database to know. */
export async function prepareChart(control: Control, caller: Caller, params: Params, wantedChart: (context: ReadContext) => Promise<HubSpec['chart']>): Promise<FoundChart> {
  const { tenant, wanted } = await transaction(control.database, isPlatform(caller) ? platformScope : caller.tenantId, async (tx) => {
    const owner = await loadTenant(tx, params.tenant ?? caller.tenantId)
    if (isPlatform(caller)) await tx.execute(sql`select set_config('hubfleet.tenant', ${owner.id}, true)`)
    return { tenant: owner, wanted: await wantedChart({ tx, control, caller, tenant: owner, params }) }
  })
  return { wanted, chart: await at('/spec/chart', () => control.charts.find(wanted, { sandbox: tenant.sandbox })) }
}

/** The chart of a spec: the one that was found for it, or the one that the hub has, pinned. Throws `layer-changed` where it became another one meanwhile. */
export async function chartFor(context: Pick<ReadContext, 'tx'>, spec: HubSpec, found: FoundChart | null, hub: HubRow | null): Promise<ChartRow> {
  const is = (chart: HubSpec['chart'] | undefined) => canonicalJson(chart ?? null) === canonicalJson(spec.chart)
  if (found && is(found.wanted)) return found.chart
  if (hub && is(hub.spec.chart)) return pinnedChart(context, hub)
  throw new Problem('layer-changed', { ref: hub?.name ?? 'that is made' }, { retryAfterSeconds: 0 })
}

/** The chart that a hub's revision is pinned to. */
export async function pinnedChart({ tx }: Pick<ReadContext, 'tx'>, hub: HubRow): Promise<ChartRow> {
  const [row] = await tx.select().from(charts).where(eq(charts.digest, hub.chartDigest))
  if (!row) throw new Problem('chart-unknown', { chart: hub.spec.chart.version, reason: 'its record is gone' })
  return row
}

/** The chart that a spec names; a sandbox tenant gets our stand-in chart, so that trying needs no download. */
export async function findChart(control: Control, caller: Caller, params: Params, chart: HubSpec['chart']): Promise<ChartRow> {
  const tenant = await transaction(control.database, isPlatform(caller) ? platformScope : caller.tenantId, (tx) => loadTenant(tx, params.tenant ?? caller.tenantId))
  return at('/spec/chart', () => control.charts.find(chart, { sandbox: tenant.sandbox }))
}
