import type { CoreV1Event, V1Deployment, V1Pod } from '@hubfleet/cluster'
import { isReady } from '@hubfleet/cluster'
import type { Workload } from '../provider.ts'
import type { Place } from './place.ts'
import { newestWarning, reasonOfPod } from './pod-reason.ts'

/** Without these nobody reaches the hub. The schedulers, pullers and seats may lag behind. */
const essential = 'app=jupyterhub,component in (hub,proxy,autohttps)'

export async function workloads({ kubernetes, hub: { namespace } }: Place, signal: AbortSignal): Promise<Workload[]> {
  const { items: deployments } = await kubernetes.call(signal, ({ apps }, options) => apps.listNamespacedDeployment({ namespace, labelSelector: essential }, options))
  if (deployments.length > 0 && deployments.every(isRolledOut)) return deployments.map((deployment) => workloadOf(deployment, [], []))
  const { items: pods } = await kubernetes.call(signal, ({ core }, options) => core.listNamespacedPod({ namespace, labelSelector: essential }, options))
  // They outlive their Deployment by up to their grace period, and a hub that starts meanwhile would share its database with the old one.
  if (deployments.length === 0) return pods.map((pod) => ({ kind: 'Pod', name: pod.metadata?.name ?? '', ready: false, ...reasonOfPod(pod, []), failing: false }))
  const { items: events } = await kubernetes.call(signal, ({ core }, options) => core.listNamespacedEvent({ namespace, fieldSelector: 'type=Warning' }, options))
  return deployments.map((deployment) => workloadOf(deployment, pods, events))
}

/** A Deployment with the reason of its newest pod that is not ready, or its own when it has no pod. */
export function workloadOf(deployment: V1Deployment, pods: readonly V1Pod[], events: readonly CoreV1Event[]): Workload {
  const name = deployment.metadata?.name ?? ''
  if (isRolledOut(deployment)) return { kind: 'Deployment', name, ready: true, reason: '', since: null, failing: false }
  const selector = Object.entries(deployment.spec?.selector.matchLabels ?? {})
  const own = pods.filter(({ metadata }) => selector.every(([key, value]) => metadata?.labels?.[key] === value))
  const stuck = own.filter((pod) => !isReady(pod)).toSorted((a, b) => createdAt(b) - createdAt(a)).toSorted((a, b) => Number(isGoing(a)) - Number(isGoing(b)))[0]
  if (stuck) return { kind: 'Deployment', name, ready: false, ...reasonOfPod(stuck, about(events, stuck.metadata?.name)) }
  // no pod at all: a quota, an admission rule or a missing ServiceAccount forbids it, which the Deployment itself tells
  const refused = deployment.status?.conditions?.find(({ type, status }) => type === 'ReplicaFailure' && status === 'True')
  const reason = refused?.message ?? newestWarning(about(events, name)) ?? (own.length > 0 ? 'the new revision is rolling out' : 'its pod is about to be made')
  return { kind: 'Deployment', name, ready: false, reason, since: refused?.lastTransitionTime ?? deployment.metadata?.creationTimestamp ?? null, failing: false }
}

/** All replicas are of the newest revision, and ready. The status may still be of an older one. */
function isRolledOut({ metadata, spec, status }: V1Deployment): boolean {
  const wanted = spec?.replicas ?? 1
  return (status?.observedGeneration ?? 0) >= (metadata?.generation ?? 0) && (status?.updatedReplicas ?? 0) >= wanted && (status?.readyReplicas ?? 0) >= wanted && (status?.replicas ?? 0) <= wanted
}

const about = (events: readonly CoreV1Event[], name: string | undefined): CoreV1Event[] => events.filter(({ involvedObject }) => involvedObject.name === name)
const createdAt = (pod: V1Pod): number => Number(pod.metadata?.creationTimestamp ?? 0)
const isGoing = (pod: V1Pod): boolean => pod.metadata?.deletionTimestamp !== undefined
