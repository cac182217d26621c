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

export const peakOf = (time: Float64Array): number => time.reduce((most, value) => Math.max(most, value), 0)

/** Factors of an event simulation (first-fit, three classes a week), by servers at the peak; between them a line over the logarithm. */
const measured = { packed: [[1, 1], [40, 1.02], [300, 1.17], [1500, 1.28]], spread: [[1, 1], [40, 1.02], [300, 1.45], [1500, 1.95]] } as const

/** `packed`: a scheduler that fills the fullest node first, as JupyterHub's user scheduler does; `spread`: the default of Kubernetes. */
export function fragmentationOf(peakServers: number, scheduling: 'packed' | 'spread'): number {
  const points = measured[scheduling]
  for (let i = 1; i < points.length; i++) {
    const [[x0, y0], [x1, y1]] = [points[i - 1]!, points[i]!]
    if (peakServers <= x1) return y0 + (y1 - y0) * Math.log(Math.max(peakServers, x0) / x0) / Math.log(x1 / x0)
  }
  return points.at(-1)![1]
}
