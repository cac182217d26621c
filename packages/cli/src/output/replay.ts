import type { Row } from './columns.ts'
import { table } from './table.ts'
import { oneLine } from './text.ts'

interface Parts { total: string | null; nodes: string | null; unusedNodes: string | null; rest: string | null; serverHours: number; peakServers: number; peakNodes: number }
interface Side extends Parts { nodeHours: number; waits: { starts: number; p95Minutes: number | null }; stopped: { inUse: number; betweenUses: number; items: { user: string; at: string; backAt: string }[] } }
interface Replay { currency: string; measured: Parts; asItWas: Side; changed: Side | null; words: string[]; notes: string[]; incomplete: string[] }

/** What it comes to in words, then what was measured beside both replays, and who would have been stopped. */
export function replayPage(answer: Row): string {
  const { currency, measured, asItWas, changed, words, notes, incomplete } = answer as unknown as Replay
  const sides = [measured, asItWas, ...(changed ? [changed] : [])]
  const row = (name: string, of: (side: Parts & Partial<Side>) => string) => [name, ...sides.map(of)].map(oneLine)
  return [
    ...words.map((sentence) => `${oneLine(sentence)}\n`), '\n',
    table([currency, 'MEASURED', 'REPLAYED', ...(changed ? ['CHANGED'] : [])].map(oneLine), [
      row('total', ({ total }) => amount(total)), row('user nodes', ({ nodes }) => amount(nodes)), row('unused nodes', ({ unusedNodes }) => amount(unusedNodes)), row('all else', ({ rest }) => amount(rest)),
      row('node-hours', ({ nodeHours }) => (nodeHours === undefined ? '-' : nodeHours.toFixed(1))), row('server-hours', ({ serverHours }) => serverHours.toFixed(1)),
      row('most nodes', ({ peakNodes }) => String(peakNodes)), row('most servers', ({ peakServers }) => String(peakServers)),
      row('starts that wait', ({ waits }) => (waits ? `${waits.starts}${waits.p95Minutes === null ? '' : `, 95 % up to ${waits.p95Minutes} min`}` : '-')),
      row('stopped in between', ({ stopped }) => (stopped ? String(stopped.inUse + stopped.betweenUses) : '-')),
    ]),
    ...(changed?.stopped.items.slice(0, mostShown) ?? []).map(({ user, at, backAt }) => `${oneLine(user)} would have been stopped at ${at.slice(0, 16)}Z, and was back at ${backAt.slice(0, 16)}Z.\n`),
    ...[...incomplete.map((what) => `Incomplete: ${what}.`), ...notes].map((note) => `${oneLine(note)}\n`),
  ].join('')
}

/** More are in `--output json`. */
const mostShown = 10

/** For people, to the cent. */
const amount = (text: string | null): string => (text === null ? '?' : Number(text).toFixed(2))
