import { setTimeout as sleep } from 'node:timers/promises'
import type { V1Pod } from '@hubfleet/cluster'
import { buildContainers, buildNamespace, isAfter, linesOf, type BuildLine, type BuildLogPlace } from '@hubfleet/core'
import { buildPods, buildState } from './builds.ts'
import type { Place } from './place.ts'

/** Between two looks at a container that has not begun, or whose log was cut off. */
const lookMs = 1_000

type Found = { is: 'gone' } | { is: 'waiting' } | { is: 'skipped' } | { is: 'running' | 'ended'; pod: string }

/** The containers' logs, one after the other, each followed until its container ended. What is cut off meanwhile is taken up after the last line. */
export async function* followBuild(place: Place, name: string, after: BuildLogPlace | null, signal: AbortSignal): AsyncGenerator<BuildLine> {
  let had = after
  for (const container of buildContainers) {
    if (!isAfter({ container, number: Infinity }, had)) continue
    for (;;) {
      const found = await lookAt(place, name, container, signal)
      if (found.is === 'gone') return
      if (found.is === 'skipped') break
      if (found.is !== 'waiting') {
        let number = 0
        for await (const text of podLog(place, found.pod, container, signal)) {
          const line = { pod: found.pod, container, number: ++number, text }
          if (!isAfter(line, had)) continue
          had = line
          yield line
        }
        if (found.is === 'ended') break
      }
      await sleep(lookMs, undefined, { signal })
    }
  }
}

async function lookAt(place: Place, name: string, container: string, signal: AbortSignal): Promise<Found> {
  const state = await buildState(place, name, signal)
  if (!state) return { is: 'gone' }
  const [pod] = await buildPods(place, name, signal)
  if (!pod) return state.state === 'failed' || state.state === 'pushed' ? { is: 'gone' } : { is: 'waiting' }
  return containerOf(pod, container)
}

/** A container that comes after one that failed never starts. */
export function containerOf(pod: V1Pod, container: string): Found {
  const { phase, initContainerStatuses = [], containerStatuses = [] } = pod.status ?? {}
  const status = [...initContainerStatuses, ...containerStatuses].find(({ name }) => name === container)
  const at = pod.metadata?.name ?? ''
  if (status?.state?.running) return { is: 'running', pod: at }
  if (status?.state?.terminated) return { is: 'ended', pod: at }
  return phase === 'Failed' || phase === 'Succeeded' ? { is: 'skipped' } : { is: 'waiting' }
}

/** Ends where the log ends or its connection breaks: whoever follows looks again. */
async function* podLog({ kubernetes, hub }: Place, pod: string, container: string, signal: AbortSignal): AsyncGenerator<string> {
  const path = `/api/v1/namespaces/${buildNamespace(hub)}/pods/${pod}/log`
  const body = await kubernetes.stream(signal, path, { container, follow: 'true' })
  if (!body) return
  try {
    yield* linesOf(body)
  } catch (error) {
    signal.throwIfAborted()
    if (!isBroken(error)) throw error
  }
}

/** As the HTTP client tells of a body that ended too early, or was silent for too long. */
const isBroken = (error: unknown): boolean => error instanceof TypeError || /terminated|aborted|closed|timeout/i.test((error as Error).message)
