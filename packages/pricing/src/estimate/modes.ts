import type { Expected } from './expected.ts'
import type { EstimateInput } from './input.ts'
import { scenarios } from './scenario.ts'

export type Mode = 'autoscaled' | 'fixed' | 'spot'

/** The same hub with nodes had in other ways; how many are fixed is as it was said, if it was. */
export function modes(input: EstimateInput): { mode: Mode; input: EstimateInput; words(expected: Expected): string }[] {
  const withSpot = (spotShare: number) => input.userPools.map((pool) => ((pool.spotShare ?? 0) === spotShare ? pool : { ...pool, spotShare }))
  const autoscale = input.mode?.kind === 'fixed' ? { kind: 'autoscale' as const } : input.mode
  const mode = autoscale && { mode: autoscale }
  const missing = Math.round(scenarios.expected.spotMissing * 100)
  return [
    { mode: 'autoscaled', input: { ...input, ...mode, userPools: withSpot(0) }, words: (expected) => `Nodes come and go with the people; ${waiting(expected)}.` },
    { mode: 'fixed', input: { ...input, mode: input.mode?.kind === 'fixed' ? input.mode : { kind: 'fixed' }, userPools: withSpot(0) }, words: (expected) => `Nodes run day and night; ${waiting(expected)}.` },
    { mode: 'spot', input: { ...input, ...mode, userPools: withSpot(1) }, words: (expected) => `The provider may take a node back at any moment, with the servers on it; ${missing} % are reckoned as not to be had, and paid in full; ${waiting(expected)}.` },
  ]
}

function waiting({ waits: { atOnce }, unserved }: Expected): string {
  if (unserved > 0) return `at the peak ${unserved} people find no room`
  return atOnce > 0 ? `at the worst moment ${atOnce} wait for one to start` : 'nobody waits'
}
