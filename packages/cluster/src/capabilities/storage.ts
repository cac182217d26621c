import type { V1StorageClass } from '@kubernetes/client-node'
import type { ClusterStorageClass } from '@hubfleet/core'
import type { Kubernetes } from '../kubernetes.ts'
import { askList } from './ask.ts'

const defaultMark = 'storageclass.kubernetes.io/is-default-class'
/** Drivers have names of their own for what Kubernetes calls a zone. */
const zoneKey = /(^|\/)zone$/

/** The drivers for which somebody made a VolumeSnapshotClass; null where nobody may look. */
export async function snapshotDrivers(kubernetes: Kubernetes, signal: AbortSignal): Promise<string[] | null> {
  const classes = await askList<{ driver?: string }>(kubernetes, '/apis/snapshot.storage.k8s.io/v1/volumesnapshotclasses', signal)
  return classes?.flatMap(({ driver }) => driver ?? []) ?? null
}

export function storageClassesOf(classes: readonly V1StorageClass[], snapshots: readonly string[] | null): ClusterStorageClass[] {
  return classes.map((one): ClusterStorageClass => ({
    name: one.metadata?.name ?? '', provisioner: one.provisioner, isDefault: isDefault(one), canGrow: one.allowVolumeExpansion === true,
    binding: one.volumeBindingMode === 'WaitForFirstConsumer' ? one.volumeBindingMode : 'Immediate', reclaimPolicy: one.reclaimPolicy === 'Retain' ? one.reclaimPolicy : 'Delete', zones: zonesOf(one), snapshots: snapshots?.includes(one.provisioner) ?? false,
  })).sort((a, b) => (a.name < b.name ? -1 : 1))
}

const isDefault = ({ metadata }: V1StorageClass): boolean => metadata?.annotations?.[defaultMark] === 'true'

/** Of several default classes Kubernetes takes the youngest, and of those the first by name. */
export function defaultClassOf(classes: readonly V1StorageClass[]): string | null {
  const age = ({ metadata }: V1StorageClass) => metadata?.creationTimestamp?.getTime() ?? 0
  const [first] = classes.filter(isDefault).sort((a, b) => age(b) - age(a) || ((a.metadata?.name ?? '') < (b.metadata?.name ?? '') ? -1 : 1))
  return first?.metadata?.name ?? null
}

function zonesOf({ allowedTopologies = [], parameters = {} }: V1StorageClass): string[] {
  const allowed = allowedTopologies.flatMap(({ matchLabelExpressions = [] }) => matchLabelExpressions.filter(({ key }) => zoneKey.test(key)).flatMap(({ values }) => values))
  const named = [parameters['zone'], ...(parameters['zones'] ?? '').split(',')].flatMap((zone) => (zone?.trim() ? [zone.trim()] : []))
  return [...new Set([...allowed, ...named])].sort()
}
