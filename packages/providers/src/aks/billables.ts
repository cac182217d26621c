import type { Disk } from '@azure/arm-compute'
import type { GenericResourceExpanded, ResourceGroup } from '@azure/arm-resources'
import type { ManagedCluster } from '@azure/arm-containerservice'
import type { Billable } from '../provider.ts'
import { claimOf, mayHoldHome } from './home-disks.ts'
import { isOurs, tagOf, tags } from './names.ts'
import { getCluster, isForeign, type Place } from './place.ts'
import { contents, deleteGroup, getGroup, isGoing } from './resource-group.ts'

/** What bills, by Azure's types, and the version of the API by which it is deleted. Others (networks, their rules, identities) bill nothing. */
const kinds: Record<string, { kind: Billable['kind']; apiVersion: string }> = {
  'microsoft.compute/disks': { kind: 'disk', apiVersion: '2025-01-02' },
  'microsoft.compute/snapshots': { kind: 'snapshot', apiVersion: '2025-01-02' },
  'microsoft.compute/virtualmachines': { kind: 'machine', apiVersion: '2024-11-01' },
  'microsoft.network/loadbalancers': { kind: 'load-balancer', apiVersion: '2024-07-01' },
  'microsoft.network/publicipaddresses': { kind: 'address', apiVersion: '2024-07-01' },
  'microsoft.network/publicipprefixes': { kind: 'address', apiVersion: '2024-07-01' },
  'microsoft.network/natgateways': { kind: 'nat', apiVersion: '2024-07-01' },
  'microsoft.storage/storageaccounts': { kind: 'file-share', apiVersion: '2024-01-01' },
  'microsoft.containerregistry/registries': { kind: 'image', apiVersion: '2023-07-01' },
  'microsoft.operationalinsights/workspaces': { kind: 'log-bucket', apiVersion: '2023-09-01' },
}
const scaleSets = 'microsoft.compute/virtualmachinescalesets'

/**
 * Everything that can bill: the cluster; what is in AKS's own resource group, which only it and the cluster's controllers fill; what has our tag, wherever in
 * the subscription; and what a controller named as in this cluster, without a proof that it is.
 */
export async function billables(place: Place, signal: AbortSignal): Promise<Billable[]> {
  const { azure, names } = place
  const { list, resources } = await azure()
  const [cluster, nodeGroup] = await Promise.all([getCluster(place, signal), getGroup(place, names.nodeGroup, signal)])
  const ours = cluster && !isForeign(place, cluster.tags) ? cluster : null
  const proven = nodeGroup !== null && isNodeGroup(place, nodeGroup, ours)
  const all = (filter: string) => list('Microsoft.Resources/subscriptions/resources/read', signal, async (options) => (await resources()).resources.list({ ...options, filter }))
  const inGroup = (group: string) => list('Microsoft.Resources/subscriptions/resourceGroups/resources/read', signal, async (options) => (await resources()).resources.listByResourceGroup(group, options))
  const [inside, tagged, alike] = await Promise.all([
    nodeGroup ? inGroup(names.nodeGroup) : [],
    all(`tagName eq '${tags.cluster}' and tagValue eq '${place.record.id}'`),
    all(`tagName eq 'aks-managed-cluster-name' and tagValue eq '${names.cluster}'`),
  ])
  const found = new Map<string, { resource: GenericResourceExpanded; ours: boolean; known: string; part?: string }>()
  const add = (resource: GenericResourceExpanded, proof: { ours: boolean; known: string; part?: string }): void => {
    const key = resource.id!.toLowerCase()
    if (!found.has(key)) found.set(key, { resource, ...proof })
  }
  for (const resource of inside) {
    const own = proven || isOurs(resource.tags, place.record)
    add(resource, { ours: own, known: own ? `in AKS's own resource group ${names.nodeGroup}` : `in ${names.nodeGroup}, which is not proven to be this cluster's`, ...(ours && { part: 'cluster' }) })
  }
  // a list by a tag's value does not show the tags again
  for (const resource of tagged) add(resource, { ours: true, known: `tag ${tags.cluster} ${place.record.id}` })
  for (const resource of alike) add(resource, { ours: false, known: `tag aks-managed-cluster-name ${names.cluster}, as other clusters of that name write it too` })
  const details = await Promise.all([...found.values()].map((one) => expand(place, one, signal)))
  return [...(ours ? [clusterItself(place, ours)] : []), ...details.flat()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Azure tells whose a managed resource group is; of a cluster that is gone only its tag proves which one it was. */
const isNodeGroup = (place: Place, group: ResourceGroup, cluster: ManagedCluster | null): boolean =>
  isOurs(group.tags, place.record) || (cluster !== null && group.managedBy?.toLowerCase() === cluster.id?.toLowerCase())

const clusterItself = (place: Place, { id }: ManagedCluster): Billable => ({
  kind: 'cluster', id: id!, name: place.names.cluster, location: place.region, ours: true, known: `tag ${tags.cluster} ${place.record.id}`, part: 'cluster',
})

async function expand(place: Place, { resource, ours, known, part }: { resource: GenericResourceExpanded; ours: boolean; known: string; part?: string }, signal: AbortSignal): Promise<Billable[]> {
  const type = resource.type?.toLowerCase() ?? ''
  const base = { location: resource.location ?? place.region, ours, known, ...(part && { part }) }
  if (type === scaleSets) return machinesOf(place, resource, base, signal)
  const kind = kinds[type]?.kind
  if (!kind) return []
  const thing: Billable = { ...base, kind, id: resource.id!, name: resource.name! }
  if (kind !== 'disk' && kind !== 'snapshot') return [thing]
  const { find, compute } = await place.azure()
  const group = groupOf(resource.id!)
  const disk: Disk | null = kind === 'disk'
    ? await find('Microsoft.Compute/disks/read', signal, async (options) => (await compute()).disks.get(group, resource.name!, options))
    : await find('Microsoft.Compute/snapshots/read', signal, async (options) => (await compute()).snapshots.get(group, resource.name!, options)) as Disk | null
  if (!disk) return []
  const claim = claimOf(disk)
  return [{
    ...thing, ...(disk.diskSizeGB !== undefined && { sizeGiB: disk.diskSizeGB }), ...(disk.sku?.name && { diskType: diskTypeOf(disk.sku.name) }),
    ...(claim !== null && { known: `${known}, made for the claim ${claim}` }), holdsHome: mayHoldHome(disk),
  }]
}

/** Machines of a scale set are no resources by themselves. */
async function machinesOf(place: Place, { id, name, tags: all }: GenericResourceExpanded, base: Pick<Billable, 'location' | 'ours' | 'known'>, signal: AbortSignal): Promise<Billable[]> {
  const { list, compute } = await place.azure()
  const machines = await list('Microsoft.Compute/virtualMachineScaleSets/virtualMachines/read', signal, async (options) => (await compute()).virtualMachineScaleSetVMs.list(groupOf(id!), name!, options))
  const pool = tagOf(all, tags.pool)
  const spot = place.pools.find((one) => one.name === pool)?.spot ?? false
  return machines.map((machine): Billable => ({
    ...base, kind: 'machine', id: machine.id!, name: machine.name!, ...(machine.sku?.name && { machineType: machine.sku.name }), ...(spot && { spot }),
  }))
}

export const groupOf = (id: string): string => /\/resourceGroups\/([^/]+)/i.exec(id)![1]!

/** As the price catalogue calls kinds of disks. */
const diskTypeOf = (sku: string): string => ({ StandardSSD: 'standard-ssd', Premium: 'premium-ssd', PremiumV2: 'premium-ssd-v2', Standard: 'standard-hdd', UltraSSD: 'ultra' })[sku.split('_')[0]!] ?? sku

/** Removes what is proven ours once the cluster is gone, and the resource groups that were only for it. */
export async function sweep(place: Place, { keepHomes }: { keepHomes: boolean }, signal: AbortSignal): Promise<Billable[]> {
  const { names, azure } = place
  const cluster = await getCluster(place, signal)
  if (cluster && !isForeign(place, cluster.tags)) return []
  const left = (await billables(place, signal)).filter((thing) => thing.ours && !(keepHomes && thing.holdsHome))
  const { find, resources } = await azure()
  const asked: Billable[] = []
  const holders = left.some(({ kind }) => kind === 'load-balancer' || kind === 'nat')
  for (const thing of left) {
    const apiVersion = apiVersionOf(thing.id)
    // a machine goes with its scale set, and that with its group; an address when nothing holds it any more
    if (apiVersion === undefined || (holders && thing.kind === 'address')) continue
    await find(`${typeOf(thing.id)}/delete`, signal, async (options) => (await resources()).resources.deleteById(thing.id.slice(1), apiVersion, options).submitted())
    asked.push(thing)
  }
  for (const name of [names.nodeGroup, names.homesGroup]) {
    const group = await getGroup(place, name, signal)
    if (!group || !isOurs(group.tags, place.record) || isGoing(group)) continue
    // AKS's own group holds networks and identities too, which bill nothing: it goes whole, but not with a home in it that is to stay
    const holds = await contents(place, name, signal)
    const homes = keepHomes && (await billables(place, signal)).some((thing) => thing.holdsHome && groupOf(thing.id).toLowerCase() === name.toLowerCase())
    if (!homes && (holds.length === 0 || name === names.nodeGroup)) await deleteGroup(place, name, signal)
  }
  return asked
}

const typeOf = (id: string): string => /\/providers\/([^/]+\/[^/]+)\/[^/]+$/i.exec(id)?.[1] ?? ''
const apiVersionOf = (id: string): string | undefined => kinds[typeOf(id).toLowerCase()]?.apiVersion
