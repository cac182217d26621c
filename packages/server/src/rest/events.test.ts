import t from 'tap'
import { recordEvent, sequenceEvents } from '@hubfleet/engine'
import { platformScope, transaction } from '@hubfleet/database'
import { testWorld } from '../testing.ts'

const world = await testWorld(t)
const { body: { id: tenantId } } = await world.request('reader', 'GET', '/v1/tenants/physics')
const path = '/v1/tenants/physics/events'
const { body: { target } } = await world.request('admin', 'POST', '/v1/tenants/physics/hubs', { name: 'course', cluster: 'lab' })
for (const seats of [1, 2, 3]) await world.request('operator', 'POST', '/v1/tenants/physics/hubs/course/scale', { seats })
await world.request('admin', 'POST', '/v1/tenants/physics/keys', { name: 'portal', role: 'reader' })
await transaction(world.database, platformScope, (tx) => recordEvent(tx, { tenantId, type: 'budget.crossed', subject: 'budget_1', hubId: target.id, data: { budget: 'may', threshold: '80 %', actual: '400', expected: null } }))

const typesOf = async (query: string) => (await world.request('reader', 'GET', `${path}?limit=100&${query}`)).body.items.map(({ type }: { type: string }) => type)

t.test('events are listed once they have their positions, the oldest first, page by page, and read one by one', async (t) => {
  t.same(await typesOf(''), [], 'those that have none yet would come between those that were shown')
  await sequenceEvents(world.database)
  const all: { id: string; position: number }[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const { status, body } = await world.request('reader', 'GET', `${path}?limit=2${cursor && `&cursor=${cursor}`}`)
    t.equal(status, 200)
    all.push(...body.items)
    cursor = body.nextCursor
  }
  t.same(all.map(({ position }) => position), all.map(({ position }) => position).sort((a, b) => a - b))
  t.match(all.at(-1), { type: 'budget.crossed', subject: 'budget_1', hubId: target.id, data: { threshold: '80 %' } })
  t.same((await world.request('reader', 'GET', `${path}/${all[0]!.id}`)).body, all[0])
  t.match(await world.request('stranger', 'GET', `/v1/tenants/chemistry/events/${all[0]!.id}`), { status: 404 })
})

t.test('a list is narrowed to types, to a hub and to a time', async (t) => {
  t.same(await typesOf('type=hub.scale'), ['hub.scale', 'hub.scale', 'hub.scale'])
  t.same(await typesOf('type=budget.*&type=*.create'), ['hub.create', 'key.create', 'budget.crossed'])
  t.same(await typesOf(`hub=course&type=*`), ['hub.create', 'hub.scale', 'hub.scale', 'hub.scale', 'budget.crossed'])
  t.same(await typesOf(`hub=${target.id}&type=budget.*`), ['budget.crossed'])
  t.same(await typesOf('since=2099-01-01T00:00:00Z'), [])
  for (const [query, pointer] of [['type=budget', '/type/0'], ['type=h*b.x', '/type/0'], ['since=may', '/since']] as const) t.match(await world.request('reader', 'GET', `${path}?${query}`), { status: 400, body: { errors: [{ pointer }] } }, query)
})

t.test('GraphQL lists the same', async (t) => {
  const { body } = await world.graphql('reader', '{ events(tenant: "physics", type: ["hub.scale"], first: 2) { edges { node { type subject position data } } pageInfo { hasNextPage } } }')
  t.match(body, { data: { events: { edges: [{ node: { type: 'hub.scale', subject: target.id } }, { node: { type: 'hub.scale' } }], pageInfo: { hasNextPage: true } } } })
})

t.end()
