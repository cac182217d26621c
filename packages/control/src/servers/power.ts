import { Type } from 'typebox'
import { peopleOfSpec, Problem, refuse } from '@hubfleet/core'
import { lockHubWithPeople, workOnPeople } from '../people/hub.ts'
import { serverRef } from '../people/wire.ts'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { Nothing } from '../wire.ts'

/** A server that has not started after this long will not. */
const startDeadlineSeconds = 1200

export const startServer = verb({
  noun: 'server', verb: 'start', summary: 'Start somebody\'s server', description: 'The operation shows how far the start is, and ends when the server is ready. A named server is made by its first start.', action: 'hub:operate',
  input: Type.Object({ serverProfile: Type.Optional(Type.String({ minLength: 1, maxLength: 63, description: 'One of the hub\'s profiles; default: as the user would get without a choice' })) }, { $id: 'ServerStart', additionalProperties: false }),
  load: lockHubWithPeople,
  async plan({ params }, hub, { serverProfile: profile }) {
    const { name } = serverRef(params.server!)
    if (name !== '' && !peopleOfSpec(hub.spec).namedServers) throw new Problem('server-refused', { reason: 'Named servers are not enabled (values.hub.allowNamedServers).' })
    const slugs = hub.spec.profiles.map(({ slug }) => slug)
    if (profile !== undefined && slugs.length > 0 && !slugs.includes(profile)) refuse([{ pointer: '/serverProfile', code: 'unknown', detail: `The hub has the profiles ${slugs.join(', ')}.` }])
    return plainPlan()
  },
  apply: async (context, hub, { serverProfile: profile }) => {
    const server = serverRef(context.params.server!)
    return workOnPeople(context, hub, `servers/${context.params.server!}`, { ...server, ...(profile !== undefined && { options: { profile } }) }, startDeadlineSeconds)
  },
})

export const stopServer = verb({
  noun: 'server', verb: 'stop', summary: 'Stop somebody\'s server', description: 'Whoever works in it is disconnected; the files stay.', action: 'hub:operate', input: Nothing,
  load: lockHubWithPeople,
  plan: async ({ params }) => plainPlan({ disruption: { disconnectsUsers: true, words: [`Whoever works in the server ${params.server!} is disconnected; what was not saved is lost, the files stay.`] } }),
  apply: async (context, hub) => workOnPeople(context, hub, `servers/${context.params.server!}`, { ...serverRef(context.params.server!) }),
})
