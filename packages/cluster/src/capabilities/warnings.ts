import type { ClusterFound, ClusterWarning } from '@hubfleet/core'

/** What is known to trouble hubs in a cluster of which this was found. `openShift`: it is registered as one. */
export function warningsOf(found: Omit<ClusterFound, 'warnings' | 'nodeGroups'>, openShift: boolean): ClusterWarning[] {
  return [...registration(found, openShift), ...storage(found), ...network(found), ...operation(found)]
}

const warning = (code: ClusterWarning['code'], what: string, mend: string): ClusterWarning => ({ code, what, mend })
type Found = Parameters<typeof warningsOf>[0]

function registration({ platform: { kind, name } }: Found, openShift: boolean): ClusterWarning[] {
  return kind === 'openshift' && !openShift ? [warning('registered-as-kubernetes', `This is an OpenShift (${name}), and is registered as a Kubernetes. Hubs in it are made for OpenShift all the same.`, 'hubfleet cluster register renews its role with the right to make Routes; a cluster without hubs can be deleted here and registered with the provider openshift.')] : []
}

function storage({ storageClasses, defaultStorageClass, zones }: Found): ClusterWarning[] {
  const found: ClusterWarning[] = []
  const own = storageClasses.find(({ name }) => name === defaultStorageClass)
  const defaults = storageClasses.filter(({ isDefault }) => isDefault).map(({ name }) => name)
  if (!own) return [warning('no-default-storage-class', 'There is no default StorageClass: claims that name none are never bound.', 'Mark one as default, or name one in storage.storageClass and database.storageClass of each hub.')]
  if (defaults.length > 1) found.push(warning('several-default-storage-classes', `${defaults.join(' and ')} are default StorageClasses; Kubernetes takes the youngest, ${own.name}.`, 'Take the mark from all but one.'))
  if (!own.canGrow) found.push(warning('disks-cannot-grow', `Disks of the class ${own.name} cannot grow.`, 'Set allowVolumeExpansion of the class, if its driver can; else ask for large enough disks from the start.'))
  if (own.reclaimPolicy === 'Retain') found.push(warning('disks-retained', `Disks of the class ${own.name} stay, and bill, when their claims are deleted. Hubfleet tells the disks of a hub to go when it deletes them with the hub.`, 'Use a class with the reclaim policy Delete, unless that is meant.'))
  const elsewhere = own.zones.length > 0 ? zones.filter((zone) => !own.zones.includes(zone)) : []
  if (own.binding === 'Immediate' && zones.length > 1) found.push(warning('disks-in-other-zones', `Disks of the class ${own.name} are made before it is known in which of the zones ${zones.join(', ')} their server will be: it may have to wait for a node of another zone.`, 'Use a class with the binding mode WaitForFirstConsumer, or keep nodes for servers in one zone.'))
  else if (elsewhere.length > 0) found.push(warning('disks-in-other-zones', `Disks of the class ${own.name} are made in ${own.zones.join(', ')} only; there are nodes in ${elsewhere.join(', ')} too, where no server with a home can be.`, 'Keep nodes for servers in the zones of the class, or use another class.'))
  return found
}

function network({ platform, loadBalancer, networkPlugin, networkPolicies }: Found): ClusterWarning[] {
  const found: ClusterWarning[] = []
  if (loadBalancer === null) {
    const other = platform.kind === 'openshift' ? 'route' : 'ingress, gateway'
    found.push(warning('no-load-balancer', 'Nobody is seen to serve LoadBalancers: a hub of exposure.type loadBalancer may wait for its address for ever.', `Expose hubs by ${other}, or install one, such as MetalLB.`))
  }
  if (networkPolicies === 'not-enforced') found.push(warning('network-policies-not-enforced', `NetworkPolicies are not enforced${networkPlugin ? ` by ${networkPlugin}` : ''}: people's servers reach one another, and the network around.`, enforcement[networkPlugin ?? ''] ?? 'Have a network plugin that enforces them, such as Cilium or Calico.'))
  if (networkPolicies === 'unknown') found.push(warning('network-policies-unknown', 'Nothing tells whether NetworkPolicies are enforced: Kubernetes takes them either way.', 'Ask who runs the cluster.'))
  if (networkPlugin === 'amazon-vpc-cni' && networkPolicies === 'enforced') {
    found.push(warning('network-policies-named-ports', 'The policies of the chart name ports, which releases of Amazon\'s network policy controller have misread: then the hub does not reach its proxy, or people their servers.', 'If a hub or a server does not answer: bring the cluster and its add-on vpc-cni up to date, or enforce policies with Calico or Cilium.'))
  }
  if (platform.name === 'AKS' && networkPlugin === 'calico') {
    found.push(warning('network-policies-aks-calico', 'On AKS with Calico there are hubs whose pods time out when they connect to one another.', 'If that happens, make the cluster with --network-policy cilium.'))
  }
  return found
}

/** Where a switch is enough. */
const enforcement: Record<string, string> = {
  'amazon-vpc-cni': 'Switch it on: enableNetworkPolicy of the add-on vpc-cni.',
  gke: 'Switch on network policy enforcement, or make the cluster with Dataplane V2.',
  aks: 'Make the cluster with --network-policy cilium or azure: it cannot be switched on without new nodes.',
}

function operation({ metrics, podSecurity }: Found): ClusterWarning[] {
  return [
    ...(metrics === 'not-answering' ? [warning('metrics-not-answering', 'metrics.k8s.io is registered and does not answer.', 'Look at the metrics server of the cluster; such a group also holds up the deletion of namespaces.')] : []),
    ...(podSecurity === 'off' ? [warning('pod-security-off', 'The API server does not enforce the Pod Security Standards: the namespace of a hub refuses no pod.', 'Have its admission PodSecurity switched on.')] : []),
  ]
}
