import type { Disk } from '@azure/arm-compute'
import { Problem } from '@hubfleet/core'
import { tagOf, tagsOf } from './names.ts'
import { getGroup, makeGroup } from './resource-group.ts'
import { isForeign, type Place } from './place.ts'

/** The volume's driver writes for which claim it made a disk. */
export const claimOf = ({ tags }: Pick<Disk, 'tags'>): string | null => {
  const [namespace, name] = ['namespace', 'name'].map((what) => tagOf(tags, `kubernetes.io-created-for-pvc-${what}`))
  return name === undefined ? null : `${namespace ?? ''}/${name}`
}

/** The hub's own database is no home; what nobody can tell may be one. */
export const mayHoldHome = (disk: Pick<Disk, 'tags'>): boolean => !/\/hub-db-dir$/.test(claimOf(disk) ?? '')

/** Copies what AKS would delete with the cluster. True when all copies are whole. */
export async function keepHomeDisks(place: Place, signal: AbortSignal): Promise<boolean> {
  const { names, azure, record, region } = place
  const { list, find, call, compute } = await azure()
  const disks = (await list('Microsoft.Compute/disks/read', signal, async (options) => (await compute()).disks.listByResourceGroup(names.nodeGroup, options))).filter((disk) => claimOf(disk) !== null && mayHoldHome(disk))
  if (disks.length === 0) return true
  const group = await getGroup(place, names.homesGroup, signal)
  if (!group) await makeGroup(place, names.homesGroup, signal)
  else if (isForeign(place, group.tags)) throw new Problem('cluster-foreign', { cloud: 'azure', account: 'the subscription', kind: 'resource group', name: names.homesGroup, reason: 'disks of homes would be copied there; rename or remove it' })
  let whole = true
  for (const disk of disks) {
    const copy = await find('Microsoft.Compute/disks/read', signal, async (options) => (await compute()).disks.get(names.homesGroup, disk.name!, options))
    if (copy?.provisioningState === 'Succeeded' && (copy.completionPercent ?? 100) >= 100) continue
    whole = false
    if (copy && copy.provisioningState !== 'Failed') continue
    await call('Microsoft.Compute/disks/write', signal, async (options) => (await compute()).disks.createOrUpdate(names.homesGroup, disk.name!, {
      location: region, tags: { ...disk.tags, ...tagsOf(record) }, ...(disk.sku?.name && { sku: { name: disk.sku.name } }), ...(disk.zones && { zones: disk.zones }),
      creationData: { createOption: 'Copy', sourceResourceId: disk.id! },
    }, options).submitted())
  }
  return whole
}
