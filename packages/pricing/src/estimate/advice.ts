import { isProblem, toMoney, type Money } from '@hubfleet/core'
import { priceBook } from '../catalogue/price-book.ts'
import { toMicros } from '../money.ts'
import { cheaperConfigurations } from './cheaper.ts'
import type { CheaperOption } from './cheaper-option.ts'
import { demandOver } from './demand.ts'
import { expectedOf, type Expected } from './expected.ts'
import type { EstimateInput } from './input.ts'
import { modes, type Mode } from './modes.ts'
import { whatIfs } from './sensitivities.ts'
import { settingsOf } from './settings.ts'

/** The input as it was, with these fields instead, is what was reckoned: putting them in gives the same amount. */
interface Variant { instead: Partial<EstimateInput>; /** Expected, a month. */ monthly: Money; /** Against what was asked for; positive: more. */ percent: number }
export interface Alternative extends Variant { mode: Mode; perUser: Money | null; difference: Money; peakNodes: number; /** Who waits at the worst moment for a node to start. */ waiting: number; words: string }
export interface Sensitivity extends Variant { change: string; difference: Money; words: string }
export interface Suggestion extends Variant { change: string; saving: Money; givesUp: string }

/**
 * What else could be done: ways to have nodes beside one another, what the cost hangs on, and what is cheaper and still holds everybody.
 * Each is a run of the model in closed form, and so is `comparedWith`: what was asked for. Where a price is missing, only amounts that lack the same are compared.
 */
export interface Advice { comparedWith: Money; alternatives: Alternative[]; sensitivities: Sensitivity[]; suggestions: Suggestion[]; /** All suggestions at once; null where that saves no more than the first. */ together: Suggestion | null }

/** Savings below this are not worth a change. */
const leastPercent = 1
const mostSuggestions = 5

export function advise(given: EstimateInput): Advice {
  const input: EstimateInput = given.method === 'simulation' ? { ...given, method: 'closed-form' } : given
  const book = priceBook(input)
  const tried = trials(input)
  const asked = tried(input)!
  const currency = book.catalogue?.currency ?? 'USD'
  const money = (micros: bigint) => toMoney(micros, currency)
  const users = input.users.reduce((sum, { count }) => sum + count, 0)
  const shown = (variant: EstimateInput, { micros }: Expected) => ({ instead: changedFields(given, variant), monthly: money(micros), percent: asked.micros === 0n ? 0 : Number(micros - asked.micros) / Number(asked.micros) * 100 })
  const comparable = (variant: EstimateInput): Expected | null => {
    const other = tried(variant)
    return other?.unpriced === asked.unpriced ? other : null
  }

  const alternatives = modes(input).flatMap(({ mode, input: variant, words }): Alternative[] => {
    const other = comparable(variant)
    return other ? [{ mode, ...shown(variant, other), perUser: users > 0 ? money(toMicros(Number(other.micros) / 1e6 / users)) : null, difference: money(other.micros - asked.micros), peakNodes: other.peakNodes, waiting: other.waits.atOnce, words: words(other) }] : []
  })
  const sensitivities = whatIfs(input, book).flatMap(({ change, input: variant }): Sensitivity[] => {
    const other = comparable(variant)
    if (!other) return []
    const amounts = shown(variant, other)
    return [{ change, ...amounts, difference: money(other.micros - asked.micros), words: `${change} ${effect(other.micros - asked.micros, amounts.percent)}.` }]
  })

  const suggestion = ({ change, givesUp }: Pick<CheaperOption, 'change' | 'givesUp'>, variant: EstimateInput, other: Expected): Suggestion =>
    ({ change, ...shown(variant, other), saving: money(asked.micros - other.micros), givesUp: [givesUp, ...waitsMore(asked, other)].join('; ') })
  const holding = (variant: EstimateInput): Expected | null => {
    const other = comparable(variant)
    return other && other.unserved <= asked.unserved ? other : null
  }
  const found = cheaperConfigurations(input, book).flatMap((cheaper) => {
    const variant = cheaper.apply(input)
    const other = holding(variant)
    return other && -shown(variant, other).percent >= leastPercent ? [{ cheaper, variant, other }] : []
  })
  const byAmount = found.sort((a, b) => Number(a.other.micros - b.other.micros))
  const best = byAmount.filter(({ cheaper: { kind } }, index) => byAmount.findIndex(({ cheaper }) => cheaper.kind === kind) === index).slice(0, mostSuggestions)
  const all = best.reduce((variant, { cheaper }) => cheaper.apply(variant), input)
  const together = best.length > 1 ? holding(all) : null
  return {
    comparedWith: money(asked.micros), alternatives, sensitivities,
    suggestions: best.map(({ cheaper, variant, other }) => suggestion(cheaper, variant, other)),
    together: together && together.micros < best[0]!.other.micros ? suggestion({ change: 'All of these together', givesUp: 'what each of them gives up' }, all, together) : null,
  }
}

/** Runs of the model for variants of one input, each once; null where a variant is none: no server fits, or there is no such machine. */
function trials(input: EstimateInput): (variant: EstimateInput) => Expected | null {
  // No variant has another calendar or other patterns.
  const demand = demandOver(settingsOf(input, priceBook(input)).timeline)
  const known = new Map<string, Expected | null>()
  const run = (variant: EstimateInput): Expected | null => {
    try {
      return expectedOf(variant, demand)
    } catch (error) {
      if (isProblem(error) && variant !== input) return null
      throw error
    }
  }
  return (variant) => {
    const key = JSON.stringify(changedFields(input, variant))
    if (!known.has(key)) known.set(key, run(variant))
    return known.get(key)!
  }
}

function changedFields(input: EstimateInput, variant: EstimateInput): Partial<EstimateInput> {
  const fields = Object.keys(variant) as (keyof EstimateInput)[]
  return Object.fromEntries(fields.filter((name) => variant[name] !== input[name] && JSON.stringify(variant[name]) !== JSON.stringify(input[name])).map((name) => [name, variant[name]]))
}

function effect(difference: bigint, percent: number): string {
  if (difference === 0n) return 'changes nothing'
  const words = Math.abs(percent) < 0.5 ? 'less than 1 %' : `${Math.round(Math.abs(percent))} %`
  if (difference < 0n) return `saves ${words}`
  return percent >= 100 ? `costs ${(1 + percent / 100).toFixed(1)} times as much` : `costs ${words} more`
}

/** Nobody is to wait more than before without being told. */
function waitsMore({ waits: before }: Expected, { waits: after }: Expected): string[] {
  if (after.atOnce <= before.atOnce && after.perWeek <= before.perWeek) return []
  return [`${after.atOnce} instead of ${before.atOnce} people wait for a node at the worst moment, and ${after.perWeek} instead of ${before.perWeek} in a week`]
}
