import t from 'tap'
import { newId } from '../../packages/core/src/index.ts'
import { eksProvider, type ClusterRecord, type OpenCredential } from '../../packages/providers/src/index.ts'
import { startAws } from '../clouds/aws/aws.ts'
import { account, region } from '../clouds/aws/moto.ts'
import { plantAws } from '../clouds/aws/plant.ts'
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
    ...plantAws(aws.moto),
    exhaust: async () => { aws.limits.set('all', 0) },
  }
  machinesContract(t, bed)
}
