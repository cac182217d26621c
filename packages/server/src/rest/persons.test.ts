import t from 'tap'
import { events, isPseudonym, operations, platformScope, reseal, sql, tenants, transaction } from '@hubfleet/database'
import { newId } from '@hubfleet/core'
import { sequenceEvents } from '@hubfleet/engine'
import { fillRollups } from '../testing-rollups.ts'
import { testWorld } from '../testing.ts'

const world = await testWorld(t)
const { body: { target: { id: hub } } } = await world.request('admin', 'POST', '/v1/tenants/physics/hubs', { name: 'course', cluster: 'lab' })
const { body: { id: tenantId } } = await world.request('reader', 'GET', '/v1/tenants/physics')
const { body: { id: otherId } } = await world.request('stranger', 'GET', '/v1/tenants/chemistry')
const { body: { id: clusterId } } = await world.request('reader', 'GET', '/v1/tenants/physics/clusters/lab')
const fleet = { clusterId, timeZone: 'UTC', currency: 'USD', users: 4 }
await fillRollups(world.database, { ...fleet, tenantId, hubIds: [hub] }, '2026-03-01', 3)
await fillRollups(world.database, { ...fleet, tenantId: otherId, clusterId: 'cluster_other', hubIds: ['hub_other'] }, '2026-03-01', 3)

const span = 'from=2026-03-01&to=2026-03-04'
const costs = '/v1/tenants/physics/costs'
type Series = { keys: { value: string | null; name: string }[]; total: string; label: string }
const byUser = async (asked = '', tenant = 'physics', who: 'reader' | 'stranger' | 'platformReader' = 'reader'): Promise<Series[]> => (await world.request(who, 'GET', `/v1/tenants/${tenant}/costs?${span}&by=user${asked}`)).body.series
const names = (series: Series[]) => series.map(({ keys }) => keys[0]!.value).filter((value) => value !== null)
const choose = (userNames: string, tenant = 'physics', who: 'admin' | 'stranger' = 'admin') => world.request(who, 'PATCH', `/v1/tenants/${tenant}`, { privacy: { userNames } })

const named = await byUser()
const chosen = await choose('pseudonyms')
const hidden = await byUser()
const pseudonymOf = new Map(named.map(({ keys, total }) => [keys[0]!.value, hidden.find((one) => one.total === total)!.keys[0]!.value]))

t.test('once a tenant wants pseudonyms, no answer about money names anybody, of whatever was measured before, in whatever form', async (t) => {
  t.match(chosen, { status: 200, body: { privacy: { userNames: 'pseudonyms' } } })
  t.same(hidden.map(({ total }) => total), named.map(({ total }) => total))
  t.ok(names(hidden).every((name) => isPseudonym(name!)))
  t.equal(new Set(names(hidden)).size, names(named).length)
  for (const form of ['', '.csv', '.focus.csv', '.svg']) {
    const { status, body } = await world.request('reader', 'GET', `${costs}${form}?${span}&by=user${form === '.focus.csv' ? '&unknown=omit' : ''}`)
    t.equal(status, 200)
    t.notMatch(typeof body === 'string' ? body : JSON.stringify(body), /user-\d/, form)
    if (form !== '.svg') t.match(typeof body === 'string' ? body : JSON.stringify(body), names(hidden)[0]!, form)
  }
  const { body } = await world.graphql('reader', `{ costReport(tenant: "physics", by: ["user", "component"], from: "2026-03-01", to: "2026-03-04") { series { label keys { value name } } } }`)
  t.notMatch(JSON.stringify(body), /user-\d/)
  t.match(JSON.stringify(body), names(hidden)[0]!)
  t.equal((await world.request('admin', 'GET', `${costs}?${span}&by=user`)).body.series[0].keys[0].value, hidden[0]!.keys[0]!.value, 'for admins too')
})

t.test('a filter knows pseudonyms, and a name finds nobody: so nobody learns by trying which name has which', async (t) => {
  const one = pseudonymOf.get('user-1')!
  t.same((await byUser(`&user=${one}`)).map(({ keys, total }) => [keys[0]!.value, total]), [[one, named.find(({ keys }) => keys[0]!.value === 'user-1')!.total]])
  t.same(await byUser('&user=user-1'), [])
  t.equal((await byUser('&user=')).length, 1, 'what is nobody\'s')
  t.match((await world.request('reader', 'GET', `${costs}.focus.csv?${span}&user=${one}&unknown=omit`)).body, one)
})

t.test('the same person is another one in another tenant, also beside each other in a report of the platform', async (t) => {
  await choose('pseudonyms', 'chemistry', 'stranger')
  const theirs = names(await byUser('', 'chemistry', 'stranger'))
  t.same(theirs.filter((name) => names(hidden).includes(name)), [])
  const all = await byUser('&tenants=*&top=100', 'platform', 'platformReader')
  t.same(new Set(names(all)), new Set([...names(hidden), ...theirs]))
  t.match(await world.request('platformReader', 'GET', `/v1/tenants/platform/costs?${span}&tenants=*&user=${theirs[0]}`), { status: 400, body: { errors: [{ pointer: '/user', code: 'several-tenants' }] } })
  t.equal((await world.request('platformReader', 'GET', `${costs}?${span}&user=${names(hidden)[0]}`)).status, 200, 'one tenant can be asked')
})

t.test('an admin learns who it is, by a call that says why, and that names nobody in audit, events and kept answers', async (t) => {
  const one = pseudonymOf.get('user-2')!
  for (const person of [one, 'user-2']) {
    const { status, body } = await world.request('admin', 'POST', `/v1/tenants/physics/persons/${person}/identify`, { reason: 'the person asked' }, { 'idempotency-key': `"of ${person.length}"` })
    t.match({ status, body }, { status: 200, body: { pseudonym: one, name: 'user-2' } }, person)
  }
  t.match(await world.request('admin', 'POST', `/v1/tenants/physics/persons/${one}/identify`, {}), { status: 400 })
  t.match(await world.request('admin', 'POST', '/v1/tenants/physics/persons/somebody/identify', { reason: 'to see' }), { status: 404, body: { code: 'person-unknown' } })
  t.equal((await world.request('stranger', 'POST', `/v1/tenants/chemistry/persons/${one}/identify`, { reason: 'to see' })).status, 404)
  const { rows } = await transaction(world.database, platformScope, (tx) => tx.execute<{ text: string }>(sql`
    select row_to_json(a)::text as text from audit a where verb = 'personIdentify' union all select row_to_json(e)::text from events e where type like 'person.%' union all select row_to_json(i)::text from idempotency_records i where verb = 'personIdentify'`))
  t.equal(rows.length, 8)
  t.notMatch(rows.map(({ text }) => text).join('\n'), 'user-2')
  t.match(rows.map(({ text }) => text).join('\n'), one)
})

t.test('readers are told of operations about people what happened, and not to whom', async (t) => {
  const id = newId('op')
  await transaction(world.database, platformScope, (tx) => tx.insert(operations).values({
    id, tenantId, kind: 'user.create', targetType: 'hub', targetId: hub, state: 'succeeded', steps: [{ name: 'accounts of zoe', state: 'done', message: 'zoe', startedAt: null, finishedAt: null, waitingSince: null }],
    progress: { percent: 100, message: 'zoe is there' }, result: { created: ['zoe'] }, requestedBy: 'key', reason: 'api', deadlineAt: new Date(), finishedAt: new Date(),
  }))
  const asked = async (who: 'reader' | 'operator') => [(await world.request(who, 'GET', `/v1/tenants/physics/operations/${id}`)).body, (await world.request(who, 'GET', '/v1/tenants/physics/operations')).body]
  t.notMatch(JSON.stringify(await asked('reader')), 'zoe')
  t.match(await asked('reader'), [{ id, kind: 'user.create', state: 'succeeded', result: null }, {}])
  t.match(await asked('operator'), [{ result: { created: ['zoe'] } }, {}])
  const event = newId('evt')
  await transaction(world.database, platformScope, (tx) => tx.insert(events).values({ id: event, tenantId, type: 'hub.culled', subject: hub, data: { hub: 'course', servers: [{ user: 'user-1', server: '' }] } }))
  await sequenceEvents(world.database)
  const told = async (who: 'reader' | 'operator') => [(await world.request(who, 'GET', `/v1/tenants/physics/events/${event}`)).body, (await world.request(who, 'GET', '/v1/tenants/physics/events?type=hub.culled')).body.items[0]].map(({ data }) => data)
  t.same(await told('reader'), Array(2).fill({ hub: 'course', servers: [{ user: pseudonymOf.get('user-1'), server: '' }] }))
  t.same(await told('operator'), Array(2).fill({ hub: 'course', servers: [{ user: 'user-1', server: '' }] }))
})

t.test('names are back when a tenant wants them again, pseudonyms are the same when it changes its mind, also after the ring of keys has turned', async (t) => {
  await choose('names')
  t.same(names(await byUser()), names(named))
  world.control.keyRing.keys['next'] = new Uint8Array(32).fill(7)
  world.control.keyRing.current = 'next'
  t.ok(await reseal(world.database, world.control.keyRing) >= 2)
  delete world.control.keyRing.keys['test']
  await choose('pseudonyms')
  t.same(names(await byUser()), names(hidden))
  const { rows: [row] } = await transaction(world.database, platformScope, (tx) => tx.execute<{ key: string }>(sql`select ${tenants.personKey} as key from ${tenants} where id = ${tenantId}`))
  t.match(row!.key, /^eyJ/, 'the key is kept sealed')
})

t.test('where it is not kept any more who it was, amounts by user are not known and never zero, and a file is refused', async (t) => {
  await choose('names')
  await transaction(world.database, platformScope, async (tx) => {
    await tx.execute(sql`update tenants set names_from = '2026-03-02T00:00:00Z' where id = ${tenantId}`)
    await tx.execute(sql`delete from cost_rollups where tenant_id = ${tenantId} and level in ('user-hour', 'user-day') and start < '2026-03-02'`)
  })
  const { series, notes } = (await world.request('reader', 'GET', `${costs}?${span}&by=user&every=day`)).body
  t.ok(series.every(({ amounts }: { amounts: (string | null)[] }) => amounts[0] === null && amounts[1] !== null))
  t.match(notes, [/Before 2026-03-02 it is not kept who it was/])
  t.ok((await world.request('reader', 'GET', `${costs}?${span}&by=hub&every=day`)).body.series.every(({ amounts }: { amounts: (string | null)[] }) => amounts[0] !== null))
  t.match(await world.request('reader', 'GET', `${costs}.focus.csv?${span}&by=user`), { status: 400, body: { errors: [{ pointer: '/from', code: 'names-gone' }] } })
})

t.test('how long it is kept has bounds, and null is as long as the installation keeps it', async (t) => {
  t.match(await world.request('admin', 'PATCH', '/v1/tenants/physics', { privacy: { namesDays: 365, sessionsDays: 90 } }), { status: 200, body: { privacy: { namesDays: 365, sessionsDays: 90, samplesDays: null } } })
  t.match(await world.request('admin', 'PATCH', '/v1/tenants/physics', { privacy: { namesDays: null } }), { status: 200, body: { privacy: { namesDays: null, sessionsDays: 90 } } })
  for (const privacy of [{ samplesDays: 0 }, { namesDays: 1.5 }, { hoursDays: -1 }, { forever: true }]) t.match(await world.request('admin', 'PATCH', '/v1/tenants/physics', { privacy }), { status: 400, body: { errors: [{ pointer: `/privacy/${Object.keys(privacy)[0]}` }] } })
})

t.test('it is the choice of an admin', async (t) => {
  t.equal((await world.request('operator', 'PATCH', '/v1/tenants/physics', { privacy: { userNames: 'names' } })).status, 403)
  t.match(await world.request('admin', 'PATCH', '/v1/tenants/physics', { privacy: { userNames: 'none' } }), { status: 400, body: { errors: [{ pointer: '/privacy/userNames' }] } })
})
