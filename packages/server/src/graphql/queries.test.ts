import t from 'tap'
import { testWorld, type World } from '../testing.ts'

const world = await testWorld(t)
const names = ['a', 'b', 'c', 'd', 'e']
for (const name of names) await world.request('admin', 'POST', '/v1/tenants/physics/hubs', { name, cluster: 'lab' })
const ask = async (query: string, variables?: unknown) => (await world.graphql('reader', query, variables)).body

t.test('a connection is walked by `after` until there is no next page, and shows each item once', async (t) => {
  const seen: string[] = []
  let after: string | null = null
  do {
    const { data } = await ask('query ($after: String) { hubs(tenant: "physics", first: 2, after: $after) { edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage endCursor } } }', { after })
    const { edges, pageInfo } = data.hubs
    seen.push(...edges.map(({ node }: { node: { name: string } }) => node.name))
    t.equal(pageInfo.hasNextPage, pageInfo.endCursor !== null)
    t.equal(pageInfo.hasPreviousPage, after !== null)
    after = pageInfo.endCursor
  } while (after !== null)
  t.same(seen, names)
})

t.test('filters are those of REST, and a cursor is bound to them', async (t) => {
  const { data } = await ask('{ hubs(tenant: "physics", first: 1, state: "creating") { pageInfo { endCursor } } none: hubs(tenant: "physics", first: 1, state: "ready") { edges { node { id } } } }')
  t.same(data.none.edges, [])
  const { errors } = await ask('query ($after: String) { hubs(tenant: "physics", first: 1, state: "ready", after: $after) { edges { node { id } } } }', { after: data.hubs.pageInfo.endCursor })
  t.match(errors, [{ extensions: { code: 'invalid-cursor' } }])
})

t.test('what is nested is asked once for a whole page, not once per item', async (t) => {
  const nested = (first: number) => `{ hubs(tenant: "physics", first: ${first}) { edges { node { name cluster { name } latestOperation { kind } } } } }`
  await ask(nested(1))
  const one = await queriesOf(world, () => ask(nested(1)))
  const five = await queriesOf(world, () => ask(nested(5)))
  t.equal(five.answer.data.hubs.edges.length, 5)
  for (const { node } of five.answer.data.hubs.edges) t.match(node, { cluster: { name: 'lab' }, latestOperation: { kind: 'hub.create' } })
  t.ok(one.count > 0)
  t.equal(five.count, one.count)
})

t.test('an open enum is a text: a value that is new to a client, or to the schema, nulls nothing', async (t) => {
  const { data } = await ask('{ __type(name: "Hub") { fields { name type { ofType { kind name } } } } }')
  t.match(data.__type.fields.find(({ name }: { name: string }) => name === 'state').type.ofType, { kind: 'SCALAR', name: 'String' })
  const { data: kinds } = await ask('{ __schema { types { kind name } } }')
  t.same(kinds.__schema.types.filter(({ kind, name }: { kind: string; name: string }) => kind === 'ENUM' && !name.startsWith('__')), [])
})

t.test('a secret is no part of any type that can be read', async (t) => {
  const { data } = await ask('{ __type(name: "HubLogin") { fields { name } } }')
  const fields = data.__type.fields.map(({ name }: { name: string }) => name)
  t.ok(fields.includes('clientId'))
  t.notOk(fields.includes('clientSecret') || fields.includes('password'))
})

t.test('an operation can be waited for', async (t) => {
  const { data } = await ask('{ operations(tenant: "physics", first: 1) { edges { node { id } } } }')
  const { id } = data.operations.edges[0].node
  t.match(await ask(`{ operation(tenant: "physics", operation: "${id}", wait: 1) { id done } }`), { data: { operation: { id, done: false } } })
  t.match(await ask(`{ operation(tenant: "physics", operation: "${id}", wait: 61) { id } }`), { errors: [{ extensions: { code: 'invalid-request', errors: [{ pointer: '/wait' }] } }] })
})

t.end()

/** How many statements the work sends to the database. */
async function queriesOf<T>({ database: { pool } }: World, work: () => Promise<T>): Promise<{ answer: T; count: number }> {
  let count = 0
  const connect = pool.connect.bind(pool)
  pool.connect = (async () => {
    const client = await connect()
    const { query, release } = client
    client.query = ((...args: Parameters<typeof query>) => { count += 1; return query.apply(client, args) }) as typeof query
    client.release = (error) => { Object.assign(client, { query, release }); release.call(client, error) }
    return client
  }) as typeof pool.connect
  try {
    return { answer: await work(), count }
  } finally {
    pool.connect = connect as typeof pool.connect
  }
}
