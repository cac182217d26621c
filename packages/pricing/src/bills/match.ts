import type { Charge } from './charge.ts'

/** A cluster as bills may name it. */
export interface BilledCluster { id: string; name: string; /** Its namespaces are told by `hubNames`. */ hubs: readonly { id: string; name: string; namespace: string }[] }

export interface Match { clusterId: string; hubId: string }

/** What Hubfleet marks everything with, and the ids of clusters in it. */
export const ownMark = 'hubfleet-cluster'

/** Keys under which clouds and their controllers note a cluster's name. */
const clusterKeys = ['goog-k8s-cluster-name', 'goog-fleet-cluster-name', 'eks-cluster-name', 'aws-eks-cluster-name', 'eks-eks-cluster-name', 'alpha-eksctl-io-cluster-name', 'k8s-cluster-name', 'kubernetescluster', 'kubernetes-cluster', 'cluster-name', 'aks-managed-cluster-name', 'elbv2-k8s-aws-cluster', 'karpenter-sh-discovery', 'cluster']
const namespaceKeys = ['k8s-namespace', 'kubernetes-io-created-for-pvc-namespace', 'kubernetes-namespace', 'eks-namespace', 'aws-eks-namespace', 'aks-namespace', 'namespace']
const hubKeys = ['hubfleet-hub', 'hub-name', '2i2c-hub-name', 'hub', 'hub-jupyter-org-name']

/** Finds whose a charge is: by mark, by the names that clouds and their controllers note, and by the names of resources. */
export class Matcher {
  readonly #byId: ReadonlyMap<string, BilledCluster>
  readonly #byName: ReadonlyMap<string, BilledCluster>
  readonly #hubs: ReadonlyMap<string, Match>
  /** The longest first, so that no name is taken for a longer one that begins alike. */
  readonly #names: readonly { name: string; cluster: BilledCluster }[]
  readonly #otherwise: BilledCluster | null

  /** Of clusters of one name the first counts. `otherwise`: whose everything is that nothing tells of. */
  constructor(clusters: readonly BilledCluster[], otherwise: string | null = null) {
    this.#byId = new Map(clusters.map((cluster) => [cluster.id, cluster]))
    this.#byName = new Map(clusters.toReversed().map((cluster) => [cluster.name.toLowerCase(), cluster]))
    this.#hubs = new Map(clusters.toReversed().flatMap(({ id, hubs }) => hubs.map((hub) => [hub.namespace, { clusterId: id, hubId: hub.id }] as const)))
    this.#names = [...this.#byName].map(([name, cluster]) => ({ name, cluster })).sort((a, b) => b.name.length - a.name.length)
    this.#otherwise = clusters.find(({ id }) => id === otherwise) ?? null
  }

  /** Null: nothing tells. */
  match({ marks, resource }: Pick<Charge, 'marks' | 'resource'>): Match | null {
    const namespace = firstOf(marks, namespaceKeys) ?? /hub-[0-9a-hjkmnp-tv-z]{24}/.exec(resource)?.[0]
    const byNamespace = namespace === undefined ? undefined : this.#hubs.get(namespace)
    if (byNamespace) return byNamespace
    const cluster = this.#byId.get(marks.get(ownMark) ?? '') ?? this.#named(marks) ?? this.#inResource(resource.toLowerCase()) ?? this.#otherwise
    if (!cluster) return null
    const hub = firstOf(marks, hubKeys)
    return { clusterId: cluster.id, hubId: cluster.hubs.find(({ id, name }) => hub !== undefined && (id === hub || name === hub))?.id ?? '' }
  }

  #named(marks: ReadonlyMap<string, string>): BilledCluster | undefined {
    const name = firstOf(marks, clusterKeys)
    const known = name && this.#byName.get(name.toLowerCase())
    if (known) return known
    for (const key of marks.keys()) {
      const owned = /^(?:kubernetes-io-cluster|k8s-io-cluster-autoscaler)-(.+)$/.exec(key)?.[1]
      const found = owned && this.#names.find((each) => dashed(each.name) === owned)
      if (found) return found.cluster
    }
    return undefined
  }

  #inResource(resource: string): BilledCluster | undefined {
    if (resource === '') return undefined
    return this.#names.find(({ name }) => resource.endsWith(`clusters/${name}`) || resource.endsWith(`:cluster/${name}`) || resource.endsWith(`/managedclusters/${name}`)
      || (resource.startsWith('/subscriptions/') && new RegExp(`/resourcegroups/(hubfleet-${escaped(name)}(-nodes|-homes)?|mc_[^/]*_${escaped(name)}_[a-z0-9]+)/`).test(`${resource}/`))
      || new RegExp(`(^|/)gke-${escaped(name.slice(0, 20))}-`).test(resource))?.cluster
  }
}

const firstOf = (marks: ReadonlyMap<string, string>, keys: readonly string[]): string | undefined => { for (const key of keys) { const value = marks.get(key); if (value) return value } return undefined }
const dashed = (name: string): string => name.replace(/[^a-z0-9]+/g, '-')
const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
