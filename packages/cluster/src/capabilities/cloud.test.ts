import t from 'tap'
import type { V1Node } from '@kubernetes/client-node'
import { cloudOf } from './cloud.ts'

const node = (providerID: string | undefined, region?: string): V1Node => ({ spec: { providerID }, metadata: { labels: region ? { 'topology.kubernetes.io/region': region } : {} } })

t.test('the cloud and region of a registered cluster are told from its nodes', async (t) => {
  t.same(cloudOf([node('gce://p/us-central1-b/n1', 'us-central1'), node('gce://p/us-central1-c/n2', 'us-central1')]), { provider: 'gcp', region: 'us-central1' })
  t.same(cloudOf([node('aws:///eu-west-1a/i-0abc', 'eu-west-1')]), { provider: 'aws', region: 'eu-west-1' })
  t.same(cloudOf([node('azure:///subscriptions/s/resourceGroups/g', 'westeurope')]), { provider: 'azure', region: 'westeurope' })
  t.same(cloudOf([node('gce://p/us-central1-b/n1')]), { provider: 'gcp', region: 'us-central1' }, 'without a label, by the zone')
  t.same(cloudOf([node('aws:///ap-southeast-2c/i-0abc'), node('aws:///ap-southeast-2a/i-0abd', 'ap-southeast-2')]), { provider: 'aws', region: 'ap-southeast-2' })
})

t.test('no prices are guessed: nodes of no cloud, without a region, or of two places have none', async (t) => {
  for (const nodes of [[], [node(undefined, 'us-central1')], [node('kind://docker/kind', 'us-central1')], [node('gce://p/z/n')], [node('aws:///a/i', 'us-east-1'), node('aws:///a/i', 'us-west-2')], [node('aws:///a/i', 'us-east-1'), node(undefined)]]) {
    t.equal(cloudOf(nodes), null)
  }
})
