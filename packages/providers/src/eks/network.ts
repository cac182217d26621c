import type { AvailabilityZone, Subnet } from '@aws-sdk/client-ec2'
import { nearest, Problem } from '@hubfleet/core'
import type { Part, PartState } from '../machines.ts'
import { findCluster, foreignMessage, isOurs, type Eks } from './context.ts'
import { offeringZones, requireOffered } from './machine-types.ts'
import { cloud, clusterTag, nodesTag, partitionOf, tagList, tagsOf } from './names.ts'
import { nodeSubnet, ourNetwork, ownedFilter, type Network } from './network-found.ts'
import { removeNetwork } from './network-removal.ts'

const range = '10.42.0.0/16'
const subnetRanges = ['10.42.0.0/18', '10.42.64.0/18', '10.42.128.0/18']
/** EKS has no control planes in these, by the ids that are the same for all accounts. */
const withoutControlPlanes = ['use1-az3', 'usw1-az2', 'cac1-az3']

const isPublic = ({ MapPublicIpOnLaunch }: Subnet): boolean => MapPublicIpOnLaunch === true

function lacks({ spec }: Eks, { vpc, subnets, gateway, routeTable }: Network): string | null {
  if (subnets.length < 2) return `${subnets.length} of 2 subnets`
  const nodes = nodeSubnet({ vpc, subnets, gateway, routeTable })
  if (!nodes) return 'no subnet for nodes'
  if (spec.zone && nodes.AvailabilityZone !== spec.zone) throw new Problem('cloud-failed', { what: `The zone ${spec.zone}`, cloud, reason: `the nodes and their disks are in ${nodes.AvailabilityZone}`, fix: `Set zone back to ${nodes.AvailabilityZone}; another zone needs another cluster, since disks do not move.` })
  if (!subnets.every(isPublic)) return 'a subnet that gives no addresses'
  if (!gateway?.attached) return 'no internet gateway'
  return routeTable?.leadsOut ? null : 'no route out'
}

/** A network of its own: public subnets in two zones, without NAT, which would bill by the hour and by the byte. */
export function networkPart(context: Eks): Part {
  return {
    name: 'network', of: 'machines',
    async observe(signal): Promise<PartState> {
      const network = await ourNetwork(context, signal).catch(async (error: unknown) => {
        // a region that there is not has no address to answer
        await requireRegion(context, signal)
        throw error
      })
      if (!network) {
        const cluster = await findCluster(context, signal)
        return cluster && !isOurs(context, cluster) ? { is: 'foreign', message: foreignMessage(context) } : { is: 'absent' }
      }
      const missing = lacks(context, network)
      return missing ? { is: 'differs', message: missing } : { is: 'ready', message: `${network.vpc.VpcId} in ${network.subnets.map(({ AvailabilityZone }) => AvailabilityZone).join(', ')}` }
    },
    make: (signal) => makeNetwork(context, signal),
    remove: (signal) => removeNetwork(context, signal),
  }
}

async function makeNetwork(context: Eks, signal: AbortSignal): Promise<void> {
  const { aws, record } = context
  const tags = tagsOf(record)
  const named = (ResourceType: 'vpc' | 'subnet' | 'internet-gateway', more: Record<string, string> = {}) => [{ ResourceType, Tags: tagList({ Name: `hubfleet-${record.name}`, ...tags, ...more }) }]
  let network = await ourNetwork(context, signal)
  if (!network) {
    await requireRegion(context, signal)
    await zonesOf(context, signal)
    await aws.call('ec2', signal, (ec2, call) => ec2.createVpc({ CidrBlock: range, TagSpecifications: named('vpc') }, call))
    network = await ourNetwork(context, signal)
  }
  const VpcId = network?.vpc.VpcId
  if (!network || !VpcId) return
  // nodes are known by their names in the DNS of the network
  if (network.subnets.length === 0) await aws.call('ec2', signal, (ec2, call) => ec2.modifyVpcAttribute({ VpcId, EnableDnsHostnames: { Value: true } }, call))
  if (network.subnets.length < 2 || !nodeSubnet(network)) await makeSubnets(context, network, named, signal)
  const { Subnets = [] } = await aws.call('ec2', signal, (ec2, call) => ec2.describeSubnets({ Filters: ownedFilter(context) }, call))
  for (const { SubnetId } of Subnets.filter((subnet) => !isPublic(subnet))) await aws.call('ec2', signal, (ec2, call) => ec2.modifySubnetAttribute({ SubnetId: SubnetId!, MapPublicIpOnLaunch: { Value: true } }, call))
  let gateway = network.gateway?.id
  if (!gateway) gateway = (await aws.call('ec2', signal, (ec2, call) => ec2.createInternetGateway({ TagSpecifications: named('internet-gateway') }, call))).InternetGateway!.InternetGatewayId!
  if (!network.gateway?.attached) await aws.call('ec2', signal, (ec2, call) => ec2.attachInternetGateway({ InternetGatewayId: gateway, VpcId }, call))
  if (network.routeTable && !network.routeTable.leadsOut) {
    const { id: RouteTableId } = network.routeTable
    await aws.call('ec2', signal, (ec2, call) => ec2.createRoute({ RouteTableId, DestinationCidrBlock: '0.0.0.0/0', GatewayId: gateway }, call))
  }
}

async function makeSubnets(context: Eks, { vpc, subnets }: Network, named: (type: 'subnet', more: Record<string, string>) => { ResourceType: 'subnet'; Tags: { Key: string; Value: string }[] }[] | unknown, signal: AbortSignal): Promise<void> {
  const { aws, record } = context
  const zones = await zonesOf(context, signal)
  for (const [number, zone] of zones.entries()) {
    const there = subnets.find(({ CidrBlock }) => CidrBlock === subnetRanges[number])
    if (there) continue
    const more = { 'kubernetes.io/role/elb': '1', [clusterTag(record.name)]: 'shared', ...(number === 0 && { [nodesTag]: 'true' }) }
    await aws.call('ec2', signal, (ec2, call) => ec2.createSubnet({ VpcId: vpc.VpcId!, CidrBlock: subnetRanges[number]!, AvailabilityZone: zone, TagSpecifications: named('subnet', more) as never }, call))
  }
}

/** Two zones, that of the nodes first: the one asked for, or the first that has every machine type of the pools. */
async function zonesOf(context: Eks, signal: AbortSignal): Promise<string[]> {
  const { aws, spec, pools } = context
  const { AvailabilityZones = [] } = await aws.call('ec2', signal, (ec2, call) => ec2.describeAvailabilityZones({ Filters: [{ Name: 'zone-type', Values: ['availability-zone'] }] }, call))
  const able = AvailabilityZones.filter(({ ZoneId, State }: AvailabilityZone) => State === 'available' && !withoutControlPlanes.includes(ZoneId ?? '')).map(({ ZoneName }) => ZoneName!).sort()
  if (spec.zone && !able.includes(spec.zone)) throw new Problem('cloud-choice-unknown', { cloud, what: `zone for clusters in ${aws.region} named`, name: spec.zone, nearest: nearest(spec.zone, able) ?? able.join(', ') })
  const types = [...new Set(pools.map(({ machineType }) => machineType))]
  const offered = await Promise.all(types.map((type) => offeringZones(aws, type, signal)))
  const first = spec.zone ?? able.find((zone) => offered.every((zones) => zones.includes(zone))) ?? able[0]!
  for (const type of types) await requireOffered(aws, type, first, signal)
  return [first, ...able.filter((zone) => zone !== first)].slice(0, 2)
}

/** Throws when AWS has no such region, or the account has not enabled it. */
async function requireRegion({ aws, spec }: Eks, signal: AbortSignal): Promise<void> {
  const { Regions = [] } = await aws.in(partitionOf(aws.region).home).call('ec2', signal, (ec2, call) => ec2.describeRegions({ AllRegions: true }, call))
  const region = Regions.find(({ RegionName }) => RegionName === aws.region)
  const names = Regions.map(({ RegionName }) => RegionName!)
  if (!region) throw new Problem('cloud-choice-unknown', { cloud, what: 'region', name: spec.region ?? aws.region, nearest: nearest(aws.region, names) ?? 'none' })
  if (region.OptInStatus === 'not-opted-in') {
    throw new Problem('cloud-account-unusable', { cloud, account: (await aws.credential()).account, reason: `the region ${aws.region} is not enabled`, fix: `Enable it: \`aws account enable-region --region-name ${aws.region}\`; it takes some minutes.` })
  }
}
