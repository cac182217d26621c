import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { and, audit, eq, events, platformScope, sql, transaction } from '../packages/database/src/index.ts'
import { testDatabase } from '../packages/database/src/testing.ts'
import { migrateJobs } from '../packages/engine/src/index.ts'
import { demoCluster } from '../packages/main/src/demo/story.ts'
import { readConfig, startHubfleet } from '../packages/main/src/index.ts'
import { Hubfleet, type Budget } from '../packages/sdk/src/index.ts'
import { waitFor } from './processes/wait.ts'

/*
 * Budgets over what was measured, through whole servers, with two workers, in the sandbox: what a threshold asks for happens once, to running hubs without a restart, and is undone
 * when its reason is gone. Only the clock of the tenant is put forward.
 */
t.setTimeout(300_000)
const directory = await mkdtemp(join(tmpdir(), 'hubfleet-budgets-'))
t.teardown(() => rm(directory, { recursive: true, force: true }))
const database = await testDatabase(t, { name: 'jobs', prepare: migrateJobs })
const settings = { DATABASE_URL: database.connectionString, HUBFLEET_SECRET_KEYS: `k1:${randomBytes(32).toString('base64')}`, HUBFLEET_PORT: '0', HUBFLEET_LOG: 'silent', HUBFLEET_DATA: directory }
const start = async () => startHubfleet(await readConfig(settings), { info: () => {}, error: (message, error) => t.comment(message, error) })
const [hubfleet, other] = [await start(), await start()]
t.teardown(() => Promise.all([hubfleet.stop(), other.stop()]))
const admin = new Hubfleet({ server: hubfleet.url!, key: await hubfleet.newAdminKey('budgets') })
const tenant = 'school'
await admin.tenants.create({ name: tenant, sandbox: true })
const now = async () => Date.parse((await admin.tenants.get({ tenant })).now)
const advanceTo = async (at: number) => admin.tenants.advance({ tenant }, { seconds: Math.ceil((at - await now()) / 1000) })
const nextMonth = (at: number): number => Date.UTC(new Date(at).getUTCFullYear(), new Date(at).getUTCMonth() + 1, 1)

// early in a month, so that nothing here crosses into the next unless it is meant to
await advanceTo(nextMonth(await now()) + 2 * 86_400_000)
await admin.clusters.create({ tenant }, demoCluster).wait()
const hub = { tenant, hub: 'course' }
const spec = { access: { admins: ['teacher'], users: ['ada'] }, capacity: { seats: 4 }, values: { custom: { sandbox: { students: { count: 10, pattern: 'always' } } } } }
const { target: { id: hubId } } = await admin.hubs.create({ tenant }, { name: 'course', cluster: 'campus', spec, confirm: ['open-login'] }).wait()
await admin.users.create(hub, { names: ['ada', 'teacher'] }).wait()
await admin.tenants.advance({ tenant }, { seconds: 6 * 3600 })
const spent = async () => Number((await admin.costs.report({ tenant }, { hub: ['course'] })).totals[0]?.total ?? 0)
await waitFor('costs', 180, async () => await spent() > 0.01)

const budget = { tenant, budget: 'course' }
const status = async (until: (budget: Budget) => boolean, what: string): Promise<Budget> => {
  let found: Budget | undefined
  await waitFor(what, 60, async () => { found = await admin.budgets.get(budget); return until(found) })
  return found!
}
const hubIs = (what: string, is: (hub: Awaited<ReturnType<typeof admin.hubs.get>>) => boolean) => waitFor(what, 60, async () => is(await admin.hubs.get(hub)))
const startsServer = async (server: string) => (await admin.servers.start({ ...hub, server }, {})).wait({}).then(() => null, (error: { message: string }) => error.message)
const toldOf = (type: string) => transaction(database, platformScope, (tx) => tx.select().from(events).where(and(eq(events.type, type))).orderBy(events.id))
const hubStartedAt = async () => (await transaction(database, platformScope, (tx) => tx.execute<{ state: { hubs: Record<string, { release: { hubStartedAt: number } }> } }>(sql`select state from sandbox_clusters`))).rows.flatMap(({ state }) => Object.values(state.hubs).map(({ release }) => release?.hubStartedAt))[0]

t.test('a budget tells how far the month is, and that a threshold was crossed, once', async (t) => {
  await admin.budgets.create({ tenant }, { name: 'course', hub: 'course', amount: '0.01', thresholds: [{ percent: 80 }] })
  const { status: found, amount } = await status((each) => each.status !== null, 'a look')
  t.equal(amount, '0.01')
  t.equal(Number(found!.actual), await spent())
  t.ok(found!.percent > 100)
  t.match(found!.thresholds, [{ name: 'actual 80 %: notify', inForce: true }])
  await admin.tenants.advance({ tenant }, { seconds: 3600 })
  await status((each) => Date.parse(each.status!.weighedAt) > Date.parse(found!.weighedAt), 'another look')
  t.equal((await toldOf('budget.crossed')).length, 1)
})

t.test('a freeze has no more servers started but by admins, says why, and restarts nothing', async (t) => {
  const before = await hubStartedAt()
  const running = (await admin.hubs.get(hub)).status.servers
  await admin.budgets.update(budget, { thresholds: [{ percent: 100, action: 'freeze' }] })
  await hubIs('the freeze', ({ frozen, conditions }) => frozen !== null && conditions.some(({ type, message }) => type === 'CapacityReady' && /freeze|warm|admins/.test(message)))
  await waitFor('the hub to be told', 60, async () => /budget "course" is spent to 100 %/.test(await startsServer('ada') ?? ''))
  t.equal(await startsServer('teacher'), null, 'an admin')
  t.equal(await hubStartedAt(), before)
  t.ok((await admin.hubs.get(hub)).status.servers! >= (running ?? 0), 'servers that run go on')
})

t.test('an override with a reason lets people through until it ends', async (t) => {
  await t.rejects(admin.budgets.override(budget, { until: '2020-01-01T00:00:00Z', reason: 'too late' }), { code: 'invalid-request', problem: { errors: [{ pointer: '/until', code: 'past' }] } })
  await admin.budgets.override(budget, { until: new Date(await now() + 3 * 3600_000).toISOString(), reason: 'exam week' })
  await hubIs('the thaw', ({ frozen }) => frozen === null)
  await waitFor('a server', 60, async () => await startsServer('ada') === null)
  t.match((await toldOf('budget.overridden')).map(({ data }) => data), [{ reason: 'exam week' }])
  await admin.tenants.advance({ tenant }, { seconds: 3 * 3600 + 60 })
  await hubIs('the freeze again', ({ frozen }) => frozen !== null)
})

t.test('a higher amount undoes what it did', async () => {
  await admin.budgets.update(budget, { amount: '1000' })
  await hubIs('the thaw', ({ frozen }) => frozen === null)
})

t.test('seats are taken back to the floor, and given again', async () => {
  await admin.budgets.update(budget, { amount: '0.01', thresholds: [{ percent: 100, action: 'scale', seats: 1 }] })
  await hubIs('one seat', (each) => each.spec.capacity.seats === 1)
  await admin.budgets.update(budget, { amount: '1000' })
  await hubIs('four seats', (each) => each.spec.capacity.seats === 4)
})

t.test('a change that would pass the budget is warned of, or refused, as was chosen; one that saves is not', async (t) => {
  const scale = (seats: number) => admin.hubs.scale(hub, { seats }, { validateOnly: true })
  await admin.budgets.update(budget, { amount: '1', thresholds: [] })
  t.match((await scale(40)).warnings, [/The budget course of 1 USD would be passed/])
  await admin.budgets.update(budget, { onPlan: 'refuse' })
  await t.rejects(scale(40), { code: 'budget-exceeded' })
  t.notOk((await scale(1)).warnings.some((warning) => /budget/.test(warning)))
})

t.test('a stop happens once, after its grace, and ends with the month', async (t) => {
  await admin.budgets.update(budget, { amount: '0.01', onPlan: 'allow', thresholds: [{ percent: 100, action: 'stop', graceMinutes: 60 }] })
  const waits = await status(({ status: now }) => now!.thresholds[0]?.name === 'actual 100 %: stop', 'a look')
  t.match(waits.status!.thresholds, [{ inForce: false, takesEffectAt: String }])
  t.equal((await admin.hubs.get(hub)).spec.power, 'running')
  await admin.tenants.advance({ tenant }, { seconds: 3600 })
  await hubIs('the stop', ({ state }) => state === 'stopped')
  const stops = () => transaction(database, platformScope, (tx) => tx.select().from(audit).where(and(eq(audit.verb, 'hubStop'), eq(audit.target, hubId))))
  await admin.tenants.advance({ tenant }, { seconds: 3600 })
  await advanceTo(nextMonth(await now()) + 60_000)
  await hubIs('the next month', ({ state }) => state === 'ready')
  t.match(await stops(), [{ principal: waits.id }])
  t.equal((await stops()).length, 1)
  t.ok((await toldOf('budget.lifted')).length > 0)
})

t.test('a budget that is deleted lets go of what it froze', async () => {
  await admin.tenants.advance({ tenant }, { seconds: 6 * 3600 })
  await waitFor('costs', 180, async () => await spent() > 0.01)
  await admin.budgets.update(budget, { thresholds: [{ percent: 100, action: 'freeze' }] })
  await hubIs('the freeze', ({ frozen }) => frozen !== null)
  await admin.budgets.delete(budget)
  await hubIs('the thaw', ({ frozen }) => frozen === null)
})

t.test('a hub that is made while the budget of its tenant is spent is held from the first moment, and its plan says so', async (t) => {
  const name = 'later'
  await admin.budgets.create({ tenant }, { name: 'all', amount: '0.01', thresholds: [{ percent: 100, action: 'freeze' }, { percent: 100, action: 'scale', seats: 1 }] })
  await hubIs('the freeze', ({ frozen }) => frozen !== null)
  const wanted = { name, cluster: 'campus', spec: { ...spec, capacity: { seats: 3 } }, confirm: ['open-login'] }
  t.match((await admin.hubs.create({ tenant }, wanted, { validateOnly: true })).warnings, [/The budget all is spent: the hub lets only admins start servers/])
  const made = admin.hubs.create({ tenant }, wanted)
  await made
  t.match((await admin.hubs.get({ tenant, hub: name })).frozen, /budget "all" is spent/)
  await waitFor('its seats to be taken back', 60, async () => (await admin.hubs.get({ tenant, hub: name })).spec.capacity.seats === 1)
  await admin.budgets.delete({ tenant, budget: 'all' })
  await waitFor('the thaw', 60, async () => (await admin.hubs.get({ tenant, hub: name })).frozen === null)
})
