import { retryDelayMs } from './backoff.ts'
import { ConnectionError, TimeoutError } from './errors.ts'
import type { Sleep } from './sleep.ts'

export interface Resilience {
  fetch: typeof fetch
  sleep: Sleep
  /** Tries after the first one. */
  retries: number
  /** For one try, body included, in milliseconds. */
  timeoutMs: number
}

const retriedStatuses = new Set([408, 429, 500, 502, 503, 504])

/**
 * A fetch that tries again. A try counts as done only when its whole body has arrived, so that a connection which
 * breaks halfway is a failed try too. Every try sends a clone: a Request cannot be sent twice.
 */
export async function resilientFetch(request: Request, { fetch, sleep, retries, timeoutMs }: Resilience): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    const outcome = await tryOnce(request, fetch, timeoutMs)
    if (attempt >= retries || !(await mayRetry(outcome))) {
      if (outcome instanceof Response) return outcome
      throw outcome
    }
    const retryAfter = outcome instanceof Response ? outcome.headers.get('retry-after') : null
    await sleep(retryDelayMs(attempt, retryAfter, Date.now()), request.signal)
  }
}

async function tryOnce(request: Request, fetch: Resilience['fetch'], timeoutMs: number): Promise<Response | ConnectionError | TimeoutError> {
  const timeout = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(new Request(request.clone(), { signal: AbortSignal.any([request.signal, timeout]) }))
    const body = await response.arrayBuffer()
    return new Response(body.byteLength === 0 ? null : body, { status: response.status, statusText: response.statusText, headers: response.headers })
  } catch (error) {
    request.signal.throwIfAborted()
    if (timeout.aborted) return new TimeoutError(`No answer from ${originOf(request)} within ${timeoutMs / 1000} s`, { cause: error })
    return new ConnectionError(`No answer from ${originOf(request)}: ${reasonOf(error)}`, { cause: error })
  }
}

/** A problem says itself whether it can pass. The first request with an Idempotency-Key may still run when its repetition comes. */
async function mayRetry(outcome: Response | Error): Promise<boolean> {
  if (!(outcome instanceof Response)) return true
  if (!retriedStatuses.has(outcome.status) && outcome.status !== 409) return false
  const problem = await outcome.clone().json().catch(() => null) as { code?: unknown; retryable?: unknown } | null
  if (outcome.status === 409) return problem?.code === 'idempotency-in-flight'
  return outcome.status === 429 || problem?.retryable !== false
}

const originOf = (request: Request): string => new URL(request.url).origin

/** Of a failed fetch only the cause says what happened. */
function reasonOf(error: unknown): string {
  const cause = (error as { cause?: { code?: string; message?: string } }).cause
  return cause?.code ?? cause?.message ?? (error as Error).message
}
