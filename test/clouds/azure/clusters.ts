/** Microsoft.ContainerService as AKS does it: one operation at a time, and a resource group of its own for what it rents. */
import { ArmFailure, strict, type Resource } from './arm.ts'
import * as bodies from './bodies.ts'
import { nodesOf, removeNodes, setNodes } from './nodes.ts'
import { region, skus, versions, type Pool, type World } from './world.ts'

export const clusterType = 'Microsoft.ContainerService/managedClusters'
export const seconds = { create: 240, update: 60, upgrade: 300, stop: 90, start: 150, delete: 180, pool: 120, poolChange: 60, poolDelete: 60 }

export const poolsOf = (cluster: Resource): Pool[] => cluster.properties['agentPoolProfiles'] as Pool[]
const resting = (state: unknown): boolean => ['Succeeded', 'Failed', 'Canceled'].includes(String(state))

interface Headers { 'if-match'?: string | undefined; 'if-none-match'?: string | undefined }

export function preconditions(there: Record<string, unknown> | undefined, headers: Headers): void {
  if (headers['if-none-match'] === '*' && there) throw new ArmFailure(412, 'PreconditionFailed', 'The resource exists, and the request has If-None-Match: *.')
  if (headers['if-match'] !== undefined && headers['if-match'] !== there?.['eTag']) throw new ArmFailure(412, 'EtagMismatch', 'The If-Match of the request is not the eTag of the resource.')
}

function idle(cluster: Resource, pool?: Pool): void {
  const busy = !resting(cluster.properties['provisioningState']) ? `cluster is ${cluster.properties['provisioningState']}` : undefined
  const other = pool ? (resting(pool.provisioningState) ? undefined : pool) : poolsOf(cluster).find((one) => !resting(one.provisioningState))
  if (busy ?? other) throw new ArmFailure(409, 'OperationNotAllowed', `Operation is not allowed: another operation is in progress (${busy ?? `pool ${other!.name} is ${other!.provisioningState}`}). Please wait for it to finish before starting a new operation.`)
}

/** An operation that ends later, well or as the test wants it. */
function run(world: World, cluster: Resource, state: string, after: number, end: () => void, kind = state): void {
  const { properties } = cluster
  const token = world.number()
  Object.assign(properties, { provisioningState: state, operation: token, eTag: `etag-${token}` })
  cluster.properties['lastModifiedAt'] = world.now
  world.after(after, () => {
    if (properties['operation'] !== token) return // aborted
    const failure = world.failures.get(kind)
    if (failure) {
      Object.assign(properties, { provisioningState: 'Failed', status: { provisioningError: { ...failure } } })
      for (const pool of poolsOf(cluster)) if (!resting(pool.provisioningState)) pool.provisioningState = 'Failed'
    }
    else {
      end()
      Object.assign(properties, { provisioningState: 'Succeeded', status: undefined })
    }
    properties['eTag'] = `etag-${world.number()}`
  })
}

export function putCluster(world: World, group: string, name: string, body: unknown, headers: Headers): { created: boolean; resource: Resource } {
  const holder = world.openGroup(group)
  if (!/^[a-zA-Z0-9]([a-zA-Z0-9_-]{0,61}[a-zA-Z0-9])?$/.test(name)) throw new ArmFailure(400, 'InvalidParameter', `The value of parameter resourceName is invalid.`)
  strict(body, bodies.managedCluster)
  const { location, tags, sku, identity, properties } = body as { location: string; tags?: Record<string, string>; sku: Resource['sku']; identity: object; properties: Record<string, unknown> }
  if (location !== region) throw new ArmFailure(400, 'LocationNotAvailableForResourceType', `The provided location '${location}' is not available for resource type '${clusterType}'.`)
  const there = world.get(world.idOf(group, clusterType, name))
  preconditions(there?.properties, headers)
  const pools = (properties['agentPoolProfiles'] ?? []) as Pool[]
  for (const pool of pools) checkPool(pool)
  if (pools.every(({ mode }) => mode !== 'System')) throw new ArmFailure(400, 'MustDefineAtLeastOneSystemPool', 'Must define at least one system pool.')
  const version = exactly(properties['kubernetesVersion'] as string | undefined ?? (there?.properties['currentKubernetesVersion'] as string | undefined) ?? '1.34.2')
  const network = properties['networkProfile'] as { networkDataplane?: string; networkPolicy?: string; networkPluginMode?: string } | undefined
  if (network?.networkDataplane === 'cilium' && network.networkPolicy !== 'cilium') throw new ArmFailure(400, 'BadRequest', 'networkPolicy must be cilium when networkDataplane is cilium.')
  const aad = properties['aadProfile'] as { managed?: boolean } | undefined
  if (properties['disableLocalAccounts'] === true && aad?.managed !== true) throw new ArmFailure(400, 'BadRequest', 'Disabling local accounts is only allowed on clusters with Microsoft Entra ID enabled.')
  if ((properties['supportPlan'] === 'AKSLongTermSupport') !== (sku?.tier === 'Premium')) throw new ArmFailure(400, 'BadRequest', 'AKSLongTermSupport and the tier Premium go together.')

  if (there) {
    idle(there)
    if ((there.properties['powerState'] as { code: string }).code === 'Stopped') throw new ArmFailure(400, 'OperationNotAllowed', 'The managed cluster is in the Stopped state: start it before it is changed.')
    const before = there.properties['currentKubernetesVersion'] as string
    for (const fixed of ['dnsPrefix', 'nodeResourceGroup']) if (properties[fixed] !== there.properties[fixed]) throw new ArmFailure(400, 'PropertyChangeNotAllowed', `Changing property '${fixed}' is not allowed.`)
    if (minor(version) > minor(before) + 1) throw new ArmFailure(400, 'OperationNotAllowed', `Upgrading Kubernetes version ${before} to ${version} is not allowed: only one minor version at a time.`)
    if (version !== before && compare(version, before) < 0) throw new ArmFailure(400, 'OperationNotAllowed', 'Downgrading is not allowed.')
    Object.assign(there, { tags: tags ?? {}, sku })
    const { agentPoolProfiles: _pools, kubernetesVersion: _version, ...rest } = properties
    Object.assign(there.properties, rest)
    run(world, there, version === before ? 'Updating' : 'Upgrading', version === before ? seconds.update : seconds.upgrade, () => Object.assign(there.properties, { kubernetesVersion: version, currentKubernetesVersion: version }))
    return { created: false, resource: there }
  }

  const nodeGroup = (properties['nodeResourceGroup'] as string | undefined) ?? `MC_${group}_${name}_${region}`
  if (world.groups.has(nodeGroup.toLowerCase())) throw new ArmFailure(409, 'NodeResourceGroupAlreadyExists', `The node resource group ${nodeGroup} exists already.`)
  for (const pool of pools) checkQuota(world, pool, pool.count)
  const resource = world.put(holder.name, clusterType, name, {
    tags: tags ?? {}, ...(sku && { sku }),
    properties: {
      ...properties, identity, nodeResourceGroup: nodeGroup, agentPoolProfiles: pools.map((pool) => ({ ...pool, provisioningState: 'Creating', powerState: { code: 'Running' }, currentOrchestratorVersion: version, eTag: `etag-${world.number()}` })),
      powerState: { code: 'Running' }, kubernetesVersion: version, currentKubernetesVersion: version,
    },
  })
  world.groups.set(nodeGroup.toLowerCase(), { name: nodeGroup, location: region, state: 'Succeeded', managedBy: resource.id, tags: { ...tags, 'aks-managed-cluster-name': name, 'aks-managed-cluster-rg': group } })
  run(world, resource, 'Creating', seconds.create, () => {
    resource.properties['fqdn'] = `${properties['dnsPrefix']}-${world.number()}.hcp.${region}.azmk8s.io`
    const managed = { 'aks-managed-cluster-name': name, 'aks-managed-cluster-rg': group }
    world.put(nodeGroup, 'Microsoft.Network/publicIPAddresses', `outbound-${world.number()}`, { tags: { ...tags, ...managed, 'aks-managed-type': 'aks-slb-managed-outbound-ip' }, sku: { name: 'Standard' } })
    world.put(nodeGroup, 'Microsoft.Network/loadBalancers', 'kubernetes', { tags: { ...tags, ...managed }, sku: { name: 'Standard' } })
    world.put(nodeGroup, 'Microsoft.Network/virtualNetworks', `aks-vnet-${world.number()}`, { tags: { ...tags, ...managed } })
    for (const pool of poolsOf(resource)) {
      pool.provisioningState = 'Succeeded'
      setNodes(world, resource, pool)
    }
  })
  return { created: true, resource }
}

export function checkPool(pool: Pool): void {
  if (!/^[a-z][a-z0-9]{0,11}$/.test(pool.name)) throw new ArmFailure(400, 'InvalidParameter', "The value of parameter agentPoolProfile.name is invalid. The name must be 1 to 12 lower case letters and digits, and begin with a letter.")
  const sku = skus.find(({ name }) => name === pool.vmSize)
  if (!sku || sku.barred) throw new ArmFailure(400, 'VMSizeNotSupported', `The VM size of ${pool.vmSize} is not allowed in your subscription in location '${region}'.`)
  const count = (reason: string): ArmFailure => new ArmFailure(400, 'InvalidParameter', `The value of parameter agentPoolProfile.count is invalid. ${reason}`)
  if (pool.count === undefined) throw new ArmFailure(400, 'InvalidParameter', 'Required parameter properties.count is missing (null).')
  const least = pool.mode === 'System' ? 1 : 0
  const { enableAutoScaling, minCount, maxCount } = pool as { enableAutoScaling?: boolean; minCount?: number; maxCount?: number }
  if (enableAutoScaling) {
    if (minCount === undefined || maxCount === undefined || minCount > maxCount || maxCount < 1) throw count('minCount and maxCount must be set, and minCount not above maxCount, which is at least 1.')
    if (minCount < least || pool.count < minCount || pool.count > maxCount) throw count(`agentPoolProfile.count was ${pool.count}. It must be greater or equal to minCount:${Math.max(minCount, least)} and less than or equal to maxCount:${maxCount}.`)
  } else if (minCount !== undefined || maxCount !== undefined) throw count('minCount and maxCount need enableAutoScaling.')
  if (pool.count < least) throw count(`A system pool has at least ${least} node.`)
  if (pool['scaleSetPriority'] === 'Spot') {
    if (pool.mode === 'System') throw new ArmFailure(400, 'InvalidParameter', 'A system pool cannot be of spot machines.')
    if ((pool['nodeLabels'] as Record<string, string> | undefined)?.['kubernetes.azure.com/scalesetpriority'] !== 'spot') throw new ArmFailure(400, 'InvalidParameter', 'A spot pool keeps its label kubernetes.azure.com/scalesetpriority.')
  }
  for (const taint of (pool['nodeTaints'] ?? []) as string[]) if (!/^([a-z0-9.-]+\/)?[A-Za-z0-9._-]+=[A-Za-z0-9._-]*:(NoSchedule|NoExecute|PreferNoSchedule)$/.test(taint)) throw new ArmFailure(400, 'InvalidParameter', `The taint ${taint} is invalid.`)
  const maxPods = pool['maxPods'] as number | undefined
  if (maxPods !== undefined && (maxPods < 10 || maxPods > 250)) throw new ArmFailure(400, 'InvalidParameter', 'maxPods must be from 10 to 250.')
  const disk = pool['osDiskSizeGB'] as number | undefined
  if (disk !== undefined && disk !== 0 && (disk < 30 || disk > 2048)) throw new ArmFailure(400, 'InvalidParameter', 'osDiskSizeGB must be from 30 to 2048.')
}

export function checkQuota(world: World, pool: Pool, more: number): void {
  const sku = skus.find(({ name }) => name === pool.vmSize)!
  const spot = pool['scaleSetPriority'] === 'Spot'
  const counters: [string, number][] = spot ? [['lowPriorityCores', world.vcpus((_sku, one) => one)]] : [['cores', world.vcpus((_sku, one) => !one)], [sku.family, world.vcpus((one, isSpot) => !isSpot && one.family === sku.family)]]
  for (const [counter, used] of counters) {
    const remaining = world.limit(counter) - used
    if (more * sku.vcpus > remaining) throw new ArmFailure(400, 'ErrCode_InsufficientVCPUQuota', `Insufficient vcpu quota requested ${more * sku.vcpus}, remaining ${remaining} for family ${counter} for region ${region}.`)
  }
}

export function power(world: World, cluster: Resource, to: 'Running' | 'Stopped'): void {
  idle(cluster)
  const { code } = cluster.properties['powerState'] as { code: string }
  if (code === to) return
  run(world, cluster, to === 'Stopped' ? 'Stopping' : 'Starting', to === 'Stopped' ? seconds.stop : seconds.start, () => {
    cluster.properties['powerState'] = { code: to }
    for (const pool of poolsOf(cluster)) {
      pool['powerState'] = { code: to }
      if (to === 'Stopped') removeNodes(world, cluster, pool)
      else setNodes(world, cluster, pool)
    }
  })
}

export function abort(world: World, cluster: Resource): void {
  const { provisioningState } = cluster.properties
  if (resting(provisioningState)) throw new ArmFailure(409, 'OperationNotAllowed', 'There is no operation in progress to abort.')
  const token = world.number()
  Object.assign(cluster.properties, { provisioningState: 'Canceling', operation: token })
  world.after(20, () => {
    if (cluster.properties['operation'] !== token) return
    cluster.properties['provisioningState'] = 'Canceled'
    for (const pool of poolsOf(cluster)) if (!resting(pool.provisioningState)) pool.provisioningState = 'Canceled'
  })
}

export function deleteCluster(world: World, cluster: Resource): void {
  if (cluster.properties['provisioningState'] === 'Deleting') return
  idle(cluster)
  const nodeGroup = cluster.properties['nodeResourceGroup'] as string
  if (world.locks.has(nodeGroup.toLowerCase())) throw new ArmFailure(409, 'ScopeLocked', `The scope '${nodeGroup}' cannot perform delete operation because following scope(s) are locked: '${nodeGroup}'. Please remove the lock and try again.`)
  run(world, cluster, 'Deleting', seconds.delete, () => {
    world.dropGroup(nodeGroup)
    world.drop(cluster.id)
  })
}

export function putPool(world: World, cluster: Resource, name: string, body: unknown, headers: Headers): { created: boolean; pool: Pool } {
  strict(body, { 'properties!': bodies.agentPool, name: 'string' })
  const { properties } = body as { properties: Record<string, unknown> }
  const there = poolsOf(cluster).find((pool) => pool.name === name)
  preconditions(there, headers)
  const pool = { ...properties, name } as Pool
  checkPool(pool)
  if (!resting(cluster.properties['provisioningState'])) idle(cluster)
  if (there) idle(cluster, there)
  if ((cluster.properties['powerState'] as { code: string }).code === 'Stopped') throw new ArmFailure(400, 'OperationNotAllowed', 'The managed cluster is in the Stopped state: start it before its pools are changed.')
  for (const fixed of ['vmSize', 'maxPods', 'osDiskSizeGB', 'scaleSetPriority', 'availabilityZones']) {
    if (there && JSON.stringify(there[fixed]) !== JSON.stringify(properties[fixed])) throw new ArmFailure(400, 'PropertyChangeNotAllowed', `Changing property 'properties.${fixed}' is not allowed.`)
  }
  checkQuota(world, pool, Math.max(0, pool.count - (there?.count ?? 0)))
  const current = cluster.properties['currentKubernetesVersion'] as string
  const kept: Pool = there ?? { ...pool, provisioningState: 'Creating', powerState: { code: 'Running' }, currentOrchestratorVersion: current }
  Object.assign(kept, pool, { provisioningState: there ? (there.count === pool.count ? 'Updating' : 'Scaling') : 'Creating', eTag: `etag-${world.number()}` })
  if (!there) poolsOf(cluster).push(kept)
  world.after(there ? seconds.poolChange : seconds.pool, () => {
    const failure = world.failures.get('pool')
    if (failure) return void Object.assign(kept, { provisioningState: 'Failed', status: { provisioningError: { ...failure } } })
    Object.assign(kept, { provisioningState: 'Succeeded', status: undefined, currentOrchestratorVersion: properties['orchestratorVersion'] ?? kept['currentOrchestratorVersion'] })
    // nobody is on the nodes here: the autoscaler has found them idle for long
    if (kept['enableAutoScaling'] && kept['inUse'] !== true) kept.count = kept['minCount'] as number
    setNodes(world, cluster, kept)
  })
  return { created: !there, pool: kept }
}

export function deletePool(world: World, cluster: Resource, name: string): void {
  const pool = poolsOf(cluster).find((one) => one.name === name)
  if (!pool || pool.provisioningState === 'Deleting') return
  idle(cluster, pool)
  if (pool.mode === 'System' && poolsOf(cluster).filter(({ mode, provisioningState }) => mode === 'System' && provisioningState !== 'Deleting').length === 1) {
    throw new ArmFailure(400, 'OperationNotAllowed', 'There has to be at least one system agent pool.')
  }
  pool.provisioningState = 'Deleting'
  world.after(seconds.poolDelete, () => {
    removeNodes(world, cluster, pool)
    cluster.properties['agentPoolProfiles'] = poolsOf(cluster).filter((one) => one !== pool)
  })
}

function exactly(version: string): string {
  const found = versions.filter((one) => one === version || one.startsWith(`${version}.`)).at(-1)
  if (!found) throw new ArmFailure(400, 'K8sVersionNotSupported', `Managed cluster version ${version} is not supported in this region.`)
  return found
}
const minor = (version: string): number => Number(version.split('.')[1])
export const compare = (a: string, b: string): number => { const [as, bs] = [a, b].map((v) => v.split('.').map(Number)); for (let i = 0; i < 3; i++) if (as![i] !== bs![i]) return as![i]! - bs![i]!; return 0 }

export function upgrades(cluster: Resource): { kubernetesVersion: string }[] {
  const runs = cluster.properties['currentKubernetesVersion'] as string
  return versions.filter((one) => compare(one, runs) > 0 && minor(one) <= minor(runs) + 1).map((kubernetesVersion) => ({ kubernetesVersion }))
}

/** As ARM answers it. */
export function shown(cluster: Resource): object {
  const { lastModifiedAt, eTag, identity, operation: _operation, ...properties } = cluster.properties
  return {
    id: cluster.id, name: cluster.name, type: cluster.type, location: cluster.location, tags: cluster.tags, sku: cluster.sku, identity, eTag,
    systemData: { lastModifiedAt: new Date(lastModifiedAt as number).toISOString() },
    properties: { ...properties, agentPoolProfiles: poolsOf(cluster).map(({ inUse: _inUse, ...pool }) => pool) },
  }
}
export { nodesOf }
