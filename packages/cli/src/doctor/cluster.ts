import { UsageError } from '../errors.ts'
import { connect, KubernetesError, type Kubernetes } from '../kubernetes/client.ts'
import { openKubeconfig, type Cluster, type KubeconfigOptions } from '../kubernetes/kubeconfig.ts'
import { nameOf } from '../kubernetes/object.ts'
import { defaultNamespace, registrationObjects } from '../register/objects.ts'
import type { Io } from '../io.ts'
import { loadBalancerOf, networkPoliciesOf, type Node } from './capabilities.ts'
import { fail, ok, warn, type Check } from './check.ts'
import { isAtLeast } from './version.ts'

/** What the default chart needs. */
export const oldestKubernetes = [1, 28] as const

/** What the server's preflight will look at, and whether this login can register the cluster. Changes nothing. */
export async function clusterChecks(options: KubeconfigOptions, { env }: Pick<Io, 'env'>): Promise<Check[]> {
  let cluster: Cluster
  try {
    cluster = openKubeconfig(options, env)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return [fail('cluster', error.message, error.hint ?? 'Correct the kubeconfig')]
  }
  const kubernetes = connect(cluster)
  const version = await kubernetes.get<{ gitVersion: string }>('/version').then(({ gitVersion }) => gitVersion, (error: unknown) => unreachable(cluster, error))
  if (typeof version !== 'string') return [version]
  return [
    ok('cluster', `${cluster.server} answers (context ${cluster.context})`),
    versionCheck(version.replace(/^v/, '')),
    ...await Promise.all([
      guarded('permissions', () => permissionsCheck(kubernetes)),
      guarded('storage-class', () => storageClassCheck(kubernetes)),
      guarded('load-balancer', () => loadBalancerCheck(kubernetes)),
      guarded('network-policies', () => networkPoliciesCheck(kubernetes)),
    ]),
  ]
}

function unreachable({ server, context }: Cluster, error: unknown): Check {
  if (!(error instanceof KubernetesError)) throw error
  if (error.status === 401 || error.status === 403) return fail('cluster', `The cluster refuses our credentials: ${error.message}`, `Log in to the cluster again, for the context ${context}`)
  return fail('cluster', `The cluster cannot be reached: ${server} does not answer: ${error.message}`, 'Check that its address is reachable from here and that it runs')
}

/** A look that is refused is a warning of its own: the others go on. */
async function guarded(id: string, look: () => Promise<Check>): Promise<Check> {
  try {
    return await look()
  } catch (error) {
    if (!(error instanceof KubernetesError)) throw error
    return warn(id, `This cannot be told: ${error.message}`, 'Look again with the kubeconfig of an administrator of the cluster')
  }
}

function versionCheck(version: string): Check {
  const needed = oldestKubernetes.join('.')
  return isAtLeast(version, oldestKubernetes) ? ok('version', `Kubernetes ${version}`)
    : fail('version', `The Kubernetes version is too old: it is ${version}; the chart needs ${needed} or newer`, 'Upgrade the cluster, or choose an older chart version')
}

/**
 * Whether a register would be let through: Kubernetes judges a rehearsal, also whether this login may grant what the role grants. What is
 * made inside the namespace, or bound to the role, is not found yet while those do not exist: that comes after the permissions were judged.
 */
async function permissionsCheck(kubernetes: Kubernetes): Promise<Check> {
  const refused: string[] = []
  for (const object of registrationObjects(defaultNamespace)) {
    try {
      await kubernetes.apply(object, { dryRun: true })
    } catch (error) {
      if (!(error instanceof KubernetesError) || error.status === null) throw error
      if (error.status !== 404) refused.push(`${nameOf(object)}: ${error.message}`)
    }
  }
  return refused.length === 0 ? ok('permissions', 'This login may register the cluster')
    : fail('permissions', `This login may not register the cluster: ${refused.join('; ')}`, 'Use the kubeconfig of an administrator of the cluster, or have one apply what `hubfleet cluster register --print` shows')
}

interface List<Item> { items: Item[] }
interface Named { metadata: { name: string; annotations?: Record<string, string> } }

async function storageClassCheck(kubernetes: Kubernetes): Promise<Check> {
  const { items } = await kubernetes.get<List<Named>>('/apis/storage.k8s.io/v1/storageclasses')
  const found = items.find(({ metadata }) => metadata.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true')
  return found ? ok('storage-class', `The default StorageClass is ${found.metadata.name}`)
    : warn('storage-class', 'There is no default StorageClass, so no volume would ever be made', 'Mark one as default, or name one in storage.storageClass and database.storageClass')
}

interface Service { spec?: { type?: string }; status?: { loadBalancer?: { ingress?: unknown[] } } }

async function loadBalancerCheck(kubernetes: Kubernetes): Promise<Check> {
  const { groups, nodes } = await sights(kubernetes)
  const seen = async () => (await kubernetes.get<List<Service>>('/api/v1/services')).items.some(({ spec, status }) => spec?.type === 'LoadBalancer' && status?.loadBalancer?.ingress?.length)
  const server = loadBalancerOf(groups, nodes) ?? (await seen() ? 'other' : null)
  return server ? ok('load-balancer', `LoadBalancers are served (${server})`)
    : warn('load-balancer', 'Nobody is seen to serve LoadBalancers, so a hub with `exposure.type: loadBalancer` may wait for an address for ever', 'Install one, such as MetalLB, or expose hubs by ingress or gateway')
}

async function networkPoliciesCheck(kubernetes: Kubernetes): Promise<Check> {
  const { groups, nodes } = await sights(kubernetes)
  const state = networkPoliciesOf(groups, nodes)
  if (state === 'enforced') return ok('network-policies', 'NetworkPolicies are enforced')
  const how = 'Use a network plugin that enforces them, such as Cilium or Calico'
  return state === 'not-enforced' ? warn('network-policies', 'NetworkPolicies are not enforced: the servers of people reach each other and the hub', how)
    : warn('network-policies', 'It cannot be told whether NetworkPolicies are enforced: Kubernetes takes them either way', how)
}

async function sights(kubernetes: Kubernetes): Promise<{ groups: string[]; nodes: Node[] }> {
  const [{ groups }, { items: nodes }] = await Promise.all([kubernetes.get<{ groups: { name: string }[] }>('/apis'), kubernetes.get<List<Node>>('/api/v1/nodes')])
  return { groups: groups.map(({ name }) => name), nodes }
}
