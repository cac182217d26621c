/** What GKE refuses. */
import { isIn, regions, versionNamed, zones } from './catalogue.ts'
import { listOf, messageOf, saidIn, textOf, type Message } from './messages.ts'
import { GoogleError, invalid, unimplemented } from './refusal.ts'
import type { World } from './world.ts'

export function locationOf(world: World, parent: string): string {
  const match = /^projects\/([^/]+)\/locations\/([^/]+)$/.exec(parent)
  if (!match) return invalid(`Invalid resource name "${parent}"; expected "projects/*/locations/*".`)
  if (match[1] !== world.project) throw new GoogleError('PERMISSION_DENIED', `Permission denied on resource project ${match[1]}.`, { reason: 'CONSUMER_INVALID' })
  if (!zones.includes(match[2]!) && !regions[match[2]!]) throw new GoogleError('PERMISSION_DENIED', `Permission denied on 'locations/${match[2]}' (or it may not exist).`)
  return match[2]!
}

const onlyKnown = (what: string, message: Message, known: readonly string[]): void => {
  const more = saidIn(message).find((field) => !known.includes(field))
  if (more) unimplemented(`${what}.${more}`)
}

export function checkCluster(world: World, location: string, cluster: Message): void {
  onlyKnown('Cluster', cluster, ['name', 'description', 'nodePools', 'resourceLabels', 'initialClusterVersion', 'releaseChannel', 'ipAllocationPolicy', 'networkConfig', 'workloadIdentityConfig', 'addonsConfig', 'shieldedNodes', 'autoscaling'])
  if (!/^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/.test(textOf(cluster, 'name'))) invalid('Invalid value for field "cluster.name": must be 1-40 characters, lowercase letters, numbers and hyphens.')
  if (listOf(cluster, 'nodePools').length === 0) invalid('Cluster.initial_node_count must be greater than zero.')
  checkLabels(cluster['resourceLabels'] as Record<string, string>)
  if (!versionNamed(textOf(cluster, 'initialClusterVersion'))) invalid(`Master version "${textOf(cluster, 'initialClusterVersion')}" is unsupported.`)
  const pool = messageOf(cluster, 'workloadIdentityConfig')?.['workloadPool']
  if (pool && pool !== `${world.project}.svc.id.goog`) invalid(`Invalid value for field "workload_pool": must be "${world.project}.svc.id.goog".`)
  if (messageOf(cluster, 'networkConfig')?.['datapathProvider'] === 'ADVANCED_DATAPATH' && !messageOf(cluster, 'ipAllocationPolicy')?.['useIpAliases']) invalid('Dataplane V2 requires a VPC-native cluster: use_ip_aliases must be set.')
  const names = listOf(cluster, 'nodePools').map((it) => textOf(it, 'name'))
  if (new Set(names).size < names.length) invalid('Node pool names must be unique.')
  for (const it of listOf(cluster, 'nodePools')) checkPool(world, location, it, Boolean(pool))
}

export function checkPool(world: World, location: string, pool: Message, hasWorkloadPool: boolean): void {
  const name = textOf(pool, 'name')
  onlyKnown('NodePool', pool, ['name', 'locations', 'initialNodeCount', 'autoscaling', 'management', 'maxPodsConstraint', 'upgradeSettings', 'config'])
  if (!/^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/.test(name)) invalid(`Invalid value for field "node_pool.name": "${name}".`)
  const config = messageOf(pool, 'config') ?? invalid('Node pool config is required.')
  onlyKnown('NodeConfig', config, ['machineType', 'spot', 'diskSizeGb', 'diskType', 'imageType', 'labels', 'taints', 'resourceLabels', 'oauthScopes', 'workloadMetadataConfig', 'shieldedInstanceConfig', 'metadata'])
  const places = zonesOfPool(location, pool)
  for (const zone of places) {
    if (!zone.startsWith(`${location.replace(/-[a-z]$/, '')}-`) || !zones.includes(zone)) invalid(`Invalid location "${zone}" for the node pool: it is not in the region of the cluster.`)
    const type = textOf(config, 'machineType')
    if (!isIn(zone, type)) invalid(`Machine type with name "${type}" does not exist in zone "${zone}".`)
  }
  if (Number(config['diskSizeGb']) < 10) invalid('Invalid value for field "disk_size_gb": must be at least 10.')
  if (!['pd-standard', 'pd-balanced', 'pd-ssd', ''].includes(textOf(config, 'diskType'))) invalid(`Disk type "${textOf(config, 'diskType')}" is not supported.`)
  if (!['COS_CONTAINERD', 'UBUNTU_CONTAINERD', ''].includes(textOf(config, 'imageType'))) invalid(`Invalid image type "${textOf(config, 'imageType')}".`)
  const pods = Number(messageOf(pool, 'maxPodsConstraint')?.['maxPodsPerNode'] ?? 110)
  if (pods < 8 || pods > 256) invalid('Invalid value for field "max_pods_per_node": must be between 8 and 256.')
  if (messageOf(config, 'workloadMetadataConfig')?.['mode'] === 'GKE_METADATA' && !hasWorkloadPool) invalid('GKE_METADATA needs Workload Identity to be enabled on the cluster.')
  checkLabels(config['resourceLabels'] as Record<string, string>)
  for (const [key, value] of Object.entries(config['labels'] as Record<string, string>)) {
    if (!/^([a-z0-9.-]+\/)?[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/.test(key) || /(^|\.)kubernetes\.io\//.test(key) || !/^([A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?)?$/.test(value)) invalid(`Invalid node label "${key}=${value}".`)
  }
  checkTaints(listOf(config, 'taints'))
  checkAutoscaling(messageOf(pool, 'autoscaling'))
  const count = Number(pool['initialNodeCount']) * places.length
  const max = messageOf(pool, 'autoscaling')?.['enabled'] ? Number(messageOf(pool, 'autoscaling')!['totalMaxNodeCount']) : Infinity
  if (count > max) invalid(`initial_node_count of ${count} exceeds the autoscaling maximum of ${max}.`)
  requireQuota(world, location, config, count)
}

export function requireQuota(world: World, location: string, config: Message, nodes: number): void {
  const short = world.shortage(location, textOf(config, 'machineType'), Number(config['diskSizeGb']), nodes)
  if (nodes > 0 && short) throw new GoogleError('PERMISSION_DENIED', short)
}

export const zonesOfPool = (location: string, pool: Message): string[] => {
  const said = pool['locations'] as string[]
  return said.length > 0 ? said : zones.includes(location) ? [location] : regions[location]!.slice(0, 3)
}

export function checkTaints(taints: Message[]): void {
  for (const taint of taints) {
    if (!/^([a-z0-9.-]+\/)?[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/.test(textOf(taint, 'key')) || !saidIn(taint).includes('effect')) invalid(`Invalid taint "${textOf(taint, 'key')}=${textOf(taint, 'value')}:${textOf(taint, 'effect')}".`)
  }
}

export function checkAutoscaling(autoscaling: Message | null): void {
  if (!autoscaling?.['enabled']) return
  const { minNodeCount = 0, maxNodeCount = 0, totalMinNodeCount = 0, totalMaxNodeCount = 0 } = autoscaling as Record<string, number>
  if ((minNodeCount || maxNodeCount) && (totalMinNodeCount || totalMaxNodeCount)) invalid('The total_*_node_count fields are mutually exclusive with the *_node_count fields.')
  const [min, max] = totalMaxNodeCount ? [totalMinNodeCount, totalMaxNodeCount] : [minNodeCount, maxNodeCount]
  if (max < 1) invalid('Autoscaling max_node_count must be greater than zero.')
  if (min < 0 || min > max) invalid('Autoscaling min_node_count must be between 0 and max_node_count.')
}

function checkLabels(labels: Record<string, string>): void {
  for (const [key, value] of Object.entries(labels)) if (!/^[a-z][a-z0-9_-]{0,62}$/.test(key) || !/^[a-z0-9_-]{0,63}$/.test(value)) invalid(`Invalid resource label "${key}=${value}".`)
}
