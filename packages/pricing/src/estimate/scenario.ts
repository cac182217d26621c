/** One of the three ways in which things may turn out; each differs from the next in one direction only, so low ≤ expected ≤ high. */
export interface Scenario {
  /** Users at work, as a multiple of the pattern's. */
  presence: number
  fragmented: boolean
  /** Overrules the setting. */
  scheduling?: 'spread'
  /** Share of the spot machines that are not to be had, so that on-demand ones run instead. */
  spotMissing: number
}

export const scenarios: Record<'low' | 'expected' | 'high', Scenario> = {
  low: { presence: 0.8, fragmented: false, spotMissing: 0 },
  expected: { presence: 1, fragmented: true, spotMissing: 0.1 },
  high: { presence: 1.25, fragmented: true, scheduling: 'spread', spotMissing: 0.3 },
}
