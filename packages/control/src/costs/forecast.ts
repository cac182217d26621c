import { amountOf, nextPeriod, periodsIn, periodStart, type Span } from '@hubfleet/core'
import type { Transaction } from '@hubfleet/database'
import { forecastCost, forecastMethod } from '@hubfleet/pricing'
import { readSeries, type Part, type Wanted } from './rollups.ts'
import { readUsage, type UsageOf } from './usage.ts'

/** So many days back costs are looked at, and a month back to its beginning. */
const learnedDays = 56

export interface ShownForecast { from: string; to: string; actual: string; low: string; expected: string; high: string; days: number; method: string }

/** What the present month will have cost, for each currency; none where nothing can be learned from yet. */
export async function readForecasts(tx: Transaction, wanted: Wanted, usageOf: UsageOf, timeZone: string, now: Date, partsOf: (span: Span, starts: Date[]) => Part[]): Promise<Map<string, ShownForecast>> {
  const month = periodStart('month', now, timeZone)
  const period = { from: month, to: nextPeriod('month', month, timeZone) }
  const from = periodStart('day', new Date(Math.min(month.getTime(), now.getTime() - learnedDays * 86_400_000)), timeZone)
  const starts = periodsIn('day', from, now, timeZone)
  const parts = partsOf({ from, to: nextPeriod('day', starts.at(-1)!, timeZone) }, starts)
  const found = await readSeries(tx, { ...wanted, by: [], head: null, measures: new Set() }, parts)
  const seen = await seenShares(tx, usageOf, parts, starts, timeZone, now)
  const forecasts = new Map<string, ShownForecast>()
  for (const { currency, periods, micros: amounts } of found) {
    const micros = new Map(periods.map((period, index) => [period, amounts[index]!]))
    // A day that was seen and has no cell cost nothing; one whose things have no price tells nothing.
    const days = starts.flatMap((start, index) => (micros.get(index) === null ? [] : [{ start, micros: micros.get(index) ?? 0n, seen: seen[index]! }]))
    const forecast = forecastCost({ days, period, now, timeZone })
    if (!forecast) continue
    const { actual, low, expected, high, days: learned } = forecast
    forecasts.set(currency, {
      from: period.from.toISOString(), to: period.to.toISOString(), actual: amountOf(actual), low: amountOf(low), expected: amountOf(expected), high: amountOf(high), days: learned, method: forecastMethod,
    })
  }
  return forecasts
}

/** The share of each day that was seen, in the mean of all that was to be seen. */
async function seenShares(tx: Transaction, usageOf: UsageOf, parts: Part[], starts: Date[], timeZone: string, now: Date): Promise<number[]> {
  const usage = await readUsage(tx, usageOf, parts)
  return starts.map((start, index) => {
    const of = usage.filter(({ period }) => period === index)
    const length = (nextPeriod('day', start, timeZone).getTime() - start.getTime()) / 1000
    const passed = Math.min(length, (now.getTime() - start.getTime()) / 1000)
    const rows = of.reduce((sum, cell) => sum + cell.rows, 0)
    const gap = of.reduce((sum, cell) => sum + cell.gapSeconds, 0)
    return rows === 0 ? 0 : Math.max(0, passed - gap / rows) / length
  })
}
