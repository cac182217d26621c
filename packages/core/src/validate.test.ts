import t from 'tap'
import { Type } from 'typebox'
import { HubSpecInputSchema, HubSpecPatchSchema } from './hub/spec.ts'
import { Problem } from './problems/problem.ts'
import { checkInput, requireValid } from './validate.ts'

t.test('nothing is converted, dropped or filled in: null for a number is an error and the input stays as it was', async (t) => {
  const input = { capacity: { seats: null }, extra: 1 }
  t.same(checkInput(HubSpecInputSchema, input).map((error) => error.pointer), ['/extra', '/capacity/seats'])
  t.same(input, { capacity: { seats: null }, extra: 1 })
})

t.test('a misspelt field is answered with the name that was most likely meant', async (t) => {
  const [error] = checkInput(HubSpecInputSchema, { memroy: {} })
  t.match(error, { pointer: '/memroy', code: 'unknown-field', detail: /Did you mean `memory`\?/ })
})

t.test('in a union told apart by type, only the branch that was meant is spoken of', async (t) => {
  t.same(checkInput(HubSpecInputSchema, { login: { type: 'github' } }).map((error) => error.pointer), ['/login/clientId'])
  t.same(checkInput(HubSpecInputSchema, { login: { type: 'gogle' } }), [{ pointer: '/login/type', code: 'enum', detail: 'This must be one of: dummy, sharedPassword, github, google, gitlab, cilogon, azuread, globus, auth0, oidc, openshift, lti13, ldap, native, firstuse, tmp, hmac.' }])
  t.same(checkInput(HubSpecInputSchema, { login: {} }).map((error) => error.pointer), ['/login/type'])
})

t.test('all errors are told at once, and none shows the value, which may be a secret', async (t) => {
  const errors = checkInput(HubSpecInputSchema, { login: { type: 'github', clientId: 7, clientSecret: ['s3cret'] }, cpu: { limit: 's3cret' } })
  t.equal(errors.length, 3)
  t.notMatch(JSON.stringify(errors), /s3cret/)
})

t.test('a patch may set to null what a spec may leave out', async (t) => {
  t.same(checkInput(HubSpecPatchSchema, { memory: { limit: null }, image: null, login: null }), [])
})

t.test('parameters of an address are converted when asked for', async (t) => {
  const query = { first: '10', all: 'true' }
  t.same(checkInput(Type.Object({ first: Type.Integer(), all: Type.Boolean() }), query, { coerce: true }), [])
  t.same(query, { first: 10, all: true })
})

t.test('a value that is not valid becomes a problem that carries all errors', async (t) => {
  try {
    requireValid(HubSpecInputSchema, { a: 1, b: 2 })
    t.fail('must throw')
  } catch (error) {
    t.ok(error instanceof Problem)
    t.match(error, { code: 'invalid-request', errors: { length: 2 } })
  }
})

t.test('keys with slashes and tildes are escaped in pointers', async (t) => {
  t.equal(checkInput(Type.Object({}, { additionalProperties: false }), { 'a/b~c': 1 })[0]?.pointer, '/a~1b~0c')
})
