/*
 * Reads an OpenAPI document as a list of endpoints. The SDK, and the CLI with it, are written from this list; nothing of it is published.
 */

export interface Schema {
  $ref?: string
  type?: string | string[]
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: unknown[]
  const?: unknown
  oneOf?: Schema[]
  anyOf?: Schema[]
  allOf?: Schema[]
  additionalProperties?: boolean | Schema
  writeOnly?: boolean
  [keyword: string]: unknown
}

export interface Parameter { name: string; in: string; required?: boolean; description?: string; schema?: Schema }

interface Media { content?: Record<string, { schema?: Schema }> }
interface OperationObject {
  operationId?: string
  summary?: string
  description?: string
  parameters?: (Parameter | { $ref: string })[]
  requestBody?: Media & { required?: boolean }
  responses?: Record<string, Media>
}
export interface OpenApiDocument {
  paths?: Record<string, Record<string, unknown>>
  components?: { schemas?: Record<string, Schema>; parameters?: Record<string, Parameter> }
}

export interface Endpoint {
  /** `hubScale`. */
  id: string
  /** `hub`. */
  noun: string
  /** `hubs`. */
  plural: string
  /** `scale`. */
  verb: string
  summary: string
  description: string
  method: string
  path: string
  params: string[]
  /** Query parameters that are part of the input; `validateOnly` and `savePlan` are not. */
  query: Parameter[]
  body: { schema: Schema; required: boolean } | null
  /** Its body is a file. */
  takesFile: boolean
  /** `operation` answers 202; `list` answers pages; `file` answers no JSON, mostly what another operation answers in another form. */
  kind: 'operation' | 'list' | 'answer' | 'file'
  answer: Schema
  /** The status that `answer` comes with. */
  status: number
  /** Whether it can be asked what it would do. */
  plans: boolean
  /** Whether a plan of it can be saved. */
  savesPlans: boolean
  /** Whether it heeds If-Match. */
  conditional: boolean
}

/** Every endpoint that answers JSON or a file and has an operationId made of a noun of its path and a verb, in the order of the document. */
export function endpointsOf(document: OpenApiDocument): Endpoint[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    ['get', 'post', 'put', 'patch', 'delete'].flatMap((method) => {
      const operation = item[method] as OperationObject | undefined
      const endpoint = operation && endpointOf(document, path, method, operation)
      return endpoint ? [endpoint] : []
    }))
}

function endpointOf(document: OpenApiDocument, path: string, method: string, operation: OperationObject): Endpoint | null {
  const named = nameOf(path, operation.operationId ?? '')
  if (!named) return null
  const parameters = (operation.parameters ?? []).map((parameter) => ('$ref' in parameter ? document.components!.parameters![lastOf(parameter.$ref)]! : parameter))
  const query = parameters.filter((parameter) => parameter.in === 'query')
  const body = jsonOf(operation.requestBody)
  const status = [202, 201, 200].find((each) => jsonOf(operation.responses?.[each]) ?? fileOf(operation.responses?.[each]))
  if (status === undefined) return null
  const media = operation.responses![status]!
  const answer = withoutPlan(jsonOf(media) ?? fileOf(media)!)
  return {
    ...named,
    summary: operation.summary ?? '', description: operation.description ?? '',
    method: method.toUpperCase(), path,
    params: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!),
    query: query.filter(({ name }) => !options.includes(name)),
    body: body && { schema: body, required: operation.requestBody?.required ?? false },
    takesFile: operation.requestBody?.content?.['application/octet-stream'] !== undefined,
    kind: !jsonOf(media) ? 'file' : status === 202 ? 'operation' : isPage(resolve(document, answer)) ? 'list' : 'answer',
    answer,
    status,
    plans: query.some(({ name }) => name === 'validateOnly'),
    savesPlans: query.some(({ name }) => name === 'savePlan'),
    conditional: parameters.some(({ name }) => name === 'If-Match'),
  }
}

const options = ['validateOnly', 'savePlan']

/** `hubScale` below `/hubs` is the noun hub and the verb scale. */
function nameOf(path: string, id: string): Pick<Endpoint, 'id' | 'noun' | 'plural' | 'verb'> | null {
  const plural = path.split('/').reverse().map((segment) => camelOf(segment.replace(/\.[a-z.]+$/, ''))).find((segment) => /^[a-zA-Z]+$/.test(segment) && id.startsWith(singularOf(segment)) && /^[A-Z]/.test(id.slice(singularOf(segment).length)))
  if (!plural) return null
  const noun = singularOf(plural)
  const rest = id.slice(noun.length)
  return { id, noun, plural, verb: rest.charAt(0).toLowerCase() + rest.slice(1) }
}

const singularOf = (plural: string): string => plural.replace(/ies$/, 'y').replace(/s$/, '')

/** `machine-types` of a path is the noun machineType. */
const camelOf = (segment: string): string => segment.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

const jsonOf = (media: Media | undefined): Schema | null => media?.content?.['application/json']?.schema ?? null

/** What is read whole and is no JSON; a stream of events has no end. */
const fileOf = (media: Media | undefined): Schema | null => Object.entries(media?.content ?? {}).find(([type]) => !/json$|^text\/event-stream$/.test(type))?.[1].schema ?? null

/** A change that is done at once answers 200 with its answer or, under `validateOnly`, with the plan. */
const withoutPlan = (schema: Schema): Schema => schema.anyOf?.find(({ $ref }) => $ref && lastOf($ref) !== 'Plan') ?? schema

const isPage = (schema: Schema): boolean => Boolean(schema.properties?.['items'] && schema.properties['nextCursor'])

/** The schema itself where a `$ref` into the components names it. */
export function resolve(document: OpenApiDocument, schema: Schema): Schema {
  return schema.$ref ? resolve(document, document.components!.schemas![lastOf(schema.$ref)]!) : schema
}

export const lastOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1)
