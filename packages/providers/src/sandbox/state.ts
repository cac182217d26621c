import type { CullWarning, Freeze, OwnCulling, PodSecurityLevel, Route } from '@hubfleet/core'
import type { Billable } from '../machines.ts'
import type { HubMisbehaviour } from './misbehaviour.ts'
import type { HubSettings } from './settings.ts'

/*
 * The document of one cluster. All times are milliseconds of virtual time since 1970. What follows from a time alone (a pod is ready a
 * second after it started) is not stored but computed when somebody looks. Postgres reorders the keys of objects: never rely on theirs.
 */

export interface SandboxCluster {
  /** Up to when the cluster has been played. */
  at: number
  machines: Machines | null
  /** Disks that outlived the cluster. */
  left?: Billable[]
  /** By namespace. A hub stays listed as long as anything of it is there. */
  hubs: Record<string, SandboxHub>
  /** Images that were built here, with their digests: registries have no other image whose tag is a commit. */
  pushed?: Record<string, string>
}

export interface Machines {
  readyAt: number
  /** When a delete will be done. */
  goneAt: number | null
  /** Of Kubernetes; without it the first one that was made. */
  version?: string
  /** What a delete that runs leaves in the cloud. */
  leaves?: Billable[]
  pools: Record<string, Pool>
  defaultStorageClass: string | null
  /** Since when there is a node at all, null while there is none: no pod can have started before. */
  nodesSince: number | null
}

export interface Pool {
  purpose: 'core' | 'user'
  machineType: string
  wanted: number
  ready: number
  /** When the nodes that were added last have booted. */
  bootedAt: number | null
}

export interface SandboxHub {
  namespace: Namespace | null
  release: SandboxRelease | null
  /** The release that has objects outside of namespaces, which stay when the namespace is deleted under it. */
  clusterObjects: { release: string; podPriority: boolean } | null
  /** The certificate that Let's Encrypt gave outlives the release. */
  certificate: boolean
  database: SandboxDatabase | null
  /** By the name of the claim. */
  homes: Record<string, SandboxHome>
  /** Servers that run, start or stop. They outlive the release: nothing stops a user's pod but a hub or whoever deletes it. */
  servers: SandboxServer[]
  /** What was asked to be pulled to all nodes. */
  pull?: { images: string[]; startedAt: number }
  /** The build of an image, in a namespace beside. */
  build?: SandboxBuild
  /** In an OpenShift: what leads to the hub, and since when. */
  route?: { manifest: Route; since: number }
  /** The claims on NFS folders. */
  fileShares?: string[]
  /** Where Hubfleet culls the hub: what it tells people, by what it goes, and when the next round is that makes up for what a leap of the clock left out. */
  ownCulling?: { warnings: CullWarning[]; rules: OwnCulling; nextCullAt: number }
  /** Why only admins may start servers. */
  freeze?: Freeze
  misbehave: HubMisbehaviour[]
  /** `sandbox-helm-cut` cuts once. */
  helmWasCut: boolean
}

export interface SandboxBuild { name: string; startedAt: number; repository: string; commit: string; image: string }

/** `hubId` is the label that tells whose it is. */
export interface Namespace { hubId: string; goneAt: number | null; podSecurity?: PodSecurityLevel }

/** Checksums of the values from which the pods of a part are made. */
export interface SandboxParts { proxy: string; userScheduler: string }

export interface SandboxRelease {
  name: string
  status: 'deployed' | 'pending-install' | 'pending-upgrade'
  revision: number
  updatedAt: number
  valuesHash: string
  chartDigest: string
  jupyterhub: string
  settings: HubSettings
  /** Pods that the admission of an OpenShift lets not in, and why. */
  forbidden?: Record<string, string>
  /** What servers of people run who chose nothing. */
  serverImage?: string
  /** What its continuous puller brings to nodes, and since when. */
  images?: string[]
  imagesSince?: number
  /** When the hub's pod started; any changed value restarts it. */
  hubStartedAt: number
  /** When the other pods started; they stay over an upgrade that changes nothing of theirs. */
  proxyStartedAt: number
  /** Without it, as the proxy's. */
  schedulerStartedAt?: number
  parts?: SandboxParts
  seats: number
  seatsChangedAt: number
  /** Host part in 203.0.113.0/24, taken at the install. */
  host: number | null
  hostSince: number | null
  nextCullAt: number
}

/** What the hub remembers of its users. Without it the pods of users run on, unknown to the hub. */
export interface SandboxDatabase { storageClass: string | null; users: Record<string, SandboxUser>; /** Members by group. */ groups?: Record<string, string[]>; /** Null where it is no disk of the cluster. */ sizeGiB?: number | null }
export interface SandboxUser {
  created: number
  lastActivity: number | null
  admin?: boolean
  /** Named servers that were made and not removed. */
  servers?: string[]
  /** Why the last start failed, by the name of the server. */
  failedStarts?: Record<string, string>
}

/** By the name of its server: '' for the default one. */
export interface SandboxHome { user: string; sizeGiB: number; storageClass: string | null }

/** `name` is '' for a user's default server. */
export interface SandboxServer {
  user: string
  name: string
  requestedAt: number
  memory: number
  /** What its pod runs; absent of servers of before images were played. */
  image?: string
  /** Of the hub that started it. */
  jupyterhub?: string
  /** When it is ready; null as long as it has no room. */
  readyAt: number | null
  /** When it is gone, once it was asked to stop and takes its time. */
  goneAt: number | null
  /** Forgotten with the hub's database. */
  orphan: boolean
  /** The visit that uses it, or used it last. */
  visit: { start: number; end: number; activeUntil: number; pause: number }
}

export const emptyHub = (): SandboxHub => ({
  namespace: null, release: null, clusterObjects: null, certificate: false, database: null, homes: {}, servers: [], misbehave: [], helmWasCut: false,
})

export const emptyCluster = (at: number): SandboxCluster => ({ at, machines: null, hubs: {} })

/** The hubs in an order that does not change, with their namespaces. */
export const hubsOf = (cluster: SandboxCluster): [string, SandboxHub][] => Object.entries(cluster.hubs).sort(([a], [b]) => (a < b ? -1 : 1))

export const claimName = (user: string, server: string): string => `claim-${user}${server ? `--${server}` : ''}`
/** The name of the server that a claim of somebody is for. */
export const serverOfClaim = (claim: string, user: string): string => claim.slice(claimName(user, '').length + 2)
export const podName = (user: string, server: string): string => `jupyter-${user}${server ? `--${server}` : ''}`
