import type { ServingPool } from './pool-types.ts'

/** What one user pool runs, per step of the timeline. `always` nodes run whether or not anybody logs in. */
export interface PoolPlan extends ServingPool {
  servers: Float64Array
  peakServers: number
  nodes: Float64Array
  always: number
  peakNodes: number
  unserved: number
  waits: PoolWaits
}

/** Who waits for a node of a pool, over the whole timeline. `minutes` of everybody who waits; `at` is the step of the worst moment. */
export interface PoolWaits { atOnce: number; at: number | null; starts: number; minutes: number[] }

export const noWaits: PoolWaits = { atOnce: 0, at: null, starts: 0, minutes: [] }
