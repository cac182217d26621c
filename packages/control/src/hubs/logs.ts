import { Type } from 'typebox'
import { ContainerLogSchema } from '../live.ts'
import { query } from '../verb.ts'
import { loadHub } from './hub.ts'

export const getHubLogs = query({
  noun: 'hub', verb: 'logs', summary: 'The last lines that a part of a hub wrote', description: 'Asked of the cluster itself. Secrets of the hub are masked.', action: 'hub:operate',
  input: Type.Object({
    component: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9-]{0,62}$', default: 'hub', description: 'hub, proxy, user-scheduler, autohttps or continuous-image-puller' })),
    user: Type.Optional(Type.String({ minLength: 1, maxLength: 255, description: 'The servers of this user instead' })),
    lines: Type.Optional(Type.Integer({ minimum: 1, maximum: 5000, default: 200, description: 'Of each container' })),
  }, { additionalProperties: false }),
  answer: Type.Object({ items: Type.Array(ContainerLogSchema) }, { $id: 'HubLogs' }),
  run: async (context) => ({ id: (await loadHub(context)).id }),
  live: async (live, { id }, { component = 'hub', user, lines = 200 }) => ({ items: await live.logs(id as string, { component, ...(user !== undefined && { user }), lines }) }),
})
