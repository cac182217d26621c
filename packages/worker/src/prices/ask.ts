import { setTimeout as wait } from 'node:timers/promises'

const tries = 5
/** Who asks us to wait for longer is asked again in another pass. */
const longestMs = 60_000

export interface Asking { headers?: Record<string, string>; retryMs: number; signal: AbortSignal }

/** A price list that cannot be read, in words that hold no key. `forGood`: it would be no other the next time. */
export class Unreadable extends Error {
  readonly forGood: boolean
  readonly status: number | undefined
  constructor(message: string, forGood = false, status?: number) {
    super(message)
    this.forGood = forGood
    this.status = status
  }
}

/** Asks, and has `take` read the answer; both anew when it was too much (429, waiting as long as Retry-After says), failed there, or was cut off. */
export async function ask<T>(url: URL, { headers = {}, retryMs, signal, patienceMs = 120_000, take }: Asking & { patienceMs?: number; take: (response: Response) => Promise<T> }): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    let pause = retryMs * 2 ** (attempt - 1)
    try {
      const response = await fetch(url, { headers, signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]) })
      if (response.ok) return await take(response)
      await response.body?.cancel()
      const again = response.status === 429 || response.status >= 500
      pause = retryAfterMs(response.headers.get('retry-after')) ?? pause
      throw new Unreadable(`${url.origin}${url.pathname} answers ${response.status}`, !again, response.status)
    } catch (error) {
      signal.throwIfAborted()
      const told = error instanceof Unreadable ? error : isNetwork(error) ? new Unreadable(`${url.origin}${url.pathname}: ${reasonOf(error)}`) : error
      if (!(told instanceof Unreadable) || told.forGood || attempt === tries || pause > longestMs) throw told
      await wait(pause, undefined, { signal })
    }
  }
}

/** Seconds, or a date. */
function retryAfterMs(text: string | null): number | null {
  if (text === null) return null
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now()
  return Number.isNaN(ms) ? null : Math.max(0, ms)
}

/** What fetch throws: TypeErrors for the connection, with the cause inside, and the end of our patience. */
const isNetwork = (error: unknown): error is Error =>
  error instanceof Error && (error instanceof TypeError || error.name === 'TimeoutError' || 'code' in error && typeof error.code === 'string' && /^(UND_|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/.test(error.code))

const reasonOf = (error: Error): string => (error.cause instanceof Error ? error.cause.message : '') || error.message
