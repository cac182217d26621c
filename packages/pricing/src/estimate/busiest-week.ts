import { stepsPerHour, stepsPerWeek } from '../demand/timeline.ts'
import type { PoolPlan } from './pool-plan.ts'
import type { Settings } from './settings.ts'

/** Hourly means of the week with the most servers, from Monday 00:00; of a shorter or cut week what there is of it. */
export interface BusiestWeek { week: number; servers: number[]; nodes: number[] }

export function busiestWeek(plans: PoolPlan[], { timeline }: Settings): BusiestWeek {
  const sums = (of: (plan: PoolPlan) => Float64Array) => Float64Array.from({ length: timeline.steps }, (_, step) => plans.reduce((sum, plan) => sum + of(plan)[step]!, 0))
  const [servers, nodes] = [sums((plan) => plan.servers), sums((plan) => plan.nodes)]
  const most = servers.reduce((at, count, step) => (count > servers[at]! + 1e-9 ? step : at), 0)
  const week = timeline.days.findLast(({ start }) => start <= most)?.week ?? 1
  const first = timeline.days.find((day) => day.week === week)?.start ?? 0
  const end = Math.min(timeline.steps, timeline.days.find((day) => day.week === week + 1)?.start ?? first + stepsPerWeek)
  const hourly = (time: Float64Array) => Array.from({ length: Math.floor((end - first) / stepsPerHour) }, (_, hour) => {
    const part = time.subarray(first + hour * stepsPerHour, first + (hour + 1) * stepsPerHour)
    return Number((part.reduce((sum, count) => sum + count, 0) / part.length).toFixed(2))
  })
  return { week, servers: hourly(servers), nodes: hourly(nodes) }
}
