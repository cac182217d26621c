import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { logFault, toProblem } from '../problems.ts'

/** One server-sent event. `id` is what a client that comes back sends as Last-Event-ID. */
export interface ServerSentEvent { id?: string; event: string; data: unknown }

/** So long a stream says nothing at most; a comment keeps proxies from closing it. */
export const heartbeatMs = 15_000

/** Streams events as `text/event-stream`; null is a heartbeat, and a text one with the id after which a client that comes back goes on. What breaks a stream off is told in a last event named `problem`. */
export function sendEvents(reply: FastifyReply, events: AsyncIterable<ServerSentEvent | string | null>): FastifyReply {
  reply.header('content-type', 'text/event-stream').header('cache-control', 'no-store').header('x-accel-buffering', 'no')
  // Its connection ends with it: a server that closes would else wait for one that nobody uses any more.
  reply.header('connection', 'close')
  return reply.send(Readable.from(texts(reply, events)))
}

async function* texts({ request }: FastifyReply, events: AsyncIterable<ServerSentEvent | string | null>): AsyncGenerator<string> {
  // The head is sent with the first bytes: a client knows at once that it is connected.
  yield ': connected\n\n'
  try {
    for await (const event of events) yield typeof event === 'object' && event ? textOf(event) : `: still here\n${event === null ? '' : `id: ${event}\n`}\n`
  } catch (error) {
    const problem = toProblem(error, request)
    logFault(request, problem)
    yield textOf({ event: 'problem', data: { ...problem.toDocument(), requestId: request.id } })
  }
}

/** JSON has no line breaks, so one `data` line holds it. */
export const textOf = ({ id, event, data }: ServerSentEvent): string => `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
