import type { Instance } from '@aws-sdk/client-ec2'
import type { Billable } from '../machines.ts'
import { findCluster, isOurs, type Eks } from './context.ts'
import { loadBalancers, pages, removeLoadBalancer, targetGroups } from './load-balancers.ts'
import { clusterTag, ownerTag, partitionOf, valueOf } from './names.ts'
import { ourVpc, ownedFilter } from './network-found.ts'
import { billablesOfServices, removeOfService } from './services.ts'

type Tags = { Key?: string | undefined; Value?: string | undefined }[] | undefined
interface Proof { ours: boolean; known: string; named: boolean }

/**
 * Everything of the cluster that can bill, by its marks. Ours is what has our tag, which only Hubfleet and the add-ons that it configures
 * set, or what a controller of a cluster of that name made in our network. The cluster's name alone proves nothing: a namesake had it too.
 */
export async function billables(context: Eks, signal: AbortSignal): Promise<Billable[]> {
  const { aws, record } = context
  const { account } = await aws.credential()
  const [vpc, cluster] = await Promise.all([ourVpc(context, signal), findCluster(context, signal)])
  const network = vpc?.VpcId ?? null
  const proof = (tags: Tags, inVpc?: string): Proof => {
    if (valueOf(tags, ownerTag) === record.id) return { ours: true, named: true, known: `tag ${ownerTag}` }
    const marks = [clusterTag(record.name), 'eks:cluster-name', 'KubernetesCluster', 'aws:eks:cluster-name', 'elbv2.k8s.aws/cluster']
    const mark = marks.find((key) => (key === clusterTag(record.name) ? valueOf(tags, key) === 'owned' : valueOf(tags, key) === record.name))
    const inOurs = network !== null && inVpc === network
    return { ours: mark !== undefined && inOurs, named: mark !== undefined, known: mark ? `tag ${mark}${inOurs ? ', in the network of the cluster' : '; a cluster of that name, which need not be this one'}` : '' }
  }
  const arn = (type: string, id: string) => `arn:${partitionOf(aws.region).name}:ec2:${aws.region}:${account}:${type}/${id}`
  const byTags = [[{ Name: `tag:${ownerTag}`, Values: [record.id] }], [{ Name: `tag:${clusterTag(record.name)}`, Values: ['owned'] }], [{ Name: 'tag:eks:cluster-name', Values: [record.name] }]]
  /** What has one of the marks, asked for by tag, so that an account's other things are not listed. */
  const tagged = async <Item>(list: (Filters: { Name: string; Values: string[] }[]) => Promise<Item[]>, id: (item: Item) => string | undefined): Promise<Item[]> => [...new Map((await Promise.all(byTags.map(list))).flat().map((item) => [id(item), item])).values()]

  const instances = () => tagged((Filters) => pages((NextToken) => aws.call('ec2', signal, (ec2, call) => ec2.describeInstances({ Filters: [...Filters, { Name: 'instance-state-name', Values: ['pending', 'running', 'stopping', 'stopped'] }], NextToken }, call)), (page) => page.Reservations?.flatMap(({ Instances = [] }) => Instances), (page) => page.NextToken), ({ InstanceId }) => InstanceId)
  const machine = ({ InstanceId, Tags, VpcId, Placement, InstanceType, InstanceLifecycle }: Instance): Billable => {
    const { ours, known } = proof(Tags, VpcId)
    const pool = /^(.+)-[0-9a-f]{8}$/.exec(valueOf(Tags, 'eks:nodegroup-name') ?? '')?.[1]
    return { kind: 'machine', id: arn('instance', InstanceId!), name: InstanceId!, location: Placement?.AvailabilityZone ?? aws.region, ours, known, machineType: String(InstanceType), spot: InstanceLifecycle === 'spot', ...(ours && pool && { part: `pool ${pool}` }) }
  }
  /** By their tags, and those that are in the machines: EKS does not tag what a node starts from as ours. */
  const disks = async (holders: ReadonlyMap<string, { machine: Billable; endsWith: ReadonlySet<string> }>): Promise<Billable[]> => {
    const list = (Filters: { Name: string; Values: string[] }[]) => pages((NextToken) => aws.call('ec2', signal, (ec2, call) => ec2.describeVolumes({ Filters, NextToken }, call)), (page) => page.Volumes, (page) => page.NextToken)
    const found = (await Promise.all([tagged(list, ({ VolumeId }) => VolumeId), holders.size === 0 ? [] : list([{ Name: 'attachment.instance-id', Values: [...holders.keys()] }])])).flat()
    return [...new Map(found.map((volume) => [volume.VolumeId!, volume])).values()].map(({ VolumeId, Tags, AvailabilityZone, Size, VolumeType, Attachments = [] }) => {
      const claim = valueOf(Tags, 'kubernetes.io/created-for/pvc/name')
      const holder = Attachments.map(({ InstanceId }) => holders.get(InstanceId ?? '')).find((one) => one !== undefined)
      const itsOwn = holder?.machine.ours === true && holder.endsWith.has(VolumeId!)
      const { ours, known } = proof(Tags)
      return {
        kind: 'disk', id: arn('volume', VolumeId!), name: claim ?? VolumeId!, location: AvailabilityZone ?? aws.region, ours: ours || itsOwn,
        known: ours ? known : itsOwn ? `it goes with the machine ${holder.machine.name}` : known || `it is in the machine ${holder?.machine.name}, and nothing says whose it is`,
        sizeGiB: Size ?? 0, diskType: String(VolumeType), ...(claim !== undefined && { holdsHome: true }), ...(itsOwn && holder.machine.part && { part: holder.machine.part }),
      }
    })
  }
  const snapshots = async (): Promise<Billable[]> => {
    const found = await tagged((Filters) => pages((NextToken) => aws.call('ec2', signal, (ec2, call) => ec2.describeSnapshots({ OwnerIds: ['self'], Filters, NextToken }, call)), (page) => page.Snapshots, (page) => page.NextToken), ({ SnapshotId }) => SnapshotId)
    return found.map(({ SnapshotId, Tags, VolumeSize }) => ({ kind: 'snapshot', id: arn('snapshot', SnapshotId!), name: SnapshotId!, location: aws.region, ...withoutNamed(proof(Tags)), sizeGiB: VolumeSize ?? 0, holdsHome: true }))
  }
  const addresses = async (): Promise<Billable[]> => {
    const found = await tagged(async (Filters) => (await aws.call('ec2', signal, (ec2, call) => ec2.describeAddresses({ Filters }, call))).Addresses ?? [], ({ AllocationId }) => AllocationId)
    return found.map(({ AllocationId, PublicIp, Tags }) => ({ kind: 'address', id: arn('elastic-ip', AllocationId!), name: PublicIp ?? AllocationId!, location: aws.region, ...withoutNamed(proof(Tags)) }))
  }
  const nats = async (): Promise<Billable[]> => {
    const list = (Filter: { Name: string; Values: string[] }[]) => pages((NextToken) => aws.call('ec2', signal, (ec2, call) => ec2.describeNatGateways({ Filter: [...Filter, { Name: 'state', Values: ['pending', 'available', 'deleting'] }], NextToken }, call)), (page) => page.NatGateways, (page) => page.NextToken)
    const [byTag, inNetwork] = await Promise.all([tagged(list, ({ NatGatewayId }) => NatGatewayId), network === null ? [] : list([{ Name: 'vpc-id', Values: [network] }])])
    return [...new Map([...byTag, ...inNetwork].map((nat) => [nat.NatGatewayId, nat])).values()].flatMap(({ NatGatewayId, Tags, VpcId }) => {
      const { ours, known } = proof(Tags, VpcId)
      if (!known && VpcId !== network) return []
      return [{ kind: 'nat', id: arn('natgateway', NatGatewayId!), name: NatGatewayId!, location: aws.region, ours, known: known || 'in the network of the cluster, and nothing says whose it is' }]
    })
  }
  const balancers = async (): Promise<Billable[]> => (await loadBalancers(context, network, signal)).map(({ id, name, classic, ours, known }) => ({ kind: 'load-balancer', id: classic ? `arn:${partitionOf(aws.region).name}:elasticloadbalancing:${aws.region}:${account}:loadbalancer/${id}` : id, name, location: aws.region, ours, known }))
  const groups = async (): Promise<Billable[]> => (await targetGroups(context, network, signal)).map(({ id, name, ours, known }) => ({ kind: 'target-group', id, name, location: aws.region, ours, known }))
  const machinesAndDisks = async (): Promise<Billable[]> => {
    const holders = new Map((await instances()).map((instance) => [instance.InstanceId!, {
      machine: machine(instance),
      endsWith: new Set((instance.BlockDeviceMappings ?? []).flatMap(({ Ebs }) => (Ebs?.DeleteOnTermination && Ebs.VolumeId ? [Ebs.VolumeId] : []))),
    }]))
    return [...[...holders.values()].map((holder) => holder.machine), ...await disks(holders)]
  }

  const lists = await Promise.all([machinesAndDisks(), snapshots(), addresses(), nats(), balancers(), groups(), billablesOfServices(context, signal)])
  const controlPlane: Billable[] = cluster && isOurs(context, cluster) ? [{ kind: 'cluster', id: cluster.arn!, name: cluster.name!, location: aws.region, ours: true, known: `tag ${ownerTag}`, part: 'control plane' }] : []
  return [...controlPlane, ...lists.flat()]
}

const withoutNamed = ({ ours, known }: Proof) => ({ ours, known })

/** What is held by others goes after them. */
const last: readonly Billable['kind'][] = ['address', 'target-group']

/** What is proven ours and stands alone. Machines go with their pools, and the control plane by itself. */
export async function sweep(context: Eks, { keepHomes }: { keepHomes: boolean }, signal: AbortSignal): Promise<Billable[]> {
  const { aws } = context
  const gone = /NotFound/
  const left = (await billables(context, signal)).filter((thing) => thing.ours && !thing.part && !(keepHomes && thing.holdsHome))
  const holders = left.some(({ kind }) => kind === 'load-balancer' || kind === 'nat')
  const asked: Billable[] = []
  for (const thing of left) {
    if (holders && last.includes(thing.kind)) continue
    const id = thing.id.slice(thing.id.lastIndexOf('/') + 1)
    switch (thing.kind) {
      case 'disk': await aws.find('ec2', signal, gone, (ec2, call) => ec2.deleteVolume({ VolumeId: id }, call)); break
      case 'snapshot': await aws.find('ec2', signal, gone, (ec2, call) => ec2.deleteSnapshot({ SnapshotId: id }, call)); break
      case 'address': await aws.find('ec2', signal, /NotFound|InUse/, (ec2, call) => ec2.releaseAddress({ AllocationId: id }, call)); break
      case 'nat': await aws.find('ec2', signal, gone, (ec2, call) => ec2.deleteNatGateway({ NatGatewayId: id }, call)); break
      case 'load-balancer': await removeLoadBalancer(aws, /:loadbalancer\/(app|net|gwy)\//.test(thing.id) ? { id: thing.id, classic: false } : { id, classic: true }, signal); break
      case 'target-group': await aws.find('elbv2', signal, /NotFound|ResourceInUse/, (elb, call) => elb.deleteTargetGroup({ TargetGroupArn: thing.id }, call)); break
      case 'image': case 'log-bucket': case 'file-share': await removeOfService(context, thing, signal); break
      default: continue
    }
    asked.push(thing)
  }
  // templates of nodes bill nothing, and go all the same
  const { LaunchTemplates = [] } = await aws.call('ec2', signal, (ec2, call) => ec2.describeLaunchTemplates({ Filters: ownedFilter(context) }, call))
  for (const { LaunchTemplateId } of LaunchTemplates) await aws.find('ec2', signal, gone, (ec2, call) => ec2.deleteLaunchTemplate({ LaunchTemplateId: LaunchTemplateId! }, call))
  return asked
}
