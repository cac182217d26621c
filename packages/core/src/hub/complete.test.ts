import fc from 'fast-check'
import t from 'tap'
import { checkInput } from '../validate.ts'
import { completeHubSpec, patchHubSpec } from './complete.ts'
import { outputOf } from './schema-kit.ts'
import { joinSecrets, keepSecrets, splitSecrets } from './secrets.ts'
import type { HubSpecInput } from './spec.ts'
import { HubNameSchema, HubSpecSchema } from './spec.ts'

const github = { type: 'github', clientId: 'id', clientSecret: 's3cret' } as const

t.test('a hub of which nothing is said is the one that the chart makes by default', async (t) => {
  t.same(completeHubSpec({}), {
    chart: { version: '4.4.0' }, memory: { guarantee: '1G' }, cpu: {}, extraResource: {}, profiles: [],
    scheduling: {
      userPods: { matchNodePurpose: 'prefer' }, corePods: { matchNodePurpose: 'prefer' }, nodeSelector: {}, tolerations: [], userScheduler: true, concurrentSpawnLimit: 64,
      startTimeoutSeconds: 300,
    },
    storage: { type: 'dynamic', capacity: '10Gi', shared: [] }, database: { type: 'sqlite', capacity: '1Gi' }, login: { type: 'dummy' },
    access: { allowAll: false, users: [], admins: [] },
    culling: { enabled: true, timeoutSeconds: 3600, everySeconds: 600, maxAgeSeconds: 0, users: false, adminUsers: true, removeNamedServers: false, concurrency: 10,
      kernels: { timeoutSeconds: 0, intervalSeconds: 300, connected: false, busy: false }, terminals: { timeoutSeconds: 0, intervalSeconds: 300 }, shutdownSeconds: 0,
      protect: { users: [], groups: [] }, quietHours: [], warnAheadSeconds: 0,
    },
    capacity: { seats: 0 }, home: {}, exposure: { type: 'loadBalancer', allowedRanges: [], annotations: {} }, security: { cloudMetadata: 'iptables' }, values: {}, power: 'running',
  })
})

t.test('a completed spec is valid and completing it again changes nothing', async () => {
  const input: fc.Arbitrary<HubSpecInput> = fc.record({
    memory: fc.record({ guarantee: fc.constantFrom('1G', '512M') }, { requiredKeys: [] }),
    capacity: fc.record({ seats: fc.nat(100) }, { requiredKeys: [] }),
    culling: fc.record({ users: fc.boolean(), maxAgeSeconds: fc.nat(1000) }, { requiredKeys: [] }),
    values: fc.dictionary(fc.string(), fc.jsonValue()),
  }, { requiredKeys: [] })
  fc.assert(fc.property(input, (given) => {
    const spec = completeHubSpec(given)
    return checkInput(HubSpecSchema, spec).length === 0 && JSON.stringify(completeHubSpec(spec)) === JSON.stringify(spec)
  }))
})

t.test('neither completing nor patching changes what it was given', async (t) => {
  const input = { capacity: { seats: 1 }, values: { a: { b: 1 } } }
  const spec = completeHubSpec(input)
  patchHubSpec(spec, { capacity: { seats: 9 }, values: {} })
  t.same(input, { capacity: { seats: 1 }, values: { a: { b: 1 } } })
  t.equal(spec.capacity.seats, 1)
})

t.test('a patch changes what it names; null sets back to the default', async (t) => {
  const spec = completeHubSpec({ memory: { guarantee: '2G', limit: '4G' }, image: { name: 'a', tag: '1' } })
  const patched = patchHubSpec(spec, { memory: { guarantee: null }, image: { tag: '2' } })
  t.same(patched.memory, { guarantee: '1G', limit: '4G' })
  t.same(patched.image, { name: 'a', tag: '2' })
  t.equal(patchHubSpec(spec, { image: null }).image, undefined)
})

t.test('raw values are replaced whole and keep their nulls, which mean something to helm', async (t) => {
  const spec = completeHubSpec({ values: { hub: { a: 1, b: 2 } } })
  t.same(patchHubSpec(spec, { values: { hub: { a: null } } }).values, { hub: { a: null } })
  t.same(patchHubSpec(spec, { memory: { limit: '2G' } }).values, { hub: { a: 1, b: 2 } })
})

t.test('another type of login starts afresh: no field of the old one stays', async (t) => {
  const spec = completeHubSpec({ login: { type: 'google', clientId: 'g', clientSecret: 's', hostedDomains: ['x.org'] } })
  t.same(patchHubSpec(spec, { login: { type: 'github', clientId: 'h' } }).login, { type: 'github', clientId: 'h' })
  t.throws(() => patchHubSpec(spec, { login: { type: 'github' } }), { code: 'invalid-request', errors: [{ pointer: '/spec/login/clientId' }] })
  t.same(patchHubSpec(spec, { login: null }).login, { type: 'dummy' })
})

t.test('adding a second Google domain renames nobody', async (t) => {
  const spec = completeHubSpec({ login: { type: 'google', clientId: 'g', hostedDomains: ['x.org'] } })
  t.match(patchHubSpec(spec, { login: { type: 'google', hostedDomains: ['x.org', 'y.org'] } }).login, { stripDomain: true })
  t.match(completeHubSpec({ login: { type: 'google', clientId: 'g', hostedDomains: ['x.org', 'y.org'] } }).login, { stripDomain: false })
})

t.test('secrets leave the spec and come back to the same place', async (t) => {
  const whole = completeHubSpec({ login: github })
  const { spec, secrets } = splitSecrets(whole)
  t.notMatch(JSON.stringify(spec), /s3cret/)
  t.same(secrets, { '/login/clientSecret': 's3cret' })
  t.same(joinSecrets(spec, secrets), whole)
})

t.test('a secret that a change leaves out is kept, unless the login becomes another one', async (t) => {
  const before = splitSecrets(completeHubSpec({ login: github }))
  const old = { spec: before.spec, fields: before.secrets }
  const same = patchHubSpec(before.spec, { login: { type: 'github', organizations: ['o'] } })
  t.same(keepSecrets(old, { spec: same, given: {} }), { '/login/clientSecret': 's3cret' })
  const other = patchHubSpec(before.spec, { login: { type: 'google', clientId: 'g', hostedDomains: ['x.org'] } })
  t.same(keepSecrets(old, { spec: other, given: {} }), {})
})

t.test('what is read has no write-only fields and no closed choices', async (t) => {
  const text = JSON.stringify(outputOf(HubSpecSchema))
  t.notMatch(text, /clientSecret|"password"|"enum"/)
  t.match(text, /"x-extensible-enum":\["dynamic","static","none"\]/)
})

t.test('a name of 63 characters is taken, one of 64 is refused', async (t) => {
  t.same(checkInput(HubNameSchema, 'a'.repeat(63)), [])
  for (const wrong of ['a'.repeat(64), '-a', 'a-', 'A', '', 'a.b']) t.not(checkInput(HubNameSchema, wrong).length, 0, wrong)
})
