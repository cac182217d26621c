import type { InstanceTypeInfo } from '@aws-sdk/client-ec2'
import { nearest, Problem } from '@hubfleet/core'
import type { Aws } from './aws.ts'
import { pages } from './load-balancers.ts'
import { cloud } from './names.ts'

/** Zones of the region that have a machine type; none where there is no such type. */
export async function offeringZones(aws: Aws, type: string, signal: AbortSignal): Promise<string[]> {
  const { InstanceTypeOfferings = [] } = await aws.call('ec2', signal, (ec2, call) => ec2.describeInstanceTypeOfferings({ LocationType: 'availability-zone', Filters: [{ Name: 'instance-type', Values: [type] }] }, call))
  return InstanceTypeOfferings.map(({ Location }) => Location!).sort()
}

/** Throws with the nearest that there is. */
export async function requireOffered(aws: Aws, type: string, zone: string, signal: AbortSignal): Promise<void> {
  const zones = await offeringZones(aws, type, signal)
  if (zones.includes(zone)) return
  if (zones.length > 0) throw new Problem('cloud-choice-unknown', { cloud, what: `machine type in ${zone} named`, name: type, nearest: `${type} in ${zones.join(', ')}` })
  const offered = await pages(
    (NextToken) => aws.call('ec2', signal, (ec2, call) => ec2.describeInstanceTypeOfferings({ LocationType: 'availability-zone', Filters: [{ Name: 'location', Values: [zone] }], NextToken }, call)),
    (page) => page.InstanceTypeOfferings, (page) => page.NextToken,
  )
  const names = offered.map(({ InstanceType }) => String(InstanceType))
  const family = names.filter((name) => name.split('.')[0] === type.split('.')[0]).sort()
  throw new Problem('cloud-choice-unknown', { cloud, what: `machine type in ${zone} named`, name: type, nearest: nearest(type, names) ?? family.slice(0, 5).join(', ') ?? 'none' })
}

/** What machine types are, by their names; one that there is not is left out. */
export async function machineFacts(aws: Aws, types: readonly string[], signal: AbortSignal): Promise<Map<string, InstanceTypeInfo>> {
  const wanted = [...new Set(types)]
  if (wanted.length === 0) return new Map()
  const { InstanceTypes = [] } = await aws.call('ec2', signal, (ec2, call) => ec2.describeInstanceTypes({ Filters: [{ Name: 'instance-type', Values: wanted }] }, call))
  return new Map(InstanceTypes.map((info) => [String(info.InstanceType), info]))
}

/** The image of nodes for a machine type. */
export function imageOf({ ProcessorInfo, GpuInfo }: InstanceTypeInfo): 'AL2023_x86_64_STANDARD' | 'AL2023_ARM_64_STANDARD' | 'AL2023_x86_64_NVIDIA' | 'AL2023_ARM_64_NVIDIA' {
  const arm = ProcessorInfo?.SupportedArchitectures?.includes('arm64') ?? false
  const nvidia = GpuInfo?.Gpus?.some(({ Manufacturer }) => Manufacturer === 'NVIDIA') ?? false
  return arm ? (nvidia ? 'AL2023_ARM_64_NVIDIA' : 'AL2023_ARM_64_STANDARD') : nvidia ? 'AL2023_x86_64_NVIDIA' : 'AL2023_x86_64_STANDARD'
}
