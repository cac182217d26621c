import type { JsonObject } from '../json.ts'
import { isObject, pointerOf } from '../json.ts'
import { deepMerge } from '../hub/merge.ts'
import { Problem } from '../problems/problem.ts'
import { refuse } from '../validate.ts'
import { inFile, type ParsedConfig } from './parse.ts'

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
function unwrapOne({ values, positions, twice }: ParsedConfig): Unwrapped {
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

/**
 * The values of several files, each over those before it, as helm takes several `--values`. Where one has the hub's values below a key, the
 * values at the top of another that has none of the hub's belong to other charts.
 */
export function unwrap(files: readonly ParsedConfig[]): Unwrapped {
  const each = files.map((file, index) => {
    try {
      return unwrapOne(file)
    } catch (error) {
      throw error instanceof Problem ? inFile(error, index + 1) : error
    }
  })
  const outer = each.find(({ wrapper }) => wrapper.length > 0)?.wrapper ?? []
  const ours = each.map((file) => (outer.length === 0 || file.wrapper.length > 0 || own.some((key) => isObject(file.values[key])) ? file
    : { ...file, values: {}, positions: new Map(), twice: [], others: Object.keys(file.values) }))
  return {
    values: deepMerge(...ours.map(({ values }) => values)), positions: new Map(ours.flatMap(({ positions }) => [...positions])), twice: ours.flatMap(({ twice }) => twice),
    wrapper: outer, others: [...new Set(ours.flatMap(({ others }) => others))],
  }
}

function search(values: JsonObject, positions: ParsedConfig['positions']): string[] {
  const found = [...hubsBelow(values)]
  const refuseAt = (keys: string[], code: string, detail: string) => {
    const { line, column } = positions.get(pointerOf(keys)) ?? { line: 1, column: 1 }
    refuse([{ pointer: '/config/0', code, detail: `line ${line}, column ${column}: ${detail}` }])
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
