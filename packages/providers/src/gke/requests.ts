/** The messages by which GKE is told what to make: pure. */
import type { protos } from '@google-cloud/container'
import type { PoolSpec } from '@hubfleet/core'
import { gkePoolName, labelsOf, marks, traitsOf } from './names.ts'
import type { GkeCluster, GkePool, Place } from './place.ts'

type Taint = protos.google.container.v1.INodeTaint
export type Autoscaling = protos.google.container.v1.INodePoolAutoscaling

/** GKE's name for the key of the taint, since it has not always taken the slash; the chart tolerates both. */
const dedicated = 'hub.jupyter.org_dedicated'

/** Servers go on where they run, and no new ones come. */
export const retired: Taint = { key: 'hubfleet.dev_retired', value: 'true', effect: 'NO_SCHEDULE' }

export const taintsOf = ({ purpose }: PoolSpec): Taint[] => (purpose === 'user' ? [{ key: dedicated, value: 'user', effect: 'NO_SCHEDULE' }] : [])

/**
 * How many zones a pool is in: the most, up to 3, of which its `max` is a multiple. GKE sizes all zones of a pool alike, and so it has never more
 * nodes than its `max`.
 */
export const zonesFor = ({ max }: PoolSpec, zones: readonly string[]): string[] => zones.slice(0, [3, 2, 1].find((count) => count <= zones.length && max % count === 0) ?? 1)

/** Nodes in each zone for a floor. */
export const perZone = (floor: number, zones: number): number => Math.ceil(floor / Math.max(1, zones))

/** The autoscaler may neither take the floor away nor add beyond the maximum; a pool that may have no node has no autoscaler. */
export const autoscalingFor = ({ max }: PoolSpec, floor: number, stopped: boolean): Autoscaling =>
  stopped || max === 0 ? { enabled: false } : { enabled: true, totalMinNodeCount: floor, totalMaxNodeCount: max }

export function poolRequest({ record }: Place, pool: PoolSpec, { floor, zones, stopped }: { floor: number; zones: readonly string[]; stopped: boolean }): GkePool {
  const { machineType, spot, diskGiB, maxPods } = traitsOf(pool)
  return {
    name: gkePoolName(record, pool),
    locations: [...zones],
    initialNodeCount: stopped ? 0 : perZone(floor, zones.length),
    autoscaling: autoscalingFor(pool, floor, stopped),
    management: { autoRepair: true, autoUpgrade: true },
    maxPodsConstraint: { maxPodsPerNode: maxPods },
    upgradeSettings: { maxSurge: 1, maxUnavailable: 0 },
    config: {
      machineType, spot, diskSizeGb: diskGiB, diskType: 'pd-balanced', imageType: 'COS_CONTAINERD',
      labels: { 'hub.jupyter.org/node-purpose': pool.purpose, [`hubfleet.dev/pool`]: pool.name },
      taints: taintsOf(pool),
      resourceLabels: { ...labelsOf(record), [marks.pool]: pool.name },
      oauthScopes: ['https://www.googleapis.com/auth/cloud-platform'],
      workloadMetadataConfig: { mode: 'GKE_METADATA' },
      shieldedInstanceConfig: { enableSecureBoot: true, enableIntegrityMonitoring: true },
      metadata: { 'disable-legacy-endpoints': 'true' },
    },
  }
}

/** With its pools from the first moment on: no default pool is made that would have to go again. */
export function clusterRequest({ record }: Place, project: string, nodePools: GkePool[]): GkeCluster {
  const { name, spec: { kubernetesVersion, channel = 'regular' } } = record
  return {
    name, nodePools,
    description: 'Made by Hubfleet',
    resourceLabels: labelsOf(record),
    ...(kubernetesVersion !== undefined && { initialClusterVersion: kubernetesVersion }),
    releaseChannel: { channel: channelOf(channel) },
    ipAllocationPolicy: { useIpAliases: true },
    // enforces NetworkPolicies, which hubs stand on, without an addon of its own
    networkConfig: { datapathProvider: 'ADVANCED_DATAPATH' },
    workloadIdentityConfig: { workloadPool: `${project}.svc.id.goog` },
    addonsConfig: { gcePersistentDiskCsiDriverConfig: { enabled: true }, httpLoadBalancing: { disabled: false }, horizontalPodAutoscaling: { disabled: false } },
    shieldedNodes: { enabled: true },
    // empty nodes go sooner
    autoscaling: { autoscalingProfile: 'OPTIMIZE_UTILIZATION' },
  }
}

export const channelOf = (channel: string) => channel.toUpperCase() as 'RAPID' | 'REGULAR' | 'STABLE' | 'EXTENDED'
