import { sumMicros } from '@hubfleet/core'
import { priceBook } from '../catalogue/price-book.ts'
import { componentsOf } from './components.ts'
import type { Demand } from './demand.ts'
import type { EstimateInput } from './input.ts'
import { planPools } from './pools.ts'
import { scenarios } from './scenario.ts'
import { settingsOf } from './settings.ts'
import { waitsOf } from './waits.ts'

/**
 * What a month is expected to cost in closed form, and whether everybody has room: what variants of an input are compared by.
 * `unpriced` tells what is not in the amount; only amounts that lack the same can be compared. `waits` are at the worst moment and in a week.
 */
export interface Expected { micros: bigint; unpriced: string; peakNodes: number; unserved: number; waits: { atOnce: number; perWeek: number } }

export function expectedOf(input: EstimateInput, demand?: Demand): Expected {
  const book = priceBook(input)
  const settings = settingsOf(input, book)
  const plans = planPools(settings, book, scenarios.expected, demand)
  const components = componentsOf(settings, book, plans, scenarios.expected)
  const unpriced = components.filter(({ micros }) => micros === null).map(({ name, of, quantity }) => [name, of, quantity])
  const spot = plans.filter(({ pool, machine }) => pool.spotShare > 0 && machine.spot === null).map(({ pool }) => [pool.machine, pool.spotShare])
  const { atOnce, perWeek } = waitsOf(plans, settings)
  return {
    micros: sumMicros(components.map(({ micros }) => micros ?? 0n)), unpriced: JSON.stringify([unpriced, spot]),
    peakNodes: plans.reduce((sum, plan) => sum + plan.peakNodes, 0), unserved: plans.reduce((sum, plan) => sum + plan.unserved, 0), waits: { atOnce, perWeek },
  }
}
