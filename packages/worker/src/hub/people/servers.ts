import { Problem } from '@hubfleet/core'
import type { OperationRow } from '@hubfleet/database'
import { drifted, inSync, refused, waiting, type Step } from '@hubfleet/engine'
import type { HubServer } from '@hubfleet/providers'
import { noteResult, type Action } from '../action.ts'
import type { HubScope } from '../scope.ts'
import { fateOf, homeStep, requireKept, shownDisks, type HomeFate } from './homes.ts'

interface ServerInput { user: string; name: string }

const shown = ({ user, name }: ServerInput): string => (name === '' ? user : `${user}/${name}`)

/** The server as the hub has it: undefined where the user has none of the name. Throws `not-found` for a user that it does not know. */
async function find(scope: HubScope, { user, name }: ServerInput, signal: AbortSignal): Promise<HubServer | undefined> {
  const known = await (await scope.api(signal)).user(user, signal)
  if (!known) throw new Problem('not-found', { noun: 'user', ref: user })
  return known.servers.find((server) => server.name === name)
}

export function serverStartAction(operation: OperationRow): Action {
  const { options = {}, ...server } = operation.input as unknown as ServerInput & { options?: Record<string, unknown> }
  // A start that failed looks as if there never was one: only that it was asked for tells.
  let asked = operation.result?.['asked'] === true
  let url: string | null = null

  const step: Step<HubScope> = {
    name: `start ${shown(server)}`, condition: 'Ready',
    async observe(scope, signal) {
      const found = await find(scope, server, signal)
      const api = await scope.api(signal)
      if (found?.ready) {
        url = found.url && scope.status.url ? `${scope.status.url}${found.url}` : null
        return inSync('it runs')
      }
      if (found?.pending === 'stop') return waiting('it still stops', 2)
      const progress = await api.progress(server, signal)
      if (found?.pending === 'spawn') return waiting(progress ? `${progress.percent} %: ${progress.message}` : 'it starts', 1)
      if (!asked) return drifted('to be started')
      return refused(new Problem('server-start-failed', { user: server.user, reason: progress?.failed ? progress.message : 'it ended before it was ready' }))
    },
    async act(scope, signal) {
      await (await scope.api(signal)).startServer(server, options, signal)
      asked = true
      await noteResult(scope, operation, { asked })
    },
  }
  return { steps: [step], result: () => ({ ...server, url }) }
}

function stopStep(server: ServerInput): Step<HubScope> {
  return {
    name: `stop ${shown(server)}`, condition: 'Ready',
    async observe(scope, signal) {
      const found = await find(scope, server, signal)
      if (!found && server.name !== '') return refused(new Problem('not-found', { noun: 'server', ref: shown(server) }))
      if (!found || found.stopped || (!found.ready && !found.pending)) return inSync('it does not run')
      return found.pending === 'stop' ? waiting('it still stops', 2) : drifted('it runs')
    },
    act: async (scope, signal) => { await (await scope.api(signal)).stopServer(server, { remove: false }, signal) },
  }
}

export function serverStopAction(operation: OperationRow): Action {
  const server = operation.input as unknown as ServerInput
  return { steps: [stopStep(server)], result: () => ({ ...server }) }
}

/** Forgets a named server, and keeps or deletes the disk that only it has. */
export function serverDeleteAction(operation: OperationRow): Action {
  const { home: wanted, ...server } = operation.input as unknown as ServerInput & { home: HomeFate['wanted'] }
  const before = operation.result as { home?: HomeFate } | null
  const home = fateOf(wanted, before?.home)
  let noted = before !== null
  const ofServer = (disk: { user: string; server: string }) => disk.user === server.user && disk.server === server.name
  const stop = stopStep(server)
  const noteFirst: Step<HubScope> = {
    ...stop,
    async observe(scope, signal) {
      if (noted) return (await find(scope, server, signal)) ? stop.observe(scope, signal) : inSync('it is gone')
      const seen = await stop.observe(scope, signal)
      if (seen.is === 'refused') return seen
      home.disks = shownDisks((await scope.site.homes(signal)).filter(ofServer))
      await noteResult(scope, operation, { ...server, home })
      noted = true
      return seen
    },
  }
  const forget: Step<HubScope> = {
    name: `forget ${shown(server)}`, condition: 'Ready',
    observe: async (scope, signal) => ((await find(scope, server, signal)) ? drifted('to be forgotten') : inSync('forgotten')),
    async act(scope, signal) {
      requireKept(scope, home)
      await (await scope.api(signal)).stopServer(server, { remove: true }, signal)
    },
  }
  return { steps: [noteFirst, forget, homeStep(`home of ${shown(server)}`, home, ofServer)], result: () => ({ ...server, home }) }
}
