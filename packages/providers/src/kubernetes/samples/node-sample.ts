import type { V1Node } from '@hubfleet/cluster'
import { isSpot, parseQuantity, type NodeSample } from '@hubfleet/core'

/** The pool of a managed cluster that a node of these labels is of; null where they tell of none. */
export type PoolOf = (labels: Record<string, string>) => string | null | undefined

/** By what clouds, and Karpenter, tell groups of nodes. */
const groupLabels = ['cloud.google.com/gke-nodepool', 'eks.amazonaws.com/nodegroup', 'kubernetes.azure.com/agentpool', 'agentpool', 'karpenter.sh/nodepool']

export function nodeSample({ metadata, status }: V1Node, poolOf: PoolOf): NodeSample {
  const labels = metadata?.labels ?? {}
  const sizeIn = (resources: Record<string, string> = {}) => ({ cpu: parseQuantity(resources['cpu'] ?? '0') ?? 0, memoryGiB: (parseQuantity(resources['memory'] ?? '0') ?? 0) / 1024 ** 3 })
  return {
    name: metadata?.name ?? '',
    pool: poolOf(labels) ?? groupLabels.map((label) => labels[label]).find((group) => group !== undefined) ?? '',
    purpose: labels['hub.jupyter.org/node-purpose'] === 'user' ? 'user' : 'core',
    machine: labels['node.kubernetes.io/instance-type'] ?? '',
    spot: isSpot((label) => (labels[label] === undefined ? [] : [labels[label]])),
    ...sizeIn(status?.allocatable), ...(status?.capacity && { size: sizeIn(status.capacity) }),
  }
}
