import type { CoreV1Event, V1DaemonSet, V1Node, V1Pod } from '@hubfleet/cluster'
import { isReady } from '@hubfleet/cluster'
import { isProblem, Problem, pullerManifest, pullerName, pullText, type JsonObject, type NodePull, type PullState } from '@hubfleet/core'
import { requireOurs } from './namespace.ts'
import type { Place } from './place.ts'
import { newestWarning, reasonOfPod } from './pod-reason.ts'

/** `continuous` and `hook` are the chart's own. */
export const pullers = { asked: pullerName, continuous: 'continuous-image-puller', hook: 'hook-image-puller' } as const

/** Null where there is no such puller. */
export async function pullState({ kubernetes, hub: { namespace } }: Place, which: keyof typeof pullers, signal: AbortSignal): Promise<PullState | null> {
  const set = await kubernetes.find(signal, ({ apps }, options) => apps.readNamespacedDaemonSet({ namespace, name: pullers[which] }, options))
  if (!set) return null
  const images = (set.spec?.template.spec?.initContainers ?? []).flatMap(({ image }) => image ?? [])
  const wanted = set.status?.desiredNumberScheduled ?? 0
  const current = (set.status?.observedGeneration ?? 0) >= (set.metadata?.generation ?? 0)
  // who asked wants to know which nodes; of the chart's own puller their number does
  if (current && isDone(set) && which !== 'asked') return { images, nodes: nodesOf(wanted) }
  const labelSelector = Object.entries(set.spec?.selector.matchLabels ?? {}).map(([key, value]) => `${key}=${value}`).join(',')
  const { items: pods } = await kubernetes.call(signal, ({ core }, options) => core.listNamespacedPod({ namespace, labelSelector }, options))
  const { items: events } = await kubernetes.call(signal, ({ core }, options) => core.listNamespacedEvent({ namespace, fieldSelector: 'type=Warning' }, options))
  const { items: nodes } = await kubernetes.call(signal, ({ core }, options) => core.listNode({}, options))
  const newest = newestPods(pods, set)
  const seen = newest.map((pod) => nodePull(pod, events, nodes))
  const refused = newestWarning(events.filter(({ involvedObject }) => involvedObject.kind === 'DaemonSet' && involvedObject.name === pullers[which]))
  const missing = Math.max(current ? 0 : 1, wanted - seen.length)
  return { images, nodes: [...seen, ...nodesOf(missing, refused ? { state: 'stuck', reason: refused } : { state: 'pulling', reason: 'its puller is about to be made' })] }
}

/** Nodes of which nothing but their number is known. */
const nodesOf = (count: number, what: Pick<NodePull, 'state' | 'reason'> = { state: 'pulled', reason: '' }): NodePull[] =>
  Array.from({ length: count }, (_, index) => ({ name: `node ${index + 1}`, ...what }))

/** All pods are of the newest images, and ran through them. */
const isDone = ({ status }: V1DaemonSet): boolean => {
  const wanted = status?.desiredNumberScheduled ?? 0
  return (status?.numberReady ?? 0) >= wanted && (status?.updatedNumberScheduled ?? 0) >= wanted
}

/** Of pods that are being replaced, those that come. */
function newestPods(pods: readonly V1Pod[], set: V1DaemonSet): V1Pod[] {
  const images = JSON.stringify((set.spec?.template.spec?.initContainers ?? []).map(({ image }) => image))
  return pods.filter(({ metadata, spec }) => !metadata?.deletionTimestamp && JSON.stringify((spec?.initContainers ?? []).map(({ image }) => image)) === images)
}

export function nodePull(pod: V1Pod, events: readonly CoreV1Event[], nodes: readonly V1Node[]): NodePull {
  const name = nodeOf(pod)
  if (isReady(pod)) return { name, state: 'pulled', reason: '' }
  const node = nodes.find(({ metadata }) => metadata?.name === name)
  const gone = node && !node.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True')
  if (gone) return { name, state: 'stuck', reason: `the node does not answer (NotReady)${node.spec?.unschedulable ? ', and is cordoned' : ''}` }
  const { reason, failing } = reasonOfPod(pod, events.filter(({ involvedObject }) => involvedObject.name === pod.metadata?.name))
  const unscheduled = pod.status?.conditions?.some(({ type, status }) => type === 'PodScheduled' && status === 'False') === true
  const waits = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])].some(({ state }) => /^(ErrImagePull|ImagePullBackOff)$/.test(state?.waiting?.reason ?? ''))
  const cordoned = unscheduled && node?.spec?.unschedulable ? ' (the node is cordoned)' : ''
  return { name, state: failing || unscheduled || waits ? 'stuck' : 'pulling', reason: `${reason}${cordoned}` }
}

/** A pod that no node took yet says by its affinity for which it was made. */
function nodeOf({ spec }: V1Pod): string {
  const terms = spec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? []
  const [named] = terms.flatMap(({ matchFields = [] }) => matchFields.filter(({ key }) => key === 'metadata.name').flatMap(({ values = [] }) => values))
  return spec?.nodeName ?? named ?? 'a node'
}

export async function startPull(place: Place, images: readonly string[], values: JsonObject, signal: AbortSignal): Promise<void> {
  await requireOurs(place, signal)
  const { kubernetes, hub, hub: { namespace } } = place
  const body = pullerManifest(hub, values, images) as V1DaemonSet
  const there = await kubernetes.find(signal, ({ apps }, options) => apps.readNamespacedDaemonSet({ namespace, name: pullerName }, options))
  if (!there) await kubernetes.call(signal, ({ apps }, options) => apps.createNamespacedDaemonSet({ namespace, body }, options))
  // whatever its version: that changes with its status, and nobody else writes its spec
  else await kubernetes.call(signal, ({ apps }, options) => apps.replaceNamespacedDaemonSet({ namespace, name: pullerName, body }, options))
}

export async function endPull({ kubernetes, hub: { namespace } }: Place, signal: AbortSignal): Promise<void> {
  await kubernetes.find(signal, ({ apps }, options) => apps.deleteNamespacedDaemonSet({ namespace, name: pullerName, propagationPolicy: 'Background' }, options))
}

/** helm says only that it waited for a hook for too long; the nodes say why. Throws what is to be told. */
export async function tellStuckHook(place: Place, error: unknown, signal: AbortSignal): Promise<never> {
  const ofHook = isProblem(error) && error.code === 'helm-failed' && /hook/i.test(error.message)
  const state = ofHook ? await pullState(place, 'hook', signal).catch(() => null) : null
  if (!state?.nodes.some((node) => node.state !== 'pulled')) throw error
  throw new Problem('puller-stuck', { release: place.hub.release, nodes: pullText(state) }, { cause: error })
}
