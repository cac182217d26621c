import { expectedDisruption, isProblem, planWords, type Disruption, type ObjectChange } from '@hubfleet/core'
import type { PlanSeen } from '@hubfleet/database'
import { inSync, type Step } from '@hubfleet/engine'
import type { DesiredRelease, HubSite, Preview, Remnant } from '@hubfleet/providers'
import { notKept } from '../hub/dismantle.ts'
import type { PlanScope } from './scope.ts'

/** The one step of making a plan: it only looks. `found` gets what it saw. */
export const lookStep = (found: (seen: PlanSeen) => void): Step<PlanScope> => ({
  name: 'dry run', condition: 'ReleaseInSync',
  async observe(scope, signal) {
    const { plan, site, effect, hub, apiToken, input } = scope
    const release = await scope.release(signal)
    const preview = effect === null ? { fingerprints: await site.fingerprints(signal), objects: [] } : await previewOf(scope, release, signal)
    const homes = hub ? await site.homes(signal) : []
    const people = { connected: hub ? await connectedTo(site, apiToken!, signal) : 0, homes: { count: homes.length, gib: homes.reduce((sum, home) => sum + home.sizeGiB, 0) } }
    const promised = (plan.planned as { disruption: Disruption }).disruption
    const disruption = effect === null ? promised : expectedDisruption(promised, preview.objects)
    const ends = effect !== null && release === null
    found({ words: planWords({ disruption, people, ends, homes: effect === 'gone' ? input.homes : undefined }), disruption, connected: people.connected, ...preview })
    return inSync(`${preview.objects.length === 1 ? '1 object' : `${preview.objects.length} objects`} would change; ${people.connected === 1 ? '1 person is' : `${people.connected} people are`} connected`)
  },
})

/** As the worker will do it: where only seats differ, helm does not run, and nothing but their number changes. */
async function previewOf({ site, secrets, effect, input }: PlanScope, release: DesiredRelease | null, signal: AbortSignal): Promise<Preview> {
  const installed = await site.release(signal)
  const isInstalled = release !== null && installed?.status === 'deployed' && installed.valuesHash === release.valuesHash && installed.chartDigest === release.chart.digest
  if (effect === 'gone') return withRemnants(await site.preview(release, secrets, signal), notKept(await site.remnants(signal), input.homes ?? null))
  if (!isInstalled || effect === null) return site.preview(release, secrets, signal)
  const [fingerprints, seats] = await Promise.all([site.fingerprints(signal), site.seats(signal)])
  const wanted = effect.spec.capacity.seats
  const change: ObjectChange = { kind: 'StatefulSet', name: 'user-placeholder', change: 'update', restarts: false, fields: [{ path: '/spec/replicas', before: seats?.wanted ?? 0, after: wanted }] }
  return { fingerprints, objects: (seats?.wanted ?? 0) === wanted ? [] : [change] }
}

/** What a hub that ends takes with it goes as well: helm knows of no home, and leaves the database where it is. */
function withRemnants({ fingerprints, objects }: Preview, remnants: readonly Remnant[]): Preview {
  const named = new Set(objects.map(({ kind, name }) => `${kind} ${name}`))
  const others = remnants.filter(({ kind, name }) => !named.has(`${kind} ${name}`)).map(({ kind, name }): ObjectChange => ({ kind, name, change: 'delete', restarts: false, fields: [] }))
  return { fingerprints, objects: [...objects, ...others] }
}

/** How many people have a server now: as JupyterHub tells, or where it does not answer, as their pods do. */
export async function connectedTo(site: HubSite, apiToken: string, signal: AbortSignal): Promise<number> {
  if (!(await site.release(signal))) return (await site.userPods(signal)).length
  try {
    const servers = await (await site.api(apiToken, signal)).servers(signal)
    return new Set(servers.map(({ user }) => user)).size
  } catch (error) {
    signal.throwIfAborted()
    if (!isProblem(error) || error.code.startsWith('cluster-')) throw error
    return (await site.userPods(signal)).length
  }
}
