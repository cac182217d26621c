import { requireOurs } from './namespace.ts'
import type { Place } from './place.ts'
import { userPods } from './place.ts'

/** A pod that ended holds no node any more; one that is told to go is there until it is gone. */
export async function runningUserPods({ kubernetes, hub: { namespace } }: Place, signal: AbortSignal): Promise<string[]> {
  const { items } = await kubernetes.call(signal, ({ core }, options) => core.listNamespacedPod({ namespace, labelSelector: userPods }, options))
  return items.filter(({ metadata, status }) => metadata?.deletionTimestamp || (status?.phase !== 'Succeeded' && status?.phase !== 'Failed')).flatMap(({ metadata }) => metadata?.name ?? [])
}

export async function deleteUserPods(place: Place, signal: AbortSignal): Promise<void> {
  await requireOurs(place, signal)
  await place.kubernetes.find(signal, ({ core }, options) => core.deleteCollectionNamespacedPod({ namespace: place.hub.namespace, labelSelector: userPods }, options))
}
