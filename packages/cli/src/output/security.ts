import type { Row } from './columns.ts'
import { oneLine } from './text.ts'

interface Item { id: string; state: string; what: string; why: string; mend: string | null; field: string | null }

/** How each state is drawn, the worst first. */
const states: Record<string, { mark: string; word: string; colour: number }> = {
  deviation: { mark: '✗', word: 'deviate', colour: 31 }, unknown: { mark: '?', word: 'unknown', colour: 33 }, ok: { mark: '✓', word: 'as they should be', colour: 32 }, notApplicable: { mark: '-', word: 'do not apply', colour: 2 },
}
const order = Object.keys(states)
const rank = ({ state }: Item): number => (order.includes(state) ? order.indexOf(state) : 0)
const verdicts: Record<string, string> = { ok: 'Nothing deviates.', deviation: 'Something deviates.', unknown: 'Nothing is known to deviate; something is not known.' }

/** How secure a hub is: drawn at once, then a line for each item, the worst first, and below those that are not as they could be why that matters and what mends it. */
export function securityList({ hub, state, items, podSecurity, observedAt }: Row, { colour } = { colour: false }): string {
  const sorted = (items as Item[]).toSorted((one, other) => rank(one) - rank(other))
  const drawn = (of: string, text: string) => (colour && states[of] ? `\u001b[${states[of].colour}m${text}\u001b[0m` : text)
  const markOf = (of: string) => states[of]?.mark ?? oneLine(of)
  const counts = order.flatMap((of) => {
    const count = sorted.filter((item) => item.state === of).length
    return count > 0 ? [drawn(of, `${count} ${states[of]!.word}`)] : []
  })
  const lines = sorted.flatMap(({ id, state: of, what, why, mend, field }) => [
    `${drawn(of, `${markOf(of)} ${oneLine(id)}`)}: ${oneLine(what)}`,
    ...(of === 'deviation' || of === 'unknown' ? [`    Why: ${oneLine(why)}`, ...(mend === null ? [] : [`    Mend: ${oneLine(mend)}`]), ...(field === null ? [] : [`    Field: ${oneLine(field)}`])] : []),
  ])
  return [
    `${oneLine(hub)}: ${verdicts[state as string] ?? oneLine(state)} Its namespace is to enforce the pod security level ${oneLine(podSecurity)}.`,
    `[${sorted.map(({ state: of }) => drawn(of, markOf(of))).join('')}] ${counts.join(', ')}`,
    ...lines,
    ...(observedAt ? [`As of ${oneLine(observedAt)}.`] : ['The cluster was not looked at yet.']),
  ].map((line) => `${line}\n`).join('')
}
