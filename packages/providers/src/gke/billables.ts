import { isObject, type JsonObject } from '@hubfleet/core'
import type { Billable } from '../machines.ts'
import { computeUrl, itemsOf, scoped } from './compute.ts'
import { balancers } from './balancers.ts'
import { isOurs, lastOf, marks, pathOf } from './names.ts'
import { findCluster, pathOfCluster, type Place } from './place.ts'
import { billablesOfServices } from './services.ts'
import { listAll, type Session } from './session.ts'

export interface Found { /** Whether the cluster itself is there and ours. */ lives: boolean; things: Billable[] }

/** Everything that bills and is the cluster's, or looks like it. */
export async function findBillables(place: Place, signal: AbortSignal): Promise<Found> {
  const session = await place.session()
  const { record } = place
  const [cluster, instances, disks, snapshots, balanced] = await Promise.all([
    findCluster(place, session, signal), labelled('instances'), labelled('disks'), labelledSnapshots(place, session, signal), balancers(place, session, signal),
  ])
  const lives = cluster !== null && isOurs(cluster.resourceLabels, record)
  const part = lives ? { part: 'pools' } : {}
  return {
    lives,
    things: [
      ...(lives ? [{ kind: 'cluster' as const, id: pathOfCluster(place, session), name: record.name, location: place.location, ours: true, known: `label ${marks.cluster}`, part: 'cluster' }] : []),
      ...instances.map(({ scope, item }): Billable => {
        const { provisioningModel } = isObject(item['scheduling']) ? item['scheduling'] : {}
        return { ...common(place, scope, item), kind: 'machine', machineType: lastOf(String(item['machineType'])), ...(provisioningModel === 'SPOT' && { spot: true }), ...(isOurs(labelsIn(item), record) && part) }
      }),
      ...disks.map(({ scope, item }): Billable => {
        const claim = claimOf(item)
        return {
          ...common(place, scope, item), kind: 'disk', sizeGiB: Number(item['sizeGb']), diskType: lastOf(String(item['type'])),
          ...(claim === null ? isOurs(labelsIn(item), record) && part : { holdsHome: true }),
        }
      }),
      ...snapshots.map((item): Billable => ({ ...common(place, 'global', item), kind: 'snapshot', sizeGiB: Math.ceil(Number(item['storageBytes'] ?? 0) / 2 ** 30), holdsHome: true })),
      ...balanced,
      ...await billablesOfServices(place, session, lives ? cluster : null, signal),
    ],
  }

  async function labelled(kind: 'instances' | 'disks'): Promise<{ scope: string; item: JsonObject }[]> {
    const pages = await listAll(session, `compute.${kind}.aggregatedList`, computeUrl(session, `aggregated/${kind}`), { filter: filterOf(place) }, signal)
    return pages.flatMap((page) => scoped(page, kind)).filter(({ item }) => isOurs(labelsIn(item), record) || isInPlace(place, item))
  }
}

async function labelledSnapshots(place: Place, session: Session, signal: AbortSignal): Promise<JsonObject[]> {
  const pages = await listAll(session, 'compute.snapshots.list', computeUrl(session, 'global/snapshots'), { filter: filterOf(place) }, signal)
  return pages.flatMap(itemsOf).filter((item) => isOurs(labelsIn(item), place.record) || isInPlace(place, item))
}

/** By our label, and by GKE's, under which a namesake of other days is found too. */
const filterOf = ({ record: { id, name } }: Place): string => `(labels.${marks.cluster}="${id}") OR (labels.goog-k8s-cluster-name="${name}")`

/** A cluster of that name in another place is no concern of ours. */
const isInPlace = ({ location }: Place, item: JsonObject): boolean => [undefined, location].includes(labelsIn(item)['goog-k8s-cluster-location'])

function common({ record }: Place, location: string, item: JsonObject): Pick<Billable, 'id' | 'name' | 'location' | 'ours' | 'known'> {
  const ours = isOurs(labelsIn(item), record)
  const claim = claimOf(item)
  const of = claim === null ? '' : `, of the claim ${claim}`
  return {
    id: pathOf(String(item['selfLink'])), name: String(item['name']), location, ours,
    known: (ours ? `label ${marks.cluster}` : `label goog-k8s-cluster-name=${record.name}, but not ${marks.cluster}=${record.id}`) + of,
  }
}

const labelsIn = (item: JsonObject): Record<string, string> => (isObject(item['labels']) ? item['labels'] as Record<string, string> : {})

/** The claim for which Kubernetes made a disk; null for none, as a node's own disk. */
function claimOf(item: JsonObject): string | null {
  try {
    const { 'kubernetes.io/created-for/pvc/name': name, 'kubernetes.io/created-for/pvc/namespace': namespace } = JSON.parse(String(item['description'] || '{}')) as Record<string, string>
    return name === undefined ? (labelsIn(item)['goog-gke-volume'] === undefined ? null : 'unknown') : `${namespace}/${name}`
  } catch {
    return labelsIn(item)['goog-gke-volume'] === undefined ? null : 'unknown'
  }
}
