import { warningsOf } from '@hubfleet/cluster'
import type { Clock } from '@hubfleet/core'
import { platformScope, transaction, type Database } from '@hubfleet/database'
import type { ClusterHandle, ClusterRecord, ClusterSpec, Preflight, Provider } from '../provider.ts'
import { machineTypes, podsPerNode, storageClasses } from './capacity.ts'
import { checkCredential } from './check-credential.ts'
import { sandboxImage } from './images.ts'
import { clusterMachines, initialVersion } from './machines.ts'
import { throughApiServer } from './reach.ts'
import { takeSamples } from './kept-samples.ts'
import { nothingOf } from './samples.ts'
import { hubSite } from './site.ts'
import type { Machines } from './state.ts'
import { openShiftOf, type SandboxOpenShift } from './openshift.ts'
import { openStore, type Store } from './store.ts'
import { watchCluster, type Notifications } from './watch.ts'

export interface SandboxOptions {
  database: Database
  /** The clock of a cluster's owner; a cluster lives by it alone, whosever its hubs are. */
  clockOf(tenantId: string | null): Promise<Clock>
  notifications: Notifications
}

/**
 * A cloud with clusters that exists in the database only: it survives a crash, several workers share it, and it lives by virtual time.
 * Students who use its hubs are simulated; see `docs/how-to/sandbox.md` for how to have some, and how to make it misbehave.
 */
export function createSandboxProvider({ database, clockOf, notifications }: SandboxOptions): Provider {
  return {
    kind: 'sandbox',
    capabilities: { managed: true, virtualTime: true, loadBalancer: true, metrics: false },
    checkCredential,
    machines: (cluster) => clusterMachines(storeOf(cluster), cluster),
    open: async (cluster) => openCluster(cluster),
  }

  function storeOf({ id, tenantId }: ClusterRecord): Store {
    return openStore(database, id, () => clockOf(tenantId))
  }

  function openCluster(record: ClusterRecord): ClusterHandle {
    const { id, tenantId, name, spec } = record
    const store = storeOf(record)
    const reach = throughApiServer(store, name, spec)
    const openShift = openShiftOf(record)
    return {
      preflight: (signal) => reach.look(signal, ({ machines }) => preflight(machines!, spec, openShift)),
      hub: (hub) => hubSite(reach, id, hub, openShift),
      image: async (text, credentials, signal) => sandboxImage(text, credentials, (await clockOf(tenantId)).now(), await store.look(signal, ({ pushed }) => pushed)),
      // what hubs had went with them, and disks of kept homes are the cloud's own
      heldInCloud: async () => [],
      releaseHeld: async () => {},
      samples: async ({ hubs, after }, signal) => {
        // notes what is due until now
        await reach.change(null, signal, () => {})
        const noted = await transaction(database, platformScope, (tx) => takeSamples(tx, id, after))
        return noted.map((sample) => ({ ...sample, hubs: hubs.map(({ id: hubId }) => sample.hubs.find((hub) => hub.hubId === hubId) ?? nothingOf(hubId)) }))
      },
      watch: (changed, signal) => watchCluster(notifications, store, id, changed, signal),
      close: async () => {},
    }
  }
}

function preflight({ pools, defaultStorageClass, version = initialVersion }: Machines, { region }: ClusterSpec, openShift: SandboxOpenShift | null): Preflight {
  const nodes = Object.entries(pools).sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([pool, { machineType, wanted, ready }]) =>
    Array.from({ length: wanted }, (_, i) => ({ name: `${pool}-${i + 1}`, machineType, ...machineTypes[machineType]!, pods: podsPerNode, ready: i < ready })))
  const found = {
    version, defaultStorageClass, storageClasses: storageClasses.map((each) => ({ ...each, isDefault: each.name === defaultStorageClass })),
    platform: openShift ? { kind: 'openshift' as const, name: 'OpenShift', version: '4.20.3', domain: openShift.domain } : { kind: 'kubernetes' as const, name: 'Sandbox', version: null, domain: null },
    cloud: null, zones: [], loadBalancer: 'sandbox', autoscaler: null, metrics: 'none' as const, networkPlugin: openShift ? 'ovn-kubernetes' : 'sandbox',
    networkPolicies: region === 'sandbox-no-network-policies' ? 'not-enforced' as const : 'enforced' as const, gatewayClasses: ['sandbox'], ingressClasses: [{ name: 'sandbox', controller: 'sandbox.invalid/ingress', isDefault: true }],
    certManager: true, podSecurity: 'enforced' as const,
    devices: devicesOf(nodes),
  }
  return { ...found, warnings: warningsOf(found, openShift !== null), nodes }
}

const devicesOf = (nodes: readonly { machineType: string }[]): Record<string, number> => {
  const gpus = nodes.filter(({ machineType }) => machineType === 'sandbox-gpu').length
  return gpus > 0 ? { 'nvidia.com/gpu': gpus } : {}
}
