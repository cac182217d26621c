import { isProblem, Problem } from '@hubfleet/core'
import type { CredentialFinding } from '../machines.ts'
import type { Aws } from './aws.ts'
import { pages } from './load-balancers.ts'
import { codeOf } from './failures.ts'
import { cloud } from './names.ts'
import { needed } from './permissions.ts'

/** Who the credential is, and what of the published policy it may not. Nothing is made. */
export async function checkAws(aws: Aws, signal: AbortSignal): Promise<CredentialFinding> {
  const { account } = await aws.credential()
  const { Arn = '', Account } = await aws.call('sts', signal, (sts, call) => sts.getCallerIdentity({}, call))
  if (Account !== account) throw new Problem('cloud-credential-refused', { cloud, reason: `it belongs to the account ${Account}, not to ${account}`, fix: `Name the account ${Account} in the credential, or use one of ${account}.` })
  const finding = { cloud: 'aws' as const, identity: Arn, account: await aliasOf(aws, account, signal) }
  // the account's root may everything, and cannot be asked about
  if (Arn.endsWith(':root')) return { ...finding, missing: [] }
  return { ...finding, missing: await simulated(aws, Arn, signal) ?? await tried(aws, signal) }
}

const isDenied = (error: unknown): boolean => isProblem(error) && (error.code === 'cloud-denied' || error.code === 'cloud-policy-denied')

async function aliasOf(aws: Aws, account: string, signal: AbortSignal): Promise<string> {
  try {
    const { AccountAliases: [alias] = [] } = await aws.call('iam', signal, (iam, call) => iam.listAccountAliases({}, call))
    return alias ?? account
  } catch (error) {
    if (isDenied(error)) return account
    throw error
  }
}

/** By IAM's own simulation, which knows boundaries and the organization's policies; null where we may not ask it. */
async function simulated(aws: Aws, arn: string, signal: AbortSignal): Promise<string[] | null> {
  try {
    const PolicySourceArn = await sourceOf(aws, arn, signal)
    // roles may be limited to those of Hubfleet's own names, so they are asked about by such a name
    const ask = (ActionNames: string[], ResourceArns?: string[]) => pages((Marker) => aws.call('iam', signal, (iam, call) => iam.simulatePrincipalPolicy({ PolicySourceArn, ActionNames, ...(ResourceArns && { ResourceArns }), Marker }, call)), (page) => page.EvaluationResults, (page) => (page.IsTruncated ? page.Marker : undefined))
    const ofRoles = (action: string): boolean => /^iam:(?!CreateServiceLinkedRole)/.test(action)
    const [partition, account] = [PolicySourceArn.split(':')[1], PolicySourceArn.split(':')[4]]
    const results = (await Promise.all([ask(needed.filter((action) => !ofRoles(action))), ask(needed.filter(ofRoles), [`arn:${partition}:iam::${account}:role/hubfleet-check`])])).flat()
    return results.filter(({ EvalDecision }) => EvalDecision !== 'allowed').map(({ EvalActionName }) => EvalActionName!)
  } catch (error) {
    if (isDenied(error) || codeOf(error) === 'NoSuchEntityException') return null
    throw error
  }
}

/** Who a session is to IAM and to clusters: the role it was made from, whose path is not in the session's name. Without leave to ask, as if it had none. */
export async function principalOf(aws: Aws, signal: AbortSignal): Promise<string> {
  const { Arn = '' } = await aws.call('sts', signal, (sts, call) => sts.getCallerIdentity({}, call))
  return sourceOf(aws, Arn, signal).catch((error: unknown) => {
    if (!isDenied(error)) throw error
    return Arn.replace(/^(arn:[^:]+):sts::(\d+):assumed-role\/([^/]+)\/.*$/, '$1:iam::$2:role/$3')
  })
}

async function sourceOf(aws: Aws, arn: string, signal: AbortSignal): Promise<string> {
  const RoleName = /^arn:[^:]+:sts::\d+:assumed-role\/([^/]+)\//.exec(arn)?.[1]
  if (!RoleName) return arn
  return (await aws.call('iam', signal, (iam, call) => iam.getRole({ RoleName }, call))).Role!.Arn!
}

/** By reads, and by dry runs of EC2, which say what would be denied and do nothing. What has neither is not found out so. */
async function tried(aws: Aws, signal: AbortSignal): Promise<string[]> {
  const attempts: Record<string, () => Promise<unknown>> = {
    'eks:ListClusters': () => aws.call('eks', signal, (eks, call) => eks.listClusters({ maxResults: 1 }, call)),
    'eks:DescribeClusterVersions': () => aws.call('eks', signal, (eks, call) => eks.describeClusterVersions({ maxResults: 1 }, call)),
    'ec2:DescribeVpcs': () => aws.call('ec2', signal, (ec2, call) => ec2.describeVpcs({ MaxResults: 5 }, call)),
    'ec2:DescribeSubnets': () => aws.call('ec2', signal, (ec2, call) => ec2.describeSubnets({ MaxResults: 5 }, call)),
    'ec2:DescribeInstances': () => aws.call('ec2', signal, (ec2, call) => ec2.describeInstances({ MaxResults: 5 }, call)),
    'ec2:DescribeInstanceTypeOfferings': () => aws.call('ec2', signal, (ec2, call) => ec2.describeInstanceTypeOfferings({ MaxResults: 5 }, call)),
    'ec2:DescribeVolumes': () => aws.call('ec2', signal, (ec2, call) => ec2.describeVolumes({ MaxResults: 5 }, call)),
    'ec2:CreateVpc': () => aws.call('ec2', signal, (ec2, call) => ec2.createVpc({ CidrBlock: '10.42.0.0/16', DryRun: true }, call)),
    'ec2:CreateInternetGateway': () => aws.call('ec2', signal, (ec2, call) => ec2.createInternetGateway({ DryRun: true }, call)),
    'autoscaling:DescribeAutoScalingGroups': () => aws.call('autoscaling', signal, (autoscaling, call) => autoscaling.describeAutoScalingGroups({ MaxRecords: 1 }, call)),
    'elasticloadbalancing:DescribeLoadBalancers': () => aws.call('elbv2', signal, (elb, call) => elb.describeLoadBalancers({ PageSize: 1 }, call)),
    'iam:GetRole': () => aws.find('iam', signal, /^NoSuchEntity/, (iam, call) => iam.getRole({ RoleName: 'hubfleet-check' }, call)),
    'servicequotas:GetServiceQuota': () => aws.find('quotas', signal, /^NoSuchResourceException$/, (quotas, call) => quotas.getServiceQuota({ ServiceCode: 'ec2', QuotaCode: 'L-1216C47A' }, call)),
  }
  const missing: string[] = []
  for (const [action, attempt] of Object.entries(attempts)) {
    try {
      await attempt()
    } catch (error) {
      if (isDenied(error)) missing.push(action)
      // a dry run that would have been done is an error too
      else if (codeOf(error) !== 'DryRunOperation') throw error
    }
  }
  return missing
}
