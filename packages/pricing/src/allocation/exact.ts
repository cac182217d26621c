/*
 * Amounts to the last micro-dollar. What a thing costs over a span is the difference of what it would have cost until the span's end and until its beginning, each
 * rounded down: so the spans of a period add up to the period, however it was cut.
 */

/** Pico-dollars in a micro-dollar, times milliseconds in an hour. */
const divisor = 1_000_000n * 3_600_000n

/** Micro-dollars of a thing of `perHour` USD from one moment until another, both in milliseconds since 1970. */
export function microsBetween(perHour: number, from: number, to: number): bigint {
  const rate = BigInt(Math.round(perHour * 1e12))
  return (rate * BigInt(to)) / divisor - (rate * BigInt(from)) / divisor
}

/**
 * Cuts `total` by weights, so that the parts add up to it exactly: each is rounded down, and what is left goes one by one to those that lost most. Parts of equal
 * weight that tie are served in their order. Without any weight all of it goes to the first.
 */
export function apportion(total: bigint, weights: readonly number[]): bigint[] {
  const sign = total < 0n ? -1n : 1n
  const amount = total * sign
  const largest = weights.reduce((most, weight) => Math.max(most, weight), 0)
  const whole = weights.map((weight) => fixedPoint(weight, largest))
  const sum = whole.reduce((all, weight) => all + weight, 0n)
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? total : 0n))
  const parts = whole.map((weight) => (amount * weight) / sum)
  const lost = whole.map((weight, index) => ({ index, remainder: (amount * weight) % sum })).sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  const left = Number(amount - parts.reduce((all, part) => all + part, 0n))
  for (const { index } of lost.slice(0, left)) parts[index]! += 1n
  return parts.map((part) => part * sign)
}

/** A weight as a whole number of 2^-52 of the largest. */
const fixedPoint = (weight: number, largest: number): bigint => (largest > 0 ? BigInt(Math.round((Math.max(0, weight) / largest) * 2 ** 52)) : 0n)
