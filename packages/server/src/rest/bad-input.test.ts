import t from 'tap'
import { judgeAddress, Problem } from '@hubfleet/core'
import { testWorld } from '../testing.ts'

/*
 * What people get wrong, and what each is told at once: its own problem, a pointer to the field, and the next step.
 */
const world = await testWorld(t)
world.control.guard = async (host) => {
  const reason = judgeAddress(host, [])
  if (reason) throw new Problem('address-refused', { address: host, reason })
}
const hubs = '/v1/tenants/physics/hubs'
await world.request('admin', 'POST', hubs, { name: 'first', cluster: 'lab', spec: { exposure: { type: 'ingress', host: 'hub.example.org' } } })

const hub = (spec: unknown, more = {}) => ({ path: hubs, body: { name: 'second', cluster: 'lab', spec, ...more } })
const kubeconfig = (user: string, { server = 'https://203.0.113.7', cluster = '' } = {}) => ({
  path: '/v1/tenants/physics/clusters',
  body: {
    name: 'real', provider: 'kubernetes',
    kubeconfig: `{ current-context: c, contexts: [{ name: c, context: { cluster: c, user: u } }], clusters: [{ name: c, cluster: { server: "${server}"${cluster} } }], users: [{ name: u, user: { ${user} } }] }`,
  },
})

const cases: [string, { path: string; body: unknown }, { status: number; code: string; pointer: string; says: RegExp }][] = [
  ['a wrong type', hub({ capacity: { seats: '12' } }), { status: 400, code: 'invalid-request', pointer: '/spec/capacity/seats', says: /whole number/ }],
  ['an unknown key', hub({ memori: { guarantee: '1G' } }), { status: 400, code: 'invalid-request', pointer: '/spec/memori', says: /Did you mean `memory`/ }],
  ['an unknown key further inside', hub({ memory: { garantee: '1G' } }), { status: 400, code: 'invalid-request', pointer: '/spec/memory/garantee', says: /Did you mean `guarantee`/ }],
  ['1Gi for memory', hub({ memory: { guarantee: '1Gi' } }), { status: 400, code: 'invalid-request', pointer: '/spec/memory/guarantee', says: /Write 1G\b/ }],
  ['a section of hub.config in lower case', hub({ values: { hub: { config: { jupyterHub: { admin_access: true } } } } }), { status: 400, code: 'invalid-request', pointer: '/spec/values/hub/config/jupyterHub', says: /capital letter/ }],
  ['a name of 64 characters', hub({}, { name: 'a'.repeat(64) }), { status: 400, code: 'invalid-request', pointer: '/name', says: /63/ }],
  ['a text with U+0000', hub({ access: { users: ['ada\u0000'] } }), { status: 400, code: 'invalid-request', pointer: '/spec/access/users/0', says: /U\+0000/ }],
  ['half of a surrogate pair', hub({ values: { custom: { a: ['\ud800'] } } }), { status: 400, code: 'invalid-request', pointer: '/spec/values/custom/a/0', says: /surrogate/ }],
  ['a name that is taken', hub({}, { name: 'first' }), { status: 409, code: 'name-taken', pointer: '/name', says: /already/ }],
  ['a cluster that there is not', hub({}, { cluster: 'lap' }), { status: 404, code: 'not-found', pointer: '/cluster', says: /lap/ }],
  ['a host already used', hub({ exposure: { type: 'ingress', host: 'hub.example.org' } }), { status: 409, code: 'host-taken', pointer: '/spec/exposure/host', says: /belongs to a hub/ }],
  ['raw values that the policy denies', hub({ values: { hub: { extraConfig: { a: 'import os' } } } }), { status: 422, code: 'policy-denied', pointer: '/spec/values/hub/extraConfig', says: /extraConfig/ }],
  ['a kubeconfig that would run a program', kubeconfig('exec: { command: sh, args: [-c, "touch /tmp/x"] }'), { status: 422, code: 'kubeconfig-refused', pointer: '/kubeconfig', says: /exec/ }],
  ['a kubeconfig that would read a file', kubeconfig('tokenFile: /var/run/secrets/token'), { status: 422, code: 'kubeconfig-refused', pointer: '/kubeconfig', says: /tokenFile/ }],
  ['a kubeconfig with the path of a certificate', kubeconfig('token: abc', { cluster: ', certificate-authority: /etc/passwd' }), { status: 422, code: 'kubeconfig-refused', pointer: '/kubeconfig', says: /certificate-authority/ }],
  ['a cluster inside of our network', kubeconfig('token: abc', { server: 'https://10.0.0.1:6443' }), { status: 422, code: 'address-refused', pointer: '/kubeconfig', says: /private/ }],
  ['a cluster at the metadata address of a cloud', kubeconfig('token: abc', { server: 'https://169.254.169.254' }), { status: 422, code: 'address-refused', pointer: '/kubeconfig', says: /link-local/ }],
  ['a registered cluster without kubeconfig', { path: '/v1/tenants/physics/clusters', body: { name: 'real', provider: 'kubernetes' } }, { status: 400, code: 'invalid-request', pointer: '/kubeconfig', says: /kubeconfig/ }],
  ['pools without one for the hubs themselves', { path: '/v1/tenants/physics/clusters', body: { name: 'real', provider: 'sandbox', pools: [{ name: 'users', purpose: 'user', machineType: 'sandbox-medium', min: 0, max: 1 }] } }, { status: 400, code: 'invalid-request', pointer: '/pools', says: /core/ }],
]

for (const [what, { path, body: sent }, { status, code, pointer, says }] of cases) {
  t.test(`${what} is answered ${code}, at ${pointer}`, async (t) => {
    for (const query of ['', '?validateOnly=true']) {
      const { status: answered, body, headers } = await world.request('admin', 'POST', path + query, sent)
      t.equal(answered, status, JSON.stringify(body))
      t.equal(headers['content-type'], 'application/problem+json')
      t.match(body, { code, type: `https://hubfleet.dev/problems/${code}`, instance: path, requestId: /^req_/ })
      const field = body.errors.find((error: { pointer: string }) => error.pointer === pointer)
      t.match(field?.detail, says, JSON.stringify(body.errors))
      t.ok(body.nextStep.length > 10)
    }
  })
}

t.test('values nested too deep are refused at their place, however deep', async (t) => {
  for (const depth of [100, 5_000, 100_000]) {
    const { status, body } = await world.request('admin', 'POST', hubs, `{"name":"deep","cluster":"lab","spec":{"values":{"a":${'['.repeat(depth)}${']'.repeat(depth)}}}}`)
    t.match({ status, body }, { status: 400, body: { code: 'invalid-request', errors: [{ pointer: /^\/spec\/values\/a\/0/, code: 'too-deep' }] } }, `${depth} levels`)
  }
})

t.test('several faults are told together', async (t) => {
  const { body } = await world.request('admin', 'POST', hubs, { name: 'UPPER', spec: { memori: {}, capacity: { seats: -1 } } })
  t.same(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort(), ['/cluster', '/name', '/spec/capacity/seats', '/spec/memori'])
})

t.test('a secret in a bad body is in no answer', async (t) => {
  const secret = 's3cret-value'
  const bad = [
    hub({ login: { type: 'github', clientId: 7, clientSecret: secret } }),
    hub({ login: { type: 'github', clientId: 'a', clientSecret: [secret] } }),
    hub({ login: { type: secret } }),
    hub({ login: { type: 'dummy', password: secret, extra: secret } }),
    hub({ login: { type: 'github', clientId: 'a', clientSecret: secret }, memory: { guarantee: '1Gi' } }),
    hub({ login: secret }),
    hub(secret),
    kubeconfig(`token: ${secret}, exec: { command: ${secret} }`),
    kubeconfig(`token: ${secret}`, { server: 'https://10.0.0.1' }),
    kubeconfig(`token: ${secret}`, { server: `https://me:${secret}@203.0.113.7` }),
    kubeconfig(`token: [${secret}]`),
    { path: hubs, body: `{"name": "${secret}` },
    { path: hubs, body: `{"__proto__": {"a": "${secret}"}}` },
  ]
  for (const { path, body } of bad) {
    const answer = await world.request('admin', 'POST', path, body)
    t.ok(answer.status >= 400 && answer.status < 500, JSON.stringify(answer.body))
    t.notMatch(JSON.stringify(answer), secret, JSON.stringify(body))
  }
})

t.end()
