import t from 'tap'
import { startAws } from '../clouds/aws/aws.ts'
import { refused } from '../clouds/aws/kubernetes.ts'
import { account, region } from '../clouds/aws/moto.ts'
import { skipWithoutAws } from '../clouds/aws/programs.ts'
import { storageClass } from '../kubernetes/nodes.ts'
import { skipWithoutBed } from '../kubernetes/programs.ts'
import { skipWithoutJupyterHub } from '../jupyterhub/programs.ts'
import { cloudPlace } from './cloud-place.ts'
import { lifeOfHub } from './life.ts'

const skip = skipWithoutBed() || skipWithoutJupyterHub() || skipWithoutAws()
if (skip) t.plan(0, skip)
else {
  t.setTimeout(900_000)
  await t.test('one hub from nothing to gone, in a cluster that is made at Amazon', async (t) => {
    const aws = await startAws()
    t.teardown(() => aws.stop())
    let ticking = Promise.resolve()
    await lifeOfHub(t, await cloudPlace(t, {
      credential: { type: 'aws-key', account, accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI', endpoints: aws.endpoints },
      cluster: { provider: 'eks', region, pools: [{ name: 'core', purpose: 'core', machineType: 'm5.large', min: 1, max: 3 }, { name: 'user', purpose: 'user', machineType: 'r5.xlarge', min: 0, max: 3 }] },
      // Nothing in the bed makes disks of Amazon's class, which is the default one in a cluster of EKS.
      spec: { storage: { storageClass: storageClass.metadata.name }, database: { storageClass: storageClass.metadata.name } },
      takes: (token) => refused(token, 'campus') === null,
      answersAt: ({ server, certificateAuthorityData }) => { aws.kubernetes.endpointOf = () => ({ endpoint: server, certificateAuthority: { data: certificateAuthorityData } }) },
      // one after the other, and none once the test is over
      advance: () => { ticking = ticking.then(() => aws.tick()).catch(() => {}) },
    }))
  })
}
