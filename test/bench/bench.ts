/** What a benchmark is: Hubfleet and a peer that does the same without it, in one run on one machine, since only their ratio means something elsewhere. */
export interface Bench {
  title: string
  /** What the two figures are, with their unit. */
  figure: string
  /** The peer, in a few words. */
  peer: string
  /** The bound of ours ÷ peer. */
  limit: { atLeast: number } | { atMost: number }
  /** Why it cannot run here, or false. */
  skip?: string | false
  measure(): Promise<Figures>
}

/** One figure per round, ours and the peer's taken in turn. */
export interface Figures { ours: number[]; peer: number[] }

export interface Verdict { ours: number; peer: number; ratio: number; holds: boolean }

/** The ratio is the median of the rounds' ratios: a machine that drifts meanwhile does not bend it. */
export function judge({ ours, peer }: Figures, limit: Bench['limit']): Verdict {
  const ratio = median(ours.map((figure, round) => figure / peer[round]!))
  return { ours: median(ours), peer: median(peer), ratio, holds: 'atLeast' in limit ? ratio >= limit.atLeast : ratio <= limit.atMost }
}

function median(figures: number[]): number {
  const sorted = figures.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
