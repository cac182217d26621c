import type { V1DaemonSet, V1Node, V1StorageClass } from '@kubernetes/client-node'
import t from 'tap'
import { podNetworkOf } from './network.ts'
import { missingOpenShiftGroups } from './platform.ts'
import { defaultClassOf, storageClassesOf } from './storage.ts'
import { warningsOf } from './warnings.ts'

const daemon = (name: string, container?: { name: string; args?: string[] }): V1DaemonSet => ({ metadata: { name }, spec: { selector: {}, template: { spec: { containers: container ? [{ ...container }] : [] } } } })
const network = (daemonSets: V1DaemonSet[], { groups = [] as string[], nodes = [] as V1Node[], platform = 'Kubernetes' } = {}) => podNetworkOf({ groups, nodes, daemonSets, platform })

t.test('who enforces NetworkPolicies is told from the network plugin that runs, and nobody is trusted without a sign', async (t) => {
  t.same(network([daemon('calico-node')]), { networkPlugin: 'calico', networkPolicies: 'enforced' })
  t.same(network([daemon('anetd')], { platform: 'GKE' }), { networkPlugin: 'cilium', networkPolicies: 'enforced' })
  t.same(network([daemon('ovnkube-node')]), { networkPlugin: 'ovn-kubernetes', networkPolicies: 'enforced' })
  t.same(network([daemon('kube-proxy')], { platform: 'GKE' }), { networkPlugin: 'gke', networkPolicies: 'not-enforced' })
  t.same(network([daemon('kube-proxy')], { platform: 'AKS' }), { networkPlugin: 'aks', networkPolicies: 'not-enforced' })
  t.same(network([daemon('kube-flannel-ds')]), { networkPlugin: 'flannel', networkPolicies: 'not-enforced' })
  t.same(network([daemon('kindnet')]), { networkPlugin: 'kindnet', networkPolicies: 'unknown' })
  t.same(network([]), { networkPlugin: null, networkPolicies: 'unknown' })
})

t.test('on EKS a switch of the agent decides, and another plugin that enforces beside it', async (t) => {
  const aws = (args: string[]) => daemon('aws-node', { name: 'aws-eks-nodeagent', args })
  t.same(network([aws(['--enable-network-policy=true'])]), { networkPlugin: 'amazon-vpc-cni', networkPolicies: 'enforced' })
  t.same(network([aws(['--enable-network-policy=false'])]), { networkPlugin: 'amazon-vpc-cni', networkPolicies: 'not-enforced' })
  t.same(network([aws([]), daemon('calico-node')]), { networkPlugin: 'calico', networkPolicies: 'enforced' })
})

const storage = (name: string, more: Partial<V1StorageClass> = {}, made = 0, byDefault = false): V1StorageClass =>
  ({ metadata: { name, creationTimestamp: new Date(made), ...(byDefault && { annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } }) }, provisioner: 'csi.example.org', ...more })

t.test('of several default classes the youngest counts, as for Kubernetes', async (t) => {
  t.equal(defaultClassOf([storage('old', {}, 1, true), storage('young', {}, 2, true), storage('other', {}, 3)]), 'young')
  t.equal(defaultClassOf([storage('b', {}, 1, true), storage('a', {}, 1, true)]), 'a')
  t.equal(defaultClassOf([storage('none')]), null)
})

t.test('a class tells whether its disks grow, stay, wait for their server, and in which zones they are', async (t) => {
  const topology = { allowVolumeExpansion: true, reclaimPolicy: 'Retain', volumeBindingMode: 'WaitForFirstConsumer', allowedTopologies: [{ matchLabelExpressions: [{ key: 'topology.gke.io/zone', values: ['z2', 'z1'] }] }] }
  t.match(storageClassesOf([storage('plain'), storage('fine', topology)], ['csi.example.org']), [
    { name: 'fine', canGrow: true, reclaimPolicy: 'Retain', binding: 'WaitForFirstConsumer', zones: ['z1', 'z2'], snapshots: true },
    { name: 'plain', canGrow: false, reclaimPolicy: 'Delete', binding: 'Immediate', zones: [], snapshots: true },
  ])
  t.same(storageClassesOf([storage('old', { parameters: { zones: 'a, b' } })], null).map(({ zones, snapshots }) => ({ zones, snapshots })), [{ zones: ['a', 'b'], snapshots: false }])
})

const fine = {
  version: '1.34.0', platform: { kind: 'kubernetes' as const, name: 'Kubernetes', version: null, domain: null }, cloud: null, zones: ['z1'], storageClasses: storageClassesOf([storage('fast', { allowVolumeExpansion: true }, 1, true)], null), defaultStorageClass: 'fast',
  loadBalancer: 'metallb', autoscaler: null, metrics: 'answering' as const, networkPlugin: 'calico', networkPolicies: 'enforced' as const, gatewayClasses: [], ingressClasses: [], certManager: false, devices: {}, podSecurity: 'enforced' as const,
}
const codes = (found: Partial<Parameters<typeof warningsOf>[0]>, openShift = false) => warningsOf({ ...fine, ...found }, openShift).map(({ code }) => code)

t.test('each known trouble has its warning, and a cluster without any has none', async (t) => {
  t.same(codes({}), [])
  t.same(codes({ storageClasses: [], defaultStorageClass: null }), ['no-default-storage-class'])
  t.same(codes({ storageClasses: storageClassesOf([storage('a', {}, 1, true), storage('b', { allowVolumeExpansion: true }, 2, true)], null), defaultStorageClass: 'b' }), ['several-default-storage-classes'])
  t.same(codes({ storageClasses: storageClassesOf([storage('fast', { reclaimPolicy: 'Retain' }, 1, true)], null) }), ['disks-cannot-grow', 'disks-retained'])
  t.same(codes({ zones: ['z1', 'z2'] }), ['disks-in-other-zones'])
  t.same(codes({ loadBalancer: null }), ['no-load-balancer'])
  t.same(codes({ networkPlugin: 'gke', networkPolicies: 'not-enforced' }), ['network-policies-not-enforced'])
  t.same(codes({ networkPlugin: null, networkPolicies: 'unknown' }), ['network-policies-unknown'])
  t.same(codes({ networkPlugin: 'amazon-vpc-cni' }), ['network-policies-named-ports'])
  t.same(codes({ platform: { ...fine.platform, name: 'AKS' } }), ['network-policies-aks-calico'])
  t.same(codes({ metrics: 'not-answering', podSecurity: 'off' }), ['metrics-not-answering', 'pod-security-off'])
  const openShift = { platform: { ...fine.platform, kind: 'openshift' as const, name: 'ARO' } }
  t.same(codes(openShift), ['registered-as-kubernetes'])
  t.same(codes(openShift, true), [])
})

t.test('a single API group makes no OpenShift: what builds on them is installed elsewhere too', async (t) => {
  t.same(missingOpenShiftGroups(['config.openshift.io', 'route.openshift.io', 'security.openshift.io', 'apps']), [])
  t.same(missingOpenShiftGroups(['route.openshift.io']), ['config.openshift.io', 'security.openshift.io'])
})
