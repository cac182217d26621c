import { Type } from 'typebox'
import { peopleOfSpec, Problem, userNameOf } from '@hubfleet/core'
import { fieldOf, lockHubWithPeople, workOnPeople } from '../people/hub.ts'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'

export const updateUser = verb({
  noun: 'user', verb: 'update', summary: 'Make a user an admin of the hub, or take that back', action: 'hub:operate',
  description: 'Whom the spec names as admin is one again at each start of the hub, so that is changed in the spec.',
  input: Type.Object({ admin: Type.Boolean() }, { $id: 'UserUpdate', additionalProperties: false }),
  load: lockHubWithPeople,
  async plan({ params }, hub, { admin }) {
    const user = params.user!
    const pointer = peopleOfSpec(hub.spec).admins.get(userNameOf(user))
    if (!admin && pointer !== undefined) throw new Problem('user-named-by-spec', { user, field: fieldOf(pointer) })
    return plainPlan({ warnings: admin ? ['Admins see all users, and stop and delete what is theirs.'] : [] })
  },
  apply: async (context, hub, { admin }) => workOnPeople(context, hub, `users/${context.params.user!}`, { user: context.params.user!, admin }),
})
