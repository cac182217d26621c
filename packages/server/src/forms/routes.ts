import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { read, readPieces, type Control } from '@hubfleet/control'
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
        const input = query.post ? readBody(request) : Object.fromEntries(asked.filter(([name]) => !own.has(name)))
        const call = { caller: request.caller, params: request.params, input }
        if ('pieces' in form) return sendPieces(reply.type(form.type), readPieces(control, query, form, call, options))
        requireValid(form.input, options)
        const answer = await read(control, query, call)
        const file = await form.of(answer, options)
        return reply.type(form.type).send(typeof file === 'string' ? file : Buffer.from(file.buffer, file.byteOffset, file.byteLength))
      },
    })
  }
}

/** Who takes nothing for so long has gone away; what is read holds a connection of the database. */
const patienceMs = 50_000

/** What is refused before the first piece is answered as a problem; what fails later cuts the answer off, so that nobody takes a part for the whole. */
async function sendPieces(reply: FastifyReply, pieces: AsyncGenerator<string>): Promise<FastifyReply> {
  const first = await pieces.next()
  const stream = Readable.from(following(first, pieces), { objectMode: true, highWaterMark: 1 })
  const patience = setTimeout(() => stream.destroy(new Error('Nobody takes the file')), patienceMs)
  stream.on('data', () => patience.refresh()).on('close', () => { clearTimeout(patience); void pieces.return(undefined) })
  stream.pause()
  return reply.send(stream)
}

async function* following(first: IteratorResult<string, unknown>, pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  if (first.done) return
  yield first.value
  yield* pieces
}
