import { Type } from 'typebox'
import { peopleOfSpec, Problem, refuse, userNameOf } from '@hubfleet/core'
import { lockHubWithPeople, workOnPeople } from '../people/hub.ts'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'

export const createUsers = verb({
  noun: 'user', verb: 'create', summary: 'Make accounts in a hub', action: 'hub:operate',
  description: 'Those that are there already are told and left as they are. Refused where an account alone would let nobody in.',
  input: Type.Object({
    names: Type.Array(Type.String({ minLength: 1, maxLength: 255 }), { minItems: 1, maxItems: 1000, description: 'As the login names them; JupyterHub writes them in lower case' }),
    admin: Type.Optional(Type.Boolean({ default: false, description: 'Make them admins, who see and stop everybody\'s servers' })),
    letIn: Type.Optional(Type.Boolean({ default: true, description: 'false makes accounts of people whom the hub does not let in yet' })),
  }, { $id: 'UserCreate', additionalProperties: false }),
  load: lockHubWithPeople,
  async plan(_context, hub, { names, admin = false, letIn = true }) {
    refuse(names.flatMap((name, at) => (name.trim() !== name || name.includes('/') ? [{ pointer: `/names/${at}`, code: 'name', detail: 'A name has no slash and no space at its ends.' }] : [])))
    const { everybody, known, users, admins } = peopleOfSpec(hub.spec)
    const outside = everybody || known ? [] : names.filter((name) => !users.has(userNameOf(name)) && !admins.has(userNameOf(name)))
    if (outside.length > 0 && letIn) throw new Problem('user-not-let-in', { hub: hub.name, users: some(outside) })
    return plainPlan({
      warnings: [
        ...(outside.length > 0 ? [`${some(outside)} cannot log in unless the login itself lets them in, or access.allowExisting is set.`] : []),
        ...(admin ? ['Admins see all users, and stop and delete what is theirs.'] : []),
      ],
    })
  },
  apply: async (context, hub, { names, admin = false }) => workOnPeople(context, hub, `users/${some(names)}`, { names: [...new Set(names)], admin }),
})

const some = (names: readonly string[]): string => (names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', '))
