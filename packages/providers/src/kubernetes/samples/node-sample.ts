import type { V1Node } from '@hubfleet/cluster'
import { parseQuantity, type NodeSample } from '@hubfleet/core'

/** The pool of a managed cluster that a node of these labels is of; null where they tell of none. */
export type PoolOf = (labels: Record<string, string>) => string | null | undefined

/** By what clouds, and Karpenter, tell groups of nodes. */
const groupLabels = ['cloud.google.com/gke-nodepool', 'eks.amazonaws.com/nodegroup', 'kubernetes.azure.com/agentpool', 'agentpool', 'karpenter.sh/nodepool']

const spotLabels: [string, string][] = [
  ['cloud.google.com/gke-spot', 'true'], ['cloud.google.com/gke-preemptible', 'true'], ['eks.amazonaws.com/capacityType', 'SPOT'],
  ['kubernetes.azure.com/scalesetpriority', 'spot'], ['karpenter.sh/capacity-type', 'spot'],
]

export function nodeSample({ metadata, status }: V1Node, poolOf: PoolOf): NodeSample {
  const labels = metadata?.labels ?? {}
  const amount = (resource: string) => parseQuantity(status?.allocatable?.[resource] ?? '0') ?? 0
  return {
    name: metadata?.name ?? '',
    pool: poolOf(labels) ?? groupLabels.map((label) => labels[label]).find((group) => group !== undefined) ?? '',
    purpose: labels['hub.jupyter.org/node-purpose'] === 'user' ? 'user' : 'core',
    machine: labels['node.kubernetes.io/instance-type'] ?? '',
    spot: spotLabels.some(([label, value]) => labels[label] === value),
    cpu: amount('cpu'), memoryGiB: amount('memory') / 1024 ** 3,
  }
}
