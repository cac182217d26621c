const firstMs = 500
const longestMs = 8_000
/** A server that wants more patience than this is better reported than waited for. */
const longestRetryAfterMs = 60_000

/**
 * Milliseconds before the next try: what the server asks for, at most a minute; else 0.5 s doubling up to 8 s,
 * less a random quarter so that clients which failed together do not come back together.
 */
export function retryDelayMs(attempt: number, retryAfter: string | null, now: number, random = Math.random): number {
  const asked = retryAfterMs(retryAfter, now)
  if (asked !== null) return Math.min(asked, longestRetryAfterMs)
  return Math.min(firstMs * 2 ** attempt, longestMs) * (1 - random() / 4)
}

/** Retry-After in milliseconds: it is either whole seconds or a date. Null where there is none that can be read. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null
  const seconds = Number(header)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000)
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}
