import type { Plan } from '@hubfleet/sdk'
import { leavesOf, planSections } from '../output/plan.ts'
import { money, oneLine } from '../output/text.ts'
import type { Change } from './change.ts'

const verbs = { create: '+ make', update: '~ change', delete: '- delete' }

/** Everything that would happen, what it costs together, and what must be said before. */
export function changesInWords(changes: Change[], homes: 'keep' | 'delete' | undefined): string {
  const lines = changes.flatMap((change) => [
    `${verbs[change.action]} the ${change.kind.toLowerCase()} ${change.name}${change.document ? ` (${change.document.where('')})` : ''}`,
    ...details(change, homes).map((line) => `    ${line}`),
  ])
  const count = (action: Change['action']) => changes.filter((change) => change.action === action).length
  return [...lines, `Plan: ${count('create')} to make, ${count('update')} to change, ${count('delete')} to delete.`, ...costInWords(changes)].map((line) => `${oneLine(line)}\n`).join('')
}

function details({ action, kind, plan }: Change, homes: 'keep' | 'delete' | undefined): string[] {
  if (action === 'delete' && kind === 'Tenant') return plan?.warnings ?? []
  if (action === 'delete') return kind !== 'Hub' ? [] : [homes === undefined ? 'people\'s homes: to be decided' : homes === 'delete' ? 'people\'s homes are deleted for good' : 'people\'s homes stay and are billed']
  if (!plan) return ['the cluster is made first; what the hub does in it is planned then']
  if (kind === 'Hub') return [...layersInWords(plan), ...(action === 'create' ? ownInWords(plan) : []), ...planSections(plan, { whole: action === 'update' })]
  return action === 'create' ? [] : plan.diff.flatMap(({ path, value }) => leavesOf(path, value))
}

/** The template that a hub moves to, and its parameters. */
function layersInWords({ layers = [] }: Plan): string[] {
  return layers.flatMap(({ op, path, value }) => {
    if (!path.startsWith('/template')) return []
    if (op === 'remove') return [path === '/template' ? 'no template any more' : `${path.slice(1).replaceAll('/', '.')}: given back`]
    return leavesOf(path, value).filter((line) => !line.startsWith('template.id'))
  })
}

/** Of a new hub what it sets itself: all that it will be would be a page. */
const ownInWords = ({ layers = [] }: Plan): string[] => layers.flatMap(({ path, value }) => (path.startsWith('/own') ? leavesOf(path.slice('/own'.length), value) : []))

function costInWords(changes: Change[]): string[] {
  const sums = new Map<string, bigint>()
  for (const { plan } of changes) if (plan?.cost) sums.set(plan.cost.difference.currency, (sums.get(plan.cost.difference.currency) ?? 0n) + units(plan.cost.difference.amount))
  const unknown = changes.filter(({ kind, plan }) => kind === 'Hub' && !plan?.cost).map(({ name }) => name)
  return [
    ...[...sums].map(([currency, sum]) => `Cost per month, together: ${sum > 0n ? '+' : ''}${money({ amount: decimal(sum), currency })}`),
    ...(unknown.length > 0 ? [`Not in it, since it is not known: ${unknown.join(', ')}`] : []),
  ]
}

/** Money has four places: `-12.3400` is -123400. */
function units(amount: string): bigint {
  const [whole = '0', places = ''] = amount.replace('-', '').split('.')
  const value = BigInt(whole + places.padEnd(4, '0').slice(0, 4))
  return amount.startsWith('-') ? -value : value
}

function decimal(value: bigint): string {
  const digits = String(value < 0n ? -value : value).padStart(5, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`
}
