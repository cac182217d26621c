import type { JsonObject } from '../../json.ts'
import { isObject, leaves } from '../../json.ts'
import { checkedSpec, completeHubSpec, overlay } from '../complete.ts'
import { decidedBy } from './decides.ts'
import { layerNames, type HubLayers } from './layers.ts'
import { deepMerge } from '../merge.ts'
import type { HubSpec, HubSpecPatch } from '../spec.ts'

/*
 * platform < cluster < template < the hub's typed fields < the hub's raw values < enforced. The first five become the spec that is stored
 * and rendered; what is enforced comes with rendering (values.ts). A newcomer who adds a field to the spec has nothing to do here.
 */

/** A layer by its place in the order, the hub's own fields last. */
export type SpecOrigin = 'chart' | (typeof layerNames)[number] | 'hub'
export type RawOrigin = Exclude<SpecOrigin, 'chart' | 'hub'> | 'raw'

/** The layers that there are, the lowest first. */
export const layersInOrder = (layers: HubLayers): [Exclude<SpecOrigin, 'chart'>, HubSpecPatch][] => [
  ...layerNames.flatMap((name): [typeof name, HubSpecPatch][] => (layers[name] ? [[name, layers[name].spec]] : [])),
  ['hub', layers.own],
]

/** The whole spec that layers come to, raw values of all of them in `values`. Throws `invalid-request` when something is lacking or does not fit. */
export function composeSpec(layers: HubLayers): HubSpec {
  const typed = layersInOrder(layers).reduce<JsonObject>((below, [, patch]) => overlay(below, patch as JsonObject), {})
  const spec = checkedSpec(typed)
  const values = deepMerge(...rawLayers(layers, spec).map(([, raw]) => raw))
  return { ...spec, values }
}

/** The chart that layers come to, without looking at the rest of them. */
export const chartOf = (layers: HubLayers): HubSpec['chart'] =>
  completeHubSpec({ chart: layersInOrder(layers).reduce<JsonObject>((below, [, { chart }]) => overlay(below, { chart }), {}).chart ?? {} }).chart

/** The raw values of each layer, without what a typed field of a higher one decides. */
export function rawLayers(layers: HubLayers, spec: HubSpec): [RawOrigin, JsonObject][] {
  const raws: [RawOrigin, JsonObject][] = []
  const decided: string[][] = []
  const ordered = layersInOrder(layers)
  for (const [index, [name, patch]] of [...ordered.entries()].reverse()) {
    if (isObject(patch.values)) raws.unshift([name === 'hub' ? 'raw' : name, without(patch.values, decided)])
    const below = ordered.slice(0, index).some(([, { values }]) => isObject(values))
    if (below) decided.push(...fieldsOf(patch).flatMap((field) => decidedBy(spec, field)))
  }
  return raws
}

/** Who sets each leaf of the spec but its raw values: the last layer that does, or nobody and so it has the chart's default. */
export function specOrigins(layers: HubLayers, spec: HubSpec): { path: string[]; origin: SpecOrigin; value: unknown }[] {
  const { values: _raw, ...typed } = spec
  const descending = layersInOrder(layers).reverse()
  return [...leaves(typed)].map(({ path, value }) => ({ path, value, origin: originOf(descending, path) }))
}

function originOf(descending: ReturnType<typeof layersInOrder>, path: string[]): SpecOrigin {
  for (const [name, patch] of descending) {
    const found = firstAt(patch, path)
    if (found === null) return 'chart'
    if (found !== undefined && !(isObject(found) && Object.keys(found).length === 0)) return name
  }
  return 'chart'
}

/** The value at a path, or the null on the way that took everything below away. */
function firstAt(root: unknown, path: readonly string[]): unknown {
  let at = root
  for (const key of path) {
    if (at === null) return null
    at = isObject(at) ? at[key] : undefined
  }
  return at
}

/** Which layer set what is at a path, raw values too; `hub` for the hub itself, null where none did. Into lists no layer reaches: they count as a whole. */
export function layerAt(layers: HubLayers, path: readonly string[]): SpecOrigin | null {
  const found = layersInOrder(layers).findLast(([, patch]) => {
    let at: unknown = patch
    for (const key of path) {
      if (Array.isArray(at)) return true
      at = isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined
    }
    return at !== undefined
  })
  return found?.[0] ?? null
}

const fieldsOf = ({ values: _raw, ...typed }: HubSpecPatch): string[][] => [...leaves(typed)].map(({ path }) => path).filter((path) => path.length > 0)

/** Without the leaves that are, hold, or are within one of `paths`. */
function without(values: JsonObject, paths: string[][]): JsonObject {
  if (paths.length === 0) return values
  const kept = [...leaves(values)].filter(({ path }) => path.length > 0 && !paths.some((other) => meets(path, other)))
  return kept.reduce<JsonObject>((made, { path, value }) => deepMerge(made, path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as JsonObject), {})
}

const meets = (a: string[], b: string[]): boolean => Array.from({ length: Math.min(a.length, b.length) }, (_, i) => a[i] === b[i]).every(Boolean)

/** What a layer has below the hub's own fields, uncompleted. */
export const inherited = (layers: HubLayers): JsonObject =>
  layersInOrder(layers).slice(0, -1).reduce<JsonObject>((below, [, patch]) => overlay(below, patch as JsonObject), {})
