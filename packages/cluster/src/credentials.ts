import { isProblem, Problem } from '@hubfleet/core'
import type { ClusterAccess, EndingToken, RenewedAccess } from './access.ts'
import { statusOf, type ClusterName } from './failures.ts'

/** What a caller shows: no token where a client certificate speaks, no end where it is for good. */
export interface ShownToken { readonly token: string | null; readonly expiresAt: Date | null }

/** The credentials of one cluster, shared by all that speak to it. */
export interface Credentials {
  /**
   * What to show from now on. Waits for a renewal only where nothing is left that holds (for as long as asked, where any does); throws why
   * there is none.
   */
  current(signal: AbortSignal, options?: { forMs?: number | undefined }): Promise<ShownToken>
  /** Tells each that follows, well before the last one ends, until what it returns is called. */
  follow(shown: ShownToken, tell: (next: ShownToken) => void): () => void
  /** Runs a call; one that is answered 401 runs again, once, with another token. */
  use<T>(signal: AbortSignal, run: (shown: ShownToken) => Promise<T>): Promise<T>
  /** The cluster took it. */
  accepted(shown: ShownToken): void
  /** The cluster answered 401. Whether it is worth to try again with what `current` then gives. */
  refused(shown: ShownToken): boolean
  /** Who still follows is told to the end. */
  close(): void
}

export interface CredentialsOptions {
  now?: () => number
  /** How long one renewal may take. */
  timeoutMs?: number
  /** While the last token still holds, when a new one was refused at once, and after a failure the next try is no sooner than this; each failure doubles it, up to a minute. */
  pauseMs?: number
  /** How often one who follows looks whether another is due. */
  followMs?: number
}

export function createCredentials(access: ClusterAccess, name: ClusterName, options: CredentialsOptions = {}): Credentials {
  if (!('credentials' in access)) return renewed(access, name, options)
  const shown = { token: 'token' in access.credentials ? access.credentials.token : null, expiresAt: null }
  return { current: async () => shown, follow: () => () => {}, use: (_signal, run) => run(shown), accepted: () => {}, refused: () => false, close: () => {} }
}

interface Held extends EndingToken { since: number; worked: boolean; refused: boolean }

const longestPauseMs = 60_000

/** Until when a call may begin with it: clocks differ a little, and a call takes its time. */
const holdsUntil = ({ expiresAt, since }: Held): number => expiresAt.getTime() - Math.min(5_000, (expiresAt.getTime() - since) / 4)

/**
 * Tokens of clouds' libraries are kept by those until five minutes before their end: asking sooner gives the same again. helm reads its
 * token's file about every minute, so that what is in it must hold for longer than that.
 */
const renewalMs = ({ expiresAt, since }: Held): number => expiresAt.getTime() - Math.min(4 * 60_000, (expiresAt.getTime() - since) / 2)

function renewed(access: RenewedAccess, name: ClusterName, { now = Date.now, timeoutMs = 30_000, pauseMs = 5_000, followMs = 2_000 }: CredentialsOptions): Credentials {
  const closed = new AbortController()
  const followers = new Set<unknown>()
  let closing = false
  let held: Held | null = null
  let renewing: Promise<Held> | null = null
  let lastTry = -Infinity
  let failure: unknown = null
  let failures = 0

  function renew(): Promise<Held> {
    const fresh = held?.refused === true
    lastTry = now()
    renewing ??= ask(fresh).then((next) => {
      failure = null
      failures = 0
      return next
    }, (error: unknown) => {
      failure = error
      failures++
      throw error
    }).finally(() => { renewing = null })
    return renewing
  }
  async function ask(fresh: boolean): Promise<Held> {
    const signal = AbortSignal.any([closed.signal, AbortSignal.timeout(timeoutMs)])
    try {
      const { token, expiresAt } = await before(access.token(signal, { fresh }), signal)
      if (!/^[\x21-\x7e]+$/.test(token)) throw untold('it is no token')
      if (!(expiresAt.getTime() > now())) throw untold('it has ended already; compare the clocks of the worker and of the cloud')
      const same = held?.token === token ? held : null
      held = { token, expiresAt, since: same?.since ?? now(), worked: same?.worked ?? false, refused: same?.refused ?? false }
      return held
    } catch (error) {
      if (isProblem(error)) throw error
      throw untold(signal.aborted && !closed.signal.aborted ? 'no answer in time' : nameOf(error))
    }
  }
  const untold = (reason: string): Problem => new Problem('cluster-token-missing', { cluster: name.cluster, reason })

  async function current(signal: AbortSignal, { forMs = 0 }: { forMs?: number | undefined } = {}): Promise<Held> {
    signal.throwIfAborted()
    const rested = now() - lastTry >= Math.min(longestPauseMs, pauseMs * 2 ** Math.max(0, failures - 1))
    const next = async (): Promise<Held> => {
      // the last answer stands for a while: who keeps asking with what was revoked is locked out by some
      if (failure && !rested && !renewing) throw failure
      return before(renew(), signal)
    }
    if (!held || holdsUntil(held) <= now()) return next()
    if (held.refused) return failure || rested || renewing ? next() : held
    const due = now() >= renewalMs(held)
    if (due && holdsUntil(held) - forMs <= now()) return next()
    if (due && rested) renew().catch(() => {}) // told when the one that still holds has ended
    return held
  }
  function accepted(shown: ShownToken): void {
    if (held?.token !== shown.token) return
    held!.worked = true
    held!.refused = false
  }
  /** Where one never worked, its successor would fare no better. */
  function refused(shown: ShownToken): boolean {
    if (held?.token !== shown.token) return true
    if (held!.worked && !held!.refused) lastTry = -Infinity
    held!.refused = true
    return held!.worked
  }

  function follow(shown: ShownToken, tell: (next: ShownToken) => void): () => void {
    let last = shown.token
    const look = async (): Promise<void> => {
      const next = await current(closed.signal)
      if (next.token === last) return
      last = next.token
      tell(next)
    }
    // why there is none is told by what needs it
    const timer = setInterval(() => void look().catch(() => {}), followMs)
    followers.add(timer)
    return () => {
      clearInterval(timer)
      followers.delete(timer)
      if (closing && followers.size === 0) closed.abort()
    }
  }

  async function attempt<T>(run: (shown: ShownToken) => Promise<T>, shown: Held): Promise<{ value: T } | { error: unknown; again: boolean }> {
    try {
      const value = await run(shown)
      accepted(shown)
      return { value }
    } catch (error) {
      const status = statusOf(error)
      if (status !== null && status !== 401) accepted(shown)
      return { error, again: status === 401 && refused(shown) }
    }
  }

  return {
    current,
    follow,
    accepted,
    refused,
    use: async (signal, run) => {
      const shown = await current(signal)
      const first = await attempt(run, shown)
      if ('value' in first) return first.value
      if (!first.again) throw first.error
      const other = await current(signal)
      if (other.token === shown.token) throw first.error
      const second = await attempt(run, other)
      if ('value' in second) return second.value
      throw second.error
    },
    close: () => {
      closing = true
      if (followers.size === 0) closed.abort()
    },
  }
}

/** The result, or the end of the signal: a caller that goes does not end what others wait for. */
function before<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

/** What a library of a cloud throws may quote what it sent: only its name and code are told. */
function nameOf(error: unknown): string {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown }
  return [name, code].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ') || 'it failed'
}
