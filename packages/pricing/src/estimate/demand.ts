import { ownPart, type Pattern } from '../demand/pattern.ts'
import { runningShare, type CullingTimes } from '../demand/presence.ts'
import type { Timeline } from '../demand/timeline.ts'

/** What patterns ask for over one timeline. Each is reckoned once, however many variants of an input ask for it. */
export interface Demand {
  /** The share of the users whose server runs, per step; not to be changed. */
  running(pattern: Pattern, culling: CullingTimes | null, presence: number): Float64Array
  /** The share of sessions that people begin by themselves. */
  ownPart(pattern: Pattern): number
}

export function demandOver(timeline: Timeline): Demand {
  const running = remembered((pattern: Pattern, culling: CullingTimes | null, presence: number) => runningShare(pattern, culling, presence, timeline))
  return { running, ownPart: remembered((pattern: Pattern) => ownPart(pattern, timeline)) }
}

function remembered<Args extends unknown[], Result>(reckon: (...args: Args) => Result): (...args: Args) => Result {
  const known = new Map<string, Result>()
  return (...args) => {
    const key = JSON.stringify(args)
    if (!known.has(key)) known.set(key, reckon(...args))
    return known.get(key)!
  }
}
