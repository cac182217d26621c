import type { Condition } from '@hubfleet/core'
import type { PassOutcome } from '@hubfleet/engine'

/** Drift that no watch tells of is found after this long. */
const calmSeconds = 300
const slowestSeconds = 60
/** What has waited for a minute can wait for another fifth of it: however many wait for long, those that began lately find workers free. */
const patience = 5

export interface Waiter { conditions: readonly Condition[]; /** When the spec last changed. */ updatedAt: Date }

/** When a target is looked at again, if nothing wakes it earlier. Null: only a change or `resume` can help. */
export function nextLook({ result: reached, unfinished, observations, attempt, now }: PassOutcome, { conditions, updatedAt }: Waiter): Date | null {
  const result = unfinished ?? reached
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000)
  if (result.outcome === 'reached') return after(Math.min(calmSeconds, ...advised(observations, conditions, now)))
  if (result.outcome === 'refused') return result.problem.retryable ? after(attempt === 0 ? slowestSeconds : Math.min(slowestSeconds, 2 ** Math.min(attempt, 6))) : null
  if (unfinished) return after(result.againSeconds)
  const type = observations.at(-1)?.step.condition
  const since = Math.max(updatedAt.getTime(), Date.parse(conditions.find((condition) => condition.type === type)?.lastTransitionTime ?? '') || 0)
  return after(Math.max(result.againSeconds, Math.min(slowestSeconds, (now.getTime() - since) / 1000 / patience)))
}

/** Seconds until what holds nobody up is looked at again: seldom when it has been so for long. */
function advised(observations: PassOutcome['observations'], conditions: readonly Condition[], now: Date): number[] {
  const last = new Map(observations.filter(({ step }) => step.advisory).map(({ step, observation }) => [step, observation]))
  return [...last].filter(([, { is }]) => is !== 'in-sync').map(([{ condition }, observation]) => {
    const soon = observation.is === 'waiting' ? observation.againSeconds : observation.is === 'drifted' ? 2 : slowestSeconds
    const since = Date.parse(conditions.find(({ type }) => type === condition)?.lastTransitionTime ?? '') || now.getTime()
    return Math.max(soon, (now.getTime() - since) / 1000 / patience)
  })
}
