import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectKubernetes } from '@hubfleet/cluster'
import { buildNamespace, hubLabel, readKubeconfig, type BuildJob, type BuildLine, type BuildLogPlace } from '@hubfleet/core'
import t from 'tap'
import type { HubRef, HubSite } from '../provider.ts'
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
  const job: BuildJob = { name: 'build-1', repository: 'https://git.example.org/env', commit: 'a'.repeat(40), image: 'quay.io/course/env:1', settings: { memory: '1Gi', cpu: 1, disk: '5Gi', timeoutSeconds: 600 }, credentials: { username: 'robot', password: 'token' }, git: null }
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
  t.same(await followed(site, 'no-such-build'), [])
  await site.endBuilds(signal)
  await site.endBuilds(signal)
  t.equal(await site.buildsLeft(signal), false)
  await until(async () => (await admin.find(signal, ({ core }, options) => core.readNamespace({ name: namespace }, options))) === null)

  await admin.call(signal, ({ core }, options) => core.createNamespace({ body: { metadata: { name: namespace, labels: { [hubLabel]: hub.id, 'pod-security.kubernetes.io/enforce': 'baseline' } } } }, options))
  t.match(await barred(), /violates PodSecurity "baseline:latest".*seccompProfile/)
  t.equal(await site.build(job.name, signal), null, 'nothing was made for show')
})

async function followed(site: HubSite, name: string): Promise<BuildLine[]> {
  const lines: BuildLine[] = []
  for await (const line of await site.followBuild(name, null, signal)) lines.push(line)
  return lines
}

t.test('a log is followed through the API server while it is written, and taken up after any line', { skip }, async (t) => {
  const access = readKubeconfig(await readFile(file!, 'utf8'))
  const admin = await connectKubernetes({ cluster: 'test', access, guard: async () => {} })
  const handle = await kubernetesProvider({ guard: async () => {} }).open({ id: 'cluster_c', tenantId: null, name: 'test', spec: { provider: 'kubernetes' }, access })
  const id = `l${Date.now().toString(36)}${process.pid.toString(36)}`
  const hub: HubRef = { id: `hub_${id}`, name: 'lab', tenantId: 'tenant_t', namespace: `hub-${id}`, release: `hub-${id}` }
  const site = handle.hub(hub)
  const namespace = buildNamespace(hub)
  const dir = await mkdtemp(join(tmpdir(), 'hubfleet-logs-'))
  const files = { fetch: join(dir, 'fetch.log'), build: join(dir, 'build.log') }
  // as a container runtime writes its files; a pod here runs nothing
  const write = (container: keyof typeof files, text: string) => appendFile(files[container], text.split(/(?<=\n)/).map((line) => `${new Date().toISOString().replace('Z', '000000Z')} stdout F ${line}`).join(''))
  await write('fetch', 'Fetched\n')
  await write('build', '#1 begins\n')
  t.teardown(async () => {
    await site.sweep({ keepHomes: false }, signal)
    await handle.close()
    await admin.close()
    await rm(dir, { recursive: true })
  })
  await site.createNamespace(signal)
  await admin.call(signal, ({ core }, options) => core.createNamespace({ body: { metadata: { name: namespace, labels: { [hubLabel]: hub.id } } } }, options))
  const logs = { apiVersion: 'kwok.x-k8s.io/v1alpha1', kind: 'Logs', metadata: { name: 'build-1', namespace }, spec: { logs: Object.entries(files).map(([container, logsFile]) => ({ containers: [container], logsFile, follow: true })) } }
  await admin.call(signal, ({ custom }, options) => custom.createNamespacedCustomObject({ group: 'kwok.x-k8s.io', version: 'v1alpha1', namespace, plural: 'logs', body: logs }, options))
  const podNamed = { namespace, name: 'build-1' }
  await admin.call(signal, ({ batch }, options) => batch.createNamespacedJob({ namespace, body: { metadata: { name: 'build-1' }, spec: { suspend: true, template: { spec: { restartPolicy: 'Never', containers: [{ name: 'build', image: 'x' }] } } } } }, options))
  await until(async () => (await admin.find(signal, ({ core }, options) => core.readNamespacedServiceAccount({ namespace, name: 'default' }, options))) !== null)
  // a pod without the Job as its owner goes on running here until its status is changed
  const containers = [{ name: 'build', image: 'x' }]
  await admin.call(signal, ({ core }, options) => core.createNamespacedPod({ namespace, body: { metadata: { name: 'build-1', labels: { 'job-name': 'build-1' } }, spec: { initContainers: [{ name: 'fetch', image: 'x' }], containers } } }, options))
  await until(async () => (await admin.call(signal, ({ core }, options) => core.readNamespacedPod(podNamed, options))).status?.phase === 'Running')

  /** The lines after a place, until there are so many. Here a followed log never ends by itself, as that of a container which ended does with a kubelet. */
  const linesAfter = async (after: BuildLogPlace, count: number, meanwhile = async () => {}) => {
    const leaving = new AbortController()
    const lines: string[] = []
    const following = (async () => { for await (const { container, number, text } of await site.followBuild('build-1', after, leaving.signal)) lines.push(`${container}.${number} ${text}`) })()
    following.catch(() => {})
    await until(async () => lines.length > 0)
    await meanwhile()
    await until(async () => lines.length === count)
    leaving.abort()
    await t.rejects(following, { name: 'AbortError' }, 'whoever goes away reads no more')
    return lines
  }
  t.same(await linesAfter({ container: 'fetch', number: 0 }, 1), ['fetch.1 Fetched'])
  t.same(await linesAfter({ container: 'build', number: 0 }, 3, () => write('build', '#2 goes on\n#3 ends\n')), ['build.1 #1 begins', 'build.2 #2 goes on', 'build.3 #3 ends'])
  t.same(await linesAfter({ container: 'build', number: 2 }, 1), ['build.3 #3 ends'])
})
