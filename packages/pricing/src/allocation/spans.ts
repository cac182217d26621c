import type { ClusterSample } from '@hubfleet/core'

/** A stretch of a period in which a sample holds; milliseconds since 1970. */
export interface Span { from: number; to: number; sample: ClusterSample }

/** What of a period was seen, in order and apart. A sample holds until the next one, for `holdsSeconds` at most. */
export function spansOf(samples: readonly ClusterSample[], from: Date, to: Date): Span[] {
  const ordered = [...new Map(samples.map((sample) => [sample.at.getTime(), sample])).values()].sort((a, b) => a.at.getTime() - b.at.getTime())
  return ordered.flatMap((sample, index) => {
    const at = sample.at.getTime()
    const begin = Math.max(at, from.getTime())
    const end = Math.min(at + sample.holdsSeconds * 1000, ordered[index + 1]?.at.getTime() ?? Infinity, to.getTime())
    return begin < end ? [{ from: begin, to: end, sample }] : []
  })
}

/** Seconds of a period in which something was there, but not seen. */
export function gapSeconds(life: { from: Date; to: Date | null }, from: Date, to: Date, seen: readonly Span[]): number {
  const [begin, end] = [Math.max(life.from.getTime(), from.getTime()), Math.min(life.to?.getTime() ?? Infinity, to.getTime())]
  if (begin >= end) return 0
  const covered = seen.reduce((sum, span) => sum + Math.max(0, Math.min(span.to, end) - Math.max(span.from, begin)), 0)
  return (end - begin - covered) / 1000
}
