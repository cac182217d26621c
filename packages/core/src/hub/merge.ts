import { createHash } from 'node:crypto'
import type { JsonObject } from '../json.ts'
import { canonicalJson, isObject } from '../json.ts'

/**
 * Merges as helm merges value files: objects key by key; lists and everything else are replaced whole. A null replaces what was merged
 * before and stays in the outcome, where it makes helm remove the chart's own default.
 */
export function deepMerge(...layers: readonly JsonObject[]): JsonObject {
  return layers.reduce((below, above) => {
    const merged = new Map(Object.entries(below))
    for (const [key, value] of Object.entries(above)) {
      if (value === undefined) continue
      const under = merged.get(key)
      merged.set(key, isObject(value) ? deepMerge(isObject(under) ? under : {}, value) : value)
    }
    return Object.fromEntries(merged)
  }, {})
}

/** A copy without what is undefined, and without objects that hold nothing else. */
export function prune(values: JsonObject): JsonObject {
  const kept = Object.entries(values).flatMap(([key, value]): [string, unknown][] => {
    if (value === undefined) return []
    if (!isObject(value)) return [[key, value]]
    const inner = prune(value)
    return Object.keys(inner).length > 0 ? [[key, inner]] : []
  })
  return Object.fromEntries(kept)
}

/**
 * The sha256 of values, in hex, whatever the order of their keys. The number of seats does not count: it is changed without helm, since
 * helm would restart the hub for it, and two values that differ by it alone must not be a reason to run helm.
 */
export function valuesHash(values: JsonObject): string {
  const { scheduling, ...rest } = values
  return createHash('sha256').update(canonicalJson({ ...rest, ...(scheduling !== undefined && { scheduling: withoutSeats(scheduling) }) })).digest('hex')
}

function withoutSeats(scheduling: unknown): unknown {
  if (!isObject(scheduling) || !isObject(scheduling.userPlaceholder)) return scheduling
  const { replicas: _seats, ...placeholder } = scheduling.userPlaceholder
  return { ...scheduling, userPlaceholder: placeholder }
}
