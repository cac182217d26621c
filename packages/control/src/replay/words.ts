import type { ReplaySide } from '@hubfleet/pricing'

export interface Told { name: string; currency: string; changes: readonly string[]; measured: bigint | null; asItWas: bigint | null; changed: bigint | null; before: ReplaySide; after: ReplaySide | null }

/** What a replay comes to, for people: the amounts, how near the model is, who would have been stopped, who would have waited. */
export function wordsOf({ name, currency, changes, measured, asItWas, changed, before, after }: Told): string[] {
  const dollars = (micros: bigint) => `${(Number(micros) / 1e6).toFixed(2)} ${currency}`
  const saving = after && asItWas !== null && changed !== null ? [`${name} with ${changes.join(' and ')}: ${dollars(changed)} instead of ${dollars(asItWas)}${percentOf(changed - asItWas, asItWas)}.`] : []
  const error = measured === null || asItWas === null ? ['What it cost is not known, so neither is how near the replay comes.']
    : [`Measured were ${dollars(measured)}; the replay of the settings as they were comes to ${dollars(asItWas)}${percentOf(asItWas - measured, measured)}, which is its own error.`]
  return [...saving, ...error, ...(after ? [stops(after, before), waits(after, before)] : [])]
}

const percentOf = (change: bigint, of: bigint): string => (of === 0n ? '' : ` (${change > 0n ? '+' : ''}${(Number(change) / Number(of) * 100).toFixed(1)} %)`)

function stops(after: ReplaySide, before: ReplaySide): string {
  const [inUse, between, was] = [after.stoppedInUse.length, after.stoppedBetween.length, before.stoppedInUse.length + before.stoppedBetween.length]
  if (inUse + between === 0) return 'No server would have been stopped that, as far as was seen, was used again.'
  const people = new Set([...after.stoppedInUse, ...after.stoppedBetween].map(({ user }) => user)).size
  return `${times(inUse + between, 'server')} of ${people === 1 ? 'one person' : `${people} people`} would have been stopped that ${inUse + between === 1 ? 'was' : 'were'} in use again later${inUse > 0 ? `, ${inUse} of them at work` : ''} (${was} as it was): at most so many kernels that computed. Whether any did is not known.`
}

function waits({ waits: is }: ReplaySide, { waits: was }: ReplaySide): string {
  if (is.starts === 0) return `Nobody would have waited for a node (${times(was.starts, 'start')} as it was).`
  return `${times(is.starts, 'start')} of ${is.users.length === 1 ? 'one person' : `${is.users.length} people`} would have waited for a node, half of them up to ${is.median!.toFixed(1)} minutes (${was.starts} as it was).`
}

const times = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
