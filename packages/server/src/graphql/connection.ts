import { GraphQLBoolean, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString, type GraphQLFieldConfigArgumentMap, type GraphQLOutputType } from 'graphql'
import { invalid } from '../call-options.ts'

const PageInfo = new GraphQLObjectType({
  name: 'PageInfo',
  fields: {
    hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    startCursor: { type: GraphQLString },
    endCursor: { type: GraphQLString, description: 'Give it as `after` for the next page' },
  },
})

export const pageArguments: GraphQLFieldConfigArgumentMap = {
  first: { type: new GraphQLNonNull(GraphQLInt), description: 'How many, 1 to 100' },
  after: { type: GraphQLString, description: 'The `endCursor` of the page before' },
}

/** The connection types of an item, by Relay's rules. */
export class Connections {
  readonly #made = new Map<string, GraphQLObjectType>()

  of(name: string, item: GraphQLOutputType): GraphQLObjectType {
    const before = this.#made.get(name)
    if (before) return before
    const edge = new GraphQLObjectType({ name: `${name}Edge`, fields: { node: { type: new GraphQLNonNull(item) }, cursor: { type: GraphQLString, description: 'Only the last edge of a page has one' } } })
    const type = new GraphQLObjectType({
      name: `${name}Connection`,
      fields: { edges: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(edge))) }, pageInfo: { type: new GraphQLNonNull(PageInfo) } },
    })
    this.#made.set(name, type)
    return type
  }
}

/** A page's input from the arguments of a connection. Throws `invalid-request`. */
export function pageInput({ first, after, ...filters }: Record<string, unknown>): Record<string, unknown> {
  if (typeof first !== 'number' || first < 1 || first > 100) throw invalid('first', 'This must be between 1 and 100.')
  return { limit: first, ...(after != null && { cursor: after }), ...given(filters) }
}

/** A page as connection. */
export function connectionOf({ items, nextCursor }: { items?: unknown[]; nextCursor?: string | null }, after: unknown) {
  const nodes = items ?? []
  return {
    edges: nodes.map((node, at) => ({ node, cursor: at === nodes.length - 1 ? nextCursor : null })),
    pageInfo: { hasNextPage: nextCursor != null, hasPreviousPage: after != null, startCursor: null, endCursor: nextCursor ?? null },
  }
}

/** Arguments without those that were left out or null. */
export const given = (values: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(values).filter(([, value]) => value != null))
