import type { FastifyInstance } from 'fastify'
import { read, type Control } from '@hubfleet/control'
import { nodeOf, requireValid } from '@hubfleet/core'
import { coerced, fastifyPath, readBody } from '../rest/request.ts'
import type { FormEndpoint } from './endpoints.ts'

/** A route per form of an answer. */
export function addFormRoutes(app: FastifyInstance, control: Control, endpoints: readonly FormEndpoint[]): void {
  for (const { method, path, query, form, parameters } of endpoints) {
    const own = new Set(Object.keys(nodeOf(form.input).properties ?? {}))
    app.route<{ Params: Record<string, string>; Querystring: Record<string, unknown> }>({
      method, url: fastifyPath(path),
      async handler(request, reply) {
        const asked = Object.entries(coerced(parameters, request.query))
        const options = Object.fromEntries(asked.filter(([name]) => own.has(name)))
        requireValid(form.input, options)
        const input = query.post ? readBody(request) : Object.fromEntries(asked.filter(([name]) => !own.has(name)))
        const answer = await read(control, query, { caller: request.caller, params: request.params, input })
        const file = await form.of(answer, options)
        return reply.type(form.type).send(typeof file === 'string' ? file : Buffer.from(file.buffer, file.byteOffset, file.byteLength))
      },
    })
  }
}
