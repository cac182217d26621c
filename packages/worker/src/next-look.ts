import type { PassOutcome } from '@hubfleet/engine'

/** Drift that no watch tells of is found after this long. */
const calmSeconds = 300
const slowestSeconds = 60

/** When a target is looked at again, if nothing wakes it earlier. Null: only a change or `resume` can help. */
export function nextLook({ result: reached, unfinished, attempt, now }: PassOutcome): Date | null {
  const result = unfinished ?? reached
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000)
  if (result.outcome === 'reached') return after(calmSeconds)
  if (result.outcome === 'waiting') return after(result.againSeconds)
  return result.problem.retryable ? after(attempt === 0 ? slowestSeconds : Math.min(slowestSeconds, 2 ** Math.min(attempt, 6))) : null
}
