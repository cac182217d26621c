import fc from 'fast-check'
import t from 'tap'
import { microsOf } from '@hubfleet/core'
import { eq, platformScope, tenants, transaction } from '@hubfleet/database'
import { fillSessions } from '../testing-sessions.ts'
import { testWorld } from '../testing.ts'

/*
 * Sessions of two weeks of May, by a clock that is four hours behind, played again through the API. A node of the pool costs 0.2 an hour, and its disk something.
 */
const world = await testWorld(t)
const zone = 'America/New_York'
const { body: { id: tenantId } } = await world.request('reader', 'GET', '/v1/tenants/physics')
const { body: { id: clusterId } } = await world.request('reader', 'GET', '/v1/tenants/physics/clusters/lab')
const hubOf = async (name: string): Promise<string> => (await world.request('admin', 'POST', '/v1/tenants/physics/hubs', { name, cluster: 'lab', spec: { capacity: { maxServers: 10 } } })).body.target.id
const hubId = await hubOf('course')
await hubOf('new')
await transaction(world.database, platformScope, (tx) => tx.update(tenants).set({ finance: { timeZone: zone } }).where(eq(tenants.id, tenantId)))
const life = { tenantId, clusterId, hubId, timeZone: zone, pool: 'users', users: 10 }
await fillSessions(world.database, life, '2026-05-04', 14)
// On one day somebody was back after three quarters of an hour, and his server was there still.
await transaction(world.database, platformScope, ({ client }) => client.query(`update sessions set active = '{["2026-05-05T09:00-04:00","2026-05-05T11:00-04:00"),["2026-05-05T11:45-04:00","2026-05-05T11:50-04:00")}', ended_at = '2026-05-05T13:00-04:00', seen = '{["2026-05-05T09:00-04:00","2026-05-05T13:00-04:00")}' where user_name = 'user-3' and started_at = '2026-05-05T09:00-04:00'`))

const ask = (question: Record<string, string | number | boolean>, { who = 'reader', hub = 'course', tenant = 'physics' }: { who?: 'reader' | 'stranger'; hub?: string; tenant?: string } = {}) =>
  world.request(who, 'GET', `/v1/tenants/${tenant}/hubs/${hub}/replay?${new URLSearchParams(Object.entries(question).map(([name, value]): [string, string] => [name, String(value)]))}`)
const answer = async (question: Record<string, string | number | boolean>) => {
  const { status, body } = await ask(question)
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}
const sumOf = ({ nodes, unusedNodes, rest }: Record<string, string | null>) => [nodes, unusedNodes, rest].reduce((sum, part) => sum + microsOf(part ?? '0'), 0n)

t.test('a month with culling after half an hour costs less, and it is told by how much, who had used his server again, and how near the replay comes', async (t) => {
  const { changes, measured, asItWas, changed, difference, modelError, words, notes } = await answer({ month: '2026-05', timeoutSeconds: 1800 })
  t.same(changes, ['culling after 30 minutes instead of 60 minutes'])
  // 14 days of three hours at 0.2; homes are 330 hours at 0.01, as six were not seen
  t.match(measured, { total: '11.7', nodes: '8.4', unusedNodes: '0', rest: '3.3', sessions: 140, gapHours: 6, serverHours: 420 })
  for (const side of [measured, asItWas, changed]) t.equal(sumOf(side), microsOf(side.total))
  t.equal(changed.rest, measured.rest, 'what these settings do not move costs what it did')
  t.ok(Number(changed.total) < Number(asItWas.total))
  t.equal(microsOf(difference.amount), microsOf(changed.total) - microsOf(asItWas.total))
  t.equal(microsOf(modelError.amount), microsOf(asItWas.total) - microsOf(measured.total))
  t.ok(Math.abs(modelError.percent) < 15, `${modelError.percent} %`)
  t.match([asItWas.stopped, changed.stopped], [
    { betweenUses: 0, busyKernelsAtMost: 0 },
    { inUse: 0, betweenUses: 1, busyKernelsAtMost: 1, people: 1, items: [{ user: 'user-3', at: '2026-05-05T15:30:00.000Z', backAt: '2026-05-05T15:45:00.000Z' }] },
  ])
  t.match(words[0], /^course in 2026-05 with culling after 30 minutes instead of 60 minutes: [\d.]+ USD instead of [\d.]+ USD \(-[\d.]+ %\)\.$/)
  t.match(words.join(' '), /at most so many kernels that computed\. Whether any did is not known\./)
  t.ok(notes.some((note: string) => /^6 hours were not seen/.test(note)) && notes.some((note: string) => /^It is measured from 2026-05-04T04:00\S+ until 2026-05-18T04:00\S+, and the replay is of that/.test(note)))
})

t.test('without another setting the model alone is tried', async (t) => {
  t.match(await answer({ from: '2026-05-04', to: '2026-05-18' }), { changes: [], changed: null, difference: null, asItWas: { starts: 140 } })
})

t.test('nodes are counted as they would have been: fixed ones run at night as well, spot ones are cheaper, and whoever finds too few waits', async (t) => {
  const [fixed, spot, few, large] = await Promise.all([answer({ month: '2026-05', nodes: 2 }), answer({ month: '2026-05', spot: true }), answer({ month: '2026-05', machineType: 'sandbox-small', max: 1 }), answer({ month: '2026-05', pool: 'users', machineType: 'sandbox-large' })])
  // two nodes through 336 hours, without the six that nobody saw
  t.equal(fixed.changed.nodeHours, 660)
  t.ok(Number(fixed.changed.unusedNodes) > Number(fixed.changed.nodes))
  t.ok(Number(spot.changed.nodes) < Number(spot.asItWas.nodes))
  t.ok(few.changed.waits.p95Minutes > few.asItWas.waits.p95Minutes && few.changed.waits.people === 10 && few.changed.peakNodes === 1)
  t.same(large.changes, ['sandbox-large instead of sandbox-medium'])
  t.same(fixed.changes, ['always 2 nodes instead of 0 to 10 nodes'])
})

t.test('culling later never makes fewer server-hours', async () => {
  await fc.assert(fc.asyncProperty(fc.integer({ min: 60, max: 20_000 }), fc.integer({ min: 0, max: 20_000 }), async (seconds, more) => {
    const [sooner, later] = await Promise.all([seconds, seconds + more].map((timeoutSeconds) => answer({ from: '2026-05-05', to: '2026-05-08', timeoutSeconds })))
    const hours = ({ changed, asItWas }: any): number => (changed ?? asItWas).serverHours
    return hours(later) >= hours(sooner)
  }), { numRuns: 15 })
})

t.test('what cannot be replayed is told with what would be right', async (t) => {
  const wrong = async (question: Record<string, string | number | boolean>, options = {}) => { const { status, body } = await ask(question, options); return { status, ...body.errors?.[0], code: body.code, detail: body.detail } }
  t.match(await wrong({ month: '2026-05', machineType: 'sandbox-lage' }), { status: 422, code: 'price-unknown', pointer: '/machineType', detail: /did you mean sandbox-large\?/ })
  t.match(await wrong({ month: '2026-05', pool: 'user', machineType: 'sandbox-large' }), { status: 400, pointer: '/pool', detail: /did you mean users\?/ })
  t.match(await wrong({ month: '2026-05', nodes: 2, min: 1 }), { status: 400, pointer: '/nodes' })
  t.match(await wrong({ month: '2026-05', min: 11 }), { status: 400, pointer: '/min', detail: /more than max, 10/ })
  t.match(await wrong({ month: '2026-05', culling: false, timeoutSeconds: 600 }), { status: 400, pointer: '/timeoutSeconds' })
  t.match(await wrong({ month: '2026-05', from: '2026-05-01' }), { status: 400, pointer: '/month' })
  t.match(await wrong({ month: '2026-13' }), { status: 400 })
  t.match(await wrong({ from: '2026-02-30' }), { status: 400, pointer: '/from' })
  t.match(await wrong({ from: '2024-01-01', to: '2026-05-01' }), { status: 400, pointer: '/from', detail: /366 days at most/ })
  t.match(await wrong({ month: '2026-04' }), { status: 422, code: 'nothing-measured', detail: /nothing was measured in 2026-04; it was measured from 2026-05-04 to 2026-05-17/ })
  t.match(await wrong({ month: '2026-05' }, { hub: 'new' }), { status: 422, code: 'nothing-measured', detail: /no hour of it was measured yet/ })
})

t.test('another tenant\'s hub is as one that is not there', async (t) => {
  const [theirs, none] = await Promise.all([ask({ month: '2026-05' }, { who: 'stranger', tenant: 'chemistry', hub: hubId }), ask({ month: '2026-05' }, { who: 'stranger', tenant: 'chemistry', hub: 'hub_01k9zzzzzzzzzzzzzzzzzzzzzz' })])
  t.same([theirs.status, theirs.body.code], [404, 'not-found'])
  t.same([none.status, none.body.code], [404, 'not-found'])
})

t.test('over GraphQL it is the same', async (t) => {
  const { body } = await world.graphql('reader', '{ hubReplay(tenant: "physics", hub: "course", month: "2026-05", timeoutSeconds: 1800) { measured { total } changed { total stopped { betweenUses } } } }')
  const { measured, changed } = await answer({ month: '2026-05', timeoutSeconds: 1800 })
  t.same(body.data.hubReplay, { measured: { total: measured.total }, changed: { total: changed.total, stopped: { betweenUses: 1 } } })
})

t.test('too many sessions are refused before any is played', async (t) => {
  const busy = await hubOf('busy')
  await fillSessions(world.database, { ...life, hubId: busy, users: 50_001 }, '2026-05-04', 1)
  const { status, body } = await ask({ month: '2026-05' }, { hub: 'busy' })
  t.match({ status, errors: body.errors }, { status: 400, errors: [{ pointer: '/from', code: 'too-many' }] })
})
