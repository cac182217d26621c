import { isProblem } from '@hubfleet/core'
import { loadBalancersIn, removeLoadBalancer } from './load-balancers.ts'
import type { Eks } from './context.ts'
import { codeOf, notYet } from './failures.ts'
import { clusterTag, valueOf } from './names.ts'
import { ownedFilter } from './network-found.ts'
import { leaveNetwork } from './services.ts'

/**
 * In the order in which AWS lets go: load balancers that the cluster's controllers left, their interfaces and security groups, then what was made
 * here. Everything that is in a network of ours came with the cluster; what is in it and tells nothing of the cluster is not touched, and named.
 */
export async function removeNetwork(context: Eks, signal: AbortSignal): Promise<void> {
  const { aws, record } = context
  const { Vpcs = [] } = await aws.call('ec2', signal, (ec2, call) => ec2.describeVpcs({ Filters: ownedFilter(context) }, call))
  for (const { VpcId } of Vpcs) {
    const inVpc = [{ Name: 'vpc-id', Values: [VpcId!] }]
    const balancers = (await loadBalancersIn(context, VpcId!, signal)).filter(({ ours }) => ours)
    for (const balancer of balancers) await removeLoadBalancer(aws, balancer, signal)
    if (balancers.length > 0) throw notYet(`the network waits for ${balancers.length} load balancer(s) to go`)
    const mounts = await leaveNetwork(context, VpcId!, signal)
    if (mounts > 0) throw notYet(`the network waits for ${mounts} mount target(s) of file systems to go`)

    const { NetworkInterfaces = [] } = await aws.call('ec2', signal, (ec2, call) => ec2.describeNetworkInterfaces({ Filters: inVpc }, call))
    // the network plugin leaves its interfaces when a node ends quickly
    const left = NetworkInterfaces.filter(({ Status, Description, TagSet }) => Status === 'available' && (Description?.startsWith('aws-K8S-') || valueOf(TagSet, 'cluster.k8s.amazonaws.com/name') === record.name))
    for (const { NetworkInterfaceId } of left) await aws.find('ec2', signal, /NotFound/, (ec2, call) => ec2.deleteNetworkInterface({ NetworkInterfaceId: NetworkInterfaceId! }, call))

    const { SecurityGroups = [] } = await aws.call('ec2', signal, (ec2, call) => ec2.describeSecurityGroups({ Filters: inVpc }, call))
    const groups = SecurityGroups.filter(({ GroupName, Tags }) => GroupName !== 'default' && (valueOf(Tags, clusterTag(record.name)) === 'owned' || valueOf(Tags, 'elbv2.k8s.aws/cluster') === record.name))
    try {
      for (const group of groups) {
        // groups that name each other hold each other
        if (group.IpPermissions?.some(({ UserIdGroupPairs }) => UserIdGroupPairs?.some(({ GroupId }) => GroupId !== group.GroupId))) await aws.call('ec2', signal, (ec2, call) => ec2.revokeSecurityGroupIngress({ GroupId: group.GroupId!, IpPermissions: group.IpPermissions! }, call))
        await aws.find('ec2', signal, /NotFound/, (ec2, call) => ec2.deleteSecurityGroup({ GroupId: group.GroupId! }, call))
      }
      await removeVpc(context, VpcId!, signal)
    } catch (error) {
      if (!isProblem(error) || codeOf(error) !== 'DependencyViolation') throw error
      const held = NetworkInterfaces.filter((one) => !left.includes(one)).map(({ NetworkInterfaceId, Description }) => `${NetworkInterfaceId} (${Description || 'without a description'})`)
      throw notYet(`the network ${VpcId} cannot go yet: ${held.length > 0 ? `these interfaces are in it: ${held.slice(0, 5).join(', ')}` : error.message}. Those of load balancers go within minutes; what somebody put into the network by hand must be removed by hand`)
    }
  }
  const { InternetGateways = [] } = await aws.call('ec2', signal, (ec2, call) => ec2.describeInternetGateways({ Filters: ownedFilter(context) }, call))
  for (const { InternetGatewayId, Attachments = [] } of InternetGateways) {
    if (Attachments.length === 0) await aws.find('ec2', signal, /NotFound/, (ec2, call) => ec2.deleteInternetGateway({ InternetGatewayId: InternetGatewayId! }, call))
  }
}

async function removeVpc(context: Eks, VpcId: string, signal: AbortSignal): Promise<void> {
  const { aws } = context
  const [{ Subnets = [] }, { InternetGateways = [] }] = await Promise.all([
    aws.call('ec2', signal, (ec2, call) => ec2.describeSubnets({ Filters: [{ Name: 'vpc-id', Values: [VpcId] }, ...ownedFilter(context)] }, call)),
    aws.call('ec2', signal, (ec2, call) => ec2.describeInternetGateways({ Filters: ownedFilter(context) }, call)),
  ])
  for (const { SubnetId } of Subnets) await aws.find('ec2', signal, /NotFound/, (ec2, call) => ec2.deleteSubnet({ SubnetId: SubnetId! }, call))
  for (const { InternetGatewayId, Attachments = [] } of InternetGateways) {
    if (Attachments.length > 0) await aws.find('ec2', signal, /NotAttached|NotFound/, (ec2, call) => ec2.detachInternetGateway({ InternetGatewayId: InternetGatewayId!, VpcId }, call))
    await aws.find('ec2', signal, /NotFound/, (ec2, call) => ec2.deleteInternetGateway({ InternetGatewayId: InternetGatewayId! }, call))
  }
  await aws.find('ec2', signal, /NotFound/, (ec2, call) => ec2.deleteVpc({ VpcId }, call))
}
