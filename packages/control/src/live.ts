import { Type, type Static } from 'typebox'
import type { BuildLine, BuildLogPlace, ImageFacts, Problem } from '@hubfleet/core'
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

/** Something in a cloud that can bill; see the answer of `clusterBillables`. */
export interface LiveBillable {
  kind: string; id: string; name: string; location: string; ours: boolean; known: string
  machineType?: string; spot?: boolean; sizeGiB?: number; diskType?: string; holdsHome?: boolean; part?: string
}

/** An image to look up, with the login that its registry is shown. */
export interface AskedImage { text: string; credentials: { username: string; password: string } | null }
/** What became of it; a problem is the answer for that image alone. */
export type FoundImage = { facts: ImageFacts } | { problem: Problem }

const Nullable = (description: string) => Type.Union([Type.String({ format: 'date-time' }), Type.Null()], { description })

export const CullPreviewSchema = Type.Object({
  by: Type.String({ 'x-extensible-enum': ['chart', 'hubfleet', 'nobody'], description: 'Who culls the hub by itself' }),
  at: Type.String({ format: 'date-time', description: 'When the hub was asked, by the clock of its cluster' }),
  quietUntil: Type.Union([Type.String(), Type.Null()], { description: 'Until when nothing is culled by itself; `never` when it always is quiet' }),
  totals: Type.Object({ now: Type.Integer(), later: Type.Integer(), never: Type.Integer() }, { $id: 'CullTotals', description: 'Servers and users by what becomes of them' }),
  items: Type.Array(Type.Object({
    user: Type.String(),
    server: Type.Union([Type.String(), Type.Null()], { description: 'Empty for the default one; null where the user is deleted' }),
    when: Type.String({ 'x-extensible-enum': ['now', 'later', 'never'], description: 'Whether a cull now takes it, or a later one if nobody uses it until then' }),
    reason: Type.Union([Type.String({ 'x-extensible-enum': ['idle', 'max-age'] }), Type.Null()]),
    why: Type.String({ description: 'In words' }),
    idleSeconds: Type.Union([Type.Number(), Type.Null()]),
    ageSeconds: Type.Union([Type.Number(), Type.Null()]),
    stopsAt: Nullable('When it is stopped by itself, if nobody uses it until then'),
    latestAt: Nullable('The same at the latest: the culler of the chart looks at times of its own'),
    warnedAt: Nullable('Since when its user is told so'),
  }, { $id: 'CullPreviewItem' }), { description: 'Those that are soonest first, at most 1000' }),
}, { $id: 'CullPreview', description: 'Who would be culled, when and why, as the hub says in this moment' })
export type CullPreview = Static<typeof CullPreviewSchema>

/**
 * What clusters and hubs are asked while a caller waits: each look is bounded in time and throws a Problem. Never inside a transaction.
 * The worker's package implements it and main hands it in, so that control and server know no cluster.
 */
export interface Live {
  /** The people of a hub, as JupyterHub itself has them. */
  people: LivePeople
  /** The nodes of a cluster, as seen within the last minute. */
  nodes(clusterId: string): Promise<ClusterNode[]>
  /** Everything of a managed cluster that can bill, as its cloud has it. */
  billables(clusterId: string): Promise<LiveBillable[]>
  /** What a plan of a hub is held against before it is applied. */
  look(hubId: string): Promise<HubLook>
  /** What registries have of images, as far as the cluster's side can tell; an answer for each that was asked. */
  images(clusterId: string, asked: readonly AskedImage[]): Promise<FoundImage[]>
  /** What a build wrote so far, without the hub's secrets. */
  buildLogs(hubId: string, name: string, lines: number): Promise<ContainerLog[]>
  /** Its lines after the last that is had, as they come and without the hub's secrets; ends when the build has, or is not there yet. */
  followBuild(hubId: string, name: string, after: BuildLogPlace | null, signal: AbortSignal): AsyncIterable<BuildLine>
  /** A kubeconfig for a hub's namespace; `expiresAt` is ISO 8601. */
  kubeconfig(hubId: string, options: { role: 'view' | 'operate'; seconds: number }): Promise<{ kubeconfig: string; namespace: string; expiresAt: string }>
  /** Who would be culled now by these limits, and who is by itself later. Nobody is. */
  culls(hubId: string, limits: { timeoutSeconds?: number; maxAgeSeconds?: number }): Promise<CullPreview>
  /** The last lines of a component's containers, or of a user's servers, without the hub's secrets. */
  logs(hubId: string, of: { component: string; user?: string; lines: number }): Promise<ContainerLog[]>
}
