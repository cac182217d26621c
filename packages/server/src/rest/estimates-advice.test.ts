import t from 'tap'
import { testWorld } from '../testing.ts'

const world = await testWorld(t)
const ask = (input: Record<string, unknown>) => world.request('reader', 'POST', '/v1/estimates', input)
const small = { provider: 'gcp', region: 'us-central1', users: [{ count: 10, memoryGuaranteeGiB: 1 }], userPools: [{ machine: 'n1-highmem-4' }] }

t.test('an estimate comes with advice, and what is advised, sent as input, gives what was promised', async (t) => {
  const course = { ...small, users: [{ count: 200, memoryGuaranteeGiB: 1 }], corePool: { machine: 'n1-standard-2', count: 1 }, pattern: { like: ['class'] } }
  const { body } = await ask(course)
  t.match(body.advice, { comparedWith: body.monthly.expected, alternatives: [{ mode: 'autoscaled' }, { mode: 'fixed' }, { mode: 'spot' }], sensitivities: [{ words: /^Culling after 30 instead of 60 minutes saves \d+ %\.$/ }] })
  const { suggestions, together, sensitivities, alternatives } = body.advice
  t.ok(suggestions.length > 2)
  for (const { instead, monthly } of [...suggestions, together, ...sensitivities, ...alternatives]) t.same((await ask({ ...course, ...instead })).body.monthly?.expected, monthly, JSON.stringify(instead))
  t.equal(body.busiestWeek.servers.length, 168)
})

t.test('over GraphQL the advice is had in typed fields', async (t) => {
  const { body: { data } } = await world.graphql('reader', `query ($input: EstimateInput!) { estimateCreate(input: $input) { monthly { expected { amount } } advice { suggestions { change givesUp saving { amount currency } instead } sensitivities { words } together { percent } } } }`, { input: small })
  t.match(data.estimateCreate, { advice: { suggestions: [{ change: String, saving: { currency: 'USD' } }], sensitivities: [{ words: /\.$/ }] } })
})

t.test('negative amounts are refused with their place', async (t) => {
  const faults: [Record<string, unknown>, string][] = [
    [{ pattern: { peakConcurrent: -0.1 } }, '/pattern/peakConcurrent'], [{ users: [{ count: 1, memoryGuaranteeGiB: -1 }] }, '/users/0/memoryGuaranteeGiB'], [{ egressGiB: -1 }, '/egressGiB'],
    [{ discount: -0.5 }, '/discount'], [{ ownPrices: { vcpuHour: -1 } }, '/ownPrices/vcpuHour'], [{ placeholders: -1 }, '/placeholders'],
  ]
  for (const [wrong, pointer] of faults) t.match(await ask({ ...small, ...wrong }), { status: 400, body: { code: 'invalid-request', errors: [{ pointer }] } }, pointer)
})

t.test('of hardly anybody at work the nodes for a peak that is said are reckoned all the same', async (t) => {
  const { status, body } = await ask({ ...small, pattern: { peakConcurrent: 5e-324 }, mode: { kind: 'fixed', peakUsers: 90 } })
  t.equal(status, 200)
  t.ok(body.peakNodes > 1)
})

t.test('an estimate is had as a picture of its cost or of its busiest week', async (t) => {
  const draw = (address: string) => world.app.inject({ method: 'POST', url: `/v1/estimates.${address}`, headers: { authorization: `Bearer ${world.keys.reader}`, 'content-type': 'application/json' }, payload: small })
  const cost = await draw('svg')
  t.match({ status: cost.statusCode, type: cost.headers['content-type'] }, { status: 200, type: 'image/svg+xml' })
  t.match(cost.body, /Expected cost a month/)
  t.match((await draw('svg?measure=nodes')).body, /Nodes in the busiest week/)
  t.equal((await draw('png?measure=servers&width=300&height=200')).rawPayload.readUInt32BE(16), 600)
  t.match((await draw('svg?measure=joy')).json(), { code: 'invalid-request', errors: [{ pointer: '/measure' }] })
})
