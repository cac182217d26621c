import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { isProblem, Problem } from '@hubfleet/core'
import { sqlState } from '@hubfleet/database'

/** Every error as the problem that the caller is told. What we did not foresee is `internal`, whose cause is logged and not told. */
export function toProblem(error: unknown, request: FastifyRequest): Problem {
  if (isProblem(error)) return error
  if (isDatabaseDown(error)) return new Problem('unavailable', {}, { cause: error, retryAfterSeconds: 2 })
  return fastifyProblem(error as FastifyError, request) ?? new Problem('internal', {}, { cause: error })
}

/** Answers with `application/problem+json`. */
export function sendProblem(reply: FastifyReply, request: FastifyRequest, problem: Problem): FastifyReply {
  logFault(request, problem)
  sayWhenToRetry(reply, problem)
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
  const document = { ...problem.toDocument(), instance: pathOf(request), requestId: request.id }
  // Without the compiled serializer of the route: it would be that of another answer.
  return reply.code(problem.status).header('content-type', 'application/problem+json').serializer(JSON.stringify).send(document)
}

export function sayWhenToRetry(reply: FastifyReply, problem: Problem): void {
  const seconds = problem.retryAfterSeconds ?? (problem.status === 503 ? 5 : undefined)
  if (seconds !== undefined) reply.header('retry-after', String(seconds))
}

/** Logs what is our fault. Messages of queries hold their parameters, so only where it broke is told, and the innermost error. */
export function logFault(request: FastifyRequest, problem: Problem): void {
  if (problem.status < 500) return
  const fault = problem.cause instanceof Error ? problem.cause : problem
  let inner: Error & { code?: unknown } = fault
  while (inner.cause instanceof Error) inner = inner.cause
  const at = (fault.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')).slice(0, 8).map((line) => line.trim())
  request.log.error({ problem: problem.code, name: inner.name, code: inner.code, reason: 'query' in inner ? undefined : inner.message, at }, 'request failed')
}

export const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0]!

function fastifyProblem(error: FastifyError, request: FastifyRequest): Problem | null {
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE': return new Problem('unsupported-media-type', { contentType: request.headers['content-type'] ?? 'nothing' })
    case 'FST_ERR_CTP_BODY_TOO_LARGE': return new Problem('payload-too-large', { limitBytes: request.server.initialConfig.bodyLimit ?? 0 })
    case 'FST_ERR_CTP_INVALID_JSON_BODY': return new Problem('malformed-body', { format: 'JSON', reason: 'it does not parse, or has a key such as __proto__' })
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH': return new Problem('malformed-body', { format: 'JSON', reason: 'its length is not the one of the content-length header' })
    case 'FST_ERR_BAD_URL': case 'FST_ERR_MAX_PARAM_LENGTH': return new Problem('route-not-found', { method: request.method, path: 'this address' })
  }
  const { statusCode } = error
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? new Problem('malformed-body', { format: 'HTTP', reason: 'the request was cut or cannot be read' }) : null
}

const downCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN'])
/** What pg says without a code. */
const downMessages = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after calling end)/

/** Whether the database did not answer: it is away, restarts, is full, or a statement ran out of time. */
function isDatabaseDown(error: unknown): boolean {
  const state = sqlState(error)
  if (state && /^(08|53|57)/.test(state)) return true
  for (let e = error; e instanceof Error; e = e.cause) {
    if (downMessages.test(e.message) || ('syscall' in e && downCodes.has(String((e as NodeJS.ErrnoException).code)))) return true
    if (e instanceof AggregateError && e.errors.some(isDatabaseDown)) return true
  }
  return false
}
