import { setTimeout as sleep } from 'node:timers/promises'
import { clusterProblem } from './failures.ts'
import type { ShownToken } from './credentials.ts'
import type { Kubernetes, Session } from './kubernetes.ts'

/** Where a hub's changes show: its pods (seats too), its address, its claims, and helm's releases. */
const watched = [
  { path: '/api/v1/pods', labelSelector: 'app=jupyterhub' },
  { path: '/api/v1/services', labelSelector: 'app=jupyterhub' },
  { path: '/api/v1/persistentvolumeclaims', labelSelector: 'app=jupyterhub' },
  { path: '/api/v1/secrets', labelSelector: 'owner=helm' },
  { path: '/api/v1/namespaces', labelSelector: 'app.kubernetes.io/managed-by=hubfleet' },
] as const

type Watched = (typeof watched)[number]

/** Only names are of interest, so only metadata travels: a release's Secret alone may have a megabyte. */
const metadataOnly = 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json'

export interface WatchOptions {
  /** Changes of one namespace within this time are told once. */
  gatherMs?: number
  backoff?: Backoff
}
export interface Backoff { firstMs: number; maxMs: number }

/**
 * Tells each namespace in which something of a hub changed, until the signal ends it; then it resolves. At the start, and whenever changes
 * may have been missed, every namespace with a hub is told. While the cluster is not reachable it keeps trying, ever more seldom.
 */
export async function watchCluster(kubernetes: Kubernetes, changed: (namespace: string) => void, signal: AbortSignal, options: WatchOptions = {}): Promise<void> {
  const { gatherMs = 200, backoff = { firstMs: 500, maxMs: 30_000 } } = options
  const gathered = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const tell = (namespace: string): void => {
    gathered.add(namespace)
    timer ??= setTimeout(() => {
      timer = undefined
      const namespaces = [...gathered]
      gathered.clear()
      for (const name of namespaces) changed(name)
    }, gatherMs)
  }
  try {
    await Promise.all(watched.map((what) => follow(kubernetes, what, tell, signal, backoff)))
  } finally {
    clearTimeout(timer)
  }
}

/** One kind of object, for as long as the signal lasts, over as many connections as it takes. */
async function follow(kubernetes: Kubernetes, what: Watched, tell: (namespace: string) => void, signal: AbortSignal, backoff: Backoff): Promise<void> {
  let resourceVersion: string | undefined
  let failures = 0
  while (!signal.aborted) {
    const ended = await once(kubernetes, what, resourceVersion, tell, signal)
    // Without a version the next watch begins with all that exists, which stands in for whatever was missed. After 410 the version is too old.
    resourceVersion = ended.expired ? undefined : ended.resourceVersion
    failures = ended.error && !ended.progressed ? failures + 1 : 0
    if (failures > 0 || ended.expired) await sleep(delayOf(Math.max(failures, 1), backoff), undefined, { signal }).catch(() => {})
  }
}

/** Doubles from the first to the longest, and is spread, so that many watches do not come back at the same moment. */
export function delayOf(failures: number, { firstMs, maxMs }: Backoff, random = Math.random): number {
  const longest = Math.min(maxMs, firstMs * 2 ** (failures - 1))
  return longest / 2 + (random() * longest) / 2
}

interface Ended { resourceVersion: string | undefined; expired: boolean; error: unknown; progressed: boolean }
interface Change { metadata?: { name?: string; namespace?: string; resourceVersion?: string }; code?: number }

async function once(kubernetes: Kubernetes, what: Watched, from: string | undefined, tell: (namespace: string) => void, signal: AbortSignal): Promise<Ended> {
  const ended: Ended = { resourceVersion: from, expired: false, error: null, progressed: false }
  let session: Session
  try {
    await kubernetes.allowed()
    session = await kubernetes.session(signal, { accept: metadataOnly, forMs: watchSeconds * 1000 })
  } catch (error) {
    return { ...ended, error }
  }
  const { config, shown } = session
  const onChange = (type: string, object: Change): void => {
    if (type === 'ERROR') {
      ended.expired = object.code === 410
      ended.error = object
      return
    }
    ended.progressed = true
    kubernetes.credentials.accepted(shown)
    ended.resourceVersion = object.metadata?.resourceVersion ?? ended.resourceVersion
    const namespace = object.metadata?.namespace ?? object.metadata?.name
    if (type !== 'BOOKMARK' && namespace) tell(namespace)
  }
  await new Promise<void>((resolve) => {
    const watch = new kubernetes.library.Watch(config)
    // Just before its end the server sends a bookmark, from which the next one goes on however long nothing of ours has changed.
    const query = { labelSelector: what.labelSelector, allowWatchBookmarks: true, timeoutSeconds: secondsOf(shown), resourceVersion: from }
    const request = watch.watch(what.path, query, onChange, (error: unknown) => {
      if (error) ended.error = clusterProblem(error, kubernetes.name)
      const status = (error as { statusCode?: number } | null)?.statusCode
      if (status === 410) ended.expired = true
      if (status === 401) kubernetes.credentials.refused(shown)
      resolve()
    })
    const abort = (): void => {
      void request.then((controller) => controller.abort())
      resolve()
    }
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
  })
  return ended
}

/** The library takes 30 s of silence for a dead connection: each watch is asked to end sooner. */
const watchSeconds = 25

/** No watch outlives the token that it was begun with. */
const secondsOf = ({ expiresAt }: ShownToken): number => Math.max(1, Math.min(watchSeconds, expiresAt ? Math.floor((expiresAt.getTime() - Date.now()) / 1000) : Infinity))
