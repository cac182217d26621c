import type { FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError } from 'graphql'
import { isProblem, Problem } from '@hubfleet/core'
import { logFault, sayWhenToRetry, toProblem } from '../problems.ts'
import { variableFault } from './variable-fault.ts'

interface Execution { data?: unknown; errors?: readonly GraphQLError[] }

/**
 * Errors as problems: `extensions.code` is the problem's code, beside its other members. graphql-js echoes in its messages what it
 * was sent, secrets included; ours say only where the fault is.
 */
export function formatErrors(execution: Execution, { reply }: { reply: FastifyReply }): { statusCode: number; response: { data: never; errors: never[] } } {
  const { request } = reply
  const problems = (execution.errors ?? []).flatMap(unpack).map((error) => ({ error, problem: problemOf(error, request) }))
  for (const { problem } of problems) {
    logFault(request, problem)
    sayWhenToRetry(reply, problem)
  }
  // What ran answers 200, also in part; what was refused before has the status of its problem.
  const statusCode = execution.data ? 200 : (problems[0]?.problem.status ?? 200)
  const errors = problems.map(({ error, problem }) => {
    const { detail, ...members } = problem.toDocument()
    return { message: detail, ...(error.locations && { locations: error.locations }), ...(error.path && { path: error.path }), extensions: { ...members, requestId: request.id } }
  })
  return { statusCode, response: { data: (execution.data ?? null) as never, errors: errors as never[] } }
}

/** Mercurius packs the errors of a document into one. */
function unpack(error: GraphQLError): GraphQLError[] {
  const packed = (error.originalError as { errors?: unknown } | undefined)?.errors
  return isProblem(error.originalError) || !Array.isArray(packed) || packed.length === 0 ? [error] : packed.map((inner: Error) => (inner instanceof GraphQLError ? inner : new GraphQLError(inner.message, { originalError: inner })))
}

function problemOf(error: GraphQLError, request: FastifyRequest): Problem {
  const { originalError } = error
  if (isProblem(originalError)) return originalError
  const variable = variableFault(error.message)
  if (variable) return variable
  const code = (originalError as { code?: string } | undefined)?.code ?? ''
  if (code === 'MER_ERR_GQL_CSRF_PREVENTION') return invalid('Send it with content-type: application/json, as no foreign web page can.')
  if (code.startsWith('MER_ERR_GQL_PERSISTED_QUERY')) return invalid('There is no query in the request.')
  if (code === 'MER_ERR_GQL_VALIDATION' || code === 'FST_ERR_VALIDATION') return invalid('The body is one object: `query` is a text, `variables` and `extensions` are objects.')
  if (originalError?.message === 'Operation cannot be performed via a GET request') return new Problem('method-not-allowed', { method: 'GET', path: '/graphql for a mutation', allowed: 'POST' })
  // graphql-js reads a document by recursion.
  if (!error.path && originalError instanceof RangeError) return invalid('The document is nested too deep.')
  if (originalError && !(originalError instanceof GraphQLError)) return toProblem(originalError, request)
  // With a path it came up while a value of ours was answered, else it is about what was sent.
  return error.path ? new Problem('internal', {}, { cause: error }) : invalid(reasonOf(error))
}

const invalid = (reason: string): Problem => new Problem('query-invalid', { reason })

/** graphql-js's message without any value of the request. */
function reasonOf(error: GraphQLError): string {
  const [place] = error.locations ?? []
  const where = place ? ` at line ${place.line}, column ${place.column}` : ''
  if (error.message.startsWith('Syntax Error')) return error.message.includes('tokens') ? 'The document is too long.' : `The document does not parse${where}.`
  return error.nodes?.some(({ kind }) => kind.endsWith('Value')) ? `The value${where} is not valid.` : error.message
}
