/*
 * What a cluster held at a moment, as metering writes it and allocation reads it. Sizes are GiB and cores, and what is counted against a node is what
 * was reserved (requests). Null is what could not be seen: it is a gap, never zero.
 */

/** A look at a whole cluster. It holds until the next one, for `holdsSeconds` at most; what is later than that is a gap. */
export interface ClusterSample {
  at: Date
  holdsSeconds: number
  nodes: NodeSample[]
  hubs: HubSample[]
}

export interface NodeSample {
  name: string
  /** Its pool where the cluster is managed, otherwise the cloud's own name of its group; '' where it has none. */
  pool: string
  /** `user` nodes are for users' servers; all others serve the whole cluster. */
  purpose: 'core' | 'user'
  /** The cloud's name of it; '' where the node has none. */
  machine: string
  spot: boolean
  /** What it offers to pods. */
  cpu: number
  memoryGiB: number
  /** What the machine has; absent where only what it offers is known. */
  size?: { cpu: number; memoryGiB: number }
}

export interface HubSample {
  hubId: string
  pods: PodSample[]
  claims: ClaimSample[]
  loadBalancers: number
  addresses: number
  /** As JupyterHub has them; null where it did not answer. */
  servers: ServerSample[] | null
  /** Accounts of the hub; null where it did not answer. */
  users: number | null
}

/** A pod that has a node. What waits for one, or cannot pull its image, holds nothing and is left out. */
export interface PodSample {
  name: string
  /** `server` is somebody's, `seat` a placeholder, `build` makes an image; `hub` is all else of the hub's own. */
  kind: 'server' | 'seat' | 'build' | 'hub'
  /** Whose server it is, by JupyterHub's name. */
  user: string | null
  /** Of a server: its name, '' for the default one. Absent of all else, and where the pod does not tell. */
  server?: string
  node: string
  cpu: number
  memoryGiB: number
  /** What it really takes, where metrics tell. */
  used: { cpu: number; memoryGiB: number } | null
}

export interface ClaimSample { name: string; kind: 'home' | 'database' | 'other'; user: string | null; gib: number; storageClass: string | null }

export interface ServerSample { user: string; server: string; groups: string[]; started: Date; lastActivity: Date | null; ready: boolean }
