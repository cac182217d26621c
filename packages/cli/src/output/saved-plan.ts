import type { SavedPlan } from '@hubfleet/sdk'
import { changeInWords, costInWords, dotted, leaves, section, unpricedInWords } from './plan.ts'
import { oneLine, plain } from './text.ts'

type ObjectChange = SavedPlan['objects'][number]
type Field = ObjectChange['fields'][number]

/** A saved plan: what happens to people first, then the money, then each difference. With `colour` what comes is green and what goes is red. */
export function savedPlanInWords(saved: SavedPlan, colour = false): string {
  const { id, change, hub, state, expiresAt, words, cost, approval, plan, objects } = saved
  const lines = [
    `Plan ${id}: ${change} of ${hub.name}, ${state}${['ready', 'waiting-for-approval'].includes(state) ? ` (until ${expiresAt})` : ''}`,
    ...section('What happens', words),
    ...section('Cost per month', [...costInWords(cost), ...unpricedInWords(plan)]),
    ...section('Needs an approval', approval.needed ? [...approval.reasons, ...(approval.by ? [`Approved by ${approval.by} at ${approval.at}`] : [])] : []),
    ...section('Warnings', plan.warnings),
    ...section('Needs', plan.confirmations.map(({ confirmation, what }) => `--confirm ${confirmation}: ${what}`)),
    ...section('Changes of the spec', plan.diff.flatMap(changeInWords)),
    ...section('Values of the chart', plan.values.flatMap((value) => fieldInWords(value))),
    ...section('Objects in the cluster', objects.flatMap(objectInWords)),
    ...(saved.error ? section('Why it could not be made', [saved.error.detail, saved.error.nextStep]) : []),
    ...next(saved),
  ]
  return lines.map((line) => `${painted(oneLine(line), colour)}\n`).join('')
}

const marks = { create: '+', update: '~', delete: '-' } as Record<string, string>

function objectInWords({ kind, name, change, restarts, fields }: ObjectChange): string[] {
  return [`${marks[change] ?? change} ${kind} ${name}${restarts ? ' (its pods restart)' : ''}`, ...(change === 'update' ? fields.flatMap((field) => fieldInWords(field, '    ')) : [])]
}

/** A text of many lines shows those of them that differ. */
function fieldInWords({ path, before, after }: Field, indent = ''): string[] {
  const name = dotted(path)
  if (typeof before === 'string' && typeof after === 'string' && (before.includes('\n') || after.includes('\n'))) {
    const [was, is] = [before.split('\n'), after.split('\n')]
    return [`${indent}  ${name}:`, ...was.filter((line) => !is.includes(line)).map((line) => `${indent}- ${line}`), ...is.filter((line) => !was.includes(line)).map((line) => `${indent}+ ${line}`)]
  }
  const side = (mark: string, value: unknown) => (value === undefined ? [] : leaves(name, value).map(([leaf, text]) => `${indent}${mark} ${leaf}: ${plain(text)}`))
  return [...side('-', before), ...side('+', after)]
}

function next({ id, state, operationId }: SavedPlan): string[] {
  if (state === 'ready') return [`Next: hubfleet plan apply ${id}`]
  if (state === 'waiting-for-approval') return [`Next, by another admin: hubfleet plan approve ${id}`]
  if (state === 'applied') return [`Applied: hubfleet operation get ${operationId}`]
  return state === 'planning' ? [`It is being made: hubfleet plan get ${id}`] : ['It cannot be applied: make a new one.']
}

const colours: Record<string, number> = { '+': 32, '-': 31, '~': 33 }

function painted(line: string, colour: boolean): string {
  const code = colours[/^ +([-+~]) /.exec(line)?.[1] ?? '']
  return colour && code ? `\u001b[${code}m${line}\u001b[0m` : line
}
