import type { JsonObject } from '../../json.ts'
import { canonicalJson, isObject, leaves, pointerOf, valueAt } from '../../json.ts'
import type { ProblemField } from '../../problems/problem.ts'
import { overlay } from '../complete.ts'
import { layerNames, type HubLayers } from './layers.ts'
import { deepMerge } from '../merge.ts'
import type { HubSpec } from '../spec.ts'

/**
 * What a policy denies of a spec, without that for which the platform vouches: what a trusted layer set, and nobody over it changed. Lists
 * count as a whole, as they are merged.
 */
export function withoutVouched(faults: ProblemField[], spec: HubSpec, layers: HubLayers): ProblemField[] {
  const vouched = vouchedFor(layers)
  if (Object.keys(vouched).length === 0) return faults
  return faults.flatMap((fault) => {
    const path = mergedPath(spec, fault.pointer)
    const trusted = valueAt(vouched, path)
    if (trusted === undefined) return [fault]
    const others = [...leaves(valueAt(spec, path), path)].filter((leaf) => canonicalJson(valueAt(vouched, leaf.path) ?? null) !== canonicalJson(leaf.value ?? null))
    const [first] = others
    if (!first) return []
    return [first.path.length > path.length ? { ...fault, pointer: pointerOf(first.path) } : fault]
  })
}

function vouchedFor(layers: HubLayers): JsonObject {
  const trusted = layerNames.flatMap((name) => (layers[name]?.trusted ? [layers[name].trusted as JsonObject] : []))
  const typed = trusted.reduce<JsonObject>((below, patch) => overlay(below, patch), {})
  const values = deepMerge(...trusted.flatMap((patch) => (isObject(patch.values) ? [patch.values] : [])), {})
  return { ...typed, ...(Object.keys(values).length > 0 && { values }) }
}

/** The path of a pointer as far as objects go: into a list no layer reaches. */
function mergedPath(spec: HubSpec, pointer: string): string[] {
  const keys = pointer.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  const end = keys.findIndex((_, index) => Array.isArray(valueAt(spec, keys.slice(0, index))))
  return end < 0 ? keys : keys.slice(0, end)
}
