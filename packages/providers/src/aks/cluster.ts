import type { ManagedCluster } from '@azure/arm-containerservice'
import type { Part, PartState, WantedMachines } from '../provider.ts'
import { checkSize } from './catalogues.ts'
import { changeable, drift, newCluster } from './cluster-body.ts'
import { keepHomeDisks } from './home-disks.ts'
import { checkPools, systemPool, tagsOf } from './names.ts'
import { atRest, foreign, getCluster, isForeign, isStopped, type Place } from './place.ts'
import { poolBody, poolNameFor } from './pool-body.ts'
import { failureProblem, statusOf } from './problems.ts'
import { behind, checkVersion, nextVersion } from './versions.ts'

/** How long a change of each kind takes about, so as to look as often as is worth it. */
const againSeconds: Record<string, number> = { Creating: 20, Deleting: 20, Upgrading: 30, Starting: 15, Stopping: 15, Updating: 15, Canceling: 5 }

/** A change that failed for a lasting cause is tried again no sooner: whoever mended the cause need not tell us. */
const pauseAfterFailureMs = 10 * 60_000

/** The managed cluster with its system pool: the control plane, its version and settings, and whether it runs at all. */
export function clusterPart(place: Place, wanted: WantedMachines): Part {
  return {
    name: 'cluster', of: 'machines', vital: true,
    observe: async (signal) => judge(place, wanted, await getCluster(place, signal)),
    make: (signal) => make(place, wanted, signal),
    remove: (signal) => remove(place, wanted, signal),
  }
}

function judge(place: Place, wanted: WantedMachines, cluster: ManagedCluster | null): PartState {
  if (!cluster) return { is: 'absent' }
  if (isForeign(place, cluster.tags)) return foreign(`cluster ${place.names.cluster}`, cluster.tags)
  const { provisioningState: state = 'unknown' } = cluster
  if (!atRest(state)) return { is: 'busy', message: state.toLowerCase(), againSeconds: againSeconds[state] ?? 15, cancelable: !['Deleting', 'Canceling'].includes(state) }
  if (isStopped(cluster)) return wanted.stopped ? { is: 'ready', message: 'stopped; disks, load balancers and addresses still bill' } : { is: 'differs', message: 'to be started' }
  if (wanted.stopped) return { is: 'differs', message: 'to be stopped' }
  const older = behind(cluster, place.record.spec.kubernetesVersion)
  if (older) return { is: 'differs', message: `Kubernetes ${older}, ${place.record.spec.kubernetesVersion} wanted` }
  const differences = drift(place, cluster)
  if (differences.length > 0) return { is: 'differs', message: differences.join('; ') }
  return state === 'Succeeded' ? { is: 'ready', message: `Kubernetes ${cluster.currentKubernetesVersion}` } : failed(place, cluster)
}

function failed(place: Place, cluster: ManagedCluster): PartState {
  if (cluster.provisioningState === 'Canceled') return { is: 'differs', message: 'its last change was canceled' }
  const problem = failureProblem(cluster.status?.provisioningError, { action: `The cluster ${place.names.cluster}`, account: `the subscription of ${place.names.cluster}` })
  const since = cluster.systemData?.lastModifiedAt?.getTime()
  if (!problem.retryable && since !== undefined && place.now() - since < pauseAfterFailureMs) throw problem
  return { is: 'differs', message: `its last change failed: ${problem.message}` }
}

async function make(place: Place, wanted: WantedMachines, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  const cluster = await getCluster(place, signal)
  if (!cluster) return create(place, wanted, signal)
  if (isForeign(place, cluster.tags) || !atRest(cluster.provisioningState)) return
  const { names, record, azure } = place
  const { call, containers } = await azure()
  if (isStopped(cluster)) {
    if (!wanted.stopped) await call('Microsoft.ContainerService/managedClusters/start/action', signal, async (options) => (await containers()).managedClusters.start(names.group, names.cluster, options).submitted())
    return
  }
  if (wanted.stopped) return call('Microsoft.ContainerService/managedClusters/stop/action', signal, async (options) => (await containers()).managedClusters.stop(names.group, names.cluster, options).submitted())
  const older = behind(cluster, record.spec.kubernetesVersion)
  const next = older && (await nextVersion(place, older, record.spec.kubernetesVersion!, signal))
  // all of it goes back as it was read, and only while nobody else changed it
  const body: ManagedCluster = { ...cluster, ...changeable(place), autoScalerProfile: { ...cluster.autoScalerProfile, ...changeable(place).autoScalerProfile }, securityProfile: { ...cluster.securityProfile, ...changeable(place).securityProfile }, tags: { ...cluster.tags, ...tagsOf(record) }, ...(next && { kubernetesVersion: next }) }
  await call('Microsoft.ContainerService/managedClusters/write', signal, async (options) => (await containers()).managedClusters.createOrUpdate(names.group, names.cluster, body, { ...options, ...(cluster.eTag && { ifMatch: cluster.eTag }) }).submitted())
}

async function create(place: Place, { nodes }: WantedMachines, signal: AbortSignal): Promise<void> {
  const { names, region, record: { spec }, pools, catalogues } = place
  checkPools(pools)
  const azure = await place.azure()
  for (const { machineType } of pools) await checkSize(catalogues, azure, { region, zone: spec.zone, machineType }, signal)
  if (spec.kubernetesVersion !== undefined) await checkVersion(place, spec.kubernetesVersion, signal)
  const pool = systemPool(pools)!
  const body = newCluster(place, { ...poolBody(place, pool, nodes[pool.name] ?? 0), name: poolNameFor(pool.name, []) })
  // never over one that somebody else makes at the same time
  await azure.call('Microsoft.ContainerService/managedClusters/write', signal, async (options) => (await azure.containers()).managedClusters.createOrUpdate(names.group, names.cluster, body, { ...options, ifNoneMatch: '*' }).submitted())
}

/** AKS deletes all that is in its resource group with the cluster, disks too: those of homes that are to stay are copied out first. */
async function remove(place: Place, { keepHomes }: WantedMachines, signal: AbortSignal): Promise<void> {
  const cluster = await getCluster(place, signal)
  if (!cluster || isForeign(place, cluster.tags) || ['Deleting', 'Canceling'].includes(cluster.provisioningState ?? '')) return
  const { names, azure } = place
  const { call, find, containers } = await azure()
  if (!atRest(cluster.provisioningState)) {
    await call('Microsoft.ContainerService/managedClusters/abort/action', signal, async (options) => {
      try {
        await (await containers()).managedClusters.abortLatestOperation(names.group, names.cluster, options).submitted()
      } catch (error) {
        if (statusOf(error) !== 409) throw error // it ended by itself meanwhile
      }
    })
    return
  }
  if (keepHomes && !(await keepHomeDisks(place, signal))) return
  await find('Microsoft.ContainerService/managedClusters/delete', signal, async (options) => (await containers()).managedClusters.delete(names.group, names.cluster, options).submitted())
}
