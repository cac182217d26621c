import type { Pattern } from './pattern.ts'
import { workingTime, wrap } from './pattern.ts'
import { stepsPerHour, typicalWeek, type Timeline } from './timeline.ts'

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
 * The share of the users (0..1) whose server runs, per five-minute step of the timeline, `factor` times as many people at work as the
 * pattern says. A class of D hours thus costs D plus the idle tail; people who come and go on their own overlap by session and tail.
 * Whoever comes while his server still runs has one all the same: sessions of one's own come as by chance (Poisson), also to class-goers.
 */
export function runningShare(pattern: Pattern, culling: CullingTimes | null, factor = 1, timeline: Timeline = typicalWeek): Float64Array {
  const { together, own } = workingTime(pattern, timeline)
  const running = heldMaximum(together, Math.ceil(idleTailHours(culling) * stepsPerHour - 1e-9)).map((share) => Math.min(1, factor * share))
  for (const { arrivals, sessionSteps } of own) {
    const alone = movingSum(arrivals, sessionSteps + Math.ceil(idleTailHours(culling, sessionSteps / stepsPerHour) * stepsPerHour - 1e-9))
    for (let step = 0; step < running.length; step++) running[step] = 1 - (1 - running[step]!) * Math.exp(-factor * alone[step]!)
  }
  return running
}

/** The greatest value of the step and the `steps` before it; the time repeats. */
export function heldMaximum(time: Float64Array, steps: number): Float64Array {
  if (steps >= time.length - 1) return new Float64Array(time.length).fill(time.reduce((most, value) => Math.max(most, value), 0))
  let held = time.slice()
  // Each round looks back over a window that is known already, so that a long tail takes a few rounds only.
  for (let width = 1; width <= steps;) {
    const back = Math.min(width, steps + 1 - width)
    const next = new Float64Array(held.length)
    for (let step = 0; step < held.length; step++) next[step] = Math.max(held[step]!, held[step < back ? step - back + held.length : step - back]!)
    held = next
    width += back
  }
  return held
}

/** The sum of the step and the ones before it, `steps` in all; beyond the whole time it repeats, and without end it is everybody who ever comes. */
function movingSum(time: Float64Array, steps: number): Float64Array {
  const sum = time.reduce((total, value) => total + value, 0)
  if (steps === Infinity) return new Float64Array(time.length).fill(sum > 0 ? Infinity : 0)
  const [times, rest] = [Math.floor(steps / time.length), steps % time.length]
  let window = 0
  for (let back = 0; back < rest; back++) window += time[wrap(-1 - back, time.length)]!
  return time.map((value, step) => {
    window += value - time[wrap(step - rest, time.length)]!
    return Math.max(0, window) + times * sum
  })
}
