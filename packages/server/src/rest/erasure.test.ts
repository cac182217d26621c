import t from 'tap'
import { newId } from '@hubfleet/core'
import { audit, clusterSamples, cullings, events, hubSamples, isTombstone, operations, platformScope, rollupsDue, sessions, sql, transaction, type Transaction } from '@hubfleet/database'
import { fillRollups } from '../testing-rollups.ts'
import { testWorld } from '../testing.ts'

const world = await testWorld(t)
const all = <T>(work: (tx: Transaction) => Promise<T>) => transaction(world.database, platformScope, work)
const { body: { target: { id: hub } } } = await world.request('admin', 'POST', '/v1/tenants/physics/hubs', { name: 'course', cluster: 'lab', spec: { access: { users: ['ada', 'grace'] } }, confirm: ['open-login'] })
const { body: { id: tenantId } } = await world.request('reader', 'GET', '/v1/tenants/physics')
const { body: { id: clusterId } } = await world.request('reader', 'GET', '/v1/tenants/physics/clusters/lab')
await fillRollups(world.database, { tenantId, clusterId, timeZone: 'UTC', currency: 'USD', hubIds: [hub], users: 4 }, '2026-03-01', 3)

/** What is kept of somebody: in all tables that know people. */
async function measure(name: string, at = '2026-03-03T10:00:00Z'): Promise<void> {
  const person = { user: name, node: 'n1', cpu: 1, memoryGiB: 1, used: null }
  const sample = {
    pods: [{ name: `jupyter-${name}`, kind: 'server' as const, server: '', ...person }, { name: 'hub', kind: 'hub' as const, ...person, user: null }], claims: [{ name: `claim-${name}`, kind: 'home' as const, user: name, gib: 10, storageClass: null }],
    loadBalancers: 0, addresses: 0, users: 2, servers: [{ user: name, server: '', groups: ['staff'], started: at, lastActivity: null, ready: true }],
  }
  await all(async (tx) => {
    await tx.execute(sql`select sample_partitions_of(${at.slice(0, 10)}::date)`)
    await tx.insert(clusterSamples).values({ clusterId, tenantId, at: new Date(at), holdsSeconds: 300, nodes: [] }).onConflictDoNothing()
    await tx.insert(hubSamples).values({ hubId: hub, tenantId, clusterId, at: new Date(at), sample })
    await tx.insert(sessions).values({ hubId: hub, tenantId, user: name, server: '', startedAt: new Date(at), seen: `{[${at},2026-03-03T11:00:00Z)}`, active: '{}' })
    await tx.insert(operations).values({
      id: newId('op'), tenantId, kind: 'user.create', targetType: 'hub', targetId: hub, state: 'succeeded', input: { names: [name] }, steps: [{ name: `admins: ${name}, bob`, state: 'done', message: `made ${name}.`, startedAt: null, finishedAt: null, waitingSince: null }],
      progress: { percent: 100, message: 'done' }, result: { created: [name], servers: [`${name}/lab`] }, requestedBy: 'key', reason: 'api', deadlineAt: new Date(), finishedAt: new Date(),
    })
    await tx.insert(audit).values({ id: newId('evt'), tenantId, principal: 'key', verb: 'userCreate', target: `${hub}/users/${name}, bob and 3 more`, requestId: 'r' })
    await tx.insert(events).values({ id: newId('evt'), tenantId, type: 'hub.culled', subject: hub, data: { people: [name] } })
    await tx.insert(cullings).values({ id: newId('hub'), hubId: hub, tenantId, warnings: [{ user: name, server: '', reason: 'idle', started: null, lastActivity: null, stopsAt: at, since: at } as never] })
  })
}

/** All rows of all tables that have a name as a word; where settings name people is told and not touched. */
async function tablesWith(name: string): Promise<string[]> {
  const { rows: tables } = await world.database.pool.query<{ name: string }>(`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' where c.relkind in ('r', 'p') and not c.relispartition and c.relname not in ('hubs', 'revisions', 'plans') order by 1`)
  return all(async ({ client }) => {
    const found: string[] = []
    for (const table of tables) {
      const { rows: [row] } = await client.query<{ count: number }>(`select count(*)::int as count from ${table.name} t where row_to_json(t)::text ~ ('\\m' || $1 || '\\M')`, [name])
      if (row!.count > 0) found.push(table.name)
    }
    return found
  })
}

const erase = (person: string, body: object = { confirm: ['erase'] }, who: 'admin' | 'operator' = 'admin') => world.request(who, 'POST', `/v1/tenants/physics/persons/${person}/erase`, body)
const sums = async () => (await all(({ client }) => client.query(`select level, start, hub_id, component, pool, group_name, sum(micros)::text as micros, sum(billed_micros)::text as billed, sum(seconds) as seconds, count(*)::int as rows, count(distinct user_name)::int as people from cost_rollups group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`))).rows

t.test('an erased name is in no table any more, all sums are what they were, and people are counted as before', async (t) => {
  await measure('user-1')
  t.same(await tablesWith('user-1'), ['audit', 'cost_rollups', 'cullings', 'events', 'hub_samples', 'operations', 'sessions'])
  await all((tx) => tx.insert(rollupsDue).values({ grain: 'hour', ofId: clusterId, tenantId, start: new Date('2026-03-03T10:00:00Z') }))
  const before = await sums()
  const report = async () => (await world.request('reader', 'GET', '/v1/tenants/physics/costs?by=hub&by=component&from=2026-03-01&to=2026-03-04')).body
  const reported = await report()

  t.match(await erase('user-1', {}), { status: 422, body: { code: 'confirmation-required' } })
  t.match(await world.request('admin', 'POST', '/v1/tenants/physics/persons/user-1/erase?validateOnly=true', {}), { status: 200, body: { confirmations: [{ confirmation: 'erase' }] } })
  t.equal((await tablesWith('user-1')).length > 5, true, 'a plan takes nothing')

  const { status, body } = await erase('user-1')
  t.equal(status, 200, JSON.stringify(body))
  t.ok(isTombstone(body.tombstone))
  t.ok(body.erased.every(({ rows }: { rows: number }) => rows > 0), JSON.stringify(body.erased))
  t.same(await tablesWith('user-1'), [])
  t.strictSame(await sums(), before)
  t.same(await report(), reported)
  t.match(body.left.map(({ what }: { what: string }) => what).join('\n'), /own database and the files, in course\n[^]*Backups[^]*bills/)
  t.notMatch(JSON.stringify(body), 'user-1')

  const { rows: [{ sample }] } = await all((tx) => tx.execute<{ sample: { pods: object[]; claims: object[] } }>(sql`select sample from hub_samples`)) as unknown as { rows: [{ sample: { pods: object[]; claims: object[] } }] }
  t.match(sample, { pods: [{ user: body.tombstone, server: '' }, { name: 'hub', user: null }], claims: [{ user: body.tombstone, gib: 10 }], servers: [{ user: body.tombstone, groups: ['staff'] }] })
  t.match(await all((tx) => tx.select().from(rollupsDue).where(sql`grain = 'hour'`)), [{ version: 2 }], 'an hour that is being computed meanwhile is computed again')
  const { rows: audited } = await all((tx) => tx.execute<{ target: string }>(sql`select target from audit where verb in ('personErase', 'userCreate') order by created_at`))
  t.same(audited.map(({ target }) => target).sort(), [body.tombstone, `${hub}/users/${body.tombstone}, bob and 3 more`].sort())
})

t.test('done again it changes nothing, and takes what came back under the same word', async (t) => {
  const first = (await erase('user-2')).body
  const again = (await erase('user-2')).body
  t.match(again, { tombstone: first.tombstone, erasedAt: first.erasedAt })
  t.ok(again.erased.every(({ rows }: { rows: number }) => rows === 0))
  await measure('user-2', '2026-03-03T10:30:00Z')
  t.equal((await erase('user-2')).body.tombstone, first.tombstone)
  t.same(await tablesWith('user-2'), [])
  const series = (await world.request('reader', 'GET', '/v1/tenants/physics/costs?by=user&from=2026-03-01&to=2026-03-04')).body.series
  t.equal(series.filter((one: { keys: { value: string }[] }) => one.keys[0]!.value === first.tombstone).length, 1, 'it is one line in reports')
})

t.test('settings that name somebody are told with what to do, and stay', async (t) => {
  await measure('ada', '2026-03-03T10:40:00Z')
  const { body } = await erase('ada')
  t.match(body.left.map(({ what }: { what: string }) => what), [/own database/, 'The settings of course, which name the person', /older revisions/])
  t.same((await world.request('reader', 'GET', '/v1/tenants/physics/hubs/course')).body.spec.access.users, ['ada', 'grace'])
})

t.test('by pseudonym as by name; reports show what stands for the name, also under pseudonyms', async (t) => {
  await world.request('admin', 'PATCH', '/v1/tenants/physics', { privacy: { userNames: 'pseudonyms' } })
  const { body: { pseudonym } } = await world.request('admin', 'POST', '/v1/tenants/physics/persons/user-3/identify', { reason: 'asked by the person' })
  const { status, body } = await erase(pseudonym)
  t.equal(status, 200)
  t.same(await tablesWith('user-3'), [])
  t.match((await world.request('admin', 'POST', `/v1/tenants/physics/persons/${pseudonym}/identify`, { reason: 'to see' })).body, { pseudonym, name: null })
  const values = async (asked = '') => (await world.request('reader', 'GET', `/v1/tenants/physics/costs?by=user&from=2026-03-01&to=2026-03-04${asked}`)).body.series.map((one: { keys: { value: string }[] }) => one.keys[0]!.value)
  t.ok((await values()).includes(body.tombstone))
  t.same(await values(`&user=${body.tombstone}`), [body.tombstone])
  t.ok((await erase(pseudonym)).body.erased.every(({ rows }: { rows: number }) => rows === 0))
})

t.test('nobody is erased who is not known, nor by anybody but an admin', async (t) => {
  t.match(await erase('nobody-at-all'), { status: 404, body: { code: 'person-unknown' } })
  t.equal((await erase('user-4', { confirm: ['erase'] }, 'operator')).status, 403)
  t.ok((await tablesWith('user-4')).includes('cost_rollups'))
})
