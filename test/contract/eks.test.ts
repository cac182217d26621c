import t from 'tap'
import { newId } from '../../packages/core/src/index.ts'
import { eksProvider, type ClusterRecord, type OpenCredential } from '../../packages/providers/src/index.ts'
import { startAws } from '../clouds/aws/aws.ts'
import { account, region } from '../clouds/aws/moto.ts'
import { skipWithoutAws } from '../clouds/aws/programs.ts'
import type { MachinesBed } from './machines-bed.ts'
import { machinesContract } from './machines-contract.ts'

const skip = skipWithoutAws()
if (skip) t.test('eks', { skip }, async () => {})
else {
  t.setTimeout(1_800_000)
  const aws = await startAws()
  t.teardown(() => aws.stop())
  const credential = async (): Promise<OpenCredential> => ({
    type: 'aws-key', account, accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI', endpoints: aws.endpoints, identityToken: async () => { throw new Error('a key needs none') },
  })
  const tags = (owner: Record<string, string>, type: string) => Object.fromEntries([['TagSpecification.1.ResourceType', type], ...Object.entries(owner).flatMap(([Key, Value], index) => [[`TagSpecification.1.Tag.${index + 1}.Key`, Key], [`TagSpecification.1.Tag.${index + 1}.Value`, Value]])]) as Record<string, string>
  const ec2 = (action: string, fields: Record<string, string>) => aws.moto.query('ec2', '2016-11-15', action, fields)
  const idIn = (body: string, name: string) => new RegExp(`<${name}>([^<]+)</${name}>`).exec(body)![1]!
  const arn = (type: string, id: string) => `arn:aws:ec2:${region}:${account}:${type}/${id}`
  const volume = async (owner: Record<string, string>) => idIn(await ec2('CreateVolume', { AvailabilityZone: `${region}a`, Size: '10', VolumeType: 'gp3', ...tags(owner, 'volume') }), 'volumeId')

  let number = 0
  const bed: MachinesBed = {
    name: 'eks',
    provider: () => eksProvider({ guard: async () => {} }),
    record: (): ClusterRecord => ({
      id: newId('cluster'), tenantId: 'tenant_test', name: `contract-${++number}`, access: null, credential,
      spec: { provider: 'eks', region, pools: [{ name: 'core', purpose: 'core', machineType: 'm5.large', min: 1, max: 3 }, { name: 'user', purpose: 'user', machineType: 'r5.xlarge', min: 0, max: 3 }] },
    }),
    otherMachineType: 'r5.2xlarge',
    async settle(what, condition) {
      for (let ticks = 0; !(await condition()); ticks++) {
        if (ticks > 150) throw new Error(`${what}: not within ${ticks} looks`)
        await aws.tick()
      }
    },
    wire: aws.wire,
    occupy: async ({ name }) => { await aws.moto.eks('POST', '/clusters', { name, roleArn: `arn:aws:iam::${account}:role/other`, resourcesVpcConfig: { subnetIds: [] } }) },
    vanish: ({ name }) => aws.eks.vanish(name),
    async plant({ id, name }) {
      const csi = { 'ebs.csi.aws.com/cluster': 'true', [`kubernetes.io/cluster/${name}`]: 'owned' }
      const home = await volume({ ...csi, 'hubfleet-cluster': id, 'kubernetes.io/created-for/pvc/name': 'claim-ada' })
      const scratch = await volume({ ...csi, 'hubfleet-cluster': id })
      const snapshot = idIn(await ec2('CreateSnapshot', { VolumeId: home, ...tags({ 'hubfleet-cluster': id }, 'snapshot') }), 'snapshotId')
      const address = idIn(await ec2('AllocateAddress', { Domain: 'vpc', ...tags({ 'hubfleet-cluster': id }, 'elastic-ip') }), 'allocationId')
      const namesake = await volume({ ...csi, 'kubernetes.io/created-for/pvc/name': 'claim-ada' })
      const other = await volume({ ...csi, 'hubfleet-cluster': newId('cluster') })
      return {
        ours: [arn('volume', home), arn('volume', scratch), arn('snapshot', snapshot), arn('elastic-ip', address)],
        foreign: [arn('volume', namesake), arn('volume', other)],
      }
    },
    async exists(id) {
      const short = id.slice(id.lastIndexOf('/') + 1)
      const [action, field] = id.includes(':volume/') ? ['DescribeVolumes', 'VolumeId.1'] : id.includes(':snapshot/') ? ['DescribeSnapshots', 'SnapshotId.1'] : ['DescribeAddresses', 'AllocationId.1']
      return ec2(action!, { [field!]: short }).then((body) => body.includes(short), () => false)
    },
    exhaust: async () => { aws.limits.set('all', 0) },
  }
  machinesContract(t, bed)
}
