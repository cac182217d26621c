import { isProblem, Problem, secretTexts } from '@hubfleet/core'
import type { FoundImage, Live } from '@hubfleet/control'
import { clusters, eq, platformScope, transaction, type ClusterRow } from '@hubfleet/database'
import { previewCull } from './culling/preview.ts'
import { Handles, type HandlesOptions } from './handles.ts'
import { livePeople } from './live-people.ts'
import { masked } from './masked.ts'
import { connectedTo } from './plan/look.ts'
import { openScope, type HubScope, type HubWorkerOptions } from './hub/scope.ts'

/** Registries count the questions of each address. */
const atOnce = 4

/** A caller waits for it. */
const patienceMs = 15_000

export type LiveOptions = Omit<HubWorkerOptions, 'handles'> & Pick<HandlesOptions, 'providers'> & Partial<Pick<HandlesOptions, 'publicUrl'>>

/** Looks into clusters for the server. It opens a cluster when it is first asked of and watches none; `close` ends what was opened. */
export function createLive({ providers, publicUrl = null, ...options }: LiveOptions): Live & { close(): Promise<void> } {
  const { database } = options
  const handles = new Handles({ ...options, providers, publicUrl })
  const signal = () => AbortSignal.timeout(patienceMs)

  return {
    nodes: async (clusterId) => (await handles.preflight(await clusterRow(clusterId), signal())).nodes,
    billables: async (clusterId) => handles.machines(await clusterRow(clusterId, { deleted: true })).billables(signal()),
    look: async (hubId) => {
      const { site, secrets } = await hubScope(hubId)
      const within = signal()
      const [fingerprints, connected] = await Promise.all([site.fingerprints(within), connectedTo(site, secrets.apiToken, within)])
      return { fingerprints, connected }
    },
    images: async (clusterId, asked) => {
      const handle = await handles.get(await clusterRow(clusterId))
      const within = signal()
      return inParallel(asked, atOnce, async ({ text, credentials }): Promise<FoundImage> => {
        try {
          return { facts: await handle.image(text, credentials, within) }
        } catch (error) {
          if (isProblem(error)) return { problem: error }
          if (!within.aborted) throw error
          return { problem: new Problem('registry-not-answering', { registry: 'of the image', image: text, reason: 'no answer in time' }) }
        }
      })
    },
    kubeconfig: async (hubId, options) => {
      const { site } = await hubScope(hubId)
      const { expiresAt, ...given } = await site.kubeconfig(options, signal())
      return { ...given, expiresAt: expiresAt.toISOString() }
    },
    culls: async (hubId, limits) => previewCull(await hubScope(hubId), limits, signal()),
    logs: async (hubId, of) => {
      const { site, secrets } = await hubScope(hubId)
      return (await site.logs(of, signal())).map((log) => ({ ...log, text: masked(log.text, secretTexts(secrets)) }))
    },
    buildLogs: async (hubId, name, lines) => {
      const { site, secrets } = await hubScope(hubId)
      return (await site.buildLogs(name, lines, signal())).map((log) => ({ ...log, text: masked(log.text, secretTexts(secrets)) }))
    },
    followBuild: async function* (hubId, name, after, within) {
      const { site, secrets } = await hubScope(hubId)
      const hidden = secretTexts(secrets)
      for await (const line of await site.followBuild(name, after, within)) yield { ...line, text: masked(line.text, hidden) }
    },
    people: livePeople(hubScope, signal),
    close: () => handles.close(),
  }

  async function hubScope(id: string): Promise<HubScope> {
    const scope = await openScope({ ...options, handles }, id)
    if (!scope) throw new Problem('not-found', { noun: 'hub', ref: id })
    return scope
  }

  async function clusterRow(id: string, { deleted = false } = {}): Promise<ClusterRow> {
    const [row] = await transaction(database, platformScope, (tx) => tx.select().from(clusters).where(eq(clusters.id, id)))
    if (!row || (row.deletedAt && !deleted)) throw new Problem('not-found', { noun: 'cluster', ref: id })
    return row
  }
}

/** The answers in the order of the questions, so many asked at the same time. */
async function inParallel<T, R>(items: readonly T[], most: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = []
  const queue = [...items.entries()]
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) answers[next[0]] = await work(next[1])
  }))
  return answers
}
