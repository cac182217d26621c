import t from 'tap'
import { completeHubSpec, hubNames, newHubSecrets, newId, renderValues, valuesHash, type HubSpecInput } from '@hubfleet/core'
import { sandboxClusters, platformScope, transaction } from '@hubfleet/database'
import { testDatabase } from '@hubfleet/database/testing'
import type { ClusterRecord, HubRef } from '../provider.ts'
import { nudge, wanting } from '../testing-machines.ts'
import { hubMisbehaviours } from './misbehaviour.ts'
import { createSandboxProvider } from './provider.ts'

const database = await testDatabase(t)
const signal = new AbortController().signal
const minute = 60_000
const hour = 60 * minute

/** A running cluster with a hub's namespace, a clock to move, and what was notified. */
async function world(region = 'sandbox-north') {
  let now = Date.parse('2026-03-02T08:00:00Z')
  const handlers = new Set<(payload: string) => void>()
  const openProvider = () => createSandboxProvider({
    database,
    clockOf: async () => ({ now: () => new Date(now) }),
    notifications: { on: (_channel, handle) => (handlers.add(handle), () => { handlers.delete(handle) }) },
  })
  const record: ClusterRecord = { id: newId('cluster'), tenantId: 'tenant_a', name: 'campus', access: null, spec: { provider: 'sandbox', region } }
  const cluster = await openProvider().open(record)
  const machines = openProvider().machines!(record)
  const pass = (milliseconds: number) => { now += milliseconds }
  await nudge(machines, wanting({ core: 1 }), signal)
  pass(minute)
  /** Pools change at once. */
  const resize = (nodes: Record<string, number>) => nudge(machines, wanting({ core: 1, ...nodes }), signal)
  await resize({})
  pass(4 * minute)
  return { cluster, machines, resize, record, pass, openProvider, handlers, now: () => now }
}

const secrets = newHubSecrets()
function release(hub: HubRef, input: HubSpecInput = {}) {
  const { values } = renderValues({ hub, spec: completeHubSpec(input), secrets })
  return { chart: { name: 'jupyterhub', version: '4.4.0', digest: 'd', path: '', appVersion: '5.5.0', kubeVersion: '', schema: {} }, values, valuesHash: valuesHash(values) }
}

async function withHub(input: HubSpecInput = {}, region?: string) {
  const base = await world(region)
  const id = newId('hub')
  const hub: HubRef = { id, name: 'maths', tenantId: 'tenant_a', ...hubNames(id) }
  const site = base.cluster.hub(hub)
  await site.createNamespace(signal)
  await site.install(release(hub, input), signal)
  base.pass(minute)
  return { ...base, hub, site }
}

const misbehaving = (name: keyof typeof hubMisbehaviours): HubSpecInput => ({ values: { custom: { sandbox: { misbehave: name } } } })
const students = { values: { custom: { sandbox: { students: { count: 20, pattern: 'always' } } } } } satisfies HubSpecInput

t.test("a hub's API lists what its students run, stops servers, and holds the token to its scopes", async (t) => {
  const { resize, site, pass } = await withHub(students)
  await resize({ user: 2 })
  pass(3 * hour)
  const api = await site.api(secrets.apiToken, signal)
  t.match(await api.info(signal), { version: '5.5.0', scopes: ['list:users'] })
  const [server] = await api.servers(signal)
  t.match(server, { user: /^student-/, name: '', started: Date })
  await api.stopServer(server!, { remove: false }, signal)
  pass(minute)
  t.notOk((await api.servers(signal)).some((other) => other.user === server!.user && other.started!.getTime() === server!.started!.getTime()))
  t.equal(await api.stopServer({ user: 'nobody', name: '' }, { remove: false }, signal), 'stopped', 'what does not run is stopped')
  await t.rejects(api.deleteUser(server!.user, signal), { code: 'hub-api-refused' })
  await t.rejects(site.api('another token', signal), { code: 'hub-api-refused' })
})

t.test('a changed value restarts the hub for a moment, and its proxy goes on', async (t) => {
  const { hub, site, pass } = await withHub()
  await site.install(release(hub, { culling: { timeoutSeconds: 1800 } }), signal)
  const readiness = async () => Object.fromEntries((await site.workloads(signal)).map((workload) => [workload.name, workload.ready]))
  t.match(await readiness(), { hub: false, proxy: true })
  await t.rejects(site.api(secrets.apiToken, signal), { code: 'hub-not-answering' })
  pass(2000)
  t.match(await readiness(), { hub: true, proxy: true })
})

t.test('without nodes the pods of a hub are pending, and start once there are some', async (t) => {
  const { resize, site, pass } = await withHub()
  await resize({ core: 0 })
  t.match(await site.workloads(signal), [{ ready: false, reason: /no node/, failing: false }])
  await resize({ core: 1 })
  pass(minute)
  t.ok((await site.workloads(signal)).every((workload) => workload.ready))
})

t.test('without its database a hub that is installed again does not know the pods that still run', async (t) => {
  const { resize, hub, site, pass } = await withHub(students)
  await resize({ user: 2 })
  pass(3 * hour)
  await site.uninstall(signal)
  const pods = await site.userPods(signal)
  t.ok(pods.length > 0)
  await site.deleteDatabase(signal)
  await site.install(release(hub), signal)
  pass(minute)
  t.same(await (await site.api(secrets.apiToken, signal)).servers(signal), [])
  t.same(await site.userPods(signal), pods)
})

t.test('the log of a hub tells when it started and whose servers came up, the newest lines last', async (t) => {
  const { resize, site, pass } = await withHub(students)
  await resize({ user: 2 })
  pass(3 * hour)
  const [log] = await site.logs({ component: 'hub', lines: 1000 }, signal)
  t.match(log, { pod: 'hub', container: 'hub', text: /Running JupyterHub version .*\n(.*\n)*.*server is ready\n$/ })
  t.equal((await site.logs({ component: 'hub', lines: 1 }, signal))[0]!.text, `${log!.text.trimEnd().split('\n').at(-1)}\n`)
  t.same(await site.logs({ component: 'nothing-such', lines: 1 }, signal), [])
  await t.rejects(site.kubeconfig({ role: 'view', seconds: 600 }, signal), { code: 'kubernetes-only' })
})

t.test('changes of several workers at once are all kept', async (t) => {
  const { record, openProvider, cluster } = await world()
  const refs = Array.from({ length: 8 }, () => newId('hub')).map((id) => ({ id, name: id, tenantId: 'tenant_a', ...hubNames(id) }))
  await Promise.all(refs.map(async (ref) => (await openProvider().open(record)).hub(ref).createNamespace(signal)))
  for (const ref of refs) t.equal((await cluster.hub(ref).namespace(signal)).state, 'ours')
})

t.test('no secret of the values is stored', async (t) => {
  await withHub()
  const rows = await transaction(database, platformScope, (tx) => tx.select().from(sandboxClusters))
  const text = JSON.stringify(rows)
  t.ok(rows.length > 0)
  for (const secret of [secrets.apiToken, secrets.cookieSecret, secrets.cryptKey, secrets.proxyToken]) t.notOk(text.includes(secret))
})

t.test('hubs of a cluster have addresses of their own', async (t) => {
  const { cluster, site, pass } = await withHub()
  const id = newId('hub')
  const other = { id, name: 'physics', tenantId: 'tenant_a', ...hubNames(id) }
  await cluster.hub(other).createNamespace(signal)
  await cluster.hub(other).install(release(other), signal)
  pass(minute)
  const [a, b] = await Promise.all([site, cluster.hub(other)].map((one) => one.address({ type: 'loadBalancer' }, signal)))
  t.match(a!.address, /^203\.0\.113\.\d+$/)
  t.not(a!.address, b!.address)
})

t.test('each magic value of a hub does what its text says', async (t) => {
  const lb = { type: 'loadBalancer' } as const
  await t.test('sandbox-slow', async (t) => {
    const { site, pass } = await withHub(misbehaving('sandbox-slow'))
    pass(-minute + 20_000)
    t.ok((await site.workloads(signal)).every((workload) => !workload.ready))
    pass(20_000)
    t.ok((await site.workloads(signal)).every((workload) => workload.ready))
  })
  await t.test('sandbox-lb-pending', async (t) => {
    const { site, pass } = await withHub(misbehaving('sandbox-lb-pending'))
    pass(24 * hour)
    t.match(await site.address(lb, signal), { address: null, reason: /sandbox-lb-pending/, since: Date })
  })
  for (const name of ['sandbox-image-pull-error', 'sandbox-crash-loop'] as const) {
    await t.test(name, async (t) => {
      const { hub, site, pass } = await withHub(misbehaving(name))
      t.match((await site.workloads(signal)).find((workload) => workload.name === 'hub'), { ready: false, failing: true })
      await site.install(release(hub), signal)
      pass(minute)
      t.ok((await site.workloads(signal)).every((workload) => workload.ready), 'a good value heals it')
    })
  }
  await t.test('sandbox-database-full', async (t) => {
    const { hub, site, pass } = await withHub(misbehaving('sandbox-database-full'))
    t.match((await site.workloads(signal)).find((workload) => workload.name === 'hub'), { ready: false, failing: true })
    t.equal(await site.databaseFull(signal), true)
    t.match((await site.logs({ component: 'hub', lines: 10 }, signal))[0]!.text, 'database or disk is full')
    await site.install(release(hub, { ...misbehaving('sandbox-database-full'), database: { capacity: '2Gi' } }), signal)
    pass(minute)
    t.equal(await site.databaseFull(signal), false)
    t.ok((await site.workloads(signal)).every((workload) => workload.ready), 'a larger disk heals it')
  })
  await t.test('sandbox-helm-failed', (t) => t.rejects(withHub(misbehaving('sandbox-helm-failed')), { code: 'helm-failed' }))
  await t.test('sandbox-helm-cut', async (t) => {
    const { hub, site } = await withHub(misbehaving('sandbox-helm-cut'))
    t.match(await site.release(signal), { status: 'pending-install' })
    await site.repair(signal)
    t.equal(await site.release(signal), null)
    await site.install(release(hub, misbehaving('sandbox-helm-cut')), signal)
    t.match(await site.release(signal), { status: 'deployed' })
  })
  await t.test('sandbox-api-down', async (t) => {
    const { site } = await withHub(misbehaving('sandbox-api-down'))
    t.ok((await site.workloads(signal)).every((workload) => workload.ready))
    await t.rejects(site.api(secrets.apiToken, signal), { code: 'hub-not-answering' })
  })
  await t.test('sandbox-namespace-stuck', async (t) => {
    const { site, pass } = await withHub(misbehaving('sandbox-namespace-stuck'))
    await site.uninstall(signal)
    await site.deleteNamespace(signal)
    pass(59 * minute)
    t.match(await site.namespace(signal), { state: 'terminating', reason: /finalizer/ })
    pass(minute)
    t.equal((await site.namespace(signal)).state, 'absent')
  })
  await t.test('another name is refused, and so are more students than there can be', async (t) => {
    await t.rejects(withHub({ values: { custom: { sandbox: { misbehave: 'sandbox-on-fire' } } } }), { code: 'unknown-value' })
    await t.rejects(withHub({ values: { custom: { sandbox: { students: 2001 } } } }), { code: 'unknown-value' })
  })
})

t.test('each magic region does what its text says', async (t) => {
  await t.rejects((await world('sandbox-quota-exceeded')).resize({ user: 3 }), { code: 'quota-exceeded', params: { allowed: 3 } })
  await t.rejects((await world('sandbox-unreachable')).cluster.preflight(signal), { code: 'cluster-unreachable' })
  await t.rejects((await world('sandbox-denied')).cluster.preflight(signal), { code: 'cluster-denied' })

  const slow = await world('sandbox-slow')
  slow.pass(-5 * minute + minute)
  t.match(await slow.machines.parts(wanting({}))[0]!.observe(signal), { is: 'busy', message: 'creating' })

  const { cluster, site } = await withHub({}, 'sandbox-no-storage-class')
  t.equal((await cluster.preflight(signal)).defaultStorageClass, null)
  t.match((await site.workloads(signal)).find((workload) => workload.name === 'hub'), { ready: false, reason: /StorageClass/ })
})

t.test('a watch tells the namespace of a change of its own cluster, and ends with its signal', async (t) => {
  const { cluster, handlers, record } = await world()
  const controller = new AbortController()
  const seen: string[] = []
  const watching = cluster.watch((namespace) => seen.push(namespace), controller.signal)
  for (const handle of handlers) {
    handle(JSON.stringify({ cluster: record.id, namespace: 'hub-a' }))
    handle(JSON.stringify({ cluster: 'cluster_other', namespace: 'hub-b' }))
  }
  t.same(seen, ['hub-a'])
  controller.abort()
  await watching
  t.equal(handlers.size, 0)
})

t.test('a change is notified with its namespace, what changes nothing is not', async (t) => {
  const { cluster, record } = await world()
  const client = await database.pool.connect()
  const heard: string[] = []
  client.on('notification', ({ payload }) => heard.push(payload ?? ''))
  await client.query('listen hubfleet_sandbox')
  const site = cluster.hub({ id: 'hub_a', name: 'a', tenantId: 'tenant_a', namespace: 'hub-a', release: 'hub-a' })
  await site.createNamespace(signal)
  await site.createNamespace(signal)
  await client.query('select 1')
  t.same(heard.map((payload) => JSON.parse(payload)), [{ cluster: record.id, namespace: 'hub-a' }])
  await client.query('unlisten *')
  client.release()
})
