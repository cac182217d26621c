import { statusOf, type V1ConfigMap, type V1Job, type V1Namespace, type V1NetworkPolicy, type V1Pod, type V1PodSpec, type V1Secret } from '@hubfleet/cluster'
import { buildNamespace, buildObjects, hubLabel, isProblem, Problem, type BuildJob, type BuildState } from '@hubfleet/core'
import type { ContainerLog } from '../provider.ts'
import type { Place } from './place.ts'
import { reasonOfPod } from './pod-reason.ts'

const mostBytes = 512 * 1024

/** Null where there is none. Throws `namespace-foreign` for one that somebody else made. */
async function namespaceOf({ kubernetes, hub }: Place, signal: AbortSignal): Promise<V1Namespace | null> {
  const name = buildNamespace(hub)
  const found = await kubernetes.find(signal, ({ core }, options) => core.readNamespace({ name }, options))
  if (found && found.metadata?.labels?.[hubLabel] !== hub.id) throw new Problem('namespace-foreign', { namespace: name })
  return found
}

export const buildsLeft = async (place: Place, signal: AbortSignal): Promise<boolean> => {
  const found = await namespaceOf(place, signal).catch((error: unknown) => { if (isProblem(error) && error.code === 'namespace-foreign') return null; throw error })
  return found !== null && !found.metadata?.deletionTimestamp
}

/** What in a cluster's own rules may refuse a pod, in the words of the API server. */
const ofAdmission = /PodSecurity|violates|admission|denied the request|policy|not allowed|is invalid/i

/** A pod is made for show (a dry run): what would refuse the real one refuses it too, whichever rule it is by. */
export async function buildBarred(place: Place, job: BuildJob, signal: AbortSignal): Promise<string | null> {
  const { kubernetes, hub } = place
  const objects = buildObjects(hub, job)
  const found = await namespaceOf(place, signal)
  const namespace = buildNamespace(hub)
  if (found?.metadata?.deletionTimestamp) throw new Problem('namespace-stuck', { namespace, reason: 'that of the build before is still going' })
  if (!found) await kubernetes.call(signal, ({ core }, options) => core.createNamespace({ body: objects.namespace as V1Namespace }, options))
  const { metadata } = objects.job
  const body = { metadata: { ...metadata, labels: { ...metadata.labels } }, spec: objects.job.spec.template.spec as unknown as V1PodSpec } satisfies V1Pod
  try {
    await kubernetes.call(signal, ({ core }, options) => core.createNamespacedPod({ namespace, body, dryRun: 'All' }, options))
    return null
  } catch (error) {
    if (!isProblem(error) || !['cluster-denied', 'provider-failed'].includes(error.code)) throw error
    // the account that each namespace gets comes a moment after it
    if (/service ?account/i.test(error.message)) throw new Problem('provider-failed', { provider: kubernetes.name.cluster, reason: 'the namespace of builds is being set up' })
    if (!ofAdmission.test(error.message)) throw error
    return String((error.params as { reason?: unknown }).reason ?? error.message)
  }
}

export async function startBuild(place: Place, job: BuildJob, signal: AbortSignal): Promise<void> {
  const { kubernetes, hub } = place
  const namespace = buildNamespace(hub)
  const { network, secret, git, scripts, job: body, namespace: own } = buildObjects(hub, job)
  if (!(await namespaceOf(place, signal))) await kubernetes.call(signal, ({ core }, options) => core.createNamespace({ body: own as V1Namespace }, options))
  await kubernetes.call(signal, ({ networking }, options) => networking.createNamespacedNetworkPolicy({ namespace, body: network as V1NetworkPolicy }, options).catch(orThere))
  await kubernetes.call(signal, ({ core }, options) => core.createNamespacedSecret({ namespace, body: secret as V1Secret }, options).catch(orThere))
  if (git) await kubernetes.call(signal, ({ core }, options) => core.createNamespacedSecret({ namespace, body: git as V1Secret }, options).catch(orThere))
  await kubernetes.call(signal, ({ core }, options) => core.createNamespacedConfigMap({ namespace, body: scripts as V1ConfigMap }, options).catch(orThere))
  await kubernetes.call(signal, ({ batch }, options) => batch.createNamespacedJob({ namespace, body: body as unknown as V1Job }, options).catch(orThere))
}

/** What exists already was made by an earlier try of this very build. */
function orThere(error: unknown): void {
  if (statusOf(error) !== 409) throw error
}

export async function buildState(place: Place, name: string, signal: AbortSignal): Promise<BuildState | null> {
  const { kubernetes, hub } = place
  const namespace = buildNamespace(hub)
  if (!(await buildsLeft(place, signal))) return null
  const job = await kubernetes.find(signal, ({ batch }, options) => batch.readNamespacedJob({ namespace, name }, options))
  return job && judgeBuild(job, await buildPods(place, name, signal))
}

export async function buildPods({ kubernetes, hub }: Place, name: string, signal: AbortSignal): Promise<V1Pod[]> {
  return (await kubernetes.call(signal, ({ core }, options) => core.listNamespacedPod({ namespace: buildNamespace(hub), labelSelector: `job-name=${name}` }, options))).items
}

export function judgeBuild({ spec, status }: V1Job, pods: readonly V1Pod[]): BuildState {
  const state = (of: BuildState['state'], message: string, digest: string | null = null): BuildState => ({ state: of, message, digest })
  const [pod] = pods
  if ((status?.succeeded ?? 0) > 0) {
    const told = pod?.status?.containerStatuses?.find(({ name }) => name === 'build')?.state?.terminated?.message?.trim() ?? ''
    return state('pushed', '', /^sha256:[0-9a-f]{64}$/.test(told) ? told : null)
  }
  const failed = status?.conditions?.find(({ type, status: is }) => type === 'Failed' && is === 'True')
  if (failed) return state('failed', failed.reason === 'DeadlineExceeded' ? `it took longer than ${spec?.activeDeadlineSeconds} s (build.timeoutSeconds)` : endOf(pod) ?? failed.message ?? 'its Job failed')
  if (!pod) return state('waiting', 'its pod is about to be made')
  const [fetch] = pod.status?.initContainerStatuses ?? []
  if (fetch?.state?.running) return state('fetching', 'the repository is fetched, and repo2docker says how it is built')
  if (pod.status?.containerStatuses?.[0]?.state?.running) return state('building', 'BuildKit builds and pushes')
  const { reason, failing } = reasonOfPod(pod, [])
  return state(failing ? 'failed' : 'waiting', reason)
}

/** How the container that failed ended. */
function endOf(pod: V1Pod | undefined): string | null {
  if (!pod) return null
  if (pod.status?.reason === 'Evicted') return `it was evicted: ${pod.status.message ?? 'the node ran out of something'} (build.disk, build.memory)`
  const ended = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])].find(({ state }) => (state?.terminated?.exitCode ?? 0) !== 0)
  if (!ended?.state?.terminated) return null
  const { reason, exitCode } = ended.state.terminated
  return reason === 'OOMKilled' ? `${ended.name} ran out of memory: raise build.memory` : `${ended.name} ended with exit code ${exitCode}; its log tells why`
}

export async function buildLogs(place: Place, name: string, lines: number, signal: AbortSignal): Promise<ContainerLog[]> {
  const { kubernetes, hub } = place
  if (!(await buildsLeft(place, signal))) return []
  const containers = (await buildPods(place, name, signal)).flatMap(({ metadata, spec }) => [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])].map(({ name: container }) => ({ pod: metadata?.name ?? '', container })))
  return Promise.all(containers.map(async ({ pod, container }) => ({
    pod, container,
    text: await kubernetes.call(signal, ({ core }, options) => core.readNamespacedPodLog({ namespace: buildNamespace(hub), name: pod, container, tailLines: lines, limitBytes: mostBytes }, options)
      .catch((error: unknown) => { if ([400, 404].includes(statusOf(error) ?? 0)) return ''; throw error })),
  })))
}

export async function endBuilds(place: Place, signal: AbortSignal): Promise<void> {
  const found = await namespaceOf(place, signal)
  if (!found || found.metadata?.deletionTimestamp) return
  const body = { preconditions: { uid: found.metadata?.uid } }
  await place.kubernetes.find(signal, ({ core }, options) => core.deleteNamespace({ name: buildNamespace(place.hub), body }, options))
}
