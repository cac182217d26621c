import { amountOf, sumMicros } from '@hubfleet/core'
import type { Found } from './rollups.ts'
import type { Dimension } from './wire.ts'

/** What a series and a total have in common: values period by period, and their sums. */
interface Line { micros: (bigint | null)[]; billed: (bigint | null)[]; total: bigint | null; billedTotal: bigint | null; unpricedSeconds: number }

export interface Series extends Line {
  currency: string
  rest: boolean
  values: (string | null)[]
  seconds: number[]
  coreSeconds: number[]
  gibSeconds: number[]
}

export interface Total extends Line { currency: string }

/** What was found as series over all periods, the dearest first and the rest last. Where there is nothing of a series it costs nothing, or where nothing was seen, nobody knows what. */
export function seriesOf(found: readonly Found[], unseen: readonly boolean[]): Series[] {
  const all = found.map((of): Series => {
    const spread = <T>(values: readonly T[], otherwise: (unseen: boolean) => T): T[] => {
      const over = unseen.map(otherwise)
      for (const [index, value] of values.entries()) over[of.periods[index]!] = value
      return over
    }
    const amounts = (values: readonly (bigint | null)[]) => spread(values, (not) => (not ? null : 0n))
    const billed = amounts(of.billed)
    return {
      currency: of.currency, rest: of.rest, values: of.values, micros: amounts(of.micros), billed, seconds: spread(of.seconds, () => 0), coreSeconds: spread(of.coreSeconds, () => 0), gibSeconds: spread(of.gibSeconds, () => 0),
      total: of.micros.reduce(plus, null), billedTotal: wholeSum(billed), unpricedSeconds: of.unpricedSeconds.reduce((sum, one) => sum + one, 0),
    }
  })
  return all.sort((a, b) => Number(a.rest) - Number(b.rest) || compare(b.total, a.total) || (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** One for each currency, by its name. */
export function totalsOf(series: readonly Series[]): Total[] {
  return [...Map.groupBy(series, ({ currency }) => currency)].map(([currency, all]) => {
    const periods = all[0]!.micros.length
    const billed = Array.from({ length: periods }, (_, at) => wholeSum(all.map((one) => one.billed[at]!)))
    return {
      currency, micros: Array.from({ length: periods }, (_, at) => all.map((one) => one.micros[at]!).reduce(plus, null)), billed,
      total: all.map((one) => one.total).reduce(plus, null), billedTotal: wholeSum(billed), unpricedSeconds: all.reduce((sum, one) => sum + one.unpricedSeconds, 0),
    }
  }).sort((a, b) => (a.currency < b.currency ? -1 : 1))
}

export const keyOf = ({ currency, rest, values }: Pick<Found, 'currency' | 'rest' | 'values'>): string => `${currency}\0${rest}\0${values.map((value) => value ?? '').join('\0')}`

/** What each `by` is called: ids have names, '' is none. */
export type Naming = (by: Dimension, value: string) => string

/** The series as it is answered; what nobody asks for is not made. */
export function showSeries(series: Series, by: readonly Dimension[], naming: Naming, before: bigint | null) {
  const keys = by.flatMap((dimension, index) => {
    const value = series.values[index]
    return value === null || value === undefined ? [] : [keyShown(dimension, value, naming)]
  })
  const { micros, billed, seconds, coreSeconds, gibSeconds } = series
  return {
    label: [...(series.rest ? ['rest'] : []), ...keys.map(({ name }) => name)].join(' · ') || 'all', keys, rest: series.rest, currency: series.currency,
    get amounts() { return micros.map(shown) }, total: shown(series.total), before: shown(before), get billed() { return billed.map(shown) }, billedTotal: shown(series.billedTotal),
    get hours() { return seconds.map(hours) }, get coreHours() { return coreSeconds.map(hours) }, get gibHours() { return gibSeconds.map(hours) }, unpricedHours: hours(series.unpricedSeconds),
  }
}

/** A person is told by what reports call them, and by nothing else. */
function keyShown(by: Dimension, value: string, naming: Naming) {
  const name = value ? naming(by, value) : noneOf[by]
  return { by, value: by === 'user' && value ? name : value || null, name }
}

export const showTotal = ({ currency, micros, billed, total, billedTotal, unpricedSeconds }: Total, before: bigint | null) => ({
  currency, amounts: micros.map(shown), total: shown(total), before: shown(before), billed: billed.map(shown), billedTotal: shown(billedTotal), unpricedHours: hours(unpricedSeconds),
})

const noneOf: Record<Dimension, string> = {
  tenant: 'no tenant', cluster: 'no cluster', provider: 'unknown provider', region: 'unknown region', pool: 'no pool', hub: 'no hub', group: 'no group', user: 'nobody', component: 'nothing',
}

export const shown = (micros: bigint | null): string | null => (micros === null ? null : amountOf(micros))

/** To the millisecond and a bit: sums of seconds carry noise in their last places. */
export const hours = (seconds: number): number => Math.round(seconds / 0.0036) / 1e6

const plus = (a: bigint | null, b: bigint | null): bigint | null => (a === null ? b : b === null ? a : a + b)

/** Null with any part unknown: a bill that tells of a part is no bill of the whole. */
const wholeSum = (amounts: readonly (bigint | null)[]): bigint | null => (amounts.includes(null) ? null : sumMicros(amounts as bigint[]))

const compare = (a: bigint | null, b: bigint | null): number => (a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1)
