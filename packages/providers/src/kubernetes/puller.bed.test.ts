import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectKubernetes } from '@hubfleet/cluster'
import { pullText, readKubeconfig } from '@hubfleet/core'
import t from 'tap'
import type { HubRef } from '../provider.ts'
import { kubernetesProvider } from './provider.ts'

t.setTimeout(120_000)

const file = process.env.HUBFLEET_TEST_KUBECONFIG
const skip = file ? false : 'HUBFLEET_TEST_KUBECONFIG names no kubeconfig of a test cluster'
const signal = new AbortController().signal

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 60_000; !(await condition()); await sleep(100)) if (Date.now() > deadline) throw new Error('the condition did not come true')
}

t.test('images come to every node where servers may run; a full node is told with its reason; what a failed hook left goes', { skip }, async (t) => {
  const access = readKubeconfig(await readFile(file!, 'utf8'))
  const admin = await connectKubernetes({ cluster: 'test', access, guard: async () => {} })
  const handle = await kubernetesProvider({ guard: async () => {} }).open({ id: 'cluster_c', tenantId: null, name: 'test', spec: { provider: 'kubernetes' }, access })
  const id = `${Date.now().toString(36)}${process.pid.toString(36)}`
  const hub: HubRef = { id: `hub_${id}`, name: 'lab', tenantId: 'tenant_t', namespace: `hub-${id}`, release: `hub-${id}` }
  const { namespace } = hub
  const site = handle.hub(hub)
  await site.createNamespace(signal)
  t.teardown(async () => {
    await site.sweep({ keepHomes: false }, signal)
    await admin.find(signal, ({ core }, options) => core.deleteNode({ name: `full-${id}` }, options))
    await handle.close()
    await admin.close()
  })

  t.equal(await site.pull('asked', signal), null)
  const images = ['quay.io/a/b:1.0.0', 'quay.io/a/c:1.0.0']
  await site.startPull(images, {}, signal)
  await site.startPull(images, {}, signal)
  const pulled = async () => { const state = await site.pull('asked', signal); return state !== null && state.nodes.length > 0 && state.nodes.every((node) => node.state === 'pulled') }
  await until(pulled)
  const state = await site.pull('asked', signal)
  t.same(state?.images, images)
  const { items: nodes } = await admin.call(signal, ({ core }, options) => core.listNode({}, options))
  t.ok(state!.nodes.every(({ name }) => nodes.some(({ metadata }) => metadata?.name === name)))

  // a node of no room, which only this puller tolerates
  const taint = { key: `full-${id}`, value: 'x', effect: 'NoSchedule' }
  const [model] = nodes
  await admin.call(signal, ({ core }, options) => core.createNode({ body: { metadata: { name: `full-${id}`, labels: { ...model!.metadata?.labels, 'kubernetes.io/hostname': `full-${id}` }, annotations: { 'kwok.x-k8s.io/node': 'fake' } }, spec: { taints: [taint] }, status: { allocatable: { cpu: '1', memory: '1Gi', pods: '0' }, capacity: { cpu: '1', memory: '1Gi', pods: '0' } } } }, options))
  await site.startPull(images, { singleuser: { extraTolerations: [{ key: taint.key, operator: 'Exists' }] } }, signal)
  await until(async () => (await site.pull('asked', signal))?.nodes.some((node) => node.state === 'stuck') === true)
  const text = pullText((await site.pull('asked', signal))!)
  t.match(text, new RegExp(`full-${id}: .*Too many pods.*the node is full`))
  await site.endPull(signal)
  await site.endPull(signal)
  await until(async () => (await site.pull('asked', signal)) === null)

  const labels = { 'hub.jupyter.org/deletable': 'true', app: 'jupyterhub' }
  const template = { metadata: { labels }, spec: { containers: [{ name: 'pause', image: 'registry.k8s.io/pause:3.10' }] } }
  await admin.call(signal, ({ apps }, options) => apps.createNamespacedDaemonSet({ namespace, body: { metadata: { name: 'hook-image-puller', labels }, spec: { selector: { matchLabels: labels }, template } } }, options))
  await admin.call(signal, ({ core }, options) => core.createNamespacedServiceAccount({ namespace, body: { metadata: { name: 'hook-image-awaiter', labels } } }, options))
  t.same((await site.hookLeftovers(signal)).map(({ kind, name }) => `${kind} ${name}`).sort(), ['DaemonSet hook-image-puller', 'ServiceAccount hook-image-awaiter'])
  await site.sweepHooks(signal)
  await until(async () => (await site.hookLeftovers(signal)).length === 0)
})
