import type { Plan } from '@hubfleet/sdk'
import { table } from './table.ts'
import { duration, money, oneLine, plain } from './text.ts'

/** A plan in words: what changes, who is disturbed, what it costs, what must be confirmed. */
export const planInWords = (plan: Plan): string => [...planSections(plan), 'Nothing was done.'].map((line) => `${oneLine(line)}\n`).join('')

/** The same as lines; `whole: false` leaves out each single field and value. */
export function planSections(plan: Plan, { whole = true } = {}): string[] {
  const { diff, values, disruption, cost, warnings, elsewhere = [], confirmations } = plan
  return [
    ...section('The config file', configInWords(plan.config ?? [])),
    ...(whole ? section('Changes', diff.length > 0 ? diff.flatMap(changeInWords) : ['nothing in the spec']) : []),
    ...(whole ? section('Values of the chart', values.flatMap(valueInWords)) : []),
    ...section('Culling', plan.culling?.words ?? []),
    ...cullsInWords(plan.culls),
    ...section('Disruption', disruptionInWords(disruption)),
    ...section('Cost per month', [...costInWords(cost), ...unpricedInWords(plan)]),
    ...section('Warnings', warnings),
    ...section('To set up elsewhere', elsewhere),
    ...section('Needs', confirmations.map(({ confirmation, what }) => `--confirm ${confirmation}: ${what}`)),
  ]
}

/** Who would be culled, as a table. */
function cullsInWords(culls: Plan['culls']): string[] {
  if (!culls) return []
  const { items, totals, quietUntil } = culls
  const rows = items.map(({ user, server, when, why, idleSeconds, stopsAt, warnedAt }) =>
    [user, server === null ? '(account)' : server || '-', when, idleSeconds === null ? '-' : duration(idleSeconds * 1000), stopsAt ? time(stopsAt) : '-', `${why}${warnedAt ? `; told since ${time(warnedAt)}` : ''}`])
  const listed = rows.length > 0 ? table(['USER', 'SERVER', 'CULLED', 'IDLE', 'BY ITSELF AT', 'WHY'], rows.map((row) => row.map(oneLine))).trimEnd().split('\n').map((line) => `  ${line}`) : []
  const more = totals.now + totals.later + totals.never - items.length
  return [`Servers at ${time(culls.at)}: ${totals.now} would be culled now, ${totals.later} later, ${totals.never} not${quietUntil ? `; quiet hours${quietUntil === 'never' ? '' : ` until ${time(quietUntil)}`}` : ''}`, ...listed, ...(more > 0 ? [`  and ${more} more`] : [])]
}

const time = (at: string): string => `${at.slice(0, 16).replace('T', ' ')}Z`

/** What stands at a JSON pointer, a line for each value in it: `memory.limit = 2G`. */
export const leavesOf = (pointer: string, value: unknown): string[] => leaves(dotted(pointer), value).map(([name, leaf]) => `${name} = ${plain(leaf)}`)

/** The same as in a plan, by themselves. */
export const configNotesInWords = (notes: NonNullable<Plan['config']>): string => configInWords(notes).map((line) => `${oneLine(line)}\n`).join('')

function configInWords(notes: NonNullable<Plan['config']>): string[] {
  const several = notes.some(({ file }) => file !== null && file > 1)
  const place = ({ line, file }: (typeof notes)[number]) => (line === null ? '' : `${several ? `file ${file}, ` : ''}line ${line}: `)
  return notes.map((note) => `${place(note)}${[note.kind, ...(note.from ? [note.from] : []), ...(note.to && note.from ? ['->', note.to] : [])].join(' ')}: ${note.message}`)
}

export const costInWords = (cost: Plan['cost']): string[] =>
  (cost ? [`${money(cost.before)} -> ${money(cost.after)} (difference ${money(cost.difference)})`, ...cost.incomplete.map((what) => `without a known price: ${what}`)] : [])

/** Where there is a cost, what it lacks is told with it. */
export const unpricedInWords = ({ cost, unpriced = [] }: Plan): string[] => (cost ? [] : unpriced.map((what) => `not known: ${what}`))

export const section = (title: string, lines: string[]): string[] => (lines.length > 0 ? [title, ...lines.map((line) => `  ${line}`)] : [])

const marks: Record<string, string> = { add: '+', remove: '-', replace: '~' }

export function changeInWords({ op, path, value }: Plan['diff'][number]): string[] {
  const mark = marks[op] ?? op
  return op === 'remove' ? [`${mark} ${dotted(path)}`] : leavesOf(path, value).map((line) => `${mark} ${line}`)
}

function valueInWords({ path, before, after }: Plan['values'][number]): string[] {
  if (before === undefined) return leaves(dotted(path), after).map(([name, leaf]) => `${name}: ${brief(leaf)}`)
  return [`${dotted(path)}: ${brief(before)} -> ${after === undefined ? 'the default' : brief(after)}`]
}

/** Code is told by its first line. */
function brief(value: unknown): string {
  const text = plain(value)
  const lines = text.trimEnd().split('\n')
  return lines.length > 3 ? `${lines[0]} … (${lines.length} lines; --output json has all)` : text
}

export const dotted = (pointer: string): string => pointer.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')).join('.')

/** What is new and nested, a line for each value that it holds. */
export function leaves(path: string, value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || Object.keys(value).length === 0) return [[path, value]]
  return Object.entries(value).flatMap(([name, member]) => leaves(path ? `${path}.${name}` : name, member))
}

function disruptionInWords({ restarts, disconnectsUsers, words }: Plan['disruption']): string[] {
  if (restarts.length === 0 && !disconnectsUsers) return words.length > 0 ? words : ['none: nothing restarts, nobody is disconnected']
  return [...(restarts.length > 0 ? [`restarts: ${restarts.join(', ')}`] : []), disconnectsUsers ? 'users are disconnected' : 'nobody is disconnected', ...words]
}
