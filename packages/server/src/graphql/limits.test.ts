import t from 'tap'
import fc from 'fast-check'
import { getIntrospectionQuery, parse } from 'graphql'
import { testWorld, type Answer } from '../testing.ts'
import { limits, measure, requireWithin } from './limits.ts'

const world = await testWorld(t)
const ask = (query: string, variables?: unknown) => world.graphql('reader', query, variables)
const tooMuch = (measured: string) => ({ status: 400, body: { data: null, errors: [{ extensions: { code: 'query-too-expensive', params: { measure: measured } } }] } })
const hubs = (first: string) => `hubs(tenant: "physics", first: ${first}) { edges { node { id } } }`

t.test('depth is limited, whether it is written out or hidden in named fragments', async (t) => {
  t.equal(measure(parse(`{ a { b { ...F } } } fragment F on X { c { ...G } } fragment G on X { d }`)).depth, 4)
  t.equal(measure(parse(`{ a { b { ... on X { c { ... { d } } } } } }`)).depth, 4)
  // Validation refuses every document of today's schema that is too deep, so the limit is shown by itself.
  const deep = `{ ${'a { '.repeat(limits.depth)} a ${'} '.repeat(limits.depth)} }`
  t.throws(() => requireWithin(measure(parse(deep))), { code: 'query-too-expensive', params: { measure: 'depth', actual: limits.depth + 1 } })
  requireWithin(measure(parse(deep.replace('a { ', '').replace('} ', ''))))
})

t.test('aliases count: the same field 500 times is 500 fields', async (t) => {
  const aliases = Array.from({ length: 500 }, (_, at) => `a${at}: __typename`).join(' ')
  t.match(await ask(`{ ${aliases} }`), tooMuch('fields'))
  t.match(await ask(`{ ${Array.from({ length: 30 }, (_, at) => `a${at}: tenant(tenant: "physics") { ...T }`).join(' ')} } fragment T on Tenant { ${'abcdefghijklmnopqrst'.split('').map((name) => `${name}: id`).join(' ')} }`), tooMuch('fields'))
})

t.test('cost is the sum of what the connections could answer, and is told', async (t) => {
  const { status, body } = await ask(`{ a: ${hubs('30')} b: ${hubs('12')} }`)
  t.equal(status, 200)
  t.same(body.extensions.cost, { requested: 42, limit: limits.cost })
  t.match(await ask(`{ ${Array.from({ length: 51 }, (_, at) => `a${at}: ${hubs('100')}`).join(' ')} }`), tooMuch('cost'))
})

t.test('a variable for `first` counts by its value, also from its default and where the document is known already', async (t) => {
  const query = `query ($n: Int!) { ${Array.from({ length: 51 }, (_, at) => `a${at}: ${hubs('$n')}`).join(' ')} }`
  t.match(await ask(query, { n: 1 }), { status: 200, body: { extensions: { cost: { requested: 51 } } } })
  t.match(await ask(query, { n: 100 }), tooMuch('cost'))
  t.match(await ask(query.replace('Int!', 'Int! = 100')), tooMuch('cost'))
})

t.test('`first` must be given, and be 1 to 100', async (t) => {
  t.match(await ask('{ hubs(tenant: "physics") { edges { node { id } } } }'), { status: 400, body: { errors: [{ extensions: { code: 'query-invalid' } }] } })
  for (const first of ['0', '101', '-1']) {
    t.match(await ask(`{ ${hubs(first)} }`), { body: { data: { hubs: null }, errors: [{ path: ['hubs'], extensions: { code: 'invalid-request', errors: [{ pointer: '/first' }] } }] } }, first)
  }
})

t.test('a document with too many tokens is not even parsed', async (t) => {
  const { status, body } = await ask(`{ ${'__typename '.repeat(limits.tokens)} }`)
  t.equal(status, 400)
  t.match(body.errors[0], { message: 'The document is too long.', extensions: { code: 'query-invalid' } })
})

t.test('a document nested as deep as its tokens allow is refused, not a fault of ours', async (t) => {
  for (const query of [`{ ${'a{'.repeat(1900)}b${'}'.repeat(1900)} }`, `{ tenant(tenant: ${'['.repeat(1900)}${']'.repeat(1900)}) { id } }`, `{ ${'a{'.repeat(9000)}` ]) {
    t.match(await ask(query), { status: 400, body: { errors: [{ extensions: { code: 'query-invalid' } }] } })
  }
})

t.test('the introspection that tools make passes the limits', async (t) => {
  const { status, body } = await ask(getIntrospectionQuery())
  t.equal(status, 200)
  t.ok(body.data.__schema.types.length > 50)
})

t.test('fragments of fragments are measured in no time, however they multiply', async (t) => {
  const document = parse(`{ ...F0 } ${Array.from({ length: 100 }, (_, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`).join(' ')} fragment F100 on Query { a }`)
  t.equal(measure(document).fields, 2 ** 100)
})

t.test('nested connections multiply, siblings add, and wrapping in fragments changes nothing', async (t) => {
  const first = fc.integer({ min: 1, max: 100 })
  fc.assert(fc.property(first, first, first, (outer, inner, beside) => {
    const plain = `{ a(first: ${outer}) { b(first: ${inner}) { c } } d(first: ${beside}) { e } }`
    const wrapped = `{ ...A ... { d(first: ${beside}) { ...E } } } fragment A on Q { a(first: ${outer}) { ...B } } fragment B on X { b(first: ${inner}) { c } } fragment E on X { e }`
    const expected = { depth: 3, fields: 5, cost: outer * (1 + inner) + beside }
    t.same(measure(parse(plain)), expected)
    t.same(measure(parse(wrapped)), expected)
  }))
})

t.test('a costly query takes as much from the budget of the key as the requests that it saves', async (t) => {
  const world = await testWorld(t, { requestsPerMinute: 60 })
  const left = ({ headers }: Answer) => Number(/r=(\d+)/.exec(headers['ratelimit'] ?? '')?.[1])
  t.equal(left(await world.request('reader', 'GET', '/v1/tenants')), 59)
  t.equal(left(await world.graphql('reader', `{ ${hubs('100')} }`)), 58)
  t.equal(left(await world.graphql('reader', `{ ${Array.from({ length: 50 }, (_, at) => `a${at}: ${hubs('100')}`).join(' ')} }`)), 8)
  const refused = await world.graphql('reader', `{ ${Array.from({ length: 50 }, (_, at) => `a${at}: ${hubs('100')}`).join(' ')} }`)
  t.match(refused, { status: 429, body: { errors: [{ extensions: { code: 'rate-limited' } }] }, headers: { 'retry-after': /^\d+$/ } })
})

t.end()
