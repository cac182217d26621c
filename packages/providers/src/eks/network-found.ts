import type { Subnet, Vpc } from '@aws-sdk/client-ec2'
import type { Eks } from './context.ts'
import { nodesTag, ownerTag, valueOf } from './names.ts'

/** What is there of the network. */
export interface Network { vpc: Vpc; subnets: Subnet[]; gateway: { id: string; attached: boolean } | null; routeTable: { id: string; leadsOut: boolean } | null }

export const ownedFilter = ({ record: { id } }: Eks) => [{ Name: `tag:${ownerTag}`, Values: [id] }]

export async function ourVpc(context: Eks, signal: AbortSignal): Promise<Vpc | null> {
  const { Vpcs = [] } = await context.aws.call('ec2', signal, (ec2, call) => ec2.describeVpcs({ Filters: ownedFilter(context) }, call))
  return Vpcs.sort((a, b) => (a.VpcId ?? '').localeCompare(b.VpcId ?? ''))[0] ?? null
}

export async function ourNetwork(context: Eks, signal: AbortSignal): Promise<Network | null> {
  const vpc = await ourVpc(context, signal)
  if (!vpc?.VpcId) return null
  const { aws } = context
  const inVpc = [{ Name: 'vpc-id', Values: [vpc.VpcId] }]
  const [{ Subnets = [] }, { InternetGateways = [] }, { RouteTables = [] }] = await Promise.all([
    aws.call('ec2', signal, (ec2, call) => ec2.describeSubnets({ Filters: [...inVpc, ...ownedFilter(context)] }, call)),
    aws.call('ec2', signal, (ec2, call) => ec2.describeInternetGateways({ Filters: ownedFilter(context) }, call)),
    aws.call('ec2', signal, (ec2, call) => ec2.describeRouteTables({ Filters: [...inVpc, { Name: 'association.main', Values: ['true'] }] }, call)),
  ])
  const [gateway] = InternetGateways
  const [table] = RouteTables
  return {
    vpc,
    subnets: Subnets.sort((a, b) => (a.AvailabilityZone ?? '').localeCompare(b.AvailabilityZone ?? '')),
    gateway: gateway ? { id: gateway.InternetGatewayId!, attached: (gateway.Attachments ?? []).some(({ VpcId }) => VpcId === vpc.VpcId) } : null,
    routeTable: table ? { id: table.RouteTableId!, leadsOut: (table.Routes ?? []).some(({ DestinationCidrBlock, GatewayId }) => DestinationCidrBlock === '0.0.0.0/0' && GatewayId?.startsWith('igw-')) } : null,
  }
}

/** All nodes, and so all disks, are in one zone: a disk of EBS is in a zone for good, and an autoscaler cannot raise a group that is at zero in a chosen one. */
export const nodeSubnet = ({ subnets }: Network): Subnet | null => subnets.find(({ Tags }) => valueOf(Tags, nodesTag) === 'true') ?? null
