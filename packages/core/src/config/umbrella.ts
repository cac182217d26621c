import type { JsonObject } from '../json.ts'
import { isObject, pointerOf } from '../json.ts'
import type { ParsedConfig } from './parse.ts'

/** Tables that only a file of the hub's own chart has at the top. */
const own = ['hub', 'singleuser', 'auth', 'cull', 'scheduling', 'prePuller', 'token']
/** Under which key charts that contain this one have its values. */
const wrappers = [['jupyterhub'], ['basehub', 'jupyterhub'], ['daskhub', 'jupyterhub'], ['daskhub', 'basehub', 'jupyterhub'], ['binderhub', 'jupyterhub'], ['pangeo', 'jupyterhub'], ['base-hub', 'jupyterhub']]

export interface Unwrapped extends ParsedConfig { /** The keys that lead to the values; empty for a file of the chart itself. */ wrapper: string[]; /** What belongs to other charts. */ others: string[] }

/** Finds the hub's values in a file of a chart that has the hub's as a part. */
export function unwrap({ values, positions, twice }: ParsedConfig): Unwrapped {
  const wrapper = own.some((key) => isObject(values[key])) ? [] : wrappers.find((keys) => isObject(at(values, keys))) ?? []
  if (wrapper.length === 0) return { values, positions, twice, wrapper, others: [] }
  const prefix = pointerOf(wrapper)
  const inside = new Map([...positions].flatMap(([pointer, position]) => (pointer.startsWith(`${prefix}/`) ? [[pointer.slice(prefix.length), position] as const] : [])))
  const others = wrapper.flatMap((key, depth) => Object.keys(at(values, wrapper.slice(0, depth)) as JsonObject).filter((each) => each !== key).map((each) => [...wrapper.slice(0, depth), each].join('.')))
  return {
    values: at(values, wrapper) as JsonObject, positions: inside, wrapper, others,
    twice: twice.flatMap((pointer) => (pointer.startsWith(`${prefix}/`) ? [pointer.slice(prefix.length)] : [])),
  }
}

const at = (values: JsonObject, keys: string[]): unknown => keys.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), values)
