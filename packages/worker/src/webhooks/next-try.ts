/** Seconds between the tries of a delivery, as Standard Webhooks proposes them: ten tries in about three days. */
const pauses = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]

const longestSeconds = 86_400
/** So much of a pause is left to chance, that what failed together does not come back together. */
const spread = 0.1

/**
 * When a delivery is tried again after `tries` failures; null when it is given up. What the receiver asks for in Retry-After is heeded up to a day, and never shortens a pause.
 * @param chance between 0 and 1
 */
export function nextTry(tries: number, now: Date, { retryAfterSeconds = 0, chance = Math.random() }: { retryAfterSeconds?: number; chance?: number } = {}): Date | null {
  const pause = pauses[tries - 1]
  if (pause === undefined) return null
  return new Date(now.getTime() + 1000 * Math.max(pause * (1 + spread * chance), Math.min(retryAfterSeconds, longestSeconds)))
}

/** How long a webhook rests after so many looks in a row that met no answer, so that a dead receiver keeps no place from others. */
export const restSeconds = (failures: number): number => (failures === 0 ? 0 : Math.min(2 ** failures, 300))

/** Seconds of a Retry-After header, which has a number or a date; 0 where it says nothing that can be read. */
export function retryAfterOf(header: string | null, now: Date): number {
  if (header === null) return 0
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now.getTime()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0
}
