import type { CoreV1Event, V1Pod } from '@hubfleet/cluster'

export interface PodReason { reason: string; since: Date | null; failing: boolean }

type ContainerStatus = NonNullable<NonNullable<V1Pod['status']>['containerStatuses']>[number]

/** A crash may be the database or the proxy that was not up yet; this many in a row are none of that. */
const crashesThatFail = 5

/** Why a pod is not ready. `failing` only when no waiting will help. */
export function reasonOfPod(pod: V1Pod, events: readonly CoreV1Event[]): PodReason {
  const since = pod.status?.conditions?.find(({ type }) => type === 'Ready')?.lastTransitionTime ?? pod.metadata?.creationTimestamp ?? null
  if (pod.metadata?.deletionTimestamp) return { reason: 'it is being stopped', since, failing: false }
  const containers = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])]
  for (const container of containers) {
    const stuck = reasonOfContainer(container)
    if (stuck) return { ...stuck, since }
  }
  const unscheduled = pod.status?.conditions?.find(({ type, status }) => type === 'PodScheduled' && status === 'False')
  // an autoscaler may add the node that it waits for
  if (unscheduled) return { reason: unscheduled.message ?? 'no node takes it', since: unscheduled.lastTransitionTime ?? since, failing: false }
  const warning = newestWarning(events)
  if (warning) return { reason: warning, since, failing: false }
  const waiting = containers.find(({ ready }) => !ready)
  return { reason: waiting ? `the container ${waiting.name} is not ready yet` : 'it is starting', since, failing: false }
}

function reasonOfContainer({ name, state, lastState, restartCount }: ContainerStatus): Omit<PodReason, 'since'> | null {
  const waiting = state?.waiting
  if (!waiting?.reason || waiting.reason === 'ContainerCreating' || waiting.reason === 'PodInitializing') return null
  const ended = lastState?.terminated
  if (waiting.reason === 'CrashLoopBackOff') {
    const last = ended ? ` (last: ${ended.reason ?? 'ended'}, exit code ${ended.exitCode})` : ''
    return { reason: `${name} crashed ${restartCount} times${last}`, failing: restartCount >= crashesThatFail }
  }
  return { reason: `${name}: ${waiting.reason}${waiting.message ? `: ${waiting.message}` : ''}`, failing: isFinal(waiting.reason, waiting.message ?? '') }
}

/** A registry that does not answer may come back; an image that it does not have, or does not give us, will not. */
function isFinal(reason: string, message: string): boolean {
  if (reason === 'InvalidImageName' || reason === 'ErrImageNeverPull' || reason === 'CreateContainerConfigError' || reason === 'CreateContainerError') return true
  return (reason === 'ImagePullBackOff' || reason === 'ErrImagePull') && /not found|manifest unknown|does not exist|denied|unauthorized|forbidden|no match for platform/i.test(message)
}

/** What Kubernetes warned of last, e.g. a volume that does not attach; null when it warned of nothing. */
export function newestWarning(events: readonly CoreV1Event[]): string | null {
  const warnings = events.filter(({ type }) => type === 'Warning').toSorted((a, b) => timeOf(b) - timeOf(a))
  return warnings[0] ? `${warnings[0].reason ?? 'Warning'}: ${warnings[0].message ?? ''}` : null
}

const timeOf = (event: CoreV1Event): number => Number(event.series?.lastObservedTime ?? event.lastTimestamp ?? event.eventTime ?? event.metadata.creationTimestamp ?? 0)
