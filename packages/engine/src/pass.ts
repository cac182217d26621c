import { isProblem, Problem } from '@hubfleet/core'
import type { Observation, Step } from './step.ts'

/** How a pass over a target's steps ended. `at` is the step that is not in sync. */
export type PassResult =
  | { outcome: 'reached' }
  | { outcome: 'waiting'; at: string; message: string; againSeconds: number }
  | { outcome: 'refused'; at: string; problem: Problem }

export interface PassReport<Scope> {
  /** A step was looked at. Told before the next one begins, so that a reader sees it live. */
  observed(step: Step<Scope>, observation: Observation): Promise<void>
  /** Asked right before a step acts. Throws when this pass must not touch the world any more. */
  acting(step: Step<Scope>): Promise<void>
}

/** A step that still differs after this many nudges in one pass waits for the next pass. */
const nudges = 3

/**
 * Goes through the steps in order; the first one that is not in sync after its nudges ends the pass, unless it is advisory. Waiting never
 * holds a slot: the caller looks again later.
 */
export async function runPass<Scope>(steps: readonly Step<Scope>[], scope: Scope, report: PassReport<Scope>, signal: AbortSignal): Promise<PassResult> {
  for (const step of steps) {
    let observation: Observation = { is: 'drifted', message: '' }
    for (let nudge = 0; nudge <= nudges; nudge++) {
      signal.throwIfAborted()
      observation = await attempt(() => step.observe(scope, signal), signal)
      await report.observed(step, observation)
      if (observation.is !== 'drifted' || !step.act || nudge === nudges) break
      await report.acting(step)
      signal.throwIfAborted()
      const failure = await attempt(async () => { await step.act!(scope, signal) }, signal)
      if (failure) {
        observation = failure
        await report.observed(step, failure)
        break
      }
    }
    if (step.advisory) continue
    if (observation.is === 'refused') return { outcome: 'refused', at: step.name, problem: observation.problem }
    if (observation.is === 'drifted') return { outcome: 'waiting', at: step.name, message: observation.message, againSeconds: 2 }
    if (observation.is === 'waiting') return { outcome: 'waiting', at: step.name, message: observation.message, againSeconds: observation.againSeconds }
  }
  return { outcome: 'reached' }
}

/** Turns what a step throws into a refusal; an abort stays an abort. */
async function attempt<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T | Extract<Observation, { is: 'refused' }>> {
  try {
    return await work()
  } catch (error) {
    signal.throwIfAborted()
    return { is: 'refused', problem: isProblem(error) ? error : new Problem('internal', {}, { cause: error }) }
  }
}
