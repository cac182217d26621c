import type { V1Node } from '@kubernetes/client-node'
import { Problem } from '@hubfleet/core'
import { cloudOf, type Cloud } from './cloud.ts'
import { neededRules } from './cluster-role.ts'
import type { Kubernetes } from './kubernetes.ts'
import { amountOf, machineTypeOf, nodeGroups, type NodeGroup } from './node-groups.ts'
import { missingPermissions } from './permissions.ts'

export interface Preflight {
  version: string
  defaultStorageClass: string | null
  storageClasses: string[]
  /** Who serves LoadBalancers as far as can be told, e.g. 'metallb', 'cloud', or null. */
  loadBalancer: string | null
  networkPolicies: 'enforced' | 'not-enforced' | 'unknown'
  /** Null where the nodes tell no cloud of which prices are known. */
  cloud: Cloud | null
  /** Which nodes servers can find, and what they leave to them; absent for a cluster that Hubfleet makes, whose pools tell. */
  nodeGroups?: NodeGroup[]
  /** By storage class, the driver that makes and attaches its volumes. */
  provisioners?: Record<string, string>
  /** Who adds nodes by need, of kinds that may not be there yet, or null. */
  autoscaler?: 'cluster-autoscaler' | 'karpenter' | null
  nodes: { name: string; machineType: string; cpu: number; memoryBytes: number; pods: number; ready: boolean }[]
}

/** What a cluster can do. Throws `cluster-unreachable`, `cluster-denied` or `cluster-permissions-missing`. */
export async function preflight(kubernetes: Kubernetes, signal: AbortSignal): Promise<Preflight> {
  const version = await kubernetes.call(signal, ({ version: api }, options) => api.getCode({}, options))
  const groups = (await kubernetes.call(signal, ({ apis }, options) => apis.getAPIVersions({}, options))).groups.map(({ name }) => name)
  await checkPermissions(kubernetes, groups, signal)
  const classes = (await kubernetes.call(signal, ({ storage }, options) => storage.listStorageClass({}, options))).items
  const nodes = (await kubernetes.call(signal, ({ core }, options) => core.listNode({}, options))).items
  const daemonSets = (await kubernetes.call(signal, ({ apps }, options) => apps.listDaemonSetForAllNamespaces({}, options))).items
  const csiNodes = (await kubernetes.call(signal, ({ storage }, options) => storage.listCSINode({}, options))).items
  return {
    version: version.gitVersion.replace(/^v/, ''),
    defaultStorageClass: classes.find(({ metadata }) => metadata?.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true')?.metadata?.name ?? null,
    storageClasses: classes.flatMap(({ metadata }) => metadata?.name ?? []).toSorted(),
    loadBalancer: loadBalancerOf(groups, nodes) ?? await loadBalancerSeen(kubernetes, signal),
    networkPolicies: networkPoliciesOf(groups, nodes),
    cloud: cloudOf(nodes),
    nodeGroups: nodeGroups(nodes, daemonSets, csiNodes),
    provisioners: Object.fromEntries(classes.map(({ metadata, provisioner }) => [metadata?.name ?? '', provisioner])),
    autoscaler: await autoscalerOf(kubernetes, groups, signal),
    nodes: nodes.map(nodeOf),
  }
}

async function checkPermissions(kubernetes: Kubernetes, groups: readonly string[], signal: AbortSignal): Promise<void> {
  // One question answers for all rules. The namespace need not exist; nothing is granted there but what is granted everywhere.
  const body = { spec: { namespace: 'hubfleet-preflight' } }
  const review = await kubernetes.call(signal, ({ authorization }, options) => authorization.createSelfSubjectRulesReview({ body }, options))
  // a cluster without the Gateway API does not need to grant it
  const needed = neededRules.filter(({ apiGroups }) => !apiGroups.includes('gateway.networking.k8s.io') || groups.includes('gateway.networking.k8s.io'))
  const missing = missingPermissions(needed, review.status?.resourceRules ?? [])
  const denied = review.status?.incomplete ? await denials(kubernetes, missing, signal) : missing
  if (denied.length > 0) throw new Problem('cluster-permissions-missing', { cluster: kubernetes.name.cluster, missing: denied.join('; ') })
}

/** An authorizer that cannot list its rules (a cloud's own, a webhook) is asked for each that was not found. */
async function denials(kubernetes: Kubernetes, missing: readonly string[], signal: AbortSignal): Promise<string[]> {
  const denied: string[] = []
  for (const permission of missing) {
    const [, verbs = '', target = ''] = /^(.*) (\S+)$/.exec(permission) ?? []
    const [path = '', ...group] = target.split('.')
    const [resource, subresource] = path.split('/')
    for (const verb of verbs.split(', ')) {
      const body = { spec: { resourceAttributes: { verb, group: group.join('.'), resource, subresource } } }
      const review = await kubernetes.call(signal, ({ authorization }, options) => authorization.createSelfSubjectAccessReview({ body }, options))
      if (!review.status?.allowed) denied.push(`${verb} ${target}`)
    }
  }
  return denied
}

/** The autoscaler of Kubernetes keeps a note of itself, which the clouds' own builds of it do too. */
async function autoscalerOf(kubernetes: Kubernetes, groups: readonly string[], signal: AbortSignal): Promise<NonNullable<Preflight['autoscaler']> | null> {
  if (groups.includes('karpenter.sh')) return 'karpenter'
  const note = await kubernetes.find(signal, ({ core }, options) => core.readNamespacedConfigMap({ namespace: 'kube-system', name: 'cluster-autoscaler-status' }, options))
  return note && 'cluster-autoscaler'
}

/** Clouds and controllers that show by their API groups or by what they write on nodes. */
export function loadBalancerOf(groups: readonly string[], nodes: readonly V1Node[]): string | null {
  if (groups.includes('metallb.io')) return 'metallb'
  if (nodes.some(({ spec }) => /^(gce|aws|azure|openstack|digitalocean|hcloud|linode|oci|ibm):\/\//.test(spec?.providerID ?? ''))) return 'cloud'
  return groups.includes('k3s.cattle.io') ? 'servicelb' : null
}

/** Somebody gave a LoadBalancer its address, so somebody serves them. */
async function loadBalancerSeen(kubernetes: Kubernetes, signal: AbortSignal): Promise<string | null> {
  const { items } = await kubernetes.call(signal, ({ core }, options) => core.listServiceForAllNamespaces({}, options))
  return items.some(({ spec, status }) => spec?.type === 'LoadBalancer' && status?.loadBalancer?.ingress?.length) ? 'other' : null
}

/** A guess by the network plugin: Kubernetes takes NetworkPolicies whether or not anybody enforces them, and nothing tells. */
export function networkPoliciesOf(groups: readonly string[], nodes: readonly V1Node[]): Preflight['networkPolicies'] {
  const enforcing = ['cilium.io', 'crd.projectcalico.org', 'projectcalico.org', 'crd.antrea.io', 'k8s.ovn.org', 'k3s.cattle.io']
  if (enforcing.some((group) => groups.includes(group))) return 'enforced'
  return nodes.some(({ metadata }) => metadata?.annotations?.['flannel.alpha.coreos.com/backend-type']) ? 'not-enforced' : 'unknown'
}

function nodeOf(node: V1Node): Preflight['nodes'][number] {
  const { metadata, spec, status } = node
  return {
    name: metadata?.name ?? '',
    machineType: machineTypeOf(node),
    cpu: amountOf(node, 'cpu'),
    memoryBytes: amountOf(node, 'memory'),
    pods: amountOf(node, 'pods'),
    ready: !spec?.unschedulable && (status?.conditions ?? []).some((condition) => condition.type === 'Ready' && condition.status === 'True'),
  }
}
