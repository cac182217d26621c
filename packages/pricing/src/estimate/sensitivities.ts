import type { PriceBook } from '../catalogue/price-book.ts'
import { longestCulling, withCulling } from './culling-variant.ts'
import type { EstimateInput, UserType } from './input.ts'
import { defaultHomeGiB } from './settings.ts'

/** Something that may be otherwise, in words that go on with "saves 14 %". */
export interface WhatIf { change: string; input: EstimateInput }

/** What the cost may hang on. */
export function whatIfs(input: EstimateInput, book: PriceBook): WhatIf[] {
  const minutes = longestCulling(input)
  const timeouts = minutes === null || minutes < 2 ? [] : [Math.round(minutes / 2), Math.round(minutes * 2)]
  const users = (change: (type: UserType) => Partial<UserType>): EstimateInput => ({ ...input, users: input.users.map((type) => ({ ...type, ...change(type) })) })
  const more = (count: number) => Math.ceil(count * 1.1 - 1e-9)
  const [now, then] = [(count: number) => count, more].map((of) => input.users.reduce((sum, { count }) => sum + of(count), 0))
  const { placeholders = 0 } = input
  const region = cheapestRegion(input, book)
  return [
    ...timeouts.map((other) => ({ change: `Culling after ${other} instead of ${Math.round(minutes!)} minutes`, input: withCulling(input, (culling) => culling && { ...culling, timeoutSeconds: Math.max(60, Math.round(culling.timeoutSeconds * other / minutes!)) }) })),
    ...(minutes === null ? [] : [{ change: 'Never culling', input: withCulling(input, () => null) }]),
    ...(now === then ? [] : [{ change: `${then} instead of ${now} users`, input: users(({ count, homes }) => ({ count: more(count), ...(homes !== undefined && { homes: more(homes) }) })) }]),
    { change: 'Twice the memory for each server', input: users(({ memoryGuaranteeGiB }) => ({ memoryGuaranteeGiB: memoryGuaranteeGiB * 2 })) },
    { change: 'Half the memory for each server', input: users(({ memoryGuaranteeGiB }) => ({ memoryGuaranteeGiB: memoryGuaranteeGiB / 2 })) },
    ...(input.users.some(({ homeGiB }) => homeGiB !== 0) ? [{ change: 'Half the size of each home', input: users(({ homeGiB = defaultHomeGiB }) => ({ homeGiB: homeGiB / 2 })) }] : []),
    { change: `${placeholders + 10} instead of ${placeholders} seats kept warm`, input: { ...input, placeholders: placeholders + 10 } },
    ...(region ? [{ change: `The region ${region} instead of ${input.region}`, input: { ...input, region } }] : []),
  ]
}

/** Where the machines of users have the lowest price; null: here, or nobody knows. */
function cheapestRegion({ region, userPools, ownPrices }: EstimateInput, { catalogue }: PriceBook): string | null {
  if (!catalogue || userPools.some(({ machine }) => ownPrices?.machines?.[machine])) return null
  const perHour = (at: number) => userPools.reduce((sum, { machine }) => sum + (catalogue.machines[machine]?.onDemand[at] ?? Infinity), 0)
  const cheapest = catalogue.regions.reduce((least, _, at) => (perHour(at) < perHour(least) - 1e-9 ? at : least), catalogue.regions.indexOf(region))
  return catalogue.regions[cheapest] === region ? null : catalogue.regions[cheapest]!
}
