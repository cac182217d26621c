/** A rule of Kubernetes' role-based access control. */
export interface PolicyRule { apiGroups: string[]; resources: string[]; verbs: string[] }

const read = ['get', 'list', 'watch']
const all = [...read, 'create', 'update', 'patch', 'delete', 'deletecollection']

/** What Hubfleet itself and helm do: namespaces are ours to make, so everything inside them must be granted for the whole cluster. */
const ours: PolicyRule[] = [
  { apiGroups: [''], resources: ['namespaces'], verbs: [...read, 'create', 'delete'] },
  { apiGroups: [''], resources: ['services', 'persistentvolumeclaims', 'secrets', 'configmaps', 'serviceaccounts', 'pods'], verbs: all },
  // opening a forward is a `get` for a websocket up to Kubernetes 1.34 and a `create` from then on
  { apiGroups: [''], resources: ['pods/portforward'], verbs: ['get', 'create'] },
  { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] },
  { apiGroups: [''], resources: ['events'], verbs: read },
  { apiGroups: [''], resources: ['nodes'], verbs: read },
  // a volume that its class retains must be told to go with its claim, or its disk is billed for ever
  { apiGroups: [''], resources: ['persistentvolumes'], verbs: [...read, 'patch'] },
  { apiGroups: ['storage.k8s.io'], resources: ['storageclasses', 'csinodes'], verbs: read },
  { apiGroups: ['apps'], resources: ['deployments', 'statefulsets', 'daemonsets'], verbs: all },
  { apiGroups: ['apps'], resources: ['statefulsets/scale'], verbs: ['get', 'update', 'patch'] },
  { apiGroups: ['batch'], resources: ['jobs'], verbs: all },
  { apiGroups: ['policy'], resources: ['poddisruptionbudgets'], verbs: all },
  { apiGroups: ['networking.k8s.io'], resources: ['networkpolicies', 'ingresses'], verbs: all },
  { apiGroups: ['gateway.networking.k8s.io'], resources: ['httproutes'], verbs: all },
  { apiGroups: ['gateway.networking.k8s.io'], resources: ['gateways'], verbs: read },
  { apiGroups: ['rbac.authorization.k8s.io'], resources: ['roles', 'rolebindings', 'clusterroles', 'clusterrolebindings'], verbs: all },
  { apiGroups: ['scheduling.k8s.io'], resources: ['priorityclasses'], verbs: all },
]

/**
 * What the chart's user-scheduler gets, as far as it is not above. Kubernetes lets nobody grant what he does not hold himself; holding
 * these few is far less than the verbs `escalate` and `bind`, with which we could grant anything at all.
 */
const passedOn: PolicyRule[] = [
  { apiGroups: ['', 'events.k8s.io'], resources: ['events'], verbs: ['create', 'patch', 'update'] },
  { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create', 'get', 'update'] },
  { apiGroups: [''], resources: ['bindings', 'pods/binding'], verbs: ['create'] },
  { apiGroups: [''], resources: ['pods/status'], verbs: ['patch', 'update'] },
  { apiGroups: [''], resources: ['replicationcontrollers'], verbs: read },
  { apiGroups: ['apps', 'extensions'], resources: ['replicasets'], verbs: read },
  { apiGroups: [''], resources: ['persistentvolumes'], verbs: ['update'] },
  { apiGroups: ['authentication.k8s.io'], resources: ['tokenreviews'], verbs: ['create'] },
  { apiGroups: ['authorization.k8s.io'], resources: ['subjectaccessreviews'], verbs: ['create'] },
  { apiGroups: ['storage.k8s.io'], resources: ['csidrivers', 'csistoragecapacities'], verbs: read },
]

/** What leads to hubs in an OpenShift. `custom-host` is the right to name a host, and not to take the one that the router makes up. */
export const routeRules: PolicyRule[] = [
  { apiGroups: ['route.openshift.io'], resources: ['routes'], verbs: all },
  { apiGroups: ['route.openshift.io'], resources: ['routes/custom-host'], verbs: ['create', 'update'] },
]

/** What tells what kind of OpenShift it is, and below which domain its router makes up hosts. */
const openShiftFacts: PolicyRule[] = [
  { apiGroups: ['config.openshift.io'], resources: ['infrastructures', 'clusterversions', 'ingresses'], verbs: ['get'] },
  { apiGroups: ['autoscaling.openshift.io'], resources: ['clusterautoscalers'], verbs: ['get', 'list'] },
]

/** What single features need that came later: a cluster that was registered before goes on without them. */
const later: PolicyRule[] = [
  { apiGroups: [''], resources: ['serviceaccounts/token'], verbs: ['create'] },
  // which pods a hub's namespace refuses is a label of it
  { apiGroups: [''], resources: ['namespaces'], verbs: ['patch'] },
  // volumes on NFS servers that a hub names; what is on the servers stays
  { apiGroups: [''], resources: ['persistentvolumes'], verbs: ['create', 'delete'] },
  // what a cluster can do
  { apiGroups: ['snapshot.storage.k8s.io'], resources: ['volumesnapshotclasses'], verbs: ['get', 'list'] },
  { apiGroups: ['networking.k8s.io'], resources: ['ingressclasses'], verbs: ['get', 'list'] },
  { apiGroups: ['gateway.networking.k8s.io'], resources: ['gatewayclasses'], verbs: ['get', 'list'] },
]

/** Without any of these there is no hub. */
export const neededRules = [...ours, ...passedOn]

/** The least that Hubfleet needs in a registered cluster, to be published and applied as it is. */
export const clusterRole = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  metadata: { name: 'hubfleet', labels: { 'app.kubernetes.io/managed-by': 'hubfleet' } },
  rules: [...neededRules, ...later],
}

/** The same for an OpenShift: what it alone has is granted nowhere else. */
export const openShiftClusterRole = { ...clusterRole, rules: [...clusterRole.rules, ...routeRules, ...openShiftFacts] }
