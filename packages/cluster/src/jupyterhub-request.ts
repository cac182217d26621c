import { Problem } from '@hubfleet/core'
import { reasonOf } from './failures.ts'

export interface HubApiOptions {
  /** Up to and with `/hub/api`. */
  baseUrl: string
  token: string
  fetch?: typeof globalThis.fetch
  /** Of each request. Short, since requests hang while the hub restarts. */
  timeoutMs?: number
}

export interface Answer { status: number; text: string; json: unknown; retryAfterSeconds: number | null }

export interface Asking {
  body?: unknown
  accept?: string
  /** For what takes longer in its nature: so many times as long as usual. */
  patience?: number
  /** Statuses that mean something here, other than that the hub does not answer or refuses us. */
  expected?: readonly number[]
}

export type Ask = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, signal: AbortSignal, options?: Asking) => Promise<Answer>

/**
 * Asks JupyterHub's API. Throws `hub-api-refused` when the hub does not take our token (it answers 403 for a wrong token too, never 401), and
 * `hub-not-answering` while it restarts: a refused connection, a hang, or the proxy's own 404 and 503, which are no JSON.
 */
export function asker({ baseUrl, token, fetch = globalThis.fetch, timeoutMs = 5_000 }: HubApiOptions): Ask {
  return async (method, path, signal, { body, accept = 'application/json', patience = 1, expected = [] } = {}) => {
    signal.throwIfAborted()
    try {
      const response = await fetch(`${baseUrl}${path}`, {
        method,
        headers: { authorization: `token ${token}`, accept, ...(body !== undefined && { 'content-type': 'application/json' }) },
        body: body === undefined ? undefined : JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs * patience)]),
      })
      const text = await response.text()
      const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
      return judge({ status: response.status, text, json: parsed(text), retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : null }, expected)
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof Problem) throw error
      throw new Problem('hub-not-answering', { reason: reasonOf(error) })
    }
  }
}

/** The hub's own answers are JSON, or empty; anything else comes from the proxy in front of it. */
function judge(answer: Answer, expected: readonly number[]): Answer {
  const { status, text, json } = answer
  if (text !== '' && json === undefined) throw new Problem('hub-not-answering', { reason: `the proxy answers ${status}` })
  if (expected.includes(status) && !isAboutToken(json)) return answer
  if (status === 401 || status === 403) throw new Problem('hub-api-refused', { status, reason: messageOf(json) })
  if (status >= 500 || status === 429) throw new Problem('hub-not-answering', { reason: `it answers ${status}: ${messageOf(json)}` })
  return answer
}

/** A 403 is about us, or about what was asked for; only the words tell. */
const isAboutToken = (json: unknown): boolean => /credentials|current scopes|Only admins can/i.test(messageOf(json))

export const messageOf = (json: unknown): string => String((json as { message?: unknown } | null)?.message ?? 'no reason given').slice(0, 300)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What the hub answered that nothing of ours expects. */
export const unexpected = (what: string, { status, text }: Answer): Problem => new Problem('hub-not-answering', { reason: `${what} answers ${status}: ${text.slice(0, 200)}` })
