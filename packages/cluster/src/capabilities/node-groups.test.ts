import type { V1CSINode, V1DaemonSet, V1Node } from '@kubernetes/client-node'
import t from 'tap'
import { nodeGroups } from './node-groups.ts'

interface Given { name: string; type?: string; memory?: string; labels?: Record<string, string>; taints?: { key: string; value?: string; effect: string }[]; extra?: Record<string, string> }

const node = ({ name, type = 'n2-highmem-4', memory = '29Gi', labels, taints = [], extra }: Given): V1Node => ({
  metadata: { name, labels: { 'kubernetes.io/hostname': name, 'node.kubernetes.io/instance-type': type, ...labels } }, spec: { taints },
  status: { allocatable: { cpu: '3920m', memory, pods: '110', 'ephemeral-storage': '40Gi', 'hugepages-1Gi': '0', ...extra } },
})
const daemonSet = (name: string, requests: Record<string, string>, pod: object = {}): V1DaemonSet => ({
  metadata: { name }, spec: { selector: {}, template: { spec: { containers: [{ name, resources: { requests } }], ...pod } } },
})
const csiNode = (name: string, drivers: Record<string, number | undefined>): V1CSINode => ({
  metadata: { name }, spec: { drivers: Object.entries(drivers).map(([driver, count]) => ({ name: driver, nodeID: name, ...(count !== undefined && { allocatable: { count } }) })) },
})
const dedicated = [{ key: 'hub.jupyter.org/dedicated', value: 'user', effect: 'NoSchedule' }]

t.test('nodes alike are one group, with what the largest of them offers and every value of their labels', async (t) => {
  const [group, ...others] = nodeGroups([node({ name: 'a', memory: '29Gi', labels: { zone: 'x' } }), node({ name: 'b', memory: '28Gi', labels: { zone: 'y' } })], [], [])
  t.same(others, [])
  t.match(group, { machineType: 'n2-highmem-4', nodes: 2, cpu: 3.92, memoryBytes: 29 * 2 ** 30, pods: 110, extra: { 'ephemeral-storage': 40 * 2 ** 30 }, labels: { zone: ['x', 'y'] } })
  t.notOk(group!.labels['kubernetes.io/hostname'], 'what names one node is no kind of node')
  t.notOk(group!.extra['hugepages-1Gi'], 'what there is none of is not there')
})

t.test('another machine type, taint, purpose or device makes another group; a node that is not ready does not', async (t) => {
  const groups = nodeGroups([
    node({ name: 'a' }), node({ name: 'b', type: 'e2-standard-2' }), node({ name: 'c', taints: dedicated }), node({ name: 'd', labels: { 'hub.jupyter.org/node-purpose': 'user' } }),
    node({ name: 'e', extra: { 'nvidia.com/gpu': '1' } }), node({ name: 'f', taints: [{ key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' }] }),
  ], [], [])
  t.equal(groups.length, 5)
  t.same(groups.map((group) => group.nodes).sort(), [1, 1, 1, 1, 2])
})

t.test('a label with too many values to tell is any value', async (t) => {
  const nodes = Array.from({ length: 21 }, (_, i) => node({ name: `n${i}`, labels: { rack: `r${i}` } }))
  t.same(nodeGroups(nodes, [], [])[0]!.labels['rack'], ['*'])
})

t.test('daemons take their share of the nodes that they run on, and of no others', async (t) => {
  const nodes = [node({ name: 'a' }), node({ name: 'b', taints: dedicated, labels: { gpu: 'yes' } })]
  const required = (operator: string) => ({ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'gpu', operator }] }] } } }, tolerations: [{ operator: 'Exists' }] })
  const [plain, tainted] = nodeGroups(nodes, [
    daemonSet('logs', { cpu: '100m', memory: '200Mi' }, { tolerations: [{ operator: 'Exists' }], initContainers: [{ name: 'init', resources: { requests: { cpu: '300m' } } }] }),
    daemonSet('plain', { cpu: '50m', memory: '100Mi' }),
    daemonSet('drivers', { memory: '1Gi' }, { nodeSelector: { gpu: 'yes' }, tolerations: [{ key: 'hub.jupyter.org/dedicated', operator: 'Equal', value: 'user' }] }),
    daemonSet('plugin', {}, required('Exists')), daemonSet('other', {}, required('DoesNotExist')),
  ], []).sort((a, b) => a.taints.length - b.taints.length)
  t.same(plain!.daemons, { cpu: 0.35, memoryBytes: 300 * 2 ** 20, pods: 3 })
  t.same(tainted!.daemons, { cpu: 0.3, memoryBytes: 1224 * 2 ** 20, pods: 3 })
})

t.test('each driver tells how many of its disks a node attaches; one that tells nothing bounds nothing', async (t) => {
  const [group] = nodeGroups([node({ name: 'a' }), node({ name: 'b' })], [], [csiNode('a', { 'pd.csi.storage.gke.io': 15, 'file.csi': undefined }), csiNode('b', { 'pd.csi.storage.gke.io': 127 }), csiNode('gone', { 'pd.csi.storage.gke.io': 500 })])
  t.same(group!.volumes, { 'pd.csi.storage.gke.io': 127 })
})

t.test('a node without any CSI driver, whose list of drivers is null, has no limit of volumes', async (t) => {
  const bare = { metadata: { name: 'a' }, spec: { drivers: null } } as unknown as V1CSINode
  t.same(nodeGroups([node({ name: 'a' })], [], [bare])[0]!.volumes, {})
})
