import { readClusterStatus, type ClusterNodeGroup, type ClusterStatus } from '@hubfleet/core'
import type { ClusterRow } from '@hubfleet/database'

export type NodeGroup = ClusterNodeGroup

/** What the last preflight saw of a cluster: nothing of one that was not looked at yet. */
export type Observed = ClusterStatus & Required<Pick<ClusterStatus, 'nodeGroups' | 'storageClasses' | 'defaultStorageClass' | 'autoscaler'>>

export const observedOf = ({ status }: Pick<ClusterRow, 'status'>): Observed => ({ nodeGroups: [], storageClasses: [], defaultStorageClass: null, autoscaler: null, ...readClusterStatus(status) })
