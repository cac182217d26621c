import type { ManagedCluster, ManagedClusterAgentPoolProfile } from '@azure/arm-containerservice'
import type { ClusterSpec } from '../provider.ts'
import { tagOf, tagsOf } from './names.ts'
import type { Place } from './place.ts'

/**
 * AKS's channels by ours. `regular` and `stable` are one to AKS; the extended one stays on its minor version, which AKS supports for two years at the premium
 * price. Without a channel nothing is restarted that nobody asked to: versions and node images stay until they are changed.
 */
const channels: Record<NonNullable<ClusterSpec['channel']>, { upgradeChannel: string; nodeOSUpgradeChannel: string }> = {
  rapid: { upgradeChannel: 'rapid', nodeOSUpgradeChannel: 'NodeImage' },
  regular: { upgradeChannel: 'stable', nodeOSUpgradeChannel: 'NodeImage' },
  stable: { upgradeChannel: 'stable', nodeOSUpgradeChannel: 'NodeImage' },
  extended: { upgradeChannel: 'patch', nodeOSUpgradeChannel: 'NodeImage' },
}
const noChannel = { upgradeChannel: 'none', nodeOSUpgradeChannel: 'None' }

/** Half-empty nodes go after ten minutes; pods of people are bare ones, which the autoscaler never moves. */
const autoScalerProfile = { expander: 'least-waste', scaleDownUnneededTime: '10m', scaleDownDelayAfterAdd: '10m', skipNodesWithLocalStorage: 'false' }

/** What of a cluster can change while it lives. */
export function changeable({ record }: Place) {
  const { channel } = record.spec
  const extended = channel === 'extended'
  return {
    sku: { name: 'Base', tier: extended ? 'Premium' : 'Standard' },
    supportPlan: extended ? 'AKSLongTermSupport' : 'KubernetesOfficial',
    autoUpgradeProfile: channel ? channels[channel] : noChannel,
    autoScalerProfile,
    oidcIssuerProfile: { enabled: true },
    securityProfile: { workloadIdentity: { enabled: true } },
    disableLocalAccounts: true,
  } satisfies Partial<ManagedCluster>
}

/**
 * A whole cluster as it is made. Pods have addresses of their own (overlay), so that no subnet runs out; Cilium enforces network policies; who may do what in
 * it is decided by Azure's roles.
 */
export function newCluster(place: Place, systemPool: ManagedClusterAgentPoolProfile): ManagedCluster {
  const { record: { spec }, names, region, record } = place
  return {
    location: region, tags: tagsOf(record),
    ...changeable(place),
    identity: { type: 'SystemAssigned' },
    ...(spec.kubernetesVersion !== undefined && { kubernetesVersion: spec.kubernetesVersion }),
    dnsPrefix: names.dnsPrefix, nodeResourceGroup: names.nodeGroup,
    enableRbac: true, aadProfile: { managed: true, enableAzureRbac: true },
    networkProfile: { networkPlugin: 'azure', networkPluginMode: 'overlay', networkDataplane: 'cilium', networkPolicy: 'cilium', loadBalancerSku: 'standard', outboundType: 'loadBalancer' },
    agentPoolProfiles: [systemPool],
  }
}

/** In what a cluster differs from what is wanted; none where nothing is to change. */
export function drift(place: Place, cluster: ManagedCluster): string[] {
  const wanted = changeable(place)
  const found: string[] = []
  const compare = (what: string, is: unknown, should: unknown): void => {
    if (String(is ?? '').toLowerCase() !== String(should).toLowerCase()) found.push(`${what}: ${String(is ?? 'not set')}, ${String(should)} wanted`)
  }
  compare('tier', cluster.sku?.tier, wanted.sku.tier)
  compare('support', cluster.supportPlan ?? 'KubernetesOfficial', wanted.supportPlan)
  compare('channel', cluster.autoUpgradeProfile?.upgradeChannel ?? 'none', wanted.autoUpgradeProfile.upgradeChannel)
  compare('channel of node images', cluster.autoUpgradeProfile?.nodeOSUpgradeChannel ?? 'None', wanted.autoUpgradeProfile.nodeOSUpgradeChannel)
  for (const [name, value] of Object.entries(wanted.autoScalerProfile)) compare(`autoscaler's ${name}`, (cluster.autoScalerProfile as Record<string, unknown> | undefined)?.[name], value)
  compare('OIDC issuer', cluster.oidcIssuerProfile?.enabled ?? false, true)
  compare('workload identity', cluster.securityProfile?.workloadIdentity?.enabled ?? false, true)
  compare('local accounts off', cluster.disableLocalAccounts ?? false, true)
  for (const [name, value] of Object.entries(tagsOf(place.record))) compare(`tag ${name}`, tagOf(cluster.tags, name), value)
  return found
}
