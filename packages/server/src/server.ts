import Fastify, { type FastifyBodyParser, type FastifyInstance, type FastifyReply, type FastifyRequest, type FastifyServerOptions } from 'fastify'
import { queries as allQueries, verbs as allVerbs, type Caller, type Control } from '@hubfleet/control'
import { newId } from '@hubfleet/core'
import type { Listener } from '@hubfleet/engine'
import { Authenticator } from './authenticate.ts'
import { Changes } from './changes.ts'
import { addDocs } from './docs.ts'
import { endpointsOf } from './endpoints.ts'
import { addFederation } from './federation.ts'
import { formEndpointsOf } from './forms/endpoints.ts'
import { addFormRoutes } from './forms/routes.ts'
import { addGraphql } from './graphql/plugin.ts'
import { addHealth } from './health.ts'
import { addNotFound } from './not-found.ts'
import { openApiDocument } from './openapi/document.ts'
import { sendProblem, toProblem } from './problems.ts'
import { RateLimit } from './rate-limit.ts'
import { addRestRoutes } from './rest/routes.ts'
import { byAccept } from './stream/by-accept.ts'
import { addStreams } from './stream/routes.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls; there is one on every route of the API itself. */
    caller: Caller
  }
}

export interface ServerOptions {
  control: Control
  /** The process's one LISTEN; the server neither starts nor closes it. */
  listener: Listener
  logger?: FastifyServerOptions['logger']
  /** Requests per key and minute, in this process. */
  requestsPerMinute?: number
  /** Bytes of a body. */
  bodyLimit?: number
  /** Which proxies' forwarding headers to believe. */
  trustProxy?: FastifyServerOptions['trustProxy']
}

/** The HTTP server: REST, streams, GraphQL and documents, all derived from the lists of verbs and queries. It listens when the caller says so. */
export async function buildServer({ control, listener, logger = false, requestsPerMinute = 1200, bodyLimit = 1_048_576, trustProxy = false }: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger, bodyLimit, trustProxy,
    genReqId: ({ headers }) => acceptedId(headers['x-request-id']) ?? newId('req'),
    frameworkErrors: (error, request, reply) => { void sendProblem(reply.header('x-request-id', request.id), request, toProblem(error, request)) },
    routerOptions: { maxParamLength: 200 },
  })
  app.addConstraintStrategy(byAccept)
  const endpoints = endpointsOf(allVerbs, allQueries)
  const authenticator = new Authenticator(control)
  const rateLimit = new RateLimit(requestsPerMinute)
  const changes = new Changes(listener)
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
    changes.close()
  })

  /** Throws once the key is not valid any more. */
  const recheck = async (request: FastifyRequest) => { await authenticator.identify(request.headers.authorization) }
  const guard = async (request: FastifyRequest, reply: FastifyReply) => {
    try {
      request.caller = { ...(await authenticator.identify(request.headers.authorization)), requestId: request.id, reason: 'api' }
    } catch (error) {
      // Guessing is limited by address; a valid key never waits for the guesses of others.
      await rateLimit.take(reply, `address ${request.ip}`)
      throw error
    }
    await rateLimit.take(reply, request.caller.principal)
  }

  addJson(app)
  addNotFound(app)
  app.decorateRequest('caller', null as unknown as Caller)
  app.addHook('onRequest', async (request, reply) => { reply.header('x-request-id', request.id) })
  // An answer on its way while the server closes must not leave its connection open, for which the close would wait.
  app.addHook('onSend', async (_request, reply) => { if (closing) reply.header('connection', 'close') })
  app.setErrorHandler((error, request, reply) => sendProblem(reply, request, toProblem(error, request)))
  addHealth(app, control.database)
  addFederation(app, control)
  await addDocs(app, openApiDocument(endpoints))
  await app.register(async (api) => {
    api.addHook('onRequest', guard)
    addRestRoutes(api, control, changes, endpoints)
    addFormRoutes(api, control, formEndpointsOf(endpoints))
    addStreams(api, control, changes, getOperation, recheck)
  })
  await app.register((api) => addGraphql(api, control, changes, endpoints, rateLimit, guard))
  return app
}

/** JSON bodies, also those of merge patches; an empty one is none, as HTTP clients send it with a delete. */
function addJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error') as FastifyBodyParser<string>
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(['application/json', 'application/merge-patch+json'], { parseAs: 'string' }, (request, body: string, done) => (body === '' ? done(null, undefined) : parse(request, body, done)))
}

/** The id that a client or proxy gave its request, if it is one that may stand in logs. */
const acceptedId = (header: string | string[] | undefined): string | undefined => (typeof header === 'string' && /^[\w.:-]{1,128}$/.test(header) ? header : undefined)

const getOperation = allQueries.find(({ noun, verb }) => noun === 'operation' && verb === 'get')!
