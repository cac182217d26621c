import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

/** One server-sent event. `id` is what a client that comes back sends as Last-Event-ID. */
export interface ServerSentEvent { id?: string; event: string; data: unknown }

/** So long a stream says nothing at most; a comment keeps proxies from closing it. */
export const heartbeatMs = 15_000

/** Streams events as `text/event-stream`; null is a heartbeat. */
export function sendEvents(reply: FastifyReply, events: AsyncIterable<ServerSentEvent | null>): FastifyReply {
  reply.header('content-type', 'text/event-stream').header('cache-control', 'no-store').header('x-accel-buffering', 'no')
  return reply.send(Readable.from(texts(events)))
}

async function* texts(events: AsyncIterable<ServerSentEvent | null>): AsyncGenerator<string> {
  // The head is sent with the first bytes: a client knows at once that it is connected.
  yield ': connected\n\n'
  for await (const event of events) yield event ? textOf(event) : ': still here\n\n'
}

/** JSON has no line breaks, so one `data` line holds it. */
export const textOf = ({ id, event, data }: ServerSentEvent): string => `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
