import { stepsPerWeek } from './pattern.ts'
import { heldMaximum } from './presence.ts'

export interface NodeDemand {
  /** Servers that run, per step of the week. */
  servers: Float64Array
  placeholders: number
  slotsPerNode: number
  min: number
  max: number
  /** Steps that a node stays after it is no longer needed. */
  scaleDownSteps: number
  /** Nodes that run for each one that is needed, because stray servers keep nodes alive; at least 1. */
  fragmentation: number
}

/** Nodes per step of the week as an expectation, so with fractions. `unserved` is how many servers would wait at the worst moment. */
export interface NodeWeek { nodes: Float64Array; peak: number; unserved: number }

export function autoscaledNodes({ servers, placeholders, slotsPerNode, min, max, scaleDownSteps, fragmentation }: NodeDemand): NodeWeek {
  const needed = servers.map((count) => nodesFor(count + placeholders, slotsPerNode))
  // Fragmentation keeps nodes that were made; it never makes more than the busiest moment needs.
  const busiest = needed.reduce((most, count) => Math.max(most, count), 0)
  const nodes = heldMaximum(needed, scaleDownSteps).map((count) => Math.min(Math.max(max, min), Math.max(min, Math.min(busiest, count * fragmentation))))
  const peak = nodes.reduce((most, count) => Math.max(most, count), 0)
  const peakServers = servers.reduce((most, count) => Math.max(most, count), 0)
  return { nodes, peak, unserved: Math.max(0, Math.ceil(peakServers - Math.max(max, min) * slotsPerNode - 1e-9)) }
}

export const constantNodes = (count: number): Float64Array => new Float64Array(stepsPerWeek).fill(count)

/** Whole nodes for so many servers; none for none, also when no server fits. */
export const nodesFor = (servers: number, slotsPerNode: number): number => (servers <= 1e-9 ? 0 : Math.ceil(Math.ceil(servers - 1e-9) / slotsPerNode))

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
