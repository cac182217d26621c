import type { NodeSample, PodSample } from '@hubfleet/core'

/** A node's price is split into cores and GiB as far as these prices of one core and one GiB (n1 and n2, us-central1) are apart. */
const weight = { core: 0.031611, gib: 0.004237 }

/** How much of a node, 0 to 1, so many of its cores and GiB are. */
export const partOf = ({ cpu, memoryGiB }: { cpu: number; memoryGiB: number }, of: { cpu: number; memoryGiB: number }): number => ratio(cpu * weight.core + memoryGiB * weight.gib, of.cpu * weight.core + of.memoryGiB * weight.gib)

/** What a pod takes: what it asked for, or what it really uses where that is more. */
export const takenBy = ({ cpu, memoryGiB, used }: PodSample): { cpu: number; memoryGiB: number } => ({ cpu: Math.max(cpu, used?.cpu ?? 0), memoryGiB: Math.max(memoryGiB, used?.memoryGiB ?? 0) })

/** The pods' parts of their node, and what is left of it. Pods that take more than it offers share all of it. */
export function nodeShares(node: NodeSample, pods: readonly PodSample[]): { parts: number[]; idle: { part: number; cpu: number; memoryGiB: number } } {
  const taken = pods.map(takenBy)
  const full = { cpu: Math.max(node.cpu, sum(taken.map(({ cpu }) => cpu))), memoryGiB: Math.max(node.memoryGiB, sum(taken.map(({ memoryGiB }) => memoryGiB))) }
  // Cores and GiB that are over-asked-for are cut each by itself: who takes all memory leaves the cores idle all the same.
  const scale = { cpu: ratio(node.cpu, full.cpu), memoryGiB: ratio(node.memoryGiB, full.memoryGiB) }
  const parts = taken.map(({ cpu, memoryGiB }) => partOf({ cpu: cpu * scale.cpu, memoryGiB: memoryGiB * scale.memoryGiB }, node))
  const left = { cpu: full.cpu - sum(taken.map(({ cpu }) => cpu)), memoryGiB: full.memoryGiB - sum(taken.map(({ memoryGiB }) => memoryGiB)) }
  return { parts, idle: { part: Math.max(0, 1 - sum(parts)), ...left } }
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
const ratio = (a: number, b: number): number => (b > 0 ? a / b : 0)
