import type { Aws } from './aws.ts'
import type { Eks } from './context.ts'
import { clusterTag, ownerTag, valueOf } from './names.ts'

export interface LoadBalancer { id: string; name: string; classic: boolean; vpc: string | null; known: string; ours: boolean; /** Names this cluster at all. */ named: boolean }

/** Those of a network of ours, which the cluster's controllers made. */
export const loadBalancersIn = async (context: Eks, vpc: string, signal: AbortSignal): Promise<LoadBalancer[]> => (await loadBalancers(context, vpc, signal)).filter((one) => one.vpc === vpc)

const batch = 20
const batches = <T>(all: readonly T[]): T[][] => Array.from({ length: Math.ceil(all.length / batch) }, (_, index) => all.slice(index * batch, (index + 1) * batch))

/**
 * Classic ones and those of version 2. One is ours where it has our tag, or where it is in our network and has a tag that only the controllers of
 * a cluster of that name set: the name alone may be a namesake's.
 */
export async function loadBalancers(context: Eks, ourVpc: string | null, signal: AbortSignal): Promise<LoadBalancer[]> {
  const { aws, record } = context
  const judge = (vpc: string | undefined, tags: { Key?: string | undefined; Value?: string | undefined }[] | undefined) => {
    const tagged = valueOf(tags, clusterTag(record.name)) === 'owned' || valueOf(tags, 'elbv2.k8s.aws/cluster') === record.name
    const mine = valueOf(tags, ownerTag) === record.id
    return { vpc: vpc ?? null, named: tagged || mine, ours: mine || (tagged && ourVpc !== null && vpc === ourVpc), known: mine ? `tag ${ownerTag}` : `tag ${clusterTag(record.name)}` }
  }
  const classic = async () => {
    const found = await pages((Marker) => aws.call('elb', signal, (elb, call) => elb.describeLoadBalancers({ Marker }, call)), (page) => page.LoadBalancerDescriptions, (page) => page.NextMarker)
    const tags = (await Promise.all(batches(found).map((some) => aws.call('elb', signal, (elb, call) => elb.describeTags({ LoadBalancerNames: some.map(({ LoadBalancerName }) => LoadBalancerName!) }, call))))).flatMap(({ TagDescriptions = [] }) => TagDescriptions)
    return found.map(({ LoadBalancerName, VPCId }) => ({ id: LoadBalancerName!, name: LoadBalancerName!, classic: true, ...judge(VPCId, tags.find((one) => one.LoadBalancerName === LoadBalancerName)?.Tags) }))
  }
  const second = async () => {
    const found = await pages((Marker) => aws.call('elbv2', signal, (elb, call) => elb.describeLoadBalancers({ Marker }, call)), (page) => page.LoadBalancers, (page) => page.NextMarker)
    const tags = (await Promise.all(batches(found).map((some) => aws.call('elbv2', signal, (elb, call) => elb.describeTags({ ResourceArns: some.map(({ LoadBalancerArn }) => LoadBalancerArn!) }, call))))).flatMap(({ TagDescriptions = [] }) => TagDescriptions)
    return found.map(({ LoadBalancerArn, LoadBalancerName, VpcId }) => ({ id: LoadBalancerArn!, name: LoadBalancerName!, classic: false, ...judge(VpcId, tags.find(({ ResourceArn }) => ResourceArn === LoadBalancerArn)?.Tags) }))
  }
  return (await Promise.all([classic(), second()])).flat().filter(({ named }) => named)
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
