import { isProblem, Problem } from '@hubfleet/core'

/** Which cluster a failure is told of. */
export interface ClusterName { cluster: string; server: string }

/** The HTTP status of an answer of Kubernetes that the client threw, or null when there was no answer. */
export function statusOf(error: unknown): number | null {
  const code = (error as { code?: unknown } | null)?.code
  // a DOMException, such as a timeout's, has a small number there
  return typeof code === 'number' && code >= 100 ? code : null
}

/**
 * What a failed call to Kubernetes means to us. An overloaded or restarting API server counts as not reachable, for it passes by itself.
 * The answer's headers, which the client's own message quotes, are left out.
 */
export function clusterProblem(error: unknown, { cluster, server }: ClusterName): Problem {
  if (isProblem(error)) return error
  const status = statusOf(error)
  if (status === null) return new Problem('cluster-unreachable', { cluster, server, reason: reasonOf(error) })
  const reason = messageOf(error) ?? (status === 401 ? 'Unauthorized' : `HTTP status ${status}`)
  if (status === 429 || status >= 500) return new Problem('cluster-unreachable', { cluster, server, reason })
  if (status === 401) return new Problem('cluster-denied', { cluster, reason: `${reason}${wrongClock(error)}` })
  if (status === 403 && !isTerminating(reason)) return new Problem('cluster-denied', { cluster, reason })
  return new Problem('provider-failed', { provider: `Kubernetes ${cluster}`, reason })
}

/** What is signed by a wrong clock is refused, and nobody says why: the answer's own time tells. */
function wrongClock(error: unknown, now = Date.now()): string {
  const seconds = Math.round((now - Date.parse((error as { headers?: { date?: string } }).headers?.date ?? '')) / 1000)
  return Math.abs(seconds) < 60 || Number.isNaN(seconds) ? '' : `; the worker's clock is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} the cluster's, and a token of a wrong time is refused: have it take its time from the network (NTP)`
}

/** Creating something in a namespace that is going is forbidden too; that is no lack of permissions, and it passes. */
const isTerminating = (reason: string): boolean => reason.includes('because it is being terminated')

/** The message of the API server's Status; null when the body is something else, such as a proxy's page. */
function messageOf(error: unknown): string | null {
  let body: unknown = (error as { body?: unknown }).body
  if (typeof body === 'string') {
    try {
      body = JSON.parse(body)
    } catch {
      return null
    }
  }
  const message = (body as { message?: unknown } | null)?.message
  return typeof message === 'string' ? message.slice(0, 500) : null
}

/** The innermost message: fetch says only "fetch failed", and the cause says why. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String((error as { message?: unknown } | null)?.message ?? error)
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0])
  if (error.name === 'TimeoutError') return 'no answer in time'
  return error.cause === undefined ? error.message || error.name : reasonOf(error.cause)
}
