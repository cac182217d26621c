import type { Pattern } from './pattern.ts'
import { stepsPerHour, stepsPerWeek, workingWeek, wrap } from './pattern.ts'

/** How idle servers are stopped; null: never. Seconds, as the culler of JupyterHub has them. */
export interface CullingTimes { timeoutSeconds: number; everySeconds: number; /** 0: no limit. */ maxAgeSeconds?: number }

/**
 * How long a server outlives its user's work, on average: the culler looks every `everySeconds`, so it finds it half of that late.
 * With an age limit it is stopped by then at the latest.
 */
export function idleTailHours(culling: CullingTimes | null, sessionHours = 0): number {
  if (!culling) return Infinity
  const tail = (culling.timeoutSeconds + culling.everySeconds / 2) / 3600
  return culling.maxAgeSeconds ? Math.min(tail, Math.max(0, culling.maxAgeSeconds / 3600 - sessionHours)) : tail
}

/**
 * The share of the users (0..1) whose server runs, per five-minute step of the week, `factor` times as many people at work as the
 * pattern says. A class of D hours thus costs D plus the idle tail; people who come and go on their own overlap by session and tail.
 */
export function runningShare(pattern: Pattern, culling: CullingTimes | null, factor = 1): Float64Array {
  const { together, arrivals, sessionSteps } = workingWeek(pattern)
  const staying = heldMaximum(together, Math.ceil(idleTailHours(culling) * stepsPerHour - 1e-9))
  const own = movingSum(arrivals, sessionSteps + Math.ceil(idleTailHours(culling, sessionSteps / stepsPerHour) * stepsPerHour - 1e-9))
  return staying.map((share, step) => Math.min(1, factor * (share + own[step]!)))
}

/** The greatest value of the step and the `steps` before it; the week repeats. */
export function heldMaximum(week: Float64Array, steps: number): Float64Array {
  if (steps >= stepsPerWeek - 1) return new Float64Array(stepsPerWeek).fill(week.reduce((most, value) => Math.max(most, value), 0))
  let held = week
  // Each round looks back over a window that is known already, so that a long tail takes a few rounds only.
  for (let width = 1; width <= steps;) {
    const [known, back] = [held, Math.min(width, steps + 1 - width)]
    held = known.map((value, step) => Math.max(value, known[wrap(step - back)]!))
    width += back
  }
  return held
}

/** The sum of the step and the ones before it, `steps` in all; over more than a week it repeats, and without end it is everybody who ever comes. */
function movingSum(week: Float64Array, steps: number): Float64Array {
  const sum = week.reduce((total, value) => total + value, 0)
  if (steps === Infinity) return new Float64Array(stepsPerWeek).fill(sum > 0 ? 1 : 0)
  const [weeks, rest] = [Math.floor(steps / stepsPerWeek), steps % stepsPerWeek]
  let window = 0
  for (let back = 0; back < rest; back++) window += week[wrap(-1 - back)]!
  return week.map((value, step) => {
    window += value - week[wrap(step - rest)]!
    return Math.max(0, window) + weeks * sum
  })
}
