import type { FastifyInstance, FastifyRequest } from 'fastify'
import { read, type Control, type Params, type Query } from '@hubfleet/control'
import type { Changes } from '../changes.ts'
import { itemPath } from '../endpoints.ts'
import { fastifyPath } from '../rest/request.ts'
import { closed } from '../rest/routes.ts'
import { buildEvents, startOfBuild } from './build-events.ts'
import { operationEvents } from './operation-events.ts'
import { sendEvents } from './sse.ts'
import { startOfEvents, tenantEvents } from './tenant-events.ts'

export const operationEventsPath = `${itemPath('operation')}/events`
export const tenantEventsPath = `${itemPath('tenant')}/events`

export const buildEventsPath = `${itemPath('build')}/events`

/** The streams. `recheck` throws once the key of a request is revoked: a stream ends then, too. */
export function addStreams(app: FastifyInstance, control: Control, changes: Changes, getOperation: Query, recheck: (request: FastifyRequest) => Promise<void>): void {
  app.get<{ Params: Params }>(fastifyPath(operationEventsPath), async (request, reply) => {
    const call = { caller: request.caller, params: request.params, input: {} }
    const first = await read(control, getOperation, call)
    return sendEvents(reply, operationEvents(control, changes, getOperation, call, first, closed(reply), () => recheck(request)))
  })
  app.get<{ Params: Params }>(fastifyPath(tenantEventsPath), async (request, reply) => {
    const call = { caller: request.caller, params: request.params }
    const after = await startOfEvents(control, call, request.headers['last-event-id'] as string | undefined)
    return sendEvents(reply, tenantEvents(control, changes, call, after, closed(reply), () => recheck(request)))
  })
  app.get<{ Params: Params }>(fastifyPath(buildEventsPath), async (request, reply) => {
    const call = { caller: request.caller, params: request.params }
    const after = await startOfBuild(control, call, request.headers['last-event-id'] as string | undefined)
    return sendEvents(reply, buildEvents(control, changes, call, after, closed(reply), () => recheck(request)))
  })
}
