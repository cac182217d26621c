/** The operations of Azure's public API definitions that the local Azure knows, by address. */
import { abort, clusterType, deleteCluster, deletePool, nodesOf, poolsOf, power, putCluster, putPool, shown, upgrades } from './clusters.ts'
import * as bodies from './bodies.ts'
import { ArmFailure, notFound, strict, type Resource } from './arm.ts'
import { region, skus, subscription, versions, type Group, type World } from './world.ts'

export interface Call { world: World; params: string[]; query: URLSearchParams; body: unknown; headers: Record<string, string | undefined>; kubeconfig(cluster: Resource): string }
export interface Answer { status: number; body?: unknown; /** Where the end of a long-running operation is told. */ operation?: string }

export interface Route {
  method: string
  path: RegExp
  service: string
  /** As the definition calls it. */
  name: string
  /** The permission. */
  action: string
  apiVersions: readonly string[]
  query?: readonly string[]
  run(call: Call): Answer
}

const sub = '/subscriptions/[^/]+'
const group = `${sub}/resource[Gg]roups/([^/]+)`
const aks = `${group}/providers/Microsoft.ContainerService/managedClusters/([^/]+)`
const of = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'i')
const ok = (body: unknown): Answer => ({ status: 200, body })
const list = (value: unknown[]): Answer => ok({ value })

const containers = { service: 'Microsoft.ContainerService', apiVersions: ['2026-06-01'] }
const resources = { service: 'Microsoft.Resources', apiVersions: ['2025-04-01'] }
const clusterOf = ({ world, params }: Call): Resource => world.need(params[0]!, clusterType, params[1]!)
const operation = (world: World, cluster: Resource): string => {
  const token = cluster.properties['operation']
  return world.operation('Microsoft.ContainerService', () => cluster.properties['operation'] !== token || ['Succeeded', 'Failed', 'Canceled'].includes(String(cluster.properties['provisioningState'])), () => cluster.properties['provisioningState'] === 'Failed')
}

const clusters: Route[] = [
  { ...containers, method: 'PUT', path: of(aks), name: 'ManagedClusters_CreateOrUpdate', action: 'Microsoft.ContainerService/managedClusters/write', run: (call) => {
    const { created, resource } = putCluster(call.world, call.params[0]!, call.params[1]!, call.body, call.headers)
    return { status: created ? 201 : 200, body: shown(resource), operation: operation(call.world, resource) }
  } },
  { ...containers, method: 'GET', path: of(aks), name: 'ManagedClusters_Get', action: 'Microsoft.ContainerService/managedClusters/read', run: (call) => ok(shown(clusterOf(call))) },
  { ...containers, method: 'DELETE', path: of(aks), name: 'ManagedClusters_Delete', action: 'Microsoft.ContainerService/managedClusters/delete', query: ['ignore-pod-disruption-budget'], run: (call) => {
    const cluster = call.world.get(call.world.idOf(call.params[0]!, clusterType, call.params[1]!))
    if (!cluster) return { status: 204 }
    deleteCluster(call.world, cluster)
    return { status: 202, operation: operation(call.world, cluster) }
  } },
  ...(['start', 'stop'] as const).map((verb): Route => ({ ...containers, method: 'POST', path: of(`${aks}/${verb}`), name: `ManagedClusters_${verb === 'start' ? 'Start' : 'Stop'}`, action: `Microsoft.ContainerService/managedClusters/${verb}/action`, run: (call) => {
    const cluster = clusterOf(call)
    power(call.world, cluster, verb === 'start' ? 'Running' : 'Stopped')
    return { status: 202, operation: operation(call.world, cluster) }
  } })),
  { ...containers, method: 'POST', path: of(`${aks}/abort`), name: 'ManagedClusters_AbortLatestOperation', action: 'Microsoft.ContainerService/managedClusters/abort/action', run: (call) => {
    const cluster = clusterOf(call)
    abort(call.world, cluster)
    return { status: 202, operation: operation(call.world, cluster) }
  } },
  ...(['User', 'Admin'] as const).map((who): Route => ({ ...containers, method: 'POST', path: of(`${aks}/listCluster${who}Credential`), name: `ManagedClusters_ListCluster${who}Credentials`, action: `Microsoft.ContainerService/managedClusters/listCluster${who}Credential/action`, query: ['format', 'server-fqdn'], run: (call) => {
    const cluster = clusterOf(call)
    if (who === 'Admin' && cluster.properties['disableLocalAccounts']) throw new ArmFailure(400, 'BadRequest', 'Getting static credential is not allowed because this cluster is set to disable local accounts.')
    return ok({ kubeconfigs: [{ name: `cluster${who}`, value: Buffer.from(call.kubeconfig(cluster)).toString('base64') }] })
  } })),
  { ...containers, method: 'GET', path: of(`${aks}/upgradeProfiles/default`), name: 'ManagedClusters_GetUpgradeProfile', action: 'Microsoft.ContainerService/managedClusters/upgradeProfiles/read', run: (call) => {
    const cluster = clusterOf(call)
    return ok({ id: `${cluster.id}/upgradeprofiles/default`, name: 'default', type: 'Microsoft.ContainerService/managedClusters/upgradeprofiles', properties: { controlPlaneProfile: { kubernetesVersion: cluster.properties['currentKubernetesVersion'], osType: 'Linux', upgrades: upgrades(cluster) }, agentPoolProfiles: [] } })
  } },
  { ...containers, method: 'GET', path: of(`${sub}/providers/Microsoft.ContainerService/locations/([^/]+)/kubernetesVersions`), name: 'ManagedClusters_ListKubernetesVersions', action: 'Microsoft.ContainerService/locations/kubernetesVersions/read', run: () =>
    ok({ values: [...new Set(versions.map((one) => one.split('.').slice(0, 2).join('.')))].map((minor) => ({ version: minor, isPreview: false, capabilities: { supportPlan: ['KubernetesOfficial'] }, patchVersions: Object.fromEntries(versions.filter((one) => one.startsWith(`${minor}.`)).map((one) => [one, { upgrades: [] }])) })) }) },
  { ...containers, method: 'PUT', path: of(`${aks}/agentPools/([^/]+)`), name: 'AgentPools_CreateOrUpdate', action: 'Microsoft.ContainerService/managedClusters/agentPools/write', run: (call) => {
    const cluster = clusterOf(call)
    const { created, pool } = putPool(call.world, cluster, call.params[2]!, call.body, call.headers)
    return { status: created ? 201 : 200, body: { id: `${cluster.id}/agentPools/${pool.name}`, name: pool.name, properties: { ...pool, inUse: undefined, name: undefined } }, operation: call.world.operation('Microsoft.ContainerService', () => pool.provisioningState === 'Succeeded', () => pool.provisioningState === 'Failed') }
  } },
  { ...containers, method: 'DELETE', path: of(`${aks}/agentPools/([^/]+)`), name: 'AgentPools_Delete', action: 'Microsoft.ContainerService/managedClusters/agentPools/delete', run: (call) => {
    const cluster = clusterOf(call)
    deletePool(call.world, cluster, call.params[2]!)
    return { status: 202, operation: call.world.operation('Microsoft.ContainerService', () => !poolsOf(cluster).some(({ name }) => name === call.params[2])) }
  } },
  { ...containers, method: 'GET', path: of(`${aks}/agentPools/([^/]+)/machines`), name: 'Machines_List', action: 'Microsoft.ContainerService/managedClusters/agentPools/machines/read', run: (call) => {
    const cluster = clusterOf(call)
    const pool = poolsOf(cluster).find(({ name }) => name === call.params[2])
    if (!pool) throw notFound(`${clusterType}/agentPools/${call.params[2]}`, call.params[0]!)
    return list(nodesOf(call.world, cluster, pool).map((number) => ({ id: `${cluster.id}/agentPools/${pool.name}/machines/${number}`, name: `aks-${pool.name}-vmss${number}`, properties: { resourceId: `vm-${number}` } })))
  } },
]

const shownGroup = ({ name, location, tags, managedBy, state }: Group): object => ({ id: `/subscriptions/${subscription}/resourceGroups/${name}`, name, type: 'Microsoft.Resources/resourceGroups', location, tags, managedBy, properties: { provisioningState: state } })
const generic = ({ properties: _properties, ...rest }: Resource): object => rest
const deleteThing = (world: World, thing: Resource): void => {
  const users = [...world.resources.values()].filter((other) => other !== thing && JSON.stringify(other.properties).includes(`"${thing.id}"`))
  if (users.length > 0) throw new ArmFailure(400, `${thing.type.split('/')[1]}CannotBeDeleted`, `${thing.name} can not be deleted since it is still allocated to resource ${users[0]!.id}.`)
  world.after(5, () => world.drop(thing.id))
}

const groups: Route[] = [
  { ...resources, method: 'GET', path: of(group), name: 'ResourceGroups_Get', action: 'Microsoft.Resources/subscriptions/resourceGroups/read', run: ({ world, params }) => ok(shownGroup(world.group(params[0]!))) },
  { ...resources, method: 'PUT', path: of(group), name: 'ResourceGroups_CreateOrUpdate', action: 'Microsoft.Resources/subscriptions/resourceGroups/write', run: ({ world, params, body }) => {
    strict(body, bodies.resourceGroup)
    const { location, tags = {} } = body as { location: string; tags?: Record<string, string> }
    const [name] = params as [string]
    if (!/^[-\w.()]{1,90}$/.test(name) || name.endsWith('.')) throw new ArmFailure(400, 'InvalidResourceGroup', 'The provided resource group name is invalid.')
    const there = world.groups.get(name.toLowerCase())
    if (there && there.state === 'Deleting') world.openGroup(name)
    if (there && there.location !== location) throw new ArmFailure(409, 'InvalidResourceGroupLocation', `Invalid resource group location '${location}'. The Resource group already exists in location '${there.location}'.`)
    if (location !== region) throw new ArmFailure(400, 'LocationNotAvailableForResourceGroup', `The provided location '${location}' is not available for resource group.`)
    const made: Group = there ? Object.assign(there, { tags }) : { name, location, tags, state: 'Succeeded' }
    world.groups.set(name.toLowerCase(), made)
    return { status: there ? 200 : 201, body: shownGroup(made) }
  } },
  { ...resources, method: 'DELETE', path: of(group), name: 'ResourceGroups_Delete', action: 'Microsoft.Resources/subscriptions/resourceGroups/delete', run: ({ world, params }) => {
    const found = world.group(params[0]!)
    if (world.locks.has(found.name.toLowerCase())) throw new ArmFailure(409, 'ScopeLocked', `The scope '${found.name}' cannot perform delete operation because following scope(s) are locked. Please remove the lock and try again.`)
    if (found.state !== 'Deleting') {
      found.state = 'Deleting'
      world.after(60, () => world.dropGroup(found.name))
    }
    return { status: 202, operation: world.operation('Microsoft.Resources', () => !world.groups.has(found.name.toLowerCase())) }
  } },
  { ...resources, method: 'GET', path: of(`${group}/resources`), name: 'Resources_ListByResourceGroup', action: 'Microsoft.Resources/subscriptions/resourceGroups/resources/read', query: ['$filter', '$top', '$expand'], run: ({ world, params }) => {
    world.group(params[0]!)
    return list(world.inGroup(params[0]!).map(generic))
  } },
  { ...resources, method: 'GET', path: of(`${sub}/resources`), name: 'Resources_List', action: 'Microsoft.Resources/subscriptions/resources/read', query: ['$filter', '$top', '$expand'], run: ({ world, query }) => {
    const [, name, value] = /^tagName eq '([^']+)' and tagValue eq '([^']+)'$/.exec(query.get('$filter') ?? '') ?? []
    if (!name) throw new ArmFailure(501, 'UNIMPLEMENTED', `the filter ${query.get('$filter')}`)
    // as documented: filtered by a tag, results do not show their tags
    return list([...world.resources.values()].filter(({ tags }) => Object.entries(tags ?? {}).some(([key, is]) => key.toLowerCase() === name.toLowerCase() && is === value)).map((one) => ({ ...generic(one), tags: undefined })))
  } },
  { ...resources, method: 'GET', path: of(`${sub}/providers/([^/]+)`), name: 'Providers_Get', action: 'Microsoft.Resources/subscriptions/providers/read', query: ['$expand'], run: ({ world, params }) => ok({ namespace: params[0], registrationState: world.registered.get(params[0]!) ?? 'NotRegistered' }) },
  { ...resources, apiVersions: ['2022-12-01'], method: 'GET', path: of(sub), name: 'Subscriptions_Get', action: 'Microsoft.Resources/subscriptions/read', run: ({ world }) => ok({ id: `/subscriptions/${subscription}`, subscriptionId: subscription, displayName: 'Teaching', state: world.subscriptionState }) },
  { ...resources, apiVersions: ['2022-12-01'], method: 'GET', path: of(`${sub}/locations`), name: 'Subscriptions_ListLocations', action: 'Microsoft.Resources/subscriptions/locations/read', run: () =>
    list([['westeurope', 'Physical'], ['northeurope', 'Physical'], ['eastus', 'Physical'], ['eastus2', 'Physical'], ['europe', 'Logical']].map(([name, regionType]) => ({ name, displayName: name, metadata: { regionType } }))) },
  { ...resources, service: 'Microsoft.Authorization', apiVersions: ['2022-04-01'], method: 'GET', path: of(`${sub}/providers/Microsoft.Authorization/permissions`), name: 'Permissions_ListForSubscription', action: 'Microsoft.Authorization/permissions/read', run: ({ world }) => list(world.permissions) },
]

const compute = { service: 'Microsoft.Compute' }
const diskPath = `${group}/providers/Microsoft.Compute/disks`
const shownDisk = (disk: Resource): object => disk
const usage = (value: string, limit: number, currentValue: number): object => ({ unit: 'Count', limit, currentValue, name: { value, localizedValue: value } })

const machines: Route[] = [
  { ...compute, apiVersions: ['2021-07-01'], method: 'GET', path: of(`${sub}/providers/Microsoft.Compute/skus`), name: 'ResourceSkus_List', action: 'Microsoft.Compute/skus/read', query: ['$filter', 'includeExtendedLocations'], run: ({ query }) => {
    const [, location] = /^location eq '(\w+)'$/.exec(query.get('$filter') ?? '') ?? []
    if (location !== region) return list([])
    return list([...skus.map(({ name, family, vcpus, memoryGiB, zones, barred }) => ({
      resourceType: 'virtualMachines', name, family, locations: [region], locationInfo: [{ location: region, zones }], capabilities: [{ name: 'vCPUs', value: String(vcpus) }, { name: 'MemoryGB', value: String(memoryGiB) }],
      restrictions: barred ? [{ type: 'Location', values: [region], reasonCode: 'NotAvailableForSubscription' }] : [],
    })), { resourceType: 'disks', name: 'Premium_LRS', locations: [region] }])
  } },
  { ...compute, apiVersions: ['2026-04-01'], method: 'GET', path: of(`${sub}/providers/Microsoft.Compute/locations/([^/]+)/usages`), name: 'Usage_List', action: 'Microsoft.Compute/locations/usages/read', run: ({ world }) => list([
    usage('cores', world.limit('cores'), world.vcpus((_sku, spot) => !spot)), usage('lowPriorityCores', world.limit('lowPriorityCores'), world.vcpus((_sku, spot) => spot)),
    ...[...new Set(skus.map(({ family }) => family))].map((family) => usage(family, world.limit(family), world.vcpus((sku, spot) => !spot && sku.family === family))),
  ]) },
  { ...compute, apiVersions: ['2026-03-02'], method: 'GET', path: of(diskPath), name: 'Disks_ListByResourceGroup', action: 'Microsoft.Compute/disks/read', run: ({ world, params }) => {
    world.group(params[0]!)
    return list(world.inGroup(params[0]!).filter(({ type }) => type === 'Microsoft.Compute/disks').map(shownDisk))
  } },
  ...(['disks', 'snapshots'] as const).map((kind): Route => ({ ...compute, apiVersions: ['2026-03-02'], method: 'GET', path: of(`${group}/providers/Microsoft.Compute/${kind}/([^/]+)`), name: `${kind === 'disks' ? 'Disks' : 'Snapshots'}_Get`, action: `Microsoft.Compute/${kind}/read`, run: ({ world, params }) => ok(shownDisk(world.need(params[0]!, `Microsoft.Compute/${kind}`, params[1]!))) })),
  { ...compute, apiVersions: ['2026-03-02'], method: 'PUT', path: of(`${diskPath}/([^/]+)`), name: 'Disks_CreateOrUpdate', action: 'Microsoft.Compute/disks/write', run: ({ world, params, body }) => {
    strict(body, bodies.disk)
    const { location, tags, sku, zones, properties } = body as { location: string; tags?: Record<string, string>; sku?: Resource['sku']; zones?: string[]; properties: { creationData: { createOption: string; sourceResourceId?: string } } }
    const source = world.get(properties.creationData.sourceResourceId ?? '')
    if (properties.creationData.createOption === 'Copy' && !source) throw new ArmFailure(404, 'ResourceNotFound', `The source ${properties.creationData.sourceResourceId} was not found.`)
    world.openGroup(params[0]!)
    const made = world.put(params[0]!, 'Microsoft.Compute/disks', params[1]!, { location, ...(tags && { tags }), ...(sku && { sku }), ...(zones && { zones }), properties: { ...properties, diskSizeGB: source?.properties['diskSizeGB'], provisioningState: 'Updating' } })
    world.after(30, () => { made.properties['provisioningState'] = 'Succeeded' })
    return { status: 202, body: shownDisk(made), operation: world.operation('Microsoft.Compute', () => made.properties['provisioningState'] === 'Succeeded') }
  } },
  { ...compute, apiVersions: ['2026-04-01'], method: 'GET', path: of(`${group}/providers/Microsoft.Compute/virtualMachineScaleSets/([^/]+)/virtualMachines`), name: 'VirtualMachineScaleSetVMs_List', action: 'Microsoft.Compute/virtualMachineScaleSets/virtualMachines/read', query: ['$filter', '$select', '$expand'], run: ({ world, params }) => {
    const set = world.need(params[0]!, 'Microsoft.Compute/virtualMachineScaleSets', params[1]!)
    return list((set.properties['instances'] as number[]).map((number) => ({ id: `${set.id}/virtualMachines/${number}`, name: `${set.name}_${number}`, location: region, sku: set.sku, instanceId: String(number), properties: { provisioningState: 'Succeeded' } })))
  } },
  { service: 'Microsoft.Network', apiVersions: ['2026-01-01'], method: 'GET', path: of(`${sub}/providers/Microsoft.Network/locations/([^/]+)/usages`), name: 'Usages_List', action: 'Microsoft.Network/locations/usages/read', run: ({ world }) => {
    const count = (type: string): number => [...world.resources.values()].filter((one) => one.type === type).length
    return list([usage('StandardSkuPublicIpAddresses', world.limit('StandardSkuPublicIpAddresses'), count('Microsoft.Network/publicIPAddresses')), usage('LoadBalancers', world.limit('LoadBalancers'), count('Microsoft.Network/loadBalancers'))])
  } },
]

/** Any resource by its id, for deletes; each type has its own versions. */
const anything: Route[] = ([['Microsoft.Compute', 'disks', '2025-01-02'], ['Microsoft.Compute', 'snapshots', '2025-01-02'], ['Microsoft.Network', 'loadBalancers', '2024-07-01'], ['Microsoft.Network', 'publicIPAddresses', '2024-07-01'], ['Microsoft.Network', 'natGateways', '2024-07-01']] as const).map(([namespace, type, version]): Route => ({
  service: namespace, apiVersions: [version], method: 'DELETE', path: of(`${group}/providers/${namespace}/${type}/([^/]+)`), name: `${type}_Delete`, action: `${namespace}/${type}/delete`, run: ({ world, params }) => {
    const thing = world.get(world.idOf(params[0]!, `${namespace}/${type}`, params[1]!))
    if (!thing) return { status: 204 }
    deleteThing(world, thing)
    return { status: 202, operation: world.operation(namespace, () => !world.get(thing.id)) }
  },
}))

const operations: Route[] = [
  { service: 'operations', apiVersions: ['*'], method: 'GET', path: of(`${sub}/providers/([^/]+)/locations/[^/]+/operations/([^/]+)`), name: 'Operations_Get', action: 'Microsoft.ContainerService/locations/operations/read', query: ['t'], run: ({ world, params }) => {
    const found = world.operations.get(params[1]!)
    if (!found) throw new ArmFailure(404, 'NotFound', `The operation ${params[1]} was not found.`)
    return ok({ name: found.name, status: found.failed() ? 'Failed' : found.done() ? 'Succeeded' : 'InProgress', startTime: new Date(found.at).toISOString() })
  } },
]

export const routes: readonly Route[] = [...clusters, ...groups, ...machines, ...anything, ...operations]
