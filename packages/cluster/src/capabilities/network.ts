import type { V1DaemonSet, V1Node } from '@kubernetes/client-node'
import type { ClusterFound } from '@hubfleet/core'
import type { Kubernetes } from '../kubernetes.ts'
import { askList } from './ask.ts'

export interface PodNetwork { networkPlugin: string | null; networkPolicies: ClusterFound['networkPolicies'] }
type Enforcement = PodNetwork['networkPolicies']

/** What runs on each node to connect its pods, by the name of its DaemonSet, and whether it enforces NetworkPolicies. The first that is there counts. */
const plugins: [RegExp, string, Enforcement][] = [
  [/^(cilium|anetd)$/, 'cilium', 'enforced'],
  [/^(calico-node|canal|rke2-canal)$/, 'calico', 'enforced'],
  [/^antrea-agent$/, 'antrea', 'enforced'],
  [/^ovnkube-node/, 'ovn-kubernetes', 'enforced'],
  [/^sdn$/, 'openshift-sdn', 'enforced'],
  [/^kube-router$/, 'kube-router', 'enforced'],
  [/^weave-net$/, 'weave', 'enforced'],
  [/^azure-npm$/, 'azure', 'enforced'],
  // newer ones enforce them, and none tells which it is
  [/^kindnet$/, 'kindnet', 'unknown'],
  [/^kube-flannel/, 'flannel', 'not-enforced'],
]

/** A guess by the network plugin: Kubernetes takes NetworkPolicies whether or not anybody enforces them, and nothing tells. */
export function podNetworkOf({ groups, nodes, daemonSets, platform }: { groups: readonly string[]; nodes: readonly V1Node[]; daemonSets: readonly V1DaemonSet[]; platform: string }): PodNetwork {
  const found = plugins.find(([name]) => daemonSets.some(({ metadata }) => name.test(metadata?.name ?? '')))
  const aws = daemonSets.find(({ metadata }) => metadata?.name === 'aws-node')
  if (found && (found[2] === 'enforced' || !aws)) return { networkPlugin: found[1], networkPolicies: found[2] }
  if (aws) return { networkPlugin: 'amazon-vpc-cni', networkPolicies: enforcesOnAws(aws) }
  const byGroups = networkPoliciesOf(groups, nodes)
  if (byGroups !== 'unknown') return { networkPlugin: null, networkPolicies: byGroups }
  // what their own networks enforce with is a DaemonSet, and none of those was there
  if (['GKE', 'AKS'].includes(platform) && daemonSets.length > 0) return { networkPlugin: platform.toLowerCase(), networkPolicies: 'not-enforced' }
  return { networkPlugin: null, networkPolicies: 'unknown' }
}

/** The agent is in each of its pods; a switch of it makes it enforce. */
function enforcesOnAws({ spec }: V1DaemonSet): Enforcement {
  const agent = spec?.template.spec?.containers.find(({ name }) => /^aws-(eks-nodeagent|network-policy-agent)$/.test(name))
  return agent?.args?.some((argument) => /^--enable-network-policy=true$/.test(argument)) ? 'enforced' : 'not-enforced'
}

export function networkPoliciesOf(groups: readonly string[], nodes: readonly V1Node[]): Enforcement {
  const enforcing = ['cilium.io', 'crd.projectcalico.org', 'projectcalico.org', 'crd.antrea.io', 'k8s.ovn.org', 'k3s.cattle.io']
  if (enforcing.some((group) => groups.includes(group))) return 'enforced'
  return nodes.some(({ metadata }) => metadata?.annotations?.['flannel.alpha.coreos.com/backend-type']) ? 'not-enforced' : 'unknown'
}

/** Clouds and controllers that show by their API groups or by what they write on nodes. */
export function loadBalancerOf(groups: readonly string[], nodes: readonly V1Node[]): string | null {
  if (groups.includes('metallb.io')) return 'metallb'
  if (nodes.some(({ spec }) => /^(gce|aws|azure|openstack|digitalocean|hcloud|linode|oci|ibm):\/\//.test(spec?.providerID ?? ''))) return 'cloud'
  return groups.includes('k3s.cattle.io') ? 'servicelb' : null
}

/** As `loadBalancerOf`; else who runs on nodes for that; else that somebody gave one its address. */
export async function loadBalancers(kubernetes: Kubernetes, { groups, nodes, daemonSets }: { groups: readonly string[]; nodes: readonly V1Node[]; daemonSets: readonly V1DaemonSet[] }, signal: AbortSignal): Promise<string | null> {
  const known = loadBalancerOf(groups, nodes) ?? (groups.includes('purelb.io') ? 'purelb' : daemonSets.some(({ metadata }) => /^kube-vip/.test(metadata?.name ?? '')) ? 'kube-vip' : null)
  if (known) return known
  const { items } = await kubernetes.call(signal, ({ core }, options) => core.listServiceForAllNamespaces({}, options))
  return items.some(({ spec, status }) => spec?.type === 'LoadBalancer' && status?.loadBalancer?.ingress?.length) ? 'other' : null
}

interface Named { metadata: { name: string; annotations?: Record<string, string> } }

export async function waysIn(kubernetes: Kubernetes, signal: AbortSignal): Promise<Pick<ClusterFound, 'gatewayClasses' | 'ingressClasses'>> {
  const [gateways, ingresses] = await Promise.all([
    askList<Named>(kubernetes, '/apis/gateway.networking.k8s.io/v1/gatewayclasses', signal),
    askList<Named & { spec?: { controller?: string } }>(kubernetes, '/apis/networking.k8s.io/v1/ingressclasses', signal),
  ])
  return {
    gatewayClasses: gateways?.map(({ metadata }) => metadata.name).sort() ?? null,
    ingressClasses: ingresses?.map(({ metadata: { name, annotations }, spec }) => ({ name, controller: spec?.controller ?? '', isDefault: annotations?.['ingressclass.kubernetes.io/is-default-class'] === 'true' }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)) ?? null,
  }
}
