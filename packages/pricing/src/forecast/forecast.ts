import { nextPeriod, periodsIn, sumMicros, weekdayOf } from '@hubfleet/core'

/** What a day of a time zone cost, as far as it was seen. */
export interface DayCost {
  /** Its first moment. */
  start: Date
  micros: bigint
  /** The share of the day that was seen, 0 to 1. Of a day that is not over, the share of the whole day. */
  seen: number
}

/** What a period is expected to have cost at its end, in micros. Four of five periods are to end between `low` and `high`. */
export interface Forecast {
  /** What is in it so far. */
  actual: bigint
  low: bigint
  expected: bigint
  high: bigint
  /** So many days were learned from. */
  days: number
}

export interface ForecastInput {
  /** Days of the period, and as many before it as are known, in any order; later ones are not looked at. */
  days: readonly DayCost[]
  period: { from: Date; to: Date }
  now: Date
  timeZone: string
}

/** How a forecast is made, to be told beside it. */
export const forecastMethod = 'What is left of the period costs as the same weekdays of the last eight weeks did, recent weeks counting more; a weekday that was seen seldom is drawn towards the mean of all days. The band holds four of five.'

const dayMs = 86_400_000
const learnedDays = 56
/** After so many days a day counts half. */
const halfLifeDays = 21
/** As if each weekday had been seen so many times more at the mean of all days. */
const drawnToMean = 0.5
/** A day that was seen less tells nothing of the rest of it. */
const leastSeen = 0.25
/** With fewer days nothing is known of how much they differ. */
const fewDays = 3
/** Four of five of a normal distribution. */
const bandDeviations = 1.2816

/** Null where no day was seen from which anything could be learned and the period is not over. */
export function forecastCost({ days, period: { from, to }, now, timeZone }: ForecastInput): Forecast | null {
  const actual = sumMicros(days.filter(({ start }) => start >= from && start < to && start <= now).map(({ micros }) => micros))
  if (now >= to) return { actual, low: actual, expected: actual, high: actual, days: 0 }
  const left = daysLeft(now > from ? now : from, to, timeZone)
  const seen = observationsOf(days, now, timeZone)
  if (seen.length === 0) return null
  const { rateOf, variance, effective } = learn(seen)
  const rest = left.reduce((sum, { weekday, length }) => sum + rateOf(weekday) * length, 0)
  const whole = left.reduce((sum, { length }) => sum + length, 0)
  // each day goes its own way, and the level of all of them is known only so well
  const spread = bandDeviations * Math.sqrt(variance * (left.reduce((sum, { length }) => sum + length ** 2, 0) + whole ** 2 / effective))
  const half = seen.length < fewDays ? rest : spread
  const at = (more: number) => actual + BigInt(Math.round(Math.max(0, more)))
  return { actual, low: at(rest - half), expected: at(rest), high: at(rest + half), days: seen.length }
}

interface Observation { weekday: number; /** Micros per day of 24 hours. */ rate: number; weight: number }

function observationsOf(days: readonly DayCost[], now: Date, timeZone: string): Observation[] {
  const observed = days.flatMap(({ start, micros, seen }) => {
    const age = (now.getTime() - start.getTime()) / dayMs
    if (age < 0 || age > learnedDays || seen < leastSeen) return []
    const end = nextPeriod('day', start, timeZone)
    return [{ over: end <= now, weekday: weekdayOf(start, timeZone), rate: Number(micros) / (seen * lengthOf(start, end)), weight: seen * 0.5 ** (age / halfLifeDays) }]
  })
  const over = observed.filter((day) => day.over)
  return over.length > 0 ? over : observed // the morning of a day is not like the rest of it
}

/** What is left of the days until `to`, each with its length in days of 24 hours: the first one mostly in part, and some an hour longer. */
function daysLeft(from: Date, to: Date, timeZone: string): { weekday: number; length: number }[] {
  return periodsIn('day', from, to, timeZone).map((start) => {
    const end = nextPeriod('day', start, timeZone)
    return { weekday: weekdayOf(start, timeZone), length: lengthOf(start > from ? start : from, end < to ? end : to) }
  })
}

function learn(seen: readonly Observation[]) {
  const mean = weighted(seen)
  const rates = new Map<number, number>()
  for (const [weekday, own] of Map.groupBy(seen, (day) => day.weekday)) {
    const weight = own.reduce((sum, day) => sum + day.weight, 0)
    rates.set(weekday, (weighted(own) * weight + mean * drawnToMean) / (weight + drawnToMean))
  }
  const rateOf = (weekday: number): number => rates.get(weekday) ?? mean
  const total = seen.reduce((sum, day) => sum + day.weight, 0)
  const effective = total ** 2 / seen.reduce((sum, day) => sum + day.weight ** 2, 0)
  const scatter = seen.reduce((sum, day) => sum + day.weight * (day.rate - rateOf(day.weekday)) ** 2, 0) / total
  return { rateOf, effective, variance: effective > 1 ? (scatter * effective) / (effective - 1) : scatter }
}

const weighted = (days: readonly Observation[]): number => days.reduce((sum, day) => sum + day.weight * day.rate, 0) / days.reduce((sum, day) => sum + day.weight, 0)

const lengthOf = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / dayMs
