import type { Role } from '@aws-sdk/client-iam'
import type { Part, PartState } from '../machines.ts'
import type { Eks } from './context.ts'
import { ownerTag, partitionOf, roleKinds, roleName, tagList, tagsOf, type RoleKind, valueOf } from './names.ts'

const trust = (service: string, actions: string[]) => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: actions }] })
const pods = trust('pods.eks.amazonaws.com', ['sts:AssumeRole', 'sts:TagSession'])

interface RoleWanted { trust: string; policies: string[]; inline?: string }

/** What each role may: Amazon's own policies, and for the autoscaler what its documentation asks for, on this cluster's groups alone. */
const wanted = (cluster: string): Record<RoleKind, RoleWanted> => ({
  cluster: { trust: trust('eks.amazonaws.com', ['sts:AssumeRole', 'sts:TagSession']), policies: ['AmazonEKSClusterPolicy'] },
  node: { trust: trust('ec2.amazonaws.com', ['sts:AssumeRole']), policies: ['AmazonEKSWorkerNodePolicy', 'AmazonEKS_CNI_Policy', 'AmazonEC2ContainerRegistryReadOnly'] },
  disks: { trust: pods, policies: ['service-role/AmazonEBSCSIDriverPolicy'] },
  autoscaler: {
    trust: pods, policies: [],
    inline: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Resource: '*', Action: [
          'autoscaling:DescribeAutoScalingGroups', 'autoscaling:DescribeAutoScalingInstances', 'autoscaling:DescribeLaunchConfigurations', 'autoscaling:DescribeScalingActivities', 'autoscaling:DescribeTags',
          'ec2:DescribeImages', 'ec2:DescribeInstanceTypes', 'ec2:DescribeLaunchTemplateVersions', 'ec2:GetInstanceTypesFromInstanceRequirements', 'eks:DescribeNodegroup',
        ] },
        { Effect: 'Allow', Resource: '*', Action: ['autoscaling:SetDesiredCapacity', 'autoscaling:TerminateInstanceInAutoScalingGroup'], Condition: { StringEquals: { [`aws:ResourceTag/k8s.io/cluster-autoscaler/${cluster}`]: 'owned' } } },
      ],
    }),
  },
})
const inlineName = 'hubfleet'
const gone = /^NoSuchEntity(Exception)?$/
/** A call before that was cut made it. */
const there = /^EntityAlreadyExists(Exception)?$/

const policyArn = (region: string, name: string): string => `arn:${partitionOf(region).name}:iam::aws:policy/${name}`
export const roleArn = (context: Eks, account: string, kind: RoleKind): string => `arn:${partitionOf(context.aws.region).name}:iam::${account}:role/${roleName(context.record, kind)}`

const isOurRole = ({ record: { id } }: Eks, { Tags }: Role): boolean => valueOf(Tags, ownerTag) === id

interface RoleFound { role: Role; attached: string[]; inline: string[] }

async function find({ aws, record }: Eks, kind: RoleKind, signal: AbortSignal): Promise<RoleFound | null> {
  const RoleName = roleName(record, kind)
  const role = (await aws.find('iam', signal, gone, (iam, call) => iam.getRole({ RoleName }, call)))?.Role
  if (!role) return null
  const [attached, inline] = await Promise.all([
    aws.find('iam', signal, gone, (iam, call) => iam.listAttachedRolePolicies({ RoleName }, call)),
    aws.find('iam', signal, gone, (iam, call) => iam.listRolePolicies({ RoleName }, call)),
  ])
  return { role, attached: (attached?.AttachedPolicies ?? []).map(({ PolicyArn }) => PolicyArn!), inline: inline?.PolicyNames ?? [] }
}

/** Who the control plane, the nodes, the driver of the disks and the autoscaler are to AWS. */
export function rolesPart(context: Eks): Part {
  const { aws, record } = context
  const wants = wanted(record.name)
  const arns = (kind: RoleKind) => wants[kind].policies.map((name) => policyArn(aws.region, name))
  const lacks = (kind: RoleKind, found: RoleFound): boolean => !arns(kind).every((arn) => found.attached.includes(arn)) || (wants[kind].inline !== undefined && !found.inline.includes(inlineName))

  const all = (signal: AbortSignal) => Promise.all(roleKinds.map(async (kind) => ({ kind, found: await find(context, kind, signal) })))
  return {
    name: 'roles', of: 'machines',
    async observe(signal): Promise<PartState> {
      const roles = await all(signal)
      const taken = roles.find(({ found }) => found && !isOurRole(context, found.role))
      if (taken) return { is: 'foreign', message: `a role ${roleName(record, taken.kind)} has not this cluster's tag` }
      if (roles.every(({ found }) => !found)) return { is: 'absent' }
      const off = roles.filter(({ kind, found }) => !found || lacks(kind, found)).map(({ kind }) => roleName(record, kind))
      return off.length > 0 ? { is: 'differs', message: `not whole: ${off.join(', ')}` } : { is: 'ready', message: roleKinds.map((kind) => roleName(record, kind)).join(', ') }
    },
    async make(signal) {
      for (const { kind, found } of await all(signal)) {
        const RoleName = roleName(record, kind)
        if (!found) await aws.find('iam', signal, there, (iam, call) => iam.createRole({ RoleName, AssumeRolePolicyDocument: wants[kind].trust, Description: `Hubfleet cluster ${record.name}`, Tags: tagList(tagsOf(record)) }, call))
        for (const PolicyArn of arns(kind).filter((arn) => !found?.attached.includes(arn))) await aws.call('iam', signal, (iam, call) => iam.attachRolePolicy({ RoleName, PolicyArn }, call))
        const { inline } = wants[kind]
        if (inline && !found?.inline.includes(inlineName)) await aws.call('iam', signal, (iam, call) => iam.putRolePolicy({ RoleName, PolicyName: inlineName, PolicyDocument: inline }, call))
      }
    },
    async remove(signal) {
      for (const { kind, found } of await all(signal)) {
        if (!found || !isOurRole(context, found.role)) continue
        const RoleName = roleName(record, kind)
        for (const PolicyArn of found.attached) await aws.find('iam', signal, gone, (iam, call) => iam.detachRolePolicy({ RoleName, PolicyArn }, call))
        for (const PolicyName of found.inline) await aws.find('iam', signal, gone, (iam, call) => iam.deleteRolePolicy({ RoleName, PolicyName }, call))
        await aws.find('iam', signal, gone, (iam, call) => iam.deleteRole({ RoleName }, call))
      }
    },
  }
}
