import { isProblem, toMoney, type Money } from '@hubfleet/core'
import { priceBook } from '../catalogue/price-book.ts'
import { cheaperConfigurations, type Change } from './cheaper.ts'
import { expectedOf, type Expected } from './expected.ts'
import type { EstimateInput } from './input.ts'
import { sensitivityChanges } from './sensitivities.ts'
import { toMicros } from '../money.ts'

/** The same hub another way: expected cost of a month, and against what was asked for (negative: cheaper). */
export interface Alternative { mode: 'autoscaled' | 'fixed' | 'spot'; monthly: Money; perUser: Money | null; difference: Money; peakNodes: number; words: string }
export interface Sensitivity { change: string; difference: Money; /** Of the expected cost. */ percent: number; words: string }
export interface Suggestion { change: string; monthly: Money; saving: Money; percent: number; givesUp: string }

/** What else could be done: three ways beside one another, what the cost hangs on, and what is cheaper and still holds everybody. All in closed form. */
export interface Advice { alternatives: Alternative[]; sensitivities: Sensitivity[]; suggestions: Suggestion[]; /** All suggestions at once; null with less than two. */ together: Suggestion | null }

/** Savings below this are not worth a change. */
const leastPercent = 1
const mostSuggestions = 5

export function advise(input: EstimateInput): Advice {
  const asked = expectedOf(input)
  const currency = priceBook(input).catalogue?.currency ?? 'USD'
  const money = (micros: bigint) => toMoney(micros, currency)
  const percent = (micros: bigint) => (asked.micros === 0n ? 0 : Number(micros) / Number(asked.micros) * 100)
  const users = input.users.reduce((sum, { count }) => sum + count, 0)

  const alternatives = modes(input).flatMap(([mode, variant, words]): Alternative[] => {
    const other = tried(variant)
    if (!other?.complete) return []
    return [{ mode, monthly: money(other.micros), perUser: users > 0 ? money(toMicros(Number(other.micros) / 1e6 / users)) : null, difference: money(other.micros - asked.micros), peakNodes: other.peakNodes, words }]
  })
  const sensitivities = sensitivityChanges(input).flatMap(({ change, input: variant }): Sensitivity[] => {
    const other = tried(variant)
    if (!other?.complete || !asked.complete) return []
    const more = other.micros - asked.micros
    const share = percent(more)
    const rounded = Math.abs(share) < 0.5 ? 'changes nothing' : share < 0 ? `saves ${Math.round(-share)} %` : `costs ${Math.round(share)} % more`
    return [{ change, difference: money(more), percent: share, words: `${change} ${rounded}.` }]
  })
  const holds = (other: Expected | null): other is Expected => other !== null && other.complete && other.unserved <= asked.unserved
  const found = asked.complete ? cheaperConfigurations(input).flatMap((change) => {
    const other = tried(change.apply(input))
    return holds(other) && percent(asked.micros - other.micros) >= leastPercent ? [{ change, other }] : []
  }) : []
  const best = [...Map.groupBy(found, ({ change }) => change.kind).values()].map((some) => some.reduce((least, one) => (one.other.micros < least.other.micros ? one : least)))
    .sort((a, b) => Number(a.other.micros - b.other.micros)).slice(0, mostSuggestions)
  const shown = ({ words, givesUp }: Pick<Change, 'words' | 'givesUp'>, other: Expected): Suggestion => ({ change: words, monthly: money(other.micros), saving: money(asked.micros - other.micros), percent: percent(asked.micros - other.micros), givesUp })
  const all = best.length > 1 ? tried(best.reduce((variant, { change }) => change.apply(variant), input)) : null
  return {
    alternatives, sensitivities,
    suggestions: best.map(({ change, other }) => shown(change, other)),
    together: holds(all) && all.micros < best[0]!.other.micros ? shown({ words: 'All of these together', givesUp: 'All that each gives up' }, all) : null,
  }
}

function modes(input: EstimateInput): [Alternative['mode'], EstimateInput, string][] {
  const spot = (spotShare: number) => input.userPools.map((pool) => ({ ...pool, spotShare }))
  return [
    ['autoscaled', { ...input, mode: { kind: 'autoscale' }, userPools: spot(0) }, 'Nodes come and go with the people; the first of a class wait for them.'],
    ['fixed', { ...input, mode: { kind: 'fixed' }, userPools: spot(0) }, 'Nodes for the busiest moment run day and night; nobody waits.'],
    ['spot', { ...input, mode: { kind: 'autoscale' }, userPools: spot(1) }, 'The provider may take nodes back at any moment, with the servers on them; of ten nodes one is taken not to be had and paid in full.'],
  ]
}

/** Null where such a variant is none: nothing fits, or there is no such machine. */
function tried(input: EstimateInput): Expected | null {
  try {
    return expectedOf(input)
  } catch (error) {
    if (isProblem(error)) return null
    throw error
  }
}
