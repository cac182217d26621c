import { specOf } from '@hubfleet/control'
import type { ClusterRow } from '@hubfleet/database'
import type { Step } from '@hubfleet/engine'
import type { Billable, ClusterMachines, WantedMachines } from '@hubfleet/providers'
import type { Handles } from '../handles.ts'

/** A managed or registered cluster as a pass works on it. */
export interface ClusterScope {
  cluster: ClusterRow
  handles: Handles
  /** Throws `managed-only` of a registered one. */
  machines(): ClusterMachines
  wanted: WantedMachines
  /** What is noted of the cluster when the pass ends; see `ClusterStatus`. */
  status: ClusterStatus
}

export type ClusterStep = Step<ClusterScope>

export interface ClusterStatus extends Record<string, unknown> {
  /** The `rebuilds` of the spec for which the cluster was made: what is there is lost if it is no longer. */
  madeFor?: number
  /** What the cluster had in the cloud when it was to go. */
  teardown?: { found: Billable[] }
}

/** Nodes that each pool is to have: what an operator wants at least, or what hubs claim together. */
export function wantedOf(cluster: ClusterRow, claimed: Readonly<Record<string, number>>): WantedMachines {
  const { pools = [], stopped = false, disks = 'keep' } = specOf(cluster)
  const floor = ({ name, min, max }: (typeof pools)[number]): number => (stopped ? 0 : Math.min(max, Math.max(min, claimed[name] ?? 0)))
  return { nodes: Object.fromEntries(pools.map((pool) => [pool.name, floor(pool)])), stopped, keepHomes: disks === 'keep' }
}
