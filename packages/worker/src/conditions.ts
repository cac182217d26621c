import { camelCode, setCondition, type Condition, type ConditionType } from '@hubfleet/core'
import type { Observation, PassOutcome, Step } from '@hubfleet/engine'

/** The conditions after a pass: one is True when each of its steps was last seen in sync; steps that were not looked at change nothing. */
export function conditionsOf(before: readonly Condition[], { observations, now, result }: PassOutcome, generation: number): Condition[] {
  const last = new Map(observations.map(({ step, observation }) => [step.name, { step, observation }]))
  const byType = Map.groupBy(last.values(), ({ step }) => step.condition)
  let conditions = [...before]
  for (const [type, steps] of byType) {
    const worst = steps.find(({ observation }) => observation.is !== 'in-sync') ?? steps.at(-1)!
    const { step, observation } = worst
    const ok = observation.is === 'in-sync'
    conditions = setCondition(conditions, {
      type, observedGeneration: generation,
      status: statusOf(type === 'Deleting' ? result.outcome !== 'reached' : ok, step, observation),
      reason: ok ? 'InSync' : observation.is === 'refused' ? camelCode(observation.problem.code) : observation.is === 'waiting' ? (observation.reason ?? 'Waiting') : 'Drifted',
      message: `${step.name}: ${observation.is === 'refused' ? `${observation.problem.message} ${observation.problem.nextStep}` : observation.message}`,
    }, now)
  }
  return result.outcome === 'reached' || byType.has('Ready') ? conditions : unready(conditions, result.at, generation, now)
}

/** Where a mere look was refused, nobody knows. */
const statusOf = (ok: boolean, step: Step<never>, observation: Observation): Condition['status'] =>
  ok ? 'True' : step.advisory && (observation.is === 'refused' || (observation.is === 'waiting' && observation.reason === 'NotKnown')) ? 'Unknown' : 'False'

/** A pass that ended before it could tell whether the target is ready leaves that open, and says where it ended. */
function unready(conditions: Condition[], at: string, generation: number, now: Date): Condition[] {
  const type: ConditionType = 'Ready'
  const known = conditions.find((c) => c.type === type)
  return known?.status === 'True' ? conditions : setCondition(conditions, { type, status: 'Unknown', reason: 'Waiting', message: `waits for the step ${at}`, observedGeneration: generation }, now)
}
