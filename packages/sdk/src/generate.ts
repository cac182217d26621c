import openapiTS, { astToString } from 'openapi-typescript'
import { endpointsOf, lastOf, resolve, type Endpoint, type OpenApiDocument, type Schema } from './document.ts'

export { endpointsOf, lastOf, resolve, type Endpoint, type OpenApiDocument, type Parameter, type Schema } from './document.ts'

const header = '// Generated from openapi/openapi.json by `npm run generate`; changes here are lost.\n'

/** The generated files of this package, by their path from the repository's root. */
export async function generateSdk(document: OpenApiDocument): Promise<Record<string, string>> {
  const endpoints = endpointsOf(document)
  const types = astToString(await openapiTS(structuredClone(document) as Parameters<typeof openapiTS>[0], { alphabetize: false, defaultNonNullable: false, rootTypes: true, rootTypesNoSchemaPrefix: true }))
  return {
    'packages/sdk/src/generated/schema.ts': `${header}\n${types}`,
    'packages/sdk/src/generated/operations.ts': header + operationsFile(endpoints),
    'packages/sdk/src/generated/resources.ts': header + resourcesFile(document, endpoints),
  }
}

function operationsFile(endpoints: Endpoint[]): string {
  const rows = endpoints.map(({ id, noun, verb, method, path, kind }) =>
    `  ${id}: { noun: '${noun}', verb: '${verb}', method: '${method}', path: '${path}', kind: '${kind}' },`)
  return `\n/** Every operation of the API. */\nexport const operations = {\n${rows.join('\n')}\n} as const\n`
}

function resourcesFile(document: OpenApiDocument, endpoints: Endpoint[]): string {
  const names = new Set<string>()
  const byNoun = Map.groupBy(endpoints, ({ plural }) => plural)
  const classes = [...byNoun].map(([plural, members]) => `export class ${className(plural)} extends Resource {\n${members.map((each) => methodOf(document, each, names)).join('\n\n')}\n}`)
  const nouns = [...byNoun.keys()]
  return `
import type { List } from '../list.ts'
import type { OperationPromise } from '../operation.ts'
import { Resource, type PlanOptions, type QueryOf } from '../resource.ts'
import type { CallOptions, ChangeOptions, Transport } from '../transport.ts'
import { operations as routes } from './operations.ts'
import type { ${[...names].sort().join(', ')} } from './schema.ts'

${classes.join('\n\n')}

/** Everything that a client can speak of. */
export class Resources {
${nouns.map((plural) => `  readonly ${plural}: ${className(plural)}`).join('\n')}

  constructor(transport: Transport) {
${nouns.map((plural) => `    this.${plural} = new ${className(plural)}(transport)`).join('\n')}
  }
}
`
}

/** Noun `hubs` has the class Hubs. */
const className = (plural: string): string => plural.charAt(0).toUpperCase() + plural.slice(1)

function methodOf(document: OpenApiDocument, endpoint: Endpoint, names: Set<string>): string {
  const { id, verb, params, kind, method } = endpoint
  const input = inputOf(document, endpoint, names)
  const path = params.length > 0 ? [`params: { ${params.map((name) => `${name}: string`).join('; ')} }`] : []
  const given = input ? [`input: ${input.type}${input.optional ? ' = {}' : ''}`] : []
  const sent = `{ ${[...(params.length > 0 ? ['params'] : []), ...(input ? [`${input.place}: input`] : [])].join(', ')} }`.replace('{  }', '{}')
  const doc = docOf(endpoint)
  const simple = (call: string, result: string, options: string) =>
    `${doc}\n  ${verb}(${[...path, ...given, `options: ${options} = {}`].join(', ')}): ${result} {\n    return this.${call}(routes.${id}, ${sent}, options)\n  }`

  if (kind === 'file') {
    const asked = endpoint.body ? [`query: QueryOf<'${id}'> = {}`] : []
    return `${doc}\n  ${verb}(${[...path, ...given, ...asked, 'options: CallOptions = {}'].join(', ')}): Promise<Response> {\n    return this.file(routes.${id}, ${sent.replace(' }', asked.length > 0 ? ', query }' : ' }')}, options)\n  }`
  }
  if (kind === 'list') {
    const item = typeOf(itemOf(document, endpoint), names) ?? 'unknown'
    return simple('pages', `List<${item}>`, 'CallOptions')
  }
  const result = kind === 'operation' ? 'OperationPromise' : `Promise<${answerTypeOf(endpoint, names)}>`
  const call = kind === 'operation' ? 'operation' : 'answer'
  if (!endpoint.plans) return simple(call, result, method === 'GET' ? 'CallOptions' : 'ChangeOptions')
  names.add('Plan')
  const optional = input ? [`input${input.optional ? '?' : ''}: ${input.type}`] : []
  return `  /** What \`${verb}\` would do; nothing happens. */
  ${verb}(${[...path, ...(input ? [`input: ${input.type}`] : []), 'options: PlanOptions'].join(', ')}): Promise<Plan>
${doc}
  ${verb}(${[...path, ...optional, 'options?: ChangeOptions'].join(', ')}): ${result}
  ${verb}(${[...path, ...given, 'options: ChangeOptions | PlanOptions = {}'].join(', ')}): ${unionWithPlan(result)} {
    return this.${call}(routes.${id}, ${sent}, options)
  }`
}

const unionWithPlan = (result: string): string => (result === 'OperationPromise' ? 'OperationPromise | Promise<Plan>' : result.replace(/>$/, ' | Plan>'))

const docOf = ({ summary, description }: Endpoint): string =>
  `  /** ${[summary, description].filter(Boolean).map((text) => text.replaceAll('*/', '* /').replace(/([^.])$/, '$1.')).join(' ')} */`

interface Input { type: string; optional: boolean; place: 'body' | 'query' }

/** What a method takes as its input, and where it is sent. Null where the call has none. */
function inputOf(document: OpenApiDocument, { id, body, query }: Endpoint, names: Set<string>): Input | null {
  if (body) {
    const schema = resolve(document, body.schema)
    if (isEmpty(schema)) return null
    const name = typeOf(body.schema, names)
    if (!name) names.add('operations')
    return { type: name ?? `NonNullable<operations['${id}']['requestBody']>['content']['application/json']`, optional: isOptional(schema), place: 'body' }
  }
  if (query.length === 0) return null
  return { type: `QueryOf<'${id}'>`, optional: !query.some(({ required }) => required), place: 'query' }
}

function answerTypeOf({ id, answer, status }: Endpoint, names: Set<string>): string {
  const name = typeOf(answer, names)
  if (name) return name
  names.add('operations')
  return `operations['${id}']['responses'][${status}]['content']['application/json']`
}

const isEmpty = ({ type, properties, additionalProperties }: Schema): boolean => type === 'object' && additionalProperties === false && Object.keys(properties ?? {}).length === 0

const isOptional = ({ type, required = [] }: Schema): boolean => type === 'object' && required.length === 0

const itemOf = (document: OpenApiDocument, { answer }: Endpoint): Schema => resolve(document, answer).properties!['items']!.items!

/** The name of a schema among the generated types; null for one without a name. */
function typeOf({ $ref }: Schema, names: Set<string>): string | null {
  if (!$ref) return null
  names.add(lastOf($ref))
  return lastOf($ref)
}
