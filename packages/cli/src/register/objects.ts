import { clusterRole, openShiftClusterRole } from '../../../cluster/src/cluster-role.ts'
import type { KubernetesObject } from '../kubernetes/object.ts'

export type RegisteredProvider = 'kubernetes' | 'openshift'

export const defaultNamespace = 'hubfleet-system'
/** It ties a Secret to its ServiceAccount; Kubernetes then fills in a token that does not expire. */
const accountAnnotation = 'kubernetes.io/service-account.name'

/** Everything that a registered cluster holds for Hubfleet itself, in the order in which it can be made; the last is the Secret of the token. */
export function registrationObjects(namespace: string, provider: RegisteredProvider = 'kubernetes'): KubernetesObject[] {
  const { labels } = clusterRole.metadata
  const account = { name: 'hubfleet', namespace }
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels } },
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { ...account, labels } },
    provider === 'openshift' ? { ...openShiftClusterRole, kind: 'ClusterRole' as const } : role,
    binding({ name: `hubfleet:${namespace}`, labels }, account),
    secret({ ...account, labels, annotations: { [accountAnnotation]: account.name } }),
  ]
}

const role: KubernetesObject & typeof clusterRole = { ...clusterRole, kind: 'ClusterRole' }

/** Named after the namespace: two Hubfleets of one cluster, each with a namespace, do not take each other's binding. */
const binding = (metadata: KubernetesObject['metadata'], account: { name: string; namespace: string }): KubernetesObject & { roleRef: object; subjects: object[] } => ({
  apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', metadata,
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: clusterRole.metadata.name },
  subjects: [{ kind: 'ServiceAccount', ...account }],
})

const secret = (metadata: KubernetesObject['metadata']): KubernetesObject & { type: string } => ({ apiVersion: 'v1', kind: 'Secret', metadata, type: 'kubernetes.io/service-account-token' })
