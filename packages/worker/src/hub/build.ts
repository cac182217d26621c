import { buildKind, buildName, type BuildInput, type BuildResult } from '@hubfleet/control'
import { buildWorkflow, gitLoginFor, isProblem, Problem, secretTexts, type BuildJob, type HubSpec, type KeptLog } from '@hubfleet/core'
import { and, eq, hubs, isNull, ne, operations, platformScope, transaction, type Database, type OperationRow } from '@hubfleet/database'
import { drifted, inSync, refused, waiting, type Step } from '@hubfleet/engine'
import { masked } from '../masked.ts'
import type { HubScope } from './scope.ts'

type HubStep = Step<HubScope>

/** The kept end of a build's log, of each container. */
const keptLineCount = 400
const keptCharacters = 40_000
/** A log is read to its end in this time, or kept as far as it was read. */
const keptMs = 30_000

/**
 * Builds an image in the hub's cluster. What was found out is noted as it happens (the commit, what was pushed, how it failed): branches move, and
 * a Job that ended is taken away.
 */
export function buildAction(operation: OperationRow): { steps: HubStep[]; result(): Record<string, unknown> } {
  const { repository, ref, image, roll, hub, tenant } = operation.input as unknown as BuildInput
  const result: BuildResult = { ...operation.result }
  const name = buildName(operation.id)
  const note = async ({ database }: HubScope, found: BuildResult) => {
    Object.assign(result, found)
    await transaction(database, platformScope, (tx) => tx.update(operations).set({ result: { ...result } }).where(eq(operations.id, operation.id)))
  }
  const jobOf = ({ hub: { spec }, secrets }: HubScope): BuildJob => {
    const settings = spec.build ?? unset(hub)
    const password = secrets.fields['/build/password']
    const git = gitLoginFor(settings.git, secrets.fields['/build/git/token'], repository)
    return { name, repository, commit: result.commit!, image: `${image}:${result.commit!}`, settings, credentials: settings.username && password ? { username: settings.username, password } : null, git }
  }

  const commit: HubStep = {
    name: 'commit', condition: 'ImagesReady',
    observe: async () => (result.commit ? inSync(`${ref} is ${result.commit}`) : drifted(`${ref} of ${repository} is to be looked up`)),
    async act(scope, signal) {
      const found = await scope.site.commit(repository, ref, gitLoginFor(scope.hub.spec.build?.git, scope.secrets.fields['/build/git/token'], repository), signal)
      await note(scope, { commit: found, image: `${image}:${found}` })
    },
  }

  const build: HubStep = {
    name: 'build', condition: 'ImagesReady',
    async observe(scope, signal) {
      if (result.digest) return inSync(`${result.image}@${result.digest}`)
      if (result.failure) return refused(new Problem('build-failed', { image: result.image!, reason: result.failure, hub, build: operation.id }))
      if (result.barred) return refused(new Problem('build-barred', { hub, reason: result.barred }))
      const state = await scope.site.build(name, signal)
      if (!state) return drifted('is to be started')
      return state.state === 'pushed' || state.state === 'failed' ? drifted(`ended: ${state.state}`) : waiting(`${state.state}: ${state.message}`, 3)
    },
    async act(scope, signal) {
      const job = jobOf(scope)
      const state = await scope.site.build(name, signal)
      if (!state) {
        // what was built of this commit before is not built again
        const there = await pushed(scope, job, signal)
        if (there) return note(scope, { digest: there })
        const barred = await scope.site.buildBarred(job, signal)
        if (barred === null) return scope.site.startBuild(job, signal)
        await scope.site.endBuilds(signal)
        return note(scope, { barred, workflow: buildWorkflow({ ci: 'github', image, hub, tenant, server: 'https://hubfleet.example.org', branch: /^[0-9a-f]{40}$|^HEAD$/.test(ref) ? 'main' : ref }) })
      }
      if (state.state !== 'pushed' && state.state !== 'failed') return
      const log = await keptLog(scope, name, signal)
      const digest = state.state === 'pushed' ? state.digest ?? await pushed(scope, job, signal) : null
      // what failed ends the operation, and no step comes after it
      if (!digest) await scope.site.endBuilds(signal)
      await note(scope, digest ? { digest, log } : { log, failure: state.state === 'failed' ? state.message : 'its Job ended well, yet the registry does not have the image' })
    },
  }

  const cleaned: HubStep = {
    name: 'clean-up', condition: 'ImagesReady',
    observe: async ({ site }, signal) => ((await site.buildsLeft(signal)) ? drifted('the pods of the build are to go') : inSync('nothing of it is left in the cluster')),
    act: ({ site }, signal) => site.endBuilds(signal),
  }

  const rolled: HubStep = {
    name: 'roll', condition: 'ImagesReady',
    async observe({ database, hub: { id } }) {
      const spec = await specOf(database, id)
      return spec?.image?.digest === result.digest && spec?.image?.name === image ? inSync('the hub is moved to it') : drifted('the hub is to be moved to it')
    },
    act: ({ roll: move, hub: { id } }) => move({ hubId: id, principal: operation.requestedBy, operation: operation.id, image: { name: image, tag: result.commit!, digest: result.digest! } }),
  }

  return { steps: [commit, build, cleaned, ...(roll ? [rolled] : [])], result: () => ({ ...result }) }
}

const unset = (hub: string): never => { throw new Problem('build-unset', { hub }) }

/** The digest that the registry has for the build's tag; null where it has none, or does not say. */
async function pushed(scope: HubScope, { image, credentials }: BuildJob, signal: AbortSignal): Promise<string | null> {
  try {
    return (await scope.image(image, credentials, signal)).digest
  } catch (error) {
    if (isProblem(error)) return null
    throw error
  }
}

/** The end of what each container wrote, with how much came before: whoever followed it goes on where he was. */
async function keptLog({ site, secrets }: HubScope, name: string, signal: AbortSignal): Promise<KeptLog[]> {
  const logs = new Map<string, KeptLog & { lines: string[] }>()
  const within = AbortSignal.any([signal, AbortSignal.timeout(keptMs)])
  try {
    for await (const { pod, container, text } of await site.followBuild(name, null, within)) {
      const log = logs.get(container) ?? { pod, container, text: '', before: 0, lines: [] }
      logs.set(container, log)
      log.lines.push(masked(text, secretTexts(secrets)))
      if (log.lines.length > keptLineCount) log.before! += log.lines.splice(0, log.lines.length - keptLineCount).length
    }
  } catch (error) {
    signal.throwIfAborted()
    if (!within.aborted) throw error
  }
  return [...logs.values()].map(({ lines, ...log }) => {
    // whole lines, as many of the last as fit
    let [from, room] = [lines.length, keptCharacters]
    while (from > 0 && room > lines[from - 1]!.length) room -= lines[--from]!.length + 1
    return { ...log, before: log.before! + from, text: lines.slice(from).map((line) => `${line}\n`).join('') }
  })
}

async function specOf(database: Database, id: string): Promise<HubSpec | undefined> {
  const [row] = await transaction(database, platformScope, (tx) => tx.select({ spec: hubs.spec }).from(hubs).where(eq(hubs.id, id)))
  return row?.spec
}

/** A build that was canceled, failed, or took too long leaves its namespace. */
export const buildsWanted: HubStep = {
  name: 'builds', condition: 'ImagesReady', advisory: true,
  async observe({ site, hub, database }, signal) {
    if (!(await site.buildsLeft(signal))) return inSync('none')
    const [open] = await transaction(database, platformScope, (tx) => tx.select({ id: operations.id }).from(operations)
      .where(and(eq(operations.targetId, hub.id), eq(operations.kind, buildKind), isNull(operations.finishedAt), ne(operations.state, 'canceling'))).limit(1))
    return open ? inSync('one goes on') : drifted('their operations ended')
  },
  act: ({ site }, signal) => site.endBuilds(signal),
}
