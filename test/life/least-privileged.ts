import { clusterRole } from '../../packages/cluster/src/index.ts'
import { readKubeconfig } from '../../packages/core/src/index.ts'
import { readFile } from 'node:fs/promises'
import { apply, kubectl } from '../kubernetes/kubectl.ts'
import type { Scope } from './installation.ts'

let count = 0

/**
 * A kubeconfig of a ServiceAccount that may do exactly what the published ClusterRole grants, or that without the rules that name one of
 * the resources `without`. `server` is where it finds the cluster, when that is not the administrator's address.
 */
export async function leastPrivileged(t: Scope, kubeconfig: string, { without = [] as string[], server = '', role = clusterRole as { rules: { apiGroups: string[]; resources: string[]; verbs: string[] }[] } } = {}): Promise<string> {
  const name = `hubfleet-life-${process.pid}-${count++}`
  const rules = role.rules.filter(({ resources }) => !resources.some((resource) => without.includes(resource)))
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name }
  await apply(kubeconfig,
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace: 'default' } },
    { ...clusterRole, metadata: { name }, rules },
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', metadata: { name }, roleRef, subjects: [{ kind: 'ServiceAccount', name, namespace: 'default' }] })
  t.teardown(async () => {
    await kubectl(kubeconfig, 'delete', `clusterrole/${name}`, `clusterrolebinding/${name}`)
    await kubectl(kubeconfig, 'delete', '--namespace=default', `serviceaccount/${name}`)
  })
  const token = (await kubectl(kubeconfig, 'create', 'token', name, '--namespace=default', '--duration=2h')).trim()
  const admin = readKubeconfig(await readFile(kubeconfig, 'utf8'), { allowHttp: true })
  return kubeconfigOf(server || admin.server, token, admin.certificateAuthorityData)
}

/** Without a certificate authority the server's certificate is taken as it is. */
export function kubeconfigOf(server: string, token: string, authority?: string): string {
  const trust = authority ? { 'certificate-authority-data': authority } : { 'insecure-skip-tls-verify': true }
  return JSON.stringify({
    apiVersion: 'v1', kind: 'Config', 'current-context': 'life',
    clusters: [{ name: 'life', cluster: { server, ...trust } }],
    users: [{ name: 'hubfleet', user: { token } }],
    contexts: [{ name: 'life', context: { cluster: 'life', user: 'hubfleet' } }],
  })
}
