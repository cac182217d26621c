import type { V1Secret } from '@kubernetes/client-node'
import type { Kubernetes } from './kubernetes.ts'
import type { Helm } from './helm.ts'
import { readReleaseLabels } from './release-labels.ts'

export interface Release {
  /** helm's own status, e.g. deployed, failed, pending-install, pending-upgrade, uninstalling. */
  status: string
  revision: number
  /** sha256 in hex; null when the release was not made by Hubfleet. */
  valuesHash: string | null
  chartDigest: string | null
  updatedAt: Date
}

export interface ReleaseName { name: string; namespace: string }

/** The newest revision as its Secret's labels tell it, or null. The Secret's data, which holds all values, is never fetched. */
export async function observeRelease(kubernetes: Kubernetes, release: ReleaseName, signal: AbortSignal): Promise<Release | null> {
  const newest = (await revisionsOf(kubernetes, release, signal))[0]
  if (!newest) return null
  const found = newest.metadata?.labels ?? {}
  return {
    status: found.status ?? 'unknown',
    revision: revisionOf(newest),
    ...readReleaseLabels(found),
    // helm copies its own label modifiedAt from the revision before, where it may be older than the revision itself
    updatedAt: new Date(Math.max(Number(newest.metadata?.creationTimestamp ?? 0), Number(found.modifiedAt ?? 0) * 1000)),
  }
}

/**
 * Frees a release whose helm was cut. While the newest revision is `pending-*`, helm refuses everything; deleting its Secret goes back
 * to the revision before it, or to none, and the next install adopts what the cut one had made, since that carries the release's name.
 * A cut uninstall is ended instead: there is nothing to go back to. Call it only when no helm can still be at work on it.
 */
export async function repairRelease(kubernetes: Kubernetes, helm: Helm, release: ReleaseName, signal: AbortSignal): Promise<void> {
  const newest = (await revisionsOf(kubernetes, release, signal))[0]
  const status = newest?.metadata?.labels?.status ?? ''
  if (status === 'uninstalling') return helm.uninstall(release, signal)
  if (!newest || !status.startsWith('pending-')) return
  const { name = '', uid, resourceVersion } = newest.metadata ?? {}
  // exactly the one that was seen: should a helm write to it after all, the delete is refused
  await kubernetes.find(signal, ({ core }, options) => core.deleteNamespacedSecret({ name, namespace: release.namespace, body: { preconditions: { uid, resourceVersion } } }, options))
}

/** The Secrets of a release's revisions, newest first, without their data. */
async function revisionsOf(kubernetes: Kubernetes, { name, namespace }: ReleaseName, signal: AbortSignal): Promise<V1Secret[]> {
  const list = await kubernetes.metadata(signal, ({ core }, options) => core.listNamespacedSecret({ namespace, labelSelector: `owner=helm,name=${name}` }, options))
  // an empty list of mere metadata comes as null
  return (list.items ?? []).toSorted((a, b) => revisionOf(b) - revisionOf(a))
}

const revisionOf = (secret: V1Secret): number => Number(secret.metadata?.labels?.version ?? 0)
