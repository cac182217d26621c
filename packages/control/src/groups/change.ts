import { Type } from 'typebox'
import { peopleOfSpec, Problem } from '@hubfleet/core'
import type { HubRow } from '@hubfleet/database'
import { fieldOf, lockHubWithPeople, workOnPeople } from '../people/hub.ts'
import { plainPlan } from '../plan.ts'
import { verb, type Context } from '../verb.ts'
import { Nothing } from '../wire.ts'

const names = (description: string) => Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 255 }), { maxItems: 1000, description }))

/** Where the login says who is in which group, JupyterHub would undo what is changed here. */
async function lockHubWithOwnGroups(context: Context): Promise<HubRow> {
  const hub = await lockHubWithPeople(context)
  const { managedGroups } = peopleOfSpec(hub.spec)
  if (managedGroups !== null) throw new Problem('groups-managed', { hub: hub.name, field: fieldOf(managedGroups) })
  return hub
}

export const createGroup = verb({
  noun: 'group', verb: 'create', summary: 'Make a group in a hub', description: 'One that is there already gets the members.', action: 'hub:operate',
  input: Type.Object({
    name: Type.String({ minLength: 1, maxLength: 255, pattern: '^\\S(.*\\S)?$' }),
    users: names('Members from the start; they need accounts'),
  }, { $id: 'GroupCreate', additionalProperties: false }),
  load: lockHubWithOwnGroups,
  plan: async () => plainPlan(),
  apply: async (context, hub, { name, users = [] }) => workOnPeople(context, hub, `groups/${name}`, { group: name, users }),
})

export const updateGroup = verb({
  noun: 'group', verb: 'update', summary: 'Add members to a group, or take some out', description: 'Profiles that are for some groups only follow at the next start of a server.', action: 'hub:operate',
  input: Type.Object({ add: names('Users to add'), remove: names('Users to take out') }, { $id: 'GroupUpdate', additionalProperties: false, minProperties: 1 }),
  load: lockHubWithOwnGroups,
  plan: async () => plainPlan(),
  apply: async (context, hub, { add = [], remove = [] }) => workOnPeople(context, hub, `groups/${context.params.group!}`, { group: context.params.group!, add, remove }),
})

export const deleteGroup = verb({
  noun: 'group', verb: 'delete', summary: 'Delete a group', description: 'Its members keep their accounts.', action: 'hub:operate', input: Nothing,
  load: lockHubWithOwnGroups,
  plan: async () => plainPlan(),
  apply: async (context, hub) => workOnPeople(context, hub, `groups/${context.params.group!}`, { group: context.params.group! }),
})
