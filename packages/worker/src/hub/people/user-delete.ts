import { Problem } from '@hubfleet/core'
import type { OperationRow } from '@hubfleet/database'
import { drifted, inSync, refused, waiting, type Step } from '@hubfleet/engine'
import { noteResult, type Action } from '../action.ts'
import type { HubScope } from '../scope.ts'
import { fateOf, homeStep, requireKept, shownDisks, type HomeFate } from './homes.ts'

/** Stops what the user runs, deletes the account, and then keeps or deletes the disks, as was decided. An account that is gone already leaves the disks to decide over. */
export function userDeleteAction(operation: OperationRow): Action {
  const { user, home: wanted } = operation.input as { user: string; home: HomeFate['wanted'] }
  const before = operation.result as { home?: HomeFate; account?: string } | null
  const home = fateOf(wanted, before?.home)
  let account = before?.account ?? null
  const result = () => ({ user, account: account ?? 'none', home })

  const servers: Step<HubScope> = {
    name: `servers of ${user}`, condition: 'Ready',
    async observe(scope, signal) {
      if (account === null) {
        const [known, disks] = [await (await scope.api(signal)).user(user, signal), (await scope.site.homes(signal)).filter((disk) => disk.user === user)]
        if (known === null && disks.length === 0) return refused(new Problem('not-found', { noun: 'user', ref: user }))
        // what is deleted is noted before anything is, so that what became of it can be told after any cut
        account = known === null ? 'none' : 'there'
        home.disks = shownDisks(disks)
        await noteResult(scope, operation, result())
      }
      const running = (await (await scope.api(signal)).user(user, signal))?.servers.filter((server) => !server.stopped) ?? []
      if (running.length === 0) return inSync('none run')
      return running.every(({ pending }) => pending === 'stop') ? waiting(`${running.length} still stop`, 2) : drifted(`${running.length} run`)
    },
    async act(scope, signal) {
      requireKept(scope, home)
      const api = await scope.api(signal)
      for (const server of (await api.user(user, signal))?.servers ?? []) if (!server.stopped) await api.stopServer(server, { remove: false }, signal)
    },
  }
  const accountGone: Step<HubScope> = {
    name: `account of ${user}`, condition: 'Ready',
    async observe(scope, signal) {
      if ((await (await scope.api(signal)).user(user, signal)) !== null) return drifted('to be deleted')
      if (account === 'there') account = 'deleted'
      return inSync(account === 'none' ? 'there was none' : 'deleted')
    },
    async act(scope, signal) {
      requireKept(scope, home)
      await (await scope.adminApi(signal)).deleteUser(user, signal)
    },
  }
  return { steps: [servers, accountGone, homeStep(`home of ${user}`, home, (disk) => disk.user === user)], result }
}
