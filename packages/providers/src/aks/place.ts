import type { ManagedCluster } from '@azure/arm-containerservice'
import { Problem } from '@hubfleet/core'
import type { ClusterRecord, PartState, PoolSpec } from '../provider.ts'
import type { Azure } from './clients.ts'
import type { Catalogues } from './catalogues.ts'
import { isOurs, namesOf, tagOf, tags, type Names } from './names.ts'

/** One cluster in its subscription: what all parts of it stand on. */
export interface Place {
  record: ClusterRecord
  names: Names
  region: string
  pools: readonly PoolSpec[]
  /** Connects when it is first asked. */
  azure(): Promise<Azure>
  catalogues: Catalogues
  now(): number
}

export async function getCluster({ azure, names }: Place, signal: AbortSignal): Promise<ManagedCluster | null> {
  const { find, containers } = await azure()
  return find('Microsoft.ContainerService/managedClusters/read', signal, async (options) => (await containers()).managedClusters.get(names.group, names.cluster, options))
}

/** At rest, however the last change ended: Azure takes another one. */
export const atRest = (state: string | undefined): boolean => ['Succeeded', 'Failed', 'Canceled'].includes(state ?? '')

export const isStopped = (cluster: ManagedCluster): boolean => cluster.powerState?.code === 'Stopped'

export const foreign = (kind: string, all: Record<string, string> | undefined): PartState => {
  const owner = tagOf(all, tags.cluster)
  return { is: 'foreign', message: owner ? `the ${kind} has the tag ${tags.cluster} of ${owner}` : `the ${kind} has no tag ${tags.cluster}` }
}

export const isForeign = ({ record }: Place, all: Record<string, string> | undefined): boolean => !isOurs(all, record)

export function placeOf(record: ClusterRecord, azure: () => Promise<Azure>, catalogues: Catalogues, now: () => number, pools: readonly PoolSpec[]): Place {
  return { record, names: namesOf(record), region: regionOf(record), pools, azure, catalogues, now }
}

/** As Azure's API spells regions: `West Europe` is `westeurope`. */
function regionOf({ name, spec }: ClusterRecord): string {
  if (!spec.region) throw new Problem('cloud-failed', { what: `The cluster ${name}`, cloud: 'azure', reason: 'it names no region', fix: 'Set region, such as westeurope.' })
  return spec.region.toLowerCase().replaceAll(' ', '')
}
