import { Type, type Static } from 'typebox'
import type { HubSpecPatch } from '../hub/spec.ts'
import type { ClusterPrices } from './prices.ts'

export const PoolSchema = Type.Object({
  name: Type.String({ pattern: '^[a-z][a-z0-9-]{0,38}[a-z0-9]$' }),
  purpose: Type.Union([Type.Literal('core'), Type.Literal('user')], { description: 'core holds the hubs themselves, user the servers of people' }),
  machineType: Type.String({ minLength: 1, maxLength: 100 }),
  min: Type.Integer({ minimum: 0, maximum: 1000, description: 'Nodes that are always there' }),
  max: Type.Integer({ minimum: 0, maximum: 1000, description: 'Neither claims of hubs nor the autoscaler get more' }),
  spot: Type.Optional(Type.Boolean({ description: 'Cheaper nodes that the cloud may take away at any time, with all servers on them' })),
  diskGiB: Type.Optional(Type.Integer({ minimum: 10, maximum: 10_000, description: 'Of each node; images lie there. Default: 100' })),
  maxPods: Type.Optional(Type.Integer({ minimum: 8, maximum: 250, description: 'Per node. Default: 110, or what the network of the machine holds' })),
}, { $id: 'Pool', additionalProperties: false })
export type PoolSpec = Static<typeof PoolSchema>

/** What a cluster's row says it should be. */
export interface ClusterSpec {
  provider: string
  /** Id of the credential by which a cloud's cluster is made. */
  credential?: string
  region?: string
  /** All nodes and disks are in it; without it, in several of the region. GKE runs the control plane there too. */
  zone?: string
  /** `1.34`, or as exact as the provider takes it. Default: the provider's own. */
  kubernetesVersion?: string
  channel?: ReleaseChannel
  /** Pools of a managed cluster. `min` is what an operator set as base; claims of hubs add to it up to `max`. */
  pools?: PoolSpec[]
  /** No nodes, and where the provider can, no control plane; what is stored stays. */
  stopped?: boolean
  /** What becomes of the disks of people's homes when the cluster is deleted. Default: keep. */
  disks?: 'keep' | 'delete'
  /** How many times the cluster was asked to be made again after somebody deleted it in the cloud. */
  rebuilds?: number
  /** Address of the API of a registered cluster. */
  server?: string
  hubDefaults?: HubSpecPatch
  /** What its machines cost its owner, version by version; where there are none, list prices hold. */
  prices?: ClusterPrices[]
  /** Who pays for it, as the cloud names it. Of the clusters of one account, one has its free credit. */
  billingAccount?: string
}

export const releaseChannels = ['rapid', 'regular', 'stable', 'extended'] as const
export type ReleaseChannel = (typeof releaseChannels)[number]
