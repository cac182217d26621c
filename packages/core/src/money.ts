/** An amount of money on the wire: a decimal text with four places, so that no client rounds it in floating point. */
export interface Money { amount: string; currency: string }

/*
 * Inside, amounts are whole millionths of the currency in a bigint: sums are exact, whatever their order. Multiply a price before
 * dividing it by a period, since a price per second has no exact millionth.
 */

/** Millionths of a decimal text such as `0.0475` or `-3`. Throws a RangeError for anything else, or for more than six places. */
export function microsOf(amount: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(amount)
  if (!match) throw new RangeError(`Not an amount with at most six decimals: ${amount}`)
  const micros = BigInt(match[2] as string) * 1_000_000n + BigInt((match[3] ?? '').padEnd(6, '0'))
  return match[1] ? -micros : micros
}

/** Exact, with as many of six places as it needs: `12.5`. */
export function amountOf(micros: bigint): string {
  const digits = String(micros < 0n ? -micros : micros).padStart(7, '0')
  const places = digits.slice(-6).replace(/0+$/, '')
  return `${micros < 0n ? '-' : ''}${digits.slice(0, -6)}${places && `.${places}`}`
}

/** Rounded to four places, halves away from zero. */
export function toMoney(micros: bigint, currency = 'USD'): Money {
  const units = divideRounded(micros, 100n)
  const digits = String(units < 0n ? -units : units).padStart(5, '0')
  return { amount: `${units < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`, currency }
}

/** `micros` times a quantity, optionally over a divisor; both as they print in decimal, so 0.1 is a tenth. Rounded once, at the end. */
export function multiplyMicros(micros: bigint, quantity: number, divisor = 1): bigint {
  const [times, over] = [rational(quantity), rational(divisor)]
  if (over.numerator === 0n) throw new RangeError('Money cannot be divided by zero')
  return divideRounded(micros * times.numerator * over.denominator, times.denominator * over.numerator)
}

export const sumMicros = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((sum, amount) => sum + amount, 0n)

function rational(value: number): { numerator: bigint; denominator: bigint } {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value))
  if (!match) throw new RangeError(`Not a finite quantity: ${value}`)
  const [, sign, whole = '0', fraction = '', exponent = '0'] = match
  const places = fraction.length - Number(exponent)
  const digits = BigInt(whole + fraction) * (sign ? -1n : 1n)
  return places >= 0 ? { numerator: digits, denominator: 10n ** BigInt(places) } : { numerator: digits * 10n ** BigInt(-places), denominator: 1n }
}

function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n
  const [over, under] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator]
  const rounded = (over * 2n + under) / (under * 2n)
  return negative ? -rounded : rounded
}
