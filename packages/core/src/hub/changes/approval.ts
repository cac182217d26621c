import type { ApprovalLimits } from '../policy/policy.ts'

/** What of a change the limits of a tenant look at. */
export interface Weighed {
  cost: { after: { amount: string }; difference: { amount: string } } | null
  /** What the change may make dearer by an amount that nobody knows. */
  unpriced?: readonly string[] | undefined
  disconnects: boolean
  /** People who are connected now. `null`: nobody could tell; undefined: nobody was asked. */
  connected?: number | null
}

/**
 * Why a change needs an approval; none when it does not. A price that is not known
 * is beyond any limit of price. How many people a change disconnects is
 * known only when the hub was asked: unasked, a change that disconnects at all is beyond any limit.
 */
export function approvalReasons(limits: ApprovalLimits | undefined, { cost, unpriced = [], disconnects, connected }: Weighed): string[] {
  if (!limits) return []
  const { monthlyDifference, monthlyTotal, disconnects: most } = limits
  const reasons: string[] = []
  const difference = Number(cost?.difference.amount ?? 0)
  if (cost && monthlyDifference !== undefined && difference > monthlyDifference) reasons.push(`It makes the hub dearer by ${dollars(difference)} USD a month; ${dollars(monthlyDifference)} are free to change`)
  if (cost && monthlyTotal !== undefined && difference > 0 && Number(cost.after.amount) > monthlyTotal) {
    reasons.push(`The hub would cost ${dollars(Number(cost.after.amount))} USD a month; up to ${dollars(monthlyTotal)} are free to choose`)
  }
  if (unpriced.length > 0 && (monthlyDifference !== undefined || monthlyTotal !== undefined)) {
    reasons.push(`What it costs is not known in full, and prices are limited here: ${unpriced.join('; ')}`)
  }
  if (disconnects && most !== undefined) {
    if (connected === undefined) reasons.push('It disconnects people, and how many is told only by a plan')
    else if (connected === null) reasons.push('It disconnects people, and how many they are could not be asked')
    else if (connected > most) reasons.push(`It disconnects ${connected} people; up to ${most} may be disconnected freely`)
  }
  return reasons
}

const dollars = (amount: number): string => amount.toFixed(2)
