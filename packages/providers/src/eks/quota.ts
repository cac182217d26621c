import type { Shortfall, WantedMachines } from '../machines.ts'
import { findCluster, type Eks } from './context.ts'
import { pages } from './load-balancers.ts'
import { machineFacts, requireOffered } from './machine-types.ts'
import { groupName, nodeGroups } from './node-groups.ts'
import { ourNetwork, nodeSubnet } from './network-found.ts'

interface Quota { service: string; code: string; what: string; unit: string }

/** EC2 counts virtual processors by families of machine types, on demand and spot apart. */
const families: { letters: RegExp; onDemand: string; spot: string; name: string }[] = [
  { letters: /^(inf)/, onDemand: 'L-1945791B', spot: 'L-B5D1601B', name: 'Inf' },
  { letters: /^(trn)/, onDemand: 'L-2C3B7624', spot: 'L-6B0D517C', name: 'Trn' },
  { letters: /^(dl)/, onDemand: 'L-6E869C2A', spot: 'L-85EED4F7', name: 'DL' },
  { letters: /^(g|vt)/, onDemand: 'L-DB2E81BA', spot: 'L-3819A6DF', name: 'G and VT' },
  { letters: /^p/, onDemand: 'L-417A185B', spot: 'L-7212CCBC', name: 'P' },
  { letters: /^f/, onDemand: 'L-74FC7D96', spot: 'L-88CF9481', name: 'F' },
  { letters: /^x/, onDemand: 'L-7295265B', spot: 'L-E3A00192', name: 'X' },
  { letters: /^(a|c|d|h|i|m|r|t|z)/, onDemand: 'L-1216C47A', spot: 'L-34B43A08', name: 'Standard (A, C, D, H, I, M, R, T, Z)' },
]
const familyOf = (type: string) => families.find(({ letters }) => letters.test(type))
const clusters: Quota = { service: 'eks', code: 'L-1194D53C', what: 'clusters of EKS', unit: 'clusters' }
const networks: Quota = { service: 'vpc', code: 'L-F678F1CE', what: 'networks (VPC)', unit: 'networks' }
const gateways: Quota = { service: 'vpc', code: 'L-A4707A72', what: 'internet gateways', unit: 'gateways' }

/** What would not fit. A machine type that there is not is told too, since nothing of it could be counted. */
export async function shortfalls(context: Eks, wanted: WantedMachines, signal: AbortSignal): Promise<Shortfall[]> {
  const { aws } = context
  const [cluster, network] = await Promise.all([findCluster(context, signal), ourNetwork(context, signal)])
  const short: Shortfall[] = []
  const check = async ({ service, code, what, unit }: Quota, used: number, more: number) => {
    const limit = await limitOf(context, service, code, signal)
    if (limit !== null && used + more > limit) short.push({ what, location: aws.region, limit, used, wanted: more, unit, url: `https://${aws.region}.console.aws.amazon.com/servicequotas/home/services/${service}/quotas/${code}` })
  }
  if (!cluster) await check(clusters, (await pages((nextToken) => aws.call('eks', signal, (eks, call) => eks.listClusters({ nextToken }, call)), (page) => page.clusters, (page) => page.nextToken)).length, 1)
  if (!network) {
    await check(networks, (await pages((NextToken) => aws.call('ec2', signal, (ec2, call) => ec2.describeVpcs({ NextToken }, call)), (page) => page.Vpcs, (page) => page.NextToken)).length, 1)
    await check(gateways, (await pages((NextToken) => aws.call('ec2', signal, (ec2, call) => ec2.describeInternetGateways({ NextToken }, call)), (page) => page.InternetGateways, (page) => page.NextToken)).length, 1)
  }
  await processors(context, wanted, { zone: (network && nodeSubnet(network)?.AvailabilityZone) ?? context.spec.zone ?? null, check }, signal)
  return short
}

async function processors(context: Eks, wanted: WantedMachines, { zone, check }: { zone: string | null; check(quota: Quota, used: number, more: number): Promise<void> }, signal: AbortSignal): Promise<void> {
  const { aws, pools } = context
  const groups = await nodeGroups(context, signal)
  // a group that is replaced runs beside the new one for a while
  const more = pools.map((pool) => ({ pool, nodes: Math.max(0, (wanted.nodes[pool.name] ?? 0) - (groups.find(({ group }) => group.nodegroupName === groupName(pool))?.group.scalingConfig?.desiredSize ?? 0)) })).filter(({ nodes }) => nodes > 0)
  if (more.length === 0) return
  const running = await pages((NextToken) => aws.call('ec2', signal, (ec2, call) => ec2.describeInstances({ Filters: [{ Name: 'instance-state-name', Values: ['pending', 'running'] }], NextToken }, call)), (page) => page.Reservations?.flatMap(({ Instances = [] }) => Instances), (page) => page.NextToken)
  const facts = await machineFacts(aws, [...more.map(({ pool }) => pool.machineType), ...running.map(({ InstanceType }) => String(InstanceType))], signal)
  for (const { pool } of more) if (!facts.has(pool.machineType)) await requireOffered(aws, pool.machineType, zone ?? `${aws.region}a`, signal)
  const cores = (type: string): number => facts.get(type)?.VCpuInfo?.DefaultVCpus ?? 0
  const sums = new Map<string, { quota: Quota; used: number; more: number }>()
  for (const { pool, nodes } of more) {
    const family = familyOf(pool.machineType)
    if (!family) continue
    const code = pool.spot ? family.spot : family.onDemand
    const used = running.filter(({ InstanceType, InstanceLifecycle }) => familyOf(String(InstanceType)) === family && (InstanceLifecycle === 'spot') === (pool.spot ?? false)).reduce((sum, { InstanceType }) => sum + cores(String(InstanceType)), 0)
    const sum = sums.get(code) ?? { quota: { service: 'ec2', code, what: `processors of ${pool.spot ? 'spot' : 'on-demand'} machines, ${family.name}`, unit: 'vCPU' }, used, more: 0 }
    sums.set(code, { ...sum, more: sum.more + nodes * cores(pool.machineType) })
  }
  for (const { quota, used, more: added } of sums.values()) await check(quota, used, added)
}

/** What applies to the account, or what all accounts begin with; null where AWS keeps no such limit. */
async function limitOf({ aws }: Eks, ServiceCode: string, QuotaCode: string, signal: AbortSignal): Promise<number | null> {
  const none = /^NoSuchResourceException$/
  const own = await aws.find('quotas', signal, none, (quotas, call) => quotas.getServiceQuota({ ServiceCode, QuotaCode }, call))
  const found = own ?? await aws.find('quotas', signal, none, (quotas, call) => quotas.getAWSDefaultServiceQuota({ ServiceCode, QuotaCode }, call))
  return found?.Quota?.Value ?? null
}
