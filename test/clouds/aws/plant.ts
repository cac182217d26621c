/** What a cluster left at Amazon, and beside it what only looks so. */
import { newId } from '../../../packages/core/src/index.ts'
import type { MachinesBed } from '../../contract/machines-bed.ts'
import { account, region, type AskMoto } from './moto.ts'

const arn = (type: string, id: string) => `arn:aws:ec2:${region}:${account}:${type}/${id}`
const idIn = (body: string, name: string) => new RegExp(`<${name}>([^<]+)</${name}>`).exec(body)![1]!
const numbered = (tags: Record<string, string>, prefix: string) => Object.fromEntries(Object.entries(tags).flatMap(([Key, Value], index) => [[`${prefix}.${index + 1}.Key`, Key], [`${prefix}.${index + 1}.Value`, Value]])) as Record<string, string>
const list = (tags: Record<string, string>) => Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))
const of = { ecr: 'AmazonEC2ContainerRegistry_V20150921', logs: 'Logs_20140328' }

export function plantAws(moto: AskMoto): Required<Pick<MachinesBed, 'plant' | 'exists'>> {
  const ec2 = (action: string, fields: Record<string, string>) => moto.query('ec2', '2016-11-15', action, fields)
  const elb = (action: string, fields: Record<string, string>) => moto.query('elasticloadbalancing', '2015-12-01', action, fields)
  const tagged = (tags: Record<string, string>, type: string) => ({ 'TagSpecification.1.ResourceType': type, ...numbered(tags, 'TagSpecification.1.Tag') })
  const volume = async (tags: Record<string, string>) => arn('volume', idIn(await ec2('CreateVolume', { AvailabilityZone: `${region}a`, Size: '10', VolumeType: 'gp3', ...tagged(tags, 'volume') }), 'volumeId'))
  const address = async (tags: Record<string, string>) => arn('elastic-ip', idIn(await ec2('AllocateAddress', { Domain: 'vpc', ...tagged(tags, 'elastic-ip') }), 'allocationId'))
  const elsewhere = async () => {
    const body = await ec2('DescribeSubnets', { 'Filter.1.Name': 'default-for-az', 'Filter.1.Value.1': 'true' })
    return { subnet: idIn(body, 'subnetId'), vpc: idIn(body, 'vpcId') }
  }
  const nat = async (subnet: string, addressArn: string, tags: Record<string, string>) => arn('natgateway', idIn(await ec2('CreateNatGateway', { SubnetId: subnet, AllocationId: addressArn.split('/')[1]!, ...tagged(tags, 'natgateway') }), 'natGatewayId'))
  const targetGroup = async (Name: string, VpcId: string, tags: Record<string, string>) => idIn(await elb('CreateTargetGroup', { Name, VpcId, Protocol: 'TCP', Port: '80', ...numbered(tags, 'Tags.member') }), 'TargetGroupArn')
  const repository = async (repositoryName: string, tags: Record<string, string>) => (await moto.json('ecr', `${of.ecr}.CreateRepository`, { repositoryName, tags: list(tags) }))['repository'].repositoryArn as string
  const logGroup = async (logGroupName: string, tags: Record<string, string>) => {
    await moto.json('logs', `${of.logs}.CreateLogGroup`, { logGroupName, tags })
    return `arn:aws:logs:${region}:${account}:log-group:${logGroupName}`
  }
  const fileSystem = async (CreationToken: string, subnet: string, tags: Record<string, string>) => {
    const made = await moto.rest('elasticfilesystem', 'POST', '/2015-02-01/file-systems', { CreationToken, Tags: list(tags) })
    await moto.rest('elasticfilesystem', 'POST', '/2015-02-01/mount-targets', { FileSystemId: made['FileSystemId'], SubnetId: subnet })
    return made['FileSystemArn'] as string
  }

  return {
    async plant({ id, name }) {
      const owner = { 'hubfleet-cluster': id }
      const other = { 'hubfleet-cluster': newId('cluster') }
      const controllers = { [`kubernetes.io/cluster/${name}`]: 'owned' }
      const csi = { 'ebs.csi.aws.com/cluster': 'true', ...controllers }
      const claim = { 'kubernetes.io/created-for/pvc/name': 'claim-ada' }
      const home = await volume({ ...csi, ...owner, ...claim })
      const snapshot = arn('snapshot', idIn(await ec2('CreateSnapshot', { VolumeId: home.split('/')[1]!, ...tagged(owner, 'snapshot') }), 'snapshotId'))
      const { subnet, vpc } = await elsewhere()
      const [held, heldOther] = [await address(owner), await address(controllers)]
      return {
        ours: [
          home, await volume({ ...csi, ...owner }), snapshot, await address(owner), held, await nat(subnet, held, owner), await targetGroup(`t-${name}`, vpc, { ...controllers, ...owner }),
          await repository(`images/${name}`, owner), await logGroup(`/jupyter/${name}`, owner), await logGroup(`/aws/eks/${name}/cluster`, owner), await fileSystem(`ours-${name}`, subnet, owner),
        ],
        foreign: [
          await volume({ ...csi, ...claim }), await volume({ ...csi, ...other }), await volume({ 'eks:cluster-name': name }), heldOther, await nat(subnet, heldOther, controllers), await targetGroup(`n-${name}`, vpc, controllers), await targetGroup(`o-${name}`, vpc, other),
          await repository(name, {}), await repository(`hubfleet-${name}`, other), await logGroup(`/aws/containerinsights/${name}/performance`, {}), await logGroup(`/aws/eks/${name}-2/cluster`, other),
          await fileSystem(`named-${name}`, subnet, { Name: name }), await fileSystem(`other-${name}`, subnet, other),
        ],
      }
    },
    async exists(id) {
      const short = id.slice(id.lastIndexOf('/') + 1)
      const [, , service = '', , , type = ''] = id.split(/:|\//)
      const asked: Record<string, () => Promise<unknown>> = {
        volume: () => ec2('DescribeVolumes', { 'VolumeId.1': short }), snapshot: () => ec2('DescribeSnapshots', { 'SnapshotId.1': short }), 'elastic-ip': () => ec2('DescribeAddresses', { 'AllocationId.1': short }),
        natgateway: () => ec2('DescribeNatGateways', { 'NatGatewayId.1': short, 'Filter.1.Name': 'state', 'Filter.1.Value.1': 'available' }), targetgroup: () => elb('DescribeTargetGroups', { 'TargetGroupArns.member.1': id }),
        repository: () => moto.json('ecr', `${of.ecr}.DescribeRepositories`, { repositoryNames: [id.slice(id.indexOf('repository/') + 'repository/'.length)] }),
        'log-group': () => moto.json('logs', `${of.logs}.DescribeLogGroups`, { logGroupNamePrefix: id.slice(id.indexOf('log-group:') + 'log-group:'.length) }),
        'file-system': () => moto.rest('elasticfilesystem', 'GET', `/2015-02-01/file-systems?FileSystemId=${short}`),
      }
      const ask = asked[type]
      if (!ask) throw new Error(`no way to ask for the ${type} of ${service}`)
      return ask().then((answer) => JSON.stringify(answer).includes(type === 'log-group' ? id.slice(id.indexOf('log-group:')) : short), () => false)
    },
  }
}
