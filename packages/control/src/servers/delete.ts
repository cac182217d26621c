import { Type } from 'typebox'
import { Problem } from '@hubfleet/core'
import { HomeChoice, homeWords, requireHomeCanBe } from '../people/home.ts'
import { lockHubWithPeople, workOnPeople } from '../people/hub.ts'
import { serverRef } from '../people/wire.ts'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'

export const deleteServer = verb({
  noun: 'server', verb: 'delete', summary: 'Forget a named server, and decide over its disk', description: 'A default server goes with its account only.', action: 'hub:admin',
  input: Type.Object({ home: HomeChoice }, { $id: 'ServerDelete', additionalProperties: false }),
  load: lockHubWithPeople,
  async plan({ params }, hub, { home }) {
    const { user, name } = serverRef(params.server!)
    if (name === '') throw new Problem('server-refused', { reason: 'A default server cannot be deleted: stop it, or delete its user.' })
    requireHomeCanBe(home, hub, { user, server: name })
    return plainPlan({ disruption: { disconnectsUsers: true, words: [`The server ${params.server!} is stopped and forgotten.`, homeWords(home, params.server!)] } })
  },
  apply: async (context, hub, { home }) => workOnPeople(context, hub, `servers/${context.params.server!}`, { ...serverRef(context.params.server!), home }, 1800),
})
