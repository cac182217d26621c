import type { JsonObject } from '../../json.ts'
import { canonicalJson, isObject, leaves, valueAt } from '../../json.ts'
import { nodeOf, type Node } from '../schema-kit.ts'
import type { HubSpec } from '../spec.ts'
import { HubSpecSchema } from '../spec.ts'
import { typedValues } from '../typed-values.ts'

/**
 * The leaves of the chart's values that a typed field decides: those that differ as soon as the field does. Found by trying, so that a
 * new field needs no entry in any table, and that a field counts also where it says what is so anyway.
 */
export function decidedBy(spec: HubSpec, field: readonly string[]): string[][] {
  const values = typedValues(spec)
  const others = alternatives(valueAt(spec, field), nodeAt(field, spec)).flatMap((other) => rendered(withValue(spec as JsonObject, field, other) as HubSpec))
  return [...leaves(values)].filter(({ path, value }) => others.some((other) => canonicalJson(valueAt(other, path) ?? null) !== canonicalJson(value ?? null))).map(({ path }) => path)
}

/** An alternative is made up and may fit nothing else in the spec; where it cannot be rendered it tells nothing. */
function rendered(spec: HubSpec): JsonObject[] {
  try {
    return [typedValues(spec)]
  } catch {
    return []
  }
}

/** Other values of the same kind. */
function alternatives(value: unknown, node: Node | undefined): unknown[] {
  const members = node?.enum ?? node?.oneOf?.map(({ const: only }) => only)
  if (members) return members.filter((member) => member !== value)
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'number') return [value + 1]
  // A size stays a size, and an address an address.
  if (typeof value === 'string') return [/^\d/.test(value) ? `1${value}` : `${value}0`]
  if (!Array.isArray(value)) return []
  return value.length > 0 ? [[]] : [['other']]
}

/** The schema of a field; of one that tells branches apart, the branches' own constants. */
function nodeAt(path: readonly string[], value: unknown): Node | undefined {
  let node: Node | undefined = nodeOf(HubSpecSchema)
  let at = value
  for (const key of path) {
    const branches: Node[] | undefined = node?.oneOf
    const type = isObject(at) ? at.type : undefined
    if (branches && key === 'type') return { oneOf: branches.flatMap((branch): Node[] => branch.properties?.type ? [branch.properties.type] : []) }
    const holder: Node | undefined = branches ? branches.find((branch) => branch.properties?.type?.const === type) : node
    node = holder?.properties?.[key]
    at = isObject(at) ? at[key] : undefined
  }
  return node
}

function withValue(root: JsonObject, [key, ...rest]: readonly string[], value: unknown): JsonObject {
  if (key === undefined) return root
  const inner = root[key]
  return { ...root, [key]: rest.length === 0 ? value : withValue(isObject(inner) ? inner : {}, rest, value) }
}
