export interface KubernetesObject {
  apiVersion: string
  kind: keyof typeof plurals
  metadata: { name: string; namespace?: string; labels?: Record<string, string>; annotations?: Record<string, string> }
}

const plurals = {
  Namespace: 'namespaces', ServiceAccount: 'serviceaccounts', Secret: 'secrets', ClusterRole: 'clusterroles', ClusterRoleBinding: 'clusterrolebindings',
} as const

/** Where the API has an object. */
export function pathOf({ apiVersion, kind, metadata: { name, namespace } }: KubernetesObject): string {
  const group = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`
  return `${group}${namespace ? `/namespaces/${encodeURIComponent(namespace)}` : ''}/${plurals[kind]}/${encodeURIComponent(name)}`
}

/** As people name it: `Secret hubfleet-system/hubfleet`. */
export const nameOf = ({ kind, metadata: { name, namespace } }: KubernetesObject): string => `${kind} ${namespace ? `${namespace}/` : ''}${name}`
