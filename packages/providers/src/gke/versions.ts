/** GKE's versions: `1.34.1-gke.1829001`. */

/** Whether what runs is what is wanted, which may leave off its end. */
export const isVersion = (runs: string, wanted: string): boolean => runs === wanted || runs.startsWith(`${wanted}.`) || runs.startsWith(`${wanted}-`)

/** By their numbers, as many as both have. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbers(a), numbers(b)]
  for (let i = 0; i < Math.min(left.length, right.length); i++) if (left[i] !== right[i]) return left[i]! - right[i]!
  return 0
}

const numbers = (version: string): number[] => (version.match(/\d+/g) ?? []).map(Number)
