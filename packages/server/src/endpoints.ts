import { nouns, operationId, type Noun, type Query, type Verb } from '@hubfleet/control'

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** An address of the API, as the declaration of its verb or query gives it. */
export type Endpoint = VerbEndpoint | QueryEndpoint
export interface VerbEndpoint extends Addressed { kind: 'verb'; verb: Verb }
export interface QueryEndpoint extends Addressed { kind: 'query'; query: Query }

interface Addressed {
  /** The operationId. */
  id: string
  method: Method
  /** As in OpenAPI: `/v1/tenants/{tenant}/hubs/{hub}/scale`. */
  path: string
  noun: Noun
  /** Names of the path's parameters, in their order. */
  params: Noun[]
}

/** Every address, from the lists of verbs and queries. Two that meet are a fault of the declarations, which throws. */
export function endpointsOf(verbs: readonly Verb[], queries: readonly Query[]): Endpoint[] {
  const endpoints: Endpoint[] = [
    ...verbs.map((verb) => ({ ...addressOf(verb, verbAddress(verb)), kind: 'verb' as const, verb })),
    ...queries.map((query) => ({ ...addressOf(query, queryAddress(query)), kind: 'query' as const, query })),
  ]
  const seen = new Set<string>()
  for (const { method, path } of endpoints) {
    if (seen.has(`${method} ${path}`)) throw new Error(`Two operations are declared for ${method} ${path}`)
    seen.add(`${method} ${path}`)
  }
  return endpoints
}

/** The address of one item of a noun, with its parameters open. */
export const itemPath = (noun: Noun): string => `${nouns[noun].path}/{${noun}}`

/** Fills the parameters of a path. */
export const fillPath = (path: string, params: Partial<Record<string, string>>): string => path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))

interface Address { method: Method; path: string }

function verbAddress({ noun, verb }: Verb): Address {
  switch (verb) {
    case 'create': return { method: 'POST', path: nouns[noun].path }
    case 'update': return { method: 'PATCH', path: itemPath(noun) }
    case 'delete': return { method: 'DELETE', path: itemPath(noun) }
    default: return { method: 'POST', path: `${itemPath(noun)}/${kebab(verb)}` }
  }
}

/** A query named `create` computes from a document and stores nothing, such as an estimate, and a `report` sums up many items: both are asked of the collection. */
function queryAddress({ noun, verb, post }: Query): Address {
  switch (verb) {
    case 'list': return { method: 'GET', path: nouns[noun].path }
    case 'get': return { method: 'GET', path: itemPath(noun) }
    case 'create': return { method: 'POST', path: nouns[noun].path }
    case 'report': return { method: 'GET', path: nouns[noun].path }
    default: return { method: post ? 'POST' : 'GET', path: `${itemPath(noun)}/${kebab(verb)}` }
  }
}

/** A verb of two words has a hyphen in its address. */
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

function addressOf(declaration: Verb | Query, address: Address) {
  const params = [...address.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as Noun)
  return { id: operationId(declaration), noun: declaration.noun, params, ...address }
}
