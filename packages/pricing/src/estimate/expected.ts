import { sumMicros } from '@hubfleet/core'
import { priceBook } from '../catalogue/price-book.ts'
import { componentsOf } from './components.ts'
import type { EstimateInput } from './input.ts'
import { planPools } from './pools.ts'
import { scenarios } from './scenario.ts'
import { settingsOf } from './settings.ts'
import { waitsOf } from './waits.ts'

/** What a month is expected to cost in closed form, and whether everybody has room: what one variant is compared with another by. */
export interface Expected { micros: bigint; complete: boolean; peakNodes: number; unserved: number; waiting: number }

export function expectedOf(input: EstimateInput): Expected {
  const book = priceBook(input)
  const settings = settingsOf(input, book)
  const plans = planPools(settings, book, scenarios.expected)
  const components = componentsOf(settings, book, plans, scenarios.expected)
  const spotUnknown = plans.some(({ pool, machine }) => pool.spotShare > 0 && machine.spot === null)
  return {
    micros: sumMicros(components.map(({ micros }) => micros ?? 0n)), complete: !spotUnknown && components.every(({ micros }) => micros !== null),
    peakNodes: plans.reduce((sum, plan) => sum + plan.peakNodes, 0), unserved: plans.reduce((sum, plan) => sum + plan.unserved, 0), waiting: waitsOf(plans, settings).atOnce,
  }
}
