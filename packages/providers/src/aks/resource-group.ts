import type { ResourceGroup } from '@azure/arm-resources'
import type { Part } from '../provider.ts'
import { checkRegion } from './catalogues.ts'
import { tags, tagsOf } from './names.ts'
import { foreign, isForeign, type Place } from './place.ts'

export async function getGroup({ azure }: Place, name: string, signal: AbortSignal): Promise<ResourceGroup | null> {
  const { find, resources } = await azure()
  return find('Microsoft.Resources/subscriptions/resourceGroups/read', signal, async (options) => (await resources()).resourceGroups.get(name, options))
}

export async function makeGroup({ azure, region, record }: Place, name: string, signal: AbortSignal): Promise<void> {
  const { call, resources } = await azure()
  await call('Microsoft.Resources/subscriptions/resourceGroups/write', signal, async (options) => (await resources()).resourceGroups.createOrUpdate(name, { location: region, tags: tagsOf(record) }, options))
}

export async function deleteGroup({ azure }: Place, name: string, signal: AbortSignal): Promise<void> {
  const { find, resources } = await azure()
  await find('Microsoft.Resources/subscriptions/resourceGroups/delete', signal, async (options) => (await resources()).resourceGroups.delete(name, options).submitted())
}

/** The names of what is in a group. */
export async function contents({ azure }: Place, name: string, signal: AbortSignal): Promise<string[]> {
  const { list, resources } = await azure()
  const all = await list('Microsoft.Resources/subscriptions/resourceGroups/resources/read', signal, async (options) => (await resources()).resources.listByResourceGroup(name, options))
  return all.map(({ type, name: thing }) => `${type} ${thing}`)
}

export const isGoing = (group: ResourceGroup): boolean => group.properties?.provisioningState === 'Deleting'

/** The resource group of the cluster. It goes with the cluster, unless somebody put something else into it. */
export const resourceGroup = (place: Place): Part => ({
  name: 'resource group', of: 'machines',
  async observe(signal) {
    const group = await getGroup(place, place.names.group, signal)
    if (!group) return { is: 'absent' }
    if (isForeign(place, group.tags)) return foreign(`resource group ${place.names.group}`, group.tags)
    if (isGoing(group)) return { is: 'busy', message: `the resource group ${place.names.group} is being deleted`, againSeconds: 10 }
    return { is: 'ready', message: place.names.group }
  },
  async make(signal) {
    signal.throwIfAborted()
    await checkRegion(place.catalogues, await place.azure(), place.region, signal)
    await makeGroup(place, place.names.group, signal)
  },
  async remove(signal) {
    const { names, azure } = place
    const group = await getGroup(place, names.group, signal)
    if (!group || isForeign(place, group.tags) || isGoing(group)) return
    const others = await contents(place, names.group, signal)
    if (others.length === 0) return deleteGroup(place, names.group, signal)
    // deleting it would delete what is not ours: it is left to whoever put that there, and is ours no longer
    const { [tags.cluster]: _cluster, [tags.tenant]: _tenant, ...rest } = group.tags ?? {}
    const { call, resources } = await azure()
    await call('Microsoft.Resources/subscriptions/resourceGroups/write', signal, async (options) => (await resources()).resourceGroups.createOrUpdate(names.group, { location: group.location, tags: rest }, options))
  },
})
