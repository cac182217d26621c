import type { NodeRoom } from '../capacity/users-per-node.ts'
import type { PriceBookInput } from '../catalogue/price-book.ts'
import type { Pattern } from '../demand/pattern.ts'
import type { Calendar } from '../demand/timeline.ts'
import type { CullingTimes } from '../demand/presence.ts'

/** What a hub is to be estimated by. Only `provider`, `region`, a type of users and a user pool are needed; `assumptions` of the answer says what was taken for the rest. */
export interface EstimateInput extends PriceBookInput {
  users: UserType[]
  userPools: UserPool[]
  /** Nodes for the hub itself; they always run. */
  corePool?: CorePool | null
  mode?: EstimateMode
  /** Of all types of users that have none of their own. */
  pattern?: Pattern
  /** The weeks that are reckoned, and what `term` tells of; otherwise a typical week, over and over. */
  calendar?: Calendar
  /** Null: idle servers are never stopped. */
  culling?: CullingTimes | null
  /** Servers that may run at once, over all users. */
  concurrentLimit?: number
  /** Seats kept warm, each as large as a user's server. */
  placeholders?: number
  scheduling?: 'packed' | 'spread'
  /** How long the autoscaler keeps a node that nobody needs. */
  scaleDownMinutes?: number
  /** How long a new node takes until a server runs on it, its image included. */
  nodeStartMinutes?: number
  loadBalancers?: number
  addresses?: number
  /** Null: no fee, as on a cluster that somebody else pays for. */
  controlPlane?: string | null
  /** The provider's monthly credit for one cluster per billing account (on GKE a zonal or Autopilot one) is had for this cluster. */
  controlPlaneCredit?: boolean
  /** Hubs that share the control plane, the core nodes and the load balancers. */
  sharedByHubs?: number
  /** The disk of the hub's own database. */
  hubDiskGiB?: number
  egressGiB?: number
  /** Anything else that is paid by the month, USD. */
  extras?: { name: string; perMonth: number }[]
  hoursPerMonth?: number
  /** Share taken off the on-demand price of nodes: committed use, an agreement. */
  discount?: number
  /** Apply the provider's sustained-use discount, where the machine's family has one. */
  sustainedUse?: boolean
  /** Also say what so many months cost; with a `calendar` its own length is told. */
  months?: number
  /** `simulation` plays what each person does, event by event, drawn with the `seed` (1 where it is not said): the same again for the same seed. */
  method?: 'closed-form' | 'simulation'
  seed?: number
  /** When given, old prices are warned about. */
  now?: Date
}

/** Guarantees are what the scheduler reserves; memory in GiB (JupyterHub's `G`), CPU in cores. */
export interface UserType {
  name?: string
  count: number
  memoryGuaranteeGiB: number
  cpuGuarantee?: number
  homeGiB?: number
  storageClass?: string | null
  /** Homes there are, when users left and their homes stayed; otherwise one each. */
  homes?: number
  pattern?: Pattern
  culling?: CullingTimes | null
  /** The user pool that has their servers; otherwise all, by their `share`. */
  pool?: string
}

export interface UserPool extends NodeRoom {
  name?: string
  machine: string
  min?: number
  max?: number
  /** Share of the users that this pool serves; otherwise all pools serve the same. */
  share?: number
  /** Share of the nodes that are spot machines. */
  spotShare?: number
  /** Null: none that is billed. */
  bootDisk?: { gib: number; storageClass?: string } | null
}

export interface CorePool { machine: string; count: number; bootDisk?: UserPool['bootDisk'] }

/** `fixed` nodes always run: so many, or as many as `peakUsers` (otherwise the pattern's peak) and a `headroom` share more need. */
export type EstimateMode = { kind: 'autoscale' } | { kind: 'fixed'; nodes?: number; peakUsers?: number; headroom?: number }
