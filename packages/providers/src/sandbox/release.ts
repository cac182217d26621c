import { isDeepStrictEqual } from 'node:util'
import { Problem } from '@hubfleet/core'
import type { DesiredRelease, Release } from '../provider.ts'
import { databaseGiB, slowness } from './capacity.ts'
import { durations } from './durations.ts'
import { partsOf } from './manifests.ts'
import { forbiddenPods, type SandboxOpenShift } from './openshift.ts'
import { imagesOfValues, serverImageOf } from './pulls.ts'
import { random } from './random.ts'
import { readValues, type HubSettings } from './settings.ts'
import type { SandboxCluster, SandboxDatabase, SandboxHub, SandboxParts, SandboxRelease } from './state.ts'

/** helm upgrade --install. The same chart and values again change nothing; any other value restarts the hub's pod, as the chart's checksum does. */
export function installRelease(cluster: SandboxCluster, clusterId: string, hub: SandboxHub, name: string, desired: DesiredRelease, now: number, openShift: SandboxOpenShift | null = null): void {
  const { chart, values, valuesHash } = desired
  const { settings, misbehave, seats } = readValues(values)
  const failed = (reason: string) => new Problem('helm-failed', { verb: 'upgrade --install', release: name, reason })
  if (!hub.namespace) throw failed('the namespace is not there')
  if (misbehave.includes('sandbox-helm-failed')) throw failed('the sandbox was asked to refuse it')
  const old = hub.release
  if (old && old.status !== 'deployed') throw failed('another operation (install/upgrade/rollback) is in progress')
  if (old && old.valuesHash === valuesHash && old.chartDigest === chart.digest) return

  hub.misbehave = misbehave
  const cut = misbehave.includes('sandbox-helm-cut') && !hub.helmWasCut
  hub.helmWasCut ||= cut
  if (cut && old) {
    hub.release = { ...old, status: 'pending-upgrade', revision: old.revision + 1, updatedAt: now }
    return
  }
  const parts = partsOf(values)
  const stays = (part: keyof SandboxParts) => old?.chartDigest === chart.digest && (old.parts?.[part] ?? parts[part]) === parts[part]
  hub.database = databaseAfter(hub, settings)
  // as JupyterHub does at each start: it makes whom its configuration names, and never takes anything back
  for (const name of [...settings.admins, ...settings.users ?? []]) hub.database.users[name.toLowerCase()] ??= { created: now, lastActivity: null }
  for (const name of settings.admins) hub.database.users[name.toLowerCase()]!.admin = true
  hub.clusterObjects = settings.userScheduler ? { release: name, podPriority: settings.podPriority } : null
  hub.certificate ||= settings.letsEncrypt
  const images = imagesOfValues(values)
  const forbidden = forbiddenPods(openShift, desired)
  hub.release = {
    ...(Object.keys(forbidden).length > 0 && { forbidden }),
    serverImage: serverImageOf(values, chart.version), images, imagesSince: old?.images && isDeepStrictEqual(old.images, images) ? old.imagesSince ?? now : now,
    name, status: cut ? 'pending-install' : 'deployed', revision: (old?.revision ?? 0) + 1, updatedAt: now, valuesHash, chartDigest: chart.digest, jupyterhub: chart.appVersion, settings,
    hubStartedAt: now,
    proxyStartedAt: stays('proxy') ? old!.proxyStartedAt : now,
    schedulerStartedAt: stays('userScheduler') ? old!.schedulerStartedAt ?? old!.proxyStartedAt : now,
    parts,
    seats, seatsChangedAt: old?.seats === seats ? old.seatsChangedAt : now,
    host: settings.loadBalancer ? old?.host ?? freeHost(cluster, clusterId) : null,
    hostSince: settings.loadBalancer ? old?.hostSince ?? now : null,
    // The culler looks as soon as its hub is up.
    nextCullAt: now + durations.podStart * slowness(hub),
  }
}

/** Another kind of database begins empty: the hub then knows none of the servers that run. A disk that is there keeps its class, and grows. */
function databaseAfter(hub: SandboxHub, { databaseGiB: wanted, databaseStorageClass }: HubSettings): SandboxDatabase {
  const has = hub.database && databaseGiB(hub.database)
  if (!hub.database || (has === null) !== (wanted === null)) {
    for (const server of hub.servers) server.orphan = true
    return { storageClass: databaseStorageClass, users: {}, sizeGiB: wanted }
  }
  return { ...hub.database, sizeGiB: wanted === null ? null : Math.max(has ?? 0, wanted) }
}

/** A first install that was cut is taken away; after an upgrade that was cut, the revision before it is the newest again. */
export function repairRelease(hub: SandboxHub): void {
  if (hub.release?.status === 'pending-install') uninstallRelease(hub)
  else if (hub.release?.status === 'pending-upgrade') hub.release = { ...hub.release, status: 'deployed', revision: hub.release.revision - 1 }
}

/** Claims stay, the hub's database among them, and so do the pods of users. */
export function uninstallRelease(hub: SandboxHub): void {
  hub.release = null
  hub.clusterObjects = null
}

export const releaseModel = ({ status, revision, valuesHash, chartDigest, updatedAt }: SandboxRelease): Release =>
  ({ status, revision, valuesHash, chartDigest, updatedAt: new Date(updatedAt) })

/** A number in 203.0.113.0/24 that no other hub of the cluster has; where it is looked for first differs from cluster to cluster. */
function freeHost(cluster: SandboxCluster, clusterId: string): number | null {
  const taken = new Set(Object.values(cluster.hubs).map((hub) => hub.release?.host))
  const first = Math.floor(random(clusterId) * 253)
  return Array.from({ length: 253 }, (_, i) => 2 + ((first + i) % 253)).find((host) => !taken.has(host)) ?? null
}

