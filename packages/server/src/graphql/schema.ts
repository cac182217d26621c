import { GraphQLBoolean, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString, type GraphQLFieldConfig, type GraphQLFieldConfigArgumentMap, type GraphQLFieldConfigMap } from 'graphql'
import { execute, nouns, OperationSchema, PlanSchema, showOperation, type Control, type Params } from '@hubfleet/control'
import { nodeOf, type Node } from '@hubfleet/core'
import { idempotencyKeyOf, revisionOf, savePlanWords } from '../call-options.ts'
import type { Changes } from '../changes.ts'
import type { Endpoint, QueryEndpoint, VerbEndpoint } from '../endpoints.ts'
import { askedOf } from './asked.ts'
import { readOrWait } from '../wait.ts'
import type { GraphqlContext } from './context.ts'
import { connectionOf, Connections, given, pageArguments, pageInput } from './connection.ts'
import { nestedFields } from './nested.ts'
import { capitalized, Types } from './types.ts'

type Field = GraphQLFieldConfig<unknown, GraphqlContext>

/** The schema with its resolvers, from the same declarations as REST: a field per query and a mutation per verb. */
export function graphqlSchema(control: Control, changes: Changes, endpoints: readonly Endpoint[]): GraphQLSchema {
  const types: Types<GraphqlContext> = new Types(nestedFields(() => types))
  const connections = new Connections()
  const queries: GraphQLFieldConfigMap<unknown, GraphqlContext> = {}
  const mutations: GraphQLFieldConfigMap<unknown, GraphqlContext> = {}
  for (const endpoint of endpoints) {
    if (endpoint.kind === 'verb') mutations[endpoint.id] = mutationField(control, types, endpoint)
    else queries[queryName(endpoint)] = queryField(control, changes, types, connections, endpoint)
  }
  return new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: queries }),
    mutation: new GraphQLObjectType({ name: 'Mutation', fields: mutations, description: 'One field per document; each answers like its REST twin' }),
  })
}

/** `hub`, `hubs`, and the operationId for every other query. */
export function queryName({ id, noun, query }: QueryEndpoint): string {
  return query.verb === 'get' ? noun : query.verb === 'list' ? nouns[noun].plural : id
}

/** What fields weigh, of queries that say so. */
export const weightsOf = (endpoints: readonly Endpoint[]): Map<string, number> =>
  new Map(endpoints.flatMap((endpoint) => (endpoint.kind === 'query' && endpoint.query.weight ? [[queryName(endpoint), endpoint.query.weight]] : [])))

function queryField(control: Control, changes: Changes, types: Types<GraphqlContext>, connections: Connections, endpoint: QueryEndpoint): Field {
  const { query, id } = endpoint
  const answer = nodeOf(query.answer)
  const item = pageItem(answer)
  const inputNode = nodeOf(query.input)
  const { limit: _, cursor: __, ...filters } = inputNode.properties ?? {}
  const args: GraphQLFieldConfigArgumentMap = query.post
    ? { input: { type: new GraphQLNonNull(types.input(inputNode, capitalized(id))) } }
    : types.inputFields({ ...inputNode, properties: item ? filters : (inputNode.properties ?? {}) }, capitalized(id))
  return {
    description: query.summary,
    args: { ...pathArguments(endpoint), ...(item && pageArguments), ...args },
    type: item ? connections.of(item.$id ?? capitalized(id), types.output(item, `${capitalized(id)}Item`)) : types.output(answer, capitalized(id)),
    async resolve(_source, values, { caller, closed }, info) {
      const { params, rest } = split(endpoint, values)
      const input = item ? pageInput(rest) : query.post ? rest['input'] : given(rest)
      const result = await readOrWait(control, changes, query, { caller, params, input, ...(query.weight && { asked: askedOf(info) }) }, closed)
      return item ? connectionOf(result, rest['after']) : result
    },
  }
}

function mutationField(control: Control, types: Types<GraphqlContext>, endpoint: VerbEndpoint): Field {
  const { verb, id } = endpoint
  const inputNode = nodeOf(verb.input)
  const hasInput = Object.keys(inputNode.properties ?? {}).length > 0 || inputNode.oneOf !== undefined
  const inputType = hasInput && types.input(inputNode, capitalized(id))
  return {
    description: verb.description ? `${verb.summary}. ${verb.description}` : verb.summary,
    args: {
      ...pathArguments(endpoint),
      ...(inputType && { input: { type: inputNode.required?.length ? new GraphQLNonNull(inputType) : inputType } }),
      idempotencyKey: { type: GraphQLString, description: 'The same change sent twice with the same key happens once' },
      ifMatch: { type: GraphQLString, description: 'Only if this is still the revision, such as "r12"' },
      validateOnly: { type: GraphQLBoolean, description: 'Answers the plan and changes nothing' },
      ...(verb.plannable && { savePlan: { type: GraphQLBoolean, description: savePlanWords } }),
    },
    type: outcomeType(types, verb.answer && nodeOf(verb.answer), id),
    async resolve(_source, values, { caller }) {
      const { params, rest: { input = {}, idempotencyKey, ifMatch, validateOnly, savePlan } } = split(endpoint, values)
      const outcome = await execute(control, verb, {
        caller, params, input: input ?? {}, validateOnly: validateOnly === true, savePlan: savePlan === true,
        idempotencyKey: idempotencyKeyOf(idempotencyKey as string | null | undefined), ifMatch: revisionOf(ifMatch as string | null | undefined),
      })
      switch (outcome.kind) {
        case 'plan': return { plan: outcome.plan, replayed: false }
        case 'answer': return { result: outcome.answer, replayed: outcome.replayed }
        case 'operation': return { operation: showOperation(outcome.operation), replayed: outcome.replayed }
      }
    },
  }
}

const outcomes = new WeakMap<Types<GraphqlContext>, Map<string, GraphQLObjectType>>()

/** What a mutation answers: the operation or the result, or under `validateOnly` the plan. */
function outcomeType(types: Types<GraphqlContext>, answer: Node | undefined, id: string): GraphQLObjectType {
  const name = `${answer ? (answer.$id ?? capitalized(id)) : 'Operation'}Outcome`
  const made = outcomes.get(types) ?? new Map<string, GraphQLObjectType>()
  outcomes.set(types, made)
  const type = made.get(name) ?? new GraphQLObjectType({
    name,
    fields: () => ({
      ...(answer ? { result: { type: types.output(answer, `${capitalized(id)}Result`) } } : { operation: { type: types.output(nodeOf(OperationSchema), 'Operation') } }),
      plan: { type: types.output(nodeOf(PlanSchema), 'Plan'), description: 'Under `validateOnly`' },
      replayed: { type: new GraphQLNonNull(GraphQLBoolean), description: 'It is the answer of an earlier call with the same idempotencyKey' },
    }),
  })
  made.set(name, type)
  return type
}

const pathArguments = ({ params }: Endpoint): GraphQLFieldConfigArgumentMap =>
  Object.fromEntries(params.map((name) => [name, { type: new GraphQLNonNull(GraphQLString), description: 'Id or name' }]))

function split({ params: names }: Endpoint, values: Record<string, unknown>): { params: Params; rest: Record<string, unknown> } {
  const rest = { ...values }
  const params: Params = {}
  for (const name of names) {
    params[name] = rest[name] as string
    delete rest[name]
  }
  return { params, rest }
}

/** The schema of a page's items; null when the answer is no page. */
const pageItem = ({ properties = {} }: Node): Node | null => (properties['nextCursor'] && properties['items']?.items) || null
