import type { Kubernetes, V1Node, V1PersistentVolumeClaim, V1Pod, V1Service } from '@hubfleet/cluster'
import { pagesOf } from '@hubfleet/cluster'
import { buildNamespace, hubLabel, type ClusterSample, type HubSample, type NodeSample } from '@hubfleet/core'
import type { MeteredHub, SamplesAsked } from '../../provider.ts'
import { claimSample } from './claim-sample.ts'
import { askPeople, hubPlace, type HubPlace } from './people.ts'
import { nodeSample, type PoolOf } from './node-sample.ts'
import { podSample } from './pod-sample.ts'
import { countAddresses } from './way-in.ts'

/** What is gathered of a hub. */
interface Draft { hub: MeteredHub; sample: HubSample; jupyterhub: HubPlace | null }

/** One list of each kind for the whole cluster, page by page, and then JupyterHub's own word, of so many hubs at a time. */
export async function sampleCluster(kubernetes: Kubernetes, { hubs, now, holdsSeconds }: SamplesAsked, poolOf: PoolOf, signal: AbortSignal): Promise<ClusterSample> {
  const drafts = hubs.map((hub): Draft => ({ hub, sample: { hubId: hub.id, pods: [], claims: [], loadBalancers: 0, addresses: 0, servers: null, users: null }, jupyterhub: null }))
  const byNamespace = new Map(drafts.flatMap((draft) => [[draft.hub.namespace, draft], [buildNamespace(draft.hub), draft]]))
  const each = async <Item extends { metadata?: { namespace?: string } }>(path: string, labelSelector: string, take: (draft: Draft, item: Item) => void): Promise<void> => {
    for await (const page of pagesOf<Item>(kubernetes, path, labelSelector ? { labelSelector } : {}, signal)) {
      for (const item of page) {
        const draft = byNamespace.get(item.metadata?.namespace ?? '')
        if (draft) take(draft, item)
      }
    }
  }
  const takePod = (draft: Draft, pod: V1Pod): void => {
    const sample = podSample(pod)
    if (sample) draft.sample.pods.push(sample)
    draft.jupyterhub ??= hubPlace(pod)
  }
  const nodes: NodeSample[] = []
  for await (const page of pagesOf<V1Node>(kubernetes, '/api/v1/nodes', {}, signal)) nodes.push(...page.map((node) => nodeSample(node, poolOf)))
  await each<V1Pod>('/api/v1/pods', 'app=jupyterhub', takePod)
  await each<V1Pod>('/api/v1/pods', `app!=jupyterhub,${hubLabel}`, takePod)
  // claims that an old KubeSpawner made have no labels
  await each<V1PersistentVolumeClaim>('/api/v1/persistentvolumeclaims', '', ({ sample }, claim) => { sample.claims.push(...claimSample(claim)) })
  await each<V1Service>('/api/v1/services', 'app=jupyterhub', ({ sample }, service) => {
    const addresses = countAddresses(service)
    if (addresses === null) return
    sample.loadBalancers++
    sample.addresses += addresses
  })
  await askPeople(kubernetes, drafts, signal)
  return { at: now, holdsSeconds, nodes, hubs: drafts.map(({ sample }) => sample) }
}
