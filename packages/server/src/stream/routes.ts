import type { FastifyInstance, FastifyRequest } from 'fastify'
import { listEvents, nouns, read, type Control, type Params, type Query } from '@hubfleet/control'
import { Type } from 'typebox'
import type { Changes } from '../changes.ts'
import { itemPath } from '../endpoints.ts'
import { coerced, fastifyPath } from '../rest/request.ts'
import { closed } from '../rest/routes.ts'
import { buildEvents, startOfBuild } from './build-events.ts'
import { eventStream } from './by-accept.ts'
import { operationEvents } from './operation-events.ts'
import { sendEvents, type ServerSentEvent } from './sse.ts'
import { startStream, tenantEvents, type TenantEvent } from './tenant-events.ts'

export const operationEventsPath = `${itemPath('operation')}/events`
/** The list of events, where it is asked for as a stream. */
export const tenantEventsPath = nouns.event.path

export const buildEventsPath = `${itemPath('build')}/events`

const { limit: _, cursor: __, since: ___, ...filters } = (listEvents.input as ReturnType<typeof Type.Object>).properties
const streamFilters = Type.Object(filters, { additionalProperties: false })

async function* sent(events: AsyncIterable<TenantEvent | number>): AsyncGenerator<ServerSentEvent | string> {
  for await (const event of events) yield typeof event === 'number' ? String(event) : { id: String(event.position), event: event.type, data: event }
}

/** The streams. `recheck` throws once the key of a request is revoked: a stream ends then, too. */
export function addStreams(app: FastifyInstance, control: Control, changes: Changes, getOperation: Query, recheck: (request: FastifyRequest) => Promise<void>): void {
  app.get<{ Params: Params }>(fastifyPath(operationEventsPath), async (request, reply) => {
    const call = { caller: request.caller, params: request.params, input: {} }
    const first = await read(control, getOperation, call)
    return sendEvents(reply, operationEvents(control, changes, getOperation, call, first, closed(reply), () => recheck(request)))
  })
  app.get<{ Params: Params; Querystring: Record<string, unknown> }>(fastifyPath(tenantEventsPath), { constraints: { accept: eventStream } }, async (request, reply) => {
    const call = { caller: request.caller, params: request.params }
    const start = await startStream(control, call, coerced(streamFilters, request.query), request.headers['last-event-id'] as string | undefined)
    return sendEvents(reply, sent(tenantEvents(control, changes, call, start, closed(reply), () => recheck(request))))
  })
  app.get<{ Params: Params }>(fastifyPath(buildEventsPath), async (request, reply) => {
    const call = { caller: request.caller, params: request.params }
    const after = await startOfBuild(control, call, request.headers['last-event-id'] as string | undefined)
    return sendEvents(reply, buildEvents(control, changes, call, after, closed(reply), () => recheck(request)))
  })
}
