import { Webhook } from 'standardwebhooks'
import { guardedRequest, reasonOf, type HostGuard } from '@hubfleet/cluster'
import { isProblem } from '@hubfleet/core'
import type { DeliveryAttempt } from '@hubfleet/database'
import { retryAfterOf } from './next-try.ts'

/** Receivers have so long to answer; who needs longer should answer first and work then. */
export const timeoutMs = 15_000
/** What is answered is nobody's concern but its status. */
const mostBytes = 1024

export interface Message {
  url: string
  /** Each signs. */
  secrets: readonly string[]
  id: string
  body: string
  at: Date
}

export interface Sending {
  /** Judges an address, by the outgoing guard. */
  guard(host: string, options?: { unencrypted?: boolean }): Promise<void>
  signal: AbortSignal
}

export interface Sent { attempt: DeliveryAttempt; took: boolean; gone: boolean; retryAfterSeconds: number }

/** Sends one message in the Standard Webhooks format, to exactly the address that was judged, following no redirect. Throws only when the signal aborts. */
export async function send({ url, secrets, id, body, at }: Message, { guard, signal }: Sending): Promise<Sent> {
  const unencrypted = new URL(url).protocol === 'http:'
  const judge: HostGuard = (host) => guard(host, { unencrypted })
  const headers = {
    'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  }
  const begun = performance.now()
  const told = (status: number | null, error: string | null): DeliveryAttempt => ({ at: at.toISOString(), status, error, durationMs: Math.round(performance.now() - begun) })
  const timeout = AbortSignal.timeout(timeoutMs)
  try {
    const { status, retryAfter } = await guardedRequest(url, { method: 'POST', headers, body, guard: judge, signal: AbortSignal.any([signal, timeout]), maxBytes: mostBytes })
    const took = status >= 200 && status < 300
    return { attempt: told(status, took ? null : errorOf(status)), took, gone: status === 410, retryAfterSeconds: retryAfterOf(retryAfter, at) }
  } catch (error) {
    signal.throwIfAborted()
    const reason = timeout.aborted ? `no answer within ${timeoutMs / 1000} s` : isProblem(error) ? error.message : reasonOf(error)
    return { attempt: told(null, reason), took: false, gone: false, retryAfterSeconds: 0 }
  }
}

function errorOf(status: number): string {
  if (status === 410) return 'it answered 410: the webhook is disabled'
  return status >= 300 && status < 400 ? `it answered ${status}, and redirects are not followed: give the address itself` : `it answered ${status}`
}
