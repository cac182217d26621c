import type { ClusterRow } from '@hubfleet/database'

/** Nodes alike, as the preflight of a registered cluster stores them in its status (`NodeGroup` of the cluster package). */
export interface NodeGroup {
  machineType: string
  nodes: number
  cpu: number
  memoryBytes: number
  pods: number
  extra: Record<string, number>
  volumes: Record<string, number>
  labels: Record<string, string[]>
  taints: { key: string; value?: string; effect: string }[]
  daemons: { cpu: number; memoryBytes: number; pods: number }
}

export interface Observed { nodeGroups: NodeGroup[]; provisioners: Record<string, string>; defaultStorageClass: string | null; autoscaler: string | null; networkPolicies?: 'enforced' | 'not-enforced' | 'unknown' | undefined }

/** What the last preflight saw; nothing for a cluster that was not looked at yet. */
export function observedOf({ status }: Pick<ClusterRow, 'status'>): Observed {
  const { nodeGroups = [], provisioners = {}, defaultStorageClass = null, autoscaler = null, networkPolicies } = status as Partial<Observed>
  return { nodeGroups, provisioners, defaultStorageClass, autoscaler, networkPolicies }
}
