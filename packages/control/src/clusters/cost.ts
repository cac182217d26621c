import { isProblem, microsOf, toMoney, type ClusterSpec, type Money } from '@hubfleet/core'
import { catalogueOf, costOfRunning, priceBook, toMicros, type RunningInterval } from '@hubfleet/pricing'
import type { Plan } from '../plan.ts'
import { oldPricesOf, pricingOfSpec } from './pricing.ts'

/** What a cluster costs per month without any hub: its control plane and the nodes that are always there. Null where prices of its place are not known. */
export function clusterCost(spec: ClusterSpec, at: Date, credited: boolean): { monthly: Money; incomplete: string[] } | null {
  const pricing = pricingOfSpec(spec, at)
  if (!pricing) return null
  const prices = priceBook(pricing)
  const month = { from: new Date(0), to: new Date(730 * 3_600_000) }
  const lines: RunningInterval[] = [
    // who stops a cluster of Azure stops its control plane; elsewhere that goes on
    ...(spec.stopped && spec.provider === 'aks' ? [] : [{ kind: 'controlPlane' as const, tier: catalogueOf(pricing.provider)?.controlPlane.defaultTier ?? 'own', quantity: 1, ...month }]),
    ...(spec.pools ?? []).map(({ machineType, min, spot = false }) => ({ kind: 'node-share' as const, machine: machineType, spot, quantity: spec.stopped ? 0 : min, ...month })),
  ]
  const costs = lines.map((line) => {
    try {
      return costOfRunning([line], prices)
    } catch (error) {
      if (!isProblem(error) || error.code !== 'price-unknown') throw error
      return { total: toMoney(0n), incomplete: [error.message] }
    }
  })
  // The credit never pays for anything else.
  const fee = prices.controlPlaneHour(prices.catalogue?.controlPlane.defaultTier ?? 'own') ?? 0
  const credit = credited ? toMicros(Math.min(prices.catalogue?.controlPlane.creditPerMonth ?? 0, fee * 730)) : 0n
  return { monthly: toMoney(costs.reduce((sum, { total }) => sum + microsOf(total.amount), 0n) - credit), incomplete: costs.flatMap(({ incomplete }) => incomplete) }
}

/** What a plan tells of cost: before, after, and the difference, `credited` by the billing account or not before and after; by old prices, with a warning. The servers of people come on top: each hub's own plan has them. */
export const costing = (before: ClusterSpec | null, after: ClusterSpec | null, at: Date, { warnings = [], credited = [] }: { warnings?: readonly string[]; credited?: readonly boolean[] } = {}): Pick<Plan, 'cost' | 'warnings'> =>
  ({ cost: clusterCostChange(before, after, at, credited), warnings: [...warnings, ...oldPricesOf(pricingOfSpec((after ?? before)!, at), at)] })

function clusterCostChange(before: ClusterSpec | null, after: ClusterSpec | null, at: Date, [wasCredited = false, isCredited = false]: readonly boolean[]): Plan['cost'] {
  const [was, next] = ([[before, wasCredited], [after, isCredited]] as const).map(([spec, credited]) => (spec ? clusterCost(spec, at, credited) : { monthly: toMoney(0n), incomplete: [] }))
  if (!was || !next) return null
  return {
    before: was.monthly, after: next.monthly, difference: toMoney(microsOf(next.monthly.amount) - microsOf(was.monthly.amount)),
    incomplete: [...new Set([...was.incomplete, ...next.incomplete])],
  }
}
