import type { Hub, HubSpecInput, Operation, Plan } from '../../packages/sdk/src/index.ts'
import { getObject, kubectl } from '../kubernetes/kubectl.ts'
import { waitFor } from '../processes/wait.ts'
import { startInstallation } from './installation.ts'
import { leastPrivileged } from './least-privileged.ts'
import type { People, Place } from './place.ts'
import { rowsOf } from './report.ts'
import { worldOf } from './world.ts'

type Test = import('tap').Test

const seconds = 1000

/** One hub from nothing to gone, by the API, under the published ClusterRole; and a second one of its name afterwards. */
export async function lifeOfHub(t: Test, place: Place): Promise<void> {
  const { client, tenant } = await startInstallation(t, place)
  const kubeconfig = place.makeCluster ? '' : await leastPrivileged(t, place.kubeconfig)
  const world = worldOf(place.kubeconfig)
  const at = { tenant, hub: 'lab' }
  const specWith = (more: HubSpecInput): HubSpecInput => ({ ...place.spec, ...more })
  const hubObject = async (kind: string, name: string, namespace: string) => (await getObject(place.kubeconfig, namespace, kind, name))!
  /** What a restart of the hub would change. */
  const hubPod = async (namespace: string) => {
    const { metadata, spec } = await hubObject('deployment', 'hub', namespace)
    return { generation: metadata.generation, template: spec.template }
  }
  const releases = async (namespace: string) => (await world.inside(namespace)).filter((name) => name.startsWith('Secret/sh.helm.release'))

  /** Creates the hub and opens it to people as soon as there is something to open. */
  async function create(spec: HubSpecInput): Promise<{ hub: Hub; people: People; looks: Operation[] }> {
    const looks: Operation[] = []
    const handle = await client.hubs.create({ tenant }, { name: at.hub, cluster: 'campus', spec, confirm: ['open-login'] })
    const id = handle.operation.target.id
    const namespace = await waitFor('the namespace', 60, async () => (await client.hubs.get({ tenant, hub: id })).status.namespace)
    const [people] = await Promise.all([place.openHub(namespace), handle.wait({ timeoutMs: 180 * seconds, onProgress: (operation) => looks.push(structuredClone(operation)) })])
    return { hub: await client.hubs.get({ tenant, hub: id }), people, looks }
  }

  await t.test(place.makeCluster ? 'a cluster is made, and preflight tells what it can do' : 'a cluster is registered with the token of the published ClusterRole, and preflight tells what it can do', async (t) => {
    if (place.makeCluster) await place.makeCluster(client, tenant)
    else await client.clusters.create({ tenant }, { name: 'campus', provider: 'kubernetes', kubeconfig }).wait({ timeoutMs: 60 * seconds })
    const cluster = await client.clusters.get({ tenant, cluster: 'campus' })
    t.match(cluster, { state: 'ready', managed: Boolean(place.makeCluster), status: { version: /^1\.\d+/, defaultStorageClass: String, networkPolicies: 'unknown' } })
    t.ok((cluster.status['nodes'] as number) >= 1)
  })

  const plan: Plan = await client.hubs.create({ tenant }, { name: at.hub, cluster: 'campus', spec: specWith({ access: { users: ['ada', 'bob'] } }) }, { validateOnly: true })
  t.match(plan, { valid: true, diff: [{ op: 'add', path: '' }], confirmations: place.loadBalancer ? [{ confirmation: 'open-login' }] : [] }, 'a plan is told before anything happens')
  t.same(await client.hubs.list({ tenant }).all(), [], 'and nothing happens by it')

  const first = await create(specWith({ access: { users: ['ada', 'bob'] } }))
  const { people } = first
  const namespace = first.hub.status.namespace!
  t.teardown(() => kubectl(place.kubeconfig, 'delete', 'namespace', namespace, '--wait=false', '--ignore-not-found'))
  const home = (user: string): Promise<{ spec: { volumeName: string } }> => hubObject('pvc', `claim-${user}`, namespace) as never

  await t.test('a create shows its steps while they happen, and ends with a JupyterHub that answers at a published address', async (t) => {
    const { looks, hub } = first
    const advisory = ['pod security', 'hook leftovers', 'database room', 'pod security level', 'security', 'dns', 'certificate', 'login', 'homes', 'images', 'JupyterHub in images', 'puller', 'builds']
    const needed = ['cluster', 'namespace', 'file shares', 'database disk', 'release', 'pods', 'route', 'address', 'jupyterhub', 'freeze', 'nodes', 'seats']
    const { steps } = looks.at(-1)!
    t.same(steps.map(({ name }) => name).filter((name) => !advisory.includes(name)), needed)
    t.same(steps.map(({ name }) => name).filter((name) => !needed.includes(name)), advisory)
    t.same(steps.filter(({ name, state, startedAt, finishedAt }) => needed.includes(name) && !(state === 'done' && startedAt && finishedAt)), [])
    t.ok(looks.some(({ steps }) => steps.some(({ state }) => state === 'done') && steps.some(({ state }) => state === 'pending')), 'some were done while others had not begun')
    t.match(looks.at(-1)!.steps.find(({ name }) => name === 'jupyterhub'), { message: /JupyterHub 5\.\d+\.\d+ answers; 0 servers/ })
    t.match(hub, { state: 'ready', observedGeneration: 1, status: { jupyterhubVersion: '5.5.0', servers: 0, url: /^http:\/\/\S+/ } })
    // No registry can be reached from here, and the hub of a test is less than secure: both are told, and hold nothing up.
    const told = ['ImagesReady', 'Secure', 'Deleting']
    t.same(hub.conditions.filter(({ type, status }) => !told.includes(type) && status !== 'True'), [])
    t.match(hub.conditions.find(({ type }) => type === 'Secure'), { message: place.loadBalancer ? /not encrypted/ : /A secret stands readable in the raw values, at hub\.services\.people\.apiToken/ })
    const { spec, status } = await hubObject('service', 'proxy-public', namespace)
    t.equal(spec.type, place.loadBalancer ? 'LoadBalancer' : 'ClusterIP')
    if (place.loadBalancer) t.equal(hub.status.address, status.loadBalancer.ingress[0].ip)
  })

  await t.test('nodes, logs and a kubeconfig for a look are asked of the cluster itself', async (t) => {
    const { items } = await client.clusters.nodes({ tenant, cluster: 'campus' })
    t.ok(items.length >= 1 && items.every(({ cpu, memoryBytes, pods }) => cpu > 0 && memoryBytes > 0 && pods > 0))
    if (place.podsRun) {
      const { items: [log] } = await client.hubs.logs(at, { lines: 500 })
      t.match(log, { container: 'hub', text: /JupyterHub is now running/ })
    }
    const { kubeconfig: given } = await client.hubs.kubeconfig(at, { minutes: 10 })
    t.match(JSON.parse(given), { contexts: [{ context: { namespace } }] })
  })

  await t.test('the namespace and the release say whose they are', async (t) => {
    const { metadata } = await hubObject('namespace', namespace, namespace)
    t.match(metadata, { labels: { 'app.kubernetes.io/managed-by': 'hubfleet', 'hubfleet.dev/hub': first.hub.id, 'hubfleet.dev/tenant': first.hub.tenantId }, annotations: { 'hubfleet.dev/name': 'lab' } })
    const { metadata: release } = await hubObject('secret', `sh.helm.release.v1.${namespace}.v1`, namespace)
    t.match(release.labels, { status: 'deployed', 'hubfleet.dev/chart': /^s\S{43}s$/, 'hubfleet.dev/values': /^s\S{43}s$/ })
    t.match(first.hub.chartDigest, /^[0-9a-f]{64}$/)
  })

  await people.come('ada')
  await people.come('bob')

  await t.test('an update changes the hub, tells of the restart before, and disturbs no server that runs', async (t) => {
    const change = { spec: { memory: { guarantee: '96M', limit: '512M' } } }
    const plan: Plan = await client.hubs.update(at, change, { validateOnly: true })
    t.match(plan.diff.map(({ path }) => path).toSorted(), ['/memory/guarantee', '/memory/limit'])
    t.ok(plan.disruption.restarts.includes('hub'))
    const before = await hubPod(namespace)
    await client.hubs.update(at, change).wait({ timeoutMs: 120 * seconds })
    t.not((await hubPod(namespace)).generation, before.generation, 'the hub is restarted')
    const values = Buffer.from((await hubObject('secret', 'hub', namespace)).data['values.yaml'], 'base64').toString()
    t.match(values, /guarantee: 96M\n\s+limit: 512M/)
    t.same(Object.keys(await waitFor('the hub to know its servers', 60, () => people.servers())).toSorted(), ['ada', 'bob'])
    t.match(await client.hubs.get(at), { state: 'ready', observedGeneration: 2, status: { servers: 2 } })
  })

  await t.test('seats come and go without a restart of the hub, and a later helm run keeps their number', async (t) => {
    const before = await hubPod(namespace)
    const revisions = await releases(namespace)
    t.same((await client.hubs.scale(at, { seats: 3 }, { validateOnly: true }) as Plan).disruption.restarts, [])
    await client.hubs.scale(at, { seats: 3 }).wait({ timeoutMs: 120 * seconds })
    t.match(await client.hubs.get(at), { status: { seats: { wanted: 3, ready: 3 } } })
    t.same(await hubPod(namespace), before)
    t.same(await releases(namespace), revisions, 'helm did not run')
    await client.hubs.update(at, { spec: { culling: { timeoutSeconds: 7200 } } }).wait({ timeoutMs: 120 * seconds })
    t.equal((await releases(namespace)).length, revisions.length + 1, 'helm ran')
    t.equal((await hubObject('statefulset', 'user-placeholder', namespace)).spec.replicas, 3)
  })

  await t.test('cull now stops who is idle, and tells who and why', async (t) => {
    await waitFor('an idle server beside a used one', 120, async () => {
      await people.use('bob')
      const idle = await people.servers()
      return idle['ada']! > 60 && idle['bob']! < 50
    })
    const { result } = await client.hubs.cull(at, { timeoutSeconds: 60 }).wait({ timeoutMs: 60 * seconds })
    const [culled, ...others] = result!['culled'] as { idleSeconds: number; ageSeconds: number }[]
    t.match(culled, { user: 'ada', server: '', reason: 'idle', outcome: /^stopp(ed|ing)$/ })
    t.ok(culled!.idleSeconds >= 60 && culled!.ageSeconds >= culled!.idleSeconds)
    t.same(others, [])
    await waitFor('the server to stop', 60, async () => Object.keys(await people.servers()).join() === 'bob')
  })

  const homes = { ada: (await home('ada')).spec.volumeName, bob: (await home('bob')).spec.volumeName }

  await t.test('a stopped hub has no pod and no address, and keeps its homes and its database', async (t) => {
    await client.hubs.stop(at).wait({ timeoutMs: 120 * seconds })
    t.match(await client.hubs.get(at), { state: 'stopped', status: { address: null, url: null, servers: 0 } })
    const left = await world.inside(namespace)
    t.same(left.filter((name) => /^(Pod|Deployment|StatefulSet|Service)\//.test(name)), [])
    t.same(left.filter((name) => name.startsWith('PersistentVolumeClaim/')), ['PersistentVolumeClaim/claim-ada', 'PersistentVolumeClaim/claim-bob', 'PersistentVolumeClaim/hub-db-dir'])
    await t.rejects(client.hubs.cull(at), { code: 'hub-stopped' })
  })

  await t.test('a started hub is where it was, with the same homes', async (t) => {
    await client.hubs.start(at).wait({ timeoutMs: 180 * seconds })
    t.match(await client.hubs.get(at), { state: 'ready', status: { namespace, url: String, seats: { wanted: 3 } } })
    t.same({ ada: (await home('ada')).spec.volumeName, bob: (await home('bob')).spec.volumeName }, homes)
  })

  await t.test('a delete that keeps homes leaves nothing else, and its report says what was found, done and kept', async (t) => {
    await t.rejects(client.hubs.delete(at), { code: 'homes-undecided' })
    const report = await rowsOf(await client.hubs.delete(at, { homes: 'keep' }).wait({ timeoutMs: 180 * seconds }))
    t.same(await world.inside(namespace), ['PersistentVolumeClaim/claim-ada', 'PersistentVolumeClaim/claim-bob'])
    t.same((await world.clusterWide(namespace)).filter((name) => !name.startsWith('PersistentVolume/')), [`Namespace/${namespace}`])
    const { Deployment, StatefulSet, Service, PersistentVolumeClaim, PriorityClass, Namespace } = report.rows
    t.match(Deployment, { done: ['hub', 'proxy'], withRelease: ['hub', 'proxy'] })
    t.match(StatefulSet, { done: ['user-placeholder'], withRelease: ['user-placeholder'] })
    t.same(Service!.withRelease, place.loadBalancer ? ['proxy-public'] : [])
    t.ok(PriorityClass!.withRelease.length >= 2)
    t.match(PersistentVolumeClaim, { found: ['claim-ada', 'claim-bob', 'hub-db-dir'], done: ['hub-db-dir'], kept: [{ name: 'claim-ada', sizeGiB: Number }, { name: 'claim-bob', sizeGiB: Number }] })
    t.match(Namespace, { found: [namespace], kept: [{ name: namespace }] })
    t.ok(Object.values(report.rows).every(({ found, done, kept, left }) => left.length === 0 && found.length === done.length + kept.length), 'all that was found is gone or kept')
    t.ok(Object.values(report.rows).every(({ how }) => how.length > 0))
    t.equal(report.clean, true)
    if (!place.makeCluster) t.equal(report.keptMonthly, null, 'what a disk costs in a cluster of one\'s own is not known, and not zero')
    await t.rejects(client.hubs.get(at), { code: 'not-found' })
  })

  await t.test('a namesake gets a namespace and homes of its own, and goes without a trace', async (t) => {
    const { hub, people } = await create(specWith({ access: { users: ['ada'] } }))
    const other = hub.status.namespace!
    t.not(other, namespace)
    await people.come('ada')
    t.not((await hubObject('pvc', 'claim-ada', other)).metadata.uid, (await hubObject('pvc', 'claim-ada', namespace)).metadata.uid)
    const report = await rowsOf(await client.hubs.delete(at, { homes: 'delete' }).wait({ timeoutMs: 180 * seconds }))
    t.same(await world.clusterWide(other), [])
    t.match(report, { clean: true, rows: { PersistentVolumeClaim: { done: ['claim-ada', 'hub-db-dir'] }, Namespace: { done: [other] } } })
    t.ok(Object.values(report.rows).every(({ found, done, left }) => found.length === done.length && left.length === 0))
    t.same(await world.inside(namespace), ['PersistentVolumeClaim/claim-ada', 'PersistentVolumeClaim/claim-bob'], 'the older one\'s homes are untouched')
  })

  await t.test(place.makeCluster ? 'a cluster goes when no hub lives in it, and nothing of it bills' : 'a cluster is forgotten when no hub lives in it, and is not touched by that', async (t) => {
    const { result } = await client.clusters.delete({ tenant, cluster: 'campus' }, {}).wait({ timeoutMs: 180 * seconds })
    if (place.makeCluster) t.match(result, { report: { clean: true } })
    await t.rejects(client.clusters.get({ tenant, cluster: 'campus' }), { code: 'not-found' })
    t.same(await world.inside(namespace), ['PersistentVolumeClaim/claim-ada', 'PersistentVolumeClaim/claim-bob'])
  })
}
