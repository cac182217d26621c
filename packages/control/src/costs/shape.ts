import { amountOf, sumMicros } from '@hubfleet/core'
import type { Found } from './rollups.ts'
import type { Dimension } from './wire.ts'

/** What a series and a total have in common: values period by period, and their sums. */
interface Line { micros: (bigint | null)[]; billed: (bigint | null)[]; total: bigint | null; billedTotal: bigint | null; unpricedSeconds: number }

export interface Series extends Line {
  currency: string
  rest: boolean
  values: (string | null)[]
  hub: Found['hub']
  seconds: number[]
  coreSeconds: number[]
  gibSeconds: number[]
}

export interface Total extends Line { currency: string }

/**
 * What was found as series over all periods, the dearest first and the rest last. Where there is nothing of a series it costs nothing, or where nothing was seen, nobody knows
 * what. Lists that nobody asks for are not made.
 */
export function seriesOf(found: readonly Found[], unseen: readonly boolean[]): Series[] {
  const all = found.map((of): Series => {
    const spread = <T>(values: readonly T[], otherwise: (unseen: boolean) => T): T[] => {
      const over = unseen.map(otherwise)
      for (const [index, value] of values.entries()) over[of.periods[index]!] = value
      return over
    }
    const amounts = (values: readonly (bigint | null)[]) => spread(values, (not) => (not ? null : 0n))
    return {
      currency: of.currency, rest: of.rest, values: of.values, hub: of.hub, micros: amounts(of.micros), get billed() { return amounts(of.billed) },
      get seconds() { return spread(of.seconds, () => 0) }, get coreSeconds() { return spread(of.coreSeconds, () => 0) }, get gibSeconds() { return spread(of.gibSeconds, () => 0) },
      total: known(of.micros), get billedTotal() { return wholeSum(amounts(of.billed)) }, unpricedSeconds: of.unpricedSeconds.reduce((sum, one) => sum + one, 0),
    }
  })
  return all.sort((a, b) => Number(a.rest) - Number(b.rest) || compare(b.total, a.total) || (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** One for each currency, by its name. */
export function totalsOf(series: readonly Series[]): Total[] {
  return [...Map.groupBy(series, ({ currency }) => currency)].map(([currency, all]): Total => {
    const billed = () => added(all.map((one) => one.billed), wholeSum)
    return {
      currency, get micros() { return added(all.map((one) => one.micros), known) }, get billed() { return billed() },
      total: known(all.map((one) => one.total)), get billedTotal() { return wholeSum(billed()) }, unpricedSeconds: all.reduce((sum, one) => sum + one.unpricedSeconds, 0),
    }
  }).sort((a, b) => (a.currency < b.currency ? -1 : 1))
}

export const keyOf = ({ currency, rest, values }: Pick<Found, 'currency' | 'rest' | 'values'>): string => `${currency}\0${rest}\0${values.map((value) => value ?? '').join('\0')}`

/** What each `by` is called: ids have names, '' is none. */
export type Naming = (by: Dimension, value: string) => string

/** The series as it is answered. */
export function showSeries(series: Series, by: readonly Dimension[], naming: Naming, before: bigint | null) {
  const keys = by.flatMap((dimension, index) => {
    const value = series.values[index]
    return value === null || value === undefined ? [] : [{ by: dimension, value: value || null, name: value ? naming(dimension, value) : noneOf[dimension] }]
  })
  return {
    label: [...(series.rest ? ['rest'] : []), ...keys.map(({ name }) => name)].join(' · ') || 'all', keys, rest: series.rest, ...lineOf(series, before),
    get amounts() { return series.micros.map(shown) }, get billed() { return series.billed.map(shown) }, get billedTotal() { return shown(series.billedTotal) },
    get hours() { return series.seconds.map(hours) }, get coreHours() { return series.coreSeconds.map(hours) }, get gibHours() { return series.gibSeconds.map(hours) },
  }
}

export const showTotal = (total: Total, before: bigint | null) => ({
  ...lineOf(total, before),
  get amounts() { return total.micros.map(shown) }, get billed() { return total.billed.map(shown) }, get billedTotal() { return shown(total.billedTotal) },
})

const lineOf = ({ currency, total, unpricedSeconds }: Pick<Total, 'currency' | 'total' | 'unpricedSeconds'>, before: bigint | null) => ({ currency, total: shown(total), before: shown(before), unpricedHours: hours(unpricedSeconds) })

const noneOf: Record<Dimension, string> = {
  tenant: 'no tenant', cluster: 'no cluster', provider: 'unknown provider', region: 'unknown region', pool: 'no pool', hub: 'no hub', group: 'no group', user: 'nobody', component: 'nothing',
}

export const shown = (micros: bigint | null): string | null => (micros === null ? null : amountOf(micros))

/** To the millisecond and a bit: sums of seconds carry noise in their last places. */
export const hours = (seconds: number): number => Math.round(seconds / 0.0036) / 1e6

/** Period by period. */
const added = <T>(lists: readonly T[][], sum: (values: T[]) => T): T[] => lists[0]!.map((_, at) => sum(lists.map((list) => list[at]!)))

/** The sum of what is known; null where nothing is. */
const known = (amounts: readonly (bigint | null)[]): bigint | null => amounts.reduce((a, b) => (a === null ? b : b === null ? a : a + b), null)

/** Null with any part unknown: a bill that tells of a part is no bill of the whole. */
const wholeSum = (amounts: readonly (bigint | null)[]): bigint | null => (amounts.includes(null) ? null : sumMicros(amounts as bigint[]))

const compare = (a: bigint | null, b: bigint | null): number => (a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1)
