import { endpointsOf, resolve, type Endpoint, type OpenApiDocument, type Parameter, type Schema } from '@hubfleet/sdk/generate'
import type { ApiCommand, FieldType, Flag } from './api-command.ts'
import { referenceOf } from './reference.ts'
import { rolePage } from './register/role-page.ts'

const header = '// Generated from openapi/openapi.json by `npm run generate`; changes here are lost.\n'

/** The generated files of this package, by their path from the repository's root: the table of commands, and the pages about them and about the role. */
export function generateCli(document: OpenApiDocument): Record<string, string> {
  const endpoints = endpointsOf(document)
  const commands = endpoints.flatMap((endpoint) => (endpoint.kind === 'file' ? [] : [commandOf(document, { ...endpoint, kind: endpoint.kind }, endpoints.filter((other) => isFileOf(other, endpoint)))]))
  return {
    'packages/cli/src/generated/commands.ts': `${header}import type { ApiCommand } from '../api-command.ts'\n\nexport const commands: ApiCommand[] = ${JSON.stringify(commands, null, 2)}\n`,
    'docs/reference/cli.md': referenceOf(commands),
    'docs/reference/cluster-role.md': rolePage(),
  }
}

/** `costs.svg` is a form of what `costs` answers. */
const isFileOf = (file: Endpoint, { path, method }: Endpoint): boolean => file.kind === 'file' && file.method === method && file.path.startsWith(`${path}.`)

function commandOf(document: OpenApiDocument, endpoint: Endpoint & { kind: ApiCommand['kind'] }, files: Endpoint[]): ApiCommand {
  const { id, noun, plural, verb, summary, description, method, path, kind, plans, savesPlans, conditional, params } = endpoint
  const query = endpoint.query.filter(({ name }) => kind !== 'list' || !pageParameters.has(name))
  const schema = endpoint.body ? resolve(document, endpoint.body.schema) : fromQuery(query)
  const fields: ApiCommand['fields'] = {}
  const secrets: string[] = []
  walk(document, schema, '', fields, secrets)
  return {
    id, noun, plural, verb, summary, description, method, path, kind, plans, savesPlans, conditional, params,
    input: endpoint.body ? 'body' : query.length > 0 ? 'query' : null,
    flags: flagsOf(document, schema), fields, secrets,
    ...(files.length > 0 && { files: Object.fromEntries(files.map((file) => [file.path.slice(path.length + 1), fileOf(document, endpoint, file)])) }),
  }
}

function fileOf(document: OpenApiDocument, { query }: Endpoint, file: Endpoint): NonNullable<ApiCommand['files']>[string] {
  const known = new Set(query.map(({ name }) => name))
  return { path: file.path, flags: flagsOf(document, fromQuery(file.query.filter(({ name }) => !known.has(name)))) }
}

/** The command line walks through the pages by itself. */
const pageParameters = new Set(['limit', 'cursor'])

/** Query parameters as the object that they stand for. */
const fromQuery = (query: Parameter[]): Schema => ({
  type: 'object',
  properties: Object.fromEntries(query.map(({ name, description, schema }) => [name, { ...schema, ...(description && { description }) }])),
  required: query.filter(({ required }) => required).map(({ name }) => name),
})

function flagsOf(document: OpenApiDocument, schema: Schema): Flag[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const found = inner(document, property)
    const repeated = typeOf(found) === 'list'
    const item = repeated ? inner(document, found.items ?? {}) : found
    const type = typeOf(item)
    if (name === 'confirm' || type === 'any' || type === 'list' || found.writeOnly || property.writeOnly) return []
    const values = choicesOf(item)
    const description = property.description ?? found.description ?? ''
    return [{ name, type, description, required: schema.required?.includes(name) ?? false, ...(repeated && { repeated }), ...(isNullable(property) && { nullable: true }), ...(values && { values }) }]
  })
}

/** Records the type of every leaf below a schema, and which of them are secrets. */
function walk(document: OpenApiDocument, schema: Schema, path: string, fields: ApiCommand['fields'], secrets: string[]): void {
  const found = inner(document, schema)
  if (found.writeOnly && typeOf(found) !== 'list') secrets.push(path)
  const branches = [...(found.oneOf ?? []), ...(found.anyOf ?? [])].map((branch) => inner(document, branch)).filter(({ properties }) => properties)
  const properties = [found, ...branches].flatMap((each) => Object.entries(each.properties ?? {}))
  if (properties.length === 0 && path) fields[path] = typeOf(found)
  for (const [name, property] of properties) {
    const below = path ? `${path}.${name}` : name
    if (!(below in fields)) walk(document, property, below, fields, secrets)
  }
}

const isNullable = ({ type, anyOf }: Schema): boolean => [type].flat().includes('null') || Boolean(anyOf?.some((each) => each.type === 'null'))

/** The schema behind a reference, and of a nullable one what it is when it is there. */
function inner(document: OpenApiDocument, schema: Schema): Schema {
  const found = resolve(document, schema)
  const present = found.anyOf?.filter(({ type }) => type !== 'null')
  return present?.length === 1 ? inner(document, present[0]!) : found
}

function typeOf({ type, anyOf, enum: members, const: only }: Schema): FieldType {
  const named = [type].flat().find((each) => each !== 'null')
  if (named === 'string' || named === 'integer' || named === 'number' || named === 'boolean') return named
  if (named === 'array') return 'list'
  if (members || only !== undefined || (anyOf && anyOf.every((each) => typeof each.const === 'string'))) return 'string'
  return 'any'
}

function choicesOf({ enum: members, anyOf }: Schema): string[] | null {
  const values = members ?? anyOf?.map((each) => each.const)
  return values?.every((value) => typeof value === 'string') ? values : null
}
