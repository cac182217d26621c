import type { V1Node } from '@kubernetes/client-node'
import { Problem, type ClusterFound, type ClusterWarning } from '@hubfleet/core'
import { neededRules, routeRules, type PolicyRule } from './cluster-role.ts'
import { cloudOf } from './capabilities/cloud.ts'
import { loadBalancers, podNetworkOf, waysIn } from './capabilities/network.ts'
import { amountOf, extraOf, machineTypeOf, nodeGroups } from './capabilities/node-groups.ts'
import { autoscalerOf, metricsOf, podSecurityOf } from './capabilities/operation.ts'
import { missingOpenShiftGroups, platformOf } from './capabilities/platform.ts'
import { defaultClassOf, snapshotDrivers, storageClassesOf } from './capabilities/storage.ts'
import { warningsOf } from './capabilities/warnings.ts'
import type { Kubernetes } from './kubernetes.ts'
import { missingPermissions } from './permissions.ts'

/** `nodeGroups` is absent for a cluster that is simulated, whose pools tell. */
export interface Preflight extends Omit<ClusterFound, 'nodeGroups'> {
  nodeGroups?: ClusterFound['nodeGroups']
  nodes: { name: string; machineType: string; cpu: number; memoryBytes: number; pods: number; ready: boolean }[]
}

/**
 * What a cluster can do. Throws `cluster-unreachable`, `cluster-denied` or `cluster-permissions-missing`.
 * @param openShift it is registered as one. Throws `openshift-not-found` where it is none
 */
export async function preflight(kubernetes: Kubernetes, signal: AbortSignal, { openShift = false } = {}): Promise<Preflight> {
  const { gitVersion } = await kubernetes.call(signal, ({ version: api }, options) => api.getCode({}, options))
  const version = gitVersion.replace(/^v/, '')
  const groups = (await kubernetes.call(signal, ({ apis }, options) => apis.getAPIVersions({}, options))).groups.map(({ name }) => name)
  const absent = missingOpenShiftGroups(groups)
  if (openShift && absent.length > 0) throw new Problem('openshift-not-found', { cluster: kubernetes.name.cluster, missing: absent.join(', ') })
  const denied = await checkPermissions(kubernetes, groups, openShift, signal)
  const [{ items: classes }, { items: nodes }, { items: daemonSets }, { items: csiNodes }] = await Promise.all([
    kubernetes.call(signal, ({ storage }, options) => storage.listStorageClass({}, options)), kubernetes.call(signal, ({ core }, options) => core.listNode({}, options)),
    kubernetes.call(signal, ({ apps }, options) => apps.listDaemonSetForAllNamespaces({}, options)), kubernetes.call(signal, ({ storage }, options) => storage.listCSINode({}, options)),
  ])
  const seen = { groups, nodes, daemonSets, version }
  const [platform, snapshots, loadBalancer, autoscaler, metrics, ways, podSecurity] = await Promise.all([
    platformOf(kubernetes, seen, signal), snapshotDrivers(kubernetes, signal), loadBalancers(kubernetes, seen, signal), autoscalerOf(kubernetes, seen, signal),
    metricsOf(kubernetes, groups, signal), waysIn(kubernetes, signal), podSecurityOf(kubernetes, signal),
  ])
  const found = {
    version, platform, cloud: cloudOf(nodes), zones: zonesOf(nodes), storageClasses: storageClassesOf(classes, snapshots), defaultStorageClass: defaultClassOf(classes),
    loadBalancer, autoscaler, metrics, ...podNetworkOf({ ...seen, platform: platform.name }), ...ways, certManager: groups.includes('cert-manager.io'), devices: devicesOf(nodes), podSecurity,
  }
  return { ...found, warnings: [...denied, ...warningsOf(found, openShift)], nodeGroups: nodeGroups(nodes, daemonSets, csiNodes), nodes: nodes.map(nodeOf) }
}

/** Throws for what no hub can do without, and tells of what single hubs could not do. */
async function checkPermissions(kubernetes: Kubernetes, groups: readonly string[], openShift: boolean, signal: AbortSignal): Promise<ClusterWarning[]> {
  // One question answers for all rules. The namespace need not exist; nothing is granted there but what is granted everywhere.
  const body = { spec: { namespace: 'hubfleet-preflight' } }
  const review = await kubernetes.call(signal, ({ authorization }, options) => authorization.createSelfSubjectRulesReview({ body }, options))
  const lacking = async (rules: readonly PolicyRule[]): Promise<string[]> => {
    const missing = missingPermissions(rules, review.status?.resourceRules ?? [])
    return review.status?.incomplete ? denials(kubernetes, missing, signal) : missing
  }
  // a cluster without the Gateway API does not need to grant it
  const needed = neededRules.filter(({ apiGroups }) => !apiGroups.includes('gateway.networking.k8s.io') || groups.includes('gateway.networking.k8s.io'))
  const denied = await lacking(openShift ? [...needed, ...routeRules] : needed)
  if (denied.length > 0) throw new Problem('cluster-permissions-missing', { cluster: kubernetes.name.cluster, missing: denied.join('; ') })
  const ofRoutes = openShift || !groups.includes('route.openshift.io') ? [] : await lacking(routeRules)
  if (ofRoutes.length === 0) return []
  return [{ code: 'permissions', what: `Hubs cannot be exposed by Routes: these permissions are missing: ${ofRoutes.join('; ')}.`, mend: 'Register the cluster once more with hubfleet cluster register, which renews its role.' }]
}

/** An authorizer that cannot list its rules (a cloud's own, a webhook) is asked for each that was not found. */
async function denials(kubernetes: Kubernetes, missing: readonly string[], signal: AbortSignal): Promise<string[]> {
  const denied: string[] = []
  for (const permission of missing) {
    const [, verbs = '', target = ''] = /^(.*) (\S+)$/.exec(permission) ?? []
    const [path = '', ...group] = target.split('.')
    const [resource, subresource] = path.split('/')
    for (const verb of verbs.split(', ')) {
      const body = { spec: { resourceAttributes: { verb, group: group.join('.'), resource, subresource } } }
      const review = await kubernetes.call(signal, ({ authorization }, options) => authorization.createSelfSubjectAccessReview({ body }, options))
      if (!review.status?.allowed) denied.push(`${verb} ${target}`)
    }
  }
  return denied
}

const zonesOf = (nodes: readonly V1Node[]): string[] => [...new Set(nodes.flatMap(({ metadata }) => metadata?.labels?.['topology.kubernetes.io/zone'] ?? []))].sort()

function devicesOf(nodes: readonly V1Node[]): Record<string, number> {
  const names = [...new Set(nodes.flatMap((node) => Object.keys(extraOf(node))))].filter((name) => name.includes('/') && !name.startsWith('attachable-volumes')).sort()
  return Object.fromEntries(names.map((name) => [name, nodes.reduce((sum, node) => sum + amountOf(node, name), 0)]))
}

function nodeOf(node: V1Node): Preflight['nodes'][number] {
  const { metadata, spec, status } = node
  return {
    name: metadata?.name ?? '',
    machineType: machineTypeOf(node),
    cpu: amountOf(node, 'cpu'),
    memoryBytes: amountOf(node, 'memory'),
    pods: amountOf(node, 'pods'),
    ready: !spec?.unschedulable && (status?.conditions ?? []).some((condition) => condition.type === 'Ready' && condition.status === 'True'),
  }
}
