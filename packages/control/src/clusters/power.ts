import type { ClusterSpec } from '@hubfleet/core'
import { verb } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { changesCluster } from './change.ts'

/** What goes on to bill while nothing runs. */
const stillBills: Record<string, string> = {
  gke: 'Its control plane, disks, load balancers and reserved addresses go on costing money.',
  aks: 'AKS stops it as a whole, since its system pool cannot have no nodes. Disks, load balancers and addresses go on costing money.',
  eks: 'Its control plane, disks, load balancers and addresses go on costing money.',
  sandbox: 'Its control plane, disks and load balancers go on costing money.',
}

const disconnected = { disconnectsUsers: true, words: ['Everybody in every hub of the cluster is disconnected: all nodes go.'] }

export const stopCluster = verb({
  noun: 'cluster', verb: 'stop', summary: 'Take all nodes of a managed cluster away; what is stored stays', action: 'hub:admin', input: Nothing,
  description: 'The plan says what goes on to cost money.',
  ...changesCluster('A stop', (_cluster, spec) => ({ spec: { ...spec, stopped: true }, plan: { disruption: disconnected, warnings: [stillBills[spec.provider]!] } })),
})

export const startCluster = verb({
  noun: 'cluster', verb: 'start', summary: 'Give a stopped cluster its nodes back', action: 'hub:admin', input: Nothing,
  ...changesCluster('A start', (_cluster, { stopped: _stopped, ...spec }): { spec: ClusterSpec } => ({ spec })),
})

export const rebuildCluster = verb({
  noun: 'cluster', verb: 'rebuild', summary: 'Make a cluster again that somebody deleted in the cloud', action: 'hub:admin', input: Nothing,
  description: 'Empty: its hubs are installed again, and what their disks held is lost but for disks that the cloud still has. A cluster that is there stays as it is.',
  ...changesCluster('A rebuild', (_cluster, spec) => ({
    spec: { ...spec, rebuilds: (spec.rebuilds ?? 0) + 1 }, plan: { warnings: ['If the cluster is gone, it is made again, empty: accounts and homes that were in it do not come back by themselves.'] },
  })),
})
