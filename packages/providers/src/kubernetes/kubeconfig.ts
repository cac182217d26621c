import { createHash } from 'node:crypto'
import type { PolicyRule } from '@hubfleet/cluster'
import { kubeconfigFor, statusOf } from '@hubfleet/cluster'
import { hubLabel, Problem } from '@hubfleet/core'
import type { HubKubeconfig, HubSite } from '../provider.ts'
import { requireOurs } from './namespace.ts'
import type { Place } from './place.ts'

const read = ['get', 'list', 'watch']
/** No Secrets: the hub's own tokens are in them. */
const view: PolicyRule[] = [
  { apiGroups: [''], resources: ['pods', 'services', 'persistentvolumeclaims', 'configmaps', 'events'], verbs: read },
  { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] },
  { apiGroups: ['apps'], resources: ['deployments', 'statefulsets', 'daemonsets'], verbs: read },
  { apiGroups: ['batch'], resources: ['jobs'], verbs: read },
  { apiGroups: ['networking.k8s.io'], resources: ['networkpolicies', 'ingresses'], verbs: read },
]
const operate: PolicyRule[] = [
  ...view,
  { apiGroups: [''], resources: ['pods'], verbs: ['delete'] },
  { apiGroups: [''], resources: ['pods/portforward'], verbs: ['get', 'create'] },
]
const rules = { view, operate }

/** A kubeconfig for the hub's namespace alone, by a ServiceAccount in it: both go with the namespace, and the token by itself before that. */
export async function kubeconfig(place: Place, { role, seconds }: Parameters<HubSite['kubeconfig']>[0], signal: AbortSignal): Promise<HubKubeconfig> {
  await requireOurs(place, signal)
  const { kubernetes, hub: { id, namespace } } = place
  const name = `hubfleet-${role}`
  // The hash of the rules is in the role's name, since a binding cannot be pointed at another role: new rules make a new pair.
  const bound = `${name}-${createHash('sha256').update(JSON.stringify(rules[role])).digest('hex').slice(0, 8)}`
  const metadata = (named: string) => ({ name: named, labels: { 'app.kubernetes.io/managed-by': 'hubfleet', [hubLabel]: id } })
  await kubernetes.call(signal, ({ core }, options) => core.createNamespacedServiceAccount({ namespace, body: { metadata: metadata(name) } }, options).catch(orThere))
  await kubernetes.call(signal, ({ rbac }, options) => rbac.createNamespacedRole({ namespace, body: { metadata: metadata(bound), rules: rules[role] } }, options).catch(orThere))
  const subjects = [{ kind: 'ServiceAccount', name, namespace }]
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: bound }
  await kubernetes.call(signal, ({ rbac }, options) => rbac.createNamespacedRoleBinding({ namespace, body: { metadata: metadata(bound), roleRef, subjects } }, options).catch(orThere))
  const { status } = await kubernetes.call(signal, ({ core }, options) => core.createNamespacedServiceAccountToken({ namespace, name, body: { spec: { audiences: [], expirationSeconds: seconds } } }, options))
  if (!status?.token || !status.expirationTimestamp) throw new Problem('cluster-denied', { cluster: kubernetes.name.cluster, reason: 'it made no token' })
  return { kubeconfig: JSON.stringify(kubeconfigFor(kubernetes.access, { token: status.token, namespace }), null, 2), namespace, expiresAt: status.expirationTimestamp }
}

/** What exists already was made by an earlier call. */
function orThere(error: unknown): void {
  if (statusOf(error) !== 409) throw error
}
