import type { ClusterSample, SharingRule } from '@hubfleet/core'
import type { HourlyPrices } from './hourly-prices.ts'

/** A cluster over a period, as it was seen. */
export interface AllocationInput {
  from: Date
  to: Date
  /** In any order, and any of them twice. Those before the period matter as long as they hold. */
  samples: readonly ClusterSample[]
  prices: HourlyPrices
  /** How what serves the whole cluster is shared among the hubs in it. */
  sharedBy: SharingRule
  /** All hubs that were in the cluster in the period. One that is in a sample but not here is reckoned as nobody's. */
  hubs: readonly HubLife[]
  /** From when and until when the cluster was there; what was not seen before or after is no gap. */
  cluster: { from: Date; to: Date | null }
  /** The disk that a node boots from; null where it costs nothing of its own, as with machines in one's own room. */
  bootDisk(pool: string): { storageClass: string | null; gib: number } | null
  /** Null where nobody pays for one. `credited`: it has what a billing account gets free. */
  controlPlane: { tier: string; credited: boolean } | null
}

export interface HubLife {
  hubId: string
  /** Whose it is. */
  tenantId: string
  from: Date
  to: Date | null
  /** Of a person in several groups the first one here counts (`primaryGroup`). */
  groupOrder: readonly string[]
}
