import { Type, type Static } from 'typebox'

/*
 * What was seen of a cluster. Null is what cannot be told, as where nobody may look: a cluster that was registered before Hubfleet asked for a
 * permission goes on without it. An empty list is that there is none.
 */

/** What is read may have other members one day. */
const open = <const Values extends readonly string[]>(...values: Values) => Type.Unsafe<Values[number]>({ type: 'string', examples: [...values], 'x-extensible-enum': [...values] })
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T, description: string) => Type.Union([schema, Type.Null()], { description })
const text = (description: string) => orNull(Type.String(), description)
const count = Type.Integer({ minimum: 0 })
/** Bytes are beyond 32 bits. */
const amount = Type.Number({ minimum: 0 })

export const ClusterPlatformSchema = Type.Object({
  kind: open('kubernetes', 'openshift'),
  name: Type.String({ description: 'As people call it', examples: ['Kubernetes', 'OpenShift', 'ROSA', 'ARO', 'GKE', 'AKS', 'EKS', 'k3s'] }),
  version: text('Of the distribution; that of Kubernetes is `version`'),
  domain: text('Of an OpenShift: the router makes up the hosts of Routes below it'),
}, { $id: 'ClusterPlatform', description: 'What kind of Kubernetes it is' })
export type ClusterPlatform = Static<typeof ClusterPlatformSchema>

export const ClusterStorageClassSchema = Type.Object({
  name: Type.String(),
  provisioner: Type.String({ description: 'The driver that makes and attaches its volumes' }),
  isDefault: Type.Boolean(),
  canGrow: Type.Boolean({ description: 'Disks of it grow when their claims ask for more' }),
  binding: open('WaitForFirstConsumer', 'Immediate'),
  reclaimPolicy: open('Delete', 'Retain'),
  zones: Type.Array(Type.String(), { description: 'Where its disks are made; empty: everywhere' }),
  snapshots: Type.Boolean({ description: 'There is a VolumeSnapshotClass of its driver' }),
}, { $id: 'ClusterStorageClass' })
export type ClusterStorageClass = Static<typeof ClusterStorageClassSchema>

export const ClusterNodeGroupSchema = Type.Object({
  machineType: Type.String(),
  nodes: count,
  cpu: Type.Number({ minimum: 0, description: 'What its largest node leaves to pods, before any runs, in cores' }),
  memoryBytes: amount,
  size: Type.Optional(Type.Object({ cpu: Type.Number({ minimum: 0 }), memoryBytes: amount }, { $id: 'ClusterNodeSize', description: 'What its largest machine has' })),
  pods: count,
  extra: Type.Record(Type.String(), amount, { description: 'Devices and other resources of a node, by name' }),
  volumes: Type.Record(Type.String(), count, { description: 'Disks that one node attaches, by the driver that attaches them; a driver that is missing tells no bound' }),
  labels: Type.Record(Type.String(), Type.Array(Type.String()), { description: 'Every value that its nodes have; `*` where they are too many to tell' }),
  taints: Type.Array(Type.Object({ key: Type.String(), value: Type.Optional(Type.String()), effect: Type.String() }, { $id: 'ClusterTaint' })),
  daemons: Type.Object({ cpu: Type.Number(), memoryBytes: amount, pods: count }, { $id: 'ClusterDaemons', description: 'What DaemonSets reserve on each of its nodes' }),
}, { $id: 'ClusterNodeGroup', description: 'Nodes of one machine type with the same taints, purpose and devices: what servers can find there' })
export type ClusterNodeGroup = Static<typeof ClusterNodeGroupSchema>

export const ClusterWarningSchema = Type.Object({
  code: open(
    'registered-as-kubernetes', 'no-default-storage-class', 'several-default-storage-classes', 'disks-cannot-grow', 'disks-retained', 'disks-in-other-zones', 'no-load-balancer',
    'network-policies-not-enforced', 'network-policies-unknown', 'network-policies-named-ports', 'network-policies-aks-calico', 'metrics-not-answering', 'pod-security-off', 'permissions',
  ),
  what: Type.String({ description: 'What is so' }),
  mend: Type.String({ description: 'What to do about it' }),
}, { $id: 'ClusterWarning' })
export type ClusterWarning = Static<typeof ClusterWarningSchema>

/** What a look into a cluster finds. */
const found = {
  version: Type.String({ description: 'Of Kubernetes' }),
  platform: ClusterPlatformSchema,
  cloud: orNull(Type.Object({ provider: open('gcp', 'aws', 'azure'), region: Type.String() }, { $id: 'ClusterCloud' }), 'Where its nodes are rented, if their prices are known'),
  zones: Type.Array(Type.String(), { description: 'Where its nodes are' }),
  storageClasses: Type.Array(ClusterStorageClassSchema),
  defaultStorageClass: text('The class of claims that name none; of several, the one that Kubernetes takes'),
  loadBalancer: text('Who serves Services of the type LoadBalancer, as far as can be told: `cloud`, `metallb` and others'),
  autoscaler: text('Who adds nodes by need: `cluster-autoscaler`, `karpenter`, `gke`, `gke-autopilot`, `aks`, `eks-auto-mode`, `openshift`'),
  metrics: open('answering', 'not-answering', 'none'),
  networkPlugin: text('What connects the pods, as far as can be told'),
  networkPolicies: open('enforced', 'not-enforced', 'unknown'),
  gatewayClasses: orNull(Type.Array(Type.String()), 'Of the Gateway API; empty where the cluster has none of it'),
  ingressClasses: orNull(Type.Array(Type.Object({ name: Type.String(), controller: Type.String(), isDefault: Type.Boolean() }, { $id: 'ClusterIngressClass' })), 'By which controllers Ingresses are served'),
  certManager: Type.Boolean({ description: 'cert-manager is installed' }),
  devices: Type.Record(Type.String(), amount, { description: 'GPUs and other devices of all nodes together, by the name of the resource' }),
  podSecurity: open('enforced', 'off', 'unknown'),
  warnings: Type.Array(ClusterWarningSchema, { description: 'What is known to trouble hubs in such a cluster' }),
  nodeGroups: Type.Array(ClusterNodeGroupSchema, { description: 'Of a registered cluster; the pools of a managed one tell' }),
}

export const ClusterFoundSchema = Type.Object(found)
export type ClusterFound = Static<typeof ClusterFoundSchema>

/** All of it is missing until somebody looked. */
export const ClusterStatusSchema = Type.Object({
  ...Type.Partial(Type.Object(found)).properties,
  nodes: Type.Optional(count),
  machineTypes: Type.Optional(Type.Array(Type.String())),
  pools: Type.Optional(Type.Array(Type.Object({ name: Type.String(), wanted: count, ready: count }, { $id: 'ClusterPoolStatus', additionalProperties: true }), { description: 'Of a managed cluster' })),
}, { $id: 'ClusterStatus', description: 'What was observed; nothing before the first look', additionalProperties: true })
export type ClusterStatus = Static<typeof ClusterStatusSchema>

/** What a row has of it. Rows written before a class was told in full have its name alone, and are written anew at the next look. */
export function readClusterStatus(stored: Readonly<Record<string, unknown>>): ClusterStatus {
  const { storageClasses, provisioners, ...rest } = stored as { storageClasses?: unknown[]; provisioners?: Record<string, string> }
  const status = rest as ClusterStatus
  if (!Array.isArray(storageClasses)) return status
  return { ...status, storageClasses: storageClasses.map((each) => (typeof each === 'string' ? ofName(each, provisioners?.[each], status.defaultStorageClass) : each as ClusterStorageClass)) }
}

const ofName = (name: string, provisioner = '', byDefault: string | null | undefined): ClusterStorageClass =>
  ({ name, provisioner, isDefault: name === byDefault, canGrow: true, binding: 'WaitForFirstConsumer', reclaimPolicy: 'Delete', zones: [], snapshots: false })
