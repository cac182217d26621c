import type { JsonObject, LoginProbe } from '../../packages/core/src/index.ts'
import { completeHubSpec, newHubSecrets, renderValues, valuesHash, type HubSpecInput } from '../../packages/core/src/index.ts'
import type { Chart, ClusterHandle, DesiredRelease, HubRef, HubSite, Provider } from '../../packages/providers/src/index.ts'

export type Test = typeof import('tap').default

export interface Bed {
  name: string
  provider: Pick<Provider, 'kind' | 'capabilities'>
  chart: Chart
  /** Raw values of every hub, for what the bed lacks or needs. */
  values?: JsonObject
  /** A cluster that runs and has room for a hub. */
  open(): Promise<ClusterHandle>
  /** Names that nobody used before. */
  hub(): HubRef
  /** Lets time pass until the condition holds; throws when it never does. */
  settle(what: string, condition: () => Promise<boolean>): Promise<void>
  /** Gives the hub at least one user, with a home and a server that runs. */
  bringUser(site: HubSite, hub: HubRef): Promise<void>
  /** When or as what the pods of each Deployment of the hub were started last, by its name: another text after a restart. */
  starts(site: HubSite, hub: HubRef): Promise<Record<string, string>>
  /** Has the provider of a hub's logins know the client `hub` and its secret, refuse it, or say nothing; and what is asked then. */
  login(site: HubSite, hub: HubRef, provider: 'known' | 'refused' | 'silent'): Promise<LoginProbe>
  /** Its rules let no pod of a build in. */
  barsBuilds?: true
  /** Of an OpenShift: has its router take the hub's Routes, or refuse them. */
  admitRoutes?(site: HubSite, hub: HubRef, refusal?: string): Promise<void>
  /** Leaves the hub's release as a helm that was killed in an upgrade does. */
  cutHelm(site: HubSite, hub: HubRef): Promise<void>
}

/** What the worker would install for a spec; the same input gives the same release as long as the secrets are the same. */
export function desiredRelease(bed: Bed, hub: HubRef, input: HubSpecInput = {}, secrets = newHubSecrets()): DesiredRelease {
  const spec = completeHubSpec({ ...input, values: { ...bed.values, ...input.values } })
  const { values } = renderValues({ hub, spec, secrets, openShift: bed.admitRoutes !== undefined })
  return { chart: bed.chart, values, valuesHash: valuesHash(values) }
}

/** A signal that never ends. */
export const unending = new AbortController().signal

export const settled = async (bed: Bed, site: HubSite): Promise<void> =>
  bed.settle('workloads to be ready', async () => {
    const workloads = await site.workloads(unending)
    return workloads.length > 0 && workloads.every((workload) => workload.ready)
  })
