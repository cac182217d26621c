import type { FastifyInstance, FastifyReply } from 'fastify'
import { execute, type Control, type Query } from '@hubfleet/control'
import type { Changes } from '../changes.ts'
import type { Endpoint } from '../endpoints.ts'
import { readOrWait } from '../wait.ts'
import { sendAnswer, sendOutcome } from './reply.ts'
import { fastifyPath, readCall, readQuery } from './request.ts'

/** A route per endpoint. */
export function addRestRoutes(app: FastifyInstance, control: Control, changes: Changes, endpoints: readonly Endpoint[]): void {
  const gets = new Map<string, Query>(endpoints.flatMap((endpoint) => (endpoint.kind === 'query' && endpoint.query.verb === 'get' ? [[endpoint.noun, endpoint.query]] : [])))
  for (const endpoint of endpoints) {
    app.route<{ Params: Record<string, string>; Querystring: Record<string, unknown> }>({
      method: endpoint.method,
      url: fastifyPath(endpoint.path),
      async handler(request, reply) {
        if (endpoint.kind === 'verb') return sendOutcome(reply, request, endpoint, await execute(control, endpoint.verb, readCall(request, endpoint)), gets.get(endpoint.noun))
        const answer = await readOrWait(control, changes, endpoint.query, readQuery(request, endpoint), closed(reply))
        return sendAnswer(reply, endpoint.query, answer)
      },
    })
  }
}

/** Aborts when the answer is sent, or the client goes away before. */
export function closed(reply: FastifyReply): AbortSignal {
  const controller = new AbortController()
  reply.raw.once('close', () => controller.abort())
  return controller.signal
}
