import type { RenewedAccess } from '@hubfleet/cluster'
import { Problem } from '@hubfleet/core'
import { openKubernetes, type KubernetesProviderOptions } from '../kubernetes/provider.ts'
import type { ClusterMachines, OpenCredential } from '../machines.ts'
import type { ClusterRecord, Provider } from '../provider.ts'
import { sessionsOf } from '../sessions.ts'
import { findBillables } from './billables.ts'
import { checkCredential } from './check.ts'
import { clusterPart } from './cluster.ts'
import { isOurs } from './names.ts'
import { findCluster, placeOf, type Place } from './place.ts'
import { poolsPart, poolStates } from './pools.ts'
import { shortfalls } from './quota.ts'
import { createSession, gcpCredential } from './session.ts'
import { sweep } from './sweep.ts'

/** Clusters of Google Kubernetes Engine, in its Standard form. */
export function gkeProvider(options: KubernetesProviderOptions): Provider {
  const sessions = sessionsOf((credential, cluster) => createSession(gcpCredential(credential, cluster), options.guard))
  const placeIn = (record: ClusterRecord): Place => placeOf(record, sessions(record))
  return {
    kind: 'gke',
    capabilities: { managed: true, virtualTime: false, loadBalancer: true, metrics: false },
    machines: (record) => machinesOf(() => placeIn(record)),
    checkCredential: (credential: OpenCredential, signal) => checkCredential(createSession(gcpCredential(credential, 'the cluster'), options.guard), signal),
    async open(record) {
      const place = placeIn(record)
      return openKubernetes({ name: record.name, access: await accessOf(place) }, options, { poolOf: (labels) => labels['hubfleet.dev/pool'] })
    },
  }
}

function machinesOf(place: () => Place): ClusterMachines {
  return {
    parts: (wanted) => [clusterPart(place(), wanted), poolsPart(place(), wanted)],
    pools: (signal) => poolStates(place(), signal),
    quota: (wanted, signal) => shortfalls(place(), wanted, signal),
    billables: async (signal) => (await findBillables(place(), signal)).things,
    sweep: (kept, signal) => sweep(place(), kept, signal),
  }
}

/** By the cluster's public address and tokens of the same identity that made it. */
async function accessOf(place: Place): Promise<RenewedAccess> {
  const signal = AbortSignal.timeout(60_000)
  const session = await place.session()
  const cluster = await findCluster(place, session, signal)
  const unreachable = (reason: string) => new Problem('cluster-unreachable', { cluster: place.record.name, server: `GKE in ${place.location}`, reason })
  if (!cluster) throw unreachable('it is not made yet')
  if (!isOurs(cluster.resourceLabels, place.record)) throw unreachable('the cluster of that name is not this one')
  const { endpoint, masterAuth } = cluster
  if (!endpoint || !masterAuth?.clusterCaCertificate) throw unreachable('it has no address yet')
  return {
    server: `https://${endpoint}`, certificateAuthorityData: masterAuth.clusterCaCertificate,
    token: async (within, options) => (await place.session()).token(within, options),
  }
}
