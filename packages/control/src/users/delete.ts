import { Type } from 'typebox'
import { peopleOfSpec, Problem, userNameOf } from '@hubfleet/core'
import { HomeChoice, homeWords, requireHomeCanBe } from '../people/home.ts'
import { fieldOf, lockHubWithPeople, workOnPeople } from '../people/hub.ts'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'

export const deleteUser = verb({
  noun: 'user', verb: 'delete', summary: 'Delete an account, and decide over the home', action: 'hub:admin',
  description: 'Stops what the user runs. The result tells what became of the disks. The disks of an account that is gone already can be deleted in the same way.',
  input: Type.Object({ home: HomeChoice }, { $id: 'UserDelete', additionalProperties: false }),
  load: lockHubWithPeople,
  async plan({ params }, hub, { home }) {
    const user = params.user!
    const { admins, users } = peopleOfSpec(hub.spec)
    const pointer = users.get(userNameOf(user)) ?? admins.get(userNameOf(user))
    if (pointer !== undefined) throw new Problem('user-named-by-spec', { user, field: fieldOf(pointer) })
    requireHomeCanBe(home, hub, { user })
    return plainPlan({ disruption: { disconnectsUsers: true, words: [`The servers of ${user} are stopped and the account is deleted.`, homeWords(home, user)] } })
  },
  apply: async (context, hub, { home }) => workOnPeople(context, hub, `users/${context.params.user!}`, { user: context.params.user!, home }, 1800),
})
