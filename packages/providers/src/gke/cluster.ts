import { type ReleaseChannel } from '@hubfleet/core'
import type { Part, PartState, WantedMachines } from '../machines.ts'
import { choiceUnknown, machineTypesNamed, regionNamed } from './compute.ts'
import { isOurs } from './names.ts'
import { failureOf, isCancelable, runningOperations, wordsOf } from './operations.ts'
import { findCluster, parentOf, pathOfCluster, type GkeCluster, type Place } from './place.ts'
import { isInTheWay, isNotFound, isTaken, refusalOf } from './refusal.ts'
import { channelOf, clusterRequest, poolRequest, zonesFor } from './requests.ts'
import type { Session } from './session.ts'
import { compareVersions, isVersion } from './versions.ts'

/** The control plane, made with its pools. */
export function clusterPart(place: Place, wanted: WantedMachines): Part {
  return {
    name: 'cluster', of: 'machines', vital: true,
    async observe(signal) {
      const session = await place.session()
      const cluster = await findCluster(place, session, signal)
      if (!cluster) return { is: 'absent' }
      if (!isOurs(cluster.resourceLabels, place.record)) return { is: 'foreign', message: `in ${place.location} of ${session.project} there is one without the label of this cluster` }
      return (await busyWith(place, session, cluster, signal)) ?? settledState(place, cluster)
    },
    async make(signal) {
      const session = await place.session()
      const cluster = await findCluster(place, session, signal)
      if (!cluster) return create(place, session, wanted, signal)
      if (cluster.status === 'ERROR') throw failureOf(`The cluster ${place.record.name}`, cluster, session.project)
      const update = updateOf(place, cluster)
      if (update) await unlessInTheWay(() => refusing(place, session, () => session.rpc('updateCluster', { name: pathOfCluster(place, session), update }, signal), signal))
    },
    async remove(signal) {
      const session = await place.session()
      const cluster = await findCluster(place, session, signal)
      if (!cluster || !isOurs(cluster.resourceLabels, place.record) || cluster.status === 'STOPPING') return
      const upgrade = cluster.status === 'RECONCILING' ? (await runningOperations(place, session, signal)).find(isCancelable) : undefined
      if (upgrade) return void await session.rpc('cancelOperation', { name: `${parentOf(place, session)}/operations/${upgrade.name}` }, signal)
      await unlessInTheWay(async () => {
        try {
          await session.rpc('deleteCluster', { name: pathOfCluster(place, session) }, signal)
        } catch (error) {
          if (!isNotFound(error)) throw error
        }
      })
    },
  }
}

/** What GKE does to the cluster; null when it does nothing. */
export async function busyWith(place: Place, session: Session, cluster: GkeCluster, signal: AbortSignal): Promise<PartState | null> {
  switch (cluster.status) {
    case 'PROVISIONING': return { is: 'busy', message: 'GKE makes the cluster', againSeconds: 15 }
    case 'STOPPING': return { is: 'busy', message: 'GKE deletes the cluster', againSeconds: 15 }
    case 'RECONCILING': {
      const operations = await runningOperations(place, session, signal)
      const cancelable = operations.some(isCancelable)
      return { is: 'busy', message: operations.length > 0 ? operations.map(wordsOf).join('; ') : 'GKE repairs or updates the cluster', againSeconds: 10, ...(cancelable && { cancelable }) }
    }
    default: return null
  }
}

function settledState(place: Place, cluster: GkeCluster): PartState {
  if (cluster.status === 'ERROR') return { is: 'differs', message: `GKE could not make it: ${cluster.conditions?.[0]?.message ?? cluster.statusMessage ?? ''}` }
  const update = updateOf(place, cluster)
  if (update) return { is: 'differs', message: update.desiredMasterVersion ? `Kubernetes ${cluster.currentMasterVersion}, ${update.desiredMasterVersion} wanted` : `release channel ${String(cluster.releaseChannel?.channel).toLowerCase()}, ${place.record.spec.channel} wanted` }
  const worry = cluster.status === 'DEGRADED' ? `; GKE says it is degraded: ${cluster.conditions?.[0]?.message ?? ''}` : ''
  return { is: 'ready', message: `Kubernetes ${cluster.currentMasterVersion}${worry}` }
}

/** One thing at a time, as GKE takes it. A version that GKE has gone beyond by itself is not gone back to. */
function updateOf({ record: { spec: { kubernetesVersion, channel } } }: Place, { currentMasterVersion, releaseChannel }: GkeCluster): { desiredMasterVersion?: string; desiredReleaseChannel?: { channel: Uppercase<ReleaseChannel> } } | null {
  const runs = currentMasterVersion ?? ''
  if (channel !== undefined && releaseChannel?.channel !== channelOf(channel)) return { desiredReleaseChannel: { channel: channelOf(channel) } }
  if (kubernetesVersion !== undefined && !isVersion(runs, kubernetesVersion) && compareVersions(runs, kubernetesVersion) < 0) return { desiredMasterVersion: kubernetesVersion }
  return null
}

async function create(place: Place, session: Session, wanted: WantedMachines, signal: AbortSignal): Promise<void> {
  const zonesOf = await zonesOfPools(place, session, signal)
  const pools = place.pools.map((pool) => poolRequest(place, pool, { floor: wanted.nodes[pool.name] ?? 0, zones: zonesOf(pool.name), stopped: wanted.stopped }))
  const request = { parent: parentOf(place, session), cluster: clusterRequest(place, session.project, pools) }
  try {
    await refusing(place, session, () => session.rpc('createCluster', request, signal), signal)
  } catch (error) {
    // somebody was quicker, or our own call whose answer was lost: the next look tells whose it is
    if (!isTaken(error) && !isInTheWay(error)) throw error
  }
}

/** In which zones each pool's nodes are to be. Throws `cloud-choice-unknown` for what Google does not have. */
export async function zonesOfPools(place: Place, session: Session, signal: AbortSignal): Promise<(pool: string) => string[]> {
  const { zones } = await regionNamed(session, place.region, signal)
  const { zone } = place.record.spec
  if (zone !== undefined && !zones.includes(zone)) throw choiceUnknown('zone', zone, zones)
  const types = await machineTypesNamed(session, place.pools.map(({ machineType }) => machineType), zone === undefined ? zones : [zone], signal)
  return (name) => {
    const pool = place.pools.find((it) => it.name === name)!
    return zonesFor(pool, types.get(pool.machineType)!.zones)
  }
}

/** A version that GKE does not have is told with the nearest. */
async function refusing(place: Place, session: Session, work: () => Promise<unknown>, signal: AbortSignal): Promise<void> {
  try {
    await work()
  } catch (error) {
    const refusal = refusalOf(error)
    const { kubernetesVersion } = place.record.spec
    if (kubernetesVersion !== undefined && refusal?.status === 'INVALID_ARGUMENT' && /version/i.test(refusal.message)) {
      const { validMasterVersions } = await session.rpc('getServerConfig', { name: parentOf(place, session) }, signal)
      throw choiceUnknown('version', kubernetesVersion, validMasterVersions ?? [])
    }
    throw error
  }
}

export async function unlessInTheWay(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!isInTheWay(error)) throw error
  }
}
