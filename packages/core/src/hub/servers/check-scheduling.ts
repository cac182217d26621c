import { pointerOf, valueAt } from '../../json.ts'
import type { ProblemField } from '../../problems/problem.ts'
import { parseQuantity } from '../../units.ts'
import type { NodeSelector, Toleration } from './scheduling.ts'
import { requestsOf, shapesOfSpec } from './server-shapes.ts'
import type { HubSpec } from '../spec.ts'

/** Labels and taints as Kubernetes takes them, and priorities with which a seat makes room. */
export function checkScheduling(spec: HubSpec): ProblemField[] {
  return [...placesOf(spec)].flatMap(([pointer, { nodeSelector = {}, tolerations = [] }]) => [
    ...Object.entries(nodeSelector).flatMap(([key, value]) => checkLabel(`${pointer}/nodeSelector${pointerOf([key])}`, key, value)),
    ...tolerations.flatMap((toleration, index) => checkToleration(`${pointer}/tolerations/${index}`, toleration)),
  ]).concat(checkPriorities(spec))
}

const fault = (pointer: string, code: string, detail: string): ProblemField => ({ pointer, code, detail })

interface Place { nodeSelector?: NodeSelector; tolerations?: Toleration[] }

/** Every place that says where servers go, with its pointer. */
export function* placesOf({ scheduling, profiles }: HubSpec): Generator<[pointer: string, place: Place]> {
  yield ['/scheduling', scheduling]
  for (const [index, profile] of profiles.entries()) {
    yield [`/profiles/${index}`, profile]
    for (const [option, { choices }] of (profile.options ?? []).entries()) {
      for (const [choice, place] of choices.entries()) yield [`/profiles/${index}/options/${option}/choices/${choice}`, place]
    }
  }
}

const labelName = /^([A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?)$/
const labelDomain = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/

function isLabelKey(key: string): boolean {
  const [name = '', domain, ...more] = key.split('/').reverse()
  return labelName.test(name) && (domain === undefined || labelDomain.test(domain)) && more.length === 0
}

function checkLabel(pointer: string, key: string, value: string): ProblemField[] {
  if (!isLabelKey(key)) return [fault(pointer, 'label', 'This is no name of a label, such as hub.jupyter.org/node-purpose.')]
  return value === '' || labelName.test(value) ? [] : [fault(pointer, 'label', 'A label has at most 63 letters, digits, dots, dashes and underlines, with a letter or digit at both ends.')]
}

function checkToleration(pointer: string, { key, operator = 'Equal', value }: Toleration): ProblemField[] {
  if (key !== undefined && !isLabelKey(key)) return [fault(`${pointer}/key`, 'label', 'This is no name of a taint, such as hub.jupyter.org/dedicated.')]
  if (operator === 'Exists') return value === undefined || value === '' ? [] : [fault(`${pointer}/value`, 'not-used', 'Exists compares no value: leave it out.')]
  return key === undefined ? [fault(`${pointer}/key`, 'required', 'Name the taint; without a key, the operator must be Exists.')] : []
}

const prioritiesPath = ['scheduling', 'podPriority']

/** Priorities as they will be: those of the chart 4.4.0 unless raw values say otherwise. */
function prioritiesOf({ values }: HubSpec): { server: number; seat: number } {
  const of = (key: string, initial: number) => Number(valueAt(values, [...prioritiesPath, key]) ?? initial)
  return { server: of('defaultPriority', 0), seat: of('userPlaceholderPriority', -10) }
}

function checkPriorities(spec: HubSpec): ProblemField[] {
  const { server, seat } = prioritiesOf(spec)
  if (seat < server) return []
  const set = valueAt(spec.values, [...prioritiesPath, 'userPlaceholderPriority']) === undefined ? 'defaultPriority' : 'userPlaceholderPriority'
  return [fault(pointerOf(['values', ...prioritiesPath, set]), 'priority', `A seat must have a lower priority than a server (${server}), or it never makes room.`)]
}

/** Below this, an autoscaler adds no node for a pod that waits (`--expendable-pods-priority-cutoff`). */
const autoscalerCutoff = -10

export const warnScheduling = (spec: HubSpec): { code: 'seats-add-no-nodes' | 'seats-too-small'; pointer: string; what: string }[] => [...warnPriority(spec), ...warnSeatSize(spec)]

/** By itself a seat has exactly the size of the server that takes it. */
function warnSeatSize(spec: HubSpec): { code: 'seats-too-small'; pointer: string; what: string }[] {
  const path = ['scheduling', 'userPlaceholder', 'resources']
  const given = valueAt(spec.values, path)
  if (given === undefined || spec.capacity.seats === 0) return []
  const of = (name: string) => parseQuantity(String(valueAt(given, ['requests', name]) ?? valueAt(given, ['limits', name]) ?? '0')) ?? 0
  const { memoryBytes, cpu } = requestsOf(shapesOfSpec(spec)[0]!)
  const short = [...(of('memory') < memoryBytes ? ['memory'] : []), ...(of('cpu') < cpu ? ['cpu'] : [])]
  if (short.length === 0) return []
  return [{ code: 'seats-too-small', pointer: pointerOf(['values', ...path]), what: `A seat holds less ${short.join(' and ')} than the server that is to take it: where it makes room, the server still waits. Leave these resources out, and seats have its size.` }]
}

function warnPriority(spec: HubSpec): { code: 'seats-add-no-nodes'; pointer: string; what: string }[] {
  const { seat } = prioritiesOf(spec)
  const pointer = pointerOf(['values', ...prioritiesPath, 'userPlaceholderPriority'])
  if (seat >= autoscalerCutoff) return []
  return [{ code: 'seats-add-no-nodes', pointer, what: `Seats have the priority ${seat}: an autoscaler adds no nodes for pods below ${autoscalerCutoff}, so seats would never bring one.` }]
}
