import type { V1Affinity, V1CSINode, V1DaemonSet, V1Node, V1Taint, V1Toleration } from '@kubernetes/client-node'
import { parseQuantity, type ClusterNodeGroup as NodeGroup } from '@hubfleet/core'

const purposeLabel = 'hub.jupyter.org/node-purpose'
/** Told of every node, and so of no kind of node. */
const ofOneNode = new Set(['kubernetes.io/hostname'])
const mostValues = 20
/** Kubernetes sets and takes these itself as a node comes and goes. */
const passing = /^node\.kubernetes\.io\//

export function nodeGroups(nodes: readonly V1Node[], daemonSets: readonly V1DaemonSet[], csiNodes: readonly V1CSINode[]): NodeGroup[] {
  const byKey = Map.groupBy(nodes, (node) => JSON.stringify([machineTypeOf(node), node.metadata?.labels?.[purposeLabel], taintsOf(node), Object.keys(extraOf(node)).sort()]))
  return [...byKey.values()].map((members) => groupOf(members, daemonSets, csiNodes)).sort((a, b) => (a.machineType < b.machineType ? -1 : 1))
}

function groupOf(members: readonly V1Node[], daemonSets: readonly V1DaemonSet[], csiNodes: readonly V1CSINode[]): NodeGroup {
  const first = members[0]!
  const names = new Set(members.map(({ metadata }) => metadata?.name))
  const most = (resource: string) => Math.max(...members.map((node) => amountOf(node, resource)))
  const ofDaemons = daemonSets.filter((set) => members.some((node) => runsOn(set, node))).map(requestsOf)
  return {
    machineType: machineTypeOf(first), nodes: members.length, cpu: most('cpu'), memoryBytes: most('memory'), ...sizeOf(members), pods: most('pods'),
    extra: Object.fromEntries(Object.keys(extraOf(first)).sort().map((name) => [name, most(name)])),
    volumes: volumesOf(csiNodes.filter(({ metadata }) => names.has(metadata?.name))),
    labels: labelsOf(members), taints: taintsOf(first),
    daemons: { cpu: sum(ofDaemons.map(({ cpu }) => cpu)), memoryBytes: sum(ofDaemons.map(({ memory }) => memory)), pods: ofDaemons.length },
  }
}

export const machineTypeOf = ({ metadata }: V1Node): string => metadata?.labels?.['node.kubernetes.io/instance-type'] ?? 'unknown'
export const amountOf = ({ status }: V1Node, resource: string): number => parseQuantity(status?.allocatable?.[resource] ?? '0') ?? 0

function sizeOf(members: readonly V1Node[]): Pick<NodeGroup, 'size'> {
  const most = (resource: string) => Math.max(...members.map(({ status }) => parseQuantity(status?.capacity?.[resource] ?? '0') ?? 0))
  const [cpu, memoryBytes] = [most('cpu'), most('memory')]
  return cpu > 0 && memoryBytes > 0 ? { size: { cpu, memoryBytes } } : {}
}

function taintsOf({ spec }: V1Node): NodeGroup['taints'] {
  const lasting = (spec?.taints ?? []).filter(({ key }) => !passing.test(key))
  return lasting.map(({ key, value, effect }) => ({ key, ...(value && { value }), effect })).sort((a, b) => (a.key + a.effect < b.key + b.effect ? -1 : 1))
}

/** Devices of plugins and huge pages, where there are any. */
export function extraOf(node: V1Node): Record<string, number> {
  const names = Object.keys(node.status?.allocatable ?? {}).filter((name) => name === 'ephemeral-storage' || name.includes('/') || name.startsWith('hugepages-'))
  return Object.fromEntries(names.map((name): [string, number] => [name, amountOf(node, name)]).filter(([, amount]) => amount > 0))
}

function labelsOf(members: readonly V1Node[]): Record<string, string[]> {
  const found = new Map<string, Set<string>>()
  for (const { metadata } of members) {
    for (const [key, value] of Object.entries(metadata?.labels ?? {})) if (!ofOneNode.has(key)) found.set(key, (found.get(key) ?? new Set()).add(value))
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, values]) => [key, values.size > mostValues ? ['*'] : [...values].sort()]))
}

/** A node without any driver has null for its drivers, whatever the client's type says. */
function volumesOf(csiNodes: readonly V1CSINode[]): NodeGroup['volumes'] {
  const counts = csiNodes.flatMap(({ spec }) => (spec.drivers as V1CSINode['spec']['drivers'] | null) ?? []).flatMap(({ name, allocatable }): [string, number][] => (allocatable?.count === undefined ? [] : [[name, allocatable.count]]))
  return Object.fromEntries([...Map.groupBy(counts, ([driver]) => driver)].map(([driver, all]) => [driver, Math.max(...all.map(([, count]) => count))]))
}

/** What one pod of a DaemonSet reserves: its containers together, or its largest init container. */
function requestsOf({ spec }: V1DaemonSet): { cpu: number; memory: number } {
  const { containers = [], initContainers = [] } = spec?.template.spec ?? {}
  const of = (resource: 'cpu' | 'memory') => {
    const request = ({ resources }: (typeof containers)[number]) => parseQuantity(resources?.requests?.[resource] ?? resources?.limits?.[resource] ?? '0') ?? 0
    return Math.max(sum(containers.map(request)), ...initContainers.map(request))
  }
  return { cpu: of('cpu'), memory: of('memory') }
}

function runsOn({ spec }: V1DaemonSet, node: V1Node): boolean {
  const { nodeSelector = {}, affinity, tolerations = [] } = spec?.template.spec ?? {}
  const labels = node.metadata?.labels ?? {}
  return Object.entries(nodeSelector).every(([key, value]) => labels[key] === value) && meets(affinity, labels) &&
    (node.spec?.taints ?? []).every((taint) => taint.effect === 'PreferNoSchedule' || passing.test(taint.key) || tolerations.some((toleration) => tolerates(toleration, taint)))
}

/** One of the terms must hold, and of a term every expression. */
function meets(affinity: V1Affinity | undefined, labels: Record<string, string>): boolean {
  const terms = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms
  return !terms || terms.some(({ matchExpressions = [] }) => matchExpressions.every(({ key, operator, values = [] }) => {
    const value = labels[key]
    switch (operator) {
      case 'In': return value !== undefined && values.includes(value)
      case 'NotIn': return value === undefined || !values.includes(value)
      case 'Exists': return value !== undefined
      case 'DoesNotExist': return value === undefined
      case 'Gt': return Number(value) > Number(values[0])
      case 'Lt': return Number(value) < Number(values[0])
      default: return true
    }
  }))
}

const tolerates = ({ key, operator = 'Equal', value = '', effect }: V1Toleration, taint: V1Taint): boolean =>
  (!effect || effect === taint.effect) && (key ? key === taint.key && (operator === 'Exists' || value === (taint.value ?? '')) : operator === 'Exists')

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
