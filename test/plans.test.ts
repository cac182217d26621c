import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { audit, eq, events, operations, plans, platformScope, transaction } from '../packages/database/src/index.ts'
import { testDatabase } from '../packages/database/src/testing.ts'
import { demoCluster } from '../packages/main/src/demo/story.ts'
import { readConfig, startHubfleet } from '../packages/main/src/index.ts'
import { Hubfleet, type SavedPlan } from '../packages/sdk/src/index.ts'

/*
 * A change as a plan, through a whole server and its worker, in the sandbox: what it tells is what happens, it happens exactly so or not at
 * all, and beyond a tenant's limits only when a second person agreed.
 */
t.setTimeout(300_000)
const directory = await mkdtemp(join(tmpdir(), 'hubfleet-plans-'))
t.teardown(() => rm(directory, { recursive: true, force: true }))
const { connectionString } = await testDatabase(t)
const config = await readConfig({ HUBFLEET_DATA: directory, HUBFLEET_PORT: '0', HUBFLEET_LOG: 'silent', DATABASE_URL: connectionString, HUBFLEET_SECRET_KEYS: `a:${randomBytes(32).toString('base64')}` })
const hubfleet = await startHubfleet(config, { info() {}, error: (message, error) => t.comment(message, error) })
t.teardown(() => hubfleet.stop())
const client = (key: string) => new Hubfleet({ server: hubfleet.url!, key })
const platform = client(await hubfleet.newAdminKey('test'))
await platform.tenants.create({ name: 'school', sandbox: true })
const tenant = 'school'
const keyOf = async (name: string, role: 'operator' | 'admin') => client((await platform.keys.create({ tenant }, { name, role })).key)
const [author, other, operator] = [await keyOf('author', 'admin'), await keyOf('other', 'admin'), await keyOf('operator', 'operator')]
await author.clusters.create({ tenant }, demoCluster).wait()

const spec = {
  login: { type: 'dummy' as const, password: 'a-password-for-the-test' }, access: { users: ['ada'], admins: ['teacher'] }, memory: { guarantee: '1G', limit: '2G' },
  capacity: { maxServers: 60 }, values: { custom: { sandbox: { students: { count: 20, pattern: 'always' } } } },
}
const hub = { tenant, hub: 'course' }
type Made = Promise<{ result: Record<string, unknown> | null }>
/** The plan that an operation made. */
const planOf = async (operation: { wait(): Made }): Promise<SavedPlan> => author.plans.get({ tenant, plan: String((await operation.wait()).result!['planId']) })
const apply = (plan: SavedPlan, by = author) => by.plans.apply({ tenant, plan: plan.id }, {})
const limit = (approval?: object) => platform.tenants.update({ tenant }, { policy: approval ? { approval } : {} })
const refused = (code: string, codes: string[] = []) => ({ code, ...(codes.length > 0 && { problem: { errors: codes.map((each) => ({ code: each })) } }) })
/** When the pods of each part started. */
async function started(): Promise<Record<string, unknown>> {
  const { rows: [row] } = await transaction(hubfleet.database, platformScope, (tx) => tx.execute<{ state: { hubs: Record<string, { release: { hubStartedAt: number; proxyStartedAt: number; schedulerStartedAt: number } }> } }>('select state from sandbox_clusters'))
  const { hubStartedAt, proxyStartedAt, schedulerStartedAt } = Object.values(row!.state.hubs)[0]!.release
  return { hub: hubStartedAt, proxy: proxyStartedAt, 'user-scheduler': schedulerStartedAt }
}
const restarted = (before: Record<string, unknown>, after: Record<string, unknown>) => Object.keys(after).filter((part) => after[part] !== before[part])

t.test('a hub is planned before it is there, with the id that it will have, and made as planned', async (t) => {
  const plan = await planOf(author.hubs.create({ tenant }, { name: 'course', cluster: 'campus', spec }, { savePlan: true }))
  t.match(plan, { state: 'ready', change: 'hubCreate', baseGeneration: null, connected: 0, hub: { name: 'course' } })
  t.ok(plan.objects.every(({ change }) => change === 'create') && plan.objects.some(({ name }) => name === 'hub'))
  t.ok(Number(plan.cost!.after.amount) > 0)
  t.notMatch(JSON.stringify(plan), 'a-password-for-the-test')
  await t.rejects(author.hubs.get(hub), refused('not-found'))
  await t.rejects(apply(plan), refused('confirmation-required'))
  const { target } = await author.plans.apply({ tenant, plan: plan.id }, { confirm: plan.plan.confirmations.map(({ confirmation }) => confirmation) }).wait()
  t.equal(target.id, plan.hub.id)
  t.equal((await author.hubs.get(hub)).id, plan.hub.id)
  await operator.tenants.advance({ tenant }, { seconds: 7200 })
  const again = await planOf(operator.hubs.plan(hub, { spec: { culling: { timeoutSeconds: 900 } } }))
  t.ok(again.connected! > 0, 'people are counted from the servers that run')
})

t.test('what a plan says restarts is what restarts, and it is applied once', async (t) => {
  const changes: [string, () => { wait(): Made }, string[]][] = [
    ['culling', () => operator.hubs.plan(hub, { spec: { culling: { timeoutSeconds: 1800 } } }), ['hub']],
    ['the proxy', () => operator.hubs.plan(hub, { spec: { values: { ...spec.values, proxy: { chp: { resources: { requests: { memory: '200Mi' } } } } } } }), ['hub', 'proxy']],
    ['seats', () => operator.hubs.scale(hub, { seats: 3 }, { savePlan: true }), []],
  ]
  for (const [name, save, restarts] of changes) {
    const before = await started()
    const plan = await planOf(save())
    t.same(await started(), before, `${name}: a plan restarts nothing`)
    t.same(plan.plan.disruption.restarts, restarts, name)
    t.match(plan.words.join('\n'), restarts.includes('proxy') ? /connected now and loses? the connection/ : /nobody is disconnected/, name)
    const first = await apply(plan, operator)
    const second = await apply(plan)
    t.equal(second.id, first.id, `${name}: applied again it is the same operation`)
    await operator.operation({ tenant, operation: first.id }).then((handle) => handle.wait())
    t.same(restarted(before, await started()).sort(), [...restarts].sort(), name)
    t.match(await author.plans.get({ tenant, plan: plan.id }), { state: 'applied', operationId: first.id })
  }
  const { rows } = await transaction(hubfleet.database, platformScope, (tx) => tx.execute('select sealed from plans where state = \'applied\' and sealed is not null'))
  t.same(rows, [], 'what is applied keeps no secret')
})

t.test('a plan whose revision has moved, or whose release was changed under it, or that has expired, is not applied and says why', async (t) => {
  const plan = await planOf(operator.hubs.plan(hub, { spec: { culling: { timeoutSeconds: 2400 } } }))
  const late = await planOf(operator.hubs.plan(hub, { spec: { culling: { timeoutSeconds: 2500 } } }))
  const touched = await planOf(operator.hubs.plan(hub, { spec: { culling: { timeoutSeconds: 2600 } } }))
  await transaction(hubfleet.database, platformScope, async (tx) => {
    await tx.update(plans).set({ expiresAt: new Date(Date.now() - 1000) }).where(eq(plans.id, late.id))
    const [row] = await tx.select().from(plans).where(eq(plans.id, touched.id))
    await tx.update(plans).set({ seen: { ...row!.seen!, fingerprints: { ...row!.seen!.fingerprints, 'Deployment hub': 'another' } } }).where(eq(plans.id, touched.id))
  })
  await t.rejects(apply(late), refused('plan-outdated', ['expired']))
  t.equal((await author.plans.get({ tenant, plan: late.id })).state, 'expired')
  await t.rejects(apply(touched), refused('plan-outdated', ['live']))
  await operator.hubs.update(hub, { spec: { culling: { timeoutSeconds: 3000 } } }).wait()
  await t.rejects(apply(plan), refused('plan-outdated', ['revision']))
  t.equal((await author.hubs.get(hub)).spec.culling.timeoutSeconds, 3000)
})

t.test('beyond a limit nothing happens directly, and a plan only when another admin has approved it', async (t) => {
  await limit({ disconnects: 0 })
  for (const direct of [() => operator.hubs.stop(hub), () => author.hubs.delete(hub, { homes: 'keep' }), () => operator.hubs.update(hub, { spec: { exposure: { type: 'clusterIP' } } })]) await t.rejects(direct(), refused('approval-required'))
  await operator.hubs.scale(hub, { seats: 2 }).wait()

  const plan = await planOf(author.hubs.stop(hub, { savePlan: true }))
  t.match(plan, { state: 'waiting-for-approval', approval: { needed: true, by: null } })
  t.match(plan.words.join('\n'), /connected now and loses? the running server/)
  t.match(plan.words.join('\n'), /Kept: \d+ home/)
  await t.rejects(apply(plan), refused('plan-waiting'))
  await t.rejects(author.plans.approve({ tenant, plan: plan.id }), refused('approval-own'))
  await t.rejects(operator.plans.approve({ tenant, plan: plan.id }), refused('forbidden'))
  const minted = async (maker: Hubfleet, to: string) => client((await maker.keys.create({ tenant: to }, { name: 'minted', role: 'admin' })).key)
  const own = await minted(author, tenant)
  for (const key of [own, await minted(own, tenant)]) await t.rejects(key.plans.approve({ tenant, plan: plan.id }), refused('approval-own'), 'a key of one\'s own making is no other person')
  const byOwn = await planOf(own.hubs.stop(hub, { savePlan: true }))
  for (const key of [author, await minted(author, tenant)]) await t.rejects(key.plans.approve({ tenant, plan: byOwn.id }), refused('approval-own'), 'nor is the one who made it, or another that he made')
  const byPlatform = await planOf(platform.hubs.stop(hub, { savePlan: true }))
  await t.rejects((await minted(platform, tenant)).plans.approve({ tenant, plan: byPlatform.id }), refused('approval-own'), 'a platform admin is held by the same rule')
  t.match(await platform.plans.approve({ tenant, plan: byOwn.id }), { state: 'ready' }, 'one who made the first key of a tenant is another person')
  t.match(await other.plans.approve({ tenant, plan: plan.id }), { state: 'ready', approval: { by: /^key_/ } })
  await apply(plan).wait()
  t.equal((await author.hubs.get(hub)).state, 'stopped')
  const noted = await transaction(hubfleet.database, platformScope, async (tx) => ({
    audited: (await tx.select().from(audit).where(eq(audit.target, plan.id))).map(({ verb }) => verb),
    told: (await tx.select().from(events).where(eq(events.subject, plan.id))).map(({ type }) => type),
  }))
  t.same(noted.audited.sort(), ['hubPlan', 'planApply', 'planApprove'])
  t.same(noted.told.sort(), ['hub.plan', 'plan.approve', 'plan.waiting-for-approval'])
  await operator.hubs.start(hub).wait()
})

t.test('a limit of money holds for what becomes dearer, and for new hubs', async (t) => {
  await limit({ monthlyDifference: 1 })
  const second = { name: 'second', cluster: 'campus', spec }
  const { confirmations } = await author.hubs.create({ tenant }, second, { validateOnly: true })
  await t.rejects(author.hubs.create({ tenant }, { ...second, confirm: confirmations.map(({ confirmation }) => confirmation) }), refused('approval-required'))
  await t.rejects(operator.hubs.scale(hub, { seats: 60 }), refused('approval-required'))
  const plan = await planOf(operator.hubs.scale(hub, { seats: 60 }, { savePlan: true }))
  t.match(plan.approval.reasons, [/dearer/])
  await limit()
  await operator.hubs.scale(hub, { seats: 1 }).wait()
})

t.test('a plan of a delete that keeps homes has the hub\'s database among what goes, and no home', async (t) => {
  const plan = await planOf(author.hubs.delete(hub, { homes: 'keep' }, { savePlan: true }))
  const claims = plan.objects.filter(({ kind }) => kind === 'PersistentVolumeClaim').map(({ name }) => name)
  t.same(claims, ['hub-db-dir'])
  t.notOk(plan.objects.some(({ kind }) => kind === 'Namespace'), 'which homes live in')
})

t.test('a delete is planned too: what is lost is told, and only the one who may delete applies it', async (t) => {
  const plan = await planOf(author.hubs.delete(hub, { homes: 'delete' }, { savePlan: true }))
  t.match(plan.words.join('\n'), /Deleted for good: \d+ home/)
  t.ok(plan.objects.every(({ change }) => change === 'delete'))
  await t.rejects(apply(plan, operator), refused('forbidden'))
  const { kind, result } = await apply(plan).wait()
  t.equal(kind, 'hub.delete')
  const { clean, kinds } = result!['report'] as { clean: boolean; kinds: { kind: string; done: string[] }[] }
  t.ok(clean)
  const planned = new Set(plan.objects.map(({ kind, name }) => `${kind} ${name}`))
  t.same(kinds.flatMap(({ kind, done }) => done.map((name) => `${kind} ${name}`)).filter((each) => !planned.has(each)), [], 'nothing went that the plan had not')
  t.ok(planned.has('PersistentVolumeClaim hub-db-dir'))
  const open = await transaction(hubfleet.database, platformScope, (tx) => tx.select().from(operations).where(eq(operations.state, 'running')))
  t.same(open, [])
})

t.test('what changes no hub is not planned', async (t) => {
  await t.rejects(platform.tenants.update({ tenant }, { displayName: 'x' }, { savePlan: true }), refused('not-plannable'))
})
