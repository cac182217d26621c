import type { CloudCredential, CredentialCloud } from '@hubfleet/core'

/** A credential with its secret. */
export type OpenCredential = CloudCredential & {
  /** A token that Hubfleet signs for the tenant, which a cloud takes that was told to trust it. For `…-federation`. */
  identityToken(audience: string): Promise<string>
}

/** What a managed cluster is to have at the moment. */
export interface WantedMachines {
  /** By pool: so many nodes at once, whatever its autoscaler thinks; it may add up to the pool's `max`. */
  nodes: Readonly<Record<string, number>>
  /** Nothing that can be without is to bill. All of `nodes` is 0 then. */
  stopped: boolean
  /** When the cluster goes, the disks of people's homes stay in the cloud. */
  keepHomes: boolean
}

/** The life of a managed cluster in its cloud. */
export interface ClusterMachines {
  /**
   * What the cluster is made of, in the order in which it is made; it goes in the reverse order. The list itself asks nothing of the cloud,
   * and has the same names for the same spec.
   */
  parts(wanted: WantedMachines): readonly Part[]
  /** The pools that are there; none where there is no cluster. */
  pools(signal: AbortSignal): Promise<PoolState[]>
  /** What the account may not have of what is wanted and not there yet; none where all of it fits. */
  quota(wanted: WantedMachines, signal: AbortSignal): Promise<Shortfall[]>
  /** Everything of the cluster that can bill, also after its end: what was left by whom ever made it. */
  billables(signal: AbortSignal): Promise<Billable[]>
  /** Removes what is ours and left after the cluster is gone, and tells which it asked to go; they need a while. With `keepHomes` no disk that may hold files of people. */
  sweep(options: { keepHomes: boolean }, signal: AbortSignal): Promise<Billable[]>
}

/** One of the things that a cluster is made of: a network, the control plane, its pools. Each method may be cut at any point and run again. */
export interface Part {
  name: string
  of: 'machines' | 'capacity'
  /** Its loss is the loss of all that is in the cluster: it is not made again without being asked. */
  vital?: true
  /** Throws a Problem where it failed for good, or the cloud does not answer. */
  observe(signal: AbortSignal): Promise<PartState>
  /** One nudge toward what is wanted; never waits for its own effect. */
  make(signal: AbortSignal): Promise<void>
  /** One nudge toward its end; also cancels what runs, where the cloud can. Without it the part goes with the ones before it. */
  remove?(signal: AbortSignal): Promise<void>
}

export type PartState =
  | { is: 'absent' }
  | { is: 'ready'; message: string }
  /** `make` mends it. */
  | { is: 'differs'; message: string }
  /** The cloud works on it. */
  | { is: 'busy'; message: string; againSeconds: number; /** `remove` ends what it works on. */ cancelable?: boolean }
  /** Of that name, and not this cluster's: it is never touched. */
  | { is: 'foreign'; message: string }

/** `wanted` is the floor as it is set in the cloud, `ready` the nodes that take pods. */
export interface PoolState { name: string; wanted: number; ready: number }

/** What does not fit a quota: `used` is there already, `wanted` comes on top. */
export interface Shortfall { what: string; location: string; limit: number; used: number; wanted: number; unit: string; /** Where to ask for more. */ url: string }

export const billableKinds = [
  'cluster', 'machine', 'disk', 'snapshot', 'load-balancer', 'forwarding-rule', 'target-proxy', 'url-map', 'backend-service', 'endpoint-group', 'target-pool', 'target-group',
  'address', 'nat', 'network', 'image', 'log-bucket', 'file-share', 'other',
] as const

/** Something in a cloud that can bill. */
export interface Billable {
  kind: (typeof billableKinds)[number]
  /** The cloud's full name of it. */
  id: string
  name: string
  /** Region or zone. */
  location: string
  /** Proven to be this cluster's, by a mark that only Hubfleet or the cluster's own controllers set. What is not is told and never touched. */
  ours: boolean
  /** What it is known by, in words: the label, the tag, the name. */
  known: string
  /** What its price is known by. */
  machineType?: string
  spot?: boolean
  sizeGiB?: number
  diskType?: string
  /** May hold files of people. */
  holdsHome?: boolean
  /** The part with which it goes; what has none was left, or made by somebody in the cluster. */
  part?: string
}

/** What a credential was found to be. */
export interface CredentialFinding {
  cloud: CredentialCloud
  /** Who the cloud says we are. */
  identity: string
  /** Permissions that a cluster's life needs and it does not have, by the cloud's names. */
  missing: string[]
  /** The project's, subscription's or account's name for people. */
  account: string
}
