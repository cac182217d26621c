import { Problem } from '@hubfleet/core'
import type { ClusterSpec } from '../provider.ts'
import type { SandboxCluster } from './state.ts'
import type { Store } from './store.ts'

/** The document as seen through the API server of the cluster, which may not be there or not let us in. */
export type Reach = Store

export function throughApiServer(store: Store, name: string, { region }: ClusterSpec): Reach {
  const requireAnswer = ({ machines }: SandboxCluster, now: number) => {
    const unreachable = (reason: string) => new Problem('cluster-unreachable', { cluster: name, server: `https://${name}.sandbox.invalid`, reason })
    if (!machines) throw unreachable('the cluster is not there')
    if (now < machines.readyAt) throw unreachable('the cluster is being made')
    if (machines.goneAt) throw unreachable('the cluster is being deleted')
    if (region === 'sandbox-unreachable') throw unreachable('no answer, as sandbox-unreachable asks')
    if (region === 'sandbox-denied') throw new Problem('cluster-denied', { cluster: name, reason: '401 Unauthorized, as sandbox-denied asks' })
  }
  return {
    look: (signal, read) => store.look(signal, (cluster, now) => {
      requireAnswer(cluster, now)
      return read(cluster, now)
    }),
    change: (namespace, signal, work) => store.change(namespace, signal, (cluster, now) => {
      requireAnswer(cluster, now)
      return work(cluster, now)
    }),
  }
}
