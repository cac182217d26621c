import { amountOf, sumMicros } from '@hubfleet/core'
import type { Cell } from './rollups.ts'
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

/** Cells as series over periods, the dearest first and the rest last. Where a series has no cell it costs nothing, or where nothing was seen, nobody knows what. */
export function seriesOf(cells: readonly Cell[], unseen: readonly boolean[]): Series[] {
  const all = new Map<string, Series>()
  for (const cell of cells) {
    const key = keyOf(cell)
    let series = all.get(key)
    if (!series) all.set(key, (series = emptySeries(cell, unseen)))
    const at = cell.period
    series.micros[at] = cell.micros
    series.billed[at] = cell.billed
    series.seconds[at] = cell.seconds
    series.coreSeconds[at] = cell.coreSeconds
    series.gibSeconds[at] = cell.gibSeconds
    series.unpricedSeconds += cell.unpricedSeconds
    series.total = plus(series.total, cell.micros)
  }
  for (const series of all.values()) series.billedTotal = wholeSum(series.billed)
  return [...all.values()].sort((a, b) => Number(a.rest) - Number(b.rest) || compare(b.total, a.total) || (keyOf(a) < keyOf(b) ? -1 : 1))
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

export const keyOf = ({ currency, rest, values }: Pick<Cell, 'currency' | 'rest' | 'values'>): string => JSON.stringify([currency, rest, values])

/** What each `by` is called: ids have names, '' is none. */
export type Naming = (by: Dimension, value: string) => string

/** The series as it is answered. */
export function showSeries(series: Series, by: readonly Dimension[], naming: Naming, before: bigint | null) {
  const keys = by.flatMap((dimension, index) => {
    const value = series.values[index]
    return value === null || value === undefined ? [] : [{ by: dimension, value: value || null, name: value ? naming(dimension, value) : noneOf[dimension] }]
  })
  const { micros, billed, seconds, coreSeconds, gibSeconds } = series
  return {
    label: [...(series.rest ? ['rest'] : []), ...keys.map(({ name }) => name)].join(' · ') || 'all', keys, rest: series.rest, currency: series.currency,
    amounts: micros.map(shown), total: shown(series.total), before: shown(before), billed: billed.map(shown), billedTotal: shown(series.billedTotal),
    hours: seconds.map(hours), coreHours: coreSeconds.map(hours), gibHours: gibSeconds.map(hours), unpricedHours: hours(series.unpricedSeconds),
  }
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

function emptySeries({ currency, rest, values }: Cell, unseen: readonly boolean[]): Series {
  const amounts = (): (bigint | null)[] => unseen.map((not) => (not ? null : 0n))
  const none = (): number[] => unseen.map(() => 0)
  return { currency, rest, values, micros: amounts(), billed: amounts(), seconds: none(), coreSeconds: none(), gibSeconds: none(), total: null, billedTotal: null, unpricedSeconds: 0 }
}

const plus = (a: bigint | null, b: bigint | null): bigint | null => (a === null ? b : b === null ? a : a + b)

/** Null with any part unknown: a bill that tells of a part is no bill of the whole. */
const wholeSum = (amounts: readonly (bigint | null)[]): bigint | null => (amounts.includes(null) ? null : sumMicros(amounts as bigint[]))

const compare = (a: bigint | null, b: bigint | null): number => (a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1)
