import { cloudOfProvider } from '@hubfleet/core'
import type { ClusterRow } from '@hubfleet/database'
import { catalogueOf, findDisk, findMachine, roomForUsers, type NodeType, type Room } from '@hubfleet/pricing'
import { specOf } from '../clusters/cluster.ts'
import { observedOf, type NodeGroup } from './observed.ts'

/** The kinds of nodes that servers of a cluster can find; `machineType` beside the name that tells them apart, and how many of it there can be at most. */
export interface KnownNodeType extends NodeType { machineType: string; most: number }

/** `more`: who may bring kinds of nodes that are not there now, and so cannot be seen. */
export interface NodeTypes { types: KnownNodeType[]; more: string | null }

/**
 * Of a managed cluster its pools for users, by the catalogue (of one without such pools, all); of a registered one what its nodes show.
 * @param storageClass of the homes: it decides which bound of disks holds
 */
export const nodeTypesOf = (cluster: ClusterRow, storageClass: string | null): NodeTypes =>
  (cluster.managed ? { types: poolTypes(cluster, storageClass), more: null } : observedTypes(cluster, storageClass))

/** Every node has a disk of its own that it can lend; nobody tells how large. */
const unbounded = { 'ephemeral-storage': Infinity }

function poolTypes(cluster: ClusterRow, storageClass: string | null): KnownNodeType[] {
  const { pools = [], provider: made } = specOf(cluster)
  const provider = cloudOfProvider(made) ?? made
  const catalogue = catalogueOf(provider)
  const region = catalogue?.regions[0]
  if (!catalogue || !region) return []
  const shared = findDisk(catalogue, storageClass)?.entry.kind === 'shared'
  const forUsers = pools.filter(({ purpose }) => purpose === 'user')
  return (forUsers.length > 0 ? forUsers : pools).filter(({ machineType }) => Object.hasOwn(catalogue.machines, machineType)).map(({ name, purpose, machineType, max }) => {
    const room = roomForUsers(provider, findMachine(provider, region, machineType))
    return {
      name, machineType, most: max, taints: [], room: { ...room, volumes: shared ? Infinity : room.volumes, extra: { ...unbounded, ...room.extra } },
      labels: { 'hub.jupyter.org/node-purpose': [purpose], 'node.kubernetes.io/instance-type': [machineType] },
    }
  })
}

function observedTypes(cluster: ClusterRow, storageClass: string | null): NodeTypes {
  const { nodeGroups, storageClasses, defaultStorageClass, autoscaler } = observedOf(cluster)
  const driver = storageClasses.find(({ name }) => name === (storageClass ?? defaultStorageClass))?.provisioner
  return {
    types: nodeGroups.map((group, index) => ({
      name: nameOf(group, nodeGroups, index), machineType: group.machineType, most: group.nodes, labels: group.labels, taints: group.taints, room: observedRoom(group, driver),
    })),
    more: autoscaler,
  }
}

const observedRoom = ({ cpu, memoryBytes, pods, daemons, extra, volumes }: NodeGroup, driver: string | undefined): Room => ({
  cpuMilli: (cpu - daemons.cpu) * 1000, memoryMiB: (memoryBytes - daemons.memoryBytes) / 2 ** 20, pods: pods - daemons.pods, extra,
  volumes: (driver === undefined ? undefined : volumes[driver]) ?? Infinity,
})

/** The machine type, and where several groups are of it, what sets this one apart. */
function nameOf(group: NodeGroup, all: readonly NodeGroup[], index: number): string {
  const { machineType, taints, labels, extra } = group
  const namesakes = all.filter((one) => one.machineType === machineType)
  if (namesakes.length === 1) return machineType
  const [purpose] = labels['hub.jupyter.org/node-purpose'] ?? []
  const devices = Object.keys(extra).filter((name) => name.includes('/'))
  return `${machineType} (${[...(purpose ? [purpose] : []), ...taints.map(({ key, value }) => (value ? `${key}=${value}` : key)), ...devices].join(', ') || `group ${index + 1}`})`
}
