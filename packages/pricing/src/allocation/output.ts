import type { CostComponent } from '@hubfleet/core'

export interface Allocation {
  /** Sorted. Their amounts add up to `total` exactly. */
  lines: AllocationLine[]
  /** What all that was seen cost, without what has no price. It is the same however the period is cut. */
  total: bigint
  /** What has no price, in words. */
  unpriced: string[]
}

export interface AllocationLine {
  /** '' for what is no hub's: the cluster's owner bears it. */
  hubId: string
  component: CostComponent
  /** '' where it is of no pool, group or user. */
  pool: string
  group: string
  user: string
  /** Millionths of the currency; null where no price is known of any of it. */
  micros: bigint | null
  /** That it was there, times how many; of `idle`, `core` and `node-disks`: of nodes. */
  seconds: number
  coreSeconds: number
  gibSeconds: number
  /** So many of `seconds` have no price. */
  unpricedSeconds: number
}

export interface Usage {
  /** Different people who had a server. */
  users: number
  peakServers: number
  /** Nodes that held something of it at once. */
  peakNodes: number
  serverSeconds: number
  /** Not seen. */
  gapSeconds: number
}
export interface HubUsage extends Usage { hubId: string }
export interface TenantUsage extends Usage { tenantId: string }
