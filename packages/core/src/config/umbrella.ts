import type { JsonObject } from '../json.ts'
import { isObject, pointerOf } from '../json.ts'
import { refuse } from '../validate.ts'
import type { ParsedConfig } from './parse.ts'

/** Tables that only a file of the hub's own chart has at the top. */
const own = ['hub', 'singleuser', 'auth', 'cull', 'scheduling', 'prePuller', 'token']
/** Of these, what no other chart has under such a name. */
const hubsOnly = ['hub', 'singleuser', 'cull', 'prePuller']
/** Under which key charts that contain this one have its values. */
const known = [['jupyterhub'], ['basehub', 'jupyterhub'], ['daskhub', 'jupyterhub'], ['daskhub', 'basehub', 'jupyterhub'], ['binderhub', 'jupyterhub'], ['pangeo', 'jupyterhub'], ['base-hub', 'jupyterhub']]
const deepest = 3

export interface Unwrapped extends ParsedConfig { /** The keys that lead to the values; empty for a file of the chart itself. */ wrapper: string[]; /** What belongs to other charts. */ others: string[] }

/**
 * Finds the hub's values in a file of a chart that has the hub's as a part, by whatever name, or in an object of Kubernetes that holds values, as
 * a HelmRelease does. Throws `invalid-request` for a file of several hubs, and for an object that holds none.
 */
export function unwrap({ values, positions, twice }: ParsedConfig): Unwrapped {
  const wrapper = own.some((key) => isObject(values[key])) ? [] : known.find((keys) => isObject(at(values, keys))) ?? search(values, positions)
  if (wrapper.length === 0) return { values, positions, twice, wrapper, others: [] }
  const prefix = pointerOf(wrapper)
  const inside = new Map([...positions].flatMap(([pointer, position]) => (pointer.startsWith(`${prefix}/`) ? [[pointer.slice(prefix.length), position] as const] : [])))
  const others = wrapper.flatMap((key, depth) => Object.keys(at(values, wrapper.slice(0, depth)) as JsonObject).filter((each) => each !== key).map((each) => [...wrapper.slice(0, depth), each].join('.')))
  return {
    values: at(values, wrapper) as JsonObject, positions: inside, wrapper, others,
    twice: twice.flatMap((pointer) => (pointer.startsWith(`${prefix}/`) ? [pointer.slice(prefix.length)] : [])),
  }
}

function search(values: JsonObject, positions: ParsedConfig['positions']): string[] {
  const found = [...hubsBelow(values)]
  const refuseAt = (keys: string[], code: string, detail: string) => {
    const { line, column } = positions.get(pointerOf(keys)) ?? { line: 1, column: 1 }
    refuse([{ pointer: '/config', code, detail: `line ${line}, column ${column}: ${detail}` }])
  }
  if (found.length > 1) refuseAt(found[1]!, 'several-hubs', `It has the values of ${found.length} hubs: ${found.map((keys) => keys.join('.')).join(', ')}. Bring one at a time: each makes a hub of its own.`)
  const { apiVersion, kind } = values
  if (found.length === 0 && typeof apiVersion === 'string' && typeof kind === 'string') refuseAt(['kind'], 'kind', `It is a ${kind} of Kubernetes, without values of the chart as a table. Bring the values alone.`)
  return found[0] ?? []
}

function* hubsBelow(table: JsonObject, path: string[] = []): Generator<string[]> {
  for (const [key, inner] of Object.entries(table)) {
    if (!isObject(inner)) continue
    if (hubsOnly.some((name) => isObject(inner[name]))) yield [...path, key]
    else if (path.length + 1 < deepest) yield* hubsBelow(inner, [...path, key])
  }
}

const at = (values: JsonObject, keys: string[]): unknown => keys.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), values)
