import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { platformScope, sql, transaction } from '../packages/database/src/index.ts'
import { demoServer } from './demo-server.ts'

/*
 * The life of a managed cluster as an operator sees it, through a whole server and its worker, in the sandbox. `test/contract` has the same of each provider.
 */
t.setTimeout(300_000)
const directory = await mkdtemp(join(tmpdir(), 'hubfleet-clusters-'))
t.teardown(() => rm(directory, { recursive: true, force: true }))
const { client, database } = await demoServer(t, directory)
const tenant = 'demo'

const pools = [{ name: 'core', purpose: 'core' as const, machineType: 'sandbox-medium', min: 1, max: 2 }, { name: 'user', purpose: 'user' as const, machineType: 'sandbox-large', min: 0, max: 6 }]
const make = async (name: string) => {
  await client.clusters.create({ tenant }, { name, provider: 'sandbox', region: 'sandbox-north', pools }).wait()
  return { tenant, cluster: name }
}
const nodesOf = async (cluster: { tenant: string; cluster: string }) => Object.fromEntries(((await client.clusters.get(cluster)).status['pools'] as { name: string; ready: number }[]).map(({ name, ready }) => [name, ready]))
const hubOf = (cluster: string, name: string) => client.hubs.create({ tenant }, { name, cluster, confirm: ['open-login'], spec: { login: { type: 'dummy', password: 'a-password-for-the-test' }, access: { users: ['ada'] }, values: { custom: { sandbox: { students: { count: 20, pattern: 'always' } } } } } })

t.test('before a workshop up, after it to zero: each with its price, and only within the pool', async (t) => {
  const workshop = await make('workshop')
  const plan = await client.clusters.scale(workshop, { pool: 'user', nodes: 4 }, { validateOnly: true })
  t.match(plan, { diff: [{ op: 'replace', path: '/pools' }], cost: { difference: { amount: /^\d/ } } })
  t.ok(Number(plan.cost!.difference.amount) > 0)
  await client.clusters.scale(workshop, { pool: 'user', nodes: 4 }).wait()
  t.same(await nodesOf(workshop), { core: 1, user: 4 })
  await client.clusters.scale(workshop, { pool: 'user', nodes: 0 }).wait()
  t.same(await nodesOf(workshop), { core: 1, user: 0 })
  await t.rejects(client.clusters.scale(workshop, { pool: 'user', nodes: 7 }).wait(), { code: 'invalid-request', problem: { errors: [{ pointer: '/nodes', detail: /more than the pool's max \(6\)/ }] } })
  await t.rejects(client.clusters.scale(workshop, { pool: 'usr', nodes: 1 }).wait(), { code: 'invalid-request', problem: { errors: [{ pointer: '/pool', detail: /nearest: user/ }] } })
})

t.test('claims of two hubs add up', async (t) => {
  const shared = await make('shared')
  for (const name of ['first', 'second']) {
    await hubOf('shared', name).wait()
    await client.hubs.scale({ tenant, hub: name }, { nodes: { pool: 'user', count: 2 } }).wait()
  }
  const looked = () => client.clusters.scale(shared, { pool: 'core', nodes: 1 }).wait()
  await looked()
  t.same(await nodesOf(shared), { core: 1, user: 4 })
  await client.hubs.scale({ tenant, hub: 'first' }, { nodes: null }).wait()
  await looked()
  t.same(await nodesOf(shared), { core: 1, user: 2 })
})

t.test('a stopped cluster has no nodes and says what still bills; a started one is as before', async (t) => {
  const night = await make('night')
  const plan = await client.clusters.stop(night, { validateOnly: true })
  t.match(plan, { disruption: { disconnectsUsers: true }, warnings: [/go on costing money/] })
  t.ok(Number(plan.cost!.difference.amount) < 0)
  await client.clusters.stop(night).wait()
  t.match(await client.clusters.get(night), { state: 'stopped', stopped: true })
  t.same(await nodesOf(night), { core: 0, user: 0 })
  const { items, monthly } = await client.clusters.billables(night)
  t.match(items, [{ kind: 'cluster', ours: true, monthly: { currency: 'USD' } }])
  t.equal(monthly!.amount, plan.cost!.after.amount, 'the plan told what bills')
  await client.clusters.start(night).wait()
  t.match(await client.clusters.get(night), { state: 'ready', stopped: false })
  t.same(await nodesOf(night), { core: 1, user: 0 })
})

t.test('Kubernetes goes one minor version up, and never back', async (t) => {
  const old = await make('old')
  t.match(await client.clusters.upgrade(old, { kubernetesVersion: '1.35' }, { validateOnly: true }), { disruption: { disconnectsUsers: true, words: [/1\.34\.2 runs/, /every server ends/] } })
  await client.clusters.upgrade(old, { kubernetesVersion: '1.35' }).wait()
  t.match((await client.clusters.get(old)).status['version'], /^v?1\.35/)
  for (const [kubernetesVersion, detail] of [['1.34', /older/], ['1.37', /1\.36 is next/]] as const) {
    await t.rejects(client.clusters.upgrade(old, { kubernetesVersion }).wait(), { code: 'invalid-request', problem: { errors: [{ pointer: '/kubernetesVersion', detail }] } })
  }
})

t.test('one that somebody deleted in the cloud is told of and not made again unasked', async (t) => {
  const lost = await make('lost')
  const { id } = await client.clusters.get(lost)
  await transaction(database, platformScope, (tx) => tx.execute(sql`delete from sandbox_clusters where cluster_id = ${id}`))
  const failed = { name: 'OperationFailedError', problem: { code: 'cluster-vanished', nextStep: /hubfleet cluster rebuild/ } }
  await t.rejects(client.clusters.scale(lost, { pool: 'user', nodes: 1 }).wait(), failed)
  t.match(await client.clusters.get(lost), { state: 'degraded', conditions: [{ type: 'CapacityReady' }, { type: 'ClusterReachable', status: 'False', reason: 'ClusterVanished' }, { type: 'Ready', status: 'False' }] })
  t.same((await client.clusters.billables(lost)).items, [])
  await client.clusters.rebuild(lost).wait()
  t.same(await nodesOf(lost), { core: 1, user: 1 })
})

t.test('a delete reports what there was, what is gone, and the disks that were kept with their price', async (t) => {
  const term = await make('term')
  const { id } = await client.clusters.get(term)
  await hubOf('term', 'course').wait()
  await client.hubs.scale({ tenant, hub: 'course' }, { nodes: { pool: 'user', count: 1 } }).wait()
  await client.tenants.advance({ tenant }, { seconds: 6 * 3600 })
  await client.hubs.delete({ tenant, hub: 'course' }, { homes: 'keep' }).wait()
  const { result } = await client.clusters.delete(term, {}).wait()
  const report = result!['report'] as { kinds: { kind: string; found: string[]; done: string[]; kept: { name: string }[]; left: string[] }[]; keptMonthly: { amount: string }; clean: boolean }
  t.equal(report.clean, true)
  t.match(report.kinds.find(({ kind }) => kind === 'machine'), { found: [/core-1/], done: [/core-1/], kept: [], left: [] })
  const disks = report.kinds.find(({ kind }) => kind === 'disk')!
  t.ok(disks.kept.length > 0 && disks.kept.every(({ name }) => name.startsWith('claim-')))
  t.ok(Number(report.keptMonthly.amount) > 0)
  const after = await client.clusters.billables({ tenant, cluster: id })
  t.equal(after.items.length, disks.kept.length, 'a cluster that is gone can be asked about by its id')
  t.equal(after.monthly!.amount, report.keptMonthly.amount)
})

t.test('what a delete is to do with disks is asked of managed clusters only', async (t) => {
  const spare = await make('spare')
  t.match(await client.clusters.delete(spare, { disks: 'delete' }, { validateOnly: true }), { disruption: { words: [/deleted for good/] }, cost: { after: { amount: '0.0000' } } })
  await client.clusters.delete(spare, { disks: 'delete' }).wait()
  await t.rejects(client.clusters.get(spare), { code: 'not-found' })
})
