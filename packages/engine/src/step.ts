import type { ConditionType, Problem } from '@hubfleet/core'

/**
 * One thing that must be true of a target. `observe` looks at the world, never at our notes; `act` is one idempotent nudge,
 * done only while the target's lock is held, after which the world is observed again. Both may be cut at any point and run
 * twice. Only `act` touches the world.
 */
export interface Step<Scope> {
  name: string
  /** The condition of the target that this step decides. */
  condition: ConditionType
  /** What is found is told by the condition and ends no pass: the target is reached with it or without. */
  advisory?: true
  observe(scope: Scope, signal: AbortSignal): Promise<Observation>
  act?(scope: Scope, signal: AbortSignal): Promise<void>
}

export type Observation =
  | { is: 'in-sync'; message: string }
  /** The world differs: act. */
  | { is: 'drifted'; message: string }
  /** Nothing to do but wait; look again after `againSeconds`, or earlier when a watch says so. */
  | { is: 'waiting'; message: string; againSeconds: number; /** CamelCase, for machines. */ reason?: string }
  /** It cannot be reached. A retryable problem is tried again until the deadline, another ends the operations. */
  | { is: 'refused'; problem: Problem }

export const inSync = (message = 'as wanted'): Observation => ({ is: 'in-sync', message })
export const drifted = (message: string): Observation => ({ is: 'drifted', message })
export const waiting = (message: string, againSeconds = 10, reason?: string): Observation => ({ is: 'waiting', message, againSeconds, ...(reason && { reason }) })
export const refused = (problem: Problem): Observation => ({ is: 'refused', problem })
