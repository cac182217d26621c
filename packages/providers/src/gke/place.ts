import type { protos } from '@google-cloud/container'
import { defaultPools, Problem, type PoolSpec } from '@hubfleet/core'
import type { ClusterRecord } from '../provider.ts'
import { cloud } from './problems.ts'
import { isNotFound } from './refusal.ts'
import type { Session } from './session.ts'

export type GkeCluster = protos.google.container.v1.ICluster
export type GkePool = protos.google.container.v1.INodePool

/** A cluster of ours and the session by which it is worked on. */
export interface Place {
  record: ClusterRecord
  session(): Promise<Session>
  pools: readonly PoolSpec[]
  /** Where GKE keeps the cluster: the zone if there is one, else the region. */
  location: string
  region: string
}

export function placeOf(record: ClusterRecord, session: () => Promise<Session>): Place {
  const { spec: { region, zone, pools = defaultPools('gke') } } = record
  const location = zone ?? region
  if (location === undefined) throw new Problem('cloud-choice-unknown', { cloud, what: 'place for', name: record.name, nearest: 'name a region, such as us-central1' })
  return { record, session, pools, location, region: region ?? zone!.replace(/-[a-z]$/, '') }
}

export const parentOf = ({ location }: Place, { project }: Session): string => `projects/${project}/locations/${location}`
export const pathOfCluster = (place: Place, session: Session): string => `${parentOf(place, session)}/clusters/${place.record.name}`

export async function findCluster(place: Place, session: Session, signal: AbortSignal): Promise<GkeCluster | null> {
  try {
    return await session.rpc('getCluster', { name: pathOfCluster(place, session) }, signal)
  } catch (error) {
    if (isNotFound(error)) return null
    throw error
  }
}
