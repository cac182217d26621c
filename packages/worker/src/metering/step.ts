import { isProblem, type ClusterSample } from '@hubfleet/core'
import type { ClusterRow, MeteringRow } from '@hubfleet/database'
import { drifted, inSync, type Step } from '@hubfleet/engine'
import type { MeteredHub } from '@hubfleet/providers'
import type { Handles } from '../handles.ts'

export interface MeteringScope {
  row: MeteringRow
  cluster: ClusterRow
  handles: Handles
  hubs: (MeteredHub & { /** It is gone, and only homes of it may be there. */ gone: boolean })[]
  /** By the clock that the cluster lives by. */
  now: Date
  holdsSeconds: number
  /** What was seen; null as long as nobody looked. */
  samples: ClusterSample[] | null
}

/** One look at a cluster. A look that was cut is made again: nothing of it was written. */
export const look: Step<MeteringScope> = {
  name: 'sample', condition: 'Ready',
  observe: async ({ samples }) => (samples ? inSync(`${samples.length} samples`) : drifted('a look is due')),
  async act(scope, signal) {
    const { cluster, handles, hubs, now, holdsSeconds, row } = scope
    try {
      const seen = await (await handles.get(cluster)).samples({ hubs, now, after: row.sampledAt, holdsSeconds }, signal)
      const gone = new Set(hubs.filter((hub) => hub.gone).map(({ id }) => id))
      scope.samples = seen.map((sample) => ({ ...sample, hubs: sample.hubs.filter(({ hubId, claims }) => !gone.has(hubId) || claims.length > 0) }))
    } catch (error) {
      if (isProblem(error) && error.code.startsWith('cluster-')) handles.doubt(cluster)
      throw error
    }
  },
}
