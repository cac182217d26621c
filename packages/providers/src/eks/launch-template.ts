import type { PoolSpec } from '@hubfleet/core'
import type { Eks } from './context.ts'
import { clusterTag, tagList, tagsOf } from './names.ts'

const nameOf = ({ record: { id } }: Eks, group: string): string => `hubfleet-${id}-${group}`
const gone = /^InvalidLaunchTemplate(Name|Id)\.NotFound/

/** Only nodes whose number of pods is asked for need one: everything else EKS takes by itself. */
export async function findTemplate(context: Eks, group: string, signal: AbortSignal): Promise<string | null> {
  const found = await context.aws.find('ec2', signal, gone, (ec2, call) => ec2.describeLaunchTemplates({ LaunchTemplateNames: [nameOf(context, group)] }, call))
  return found?.LaunchTemplates?.[0]?.LaunchTemplateId ?? null
}

export async function makeTemplate(context: Eks, group: string, { maxPods, diskGiB = 100 }: PoolSpec, signal: AbortSignal): Promise<string> {
  const { aws, record } = context
  const { LaunchTemplate } = await aws.call('ec2', signal, (ec2, call) => ec2.createLaunchTemplate({
    LaunchTemplateName: nameOf(context, group), TagSpecifications: [{ ResourceType: 'launch-template', Tags: tagList(tagsOf(record)) }],
    LaunchTemplateData: {
      UserData: Buffer.from(nodeConfig(maxPods ?? 110)).toString('base64'),
      MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 2 },
      BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize: diskGiB, VolumeType: 'gp3', DeleteOnTermination: true } }],
      TagSpecifications: (['instance', 'volume'] as const).map((ResourceType) => ({ ResourceType, Tags: tagList({ ...tagsOf(record), [clusterTag(record.name)]: 'owned' }) })),
    },
  }, call))
  return LaunchTemplate!.LaunchTemplateId!
}

export async function removeTemplate(context: Eks, group: string, signal: AbortSignal): Promise<void> {
  await context.aws.find('ec2', signal, gone, (ec2, call) => ec2.deleteLaunchTemplate({ LaunchTemplateName: nameOf(context, group) }, call))
}

/** What the nodes' own set-up (nodeadm) adds to what EKS gives it. */
const nodeConfig = (maxPods: number): string => ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="//"', '', '--//', 'Content-Type: application/node.eks.aws', '', 'apiVersion: node.eks.aws/v1alpha1', 'kind: NodeConfig', 'spec:', '  kubelet:', '    config:', `      maxPods: ${maxPods}`, '', '--//--', ''].join('\n')
