import { Type, type Static } from 'typebox'
import type { ImageFacts, Problem } from '@hubfleet/core'
import type { LivePeople } from './people/live.ts'

export const ClusterNodeSchema = Type.Object({
  name: Type.String(),
  machineType: Type.String({ description: 'The cloud\'s name of it; empty where the node has none' }),
  cpu: Type.Number({ description: 'Cores that pods can ask for' }),
  memoryBytes: Type.Number({ description: 'Memory that pods can ask for' }),
  pods: Type.Integer({ description: 'Pods it takes at most' }),
  ready: Type.Boolean(),
}, { $id: 'ClusterNode' })
export const ContainerLogSchema = Type.Object({
  pod: Type.String(), container: Type.String(), text: Type.String({ description: 'Empty where it has not started' }),
}, { $id: 'ContainerLog' })
export type ContainerLog = Static<typeof ContainerLogSchema>

/** A hub as it is in its cluster. */
export interface HubLook {
  /** A hash of each object of its release, by the object's name. */
  fingerprints: Record<string, string>
  /** People whose servers run; null where the hub could not be asked. */
  connected: number | null
}

export type ClusterNode = Static<typeof ClusterNodeSchema>

/** An image to look up, with the login that its registry is shown. */
export interface AskedImage { text: string; credentials: { username: string; password: string } | null }
/** What became of it; a problem is the answer for that image alone. */
export type FoundImage = { facts: ImageFacts } | { problem: Problem }

/**
 * What clusters and hubs are asked while a caller waits: each look is bounded in time and throws a Problem. Never inside a transaction.
 * The worker's package implements it and main hands it in, so that control and server know no cluster.
 */
export interface Live {
  /** The people of a hub, as JupyterHub itself has them. */
  people: LivePeople
  /** The nodes of a cluster, as seen within the last minute. */
  nodes(clusterId: string): Promise<ClusterNode[]>
  /** What a plan of a hub is held against before it is applied. */
  look(hubId: string): Promise<HubLook>
  /** What registries have of images, as far as the cluster's side can tell; an answer for each that was asked. */
  images(clusterId: string, asked: readonly AskedImage[]): Promise<FoundImage[]>
  /** What a build wrote so far, without the hub's secrets. */
  buildLogs(hubId: string, name: string, lines: number): Promise<ContainerLog[]>
  /** A kubeconfig for a hub's namespace; `expiresAt` is ISO 8601. */
  kubeconfig(hubId: string, options: { role: 'view' | 'operate'; seconds: number }): Promise<{ kubeconfig: string; namespace: string; expiresAt: string }>
  /** The last lines of a component's containers, or of a user's servers, without the hub's secrets. */
  logs(hubId: string, of: { component: string; user?: string; lines: number }): Promise<ContainerLog[]>
}
