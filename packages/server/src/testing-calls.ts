/** One call of an endpoint, said in REST and in GraphQL, so that tests can hold both to the same answer. */
import { getNamedType, isObjectType, type GraphQLField } from 'graphql'
import { queries, verbs, type Params } from '@hubfleet/control'
import { endpointsOf, fillPath, type Endpoint } from './endpoints.ts'
import { graphqlSchema, queryName } from './graphql/schema.ts'
import type { Answer, Who, World } from './testing.ts'

/** For its types only: nothing is resolved by it. */
const schema = graphqlSchema({} as never, {} as never, endpointsOf(verbs, queries))

export interface EndpointCall {
  params?: Params
  input?: Record<string, unknown>
  /** Of a verb that takes one. */
  file?: string
  validateOnly?: boolean
  idempotencyKey?: string
  ifMatch?: string
}

export function callRest(world: World, who: Who, endpoint: Endpoint, { params = {}, input, file, validateOnly, idempotencyKey, ifMatch }: EndpointCall): Promise<Answer> {
  const inQuery = endpoint.method === 'GET' || endpoint.method === 'DELETE' || file !== undefined
  const query = new URLSearchParams({ ...(inQuery && (input as Record<string, string> | undefined)), ...(validateOnly && { validateOnly: 'true' }) })
  const headers = { ...(idempotencyKey && { 'idempotency-key': idempotencyKey }), ...(ifMatch && { 'if-match': ifMatch }) }
  return world.request(who, endpoint.method, `${fillPath(endpoint.path, params)}?${query}`, file ?? (inQuery ? undefined : input), headers)
}

/** The name of the field that an endpoint has in GraphQL. */
export const fieldName = (endpoint: Endpoint): string => (endpoint.kind === 'verb' ? endpoint.id : queryName(endpoint))

/** `selection` says what is asked of the answer; the whole document has one field. */
export function callGraphql(world: World, who: Who, endpoint: Endpoint, { params, input, ...options }: EndpointCall, selection = '__typename'): Promise<Answer> {
  const field = (endpoint.kind === 'verb' ? schema.getMutationType() : schema.getQueryType())!.getFields()[fieldName(endpoint)]!
  const takesInput = field.args.some(({ name }) => name === 'input')
  const values: Record<string, unknown> = { ...params, ...options, ...(takesInput ? { input } : input), ...(isConnection(field) && { first: 10 }) }
  const args = field.args.filter(({ name }) => values[name] !== undefined)
  const declared = args.length > 0 ? `(${args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')})` : ''
  const given = args.length > 0 ? `(${args.map(({ name }) => `${name}: $${name}`).join(', ')})` : ''
  const variables = Object.fromEntries(args.map(({ name }) => [name, values[name]]))
  return world.graphql(who, `${endpoint.kind === 'verb' ? 'mutation' : 'query'} ${declared} { answer: ${field.name}${given} { ${selection} } }`, variables)
}

/** The problem that an answer of GraphQL holds, as REST would tell it; undefined where there is none. */
export function problemOf({ body }: Answer): { code: string; status: number; [member: string]: unknown } | undefined {
  const [error] = body.errors ?? []
  return error ? { detail: error.message, ...error.extensions } : body.code ? body : undefined
}

const isConnection = ({ type }: GraphQLField<unknown, unknown>): boolean => {
  const named = getNamedType(type)
  return isObjectType(named) && 'pageInfo' in named.getFields()
}
