import type { Aws } from './aws.ts'
import type { Eks } from './context.ts'
import { clusterTag, ownerTag, valueOf } from './names.ts'

interface Balanced { id: string; name: string; vpc: string | null; known: string; ours: boolean; /** Names this cluster at all. */ named: boolean }
export interface LoadBalancer extends Balanced { classic: boolean }
type Tags = { Key?: string | undefined; Value?: string | undefined }[] | undefined

/** Those of a network of ours, which the cluster's controllers made. */
export const loadBalancersIn = async (context: Eks, vpc: string, signal: AbortSignal): Promise<LoadBalancer[]> => (await loadBalancers(context, vpc, signal)).filter((one) => one.vpc === vpc)

const batch = 20
const batches = <T>(all: readonly T[]): T[][] => Array.from({ length: Math.ceil(all.length / batch) }, (_, index) => all.slice(index * batch, (index + 1) * batch))

/**
 * One is ours where it has our tag, or where it is in our network and has a tag that only the controllers of a cluster of that name set: the name
 * alone may be a namesake's.
 */
function judge({ record }: Eks, ourVpc: string | null, vpc: string | undefined, tags: Tags): Omit<Balanced, 'id' | 'name'> {
  const tagged = valueOf(tags, clusterTag(record.name)) === 'owned' || valueOf(tags, 'elbv2.k8s.aws/cluster') === record.name
  const mine = valueOf(tags, ownerTag) === record.id
  return { vpc: vpc ?? null, named: tagged || mine, ours: mine || (tagged && ourVpc !== null && vpc === ourVpc), known: mine ? `tag ${ownerTag}` : `tag ${clusterTag(record.name)}` }
}

/** Tags by full names. */
async function tagsOfVersion2({ aws }: Eks, arns: readonly string[], signal: AbortSignal): Promise<Map<string, Tags>> {
  const answers = await Promise.all(batches(arns).map((ResourceArns) => aws.call('elbv2', signal, (elb, call) => elb.describeTags({ ResourceArns }, call))))
  return new Map(answers.flatMap(({ TagDescriptions = [] }) => TagDescriptions).map(({ ResourceArn, Tags }) => [ResourceArn!, Tags]))
}

/** Classic ones and those of version 2. */
export async function loadBalancers(context: Eks, ourVpc: string | null, signal: AbortSignal): Promise<LoadBalancer[]> {
  const { aws } = context
  const classic = async () => {
    const found = await pages((Marker) => aws.call('elb', signal, (elb, call) => elb.describeLoadBalancers({ Marker }, call)), (page) => page.LoadBalancerDescriptions, (page) => page.NextMarker)
    const tags = (await Promise.all(batches(found).map((some) => aws.call('elb', signal, (elb, call) => elb.describeTags({ LoadBalancerNames: some.map(({ LoadBalancerName }) => LoadBalancerName!) }, call))))).flatMap(({ TagDescriptions = [] }) => TagDescriptions)
    return found.map(({ LoadBalancerName, VPCId }) => ({ id: LoadBalancerName!, name: LoadBalancerName!, classic: true, ...judge(context, ourVpc, VPCId, tags.find((one) => one.LoadBalancerName === LoadBalancerName)?.Tags) }))
  }
  const second = async () => {
    const found = await pages((Marker) => aws.call('elbv2', signal, (elb, call) => elb.describeLoadBalancers({ Marker }, call)), (page) => page.LoadBalancers, (page) => page.NextMarker)
    const tags = await tagsOfVersion2(context, found.map(({ LoadBalancerArn }) => LoadBalancerArn!), signal)
    return found.map(({ LoadBalancerArn, LoadBalancerName, VpcId }) => ({ id: LoadBalancerArn!, name: LoadBalancerName!, classic: false, ...judge(context, ourVpc, VpcId, tags.get(LoadBalancerArn!)) }))
  }
  return (await Promise.all([classic(), second()])).flat().filter(({ named }) => named)
}

/** What load balancers of version 2 lead to, and leave behind. */
export async function targetGroups(context: Eks, ourVpc: string | null, signal: AbortSignal): Promise<Balanced[]> {
  const found = await pages((Marker) => context.aws.call('elbv2', signal, (elb, call) => elb.describeTargetGroups({ Marker }, call)), (page) => page.TargetGroups, (page) => page.NextMarker)
  const tags = await tagsOfVersion2(context, found.map(({ TargetGroupArn }) => TargetGroupArn!), signal)
  return found.map(({ TargetGroupArn, TargetGroupName, VpcId }) => ({ id: TargetGroupArn!, name: TargetGroupName!, ...judge(context, ourVpc, VpcId, tags.get(TargetGroupArn!)) })).filter(({ named }) => named)
}

export async function removeLoadBalancer(aws: Aws, { id, classic }: Pick<LoadBalancer, 'id' | 'classic'>, signal: AbortSignal): Promise<void> {
  if (classic) await aws.call('elb', signal, (elb, call) => elb.deleteLoadBalancer({ LoadBalancerName: id }, call))
  else await aws.find('elbv2', signal, /NotFound/, (elb, call) => elb.deleteLoadBalancer({ LoadBalancerArn: id }, call))
}

/** All pages of a list of AWS. */
export async function pages<Page, Item>(ask: (marker: string | undefined) => Promise<Page>, items: (page: Page) => readonly Item[] | undefined, next: (page: Page) => string | undefined): Promise<Item[]> {
  const found: Item[] = []
  let marker: string | undefined
  do {
    const page = await ask(marker)
    found.push(...items(page) ?? [])
    marker = next(page) || undefined
  } while (marker)
  return found
}
