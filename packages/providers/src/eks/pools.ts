import type { Nodegroup, NodegroupScalingConfig } from '@aws-sdk/client-eks'
import type { PoolSpec } from '@hubfleet/core'
import { nearest, Problem } from '@hubfleet/core'
import type { Part, PartState, PoolState, WantedMachines } from '../machines.ts'
import { ourCluster, type Eks } from './context.ts'
import { updateNodes } from './control-plane.ts'
import { codeOf, notYet } from './failures.ts'
import { findTemplate, makeTemplate, removeTemplate } from './launch-template.ts'
import { imageOf, machineFacts, requireOffered } from './machine-types.ts'
import { cloud, tagsOf } from './names.ts'
import { nodeSubnet, ourNetwork } from './network-found.ts'
import { groupName, nodeGroups, type FoundGroup } from './node-groups.ts'
import { roleArn } from './roles.ts'

const purposeLabel = 'hub.jupyter.org/node-purpose'
const dedicatedTaint = 'hub.jupyter.org/dedicated'

/** Nodes of a group that take pods, by its autoscaling groups. */
async function readyNodes({ aws }: Eks, groups: readonly Nodegroup[], signal: AbortSignal): Promise<Map<string, { ready: number; desired: number }>> {
  const names = groups.flatMap(({ resources }) => resources?.autoScalingGroups ?? []).flatMap(({ name }) => (name ? [name] : []))
  if (names.length === 0) return new Map()
  const { AutoScalingGroups = [] } = await aws.call('autoscaling', signal, (autoscaling, call) => autoscaling.describeAutoScalingGroups({ AutoScalingGroupNames: names }, call))
  const of = ({ resources }: Nodegroup) => AutoScalingGroups.filter(({ AutoScalingGroupName }) => resources?.autoScalingGroups?.some(({ name }) => name === AutoScalingGroupName))
  return new Map(groups.map((group) => [group.nodegroupName ?? '', {
    ready: of(group).flatMap(({ Instances = [] }) => Instances).filter(({ LifecycleState, HealthStatus }) => LifecycleState === 'InService' && HealthStatus === 'Healthy').length,
    desired: of(group).reduce((sum, { DesiredCapacity = 0 }) => sum + DesiredCapacity, 0),
  }]))
}

export async function poolStates(context: Eks, signal: AbortSignal): Promise<PoolState[]> {
  const groups = (await nodeGroups(context, signal)).filter(({ ours, pool }) => ours && pool !== null)
  const nodes = await readyNodes(context, groups.map(({ group }) => group), signal)
  const states = new Map<string, PoolState>()
  for (const { group, pool } of groups) {
    const state = states.get(pool!) ?? { name: pool!, wanted: 0, ready: 0 }
    states.set(pool!, { name: pool!, wanted: Math.max(state.wanted, group.scalingConfig?.minSize ?? 0), ready: state.ready + (nodes.get(group.nodegroupName!)?.ready ?? 0) })
  }
  return [...states.values()]
}

/** A floor in the node group; the autoscaler works between it and the pool's `max`. */
export function poolPart(context: Eks, pool: PoolSpec, { nodes, stopped }: WantedMachines): Part {
  const { aws, record } = context
  const name = groupName(pool)
  const floor = stopped ? 0 : Math.min(nodes[pool.name] ?? 0, Math.max(pool.max, 1))
  const mine = async (signal: AbortSignal): Promise<FoundGroup[]> => (await nodeGroups(context, signal)).filter((found) => found.pool === pool.name)

  /** How the sizes should be: what the autoscaler added above the floor stays, unless the cluster is stopped. EKS takes no `max` of 0. */
  const sizes = (desired: number): NodegroupScalingConfig => ({ minSize: floor, maxSize: Math.max(1, pool.max, floor), desiredSize: stopped ? 0 : Math.min(Math.max(desired, floor), Math.max(1, pool.max, floor)) })
  const differs = (group: Nodegroup, desired: number): string | null => {
    const want = sizes(desired)
    const { minSize, maxSize } = group.scalingConfig ?? {}
    if (minSize !== want.minSize || maxSize !== want.maxSize) return `${minSize} to ${maxSize} nodes, ${want.minSize} to ${want.maxSize} wanted`
    return desired < want.desiredSize! || (stopped && desired > 0) ? `${desired} nodes, ${want.desiredSize} wanted` : null
  }

  return {
    name: `pool ${pool.name}`, of: 'capacity',
    async observe(signal): Promise<PartState> {
      const groups = await mine(signal)
      if (groups.length === 0) return { is: 'absent' }
      const current = groups.find(({ group }) => group.nodegroupName === name)?.group
      const others = groups.filter(({ group }) => group.nodegroupName !== name).map(({ group }) => group)
      if (!current) return { is: 'differs', message: `${pool.machineType} wanted, ${others.map(({ instanceTypes }) => instanceTypes?.join()).join(', ')} there` }
      const going = working(current)
      if (going) return { is: 'busy', message: going, againSeconds: 10, cancelable: false }
      failed(current, pool)
      const { ready = 0, desired = 0 } = (await readyNodes(context, [current], signal)).get(name) ?? {}
      const off = differs(current, desired)
      if (off) return { is: 'differs', message: off }
      const cluster = await ourCluster(context, signal)
      if (current.version && cluster?.version && current.version !== cluster.version) return { is: 'differs', message: `nodes run ${current.version}, the control plane ${cluster.version}` }
      if (ready < floor || (stopped && ready > 0)) return { is: 'busy', message: `${ready} of ${floor} nodes ready${issues(current) && `: ${issues(current)}`}`, againSeconds: 10 }
      if (others.length > 0) {
        const other = others.map((group) => working(group)).find(Boolean)
        return other ? { is: 'busy', message: `the nodes before: ${other}`, againSeconds: 15 } : { is: 'differs', message: `the nodes before (${others.map(({ nodegroupName }) => nodegroupName).join(', ')}) go` }
      }
      return { is: 'ready', message: `${ready} nodes, ${floor} at least, ${pool.max} at most` }
    },
    async make(signal) {
      signal.throwIfAborted()
      const groups = await mine(signal)
      const current = groups.find(({ group }) => group.nodegroupName === name)?.group
      if (!current) return create(signal)
      if (current.status !== 'ACTIVE' && current.status !== 'DEGRADED') return
      const { ready = 0, desired = 0 } = (await readyNodes(context, [current], signal)).get(name) ?? {}
      if (differs(current, desired)) return void await aws.call('eks', signal, (eks, call) => eks.updateNodegroupConfig({ clusterName: record.name, nodegroupName: name, scalingConfig: sizes(desired) }, call))
      const cluster = await ourCluster(context, signal)
      if (current.version && cluster?.version && current.version !== cluster.version) return updateNodes(context, current, cluster.version, signal)
      // the new ones are there, so the floor stays while the nodes before go
      if (ready >= floor) for (const { group } of groups) if (group.nodegroupName !== name) await removeGroup(context, group, signal)
    },
    async remove(signal) {
      const groups = await mine(signal)
      for (const { group } of groups) await removeGroup(context, group, signal)
    },
  }

  async function create(signal: AbortSignal): Promise<void> {
    const [cluster, network] = [await ourCluster(context, signal), await ourNetwork(context, signal)]
    if (cluster?.status !== 'ACTIVE' || !network) throw notYet(`the cluster ${record.name} does not run`)
    const subnet = nodeSubnet(network)
    const info = (await machineFacts(aws, [pool.machineType], signal)).get(pool.machineType)
    await requireOffered(aws, pool.machineType, subnet?.AvailabilityZone ?? '', signal)
    if (!info || !subnet) throw new Problem('cloud-choice-unknown', { cloud, what: 'machine type', name: pool.machineType, nearest: nearest(pool.machineType, []) ?? 'none' })
    const template = pool.maxPods === undefined ? null : await findTemplate(context, name, signal) ?? await makeTemplate(context, name, pool, signal)
    const { account } = await aws.credential()
    await aws.find('eks', signal, /^ResourceInUseException$/, (eks, call) => eks.createNodegroup({
      clusterName: record.name, nodegroupName: name, nodeRole: roleArn(context, account, 'node'), subnets: [subnet.SubnetId!],
      instanceTypes: [pool.machineType], amiType: imageOf(info), capacityType: pool.spot ? 'SPOT' : 'ON_DEMAND',
      scalingConfig: sizes(floor), updateConfig: { maxUnavailable: 1 },
      labels: { [purposeLabel]: pool.purpose },
      ...(pool.purpose === 'user' && { taints: [{ key: dedicatedTaint, value: 'user', effect: 'NO_SCHEDULE' as const }] }),
      ...(template ? { launchTemplate: { id: template } } : { diskSize: pool.diskGiB ?? 100 }),
      tags: tagsOf(record), clientRequestToken: `${record.id}-${name}`.slice(0, 64),
    }, call))
  }
}

/** Pools that are in the cloud and no more in the spec. */
export function formerPoolsPart(context: Eks): Part {
  const wanted = context.pools.map(({ name }) => name)
  const former = async (signal: AbortSignal) => (await nodeGroups(context, signal)).filter(({ ours, pool }) => ours && !wanted.includes(pool ?? ''))
  return {
    name: 'former pools', of: 'capacity',
    async observe(signal): Promise<PartState> {
      const groups = await former(signal)
      if (groups.length === 0) return { is: 'ready', message: 'none' }
      const names = groups.map(({ group }) => group.nodegroupName).join(', ')
      return groups.every(({ group }) => group.status === 'DELETING') ? { is: 'busy', message: `deleting ${names}`, againSeconds: 15 } : { is: 'differs', message: `${names} go` }
    },
    async make(signal) {
      for (const { group } of await former(signal)) await removeGroup(context, group, signal)
    },
  }
}

async function removeGroup(context: Eks, group: Nodegroup, signal: AbortSignal): Promise<void> {
  const nodegroupName = group.nodegroupName!
  if (group.status === 'DELETING') return
  if (group.status === 'CREATING' || group.status === 'UPDATING') throw notYet(`the node group ${nodegroupName} is ${group.status.toLowerCase()}, and can be deleted when that is done`)
  await context.aws.find('eks', signal, /^ResourceNotFoundException$/, (eks, call) => eks.deleteNodegroup({ clusterName: context.record.name, nodegroupName }, call)).catch((error: unknown) => {
    if (codeOf(error) === 'ResourceInUseException') throw notYet(`the node group ${nodegroupName} is in use`)
    throw error
  })
  if (group.launchTemplate) await removeTemplate(context, nodegroupName, signal)
}

function working({ status, nodegroupName }: Nodegroup): string | null {
  const words: Record<string, string> = { CREATING: 'creating', UPDATING: 'updating', DELETING: 'deleting' }
  return status && words[status] ? `${words[status]} ${nodegroupName}` : null
}

const issues = ({ health }: Nodegroup): string => (health?.issues ?? []).map(({ message }) => message).join('; ')

/** Throws why EKS could not make the nodes, where it will not try again by itself. */
function failed(group: Nodegroup, pool: PoolSpec): void {
  const reason = issues(group)
  if (/VcpuLimitExceeded|InstanceLimitExceeded|MaxSpotInstanceCountExceeded|vCPU capacity/i.test(reason) || group.health?.issues?.some(({ code }) => code === 'InstanceLimitExceeded')) {
    throw new Problem('quota-exceeded', { what: `${pool.machineType} of the pool ${pool.name}: ${reason}`, wanted: 'more nodes', allowed: 'as many as run', where: 'in Service Quotas, Amazon EC2, Running On-Demand or Spot instances' })
  }
  if (group.status !== 'CREATE_FAILED' && group.status !== 'DELETE_FAILED') return
  throw new Problem('cloud-failed', { what: `The node group ${group.nodegroupName}`, cloud, reason: reason || group.status, fix: 'Mend what the reason names. Another machine type makes other nodes; `aws eks delete-nodegroup` takes these away, and they are made again.' })
}
