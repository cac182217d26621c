import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Kubernetes } from '@hubfleet/cluster'
import { clusterRole, connectKubernetes, fetchChart } from '@hubfleet/cluster'
import type { KubernetesAccess } from '@hubfleet/core'
import { hubLabel, readKubeconfig } from '@hubfleet/core'
import type { Test } from 'tap'
import t from 'tap'
import type { HubRef } from '../provider.ts'
import { kubernetesProvider } from './provider.ts'

// namespaces take seconds to go
t.setTimeout(240_000)

const file = process.env.HUBFLEET_TEST_KUBECONFIG
const skip = file ? false : 'HUBFLEET_TEST_KUBECONFIG names no kubeconfig of a test cluster'
const chartSource = process.env.HUBFLEET_TEST_CHART ?? fileURLToPath(new URL('../../../cluster/chart/jupyterhub', import.meta.url))
const signal = new AbortController().signal
const loadBalancer = { type: 'loadBalancer' } as const

let count = 0
const unique = (): string => `${Date.now().toString(36)}${process.pid.toString(36)}${count++}`

function newHub(): HubRef {
  const id = unique()
  return { id: `hub_${id}`, name: 'lab', tenantId: 'tenant_t', namespace: `hub-${id}`, release: `hub-${id}` }
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 60_000; !(await condition()); await sleep(100)) if (Date.now() > deadline) throw new Error('the condition did not come true')
}

const valuesWith = (seats: number, debug = false) => ({
  debug: { enabled: debug },
  hub: {
    db: { pvc: { annotations: { 'helm.sh/resource-policy': 'keep' } } },
    config: { JupyterHub: { cookie_secret: 'ab'.repeat(32) }, ConfigurableHTTPProxy: { auth_token: 'cd'.repeat(32) }, CryptKeeper: { keys: ['ef'.repeat(32)] } },
  },
  prePuller: { hook: { enabled: false } },
  scheduling: { podPriority: { enabled: true }, userScheduler: { enabled: true }, userPlaceholder: { replicas: seats } },
})

async function desired(t: Test, seats: number, debug = false) {
  const version = /^version: *"?([^"\s]+)/m.exec(await readFile(`${chartSource}/Chart.yaml`, 'utf8'))?.[1] ?? ''
  const chart = await fetchChart({ source: chartSource, version }, t.testdirName, signal)
  const values = valuesWith(seats, debug)
  return { chart, values, valuesHash: createHash('sha256').update(JSON.stringify(values)).digest('hex') }
}

/** The administrator, who makes what a cloud or KubeSpawner would make. */
async function administrator(t: Test): Promise<Kubernetes> {
  const kubernetes = await connectKubernetes({ cluster: 'test', access: await administratorAccess(), guard: async () => {} })
  t.teardown(() => kubernetes.close())
  return kubernetes
}

/** An access that may do exactly what the published ClusterRole grants. */
async function leastPrivileged(t: Test, admin: Kubernetes): Promise<KubernetesAccess> {
  const name = `hubfleet-${unique()}`
  const namespace = 'default'
  await admin.call(signal, ({ core }, options) => core.createNamespacedServiceAccount({ namespace, body: { metadata: { name } } }, options))
  await admin.call(signal, ({ rbac }, options) => rbac.createClusterRole({ body: { ...clusterRole, metadata: { name } } }, options))
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name }
  await admin.call(signal, ({ rbac }, options) => rbac.createClusterRoleBinding({ body: { metadata: { name }, roleRef, subjects: [{ kind: 'ServiceAccount', name, namespace }] } }, options))
  t.teardown(async () => {
    await admin.call(signal, ({ rbac }, options) => rbac.deleteClusterRoleBinding({ name }, options))
    await admin.call(signal, ({ rbac }, options) => rbac.deleteClusterRole({ name }, options))
    await admin.call(signal, ({ core }, options) => core.deleteNamespacedServiceAccount({ namespace, name }, options))
  })
  const { status } = await admin.call(signal, ({ core }, options) => core.createNamespacedServiceAccountToken({ namespace, name, body: { spec: { audiences: [], expirationSeconds: 3600 } } }, options))
  const { server, certificateAuthorityData } = await administratorAccess()
  return { server, certificateAuthorityData, credentials: { token: status?.token ?? '' } }
}

const administratorAccess = async (): Promise<KubernetesAccess> => readKubeconfig(await readFile(file!, 'utf8'))

async function openBed(t: Test, access: KubernetesAccess) {
  const provider = kubernetesProvider({ guard: async () => {}, helm: process.env.HUBFLEET_HELM })
  const handle = await provider.open({ id: 'cluster_c', tenantId: null, name: 'test', spec: { provider: 'kubernetes' }, access })
  t.teardown(() => handle.close())
  return handle
}

t.test('a hub lives and goes with nothing more than the published ClusterRole', { skip }, async (t) => {
  const admin = await administrator(t)
  const handle = await openBed(t, await leastPrivileged(t, admin))
  t.match(await handle.preflight(signal), {
    version: /^1\.\d+/, defaultStorageClass: 'standard', storageClasses: [{ name: 'standard', provisioner: 'kubernetes.io/host-path', isDefault: true }], autoscaler: null, metrics: 'none', platform: { kind: 'kubernetes' }, podSecurity: 'enforced',
    nodeGroups: [{ machineType: 'e2-standard-8', cpu: 8, memoryBytes: 32 * 2 ** 30, pods: 110, taints: [], labels: { 'kubernetes.io/os': ['linux'] } }],
  })
  const ref = newHub()
  const hub = handle.hub(ref)
  const { namespace } = ref

  await t.test('its namespace is made once and is known as ours', async (t) => {
    t.match(await hub.namespace(signal), { state: 'absent' })
    t.same(await hub.remnants(signal), [])
    await hub.createNamespace(signal)
    await hub.createNamespace(signal)
    t.match(await hub.namespace(signal), { state: 'ours' })
  })

  await t.test('the release tells the hashes of what was installed, and everything gets ready', async (t) => {
    const wanted = await desired(t, 2)
    t.equal(await hub.release(signal), null)
    await hub.install(wanted, signal)
    t.match(await hub.release(signal), { status: 'deployed', revision: 1, valuesHash: wanted.valuesHash, chartDigest: wanted.chart.digest })
    await until(async () => (await hub.workloads(signal)).every(({ ready }) => ready))
    t.same((await hub.workloads(signal)).map(({ name }) => name).toSorted(), ['hub', 'proxy'])
    await until(async () => (await hub.address(loadBalancer, signal)).address !== null)
    t.match(await hub.address({ type: 'clusterIP' }, signal), { address: `proxy-public.${namespace}.svc.cluster.local` })
    t.match(await hub.address({ type: 'ingress', host: 'x.example.org' }, signal), { address: null, reason: /Ingress/ })
    t.match(await hub.address({ type: 'gateway', host: 'x.example.org', gateway: { name: 'g', namespace: 'g' } }, signal), { address: null })
  })

  await t.test('seats change without a restart of the hub, and a later helm run takes its own number', async (t) => {
    const generation = async () => (await admin.call(signal, ({ apps }, options) => apps.readNamespacedDeployment({ namespace, name: 'hub' }, options))).metadata?.generation
    const before = await generation()
    await hub.setSeats(5, signal)
    await hub.setSeats(5, signal)
    t.match(await hub.seats(signal), { wanted: 5 })
    t.equal(await generation(), before)
    await hub.install(await desired(t, 3), signal)
    t.match(await hub.seats(signal), { wanted: 3 })
    t.match(await hub.release(signal), { status: 'deployed', revision: 2 })
  })

  await t.test('values that the chart does not know are refused as the user\'s fault', async (t) => {
    const wanted = await desired(t, 2)
    await t.rejects(hub.install({ ...wanted, values: { ...wanted.values, hubb: {} } }, signal), { code: 'unknown-value', message: /hubb/ })
  })

  await t.test('a release whose helm was killed is repaired and then installed', async (t) => {
    const { items } = await admin.call(signal, ({ core }, options) => core.listNamespacedSecret({ namespace, labelSelector: 'owner=helm,version=2' }, options))
    const [deployed] = items
    const labels = { ...deployed?.metadata?.labels, version: '3', status: 'pending-upgrade' }
    const body = { metadata: { name: `sh.helm.release.v1.${ref.release}.v3`, labels }, type: deployed?.type, data: deployed?.data }
    await admin.call(signal, ({ core }, options) => core.createNamespacedSecret({ namespace, body }, options))
    t.match(await hub.release(signal), { status: 'pending-upgrade', revision: 3 })
    await hub.repair(signal)
    await hub.install(await desired(t, 3, true), signal)
    t.match(await hub.release(signal), { status: 'deployed', revision: 3 })
  })

  await t.test('a kubeconfig for a short time reads the hub\'s namespace, and neither its Secrets nor anything elsewhere', async (t) => {
    for (const role of ['view', 'operate', 'view'] as const) {
      const given = await hub.kubeconfig({ role, seconds: 600 }, signal)
      const left = given.expiresAt.getTime() - Date.now()
      t.ok(left > 0 && left <= 610_000, `${left} ms`)
      const holder = await connectKubernetes({ cluster: 'test', access: readKubeconfig(given.kubeconfig), guard: async () => {} })
      t.teardown(() => holder.close())
      t.ok((await holder.call(signal, ({ core }, options) => core.listNamespacedPod({ namespace }, options))).items.length > 0)
      await t.rejects(holder.call(signal, ({ core }, options) => core.listNamespacedSecret({ namespace }, options)), { code: 'cluster-denied' })
      await t.rejects(holder.call(signal, ({ core }, options) => core.listNamespacedPod({ namespace: 'kube-system' }, options)), { code: 'cluster-denied' })
      const removal = holder.call(signal, ({ core }, options) => core.deleteNamespacedPod({ namespace, name: 'nobody' }, options))
      await t.rejects(removal, { code: role === 'view' ? 'cluster-denied' : 'provider-failed' })
    }
  })

  await t.test('users\' pods and homes are seen whoever made them, and outlive the release', async (t) => {
    const labels = { app: 'jupyterhub', component: 'singleuser-server', 'app.kubernetes.io/component': 'singleuser-server' }
    const pod = { metadata: { name: 'jupyter-ada', labels }, spec: { containers: [{ name: 'notebook', image: 'x' }] } }
    await admin.call(signal, ({ core }, options) => core.createNamespacedPod({ namespace, body: pod }, options))
    const claim = (name: string, metadata: object) => ({ metadata: { name, ...metadata }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } } })
    // KubeSpawner gives the claim the pods' value of the modern label
    const modern = claim('claim-ada', { labels: { app: 'jupyterhub', component: 'singleuser-storage', 'app.kubernetes.io/component': 'singleuser-server' }, annotations: { 'hub.jupyter.org/username': 'Ada@x' } })
    const legacy = claim('claim-grace-1', { annotations: { 'hub.jupyter.org/username': 'grace' } })
    for (const body of [modern, legacy]) await admin.call(signal, ({ core }, options) => core.createNamespacedPersistentVolumeClaim({ namespace, body }, options))
    t.same(await hub.userPods(signal), ['jupyter-ada'])
    t.match((await hub.homes(signal)).toSorted((a, b) => (a.name < b.name ? -1 : 1)), [{ name: 'claim-ada', user: 'Ada@x', sizeGiB: 10 }, { name: 'claim-grace-1', user: 'grace' }])

    await hub.uninstall(signal)
    await hub.uninstall(signal)
    t.equal(await hub.release(signal), null)
    t.same(await hub.userPods(signal), ['jupyter-ada'])
    const left = (await hub.remnants(signal)).map(({ kind, name }) => `${kind}/${name}`)
    for (const one of ['Pod/jupyter-ada', 'PersistentVolumeClaim/claim-ada', 'PersistentVolumeClaim/hub-db-dir', `Namespace/${namespace}`]) t.ok(left.includes(one), one)
    await hub.deleteUserPods(signal)
    await until(async () => (await hub.userPods(signal)).length === 0)
  })

  await t.test('a sweep that keeps homes keeps them', async (t) => {
    await hub.sweep({ keepHomes: true }, signal)
    t.equal((await hub.homes(signal)).length, 2)
    t.match(await hub.namespace(signal), { state: 'ours' })
  })

  await t.test('a sweep of everything leaves nothing, not even a retained disk', async (t) => {
    const bound = async () => (await admin.call(signal, ({ core }, options) => core.listPersistentVolume({}, options))).items
      .filter(({ spec, status }) => status?.phase === 'Bound' && spec?.claimRef?.namespace === namespace && spec.claimRef.name?.startsWith('claim-'))
    await until(async () => (await bound()).length === 2)
    for (const { metadata } of await bound()) {
      const body = [{ op: 'replace', path: '/spec/persistentVolumeReclaimPolicy', value: 'Retain' }]
      await admin.call(signal, ({ core }, options) => core.patchPersistentVolume({ name: metadata!.name!, body }, options))
    }
    await hub.sweep({ keepHomes: false }, signal)
    await until(async () => (await hub.namespace(signal)).state === 'absent')
    const disks = await hub.remnants(signal)
    t.ok(disks.length > 0)
    t.ok(disks.every(({ kind, bills }) => kind === 'PersistentVolume' && bills))
    await until(async () => {
      await hub.sweep({ keepHomes: false }, signal)
      return (await hub.remnants(signal)).length === 0
    })
  })
})

t.test('a namespace that was deleted first leaves cluster-wide objects, which the sweep finds by helm\'s own mark', { skip }, async (t) => {
  const admin = await administrator(t)
  const handle = await openBed(t, await administratorAccess())
  const ref = newHub()
  const hub = handle.hub(ref)
  await hub.createNamespace(signal)
  await hub.install(await desired(t, 0), signal)
  // a namesake that helm did not make
  const stranger = `${ref.release}-stranger`
  await admin.call(signal, ({ scheduling }, options) => scheduling.createPriorityClass({ body: { metadata: { name: stranger }, value: 1 } }, options))
  t.teardown(() => admin.call(signal, ({ scheduling }, options) => scheduling.deletePriorityClass({ name: stranger }, options)))
  await hub.deleteNamespace(signal)
  await hub.deleteNamespace(signal)
  await until(async () => (await hub.namespace(signal)).state === 'absent')
  const left = (await hub.remnants(signal)).filter(({ kind }) => kind !== 'PersistentVolume')
  t.same(left.map(({ kind }) => kind), ['ClusterRoleBinding', 'ClusterRole', 'PriorityClass', 'PriorityClass', 'PriorityClass'])
  t.ok(left.every(({ blocksNamesake }) => blocksNamesake))
  await hub.sweep({ keepHomes: false }, signal)
  await until(async () => (await hub.remnants(signal)).length === 0)
  t.ok(await admin.find(signal, ({ scheduling }, options) => scheduling.readPriorityClass({ name: stranger }, options)))
})

t.test('an install that is cut half way can be repaired and repeated', { skip }, async (t) => {
  const handle = await openBed(t, await administratorAccess())
  const hub = handle.hub(newHub())
  await hub.createNamespace(signal)
  t.teardown(async () => {
    await hub.uninstall(signal)
    await hub.sweep({ keepHomes: false }, signal)
  })
  const wanted = await desired(t, 0)
  const cut = new AbortController()
  const installing = hub.install(wanted, cut.signal)
  await Promise.all([
    t.rejects(installing, { message: 'cut' }),
    until(async () => (await hub.release(signal)) !== null).then(() => cut.abort(new Error('cut'))),
  ])
  await hub.repair(signal)
  t.notMatch((await hub.release(signal))?.status ?? '', 'pending')
  await hub.install(wanted, signal)
  t.match(await hub.release(signal), { status: 'deployed', valuesHash: wanted.valuesHash })
})

t.test('a foreign namespace is never touched', { skip }, async (t) => {
  const admin = await administrator(t)
  const handle = await openBed(t, await administratorAccess())
  const ref = newHub()
  const hub = handle.hub(ref)
  const { namespace } = ref
  await admin.call(signal, ({ core }, options) => core.createNamespace({ body: { metadata: { name: namespace, labels: { [hubLabel]: 'hub_other' } } } }, options))
  t.teardown(() => admin.call(signal, ({ core }, options) => core.deleteNamespace({ name: namespace }, options)))
  const claim = { metadata: { name: 'claim-ada', labels: { component: 'singleuser-storage' } }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } }
  await admin.call(signal, ({ core }, options) => core.createNamespacedPersistentVolumeClaim({ namespace, body: claim }, options))
  const wanted = await desired(t, 0)
  const writes: Record<string, () => Promise<unknown>> = {
    create: () => hub.createNamespace(signal), delete: () => hub.deleteNamespace(signal), install: () => hub.install(wanted, signal), repair: () => hub.repair(signal),
    uninstall: () => hub.uninstall(signal), seats: () => hub.setSeats(1, signal), pods: () => hub.deleteUserPods(signal), homes: () => hub.deleteHomes(signal), database: () => hub.deleteDatabase(signal),
  }
  for (const [what, write] of Object.entries(writes)) await t.rejects(write() as Promise<void>, { code: 'namespace-foreign' }, what)
  t.same(await hub.sweep({ keepHomes: false }, signal), [])
  t.same(await hub.remnants(signal), [])
  t.ok(await admin.find(signal, ({ core }, options) => core.readNamespacedPersistentVolumeClaim({ namespace, name: 'claim-ada' }, options)))
})

t.test('the hub\'s API is reached through the cluster, with the token only', { skip }, async (t) => {
  const tokens: (string | undefined)[] = []
  const jupyterhub = createServer((request, response) => {
    tokens.push(request.headers.authorization)
    response.setHeader('content-type', 'application/json').end(JSON.stringify(request.url === '/hub/api/' ? { version: '5.5.0' } : { scopes: ['list:users'] }))
  })
  await new Promise<void>((resolve) => jupyterhub.listen(0, '127.0.0.1', resolve))
  t.teardown(() => { jupyterhub.closeAllConnections(); jupyterhub.close() })
  const admin = await administrator(t)
  const handle = await openBed(t, await leastPrivileged(t, admin))
  const ref = newHub()
  const hub = handle.hub(ref)
  const { namespace } = ref
  await hub.createNamespace(signal)
  t.teardown(() => hub.deleteNamespace(signal))

  const silent = await hub.api('tok', signal)
  await t.rejects(silent.info(signal), { code: 'hub-not-answering', retryable: true }, 'before there is a hub')
  await hub.install(await desired(t, 0), signal)
  t.teardown(() => hub.uninstall(signal))
  await until(async () => (await hub.workloads(signal)).every(({ ready }) => ready))
  // the pods of this test cluster run nothing: what the hub's pod would answer, the process here does
  const { port } = jupyterhub.address() as AddressInfo
  const body = { apiVersion: 'kwok.x-k8s.io/v1alpha1', kind: 'ClusterPortForward', metadata: { name: namespace }, spec: { selector: { matchNamespaces: [namespace] }, forwards: [{ ports: [8081], target: { port, address: '127.0.0.1' } }] } }
  const kwok = { group: 'kwok.x-k8s.io', version: 'v1alpha1', plural: 'clusterportforwards' }
  await admin.call(signal, ({ custom }, options) => custom.createClusterCustomObject({ ...kwok, body }, options))
  t.teardown(() => admin.call(signal, ({ custom }, options) => custom.deleteClusterCustomObject({ ...kwok, name: namespace }, options)))

  const api = await hub.api('tok', signal)
  await until(async () => api.info(signal).then(() => true, () => false))
  t.same(await api.info(signal), { version: '5.5.0', scopes: ['list:users'] })
  t.same(new Set(tokens), new Set(['token tok']))
})
