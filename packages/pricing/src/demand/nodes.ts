import { heldMaximum } from './presence.ts'

export interface NodeDemand {
  /** What all servers take, in nodes, per step: a node that holds 12 of them is taken to a twelfth by each. */
  load: Float64Array
  min: number
  max: number
  /** Steps that a node stays after it is no longer needed. */
  scaleDownSteps: number
  /** Nodes that run for each one that is needed, because stray servers keep nodes alive; at least 1. */
  fragmentation: number
}

/** Nodes per step as an expectation, so with fractions. */
export function autoscaledNodes({ load, min, max, scaleDownSteps, fragmentation }: NodeDemand): Float64Array {
  const needed = load.map(wholeNodes)
  // Fragmentation keeps nodes that were made; it never makes more than the busiest moment needs.
  const busiest = peakOf(needed)
  return heldMaximum(needed, scaleDownSteps).map((count) => Math.min(Math.max(max, min), Math.max(min, Math.min(busiest, count * fragmentation))))
}

/** The load of servers that come and go by fractions, in the expectation: only whole ones take room. */
export const loadOf = (servers: number, slotsPerNode: number): number => (servers <= 1e-9 ? 0 : Math.ceil(servers - 1e-9) / slotsPerNode)

/** Whole nodes for a load; without end when some server fits on none. */
export const wholeNodes = (load: number): number => Math.ceil(load - 1e-9)

export function peakOf(time: Float64Array): number {
  let most = 0
  for (let step = 0; step < time.length; step++) if (time[step]! > most) most = time[step]!
  return most
}

/** Measured with the event simulation over terms of 100 to 1500 users: classes alone keep few strays, people at their own pace many. */
const strays = { packed: { together: 0.04, own: 0.2 }, spread: { together: 0.06, own: 0.26 } }

/**
 * Nodes for each one that is needed. `own` is the share of sessions (0..1) that people begin by themselves. `packed`: a scheduler that fills the
 * fullest node first, as JupyterHub's user scheduler does; `spread`: the default of Kubernetes.
 */
export const fragmentationOf = (own: number, scheduling: 'packed' | 'spread'): number => 1 + strays[scheduling].together + strays[scheduling].own * own
