import { Problem, userNameOf } from '@hubfleet/core'
import type { OperationRow } from '@hubfleet/database'
import { drifted, inSync, refused, type Step } from '@hubfleet/engine'
import { noteResult, type Action } from '../action.ts'
import type { HubScope } from '../scope.ts'

interface Members { add: string[]; remove: string[] }

const readGroup = async (scope: HubScope, name: string, signal: AbortSignal) => (await scope.api(signal)).group(name, signal)

/** The members that are wanted are in it, and the others are not. */
function membersStep(group: string, wanted: Members, size: { members: number | null }): Step<HubScope> {
  const add = wanted.add.map(userNameOf)
  const remove = wanted.remove.map(userNameOf)
  const left = (users: readonly string[]): Members => ({ add: add.filter((user) => !users.includes(user)), remove: remove.filter((user) => users.includes(user)) })
  return {
    name: `members of ${group}`, condition: 'Ready',
    async observe(scope, signal) {
      const found = await readGroup(scope, group, signal)
      if (!found) return refused(new Problem('not-found', { noun: 'group', ref: group }))
      size.members = found.users.length
      const todo = left(found.users)
      return todo.add.length + todo.remove.length > 0 ? drifted(`${todo.add.length} to add, ${todo.remove.length} to remove`) : inSync(`${found.users.length} members`)
    },
    async act(scope, signal) {
      const found = await readGroup(scope, group, signal)
      if (found) await (await scope.adminApi(signal)).changeGroup(group, left(found.users), signal)
    },
  }
}

export function groupCreateAction(operation: OperationRow): Action {
  const { group, users } = operation.input as { group: string; users: string[] }
  const size = { members: null as number | null }
  const made: Step<HubScope> = {
    name: `group ${group}`, condition: 'Ready',
    observe: async (scope, signal) => ((await readGroup(scope, group, signal)) ? inSync('it is there') : drifted('to be made')),
    act: async (scope, signal) => (await scope.adminApi(signal)).createGroup(group, signal),
  }
  return { steps: [made, membersStep(group, { add: users, remove: [] }, size)], result: () => ({ group, ...size }) }
}

export function groupUpdateAction(operation: OperationRow): Action {
  const { group, ...members } = operation.input as unknown as Members & { group: string }
  const size = { members: null as number | null }
  return { steps: [membersStep(group, members, size)], result: () => ({ group, ...size }) }
}

/** Its members keep their accounts. */
export function groupDeleteAction(operation: OperationRow): Action {
  const { group } = operation.input as { group: string }
  let found = operation.result?.['found'] === true
  const step: Step<HubScope> = {
    name: `delete group ${group}`, condition: 'Ready',
    async observe(scope, signal) {
      if (await readGroup(scope, group, signal)) return drifted('to be deleted')
      return found ? inSync('deleted') : refused(new Problem('not-found', { noun: 'group', ref: group }))
    },
    async act(scope, signal) {
      found = true
      await noteResult(scope, operation, { group, found })
      await (await scope.adminApi(signal)).deleteGroup(group, signal)
    },
  }
  return { steps: [step], result: () => ({ group }) }
}
