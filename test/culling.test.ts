import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { eq, cullings, events, platformScope, sql, transaction } from '../packages/database/src/index.ts'
import { testDatabase } from '../packages/database/src/testing.ts'
import { migrateJobs } from '../packages/engine/src/index.ts'
import { readConfig, startHubfleet } from '../packages/main/src/index.ts'
import { Hubfleet, type HubSpecInput } from '../packages/sdk/src/index.ts'
import { waitFor } from './processes/wait.ts'

/*
 * The culling that Hubfleet does itself, on a hub of the sandbox, with two workers. Only the clock of the tenant is put forward.
 */
t.setTimeout(300_000)
const directory = await mkdtemp(join(tmpdir(), 'hubfleet-culling-'))
t.teardown(() => rm(directory, { recursive: true, force: true }))
const database = await testDatabase(t, { name: 'jobs', prepare: migrateJobs })
const settings = { DATABASE_URL: database.connectionString, HUBFLEET_SECRET_KEYS: `k1:${randomBytes(32).toString('base64')}`, HUBFLEET_PORT: '0', HUBFLEET_LOG: 'silent', HUBFLEET_DATA: directory }
const start = async () => startHubfleet(await readConfig(settings), { info: () => {}, error: (message, error) => t.comment(message, error) })
const [hubfleet, other] = [await start(), await start()]

t.teardown(() => Promise.all([hubfleet.stop(), other.stop()]))
const admin = new Hubfleet({ server: hubfleet.url!, key: await hubfleet.newAdminKey('culling') })
await admin.tenants.create({ name: 'physics', sandbox: true })
const at = { tenant: 'physics', hub: 'lab' }
await admin.clusters.create({ tenant: 'physics' }, { name: 'campus', provider: 'sandbox', region: 'sandbox-north', pools: [{ name: 'core', purpose: 'core', machineType: 'sandbox-medium', min: 1, max: 1 }, { name: 'users', purpose: 'user', machineType: 'sandbox-large', min: 4, max: 4 }] }).wait()
const spec: HubSpecInput = {
  access: { admins: ['teacher'] },
  culling: { timeoutSeconds: 1800, everySeconds: 300, warnAheadSeconds: 600, protect: { users: ['student-0001', 'student-0002'] } },
  values: { custom: { sandbox: { students: { count: 30, pattern: 'always' } } } },
}
const made = await admin.hubs.create({ tenant: 'physics' }, { name: 'lab', cluster: 'campus', spec, confirm: ['open-login'] }).wait()
const hubId = made.target.id

const now = async () => Date.now() + await transaction(database, platformScope, async (tx) => Number((await tx.execute<{ ms: string }>(sql`select clock_offset_ms as ms from tenants where name = 'physics'`)).rows[0]!.ms))
const roundAt = () => transaction(database, platformScope, async (tx) => (await tx.select().from(cullings).where(eq(cullings.hubId, hubId)))[0]?.roundAt ?? null)
/** Puts the clock forward and waits for the round that is due by then. */
async function advance(seconds: number): Promise<void> {
  await admin.tenants.advance({ tenant: 'physics' }, { seconds })
  const from = await now() - 60_000
  await waitFor('a round', 60, async () => ((await roundAt())?.getTime() ?? 0) >= from)
}
const recorded = (type: string) => transaction(database, platformScope, (tx) => tx.select().from(events).where(eq(events.type, type)).orderBy(events.id))
interface Told { user: string; server: string; reason: string; stopsAt: string; since: string }
interface Gone { user: string; server: string; reason: string; outcome: string; idleSeconds: number }
const told = async () => (await recorded('hub.cull-ahead')).flatMap(({ data }) => data['servers'] as Told[])
const culled = async () => (await recorded('hub.culled')).flatMap(({ data }) => data['servers'] as Gone[])

await advance(6 * 3600)
for (let round = 0; round < 16; round++) await advance(300)

t.test('people are told, lose their servers no sooner than they were told for so long, and who is protected is neither', async (t) => {
  const [ahead, gone] = [await told(), await culled()]
  t.ok(ahead.length > 5 && gone.length > 0, `${ahead.length} told, ${gone.length} culled`)
  t.notOk([...ahead, ...gone].some(({ user }) => ['student-0001', 'student-0002'].includes(user)))
  t.ok(gone.every(({ reason, idleSeconds }) => reason === 'idle' && idleSeconds >= 1800))
  for (const { user } of gone) t.ok(ahead.some((warning) => warning.user === user && Date.parse(warning.stopsAt) - Date.parse(warning.since) >= 600_000), user)
})

t.test('two workers make one round when it is due', async (t) => {
  const rounds = await transaction(database, platformScope, async (tx) => (await tx.execute<{ n: number }>(sql`select count(*)::int as n from pgboss.job where data->>'type' = 'culling' and state = 'completed'`)).rows[0]!.n)
  t.ok(rounds <= 20, `${rounds} rounds`)
  t.match((await admin.hubs.get(at)).conditions.find(({ type }) => type === 'CullingReady'), { status: 'True', message: /servers, \d+ culled/ })
})

t.test('a dry run asks the hub who would be culled, when and why, and stops nobody', async (t) => {
  const before = (await admin.hubs.get(at)).status.servers
  const { culls, disruption } = await admin.hubs.cull(at, { timeoutSeconds: 60 }, { validateOnly: true })
  t.ok(disruption.disconnectsUsers)
  t.equal(culls!.by, 'hubfleet')
  const { items, totals } = culls!
  t.equal(totals.now + totals.later + totals.never, items.length)
  t.ok(items.some(({ when, idleSeconds, why }) => when === 'now' && idleSeconds! >= 60 && why === 'idle for 60 s or longer'))
  t.ok(items.filter(({ user }) => user === 'student-0001' || user === 'student-0002').every(({ when, why, stopsAt }) => when === 'never' && why === 'the user is protected' && stopsAt === null))
  t.ok(items.filter(({ when }) => when === 'later').every(({ stopsAt }) => Date.parse(stopsAt!) > Date.parse(culls!.at)))
  t.equal((await admin.hubs.get(at)).status.servers, before)
  t.match((await admin.hubs.get(at)).culling, { by: 'hubfleet', afterLastUse: { least: 1800, most: 2100 } })
})

t.test('a leap of the clock leaves nobody forgotten', async (t) => {
  await advance(24 * 3600)
  await advance(300)
  await advance(3600)
  const { result } = await admin.hubs.cull(at, { timeoutSeconds: 3600 + 1800 }).wait()
  t.same(result!['culled'], [], 'nobody is idle for longer than the limit, the notice and some rounds')
})

t.test('a change of what Hubfleet goes by restarts nothing; the chart takes over where it can do all that is left', async (t) => {
  const release = async () => (await admin.hubs.get(at)).conditions.find(({ type }) => type === 'ReleaseInSync')!.message
  const before = await release()
  const quiet = { culling: { quietHours: [{ from: '00:00', to: '23:59' }], protect: { users: ['student-0003'] }, timeoutSeconds: 3600 } }
  t.same((await admin.hubs.update(at, { spec: quiet }, { validateOnly: true })).disruption.restarts, [])
  await admin.hubs.update(at, { spec: quiet }).wait()
  t.equal(await release(), before)
  const gone = (await culled()).length
  await advance(4 * 3600)
  t.equal((await culled()).length, gone, 'nothing is culled in quiet hours')
  await admin.hubs.update(at, { spec: { culling: { quietHours: null, protect: null, warnAheadSeconds: null } } }).wait()
  t.not(await release(), before)
  t.equal(await roundAt(), null)
  t.notOk((await admin.hubs.get(at)).conditions.some(({ type }) => type === 'CullingReady'))
})
