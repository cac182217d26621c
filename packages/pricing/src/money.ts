import type { Money } from '@hubfleet/core'
import { microsOf } from '@hubfleet/core'

/**
 * Micro-dollars of a computed amount, rounded to the four places that money has on the wire, so that what is printed adds up to
 * the printed total to the last digit. Prices themselves stay unrounded numbers: some are finer than a micro-dollar.
 */
export const toMicros = (usd: number): bigint => BigInt(Math.round(usd * 10_000)) * 100n

export const microsOfMoney = (money: Money): bigint => microsOf(money.amount)
