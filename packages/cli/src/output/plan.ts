import type { Plan } from '@hubfleet/sdk'
import { money, plain } from './text.ts'

/** A plan in words: what changes, who is disturbed, what it costs, what must be confirmed. */
export function planInWords(plan: Plan): string {
  const { diff, values, disruption, cost, warnings, confirmations } = plan
  const lines = [
    ...section('Changes', diff.length > 0 ? diff.map(changeInWords) : ['nothing in the spec']),
    ...section('Values of the chart', values.map(({ path, before, after }) => `${path}: ${plain(before)} -> ${plain(after)}`)),
    ...section('Disruption', disruptionInWords(disruption)),
    ...section('Cost per month', cost ? [`${money(cost.before)} -> ${money(cost.after)} (difference ${money(cost.difference)})`, ...cost.incomplete.map((what) => `without a known price: ${what}`)] : []),
    ...section('Warnings', warnings),
    ...section('Needs', confirmations.map(({ confirmation, what }) => `--confirm ${confirmation}: ${what}`)),
    'Nothing was done.',
  ]
  return lines.map((line) => `${plain(line)}\n`).join('')
}

const section = (title: string, lines: string[]): string[] => (lines.length > 0 ? [title, ...lines.map((line) => `  ${line}`)] : [])

const verbs: Record<string, string> = { add: '+', remove: '-', replace: '~' }

function changeInWords({ op, path, value }: Plan['diff'][number]): string {
  return `${verbs[op] ?? op} ${path.slice(1).replaceAll('/', '.')}${op === 'remove' ? '' : ` = ${plain(value)}`}`
}

function disruptionInWords({ restarts, disconnectsUsers, words }: Plan['disruption']): string[] {
  if (restarts.length === 0 && !disconnectsUsers) return words.length > 0 ? words : ['none: nothing restarts, nobody is disconnected']
  return [...(restarts.length > 0 ? [`restarts: ${restarts.join(', ')}`] : []), disconnectsUsers ? 'users are disconnected' : 'nobody is disconnected', ...words]
}
