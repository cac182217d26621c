import { isObject, pointerOf } from '../../json.ts'
import type { ProblemField } from '../../problems/problem.ts'
import { nodeOf, type Node } from '../schema-kit.ts'
import { HubSpecSchema, type HubSpecPatch } from '../spec.ts'

/*
 * A layer is read by everybody whose hubs stand on it, and kept as plain text with each revision: what is secret is given with the hub,
 * where it is sealed.
 */

/** Names under which charts keep secrets themselves, not where they are kept. */
const secretName = /^(client_?secret|cookie_?secret|secret_?token|api_?token|auth_?token|access_?token|password|private_?key|shared_?secret)$/i

/** The secrets that a layer holds, with pointers into it. */
export function secretsIn({ values, ...typed }: HubSpecPatch): ProblemField[] {
  return [...writeOnly(nodeOf(HubSpecSchema), typed, []), ...named(values, ['values'])].map((path) => ({
    pointer: pointerOf(path), code: 'secret', detail: 'A layer holds no secrets, since all who use it can read it: give this with each hub.',
  }))
}

/** A patch may leave out which branch of a union is meant: then a field that is secret in any of them counts. */
function* writeOnly(node: Node, value: unknown, path: string[]): Generator<string[]> {
  if (!isObject(value)) return
  const branches = node.oneOf ?? [node]
  for (const [key, inner] of Object.entries(value)) {
    if (inner === null || inner === undefined) continue
    const properties = branches.flatMap(({ properties: known }) => (known?.[key] ? [known[key]] : []))
    if (properties.some((property) => property.writeOnly === true)) yield [...path, key]
    else for (const property of properties.slice(0, 1)) yield* writeOnly(property, inner, [...path, key])
  }
}

function* named(value: unknown, path: (string | number)[]): Generator<(string | number)[]> {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* named(item, [...path, index])
  else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && inner !== '' && secretName.test(key)) yield [...path, key]
      else yield* named(inner, [...path, key])
    }
  }
}
