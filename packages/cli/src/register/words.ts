import type { Cluster as Registered } from '@hubfleet/sdk'
import { nameOf, type KubernetesObject } from '../kubernetes/object.ts'
import type { Cluster, KubeconfigOptions } from '../kubernetes/kubeconfig.ts'
import { table } from '../output/table.ts'
import { oneLine } from '../output/text.ts'
import { quoted } from '../settings.ts'

interface Where { cluster: Cluster; server: string; tenant: string; name: string; known: Registered | null }

/** What a register will do, before anybody has agreed to it. */
export function intention(objects: readonly KubernetesObject[], { cluster, server, tenant, name, known }: Where): string {
  const here = objects.map((object) => `  ${nameOf(object)}${notes[object.kind] ?? ''}\n`).join('')
  const moves = known?.server !== undefined && known.server !== cluster.server
  return [
    `In the cluster at ${cluster.server} (context ${cluster.context}) this makes, or brings up to date:\n${here}`,
    `In Hubfleet at ${server} it ${known ? `renews the credentials of the cluster ${name}` : `registers the cluster ${name}`} of the tenant ${tenant}. Only the address, its certificate authority and the token are sent.\n`,
    ...(moves ? [`${name} is registered at ${known.server} now: go on only if that is another address of the same cluster, for its hubs will be looked for here.\n`] : []),
    ...(cluster.proxy ? [`Hubfleet will reach the cluster through the proxy at ${new URL(cluster.proxy).host}.\n`]
      : cluster.proxied ? ['This machine reaches the cluster through a proxy; Hubfleet will connect without one. Name one with --proxy where it needs it.\n'] : []),
    ...(cluster.trust['insecure-skip-tls-verify'] ? ['The kubeconfig does not check the certificate of the cluster; Hubfleet will not either.\n'] : []),
  ].join('')
}

const notes: Partial<Record<KubernetesObject['kind'], string>> = {
  ClusterRole: ': the least that Hubfleet needs, as `--print` shows it', Secret: ': a token that does not expire; deleting it revokes the token',
}

/** What the preflight found in a cluster. */
export function findings({ name, status }: Registered): string {
  const { version, platform, defaultStorageClass, loadBalancer, networkPolicies, nodes, warnings = [] } = status
  return `${name} is ready to hold hubs.\n` + table(['LOOKED FOR', 'FOUND'], [
    ...(platform ? [['platform', oneLine([platform.name, platform.version].filter(Boolean).join(' '))]] : []),
    ['Kubernetes', oneLine(version)],
    ['nodes', oneLine(nodes)],
    ['default StorageClass', oneLine(defaultStorageClass ?? 'none: name one in storage.storageClass of each hub')],
    ['who serves LoadBalancers', oneLine(loadBalancer ?? 'nobody is seen to')],
    ['NetworkPolicies', oneLine(networkPolicies)],
  ]) + warnings.map(({ what, mend }) => `Note: ${oneLine(what)} ${oneLine(mend)}\n`).join('')
}

/** What was made before something failed, and the one command that removes it. Empty where nothing new was made. */
export function undoing(made: readonly KubernetesObject[], { kubeconfig, context }: KubeconfigOptions): string {
  if (made.length === 0) return ''
  const namespace = made.find(({ metadata }) => metadata.namespace)?.metadata.namespace
  const wholeNamespace = made.some(({ kind }) => kind === 'Namespace')
  const removed = made.filter(({ metadata }) => !(wholeNamespace && metadata.namespace)).toReversed().map(({ kind, metadata: { name } }) => `${kind.toLowerCase()}/${name}`)
  const flags = [kubeconfig && `--kubeconfig ${quoted(kubeconfig)}`, context && `--context ${quoted(context)}`, !wholeNamespace && namespace && `--namespace ${namespace}`].filter(Boolean)
  return `Made in the cluster: ${made.map(nameOf).join(', ')}.\nUndo: ${['kubectl', ...flags, 'delete', ...removed].join(' ')}\n`
}
