import type { CostGroup, ExpectedCost } from '@hubfleet/core'
import { expectedIn, totalOf } from './expected.ts'

/** What a hub cost and used in a month, as it was measured. */
export interface ActualCost {
  /** Hours of the month, those of them in which there was the hub, and those of these that were seen. */
  hours: { month: number; there: number; seen: number }
  micros: Record<CostGroup, bigint>
  /** All of it as the provider billed it; null where no bill tells of all. */
  billed: bigint | null
  users: number
  serverHours: number
  serverGiBHours: number
  /** Its share of those of user pools; null where it is not known. */
  nodeHours: number | null
  homeHours: number
  homeGiBHours: number
}

export const varianceReasons = [
  'changes', 'part-of-month', 'unseen', 'users', 'hours', 'server-size', 'packing', 'node-price', 'homes', 'home-size', 'home-price', 'hub-disk', 'cluster', 'access', 'other', 'unknown', 'bill',
] as const
export type VarianceReason = (typeof varianceReasons)[number]

export interface Variance {
  /** Of the whole month, as it was expected at its beginning. */
  estimate: bigint
  /** As billed, or where no bill tells of all of it, as measured. */
  actual: bigint
  /** They add up to actual less estimate, exactly. `was` and `is`: what the reason goes by, where it is a figure. */
  reasons: { name: VarianceReason; micros: bigint; was: number | null; is: number | null }[]
}

/**
 * Why a month cost something else than was expected. The expected is changed into the actual step by step, in the order of `varianceReasons`, and each step's part is what it
 * changes: so they add up exactly, and an earlier reason is reckoned before a later one. `first` was expected at the month's beginning, `mean` over all of it, with the
 * changes that were made meanwhile. Pure.
 */
export function variance(first: ExpectedCost, mean: ExpectedCost, actual: ActualCost): Variance {
  const { month, there, seen } = actual.hours
  const [told, planned, present, expected] = [expectedIn(first, month), expectedIn(mean, month), expectedIn(mean, there), expectedIn(mean, seen)]
  const measured = totalOf(actual.micros)
  const rate = seen / mean.hours
  const reasons: Variance['reasons'] = [
    figure('changes', totalOf(planned) - totalOf(told)), figure('part-of-month', totalOf(present) - totalOf(planned), month, there), figure('unseen', totalOf(expected) - totalOf(present), there, seen),
    ...steps(expected.nodes, actual.micros.nodes, [
      { name: 'users', was: mean.users, is: actual.users }, { name: 'hours', was: ratio(mean.serverHours * rate, mean.users), is: ratio(actual.serverHours, actual.users) },
      { name: 'server-size', was: mean.gibPerServer, is: ratio(actual.serverGiBHours, actual.serverHours) },
      ...nodeFactors(mean, actual),
    ]),
    ...steps(expected.homes, actual.micros.homes, [
      { name: 'homes', was: mean.homes, is: ratio(actual.homeHours, seen) }, { name: 'home-size', was: mean.gibPerHome, is: ratio(actual.homeGiBHours, actual.homeHours) }, { name: 'home-price', was: null, is: null },
    ]),
    ...(['hub-disk', 'cluster', 'access', 'other', 'unknown'] as const).map((group) => figure(group, actual.micros[group] - expected[group])),
    figure('bill', actual.billed === null ? 0n : actual.billed - measured),
  ]
  return { estimate: totalOf(told), actual: actual.billed ?? measured, reasons: reasons.filter(({ micros }) => micros !== 0n) }
}

/** How full nodes are, and what one costs; where nodes were not told, that is one factor. */
function nodeFactors(mean: ExpectedCost, { nodeHours, serverGiBHours, micros }: ActualCost): Factor[] {
  if (nodeHours === null) return [{ name: 'packing', was: null, is: null }]
  return [
    { name: 'packing', was: ratio(mean.serverHours * mean.gibPerServer, mean.nodeHours), is: ratio(serverGiBHours, nodeHours), inverse: true },
    { name: 'node-price', was: ratio(Number(mean.micros.nodes) / 1e6, mean.nodeHours), is: ratio(Number(micros.nodes) / 1e6, nodeHours) },
  ]
}

interface Factor { name: VarianceReason; was: number | null; is: number | null; /** The more of it, the less it costs. */ inverse?: true }

/** One factor after the other goes from what it was to what it is, and what none of them explains is the last one's. Where nothing was expected, all is the first one's. */
function steps(from: bigint, to: bigint, factors: Factor[]): Variance['reasons'] {
  const [{ name, was, is }] = factors as [Factor]
  if (from === 0n) return [figure(name, to, was, is)]
  let [exact, at] = [Number(from), from]
  return factors.map(({ name, was, is, inverse }, index) => {
    const before = at
    if (index === factors.length - 1) return figure(name, to - before, was, is)
    const factor = was && is !== null ? (inverse ? was / is : is / was) : 1
    // What cannot be told as a figure is left to what comes after.
    if (Number.isFinite(exact * factor)) exact *= factor
    at = BigInt(Math.round(exact))
    return figure(name, at - before, was, is)
  })
}

const figure = (name: VarianceReason, micros: bigint, was: number | null = null, is: number | null = null): Variance['reasons'][number] => ({ name, micros, was, is })
const ratio = (a: number, b: number): number | null => (b > 0 ? a / b : null)
