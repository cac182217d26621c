import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import mercurius from 'mercurius'
import type { Control } from '@hubfleet/control'
import type { Changes } from '../changes.ts'
import type { Endpoint } from '../endpoints.ts'
import type { RateLimit } from '../rate-limit.ts'
import { closed } from '../rest/routes.ts'
import { formatErrors } from './errors.ts'
import { limits, measure, requireSingle, requireWithin, type Measure } from './limits.ts'
import { nestedLoaders } from './nested.ts'
import { graphqlSchema, weightsOf } from './schema.ts'

/** How many items of a query cost as much as one REST request. */
const itemsPerPoint = 100

declare module 'mercurius' {
  interface MercuriusContext { caller: FastifyRequest['caller']; closed: AbortSignal; measured?: Measure }
}

/** `/graphql`, and `/graphiql` to try it. The just-in-time compiler stays off: it answers the wrong operation of a cached document. */
export async function addGraphql(app: FastifyInstance, control: Control, changes: Changes, endpoints: readonly Endpoint[], rateLimit: RateLimit, guard: (request: FastifyRequest, reply: FastifyReply) => Promise<void>): Promise<void> {
  app.addHook('onRequest', async (request, reply) => { if (request.routeOptions.url === '/graphql') await guard(request, reply) })
  // Mercurius' own would turn the numbers in an error's path into texts.
  app.setSerializerCompiler(() => JSON.stringify)
  await app.register(mercurius, {
    schema: graphqlSchema(control, changes, endpoints),
    loaders: nestedLoaders(control) as never,
    context: (request: FastifyRequest, reply: FastifyReply) => ({ caller: request.caller, closed: closed(reply) }),
    graphql: { parseOptions: { maxTokens: limits.tokens } },
    errorFormatter: formatErrors as never,
    graphiql: true,
    csrfPrevention: true,
    allowBatchedQueries: false,
  })
  const weights = weightsOf(endpoints)
  app.graphql.addHook('preValidation', async (_schema, document) => requireSingle(document))
  // Runs for cached documents, too, and knows the variables.
  app.graphql.addHook('preExecution', async (_schema, document, context, variables) => {
    const measured = measure(document, variables, weights)
    context.measured = measured
    requireWithin(measured)
    const points = Math.ceil(measured.cost / itemsPerPoint) - 1
    if (points > 0) await rateLimit.take(context.reply, context.caller.principal, points)
  })
  app.graphql.addHook('onResolution', async (execution, context) => {
    if (context.measured) execution.extensions = { ...execution.extensions, cost: { requested: context.measured.cost, limit: limits.cost } }
  })
}
