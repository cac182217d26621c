import t from 'tap'
import { eq, hubs as table, platformScope, transaction } from '@hubfleet/database'
import { testWorld } from '../testing.ts'

/*
 * A team sets up a real login: it learns beforehand what to enter elsewhere, is stopped before people lose their homes, and replaces a secret without ever seeing the old one.
 */
const world = await testWorld(t)
const hubs = '/v1/tenants/physics/hubs'
const github = { type: 'github', clientId: 'id', clientSecret: 'a-very-secret-text', organizations: ['data-8'] }
const create = (name: string, spec: object, query = '') => world.request('admin', 'POST', `${hubs}${query}`, { name, cluster: 'lab', spec, confirm: ['open-login'] })
const update = (name: string, spec: object, { query = '', confirm = [] as string[] } = {}) => world.request('operator', 'PATCH', `${hubs}/${name}${query}`, { spec, confirm })
const get = async (name: string) => (await world.request('reader', 'GET', `${hubs}/${name}`)).body
/** People have been here, and the load balancer has its address. */
const served = (name: string) => transaction(world.database, platformScope, (tx) => tx.update(table).set({ status: { readyAt: '2026-01-01T00:00:00Z', address: '203.0.113.4' } }).where(eq(table.name, name)))

t.test('what to enter elsewhere is known before the hub is, and again by its read', async (t) => {
  const exposure = { host: 'one.example.org' }
  const { body: plan } = await create('one', { login: github, exposure }, '?validateOnly=true')
  t.same(plan.elsewhere, ['At GitHub: the callback address https://one.example.org/hub/oauth_callback', 'In the DNS: a record for one.example.org; status.dnsRecord of the hub tells which as soon as it has an address.'])
  t.notMatch(JSON.stringify(plan), 'a-very-secret-text')
  await create('one', { login: github, exposure })
  t.same((await get('one')).loginAddresses, { provider: 'GitHub', callbackUrl: 'https://one.example.org/hub/oauth_callback' })
  await served('one')
  t.same((await update('one', { exposure: { host: 'two.example.org' } }, { query: '?validateOnly=true' })).body.elsewhere, [
    'At GitHub: the callback address https://two.example.org/hub/oauth_callback', 'In the DNS: two.example.org A 203.0.113.4',
  ])
  t.same((await update('one', { memory: { guarantee: '2G' } }, { query: '?validateOnly=true' })).body.elsewhere, [], 'what was told already is not told again')
})

t.test('a secret is replaced without the old one, and shown nowhere', async (t) => {
  await create('secret', { login: github })
  const { status, body: plan } = await update('secret', { login: { type: 'github', clientSecret: 'another-secret-text' } }, { query: '?validateOnly=true' })
  t.equal(status, 200)
  t.same(plan.diff, [])
  t.match(plan.disruption.restarts, ['hub'])
  t.notMatch(JSON.stringify(plan), /secret-text/)
  t.equal((await update('secret', { login: { type: 'github', clientSecret: 'another-secret-text' } })).status, 202)
  t.notMatch(JSON.stringify(await get('secret')), /secret-text/)
  t.equal((await update('secret', { login: { type: 'github', organizations: ['jupyter'] } })).status, 202, 'and kept by a change of something else')
})

t.test('a second hosted domain is stopped until it is said what becomes of names', async (t) => {
  const google = { type: 'google', clientId: 'id', clientSecret: 's', hostedDomains: ['x.example.org'] }
  await create('domains', { login: google, access: { allowAll: true } })
  await served('domains')
  const second = { type: 'google', hostedDomains: ['x.example.org', 'y.example.org'] }
  const refused = await update('domains', { login: second })
  t.match(refused, { status: 400, body: { code: 'invalid-request', errors: [{ pointer: '/spec/login/stripDomain', code: 'ambiguous-names', detail: /strippedDomains/ }] } })
  t.match(await update('domains', { login: { ...second, stripDomain: false } }), { status: 422, body: { code: 'confirmation-required', params: { confirmation: 'users-renamed', what: /ada of x\.example\.org was ada and is ada@x\.example\.org/ } } })
  t.equal((await update('domains', { login: { ...second, strippedDomains: ['x.example.org'] } })).status, 202, 'nobody is renamed')
  t.equal((await update('domains', { login: { ...second, stripDomain: false, strippedDomains: null } }, { confirm: ['users-renamed'] })).status, 202)
})

t.test('before anybody came, nobody can lose anything', async (t) => {
  await create('fresh', { login: github })
  t.equal((await update('fresh', { login: { type: 'auth0', clientId: 'id', clientSecret: 's', domain: 'x.auth0.com' } })).status, 202)
})

t.test('a plan of a hub that nobody may use says what to do', async (t) => {
  const { body: plan } = await create('nobody', { login: { ...github, organizations: [] } }, '?validateOnly=true')
  t.match(plan.warnings.join(), /Nobody may log in yet: name people in access\.users or access\.admins, name login\.organizations/)
})
