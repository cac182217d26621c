/** A node that kwok keeps Ready. Omitted: 8 CPUs, 32 GiB, zone `zone-<n>`, no labels or taints beside the usual ones. */
export interface NodeSpec {
  name?: string
  labels?: Record<string, string>
  taints?: { key: string; value: string; effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute' }[]
  cpu?: string
  memory?: string
  pods?: number
}

/** Manifest of the `index`th node, from 1, in the shape that a cloud's own node has. */
export function nodeManifest({ name, labels, taints = [], cpu = '8', memory = '32Gi', pods = 110 }: NodeSpec, index: number): object {
  name ??= `node-${index}`
  const resources = { cpu, memory, pods: String(pods), 'ephemeral-storage': '100Gi' }
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      annotations: { 'kwok.x-k8s.io/node': 'fake' },
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/os': 'linux',
        'topology.kubernetes.io/region': 'test',
        'topology.kubernetes.io/zone': `zone-${index}`,
        'node.kubernetes.io/instance-type': 'e2-standard-8',
        ...labels,
      },
    },
    spec: { podCIDR: `10.244.${index}.0/24`, taints },
    status: { capacity: resources, allocatable: resources },
  }
}

/** The default StorageClass: volumes come from the controller manager's provisioner, directories of this machine. */
export const storageClass = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'standard', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
  provisioner: 'kubernetes.io/host-path',
  reclaimPolicy: 'Delete',
  volumeBindingMode: 'Immediate',
}
