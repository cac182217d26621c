import type { V1PersistentVolumeClaim } from '@hubfleet/cluster'
import { parseQuantity } from '@hubfleet/core'
import type { Home } from '../provider.ts'
import { requireOurs } from './namespace.ts'
import type { Place } from './place.ts'

const usernameKey = 'hub.jupyter.org/username'
const servernameKey = 'hub.jupyter.org/servername'

export async function claimsOf({ kubernetes, hub: { namespace } }: Place, signal: AbortSignal): Promise<V1PersistentVolumeClaim[]> {
  return (await kubernetes.call(signal, ({ core }, options) => core.listNamespacedPersistentVolumeClaim({ namespace }, options))).items
}

/** The annotation has the user's name as it is; claims that an old KubeSpawner made may have nothing else. */
export const isHome = ({ metadata }: V1PersistentVolumeClaim): boolean =>
  metadata?.labels?.component === 'singleuser-storage' || metadata?.annotations?.[usernameKey] !== undefined

export const isDatabase = ({ metadata }: V1PersistentVolumeClaim): boolean => metadata?.labels?.app === 'jupyterhub' && metadata.labels.component === 'hub'

export function homeOf(claim: V1PersistentVolumeClaim): Home {
  const { metadata } = claim
  return {
    name: metadata?.name ?? '',
    user: metadata?.annotations?.[usernameKey] ?? metadata?.labels?.[usernameKey] ?? '',
    server: metadata?.annotations?.[servernameKey] ?? '',
    sizeGiB: sizeOf(claim.status?.capacity?.storage ?? claim.spec?.resources?.requests?.storage),
    storageClass: claim.spec?.storageClassName ?? null,
    going: metadata?.deletionTimestamp !== undefined,
  }
}

export const sizeOf = (quantity: string | undefined): number => (parseQuantity(quantity ?? '0') ?? 0) / 1024 ** 3

export async function homes(place: Place, signal: AbortSignal): Promise<Home[]> {
  return (await claimsOf(place, signal)).filter(isHome).map(homeOf)
}

export async function deleteClaims(place: Place, which: (claim: V1PersistentVolumeClaim) => boolean, signal: AbortSignal): Promise<void> {
  await requireOurs(place, signal)
  const { namespace } = place.hub
  for (const { metadata } of (await claimsOf(place, signal)).filter(which)) {
    if (metadata?.deletionTimestamp) continue
    await place.kubernetes.find(signal, ({ core }, options) => core.deleteNamespacedPersistentVolumeClaim({ namespace, name: metadata?.name ?? '' }, options))
  }
}
