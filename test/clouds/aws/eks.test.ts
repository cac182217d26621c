/** What is Amazon's own in the life of a cluster. */
import t from 'tap'
import { isProblem, newId } from '../../../packages/core/src/index.ts'
import { eksProvider, type ClusterRecord, type OpenCredential } from '../../../packages/providers/src/index.ts'
import { nudge, nudgeAway, wanting } from '../../../packages/providers/src/testing-machines.ts'
import { startAws } from './aws.ts'
import { account, region } from './moto.ts'
import { skipWithoutAws } from './programs.ts'

const signal = new AbortController().signal
const skip = skipWithoutAws()
t.setTimeout(600_000)
t.test('eks by itself', { skip }, async (t) => {
  const aws = await startAws()
  t.teardown(() => aws.stop())
  const credential: OpenCredential = { type: 'aws-key', account, accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI', endpoints: aws.endpoints, identityToken: async () => '' }
  const provider = eksProvider({ guard: async () => {} })
  const record = (name: string): ClusterRecord => ({
    id: newId('cluster'), tenantId: 'tenant_test', name, access: null, credential: async () => credential,
    spec: { provider: 'eks', region, pools: [{ name: 'core', purpose: 'core', machineType: 'm5.large', min: 1, max: 3 }, { name: 'user', purpose: 'user', machineType: 'r5.xlarge', min: 0, max: 3 }] },
  })
  const made = async (cluster: ClusterRecord, wanted = wanting({ core: 1, user: 0 })) => {
    for (let looks = 0; !(await nudge(provider.machines!(cluster), wanted, signal)); looks++) {
      if (looks > 60) throw new Error('not within 60 looks')
      await aws.tick()
    }
  }

  t.test('a credential is checked by simulation, or by dry runs where that is denied', async (t) => {
    t.match(await provider.checkCredential!(credential, signal), { cloud: 'aws', missing: [], identity: /^arn:aws:/ })
    aws.forbidden.add('eks:CreateCluster')
    t.same((await provider.checkCredential!(credential, signal)).missing, ['eks:CreateCluster'])
    aws.forbidden.clear()
    aws.wire.fault = ({ name }) => (name === 'SimulatePrincipalPolicy' || name === 'DescribeVolumes' ? 'denied' : null)
    t.same((await provider.checkCredential!(credential, signal)).missing, ['ec2:DescribeVolumes'])
    aws.wire.reset()
    await t.rejects(provider.checkCredential!({ ...credential, account: '999999999999' }, signal), { code: 'cloud-credential-refused' })
  })

  t.test('an unknown machine type or region is told with the nearest', async (t) => {
    const wrong = record('wrong')
    wrong.spec = { ...wrong.spec, pools: [{ ...wrong.spec.pools![0]!, machineType: 'm5.lrage' }] }
    await t.rejects(made(wrong), { code: 'cloud-choice-unknown', params: { nearest: 'm5.large' } })
  })

  t.test('a floor that moves takes no nodes that the autoscaler added', async (t) => {
    const cluster = record('floors')
    await made(cluster, wanting({ core: 1, user: 1 }))
    await aws.eks.fill('floors', 'user', 3)
    await made(cluster, wanting({ core: 1, user: 0 }))
    t.match((await provider.machines!(cluster).pools(signal)).find(({ name }) => name === 'user'), { wanted: 0, ready: 3 })
  })

  t.test('an upgrade goes by single versions, and nodes follow each', async (t) => {
    const cluster = record('upgrades')
    cluster.spec = { ...cluster.spec, kubernetesVersion: '1.33' }
    await made(cluster)
    cluster.spec = { ...cluster.spec, kubernetesVersion: '1.35' }
    aws.wire.reset()
    await made(cluster)
    t.same(aws.wire.calls.map(({ name }) => name).filter((name) => name === 'UpdateClusterVersion').length, 2)
    t.same([...aws.eks.clusters.get('upgrades')!.groups.values()].map(({ version }) => version), ['1.35', '1.35'])
    cluster.spec = { ...cluster.spec, kubernetesVersion: '1.34' }
    await t.rejects(made(cluster), { code: 'cloud-failed', nextStep: /1\.35/ })
  })

  t.test('another credential becomes the cluster\'s administrator by itself', async (t) => {
    const cluster = record('goes-over')
    await made(cluster)
    const iam = (action: string, fields: Record<string, string>) => aws.moto.query('iam', '2010-05-08', action, fields)
    await iam('CreateUser', { UserName: 'successor', Path: '/teams/' })
    const body = await iam('CreateAccessKey', { UserName: 'successor' })
    const part = (name: string) => new RegExp(`<${name}>([^<]+)`).exec(body)![1]!
    const next: OpenCredential = { ...credential, accessKeyId: part('AccessKeyId'), secretAccessKey: part('SecretAccessKey') } as OpenCredential
    const after = { ...cluster, credential: async () => next }
    t.match(await provider.machines!(after).parts(wanting({ core: 1, user: 0 })).find(({ name }) => name === 'access')!.observe(signal), { is: 'differs', message: /user\/teams\/successor is not/ })
    aws.wire.reset()
    await made(after)
    t.same(aws.wire.calls.filter(({ changes }) => changes).map(({ name }) => name), ['CreateAccessEntry', 'AssociateAccessPolicy'], 'and nothing else changes')
  })

  t.test('what is in its network is told; a file system that stays lets go of the network', async (t) => {
    const cluster = record('network')
    await made(cluster, wanting({ core: 1, user: 0 }))
    const machines = provider.machines!(cluster)
    const disks = (await machines.billables(signal)).filter(({ kind }) => kind === 'disk')
    t.match(disks, [{ ours: true, part: 'pool core', known: /^it goes with the machine i-/ }], 'what a node starts from goes with it')

    const subnet = /<subnetId>([^<]+)/.exec(await aws.moto.query('ec2', '2016-11-15', 'DescribeSubnets', { 'Filter.1.Name': 'tag:hubfleet-cluster', 'Filter.1.Value.1': cluster.id }))![1]!
    await aws.moto.query('ec2', '2016-11-15', 'CreateNatGateway', { SubnetId: subnet, ConnectivityType: 'private' })
    const { FileSystemId } = await aws.moto.rest('elasticfilesystem', 'POST', '/2015-02-01/file-systems', { CreationToken: 'network', Tags: [{ Key: 'hubfleet-cluster', Value: cluster.id }] })
    await aws.moto.rest('elasticfilesystem', 'POST', '/2015-02-01/mount-targets', { FileSystemId, SubnetId: subnet })
    t.match((await machines.billables(signal)).filter(({ kind }) => kind === 'nat' || kind === 'file-share'), [{ kind: 'nat', ours: false, known: /nothing says whose/ }, { kind: 'file-share', ours: true, holdsHome: true }])

    const keeping = wanting({}, { keepHomes: true })
    const look = () => nudgeAway(machines, keeping, signal).catch((error: unknown) => {
      if (isProblem(error) && error.retryable) return false
      throw error
    })
    for (let looks = 0; !(await look()); looks++) {
      if (looks > 60) throw new Error('not within 60 looks')
      await aws.tick()
    }
    t.same(await machines.sweep({ keepHomes: true }, signal), [])
    t.match(await aws.moto.rest('elasticfilesystem', 'GET', `/2015-02-01/file-systems?FileSystemId=${FileSystemId}`), { FileSystems: [{ NumberOfMountTargets: 0 }] })
    t.match(await machines.billables(signal), [{ kind: 'file-share', ours: true }])
  })
})
