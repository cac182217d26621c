import type { Billable } from '@hubfleet/providers'
import { isKept } from './dismantle.ts'
import type { ClusterScope } from './scope.ts'

/** What there was in the cloud, and what a second look finds. */
export interface ClusterTeardown {
  found: Thing[]
  gone: Thing[]
  /** On purpose: disks of homes, which bill. */
  kept: Thing[]
  /** Not proven to be the cluster's: looks like it and was not touched. */
  notOurs: Thing[]
  left: Thing[]
  clean: boolean
}
type Thing = Pick<Billable, 'kind' | 'id' | 'name' | 'location' | 'known' | 'sizeGiB'>

export async function teardownReport({ machines, wanted, status }: ClusterScope): Promise<ClusterTeardown> {
  const found = status.teardown?.found ?? []
  const now = await machines().billables(AbortSignal.timeout(60_000))
  const there = new Set(now.map(({ id }) => id))
  const kept = now.filter((thing) => thing.ours && isKept(thing, wanted))
  const left = now.filter((thing) => thing.ours && !isKept(thing, wanted))
  return {
    found: found.map(thingOf), gone: found.filter(({ id }) => !there.has(id)).map(thingOf), kept: kept.map(thingOf),
    notOurs: now.filter(({ ours }) => !ours).map(thingOf), left: left.map(thingOf), clean: left.length === 0,
  }
}

const thingOf = ({ kind, id, name, location, known, sizeGiB }: Billable): Thing => ({ kind, id, name, location, known, ...(sizeGiB !== undefined && { sizeGiB }) })
