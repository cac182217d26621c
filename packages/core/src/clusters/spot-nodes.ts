/** By what clouds, and Karpenter, tell a node that the cloud may take away at any time. */
const spotLabels: [string, string][] = [
  ['cloud.google.com/gke-spot', 'true'], ['cloud.google.com/gke-preemptible', 'true'], ['eks.amazonaws.com/capacityType', 'SPOT'],
  ['kubernetes.azure.com/scalesetpriority', 'spot'], ['karpenter.sh/capacity-type', 'spot'],
]

/** `values` has every value that a node, or all nodes of a kind, have of a label. Nodes of which only some are spot are not: they are dearer. */
export const isSpot = (values: (label: string) => readonly string[]): boolean => spotLabels.some(([label, value]) => values(label).length > 0 && values(label).every((one) => one === value))
