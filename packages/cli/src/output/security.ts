import type { Row } from './columns.ts'
import { oneLine } from './text.ts'

interface Item { id: string; state: string; what: string; why: string; mend: string | null; field: string | null }

const marks: Record<string, string> = { ok: '✓', deviation: '✗', unknown: '?', notApplicable: '-' }
const words: Record<string, string> = { ok: 'Nothing deviates.', deviation: 'Something deviates.', unknown: 'Nothing is known to deviate; something is not known.' }

/** How secure a hub is: a line for each item, and below those that are not as they could be why that matters and what mends it. */
export function securityList({ hub, state, items, podSecurity }: Row): string {
  const lines = (items as Item[]).map(({ id, state: of, what, why, mend, field }) => [
    `${marks[of] ?? oneLine(of)} ${oneLine(id)}: ${oneLine(what)}\n`,
    ...(of === 'deviation' || of === 'unknown' ? [`    Why: ${oneLine(why)}\n`, ...(mend === null ? [] : [`    Mend: ${oneLine(mend)}\n`]), ...(field === null ? [] : [`    Field: ${oneLine(field)}\n`])] : []),
  ].join(''))
  return `${oneLine(hub)}: ${words[state as string] ?? oneLine(state)} Its namespace is to enforce the pod security level ${oneLine(podSecurity)}.\n${lines.join('')}`
}
