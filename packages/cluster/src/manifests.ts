import type { Manifest } from '@hubfleet/core'
import { isObject } from '@hubfleet/core'
import { parseAllDocuments } from 'yaml'

/** The objects of a stream of YAML documents as helm writes it; one that names no namespace is in the release's. */
export function manifestsIn(text: string, namespace: string): Manifest[] {
  return parseAllDocuments(text).flatMap((document) => {
    const object = document.toJS() as unknown
    if (!isObject(object) || !isObject(object['metadata']) || typeof object['kind'] !== 'string') return []
    const manifest = object as Manifest
    return [isClusterWide(manifest.kind) ? manifest : { ...manifest, metadata: { ...manifest.metadata, namespace: manifest.metadata.namespace ?? namespace } }]
  })
}

/** Kinds of the chart that live outside of namespaces. */
const isClusterWide = (kind: string): boolean => ['ClusterRole', 'ClusterRoleBinding', 'PriorityClass', 'Namespace', 'PersistentVolume', 'StorageClass', 'CustomResourceDefinition'].includes(kind)
