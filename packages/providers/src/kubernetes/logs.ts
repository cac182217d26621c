import { statusOf } from '@hubfleet/cluster'
import type { ContainerLog, HubSite } from '../provider.ts'
import type { Place } from './place.ts'
import { component, userPods } from './place.ts'

/** Of each container; a line can be long. */
const mostBytes = 256 * 1024
const mostPods = 10

export async function logs({ kubernetes, hub: { namespace } }: Place, { component: name, user, lines }: Parameters<HubSite['logs']>[0], signal: AbortSignal): Promise<ContainerLog[]> {
  const labelSelector = user === undefined ? component(name) : userPods
  const { items } = await kubernetes.call(signal, ({ core }, options) => core.listNamespacedPod({ namespace, labelSelector }, options))
  const chosen = items.filter(({ metadata }) => user === undefined || metadata?.annotations?.['hub.jupyter.org/username'] === user).slice(0, mostPods)
  const containers = chosen.flatMap(({ metadata, spec }) => (spec?.containers ?? []).map(({ name: container }) => ({ pod: metadata?.name ?? '', container })))
  return Promise.all(containers.map(async ({ pod, container }) => ({
    pod, container,
    // 400: it waits to start; 404: the pod went meanwhile
    text: await kubernetes.call(signal, ({ core }, options) => core.readNamespacedPodLog({ namespace, name: pod, container, tailLines: lines, limitBytes: mostBytes }, options)
      .catch((error: unknown) => { if ([400, 404].includes(statusOf(error) ?? 0)) return ''; throw error })),
  })))
}
