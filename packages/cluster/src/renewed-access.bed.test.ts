import { mkdir, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { Problem, readKubeconfig } from '@hubfleet/core'
import t, { type Test } from 'tap'
import { bedKubeconfig, connectBed, skipWithoutBed, uniqueName } from './bed.ts'
import { createHelm } from './helm.ts'
import { connectKubernetes, type Kubernetes } from './kubernetes.ts'
import { createForwards } from './port-forward.ts'
import { startTokenFront, type TokenFront } from './testing-token-front.ts'
import { watchCluster } from './watch.ts'

t.setTimeout(240_000)
const signal = new AbortController().signal

async function until(condition: () => boolean | Promise<boolean>, ms = 30_000): Promise<void> {
  for (const deadline = Date.now() + ms; !(await condition()); await sleep(50)) if (Date.now() > deadline) throw new Error('the condition did not come true')
}

async function throughFront(t: Test, lifeMs: number): Promise<{ front: TokenFront; kubernetes: Kubernetes; admin: Kubernetes; namespace: string }> {
  const front = await startTokenFront(readKubeconfig(await bedKubeconfig()), lifeMs)
  const kubernetes = await connectKubernetes({ cluster: 'lab', access: front.access, guard: async () => {} })
  const admin = await connectBed()
  const namespace = uniqueName('renewed')
  await admin.call(signal, ({ core }, options) => core.createNamespace({ body: { metadata: { name: namespace, labels: { 'app.kubernetes.io/managed-by': 'hubfleet' } } } }, options))
  t.teardown(async () => {
    await admin.call(signal, ({ core }, options) => core.deleteNamespace({ name: namespace }, options))
    await admin.close()
    await kubernetes.close()
    await front.close()
  })
  return { front, kubernetes, admin, namespace }
}

t.test('calls and a watch go on over the ends of many tokens, and none that has ended is ever shown', { skip: skipWithoutBed }, async (t) => {
  const { front, kubernetes, admin, namespace } = await throughFront(t, 3_000)
  const told: string[] = []
  const stop = new AbortController()
  const watching = watchCluster(kubernetes, (name) => told.push(name), stop.signal, { gatherMs: 10, backoff: { firstMs: 50, maxMs: 100 } })
  let service = 0
  const change = () => admin.call(signal, ({ core }, options) => core.createNamespacedService({ namespace, body: { metadata: { name: `s-${service++}`, labels: { app: 'jupyterhub' } }, spec: { ports: [{ port: 80 }] } } }, options))
  for (const deadline = Date.now() + 10_000; Date.now() < deadline;) {
    told.length = 0
    await change()
    await until(() => told.includes(namespace))
    t.equal((await kubernetes.call(signal, ({ core }, options) => core.listNamespacedService({ namespace }, options))).items.length, service)
  }
  t.ok(front.made() >= 4, `${front.made()} tokens`)
  t.equal(front.refused(), 0)
  t.equal(front.outlived(), 0, 'a watch ends no later than its token')
  stop.abort()
  await watching
})

t.test('a forward opens new connections with the token of then', { skip: skipWithoutBed }, async (t) => {
  const { front, kubernetes, admin, namespace } = await throughFront(t, 3_000)
  const answering = createServer((_, response) => void response.end('hello'))
  await new Promise<void>((resolve) => answering.listen(0, '127.0.0.1', resolve))
  t.teardown(() => { answering.closeAllConnections(); answering.close() })
  const labels = { app: namespace }
  await admin.call(signal, ({ core }, options) => core.createNamespacedPod({ namespace, body: { metadata: { name: 'p', labels }, spec: { containers: [{ name: 'c', image: 'x' }] } } }, options))
  await admin.call(signal, ({ core }, options) => core.createNamespacedService({ namespace, body: { metadata: { name: 's' }, spec: { selector: labels, ports: [{ port: 8081 }] } } }, options))
  // the pods of this test cluster run nothing: the process here answers for it
  const body = { apiVersion: 'kwok.x-k8s.io/v1alpha1', kind: 'ClusterPortForward', metadata: { name: namespace }, spec: { selector: { matchNamespaces: [namespace] }, forwards: [{ ports: [8081], target: { port: (answering.address() as AddressInfo).port, address: '127.0.0.1' } }] } }
  const kwok = { group: 'kwok.x-k8s.io', version: 'v1alpha1', plural: 'clusterportforwards' }
  await admin.call(signal, ({ custom }, options) => custom.createClusterCustomObject({ ...kwok, body }, options))
  t.teardown(() => admin.call(signal, ({ custom }, options) => custom.deleteClusterCustomObject({ ...kwok, name: namespace }, options)))

  const forwards = createForwards(kubernetes)
  t.teardown(() => forwards.close())
  const port = await forwards.open({ namespace, service: 's', port: 8081 })
  const ask = () => new Promise<string>((resolve, reject) => {
    get({ host: '127.0.0.1', port, agent: false }, (response) => { text(response).then(resolve, reject) }).on('error', reject)
  }).catch(() => '')
  await until(async () => await ask() === 'hello')
  const before = front.made()
  await until(async () => {
    t.equal(await ask(), 'hello')
    return front.made() >= before + 3
  })
  t.equal(front.refused(), 0)
})

/** A chart whose hook takes until somebody says that it may end. */
async function slowChart(dir: string) {
  await mkdir(join(dir, 'templates'))
  await writeFile(join(dir, 'Chart.yaml'), 'apiVersion: v2\nname: slow\nversion: 1.0.0\n')
  const pod = { spec: { restartPolicy: 'Never', containers: [{ name: 'c', image: 'x' }] } }
  const hook = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'hook', annotations: { 'helm.sh/hook': 'pre-install' } }, spec: { suspend: true, template: pod } }
  await writeFile(join(dir, 'templates/hook.yaml'), JSON.stringify(hook))
  await writeFile(join(dir, 'templates/after.yaml'), JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'after' } }))
  return { name: 'slow', version: '1.0.0', digest: 'ab'.repeat(32), path: dir, appVersion: '1', kubeVersion: '', schema: {} }
}

t.test('a helm run whose hook takes longer than the life of a token goes on to its end', { skip: skipWithoutBed }, async (t) => {
  const { front, kubernetes, admin, namespace } = await throughFront(t, 60_000)
  const helm = createHelm({ name: kubernetes.name, access: front.access, credentials: kubernetes.credentials, program: process.env.HUBFLEET_HELM })
  const begun = Date.now()
  let ended = false
  const installing = helm.upgrade({ name: 'slow', namespace, chart: await slowChart(t.testdir()), values: {}, valuesHash: 'cd'.repeat(32) }, signal).finally(() => { ended = true })
  installing.catch(() => {})
  const hook = () => admin.find(signal, ({ batch }, options) => batch.readNamespacedJob({ namespace, name: 'hook' }, options))
  await until(async () => ended || await hook() !== null)
  await until(() => ended || Date.now() - begun > 66_000, 80_000)
  t.notOk(ended, 'helm waits for its hook')
  await admin.request(signal, { method: 'PATCH', path: `/apis/batch/v1/namespaces/${namespace}/jobs/hook`, body: { spec: { suspend: false } }, contentType: 'application/merge-patch+json' })
  await installing
  t.ok(await admin.find(signal, ({ core }, options) => core.readNamespacedConfigMap({ namespace, name: 'after' }, options)), 'what comes after the hook is there')
  t.ok(front.shownBy(/^Helm/).length >= 2, front.shownBy(/^Helm/).join(' '))
  t.equal(front.refused(), 0)
})

t.test('a token that was revoked is replaced once; where the cluster takes none any more, calls, watches and helm say so', { skip: skipWithoutBed }, async (t) => {
  const { front, kubernetes, namespace } = await throughFront(t, 600_000)
  const helm = createHelm({ name: kubernetes.name, access: front.access, credentials: kubernetes.credentials, program: process.env.HUBFLEET_HELM })
  const list = () => kubernetes.call(signal, ({ core }, options) => core.listNamespacedService({ namespace }, options))
  await list()
  front.revoke()
  t.same((await list()).items, [])
  t.equal(front.made(), 2)

  front.revoke()
  await t.rejects(helm.manifests({ name: 'none', namespace }, signal), { code: 'cluster-unreachable', retryable: true, message: /the next run has another/ })
  await t.rejects(helm.manifests({ name: 'none', namespace }, signal), { code: 'helm-failed', message: /not found/ })

  front.revoke({ all: true })
  await t.rejects(list(), { code: 'cluster-denied', message: /Unauthorized/ })
  await t.rejects(helm.manifests({ name: 'none', namespace }, signal), { code: 'cluster-denied', message: /Unauthorized|provide credentials/ })
})

t.test('where the cloud gives no token any more, its own reason is told', { skip: skipWithoutBed }, async (t) => {
  const { front, admin, namespace } = await throughFront(t, 600_000)
  let gone = false
  const access = { ...front.access, token: async (...given: Parameters<typeof front.access.token>) => {
    if (gone) throw new Problem('cloud-credential-refused', { cloud: 'Google', reason: 'the service account was deleted', fix: 'Give another credential' })
    return front.access.token(...given)
  } }
  const kubernetes = await connectKubernetes({ cluster: 'lab', access, guard: async () => {} })
  t.teardown(() => kubernetes.close())
  const helm = createHelm({ name: kubernetes.name, access, credentials: kubernetes.credentials, program: process.env.HUBFLEET_HELM })
  const list = () => kubernetes.call(signal, ({ core }, options) => core.listNamespacedService({ namespace }, options))
  await list()
  gone = true
  front.revoke()
  await t.rejects(list(), { code: 'cloud-credential-refused', message: /was deleted/ })
  await t.rejects(helm.manifests({ name: 'none', namespace }, signal), { code: 'cloud-credential-refused' })
  t.ok(await admin.call(signal, ({ core }, options) => core.readNamespace({ name: namespace }, options)))
})
