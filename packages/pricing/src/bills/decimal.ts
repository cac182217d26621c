/** Amounts of single lines, which may be far less than a micro: whole 10^-15 of the currency. */
export const unitsPerMicro = 1_000_000_000n
const places = 15

/** Units of a decimal number as bills write it, with or without an exponent; beyond 15 places it is rounded. Null for what is none. */
export function unitsOf(text: string): bigint | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text)
  if (!match || (match[2] === '' && !match[3])) return null
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  const shift = places - fraction.length + Number(exponent)
  const digits = BigInt(whole + fraction || '0')
  const units = shift >= 0 ? digits * 10n ** BigInt(shift) : rounded(digits, 10n ** BigInt(-shift))
  return sign === '-' ? -units : units
}

/** The same in another currency, of which one unit is `rate` of the wanted one. */
export const converted = (units: bigint, rate: bigint): bigint => (units < 0n ? -rounded(-units * rate, 10n ** BigInt(places)) : rounded(units * rate, 10n ** BigInt(places)))

const rounded = (value: bigint, by: bigint): bigint => (value + by / 2n) / by

/** Whole micros of many amounts, which add up to the rounded sum of all: each is rounded down, and what is left goes to those that lost most. */
export function microsOfAll(units: readonly bigint[]): bigint[] {
  const total = units.reduce((all, each) => all + each, 0n)
  const micros = units.map((each) => floored(each))
  const left = Number(floored(total + unitsPerMicro / 2n) - micros.reduce((all, each) => all + each, 0n))
  const lost = units.map((each, index) => ({ index, rest: each - micros[index]! * unitsPerMicro })).sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
  for (const { index } of lost.slice(0, left)) micros[index]! += 1n
  return micros
}

const floored = (units: bigint): bigint => (units >= 0n ? units / unitsPerMicro : -((-units + unitsPerMicro - 1n) / unitsPerMicro))
