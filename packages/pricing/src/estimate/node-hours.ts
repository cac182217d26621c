/** Node-hours of a month that is as the given time is on average. */
export function nodeHours(nodes: Float64Array, hoursPerMonth: number): number {
  let sum = 0
  for (let step = 0; step < nodes.length; step++) sum += nodes[step]!
  return sum / nodes.length * hoursPerMonth
}

/**
 * Node-hours weighed by a sustained-use discount. The provider stacks machines of a family: the first one runs whenever any runs,
 * the second whenever two run; each layer is discounted by the part of the month in which it runs, quarter by quarter.
 */
export function sustainedNodeHours(nodes: Float64Array, hoursPerMonth: number, quartileMultipliers: number[]): number {
  const peak = Math.ceil(nodes.reduce((most, count) => Math.max(most, count), 0))
  const layers = new Float64Array(peak)
  for (const count of nodes) for (let layer = 0; layer < count; layer++) layers[layer]! += Math.min(1, count - layer)
  return layers.reduce((hours, sum) => hours + hoursPerMonth * sustainedPart(sum / nodes.length, quartileMultipliers), 0)
}

/** What a machine that runs this part of the month (0..1) pays, as a part of the month's full price. */
export function sustainedPart(part: number, quartileMultipliers: number[]): number {
  const width = 1 / quartileMultipliers.length
  return quartileMultipliers.reduce((sum, multiplier, quarter) => sum + Math.min(width, Math.max(0, part - quarter * width)) * multiplier, 0)
}
