import t from 'tap'
import { newId } from '@hubfleet/core'
import { clusters, eq, platformScope, tenants, transaction } from '@hubfleet/database'
import { testWorld } from '../testing.ts'

const world = await testWorld(t)
const post = (path: string, body: unknown, query = '') => world.request('admin', 'POST', `/v1/tenants/physics/${path}${query}`, body)
const check = (spec: object, cluster = 'lab') => post('hubs', { name: 'try', cluster, spec }, '?validateOnly=true')

/** A registered cluster as its preflight would have left it. */
async function registered(name: string, status: Record<string, unknown>): Promise<void> {
  await transaction(world.database, platformScope, async (tx) => {
    const [physics] = await tx.select().from(tenants).where(eq(tenants.name, 'physics'))
    await tx.insert(clusters).values({ id: newId('cluster'), tenantId: physics!.id, name, provider: 'kubernetes', managed: false, state: 'ready', spec: { provider: 'kubernetes' }, status })
  })
}
const group = { machineType: 'm5.xlarge', nodes: 2, cpu: 3.92, memoryBytes: 14 * 2 ** 30, pods: 58, extra: {}, volumes: { 'ebs.csi.aws.com': 25 }, labels: { 'hub.jupyter.org/node-purpose': ['user'] }, taints: [], daemons: { cpu: 0.5, memoryBytes: 2 ** 30, pods: 6 } }
const seen = { nodeGroups: [group], storageClasses: [{ name: 'gp3', provisioner: 'ebs.csi.aws.com', isDefault: true, canGrow: true, binding: 'WaitForFirstConsumer', reclaimPolicy: 'Delete', zones: [], snapshots: false }], defaultStorageClass: 'gp3', autoscaler: null }
await registered('metal', seen)
await registered('elastic', { ...seen, autoscaler: 'cluster-autoscaler' })
await registered('new', {})

t.test('a server that no node of the cluster could ever hold is refused, with the figures and where to change it', async (t) => {
  const { status, body } = await check({ memory: { guarantee: '64G' } })
  t.equal(status, 422)
  t.match(body, { code: 'server-fits-nowhere', errors: [{ pointer: '/spec/memory/guarantee', code: 'fits-nowhere' }] })
  t.match(body.detail, /a server \(64 GiB\)\. users: each server takes 64 GiB of 14\.\d+ GiB that a node has for servers/)
  t.match((await check({ cpu: { limit: 5 } })).body, { code: 'server-fits-nowhere', errors: [{ pointer: '/spec/cpu/limit' }] }, 'a limit alone is a request')
  t.match((await check({ gpu: 1 })).body, { code: 'server-fits-nowhere', errors: [{ pointer: '/spec/gpu', detail: /takes 1 nvidia.com\/gpu, of which a node has 0/ }] })
  t.equal((await check({ memory: { guarantee: '8G' } })).status, 200)
})

t.test('one profile or choice that fits nowhere is enough, and it is named', async (t) => {
  const choices = [{ slug: 'usual', displayName: 'Usual' }, { slug: 'huge', displayName: 'Huge', memory: { guarantee: '40G' } }]
  const { body } = await check({ profiles: [{ slug: 'a', displayName: 'A' }, { slug: 'b', displayName: 'B', options: [{ slug: 'size', displayName: 'Size', choices }] }] })
  t.match(body, { code: 'server-fits-nowhere', detail: /the profile b, size huge \(40 GiB\)/, errors: [{ pointer: '/spec/profiles/1/options/0/choices/1/memory/guarantee' }] })
})

t.test('of a registered cluster the nodes that were seen count, less what runs on each of them', async (t) => {
  t.equal((await check({ memory: { guarantee: '13G' } }, 'metal')).status, 200)
  t.match((await check({ memory: { guarantee: '13.1G' } }, 'metal')).body, { code: 'server-fits-nowhere', detail: /takes 13.1 GiB of 13 GiB/ })
  t.equal((await check({ memory: { guarantee: '999G' } }, 'new')).status, 200, 'nothing is refused of a cluster that was not looked at')
})

t.test('where servers may go to no node, it is said what keeps them away', async (t) => {
  await registered('tainted', { ...seen, nodeGroups: [{ ...group, labels: {}, taints: [{ key: 'team', value: 'a', effect: 'NoSchedule' }] }] })
  t.match((await check({}, 'tainted')).body, { code: 'server-fits-nowhere', errors: [{ pointer: '/spec/scheduling/tolerations', detail: /taint team=a:NoSchedule is not tolerated/ }] })
  t.match((await check({ scheduling: { userPods: { matchNodePurpose: 'require' } } }, 'tainted')).body, { errors: [{ pointer: '/spec/scheduling/userPods/matchNodePurpose', detail: /no label hub.jupyter.org\/node-purpose=user/ }] })
})

t.test('a hub that is not there yet is held against its cluster with the layers that it would have', async (t) => {
  const guarantee = async (body: object) => (await post('clusters/lab/fit', body)).body.items[0]?.needs.memoryGiB
  const defaults = (spec: object | null) => world.request('platformAdmin', 'PATCH', '/v1/tenants/platform', { hubDefaults: spec })
  t.equal(await guarantee({}), 1)
  t.equal((await defaults({ memory: { guarantee: '2G' }, cpu: { guarantee: 0.5 } })).status, 200)
  t.equal(await guarantee({}), 2, 'the platform\'s')
  t.equal((await world.request('admin', 'PATCH', '/v1/tenants/physics/clusters/lab', { hubDefaults: { memory: { guarantee: '3G' } } })).status, 202)
  t.equal(await guarantee({}), 3, 'the cluster\'s over it')
  await post('templates', { name: 'sized', parameters: [{ name: 'gib', type: 'integer', minimum: 1, maximum: 8 }], spec: { memory: { guarantee: '${{ parameters.gib }}G' } } })
  t.equal(await guarantee({ template: { name: 'sized', parameters: { gib: 4 } } }), 4, 'the template\'s over that')
  t.equal(await guarantee({ template: { name: 'sized', parameters: { gib: 4 } }, spec: { memory: { guarantee: '5G' } } }), 5, 'and its own over all')
  t.equal((await post('clusters/lab/fit', { spec: { memory: { guarantee: '5G' } } })).body.items[0].needs.cpu, 0.5, 'what a layer alone sets holds')
  t.match((await post('clusters/lab/fit', { template: { name: 'sized' } })).body, { status: 400, errors: [{ pointer: '/template/parameters/gib' }] })
  t.match((await post('clusters/lab/fit', { template: { name: 'unknown' } })).body, { errors: [{ pointer: '/template/name' }] })
  await defaults(null)
  await world.request('admin', 'PATCH', '/v1/tenants/physics/clusters/lab', { hubDefaults: null })
})

t.test('where an autoscaler may bring other nodes, it is a warning', async (t) => {
  const { status, body } = await check({ memory: { guarantee: '64G' } }, 'elastic')
  t.equal(status, 200)
  t.match(body.warnings.join(' '), /cluster-autoscaler may bring nodes of a kind that is not there now.*64 GiB of 13 GiB/)
})

t.test('more seats than a cluster can ever hold are told with the figures; where nodes may come that nobody sees, nothing is', async (t) => {
  const ofSeats = async (seats: number, cluster: string) => ((await check({ memory: { guarantee: '4G' }, capacity: { seats } }, cluster)).body.warnings as string[]).filter((warning) => /ever be warm/.test(warning))
  t.match(await ofSeats(1000, 'lab'), [/Of 1000 seats no more than 30 can ever be warm: the cluster lab has at most 10 of users with 3 each\. Raise the maximum/])
  t.match(await ofSeats(7, 'metal'), [/no more than 6 .* 2 of m5.xlarge with 3 each\. Add nodes/])
  for (const [seats, cluster] of [[30, 'lab'], [6, 'metal'], [1000, 'elastic'], [1000, 'new']] as const) t.same(await ofSeats(seats, cluster), [], `${seats} in ${cluster}`)
})

t.test('a hub whose nodes went can still be changed and stopped, with a warning', async (t) => {
  t.equal((await post('hubs', { name: 'large', cluster: 'metal', spec: { memory: { guarantee: '12G' } } })).status, 202)
  await transaction(world.database, platformScope, (tx) => tx.update(clusters).set({ status: { ...seen, nodeGroups: [{ ...group, memoryBytes: 8 * 2 ** 30 }] } }).where(eq(clusters.name, 'metal')))
  const scaled = await post('hubs/large/scale', { seats: 1 }, '?validateOnly=true')
  t.equal(scaled.status, 200)
  t.match(scaled.body.warnings.join(' '), /No node that is there holds a server \(12 GiB\)/)
  t.equal((await post('hubs/large/stop', {})).status, 202)
  await transaction(world.database, platformScope, (tx) => tx.update(clusters).set({ status: seen }).where(eq(clusters.name, 'metal')))
})

t.test('how many users fit a node and what binds is told for each profile and kind of node', async (t) => {
  const spec = { profiles: [{ slug: 'small', displayName: 'S', memory: { guarantee: '256M' } }, { slug: 'cpu', displayName: 'C', cpu: { guarantee: 1 } }, { slug: 'memory', displayName: 'M', memory: { guarantee: '4G' } }] }
  const { status, body } = await post('clusters/metal/fit', { spec })
  t.equal(status, 200)
  t.match(body.items, [
    { profile: 'small', default: true, nodeType: 'm5.xlarge', usersPerNode: 25, binding: 'volumes', needs: { memoryGiB: 0.25, volume: true }, rest: { volumes: 0, pods: 27 } },
    { profile: 'cpu', default: false, usersPerNode: 3, binding: 'cpu', rest: { cpu: 0.42 } },
    { profile: 'memory', usersPerNode: 3, binding: 'memory', rest: { memoryGiB: 1 } },
  ])
  t.same(body.warnings, [])
  const shared = await post('clusters/metal/fit', { spec: { ...spec, storage: { type: 'none' } } })
  t.match(shared.body.items[0], { usersPerNode: 52, binding: 'memory' }, 'without a disk for each user the next bound holds')

  t.equal((await post('hubs', { name: 'sizes', cluster: 'lab', spec })).status, 202)
  const ofHub = await world.request('reader', 'GET', '/v1/tenants/physics/hubs/sizes/fit')
  t.same(ofHub.body.items.map(({ profile, nodeType }: Record<string, string>) => `${profile} on ${nodeType}`), ['small on users', 'cpu on users', 'memory on users'])
  t.match(ofHub.body.items[0], { machineType: 'sandbox-medium', binding: 'memory' })
  t.match((await post('clusters/lab/fit', { spec: { gpu: 1 } })).body, { items: [{ usersPerNode: 0, binding: 'nvidia.com/gpu' }], warnings: ['A server fits no node that is there.'] })
  t.match((await post('clusters/new/fit', {})).body, { items: [], warnings: [/No kind of node/] })
})

t.test('what a hub costs is reckoned with servers of its default profile, in pools that hold one', async (t) => {
  const cost = async (spec: object) => Number((await check({ capacity: { maxServers: 40 }, ...spec })).body.cost.after.amount)
  const profile = (memory: string, more: object = {}) => ({ slug: memory.toLowerCase(), displayName: memory, memory: { guarantee: memory }, ...more })
  t.equal(await cost({ profiles: [profile('1G'), profile('8G')] }), await cost({ memory: { guarantee: '1G' } }))
  t.equal(await cost({ profiles: [profile('1G'), profile('8G', { default: true })] }), await cost({ memory: { guarantee: '8G' } }))
  t.equal(await cost({ values: { singleuser: { memory: { guarantee: '8G' } } } }), await cost({ memory: { guarantee: '8G' } }), 'raw values count where they win')
})

t.test('a seat that raw values make too large for every node is refused, and one that is too small for its server is told', async (t) => {
  const seats = (memory: string, more: object = {}) => ({ capacity: { seats: 2 }, values: { scheduling: { userPlaceholder: { resources: { requests: { memory } } } } }, ...more })
  t.match((await check(seats('999Gi'))).body, { code: 'server-fits-nowhere', detail: /a seat \(999 GiB/, errors: [{ pointer: '/spec/values/scheduling/userPlaceholder/resources' }] })
  t.equal((await check(seats('999Gi', { capacity: { seats: 0 } }))).status, 200, 'there is none')
  t.match((await check(seats('100Mi'))).body.warnings.join(' '), /A seat holds less memory than the server/)
  t.notMatch((await check(seats('1Gi'))).body.warnings.join(' '), /A seat holds less/)
  t.match((await check(seats('1G'))).body.warnings.join(' '), /A seat holds less/, 'Kubernetes reads G as 10^9, JupyterHub as 2^30')
})
