import { Type, type Static } from 'typebox'
import type { ProblemField } from '../problems/problem.ts'

export const ThresholdSchema = Type.Object({
  of: Type.Optional(Type.Union([Type.Literal('actual'), Type.Literal('forecast')], { default: 'actual', description: 'What is held against the amount: what the month has cost so far, or what it is expected to have cost at its end' })),
  percent: Type.Integer({ minimum: 1, maximum: 1000, description: 'Of the amount', examples: [80] }),
  action: Type.Optional(Type.Union([Type.Literal('notify'), Type.Literal('freeze'), Type.Literal('scale'), Type.Literal('stop')], { default: 'notify', description: 'notify: an event. freeze: only admins may start servers; those that run go on. scale: hubs keep no more than `seats` warm. stop: hubs are stopped, with all that runs in them; homes are kept. All but notify end with the month' })),
  graceMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 44_640, default: 0, description: 'How long after the crossing the action waits' })),
  seats: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000, default: 0, description: 'Of scale: the floor, for each hub' })),
}, { $id: 'BudgetThreshold', additionalProperties: false })
export type Threshold = Static<typeof ThresholdSchema>

/** By what a budget goes. */
export interface BudgetRules {
  /** Millionths of the currency, for a month. */
  micros: bigint
  thresholds: Threshold[]
}

/** What is wrong with thresholds beyond their form; pointers begin at the list. */
export function checkThresholds(thresholds: readonly Threshold[]): ProblemField[] {
  const errors: ProblemField[] = []
  for (const [index, threshold] of thresholds.entries()) {
    const at = `/${index}`
    if (threshold.seats !== undefined && threshold.action !== 'scale') errors.push({ pointer: `${at}/seats`, code: 'not-of-action', detail: 'Seats are the floor of the action scale; leave them out, or choose that action.' })
    if (threshold.graceMinutes !== undefined && (threshold.action ?? 'notify') === 'notify') errors.push({ pointer: `${at}/graceMinutes`, code: 'not-of-action', detail: 'A notice does not wait; leave the grace out, or choose another action.' })
    const twin = thresholds.findIndex((other) => nameOf(other) === nameOf(threshold))
    if (twin < index) errors.push({ pointer: at, code: 'twice', detail: `It says the same as the one before (${nameOf(threshold)}).` })
  }
  return errors
}

/** `forecast 100 %: freeze`. */
export const nameOf = ({ of = 'actual', percent, action = 'notify' }: Threshold): string => `${of} ${percent} %: ${action}`
