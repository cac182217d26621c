import type { ClusterAccess, Git, HostGuard, Outside, Registry } from '@hubfleet/cluster'
import { connectKubernetes, createForwards, createGit, createHelm, createOutside, createRegistry, preflight, watchCluster } from '@hubfleet/cluster'
import { Problem } from '@hubfleet/core'
import type { ClusterHandle, Provider } from '../provider.ts'
import { heldInCloud, releaseHeld } from './held-in-cloud.ts'
import type { PoolOf } from './samples/node-sample.ts'
import { sampleCluster } from './samples/samples.ts'
import { hubSite } from './site.ts'

export interface KubernetesProviderOptions {
  /** Judges each host before it is connected to. */
  guard: HostGuard
  /** Path of helm 4; default: the one on PATH. */
  helm?: string | undefined
  /** How hubs are looked at from outside; default: by the machine's DNS and network. */
  outside?: Outside
  /** How images are looked up; default: of their registries. */
  registry?: Registry
  /** How commits are found; default: by asking their repositories. */
  git?: Git
}

/** Clusters that exist already and that Hubfleet only uses; a registered kubeconfig leads to each. */
export function kubernetesProvider(options: KubernetesProviderOptions): Provider {
  return {
    kind: 'kubernetes',
    capabilities: { managed: false, virtualTime: false, loadBalancer: true, metrics: false },
    open: (cluster) => openKubernetes(cluster, options),
  }
}

/** The same of OpenShifts, ROSA and ARO among them: their rights are asked for too, and a cluster that is none is refused. */
export function openShiftProvider(options: KubernetesProviderOptions): Provider {
  return { ...kubernetesProvider(options), kind: 'openshift', open: (cluster) => openKubernetes(cluster, options, { openShift: true }) }
}

/** The handle of one cluster: of a registered one by its kubeconfig, of a cloud's by tokens that its provider makes (`RenewedAccess`). */
export async function openKubernetes(cluster: { name: string; access: ClusterAccess | null }, { guard, helm: program, outside = createOutside({ guard }), registry = createRegistry({ guard }), git = createGit({ guard }) }: KubernetesProviderOptions, { openShift = false, poolOf = () => null }: { openShift?: boolean; poolOf?: PoolOf } = {}): Promise<ClusterHandle> {
  if (!cluster.access) throw new Problem('cluster-denied', { cluster: cluster.name, reason: 'it has no credentials yet' })
  const { access } = cluster
  const kubernetes = await connectKubernetes({ cluster: cluster.name, access, guard })
  const helm = createHelm({ name: kubernetes.name, access, credentials: kubernetes.credentials, program })
  const forwards = createForwards(kubernetes)
  return {
    preflight: (signal) => preflight(kubernetes, signal, { openShift }),
    hub: (hub) => hubSite({ kubernetes, helm, forwards, outside, git, hub }),
    image: (text, credentials, signal) => registry.image(text, credentials, signal),
    heldInCloud: (options, signal) => heldInCloud(kubernetes, options, signal),
    releaseHeld: (options, signal) => releaseHeld(kubernetes, options, signal),
    samples: async (asked, signal) => [await sampleCluster(kubernetes, asked, poolOf, signal)],
    watch: (changed, signal) => watchCluster(kubernetes, changed, signal),
    close: async () => {
      await forwards.close()
      await kubernetes.close()
    },
  }
}
