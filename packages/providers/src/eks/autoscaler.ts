import { autoscalerAccount } from './add-ons.ts'

export interface Manifest { path: string; body: { apiVersion: string; kind: string; metadata: { name: string; namespace?: string }; [field: string]: unknown } }

const { namespace, serviceAccount: name } = autoscalerAccount
const labels = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/managed-by': 'hubfleet' }
const rbac = 'rbac.authorization.k8s.io'
const read = ['get', 'list', 'watch']

/** What it looks at to know which pods wait and which nodes are empty, and the little that it writes. */
const clusterRules = [
  { apiGroups: [''], resources: ['events', 'endpoints'], verbs: ['create', 'patch'] },
  { apiGroups: [''], resources: ['pods/eviction'], verbs: ['create'] },
  { apiGroups: [''], resources: ['pods/status'], verbs: ['update'] },
  { apiGroups: [''], resources: ['nodes'], verbs: [...read, 'update'] },
  { apiGroups: [''], resources: ['namespaces', 'pods', 'services', 'replicationcontrollers', 'persistentvolumeclaims', 'persistentvolumes'], verbs: read },
  { apiGroups: ['batch'], resources: ['jobs', 'cronjobs'], verbs: read },
  { apiGroups: ['apps'], resources: ['daemonsets', 'replicasets', 'statefulsets'], verbs: read },
  { apiGroups: ['policy'], resources: ['poddisruptionbudgets'], verbs: read },
  { apiGroups: ['storage.k8s.io'], resources: ['storageclasses', 'csinodes', 'csidrivers', 'csistoragecapacities', 'volumeattachments'], verbs: read },
  { apiGroups: ['resource.k8s.io'], resources: ['deviceclasses', 'resourceclaims', 'resourceslices'], verbs: read },
  { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create'] },
  { apiGroups: ['coordination.k8s.io'], resources: ['leases'], resourceNames: [name], verbs: ['get', 'update'] },
]
const rules = [
  { apiGroups: [''], resources: ['configmaps'], verbs: ['create', ...read] },
  { apiGroups: [''], resources: ['configmaps'], resourceNames: ['cluster-autoscaler-status'], verbs: ['delete', 'get', 'update', 'watch'] },
]

/** Its releases carry the version of Kubernetes that they are for. */
export const imageFor = (version: string): string => `registry.k8s.io/autoscaling/cluster-autoscaler:v${version.split('.').slice(0, 2).join('.')}.0`

/** The autoscaler of the node groups: EKS has none of its own. It raises groups from zero by the labels and taints that EKS tells of them. */
export function autoscalerManifests({ cluster, region, version }: { cluster: string; region: string; version: string }): Manifest[] {
  const subjects = [{ kind: 'ServiceAccount', name, namespace }]
  const args = [
    '--cloud-provider=aws', `--node-group-auto-discovery=asg:tag=k8s.io/cluster-autoscaler/enabled,k8s.io/cluster-autoscaler/${cluster}`,
    '--enforce-node-group-min-size=true', '--expander=least-waste', '--skip-nodes-with-local-storage=false', '--skip-nodes-with-system-pods=false',
    '--leader-elect=true', `--leader-elect-resource-name=${name}`, '--v=2',
  ]
  return [
    { path: `/api/v1/namespaces/${namespace}/serviceaccounts/${name}`, body: { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace, ...{ labels } } } },
    { path: `/apis/${rbac}/v1/clusterroles/${name}`, body: { apiVersion: `${rbac}/v1`, kind: 'ClusterRole', metadata: { name, ...{ labels } }, rules: clusterRules } },
    { path: `/apis/${rbac}/v1/clusterrolebindings/${name}`, body: { apiVersion: `${rbac}/v1`, kind: 'ClusterRoleBinding', metadata: { name, ...{ labels } }, roleRef: { apiGroup: rbac, kind: 'ClusterRole', name }, subjects } },
    { path: `/apis/${rbac}/v1/namespaces/${namespace}/roles/${name}`, body: { apiVersion: `${rbac}/v1`, kind: 'Role', metadata: { name, namespace, ...{ labels } }, rules } },
    { path: `/apis/${rbac}/v1/namespaces/${namespace}/rolebindings/${name}`, body: { apiVersion: `${rbac}/v1`, kind: 'RoleBinding', metadata: { name, namespace, ...{ labels } }, roleRef: { apiGroup: rbac, kind: 'Role', name }, subjects } },
    { path: `/apis/apps/v1/namespaces/${namespace}/deployments/${name}`, body: {
      apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace, ...{ labels } },
      spec: {
        replicas: 1, selector: { matchLabels: { 'app.kubernetes.io/name': name } },
        template: {
          metadata: { labels },
          spec: {
            serviceAccountName: name, priorityClassName: 'system-cluster-critical', nodeSelector: { 'hub.jupyter.org/node-purpose': 'core' },
            securityContext: { runAsNonRoot: true, runAsUser: 65_534, fsGroup: 65_534, seccompProfile: { type: 'RuntimeDefault' } },
            containers: [{
              name, image: imageFor(version), command: ['./cluster-autoscaler', ...args], env: [{ name: 'AWS_REGION', value: region }],
              resources: { requests: { cpu: '100m', memory: '300Mi' }, limits: { memory: '600Mi' } },
              securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
            }],
          },
        },
      },
    } },
  ]
}

/** Disks for hubs: they are made in the zone of the node that needs them, encrypted, and can grow. */
export const storageClass: Manifest = {
  path: '/apis/storage.k8s.io/v1/storageclasses/gp3',
  body: {
    apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'gp3', ...{ annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' }, labels: { 'app.kubernetes.io/managed-by': 'hubfleet' } } },
    provisioner: 'ebs.csi.aws.com', parameters: { type: 'gp3', encrypted: 'true' }, reclaimPolicy: 'Delete', volumeBindingMode: 'WaitForFirstConsumer', allowVolumeExpansion: true,
  },
}
