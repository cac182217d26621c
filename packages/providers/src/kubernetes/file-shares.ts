import { claimManifest, hubLabel, shareLabel, volumeManifest, type FileShare } from '@hubfleet/core'
import type { HubRef } from '../provider.ts'
import { claimsOf } from './claims.ts'
import { requireOurs } from './namespace.ts'
import type { Place } from './place.ts'

export const isFileShare = ({ metadata }: { metadata?: { labels?: Record<string, string> } }, { id }: HubRef): boolean =>
  metadata?.labels?.[shareLabel] !== undefined && metadata.labels[hubLabel] === id

export async function fileShares(place: Place, signal: AbortSignal): Promise<{ claim: string; bound: boolean }[]> {
  const claims = (await claimsOf(place, signal)).filter((claim) => isFileShare(claim, place.hub) && !claim.metadata?.deletionTimestamp)
  return claims.map(({ metadata, status }) => ({ claim: metadata?.name ?? '', bound: status?.phase === 'Bound' }))
}

/**
 * A volume of this hub alone for each folder, and the one claim that may bind it. Neither is ever changed: what cannot be changed of them is in
 * their names. What is on the server stays, whatever becomes of them.
 */
export async function makeFileShares(place: Place, shares: readonly FileShare[], signal: AbortSignal): Promise<void> {
  await requireOurs(place, signal)
  for (const share of shares) {
    await makeVolume(place, share, signal)
    await makeClaim(place, share, signal)
  }
}

async function makeVolume({ kubernetes, hub }: Place, share: FileShare, signal: AbortSignal): Promise<void> {
  const { name } = volumeManifest(hub, share).metadata
  const existing = await kubernetes.find(signal, ({ core }, options) => core.readPersistentVolume({ name }, options))
  // its claim went away, say with the namespace: a volume that was released is never bound again
  const released = existing?.status?.phase === 'Released'
  if (released) await kubernetes.find(signal, ({ core }, options) => core.deletePersistentVolume({ name }, options))
  if (existing && !released) return
  const body = volumeManifest(hub, share)
  await kubernetes.call(signal, ({ core }, options) => core.createPersistentVolume({ body }, options))
}

async function makeClaim({ kubernetes, hub }: Place, share: FileShare, signal: AbortSignal): Promise<void> {
  const [{ namespace }, name] = [hub, share.claim]
  if (await kubernetes.find(signal, ({ core }, options) => core.readNamespacedPersistentVolumeClaim({ namespace, name }, options))) return
  const body = claimManifest(hub, share)
  await kubernetes.call(signal, ({ core }, options) => core.createNamespacedPersistentVolumeClaim({ namespace, body }, options))
}
