import t from 'tap'
import { testWorld } from '../testing.ts'

const world = await testWorld(t)
const budgets = '/v1/tenants/physics/budgets'
await world.request('admin', 'POST', '/v1/tenants/physics/hubs', { name: 'course', cluster: 'lab' })

t.test('a budget that cannot be is told with its place, and nothing of it is kept', async (t) => {
  const cases: [string, object, string][] = [
    ['nothing', { amount: '0' }, '/amount'], ['less than nothing', { amount: '-5' }, '/amount'], ['no number', { amount: 'much' }, '/amount'], ['a number that is no text', { amount: 5 }, '/amount'],
    ['more places than money has', { amount: '1.2345678' }, '/amount'],
    ['an unknown action', { amount: '5', thresholds: [{ percent: 80, action: 'explode' }] }, '/thresholds/0/action'],
    ['twice the same', { amount: '5', thresholds: [{ percent: 80 }, { percent: 80 }] }, '/thresholds/1'],
    ['a floor without the action', { amount: '5', thresholds: [{ percent: 80, seats: 1 }] }, '/thresholds/0/seats'],
    ['a grace of a notice', { amount: '5', thresholds: [{ percent: 80, graceMinutes: 1 }] }, '/thresholds/0/graceMinutes'],
    ['no share', { amount: '5', thresholds: [{ percent: 0 }] }, '/thresholds/0/percent'],
    ['a currency that is none', { amount: '5', currency: 'dollars' }, '/currency'],
  ]
  for (const [what, input, pointer] of cases) {
    const { status, body } = await world.request('admin', 'POST', budgets, { name: 'wrong', ...input })
    t.match({ status, body }, { status: 400, body: { code: 'invalid-request', errors: [{ pointer }] } }, what)
  }
  t.match(await world.request('admin', 'POST', budgets, { name: 'wrong', amount: '5', hub: 'none' }), { status: 404, body: { code: 'not-found' } })
  t.same((await world.request('reader', 'GET', budgets)).body.items, [])
})

t.test('a hub has one budget, and so has the tenant beside', async (t) => {
  t.equal((await world.request('admin', 'POST', budgets, { name: 'all', amount: '500.25' })).status, 201)
  t.equal((await world.request('admin', 'POST', budgets, { name: 'course', hub: 'course', amount: '100' })).status, 201)
  t.match(await world.request('admin', 'POST', budgets, { name: 'another', amount: '1' }), { status: 409, body: { code: 'budget-exists', params: { budget: 'all' } } })
  t.match(await world.request('admin', 'POST', budgets, { name: 'another', hub: 'course', amount: '1' }), { status: 409, body: { code: 'budget-exists', params: { budget: 'course' } } })
  t.match(await world.request('admin', 'POST', budgets, { name: 'all', amount: '1' }), { status: 409, body: { code: 'name-taken' } })
  t.match((await world.request('reader', 'GET', `${budgets}/all`)).body, { amount: '500.25', currency: 'USD', hub: null, onPlan: 'warn', status: null, thresholds: [{ percent: 80 }, { percent: 100 }, { of: 'forecast', percent: 100 }] })
})

t.test('a change that changes nothing is no new revision, and one of an older revision is refused', async (t) => {
  const { body: before } = await world.request('reader', 'GET', `${budgets}/all`)
  t.equal((await world.request('admin', 'PATCH', `${budgets}/all`, { amount: '500.250' })).body.generation, before.generation)
  t.equal((await world.request('admin', 'PATCH', `${budgets}/all`, { amount: '600' })).body.generation, before.generation + 1)
  t.match(await world.request('admin', 'PATCH', `${budgets}/all`, { amount: '700' }, { 'if-match': `"r${before.generation}"` }), { status: 412 })
})

t.test('an override has a reason and an end that is neither past nor far', async (t) => {
  const override = (input: object) => world.request('admin', 'POST', `${budgets}/all/override`, input)
  t.match(await override({ until: '2099-01-01T00:00:00Z', reason: 'for ever' }), { status: 400, body: { errors: [{ pointer: '/until', code: 'too-far' }] } })
  t.match(await override({ until: '2020-01-01T00:00:00Z', reason: 'too late' }), { status: 400, body: { errors: [{ pointer: '/until', code: 'past' }] } })
  t.match(await override({ until: null, reason: '' }), { status: 400, body: { errors: [{ pointer: '/reason' }] } })
  const until = new Date(Date.now() + 86_400_000).toISOString()
  t.match((await override({ until, reason: 'exam week' })).body, { override: { until, reason: 'exam week', by: world.keyIds.admin } })
  t.equal((await override({ until: null, reason: 'it is over' })).body.override, null)
})

t.test('one query of a finance page has the budgets beside the costs', async (t) => {
  const { body } = await world.graphql('reader', '{ costReport(tenant: "physics") { totals { total } } budgets(tenant: "physics", first: 10) { edges { node { name amount status { actual percent } hub { name } } } } }')
  t.same(body.errors, undefined)
  t.match(body.data.budgets.edges.map(({ node }: { node: object }) => node), [{ name: 'all', amount: '600' }, { name: 'course', hub: { name: 'course' } }])
})
