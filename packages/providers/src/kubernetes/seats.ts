import type { V1StatefulSet } from '@hubfleet/cluster'
import type { HubSite } from '../provider.ts'
import { requireOurs } from './namespace.ts'
import type { Place } from './place.ts'
import { component } from './place.ts'

export async function seats(place: Place, signal: AbortSignal): Promise<Awaited<ReturnType<HubSite['seats']>>> {
  const placeholder = await findPlaceholder(place, signal)
  return placeholder && { wanted: placeholder.spec?.replicas ?? 1, ready: placeholder.status?.readyReplicas ?? 0 }
}

/** Through the scale subresource, since any change by helm would restart the hub. Nothing happens when the release has no placeholders. */
export async function setSeats(place: Place, wanted: number, signal: AbortSignal): Promise<void> {
  await requireOurs(place, signal)
  const placeholder = await findPlaceholder(place, signal)
  const name = placeholder?.metadata?.name
  if (!name || placeholder.spec?.replicas === wanted) return
  const { namespace } = place.hub
  const body = { metadata: { name, namespace }, spec: { replicas: wanted } }
  await place.kubernetes.find(signal, ({ apps }, options) => apps.replaceNamespacedStatefulSetScale({ name, namespace, body }, options))
}

async function findPlaceholder({ kubernetes, hub: { namespace } }: Place, signal: AbortSignal): Promise<V1StatefulSet | null> {
  const labelSelector = component('user-placeholder')
  const { items } = await kubernetes.call(signal, ({ apps }, options) => apps.listNamespacedStatefulSet({ namespace, labelSelector }, options))
  return items[0] ?? null
}
