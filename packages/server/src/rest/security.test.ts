import t from 'tap'
import { clusters, eq, platformScope, tenants, transaction } from '@hubfleet/database'
import { completePolicy } from '@hubfleet/core'
import { testWorld } from '../testing.ts'

const world = await testWorld(t)
const hubs = '/v1/tenants/physics/hubs'
const post = (body: unknown, query = '') => world.request('admin', 'POST', `${hubs}${query}`, body)
const plan = async (spec: object) => (await post({ name: 'try', cluster: 'lab', spec }, '?validateOnly=true')).body
const page = async (hub: string) => (await world.request('reader', 'GET', `${hubs}/${hub}/security`)).body
const enforces = (networkPolicies?: string) => transaction(world.database, platformScope, (tx) => tx.update(clusters).set({ status: networkPolicies ? { networkPolicies } : {} }).where(eq(clusters.name, 'lab')))
const real = { exposure: { host: 'real.example.org', https: { type: 'letsencrypt', contactEmail: 'ada@example.org' } }, login: { type: 'github', clientId: 'a', clientSecret: 's' }, access: { users: ['ada'] } }
await transaction(world.database, platformScope, (tx) => tx.update(tenants).set({ policy: completePolicy({ allow: { network: true, extraConfig: true, extraServices: true, privileged: true } }) }).where(eq(tenants.name, 'physics')))

t.test('the page of a hub has each item with its state, and what mends a deviation', async (t) => {
  await enforces('enforced')
  t.equal((await post({ name: 'course', cluster: 'lab', spec: { ...real, exposure: { ...real.exposure, host: 'course.example.org' } } })).status, 202)
  const { state, podSecurity, items } = await page('course')
  t.equal(state, 'ok')
  t.equal(podSecurity, 'restricted')
  t.ok(items.length >= 15)
  t.ok(items.every(({ id, what, why }: any) => id && what && why))
  t.equal((await world.request('admin', 'PATCH', `${hubs}/course`, { spec: { exposure: { https: null } } })).status, 202)
  const after = await page('course')
  t.equal(after.state, 'deviation')
  t.match(after.items.find(({ id }: any) => id === 'https'), { state: 'deviation', what: /not encrypted/, why: /passwords/, mend: /exposure.https/, field: '/exposure/https' })
})

t.test('where the cluster enforces NetworkPolicies they block the metadata, else iptables does; a choice stands', async (t) => {
  const chosen = async (spec: object) => (await plan(spec)).diff[0].value.security.cloudMetadata
  await enforces('enforced')
  t.equal(await chosen({}), 'networkPolicy')
  t.equal(await chosen({ security: { cloudMetadata: 'iptables' } }), 'iptables')
  for (const state of ['not-enforced', 'unknown', undefined]) {
    await enforces(state)
    t.equal(await chosen({}), 'iptables', state ?? 'not looked at yet')
  }
  t.equal(await chosen({ security: { cloudMetadata: 'networkPolicy' } }), 'networkPolicy')
  await enforces('enforced')
})

t.test('each deviation is a warning on the plan, with what mends it', async (t) => {
  t.same((await plan(real)).warnings, [])
  t.match((await plan({ ...real, exposure: {} })).warnings, [/not encrypted.* Set exposure.host and exposure.https/])
  t.match((await plan({ ...real, image: { name: 'quay.io/x/y', tag: 'latest' } })).warnings, [/quay.io\/x\/y:latest is whatever was pushed last/, /was not looked up/], 'once, not twice')
  t.match((await plan({ ...real, values: { hub: { services: { grader: { admin: true, apiToken: 'hush' } } } } })).warnings, [/service grader may do everything/, /readable in the raw values, at hub.services.grader.apiToken/])
  await enforces('not-enforced')
  t.match((await plan({ ...real, security: { cloudMetadata: 'networkPolicy' } })).warnings, [/enforces no NetworkPolicies/, /reach the cloud's metadata/])
  await enforces('enforced')
})

t.test('no secret is in a warning or on the page', async (t) => {
  const values = { hub: { services: { grader: { apiToken: 'hush-hush' } }, db: { type: 'other', url: 'postgres://a:hush-hush@db/x' } } }
  t.equal((await post({ name: 'told', cluster: 'lab', spec: { ...real, exposure: { type: 'clusterIP' }, values } })).status, 202)
  const told = await page('told')
  t.match(told.items.find(({ id }: any) => id === 'secrets-in-values'), { state: 'deviation' })
  t.notMatch(JSON.stringify(told), 'hush-hush')
})

t.test('a login that lets anybody in, by raw values too, and open metadata must be confirmed, once', async (t) => {
  const raw = { values: { hub: { config: { JupyterHub: { authenticator_class: 'dummy' }, Authenticator: { allow_all: true } } } } }
  const refused = await post({ name: 'open', cluster: 'lab', spec: { ...raw } })
  t.match(refused.body, { code: 'confirmation-required', nextStep: /open-login/ })
  const metadata = { ...real, values: { singleuser: { networkPolicy: { egressAllowRules: { cloudMetadataServer: true } } } } }
  const found = await post({ name: 'open', cluster: 'lab', spec: metadata })
  t.match(found.body, { code: 'confirmation-required', nextStep: /open-metadata/ }, JSON.stringify(found.body.errors))
  t.equal((await post({ name: 'open', cluster: 'lab', spec: raw, confirm: ['open-login'] })).status, 202)
  const { body } = await world.request('admin', 'PATCH', `${hubs}/open?validateOnly=true`, { spec: { memory: { limit: '2G' } } })
  t.same(body.confirmations, [])
  t.match(body.warnings.join(' '), /Whoever reaches the hub gets a server with any name, without a password/, 'but it is told with each change')
})

t.test('a level that was seen and is not the one that is wanted is a deviation', async (t) => {
  const { hubs: table } = await import('@hubfleet/database')
  await transaction(world.database, platformScope, (tx) => tx.update(table).set({ status: { podSecurity: 'privileged' } }).where(eq(table.name, 'told')))
  t.match((await page('told')).items.find(({ id }: any) => id === 'pod-security'), { state: 'deviation', what: /enforces the level privileged.*not restricted/ })
})
