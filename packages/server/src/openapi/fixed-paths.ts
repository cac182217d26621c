import { EventSchema, OperationSchema } from '@hubfleet/control'
import { BuildEventSchema } from '../stream/build-events.ts'
import { buildEventsPath, operationEventsPath } from '../stream/routes.ts'
import type { Components } from './components.ts'

type Json = Record<string, unknown>

/** The streams, which no verb or query declares. */
export function streamPaths(components: Components): Record<string, Json> {
  return {
    [operationEventsPath]: { get: stream('operationEvents', 'operation', 'The operation at each change, until it ends', ['tenant', 'operation'], [], components.addAnswered(OperationSchema)) },
    [buildEventsPath]: { get: stream('buildEvents', 'build', 'The log of a build as it is written (events named log), and the build at each change until it ends (events named build)', ['tenant', 'hub', 'build'], [lastLine], components.addAnswered(BuildEventSchema)) },
  }
}

const lastLine: Json = { name: 'Last-Event-ID', in: 'header', description: 'Id of the last event that was received, such as build.12: the log goes on after it; without it, from its beginning', schema: { type: 'string' } }

/** What watches over the process itself; open to everybody. */
export function utilityPaths(): Record<string, Json> {
  return {
    '/healthz': { get: utility('healthz', 'Whether the process answers') },
    '/readyz': { get: utility('readyz', 'Whether it can work: the database answers and its schema is current') },
  }
}

const streamWords = 'Server-sent events; the `data` of each is the JSON described here. A comment every 15 seconds keeps the connection open. What breaks the stream off is told in a last event named `problem`.'

/** What the list of events is more, for who asks for it as a stream. */
export function asStream(list: Json, components: Components): Json {
  const { 200: answer } = list['responses'] as Record<number, { content: Json }>
  return {
    ...list, description: `${String(list['description'])} ${streamWords}`, parameters: [...(list['parameters'] as Json[]), { $ref: '#/components/parameters/LastEventId' }],
    responses: { ...(list['responses'] as Json), 200: { ...answer!, content: { ...answer!.content, 'text/event-stream': { schema: components.addAnswered(EventSchema) } } } },
  }
}

function stream(operationId: string, tag: string, summary: string, path: string[], more: Json[], data: unknown): Json {
  return {
    operationId, summary, tags: [tag],
    description: streamWords,
    parameters: [...path.map((name) => ({ name, in: 'path', required: true, description: `Id or name of the ${name}`, schema: { type: 'string' } })), ...more],
    responses: { 200: { description: summary, content: { 'text/event-stream': { schema: data } } }, default: { $ref: '#/components/responses/Problem' } },
  }
}

function utility(operationId: string, summary: string): Json {
  const schema = { type: 'object', properties: { status: { type: 'string' } }, required: ['status'] }
  return { operationId, summary, security: [], responses: { 200: { description: summary, content: { 'application/json': { schema } } }, default: { $ref: '#/components/responses/Problem' } } }
}
