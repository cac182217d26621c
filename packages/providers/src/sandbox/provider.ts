import type { Clock } from '@hubfleet/core'
import type { Database } from '@hubfleet/database'
import type { ClusterHandle, ClusterRecord, ClusterSpec, Preflight, Provider } from '../provider.ts'
import { machineTypes, podsPerNode, storageClasses } from './capacity.ts'
import { checkCredential } from './check-credential.ts'
import { sandboxImage } from './images.ts'
import { clusterMachines, initialVersion } from './machines.ts'
import { throughApiServer } from './reach.ts'
import { hubSite } from './site.ts'
import type { Machines } from './state.ts'
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
    return {
      preflight: (signal) => reach.look(signal, ({ machines }) => preflight(machines!, spec)),
      hub: (hub) => hubSite(reach, id, hub),
      image: async (text, credentials, signal) => sandboxImage(text, credentials, (await clockOf(tenantId)).now(), await store.look(signal, ({ pushed }) => pushed)),
      // what hubs had went with them, and disks of kept homes are the cloud's own
      heldInCloud: async () => [],
      releaseHeld: async () => {},
      watch: (changed, signal) => watchCluster(notifications, store, id, changed, signal),
      close: async () => {},
    }
  }
}

function preflight({ pools, defaultStorageClass, version = initialVersion }: Machines, { region }: ClusterSpec): Preflight {
  const nodes = Object.entries(pools).sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([pool, { machineType, wanted, ready }]) =>
    Array.from({ length: wanted }, (_, i) => ({ name: `${pool}-${i + 1}`, machineType, ...machineTypes[machineType]!, pods: podsPerNode, ready: i < ready })))
  return { version: `v${version}`, defaultStorageClass, storageClasses, loadBalancer: 'sandbox', networkPolicies: region === 'sandbox-no-network-policies' ? 'not-enforced' : 'enforced', cloud: null, nodes }
}
