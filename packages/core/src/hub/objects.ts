import { cullWarningsFile, cullWarningsText } from './culling/cull-notice-code.ts'
import { cullWarningsMap } from './culling/culling-values.ts'
import { freezeFile, freezeText, type Freeze } from './freeze/freeze-code.ts'
import type { CullWarning } from './culling/own-culling.ts'
import type { FileShare } from './storage/file-shares.ts'
import { fileSharesOf } from './storage/file-shares.ts'
import { podSecurityLabel, type PodSecurityLevel } from '../security/pod-security.ts'
import { routeManifest } from './exposure/route.ts'
import type { HubSpec } from './spec.ts'
import { hubLabel, tenantLabel } from './values.ts'

/** A hub as its objects in a cluster name it. */
export interface HubIdentity { id: string; name: string; tenantId: string; namespace: string }

/** On what Hubfleet makes for a folder of an NFS server. */
export const shareLabel = 'hubfleet.dev/file-share'

/** Kubernetes wants a size, and NFS has none. */
const anySize = { storage: '1Gi' }

const labelsOf = ({ id, tenantId }: HubIdentity): Record<string, string> => ({ 'app.kubernetes.io/managed-by': 'hubfleet', [hubLabel]: id, [tenantLabel]: tenantId })
const modeOf = ({ readOnly }: FileShare): string => (readOnly ? 'ReadOnlyMany' : 'ReadWriteMany')
const volumeName = ({ namespace }: HubIdentity, { claim }: FileShare): string => `${namespace}-${claim}`

/*
 * Everything that Hubfleet makes in a cluster beside the release, as manifests. The worker makes them from here, and an export gives them
 * to whoever goes on without Hubfleet.
 */

export const namespaceManifest = (hub: HubIdentity, podSecurity?: PodSecurityLevel) => ({
  apiVersion: 'v1', kind: 'Namespace', metadata: { name: hub.namespace, labels: { ...labelsOf(hub), ...(podSecurity && { [podSecurityLabel]: podSecurity }) }, annotations: { 'hubfleet.dev/name': hub.name } },
})

/** A volume of this hub alone: it names the one claim that may bind it. What is on the server stays, whatever becomes of it. */
export const volumeManifest = (hub: HubIdentity, share: FileShare) => ({
  apiVersion: 'v1', kind: 'PersistentVolume',
  metadata: { name: volumeName(hub, share), labels: { ...labelsOf(hub), [shareLabel]: 'nfs' } },
  spec: {
    capacity: anySize, accessModes: [modeOf(share)], persistentVolumeReclaimPolicy: 'Retain', storageClassName: '',
    mountOptions: share.nfs.mountOptions, nfs: { server: share.nfs.server, path: share.nfs.path, readOnly: share.readOnly },
    claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace: hub.namespace, name: share.claim },
  },
})

export const claimManifest = (hub: HubIdentity, share: FileShare) => ({
  apiVersion: 'v1', kind: 'PersistentVolumeClaim',
  metadata: { name: share.claim, namespace: hub.namespace, labels: { ...labelsOf(hub), [shareLabel]: 'nfs' } },
  spec: { accessModes: [modeOf(share)], storageClassName: '', volumeName: volumeName(hub, share), resources: { requests: anySize } },
})

/** What is said to people whose servers will be stopped; the hub's pod has it mounted, where there is anything to be said. */
export const cullWarningsManifest = (hub: HubIdentity, warnings: readonly CullWarning[]) => ({
  apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: cullWarningsMap, namespace: hub.namespace, labels: labelsOf(hub) }, data: { [cullWarningsFile]: cullWarningsText(warnings) },
})

/** Why nobody may start a server now; the hub's pod has it mounted, where there is a reason. */
export const freezeManifest = (hub: HubIdentity, freeze: Freeze) => ({
  apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: freezeFile.map, namespace: hub.namespace, labels: labelsOf(hub) }, data: { [freezeFile.file]: freezeText(freeze) },
})

/** All of them, in the order in which they can be made. */
export const hubObjects = (hub: HubIdentity, { storage, exposure }: Pick<HubSpec, 'storage' | 'exposure'>, podSecurity: PodSecurityLevel): object[] => [
  namespaceManifest(hub, podSecurity), ...fileSharesOf(storage).flatMap((share) => [volumeManifest(hub, share), claimManifest(hub, share)]),
  ...(exposure.type === 'route' ? [routeManifest(hub, exposure)] : []),
]
