import { defaultPools } from '@hubfleet/core'
import { openKubernetes, type KubernetesProviderOptions } from '../kubernetes/provider.ts'
import type { ClusterMachines, ClusterRecord, Provider } from '../provider.ts'
import { sessionsOf } from '../sessions.ts'
import { accessOf } from './access.ts'
import { billables, sweep } from './billables.ts'
import { createCatalogues } from './catalogues.ts'
import { checkCredential } from './check-credential.ts'
import { connectAzure, type AzureOptions } from './clients.ts'
import { clusterPart } from './cluster.ts'
import { poolOfNode } from './names.ts'
import { getCluster, placeOf, type Place } from './place.ts'
import { poolsPart, poolStates } from './pools.ts'
import { shortfalls } from './quota.ts'
import { resourceGroup } from './resource-group.ts'

export interface AksOptions extends KubernetesProviderOptions, AzureOptions { now?: () => number }

/** Managed clusters on Azure. */
export function aksProvider(options: AksOptions): Provider {
  const { now = Date.now } = options
  const catalogues = createCatalogues(now)
  const sessions = sessionsOf((credential) => connectAzure(credential, options))
  const place = (record: ClusterRecord): Place => placeOf(record, sessions(record), catalogues, now, record.spec.pools ?? defaultPools('aks'))
  return {
    kind: 'aks',
    capabilities: { managed: true, virtualTime: false, loadBalancer: true, metrics: false },
    machines: (record) => machinesOf(place(record)),
    checkCredential: (credential, signal) => checkCredential(credential, options, signal),
    open: async (record) => openKubernetes({ name: record.name, access: await accessOf(place(record), AbortSignal.timeout(60_000)) }, options, { poolOf: (labels) => poolOfNode(record.spec.pools ?? defaultPools('aks'), labels) }),
  }
}

function machinesOf(place: Place): ClusterMachines {
  return {
    parts: (wanted) => [resourceGroup(place), clusterPart(place, wanted), poolsPart(place, wanted)],
    pools: async (signal) => poolStates(place, await getCluster(place, signal), signal),
    quota: (wanted, signal) => shortfalls(place, wanted, signal),
    billables: (signal) => billables(place, signal),
    sweep: (options, signal) => sweep(place, options, signal),
  }
}
