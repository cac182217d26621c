import type { FastifyReply, FastifyRequest } from 'fastify'
import { showOperation, type Outcome, type Params, type Query } from '@hubfleet/control'
import { fillPath, itemPath, type Endpoint } from '../endpoints.ts'
import { isOpen } from '../wait.ts'

/** How soon it is worth to ask again, in seconds. */
const askAgainSeconds = '2'

/** Answers with the outcome of a verb: 202 and the operation, 200 or 201 and the answer, or 200 and the plan. */
export function sendOutcome(reply: FastifyReply, request: FastifyRequest<{ Params: Params }>, { verb }: Extract<Endpoint, { kind: 'verb' }>, outcome: Outcome, get: Query | undefined): unknown {
  if (outcome.kind === 'plan') return outcome.plan
  if (outcome.replayed) reply.header('idempotency-replayed', 'true')
  if (outcome.kind === 'answer') {
    setEtag(reply, get, outcome.answer)
    if (!outcome.created) return outcome.answer
    reply.code(201)
    const id = outcome.answer['id']
    if (get && typeof id === 'string') reply.header('location', fillPath(itemPath(verb.noun), { ...request.params, [verb.noun]: id }))
    return outcome.answer
  }
  const { operation } = outcome
  const { tenant = operation.tenantId } = request.params
  reply.code(202).header('retry-after', askAgainSeconds)
  reply.header('operation-location', fillPath(itemPath('operation'), { tenant, operation: operation.id }))
  reply.header('location', fillPath(itemPath(operation.targetType), { tenant, [operation.targetType]: operation.targetId }))
  return showOperation(operation)
}

/** Answers with what a query read. An operation that goes on says when to ask again. */
export function sendAnswer(reply: FastifyReply, query: Query, answer: Record<string, unknown>): Record<string, unknown> {
  setEtag(reply, query, answer)
  if (isOpen(answer)) reply.header('retry-after', askAgainSeconds)
  return answer
}

function setEtag(reply: FastifyReply, query: Query | undefined, answer: Record<string, unknown>): void {
  if (query?.revision) reply.header('etag', `"r${query.revision(answer)}"`)
}
