import { checkChartValues, checkLayer, checkPolicy, completeHubSpec, isObject, isProblem, Problem, refuse, type HubSpecPatch, type ProblemField } from '@hubfleet/core'
import { platformTenantId, type ChartRow, type TenantRow } from '@hubfleet/database'
import type { Caller } from '../caller.ts'
import type { Control } from '../control.ts'
import type { Params } from '../nouns.ts'
import { policyOf } from '../tenants/tenant.ts'
import { findChart } from './chart.ts'

/** The chart that a layer's raw values are for; null where there are none, or where the chart cannot be had now: each hub is checked in any case. */
export async function chartOfLayer(control: Control, caller: Caller, params: Params, layer: HubSpecPatch | null | undefined): Promise<ChartRow | null> {
  if (!layer || !isObject(layer.values)) return null
  try {
    return await findChart(control, caller, params, completeHubSpec({ ...(layer.chart && { chart: layer.chart as object }) }).chart)
  } catch (error) {
    if (isProblem(error)) return null
    throw error
  }
}

/**
 * Refuses a layer that no hub could stand on. The platform vouches for its own; a tenant's is held to its policy.
 * @param at pointer to the layer in the request
 * @param open whether a place of the layer is not known yet
 */
export function requireLayer(tenant: TenantRow, layer: HubSpecPatch, chart: ChartRow | null, { at, open = () => false }: { at: string; open?: (pointer: string) => boolean }): void {
  const placed = (fields: ProblemField[]) => fields.filter(({ pointer }) => !open(pointer)).map((field) => ({ ...field, pointer: at + field.pointer }))
  const { errors, spec } = checkLayer(layer)
  refuse(placed(errors))
  const denied = spec && tenant.id !== platformTenantId ? placed(checkPolicy(spec, policyOf(tenant))) : []
  if (denied[0]) throw new Problem('policy-denied', { what: `${denied[0].pointer}: ${denied[0].detail}` }, { errors: denied })
  const unknown = chart && isObject(layer.values) ? placed(checkChartValues(chart.schema, chart.digest, layer.values)) : []
  if (chart && unknown[0]) throw new Problem('unknown-value', { chart: `${chart.name} ${chart.version}`, first: `${unknown[0].pointer}: ${unknown[0].detail}` }, { errors: unknown })
}
