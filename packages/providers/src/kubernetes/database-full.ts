import type { V1Pod } from '@hubfleet/cluster'
import type { Place } from './place.ts'
import { component } from './place.ts'

/** What SQLite says, by Python, when a disk is full; the second is the system's own, of whatever else the hub writes there. */
const full = /database or disk is full|No space left on device/

export const tellsOfFullDisk = (log: string): boolean => full.test(log)

/** Which log tells how the hub is: of a container that crashed the one that it left, else what it wrote lately. */
export function logToRead(pods: readonly V1Pod[]): { pod: string; container: string; previous?: true; sinceSeconds?: number } | null {
  const pod = pods.filter(({ metadata }) => !metadata?.deletionTimestamp).toSorted((a, b) => Number(b.metadata?.creationTimestamp ?? 0) - Number(a.metadata?.creationTimestamp ?? 0))[0]
  const status = pod?.status?.containerStatuses?.find(({ name }) => name === 'hub')
  if (!pod?.metadata?.name || !status || (!status.state?.running && status.restartCount === 0)) return null
  const of = { pod: pod.metadata.name, container: 'hub' }
  return status.ready || status.restartCount === 0 ? { ...of, sinceSeconds: lately } : { ...of, previous: true }
}

const lately = 600
/** A node that does not answer must not hold up who looks after the hub. */
const patienceMs = 5_000

export async function databaseFull({ kubernetes, hub: { namespace } }: Place, signal: AbortSignal): Promise<boolean | null> {
  const { items } = await kubernetes.call(signal, ({ core }, options) => core.listNamespacedPod({ namespace, labelSelector: component('hub') }, options))
  if (items.some((pod) => tellsOfFullDisk(lastWords(pod)))) return true
  const read = logToRead(items)
  if (!read) return null
  const { pod: name, ...which } = read
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)])
  try {
    return tellsOfFullDisk(await kubernetes.call(bounded, ({ core }, options) => core.readNamespacedPodLog({ namespace, name, ...which, tailLines: 300, limitBytes: 128 * 1024 }, options)) ?? '')
  } catch {
    signal.throwIfAborted()
    return null
  }
}

/** What a container that ended left as its message, where the cluster keeps the end of its log so. */
const lastWords = ({ metadata, status }: V1Pod): string =>
  (metadata?.deletionTimestamp ? '' : status?.containerStatuses?.filter(({ ready }) => !ready).map(({ state, lastState }) => `${state?.terminated?.message ?? ''}\n${lastState?.terminated?.message ?? ''}`).join('\n') ?? '')
