import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectKubernetes } from '@hubfleet/cluster'
import { buildNamespace, hubLabel, readKubeconfig, type BuildJob } from '@hubfleet/core'
import t from 'tap'
import type { HubRef } from '../provider.ts'
import { kubernetesProvider } from './provider.ts'

t.setTimeout(180_000)

const file = process.env.HUBFLEET_TEST_KUBECONFIG
const skip = file ? false : 'HUBFLEET_TEST_KUBECONFIG names no kubeconfig of a test cluster'
const signal = new AbortController().signal

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 60_000; !(await condition()); await sleep(200)) if (Date.now() > deadline) throw new Error('the condition did not come true')
}

t.test('a build is a Job in a namespace of its own that goes with it, and a cluster that enforces Pod Security says why it takes none', { skip }, async (t) => {
  const access = readKubeconfig(await readFile(file!, 'utf8'))
  const admin = await connectKubernetes({ cluster: 'test', access, guard: async () => {} })
  const handle = await kubernetesProvider({ guard: async () => {} }).open({ id: 'cluster_c', tenantId: null, name: 'test', spec: { provider: 'kubernetes' }, access })
  const id = `${Date.now().toString(36)}${process.pid.toString(36)}`
  const hub: HubRef = { id: `hub_${id}`, name: 'lab', tenantId: 'tenant_t', namespace: `hub-${id}`, release: `hub-${id}` }
  const site = handle.hub(hub)
  const namespace = buildNamespace(hub)
  const job: BuildJob = { name: 'build-1', repository: 'https://git.example.org/env', commit: 'a'.repeat(40), image: 'quay.io/course/env:1', settings: { memory: '1Gi', cpu: 1, disk: '5Gi', timeoutSeconds: 600 }, credentials: { username: 'robot', password: 'token' } }
  await site.createNamespace(signal)
  t.teardown(async () => {
    await site.sweep({ keepHomes: false }, signal)
    await handle.close()
    await admin.close()
  })

  // the account that each namespace gets comes a moment after it
  const barred = async (): Promise<string | null> => {
    for (let attempt = 0; ; attempt++) try { return await site.buildBarred(job, signal) } catch (error) { if (attempt === 50) throw error; await sleep(200) }
  }
  t.equal(await site.build(job.name, signal), null)
  t.equal(await barred(), null)
  await site.startBuild(job, signal)
  await site.startBuild(job, signal)
  const made = await admin.call(signal, ({ batch }, options) => batch.readNamespacedJob({ namespace, name: job.name }, options))
  t.match(made.spec, { activeDeadlineSeconds: 600, template: { spec: { automountServiceAccountToken: false } } })
  t.match(await admin.call(signal, ({ core }, options) => core.readNamespacedSecret({ namespace, name: job.name }, options)), { type: 'kubernetes.io/dockerconfigjson' })
  await until(async () => (await site.build(job.name, signal))?.state === 'pushed')
  t.ok((await site.buildLogs(job.name, 10, signal)).every(({ container }) => ['fetch', 'build'].includes(container)))
  t.ok((await site.remnants(signal)).some(({ kind, name }) => kind === 'Namespace' && name === namespace))
  await site.endBuilds(signal)
  await site.endBuilds(signal)
  t.equal(await site.buildsLeft(signal), false)
  await until(async () => (await admin.find(signal, ({ core }, options) => core.readNamespace({ name: namespace }, options))) === null)

  await admin.call(signal, ({ core }, options) => core.createNamespace({ body: { metadata: { name: namespace, labels: { [hubLabel]: hub.id, 'pod-security.kubernetes.io/enforce': 'baseline' } } } }, options))
  t.match(await barred(), /violates PodSecurity "baseline:latest".*seccompProfile/)
  t.equal(await site.build(job.name, signal), null, 'nothing was made for show')
})
