import { Problem, userNameOf } from '@hubfleet/core'
import type { OperationRow } from '@hubfleet/database'
import { drifted, inSync, refused, type Step } from '@hubfleet/engine'
import type { HubApi, HubUser } from '@hubfleet/providers'
import { noteResult, type Action } from '../action.ts'
import type { HubScope } from '../scope.ts'

/** So many are asked for one by one; for more the pages of all are read. */
const askedOneByOne = 20

async function known(api: HubApi, names: readonly string[], signal: AbortSignal): Promise<HubUser[]> {
  if (names.length > askedOneByOne) {
    const wanted = new Set(names)
    return (await api.users(signal)).filter(({ name }) => wanted.has(name))
  }
  return (await Promise.all(names.map((name) => api.user(name, signal)))).filter((user) => user !== null)
}

/** Accounts, and admins where that was asked for. Who was there already is told apart. */
export function userCreateAction(operation: OperationRow): Action {
  const { names: given, admin } = operation.input as { names: string[]; admin?: boolean }
  const before = operation.result as { created?: string[]; existing?: string[] } | null
  const result = { created: before?.created ?? [], existing: before?.existing ?? [] }
  // the hub may name somebody otherwise than he was given, by rules of its login
  let named = [...new Set(given.map(userNameOf))]
  const renamed = new Set<string>()
  const add = (list: string[], names: readonly string[]) => list.push(...names.filter((name) => !list.includes(name)))

  const accounts: Step<HubScope> = {
    name: `accounts (${operation.id.slice(-6)})`, condition: 'Ready',
    async observe(scope, signal) {
      const there = (await known(await scope.api(signal), named, signal)).map(({ name }) => name)
      const missing = named.filter((name) => !there.includes(name) && !renamed.has(name))
      add(result.existing, there.filter((name) => !result.created.includes(name)))
      return missing.length > 0 ? drifted(`${missing.length} of ${named.length} to be made`) : inSync(`${result.created.length} made, ${result.existing.length} were there`)
    },
    async act(scope, signal) {
      const api = await scope.adminApi(signal)
      const there = new Set((await known(api, named, signal)).map(({ name }) => name))
      const missing = named.filter((name) => !there.has(name))
      const made = await api.createUsers(missing, signal)
      add(result.created, made)
      for (const name of missing) if (!made.includes(name)) renamed.add(name)
      named = [...new Set([...named.filter((name) => !renamed.has(name)), ...made])]
      await noteResult(scope, operation, result)
    },
  }
  return { steps: [accounts, ...(admin ? [adminsStep(() => named, true)] : [])], result: () => result }
}

function adminsStep(names: () => readonly string[], admin: boolean): Step<HubScope> {
  const others = async (scope: HubScope, signal: AbortSignal) => (await known(await scope.api(signal), names(), signal)).filter((user) => user.admin !== admin)
  return {
    name: `admins: ${names().slice(0, 5).join(', ')}`, condition: 'Ready',
    async observe(scope, signal) {
      const left = await others(scope, signal)
      return left.length > 0 ? drifted(`${left.length} to change`) : inSync(admin ? 'admins' : 'no admins')
    },
    async act(scope, signal) {
      const api = await scope.adminApi(signal)
      for (const { name } of await others(scope, signal)) await api.setAdmin(name, admin, signal)
    },
  }
}

export function userUpdateAction(operation: OperationRow): Action {
  const { user, admin } = operation.input as { user: string; admin: boolean }
  const { name, condition, observe, act } = adminsStep(() => [user], admin)
  const step: Step<HubScope> = {
    name, condition,
    observe: async (scope, signal) => ((await (await scope.api(signal)).user(user, signal)) === null ? refused(new Problem('not-found', { noun: 'user', ref: user })) : observe(scope, signal)),
    act: act!,
  }
  return { steps: [step], result: () => ({ user, admin }) }
}
