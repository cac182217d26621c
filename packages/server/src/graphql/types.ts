import {
  GraphQLBoolean, GraphQLFloat, GraphQLInputObjectType, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLScalarType, GraphQLString,
  type GraphQLFieldConfigMap, type GraphQLInputFieldConfigMap, type GraphQLInputType, type GraphQLOutputType,
} from 'graphql'
import type { Node } from '@hubfleet/core'

export const JsonScalar = new GraphQLScalarType({ name: 'JSON', description: 'Any JSON value' })

/** Fields that a type has beside those of its schema; thunks, since types name each other. */
export type ExtraFields<Context> = Record<string, () => GraphQLFieldConfigMap<unknown, Context>>

/**
 * GraphQL types from JSON schemas. Named schemas (`$id`) keep their name; inputs end in `Input`. Choices are plain strings, since an
 * unknown member of a GraphQL enum would null the whole object; unions told apart by a field become one type with all their fields;
 * free-form objects are JSON. What an input may hold in detail is checked by the verb's own schema.
 */
export class Types<Context> {
  readonly #outputs = new Map<string, { type: GraphQLObjectType; source: string }>()
  readonly #inputs = new Map<string, { type: GraphQLInputObjectType; source: string }>()
  readonly #extra: ExtraFields<Context>

  constructor(extra: ExtraFields<Context> = {}) { this.#extra = extra }

  /** The nullable output type of a schema; `name` is used where it has none of its own. */
  output(node: Node, name: string): GraphQLOutputType {
    const { base } = withoutNull(node)
    if (base.type === 'array' && base.items) return new GraphQLList(nonNullUnless(isNullable(base.items), this.output(base.items, `${name}Item`)))
    const fields = fieldsOf(base)
    if (!fields) return scalarOf(base)
    return memo(this.#outputs, base.$id ?? name, base, (id) => new GraphQLObjectType({
      name: id,
      description: base.description,
      fields: () => ({
        ...Object.fromEntries(Object.entries(fields.properties).filter(([, property]) => property['writeOnly'] !== true).map(([key, property]) => [key, {
          type: nonNullUnless(isNullable(property) || !fields.required.has(key), this.output(property, id + capitalized(key))),
          description: property.description,
        }])),
        ...(this.#extra[id]?.() as GraphQLFieldConfigMap<unknown, unknown>),
      }),
    }))
  }

  /** The nullable input type of a schema. */
  input(node: Node, name: string): GraphQLInputType {
    const { base } = withoutNull(node)
    if (base.type === 'array' && base.items) return new GraphQLList(nonNullUnless(isNullable(base.items), this.input(base.items, `${name}Item`)))
    if (!fieldsOf(base)) return scalarOf(base)
    return memo(this.#inputs, inputName(base.$id ?? name), base, (id) => new GraphQLInputObjectType({ name: id, description: base.description, fields: () => this.inputFields(base, id) }))
  }

  /** The properties of an object schema as input fields or arguments. */
  inputFields(node: Node, name: string): GraphQLInputFieldConfigMap {
    const { properties, required } = fieldsOf(node) ?? { properties: {}, required: new Set<string>() }
    return Object.fromEntries(Object.entries(properties).map(([key, property]) => {
      const type = nonNullUnless(isNullable(property) || !required.has(key), this.input(property, name.replace(/Input$/, '') + capitalized(key)))
      return [key, { type: type as GraphQLInputType, description: property.description }]
    }))
  }

  /** An output type that was made before. */
  named(id: string): GraphQLObjectType {
    const made = this.#outputs.get(id)
    if (!made) throw new Error(`No schema named ${id} is part of an answer`)
    return made.type
  }
}

function memo<T>(made: Map<string, { type: T; source: string }>, id: string, node: Node, make: (id: string) => T): T {
  const source = JSON.stringify(node)
  const before = made.get(id)
  if (before && before.source !== source) throw new Error(`Two different schemas are named ${id}`)
  if (before) return before.type
  const type = make(id)
  made.set(id, { type, source })
  return type
}

/** The fields of an object schema, or of a union of objects; null for what is no object of known fields. */
function fieldsOf(node: Node): { properties: Record<string, Node>; required: Set<string> } | null {
  const branches = node.oneOf ?? [node]
  const properties: Record<string, Node> = {}
  for (const branch of branches) {
    for (const [key, property] of Object.entries(branch.properties ?? {})) {
      const other = properties[key]
      // A tag has another constant in each branch; what differs in more than that has no common type.
      properties[key] = !other || JSON.stringify(other) === JSON.stringify(property) ? property : other.type === 'string' && property.type === 'string' ? { type: 'string', description: other.description } : {}
    }
  }
  const names = Object.keys(properties)
  if (names.length === 0 || !names.every((name) => /^[_A-Za-z]\w*$/.test(name))) return null
  const required = new Set(names.filter((name) => branches.every((branch) => branch.required?.includes(name))))
  return { properties, required }
}

function scalarOf(node: Node): GraphQLScalarType {
  switch (node.type ?? typeOfBranches(node)) {
    case 'string': return GraphQLString
    case 'boolean': return GraphQLBoolean
    case 'number': return GraphQLFloat
    // GraphQL's Int has 32 bits.
    case 'integer': return typeof node['maximum'] === 'number' && node['maximum'] > 2 ** 31 - 1 ? GraphQLFloat : GraphQLInt
    default: return JsonScalar
  }
}

/** The type that all branches of a union of scalars share. */
function typeOfBranches(node: Node): unknown {
  const types = new Set((node['anyOf'] as Node[] | undefined)?.map(({ type }) => type))
  return types.size === 1 ? [...types][0] : undefined
}

/** Takes "or null" off a schema: `anyOf: [T, null]`, or `type: ['string', 'null']`. */
export function withoutNull(node: Node): { base: Node; nullable: boolean } {
  if (Array.isArray(node.type) && node.type.includes('null')) return { base: { ...node, type: node.type.find((type) => type !== 'null') }, nullable: true }
  const branches = node['anyOf'] as Node[] | undefined
  const others = branches?.filter(({ type }) => type !== 'null')
  if (!branches || !others || others.length === branches.length) return { base: node, nullable: false }
  return { base: others.length === 1 ? others[0]! : { anyOf: others }, nullable: true }
}

const isNullable = (node: Node): boolean => withoutNull(node).nullable || Object.keys(node).filter((key) => key !== 'description').length === 0

function nonNullUnless<T extends GraphQLOutputType | GraphQLInputType>(nullable: boolean, type: T): T {
  return nullable ? type : (new GraphQLNonNull(type as never) as unknown as T)
}

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const inputName = (id: string): string => (id.endsWith('Input') ? id : `${id}Input`)
