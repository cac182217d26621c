import { Type, type Static, type TObject, type TSchema } from 'typebox'

/** A closed choice. What is sent must be one of these; `outputOf` opens it for what is read, so that a new member breaks no client. */
export function choice<const Values extends readonly string[]>(values: Values, options: { description: string; default?: Values[number] }) {
  return Type.Unsafe<Values[number]>({ type: 'string', enum: [...values], ...options })
}

/**
 * A union told apart by `type`, as `oneOf` with a `discriminator`: the only form from which Ajv makes an error that names the
 * one branch that was meant. (`Type.Union` gives `anyOf`, whose errors list those of every branch.)
 */
export function byType<Branches extends TObject[]>(branches: Branches, options: Record<string, unknown> & { $id: string }) {
  return Type.Unsafe<Static<Branches[number]>>({ type: 'object', discriminator: { propertyName: 'type' }, oneOf: branches, ...options })
}

/** An object with every field optional, for sending a section of which the rest has defaults. */
export function partial<Section extends TObject>(section: Section) {
  return Type.Optional(Type.Partial(section, { $id: `${idOf(section)}Input`, additionalProperties: false, description: nodeOf(section).description }))
}

/** The type of a JSON merge patch (RFC 7396) for `T`: null sets a field back to its default, or takes a key away; arrays and free-form objects are replaced whole. */
export type MergePatch<T> =
  T extends readonly unknown[] ? T
    : T extends object ? (string extends keyof T ? (unknown extends T[keyof T] ? T : { [K in keyof T]: MergePatch<T[K]> | null }) : { [K in keyof T]?: MergePatch<T[K]> | null })
      : T

/** The schema of a merge patch for values of `schema`; every named schema inside is renamed by `rename`. */
export function patchOf<Schema extends TSchema>(schema: Schema, rename: (id: string) => string) {
  return Type.Unsafe<MergePatch<Static<Schema>>>(patchNode(nodeOf(schema), rename, false))
}

/** The schema of what is read back: no write-only fields, and choices as open strings that list today's members in `x-extensible-enum`. */
export function outputOf<Schema extends TSchema>(schema: Schema) {
  return Type.Unsafe<Static<Schema>>(outputNode(nodeOf(schema)))
}

/** A schema as the plain JSON schema that it is. */
export const nodeOf = (schema: TSchema): Node => schema as unknown as Node

/** A JSON schema node as plain data. */
export interface Node {
  [keyword: string]: unknown
  $id?: string
  description?: string
  type?: string | string[]
  enum?: unknown[]
  properties?: Record<string, Node>
  required?: string[]
  items?: Node
  additionalProperties?: boolean | Node
  patternProperties?: Record<string, Node>
  oneOf?: Node[]
  discriminator?: { propertyName: string }
}

function patchNode(node: Node, rename: (id: string) => string, nullable: boolean): Node {
  const { default: _default, required: _required, $id, ...rest } = node
  const patched: Node = { ...rest, ...($id && { $id: rename($id) }) }
  if (node.properties) patched.properties = mapValues(node.properties, (property) => ('const' in property ? property : patchNode(property, rename, true)))
  if (node.patternProperties) patched.patternProperties = mapValues(node.patternProperties, (property) => patchNode(property, rename, true))
  if (node.oneOf) patched.oneOf = node.oneOf.map((branch) => ({ ...patchNode(branch, rename, false), required: [discriminatorOf(node)] }))
  if (nullable && typeof node.type === 'string') patched.type = [node.type, 'null']
  if (nullable && node.enum) patched.enum = [...node.enum, null]
  return patched
}

function outputNode(node: Node): Node {
  const { enum: members, default: _default, required, ...rest } = node
  const always = required?.filter((name) => node.properties?.[name]?.writeOnly !== true)
  const output: Node = { ...rest, ...(members && { 'x-extensible-enum': members }), ...(always && { required: always }) }
  if (node.properties) {
    const kept = Object.entries(node.properties).filter(([, property]) => property.writeOnly !== true)
    output.properties = Object.fromEntries(kept.map(([name, property]) => [name, outputNode(property)]))
  }
  if (node.oneOf) output.oneOf = node.oneOf.map(outputNode)
  if (node.items) output.items = outputNode(node.items)
  return output
}

const discriminatorOf = (node: Node): string => node.discriminator?.propertyName ?? 'type'

function idOf(schema: TSchema): string {
  const id = nodeOf(schema).$id
  if (!id) throw new Error('Only a named schema has an input form')
  return id
}

const mapValues = <T, U>(record: Record<string, T>, map: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
