import { Problem, readKubeconfig, readKubeconfigServer } from '@hubfleet/core'
import type { ClusterAccess } from '@hubfleet/cluster'
import { getCluster, isForeign, isStopped, type Place } from './place.ts'

/** AKS's own server in Entra, the same in all directories and clouds: tokens for clusters are for it. */
const aksServer = '6dae42f8-4368-4678-94ff-3960e28e3630'

/** How a cluster is reached: with Entra's tokens, or where it has no Entra, with its own administrator's certificate. */
export async function accessOf(place: Place, signal: AbortSignal): Promise<ClusterAccess> {
  const { names, record, azure: connect } = place
  const cluster = await getCluster(place, signal)
  const unreachable = (reason: string): Problem => new Problem('cluster-unreachable', { cluster: record.name, server: cluster?.fqdn ?? 'Azure', reason })
  if (!cluster) throw unreachable('it is not made yet')
  if (isForeign(place, cluster.tags)) throw unreachable('the cluster of that name in Azure is not this one')
  if (isStopped(cluster)) throw unreachable('it is stopped')
  if (!cluster.fqdn && !cluster.privateFqdn) throw unreachable('it is still being made')
  const azure = await connect()
  const entra = cluster.aadProfile?.managed === true
  const { kubeconfigs } = entra
    ? await azure.call('Microsoft.ContainerService/managedClusters/listClusterUserCredential/action', signal, async (options) => (await azure.containers()).managedClusters.listClusterUserCredentials(names.group, names.cluster, options))
    : await azure.call('Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action', signal, async (options) => (await azure.containers()).managedClusters.listClusterAdminCredentials(names.group, names.cluster, options))
  const value = kubeconfigs?.[0]?.value
  if (!value) throw unreachable('Azure gives no kubeconfig for it')
  const text = Buffer.from(value).toString('utf8')
  if (!entra) return readKubeconfig(text)
  // how people log in is in it too: nothing of that is used
  return { ...readKubeconfigServer(text), token: (bounded) => azure.token(`${aksServer}/.default`, bounded) }
}
