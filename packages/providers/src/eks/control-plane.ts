import type { Cluster, Nodegroup } from '@aws-sdk/client-eks'
import { isProblem, nearest, Problem } from '@hubfleet/core'
import type { Part, PartState } from '../machines.ts'
import { findCluster, foreignMessage, isOurs, type Eks } from './context.ts'
import { codeOf, notYet } from './failures.ts'
import { cloud, tagsOf } from './names.ts'
import { ourNetwork } from './network-found.ts'
import { nodeGroups } from './node-groups.ts'
import { roleArn } from './roles.ts'

const minor = (version: string | undefined): number => Number(/^\d+\.(\d+)/.exec(version ?? '')?.[1] ?? NaN)
/** `1.34.2` is `1.34` to EKS. */
const majorMinor = (version: string): string => version.split('.').slice(0, 2).join('.')

const working: Record<string, string> = { CREATING: 'creating', UPDATING: 'updating', DELETING: 'deleting', PENDING: 'pending' }

export function controlPlanePart(context: Eks): Part {
  return {
    name: 'control plane', of: 'machines', vital: true,
    observe: (signal) => observe(context, signal),
    make: (signal) => make(context, signal),
    async remove(signal) {
      const { aws, record: { name } } = context
      const cluster = await findCluster(context, signal)
      if (!cluster || !isOurs(context, cluster) || cluster.status === 'DELETING') return
      // EKS ends no creation that runs: it takes the call once it is done
      if (cluster.status === 'CREATING') throw notYet(`the control plane ${name} is being created, and can be deleted when that is done`)
      await aws.find('eks', signal, /^ResourceNotFoundException$/, (eks, call) => eks.deleteCluster({ name }, call)).catch(async (error: unknown) => {
        if (codeOf(error) !== 'ResourceInUseException') throw error
        const others = (await nodeGroups(context, signal)).filter(({ ours }) => !ours).map(({ group }) => group.nodegroupName)
        if (others.length === 0) throw notYet(isProblem(error) ? error.message : 'the control plane is in use')
        throw new Problem('cloud-failed', { what: `The delete of the cluster ${name}`, cloud, reason: `somebody made node groups in it: ${others.join(', ')}`, fix: 'Remove them (`aws eks delete-nodegroup`), then delete the cluster again.' })
      })
    },
  }
}

async function observe(context: Eks, signal: AbortSignal): Promise<PartState> {
  const { spec } = context
  const cluster = await findCluster(context, signal)
  if (!cluster) return { is: 'absent' }
  if (!isOurs(context, cluster)) return { is: 'foreign', message: foreignMessage(context) }
  const { status = '', version = '' } = cluster
  if (status === 'FAILED') throw new Problem('cloud-failed', { what: `The control plane ${cluster.name}`, cloud, reason: (cluster.health?.issues ?? []).map(({ message }) => message).join('; ') || 'EKS gives no reason', fix: 'Delete the cluster, mend what the reason names, and make it again.' })
  if (working[status]) return { is: 'busy', message: `${working[status]}, Kubernetes ${version}`, againSeconds: status === 'CREATING' ? 20 : 15, cancelable: false }
  if (spec.kubernetesVersion !== undefined && minor(version) !== minor(spec.kubernetesVersion)) {
    if (minor(version) > minor(spec.kubernetesVersion)) throw new Problem('cloud-failed', { what: `Kubernetes ${spec.kubernetesVersion}`, cloud, reason: `the control plane runs ${version}, and never goes back`, fix: `Set kubernetesVersion to ${version} or newer; an older one needs another cluster.` })
    const groups = await nodeGroups(context, signal)
    const busy = groups.find(({ group }) => group.status === 'UPDATING')
    if (busy) return { is: 'busy', message: `nodes of ${busy.group.nodegroupName} are being replaced before the next version`, againSeconds: 20 }
    return { is: 'differs', message: `Kubernetes ${version}, ${spec.kubernetesVersion} wanted` }
  }
  return supportOf(context) === (cluster.upgradePolicy?.supportType ?? 'STANDARD') ? { is: 'ready', message: `Kubernetes ${version}` } : { is: 'differs', message: `support is ${cluster.upgradePolicy?.supportType}, ${supportOf(context)} wanted` }
}

/** Extended support costs six times as much per hour, so nobody gets it who did not ask for it. */
const supportOf = ({ spec: { channel } }: Eks): 'EXTENDED' | 'STANDARD' => (channel === 'extended' ? 'EXTENDED' : 'STANDARD')

async function make(context: Eks, signal: AbortSignal): Promise<void> {
  const cluster = await findCluster(context, signal)
  if (!cluster) await create(context, signal)
  else if (!isOurs(context, cluster)) throw new Problem('cluster-foreign', { account: (await context.aws.credential()).account, cloud, kind: 'cluster', name: context.record.name, reason: foreignMessage(context) })
  else if (cluster.status === 'ACTIVE') await change(context, cluster, signal)
}

async function create(context: Eks, signal: AbortSignal): Promise<void> {
  const { aws, record, spec } = context
  const network = await ourNetwork(context, signal)
  if (!network) throw notYet('the network is not there')
  if (spec.kubernetesVersion !== undefined) await requireVersion(context, majorMinor(spec.kubernetesVersion), signal)
  const { account } = await aws.credential()
  try {
    await aws.find('eks', signal, /^ResourceInUseException$/, (eks, call) => eks.createCluster({
      name: record.name, roleArn: roleArn(context, account, 'cluster'), tags: tagsOf(record),
      ...(spec.kubernetesVersion !== undefined && { version: majorMinor(spec.kubernetesVersion) }),
      resourcesVpcConfig: { subnetIds: network.subnets.map(({ SubnetId }) => SubnetId!), endpointPublicAccess: true, endpointPrivateAccess: true },
      accessConfig: { authenticationMode: 'API', bootstrapClusterCreatorAdminPermissions: true },
      bootstrapSelfManagedAddons: false, upgradePolicy: { supportType: supportOf(context) },
      clientRequestToken: record.id,
    }, call))
  } catch (error) {
    // a role is known everywhere some seconds after it was made
    if (isProblem(error) && codeOf(error) === 'InvalidParameterException' && /role/i.test(error.message)) throw notYet(`EKS does not know the new role yet: ${error.message}`)
    throw error
  }
}

/** One minor version at a time, and nodes first reach the one that the control plane has: EKS takes no larger distance. */
async function change(context: Eks, { name, version = '' }: Cluster, signal: AbortSignal): Promise<void> {
  const { aws, spec } = context
  const wanted = spec.kubernetesVersion
  if (wanted === undefined || minor(wanted) === minor(version)) return void await aws.call('eks', signal, (eks, call) => eks.updateClusterConfig({ name, upgradePolicy: { supportType: supportOf(context) } }, call))
  await requireVersion(context, majorMinor(wanted), signal)
  const groups = await nodeGroups(context, signal)
  const behind = groups.filter(({ group, ours }) => ours && group.version !== version && group.status === 'ACTIVE')
  for (const { group } of behind) await updateNodes(context, group, version, signal)
  if (behind.length === 0) await aws.call('eks', signal, (eks, call) => eks.updateClusterVersion({ name, version: `1.${minor(version) + 1}` }, call))
}

export async function updateNodes({ aws, record: { name } }: Eks, { nodegroupName }: Nodegroup, version: string, signal: AbortSignal): Promise<void> {
  await aws.call('eks', signal, (eks, call) => eks.updateNodegroupVersion({ clusterName: name, nodegroupName, version }, call))
}

async function requireVersion({ aws }: Eks, version: string, signal: AbortSignal): Promise<void> {
  const { clusterVersions = [] } = await aws.call('eks', signal, (eks, call) => eks.describeClusterVersions({ includeAll: false }, call))
  const known = clusterVersions.map(({ clusterVersion }) => clusterVersion!)
  if (!known.includes(version)) throw new Problem('cloud-choice-unknown', { cloud, what: 'Kubernetes version', name: version, nearest: nearest(version, known) ?? known.join(', ') })
}
