import type { FastifyInstance } from 'fastify'
import { Problem } from '@hubfleet/core'
import { pathOf, sendProblem } from './problems.ts'

/** Answers for addresses that are none: 405 with Allow where another method would do, else 404. Call it before the routes are added. */
export function addNotFound(app: FastifyInstance): void {
  const routes: { methods: string[]; pattern: RegExp }[] = []
  app.addHook('onRoute', ({ url, method }) => {
    routes.push({ methods: [method].flat(), pattern: new RegExp(`^${url.replace(/[.+()]/g, '\\$&').replace(/:\w+/g, '[^/]+').replace('*', '.*')}$`) })
  })
  app.setNotFoundHandler((request, reply) => {
    const path = pathOf(request)
    const allowed = [...new Set(routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods))].sort().join(', ')
    if (!allowed) return sendProblem(reply, request, new Problem('route-not-found', { method: request.method, path }))
    reply.header('allow', allowed)
    return sendProblem(reply, request, new Problem('method-not-allowed', { method: request.method, path, allowed }))
  })
}
