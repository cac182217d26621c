import t from 'tap'
import { testWorld } from '../testing.ts'

const world = await testWorld(t)
const pause = (hub: string) => `hubPause(tenant: "physics", hub: "${hub}") { replayed }`
const refused = (reason: RegExp) => ({ status: 400, body: { errors: [{ message: reason, extensions: { code: 'query-invalid' } }] } })
const paused = async (hub: string) => (await world.request('reader', 'GET', `/v1/tenants/physics/hubs/${hub}`)).body.paused
for (const name of ['a', 'b']) await world.request('admin', 'POST', '/v1/tenants/physics/hubs', { name, cluster: 'lab' })

t.test('a document changes one thing: of two nothing is done, in fragments neither', async (t) => {
  t.match(await world.graphql('operator', `mutation { one: ${pause('a')} two: ${pause('b')} }`), refused(/exactly one field/))
  t.match(await world.graphql('operator', `mutation { ... on Mutation { ${pause('a')} } }`), refused(/exactly one field/))
  t.match(await world.graphql('operator', `mutation { ...M } fragment M on Mutation { one: ${pause('a')} two: ${pause('b')} }`), refused(/exactly one field/))
  t.equal(await paused('a'), false)
  t.equal(await paused('b'), false)
})

t.test('a document has one operation: which of several is meant is easily mistaken', async (t) => {
  const query = 'query X { tenant(tenant: "physics") { id } } query Y { tenant(tenant: "physics") { name } }'
  for (let time = 0; time < 5; time++) {
    const { status, body } = await world.request('reader', 'POST', '/graphql', { query, operationName: 'Y' })
    t.match({ status, body }, refused(/2 operations/), 'also when it was sent before')
  }
})

t.test('the same document answers by its variables each time: nothing is compiled for the first ones', async (t) => {
  for (const name of ['a', 'b', 'a', 'b', 'a', 'b']) {
    const { body } = await world.graphql('reader', 'query ($hub: String!, $more: Boolean!) { hub(tenant: "physics", hub: $hub) { name state @include(if: $more) } }', { hub: name, more: name === 'b' })
    t.same(body.data.hub, { name, ...(name === 'b' && { state: 'creating' }) })
  }
})

t.test('batches and syntax trees are refused: they would get around the limits', async (t) => {
  t.match(await world.request('reader', 'POST', '/graphql', [{ query: '{ __typename }' }]), refused(/one object/))
  t.match(await world.request('reader', 'POST', '/graphql', { query: { kind: 'Document', definitions: [] } }), refused(/one object|must be GraphQL text/))
  t.match(await world.request('reader', 'POST', '/graphql', { query: '{ __typename }', variables: 's3cret' }), refused(/one object/))
  t.match(await world.request('reader', 'POST', '/graphql', {}), refused(/no query/))
})

t.test('what a foreign web page could make a browser send is refused', async (t) => {
  const headers = { authorization: `Bearer ${world.keys.reader}` }
  const query = `/graphql?query=${encodeURIComponent('{ __typename }')}`
  t.equal((await world.app.inject({ method: 'GET', url: query, headers })).statusCode, 400, 'a link')
  t.equal((await world.app.inject({ method: 'GET', url: query, headers: { ...headers, 'content-type': 'application/json' } })).statusCode, 200)
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    const response = await world.app.inject({ method: 'POST', url: '/graphql', headers: { ...headers, 'content-type': type }, payload: '{"query":"{ __typename }"}' })
    t.match({ status: response.statusCode, body: response.json() }, refused(/content-type/), type)
  }
})

t.test('a change by GET is refused and does nothing', async (t) => {
  const url = `/graphql?query=${encodeURIComponent(`mutation { ${pause('a')} }`)}`
  const response = await world.app.inject({ method: 'GET', url, headers: { 'authorization': `Bearer ${world.keys.operator}`, 'content-type': 'application/json' } })
  t.match({ status: response.statusCode, body: response.json() }, { status: 405, body: { errors: [{ extensions: { code: 'method-not-allowed' } }] } })
  t.equal(await paused('a'), false)
})

t.end()
