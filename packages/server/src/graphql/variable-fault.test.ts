import t from 'tap'
import fc from 'fast-check'
import { buildSchema, executeSync, parse } from 'graphql'
import { variableFault } from './variable-fault.ts'

const schema = buildSchema('input Hub { name: String! seats: Int spec: Spec pools: [Pool!] } input Spec { open: Boolean memory: String } input Pool { min: Int } type Query { plan(hub: Hub!): String }')
const document = parse('query ($hub: Hub!) { plan(hub: $hub) }')
const faultOf = (variableValues: Record<string, unknown>) => variableFault(executeSync({ schema, document, variableValues }).errors![0]!.message)

t.test('a variable that does not fit is told like a body that does not: its place, what is wrong, what was meant', async (t) => {
  const cases: [unknown, object][] = [
    [undefined, { pointer: '', code: 'required' }],
    [null, { pointer: '', code: 'required' }],
    [7, { pointer: '', code: 'type' }],
    [{}, { pointer: '/name', code: 'required' }],
    [{ name: null }, { pointer: '/name', code: 'required' }],
    [{ name: 7 }, { pointer: '/name', code: 'type', detail: 'This must be a text: write it in quotes.' }],
    [{ name: 'a', seats: 1.5 }, { pointer: '/seats', code: 'type', detail: 'This must be a whole number.' }],
    [{ name: 'a', spec: { memori: '1G' } }, { pointer: '/spec/memori', code: 'unknown-field', detail: 'There is no field of this name. Did you mean "memory"?' }],
    [{ name: 'a', pools: [{ min: 1 }, { min: 'x' }] }, { pointer: '/pools/1/min', code: 'type' }],
  ]
  for (const [hub, field] of cases) t.match(faultOf({ hub }), { code: 'invalid-request', errors: [field] }, JSON.stringify(hub))
})

t.test('whatever text was sent, none of it is in the answer', async (t) => {
  fc.assert(fc.property(fc.string({ minLength: 1 }), fc.constantFrom('" at "hub.spec"; ', '; Field "', '\\" at "', ''), (text, middle) => {
    const secret = `s3cret${middle}${text}s3cret`
    const problem = faultOf({ hub: { name: 'a', spec: { open: secret } } })!
    t.notMatch(JSON.stringify(problem.toDocument()), 's3cret')
    t.match(problem.errors, [{ pointer: '/spec/open', code: 'type' }])
  }))
})

t.test('a message about anything else is left alone', async (t) => {
  t.equal(variableFault('Cannot query field "x" on type "Query".'), null)
})
