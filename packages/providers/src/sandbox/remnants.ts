import { cullWarningsMap, freezeFile } from '@hubfleet/core'
import type { Remnant } from '../provider.ts'
import { databaseGiB } from './capacity.ts'
import { podName, type SandboxHub } from './state.ts'

/** Everything of a hub that is there, under the names that the chart and its spawner give. */
export function hubRemnants(namespace: string, hub: SandboxHub): Remnant[] {
  const { release } = hub
  const remnants: Remnant[] = []
  const add = (kind: string, name: string, { inNamespace = true, bills = false, blocksNamesake = false, holdsHome = false, ofRelease = false, sizeGiB = undefined as number | undefined } = {}) =>
    remnants.push({ kind, namespace: inNamespace ? namespace : null, name, bills, blocksNamesake, holdsHome, ofRelease, ...(sizeGiB === undefined ? {} : { sizeGiB }) })

  if (release) {
    add('Deployment', 'hub', { bills: true, ofRelease: true })
    add('Deployment', 'proxy', { bills: true, ofRelease: true })
    if (release.settings.userScheduler) add('Deployment', 'user-scheduler', { bills: true, ofRelease: true })
    if (release.settings.placeholders) add('StatefulSet', 'user-placeholder', { bills: true, ofRelease: true })
    add('Service', 'proxy-public', { bills: release.settings.loadBalancer, ofRelease: true })
  }
  if (hub.route) add('Route', hub.route.manifest.metadata.name)
  for (const server of hub.servers) add('Pod', podName(server.user, server.name), { bills: true })
  const databaseSize = hub.database && databaseGiB(hub.database)
  if (databaseSize !== null) add('PersistentVolumeClaim', 'hub-db-dir', { bills: true, sizeGiB: databaseSize })
  for (const [claim, home] of sortedHomes(hub)) add('PersistentVolumeClaim', claim, { bills: true, holdsHome: true, sizeGiB: home.sizeGiB })
  for (const claim of hub.fileShares ?? []) {
    add('PersistentVolumeClaim', claim)
    add('PersistentVolume', `${namespace}-${claim}`, { inNamespace: false })
  }
  if (hub.ownCulling && hub.ownCulling.warnings.length > 0) add('ConfigMap', cullWarningsMap)
  if (hub.freeze) add('ConfigMap', freezeFile.map)
  if (hub.build) add('Namespace', `${namespace}-build`, { inNamespace: false, bills: true })
  if (hub.certificate) add('Secret', 'proxy-public-tls-acme')
  if (hub.clusterObjects) {
    const { release: name, podPriority } = hub.clusterObjects
    for (const kind of ['ClusterRole', 'ClusterRoleBinding']) add(kind, `${name}-user-scheduler`, { inNamespace: false, blocksNamesake: true, ofRelease: true })
    if (podPriority) for (const part of ['default-priority', 'image-puller-priority', 'user-placeholder-priority']) add('PriorityClass', `${name}-${part}`, { inNamespace: false, blocksNamesake: true, ofRelease: true })
  }
  if (hub.namespace) add('Namespace', namespace, { inNamespace: false, blocksNamesake: true, holdsHome: true })
  return remnants
}

export const sortedHomes = (hub: SandboxHub) => Object.entries(hub.homes).sort(([a], [b]) => (a < b ? -1 : 1))
