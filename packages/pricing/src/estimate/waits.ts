import { stepsPerHour, stepsPerWeek, whenIs } from '../demand/timeline.ts'
import type { Waits } from './output.ts'
import { noWaits, type PoolPlan, type PoolWaits } from './pool-plan.ts'
import type { Settings } from './settings.ts'

/**
 * Whoever comes while the nodes that are there are full waits until another has started. Seats that are kept warm are free for people, and
 * a placeholder waits in their stead.
 */
export function waitsFor({ servers, nodes, slots, startMinutes }: { servers: Float64Array; nodes: Float64Array; slots: number; startMinutes: number }): PoolWaits {
  const steps = Math.max(1, Math.ceil(startMinutes / 60 * stepsPerHour))
  let [atOnce, at, starts]: [number, number | null, number] = [0, null, 0]
  for (let step = 0; step < servers.length; step++) {
    const before = (back: number) => (step < back ? step - back + servers.length : step - back)
    const came = Math.max(0, servers[step]! - servers[before(1)]!)
    const waiting = Math.min(came, Math.max(0, servers[step]! - nodes[before(steps)]! * slots))
    starts += waiting
    if (Math.ceil(waiting - 1e-6) > atOnce) [atOnce, at] = [Math.ceil(waiting - 1e-6), step]
  }
  return { atOnce, at, starts, minutes: atOnce > 0 && startMinutes > 0 ? [startMinutes] : [] }
}

/** Over all pools. */
export function waitsOf(plans: PoolPlan[], { timeline }: Settings): Waits {
  const waits = plans.map((plan) => plan.waits)
  const worst = waits.reduce((most, one) => (one.atOnce > most.atOnce ? one : most), noWaits)
  const minutes = waits.flatMap((one) => one.minutes).sort((a, b) => a - b)
  const atPart = (part: number) => Number(minutes[Math.min(minutes.length - 1, Math.floor(part * minutes.length))]!.toFixed(2))
  return {
    atOnce: worst.atOnce, at: worst.at === null ? null : whenIs(worst.at, timeline),
    perWeek: Number((waits.reduce((sum, { starts }) => sum + starts, 0) * stepsPerWeek / timeline.steps).toFixed(2)),
    minutes: minutes.length > 0 ? { median: atPart(0.5), p95: atPart(0.95) } : null,
  }
}

/** When the most nodes run; null when they never change. */
export function peakAt(plans: PoolPlan[], { timeline }: Settings): string | null {
  let [peak, at] = [0, 0]
  for (let step = 0; step < timeline.steps; step++) {
    const nodes = plans.reduce((sum, plan) => sum + plan.nodes[step]!, 0)
    if (nodes > peak + 1e-9) [peak, at] = [nodes, step]
  }
  return plans.every(({ nodes }) => nodes.every((count) => count === nodes[0])) ? null : whenIs(at, timeline)
}
