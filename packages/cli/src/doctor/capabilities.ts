/**
 * What shows in a cluster by its API groups and nodes. The server's preflight tells by the same signs; the command line carries none of
 * the server's code, and a test holds the two together.
 */
export interface Node { spec?: { providerID?: string }; metadata?: { annotations?: Record<string, string> } }

/** Who serves LoadBalancers, or null when nothing shows. */
export function loadBalancerOf(groups: readonly string[], nodes: readonly Node[]): string | null {
  if (groups.includes('metallb.io')) return 'metallb'
  if (nodes.some(({ spec }) => /^(gce|aws|azure|openstack|digitalocean|hcloud|linode|oci|ibm):\/\//.test(spec?.providerID ?? ''))) return 'cloud'
  return groups.includes('k3s.cattle.io') ? 'servicelb' : null
}

/** A guess by the network plugin: nothing in the API tells. */
export function networkPoliciesOf(groups: readonly string[], nodes: readonly Node[]): 'enforced' | 'not-enforced' | 'unknown' {
  const enforcing = ['cilium.io', 'crd.projectcalico.org', 'projectcalico.org', 'crd.antrea.io', 'k8s.ovn.org', 'k3s.cattle.io']
  if (enforcing.some((group) => groups.includes(group))) return 'enforced'
  return nodes.some(({ metadata }) => metadata?.annotations?.['flannel.alpha.coreos.com/backend-type']) ? 'not-enforced' : 'unknown'
}
