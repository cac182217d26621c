import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import t from 'tap'
import type { V1Node } from '@kubernetes/client-node'
import * as preflight from '../../../cluster/src/capabilities/network.ts'
import * as ours from './capabilities.ts'
import { oldestKubernetes } from './cluster.ts'

const sample = <T>(...values: T[]) => fc.constantFrom(...values)
const groups = fc.array(sample('apps', 'metallb.io', 'k3s.cattle.io', 'cilium.io', 'crd.projectcalico.org', 'projectcalico.org', 'crd.antrea.io', 'k8s.ovn.org', 'metrics.k8s.io'))
const nodes = fc.array(fc.record({
  spec: fc.record({ providerID: sample('gce', 'aws', 'azure', 'openstack', 'digitalocean', 'hcloud', 'linode', 'oci', 'ibm', 'kind', 'k3s').map((name) => `${name}://somewhere`) }, { requiredKeys: [] }),
  metadata: fc.record({ annotations: sample<Record<string, string>>({}, { 'flannel.alpha.coreos.com/backend-type': 'vxlan' }) }, { requiredKeys: [] }),
}, { requiredKeys: [] }), { maxLength: 4 })

t.test('doctor and the preflight of the server see the same in every cluster', async (t) => {
  t.doesNotThrow(() => fc.assert(fc.property(groups, nodes, (seen, machines) =>
    ours.loadBalancerOf(seen, machines) === preflight.loadBalancerOf(seen, machines as V1Node[])
    && ours.networkPoliciesOf(seen, machines) === preflight.networkPoliciesOf(seen, machines as V1Node[])), { numRuns: 1000 }))
})

t.test('doctor demands the Kubernetes that the default chart demands', async (t) => {
  const chart = await readFile(new URL('../../../cluster/chart/jupyterhub/Chart.yaml', import.meta.url), 'utf8')
  t.match(chart, new RegExp(`^kubeVersion: *["']?>=${oldestKubernetes.join('\\.')}\\.`, 'm'))
})
