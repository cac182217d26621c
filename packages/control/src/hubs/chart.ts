import type { HubSpec } from '@hubfleet/core'
import { platformScope, transaction, type ChartRow } from '@hubfleet/database'
import { at } from '../at.ts'
import type { Caller } from '../caller.ts'
import type { Control } from '../control.ts'
import type { Params } from '../nouns.ts'
import { isPlatform } from '../caller.ts'
import { loadTenant } from '../tenants/tenant.ts'

/** The chart that a spec names; a sandbox tenant gets our stand-in chart, so that trying needs no download. */
export async function findChart(control: Control, caller: Caller, params: Params, chart: HubSpec['chart']): Promise<ChartRow> {
  const tenant = await transaction(control.database, isPlatform(caller) ? platformScope : caller.tenantId, (tx) => loadTenant(tx, params.tenant ?? caller.tenantId))
  return at('/spec/chart', () => control.charts.find(chart, { sandbox: tenant.sandbox }))
}
