import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { readKubeconfig } from '@hubfleet/core'
import t from 'tap'
import { bedKubeconfig, connectBed, skipWithoutBed, uniqueName } from './bed.ts'
import { createHelm } from './helm.ts'
import { kubeconfigFor } from './kubeconfig.ts'
import { connectKubernetes } from './kubernetes.ts'
import { createForwards } from './port-forward.ts'
import { startProxy } from './testing-proxy.ts'
import { watchCluster } from './watch.ts'

t.setTimeout(120_000)
const signal = new AbortController().signal

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 30_000; !(await condition()); await sleep(50)) if (Date.now() > deadline) throw new Error('the condition did not come true')
}

t.test('a cluster that only a proxy finds is reached through it by calls, watches, forwards and helm, and the guard judges the proxy', { skip: skipWithoutBed }, async (t) => {
  const proxy = await startProxy()
  const direct = readKubeconfig(await bedKubeconfig())
  // a name that the DNS does not know
  const server = direct.server.replace(/127\.0\.0\.1|localhost/, 'lab.example.org')
  const access = { ...direct, server, tlsServerName: new URL(direct.server).hostname, proxyUrl: proxy.url }
  const judged = new Set<string>()
  const kubernetes = await connectKubernetes({ cluster: 'lab', access, guard: async (host) => { judged.add(host) } })
  const admin = await connectBed()
  const namespace = uniqueName('proxied')
  t.teardown(async () => {
    await admin.call(signal, ({ core }, options) => core.deleteNamespace({ name: namespace }, options))
    await admin.close()
    await kubernetes.close()
    await proxy.close()
  })
  const seen: string[] = []
  const stop = new AbortController()
  const watching = watchCluster(kubernetes, (name) => seen.push(name), stop.signal, { gatherMs: 10 })
  await kubernetes.call(signal, ({ core }, options) => core.createNamespace({ body: { metadata: { name: namespace, labels: { 'app.kubernetes.io/managed-by': 'hubfleet' } } } }, options))
  await until(() => seen.includes(namespace))
  stop.abort()
  await watching

  const helm = createHelm({ name: kubernetes.name, access, credentials: kubernetes.credentials, program: process.env.HUBFLEET_HELM })
  await t.rejects(helm.manifests({ name: 'none', namespace }, signal), { code: 'helm-failed', message: /not found/ })

  const answering = createServer((_, response) => void response.end('hello'))
  await new Promise<void>((resolve) => answering.listen(0, '127.0.0.1', resolve))
  t.teardown(() => { answering.closeAllConnections(); answering.close() })
  await admin.call(signal, ({ core }, options) => core.createNamespacedPod({ namespace, body: { metadata: { name: 'p', labels: { app: namespace } }, spec: { containers: [{ name: 'c', image: 'x' }] } } }, options))
  await admin.call(signal, ({ core }, options) => core.createNamespacedService({ namespace, body: { metadata: { name: 's' }, spec: { selector: { app: namespace }, ports: [{ port: 8081 }] } } }, options))
  const body = { apiVersion: 'kwok.x-k8s.io/v1alpha1', kind: 'ClusterPortForward', metadata: { name: namespace }, spec: { selector: { matchNamespaces: [namespace] }, forwards: [{ ports: [8081], target: { port: (answering.address() as AddressInfo).port, address: '127.0.0.1' } }] } }
  const kwok = { group: 'kwok.x-k8s.io', version: 'v1alpha1', plural: 'clusterportforwards' }
  await admin.call(signal, ({ custom }, options) => custom.createClusterCustomObject({ ...kwok, body }, options))
  t.teardown(() => admin.call(signal, ({ custom }, options) => custom.deleteClusterCustomObject({ ...kwok, name: namespace }, options)))
  const forwards = createForwards(kubernetes)
  t.teardown(() => forwards.close())
  const port = await forwards.open({ namespace, service: 's', port: 8081 })
  await until(() => new Promise<boolean>((resolve) => {
    get({ host: '127.0.0.1', port, agent: false }, (response) => { text(response).then((answer) => resolve(answer === 'hello'), () => resolve(false)) }).on('error', () => resolve(false))
  }))

  t.same([...judged], ['127.0.0.1'])
  t.same(new Set(proxy.tunnels.map(({ to }) => to)), new Set([new URL(server).host]))
  t.equal(proxy.refused(), 0)
})

t.test('a proxy that refuses or is not there is told, without its password', { skip: skipWithoutBed }, async (t) => {
  const proxy = await startProxy()
  t.teardown(() => proxy.close())
  const direct = readKubeconfig(await bedKubeconfig())
  const wrong = new URL(proxy.url)
  wrong.password = 'wr0ng-password'
  for (const proxyUrl of [wrong.href, 'http://ada:wr0ng-password@127.0.0.1:9']) {
    const access = { ...direct, server: direct.server.replace(/127\.0\.0\.1|localhost/, 'lab.example.org'), proxyUrl }
    const kubernetes = await connectKubernetes({ cluster: 'lab', access, guard: async () => {} })
    t.teardown(() => kubernetes.close())
    const helm = createHelm({ name: kubernetes.name, access, program: process.env.HUBFLEET_HELM })
    for (const ask of [() => kubernetes.call(signal, ({ core }, options) => core.listNode({}, options)), () => helm.manifests({ name: 'none', namespace: 'default' }, signal)]) {
      const problem = await (ask() as Promise<unknown>).then(() => t.fail('nothing answers'), (error: { toDocument(): unknown }) => error.toDocument())
      t.match(problem, { code: 'cluster-unreachable' }, JSON.stringify(problem))
      t.notMatch(JSON.stringify(problem), 'wr0ng-password')
    }
  }
})

t.test('who gets a kubeconfig learns of the proxy, not what Hubfleet logs in to it by', async (t) => {
  const given = JSON.stringify(kubeconfigFor({ server: 'https://lab.example.org', proxyUrl: 'http://ada:s3cret@proxy.example.org:3128', credentials: { token: 'ours' } }, { token: 'theirs', namespace: 'hub' }))
  t.match(given, 'http://proxy.example.org:3128')
  for (const secret of ['s3cret', 'ours']) t.notMatch(given, secret)
})
