import { nouns, OperationSchema, PlanSchema, ProblemSchema } from '@hubfleet/control'
import { nodeOf, type Node } from '@hubfleet/core'
import type { TSchema } from 'typebox'
import type { Endpoint } from '../endpoints.ts'
import { formEndpointsOf, type FormEndpoint } from '../forms/endpoints.ts'
import { Components } from './components.ts'
import { asStream, streamPaths, utilityPaths } from './fixed-paths.ts'
import { headers, parameters } from './shared.ts'
import { webhookItems } from './webhooks.ts'

type Json = Record<string, unknown>

/** The OpenAPI 3.1 document of the whole API. */
export function openApiDocument(endpoints: readonly Endpoint[]): Json {
  const components = new Components()
  const paths: Record<string, Json> = { ...utilityPaths(), ...streamPaths(components) }
  for (const answer of [ProblemSchema, PlanSchema, ...endpoints.flatMap(answersOf)]) components.addAnswered(answer)
  for (const endpoint of endpoints) paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation(endpoint, components) }
  const events = paths[nouns.event.path]!
  events['get'] = asStream(events['get'] as Json, components)
  for (const form of formEndpointsOf(endpoints)) paths[form.path] = { [form.method.toLowerCase()]: formOperation(form, components) }
  const webhooks = webhookItems(endpoints.filter((endpoint) => endpoint.kind === 'verb'), components)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hubfleet', version: '1.0.0', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: 'Fleets of JupyterHubs through an API. What takes time answers 202 with an operation; every error is a problem (RFC 9457) with a code, and says what to do next.',
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }],
    tags: Object.entries(nouns).map(([name, { description }]) => ({ name, description })),
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    webhooks,
    components: {
      schemas: Object.fromEntries(Object.entries(components.schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
      parameters, headers,
      responses: { Problem: { description: 'A problem', headers: { 'x-request-id': header('RequestId') }, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } } },
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'A key of `hubfleet key create`' } },
    },
  }
}

function operation(endpoint: Endpoint, components: Components): Json {
  const declared = endpoint.kind === 'verb' ? endpoint.verb : endpoint.query
  const fromBody = hasBody(endpoint)
  const file = endpoint.kind === 'verb' && endpoint.verb.upload
  return {
    operationId: endpoint.id,
    summary: declared.summary,
    ...(declared.description && { description: declared.description }),
    tags: [endpoint.noun],
    parameters: [...pathParameters(endpoint), ...(fromBody ? [] : queryParameters(declared.input, components)), ...optionParameters(endpoint)],
    ...(file && { requestBody: { required: true, description: 'The file as it is', content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } } }),
    ...(fromBody && { requestBody: requestBody(endpoint, components.addSent(declared.input)) }),
    responses: { ...responses(endpoint, components), default: { $ref: '#/components/responses/Problem' } },
  }
}

/** The same as the query's, but for what it answers. */
function formOperation(endpoint: FormEndpoint, components: Components): Json {
  const { id, noun, query, form, parameters } = endpoint
  const common = { 'x-request-id': header('RequestId'), RateLimit: header('RateLimit') }
  return {
    operationId: id, summary: `${query.summary}, ${form.title}`, tags: [noun],
    parameters: [...pathParameters(endpoint), ...queryParameters(parameters, components)],
    ...(query.post && { requestBody: { required: true, content: json(components.addSent(query.input)) } }),
    responses: { 200: { description: query.summary, headers: common, content: { [form.type]: { schema: { type: 'string' } } } }, default: { $ref: '#/components/responses/Problem' } },
  }
}

const answersOf = (endpoint: Endpoint): TSchema[] => (endpoint.kind === 'query' ? [endpoint.query.answer] : endpoint.verb.answer ? [endpoint.verb.answer] : [])

/** A delete takes its input as query parameters, too; that is the form that is documented, since many clients send no body with it. */
const hasBody = (endpoint: Endpoint): boolean => endpoint.method !== 'GET' && endpoint.method !== 'DELETE' && !(endpoint.kind === 'verb' && endpoint.verb.upload) && Object.keys(nodeOf(endpoint.kind === 'verb' ? endpoint.verb.input : endpoint.query.input).properties ?? {}).length > 0

function requestBody(endpoint: Endpoint, schema: Node): Json {
  const content: Json = { 'application/json': { schema } }
  if (endpoint.method === 'PATCH') content['application/merge-patch+json'] = { schema }
  const input = nodeOf(endpoint.kind === 'verb' ? endpoint.verb.input : endpoint.query.input)
  return { required: (input.required?.length ?? 0) > 0, content }
}

const pathParameters = ({ params }: Pick<Endpoint, 'params'>): Json[] => params.map((name) => ({ name, in: 'path', required: true, description: `Id or name of the ${name}`, schema: { type: 'string' } }))

const queryParameters = (input: TSchema, components: Components): Json[] => Object.entries(nodeOf(input).properties ?? {}).map(([name, property]) => ({
  name, in: 'query', required: nodeOf(input).required?.includes(name) ?? false, ...(property.description && { description: property.description }), schema: components.addSent(property as unknown as TSchema),
}))

function optionParameters(endpoint: Endpoint): Json[] {
  if (endpoint.kind === 'query') return []
  const { verb } = endpoint
  const ifMatch = verb.revision ? [parameters.IfMatch] : []
  const savePlan = verb.plannable ? [{ $ref: '#/components/parameters/SavePlan' }] : []
  return [{ $ref: '#/components/parameters/ValidateOnly' }, ...savePlan, { $ref: '#/components/parameters/IdempotencyKey' }, ...ifMatch]
}

function responses(endpoint: Endpoint, components: Components): Json {
  const common = { 'x-request-id': header('RequestId'), RateLimit: header('RateLimit') }
  if (endpoint.kind === 'query') {
    const { query } = endpoint
    return { 200: { description: query.summary, headers: { ...common, ...(query.revision && { ETag: header('ETag') }), ...(endpoint.id === 'operationGet' && { 'Retry-After': header('RetryAfter') }) }, content: json(components.addAnswered(query.answer)) } }
  }
  const { verb } = endpoint
  const plan = components.addAnswered(PlanSchema)
  const replayed = { 'Idempotency-Replayed': header('IdempotencyReplayed') }
  const planned = { description: 'The plan, under `validateOnly`', headers: common, content: json(plan) }
  if (!verb.answer) {
    const links = { 'Operation-Location': header('OperationLocation'), Location: header('Location'), 'Retry-After': header('RetryAfter') }
    return { 200: planned, 202: { description: 'Accepted: the operation tells how it goes', headers: { ...common, ...replayed, ...links }, content: json(components.addAnswered(OperationSchema)) } }
  }
  const answer = components.addAnswered(verb.answer)
  if (verb.verb === 'create') return { 200: planned, 201: { description: 'Made', headers: { ...common, ...replayed, Location: header('Location') }, content: json(answer) } }
  return { 200: { description: 'Done; or the plan, under `validateOnly`', headers: { ...common, ...replayed }, content: json({ anyOf: [answer, plan] }) } }
}

const header = (name: keyof typeof headers): Json => ({ $ref: `#/components/headers/${name}` })
const json = (schema: unknown): Json => ({ 'application/json': { schema } })
