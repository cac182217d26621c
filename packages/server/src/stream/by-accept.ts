import type { FastifyInstance } from 'fastify'

type Strategy = Parameters<FastifyInstance['addConstraintStrategy']>[0]

export const eventStream = 'text/event-stream'

/** Lets a route be for those alone who ask for a stream; all others get the route of the same address without it. */
export const byAccept: Strategy = {
  name: 'accept',
  mustMatchWhenDerived: false,
  storage() {
    const handlers = new Map<unknown, Parameters<ReturnType<Strategy['storage']>['set']>[1]>()
    return { get: (type) => handlers.get(type) ?? null, set: (type, handler) => { handlers.set(type, handler) } }
  },
  validate() {},
  deriveConstraint: ({ headers }) => (headers.accept?.includes(eventStream) ? eventStream : undefined),
}
