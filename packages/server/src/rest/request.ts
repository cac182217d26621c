import type { FastifyRequest } from 'fastify'
import { Type, type TSchema } from 'typebox'
import type { Call, Params, Reading } from '@hubfleet/control'
import { checkInput, refuse } from '@hubfleet/core'
import { idempotencyKeyOf, revisionOf } from '../call-options.ts'
import type { QueryEndpoint, VerbEndpoint } from '../endpoints.ts'

const optionsSchema = Type.Object({ validateOnly: Type.Optional(Type.Boolean()), savePlan: Type.Optional(Type.Boolean()) }, { additionalProperties: false })

export type RestRequest = FastifyRequest<{ Params: Params; Querystring: Record<string, unknown> }>

/** `/hubs/{hub}` in Fastify's words: `/hubs/:hub`. */
export const fastifyPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1')

/** What a request asks of a verb. A delete takes its input from the query parameters, the body, or both; all others from the body only. */
export function readCall(request: RestRequest, verb: VerbEndpoint): Call {
  const { validateOnly, savePlan, ...query } = request.query
  const body = readBody(request)
  const fromQuery = verb.method === 'DELETE' ? coerced(verb.verb.input, query) : refuseUnknown(query)
  return {
    caller: request.caller,
    params: request.params,
    input: isObject(body) ? { ...fromQuery, ...body } : body,
    idempotencyKey: idempotencyKeyOf(request.headers['idempotency-key'] as string | undefined),
    ifMatch: revisionOf(request.headers['if-match']),
    ...(coerced(optionsSchema, { ...(validateOnly !== undefined && { validateOnly }), ...(savePlan !== undefined && { savePlan }) }) as { validateOnly?: boolean; savePlan?: boolean }),
  }
}

/** What a request asks of a query: its parameters, or the body where it is a document. */
export function readQuery(request: RestRequest, endpoint: QueryEndpoint): Reading {
  const { caller, params } = request
  if (endpoint.query.post) {
    refuseUnknown(request.query)
    return { caller, params, input: readBody(request) }
  }
  return { caller, params, input: coerced(endpoint.query.input, request.query) }
}

/** Converts query parameters as the schema asks. What cannot be converted stays as it is, to be refused with everything else. */
export function coerced(schema: TSchema, query: Record<string, unknown>): Record<string, unknown> {
  const { properties = {} } = schema as { properties?: Record<string, { type?: string }> }
  const input = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, properties[name]?.type === 'array' ? [value].flat() : value]))
  refuse(checkInput(partial(schema), input, { coerce: true }))
  return input
}

/** The schema without its demands: a required field may still come in the body, and is demanded with it. */
const partials = new WeakMap<TSchema, TSchema>()
function partial(schema: TSchema): TSchema {
  const known = partials.get(schema) ?? ({ ...schema, required: [] } as TSchema)
  partials.set(schema, known)
  return known
}

/** No body is an empty input: a verb without parameters needs none. The body `null` is one, and refused. */
export const readBody = (request: Pick<RestRequest, 'body'>): unknown => (request.body === undefined ? {} : request.body)

function refuseUnknown(query: Record<string, unknown>): Record<string, unknown> {
  refuse(Object.keys(query).map((name) => ({ pointer: `/${name}`, code: 'unknown-field', detail: 'There is no query parameter of this name here.' })))
  return {}
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
