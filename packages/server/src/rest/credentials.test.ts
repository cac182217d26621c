import { generateKeyPairSync } from 'node:crypto'
import t from 'tap'
import { requireCredential } from '@hubfleet/control'
import { Problem } from '@hubfleet/core'
import { clusters, credentials, eq, platformScope, sql, transaction } from '@hubfleet/database'
import { testWorld } from '../testing.ts'

/*
 * A team registers how Hubfleet gets into its clouds: nobody is ever shown a secret again, no tenant acts as the platform, and nothing that is
 * in use goes away.
 */
const world = await testWorld(t)
const guarded: string[] = []
world.control.guard = async (host, { unencrypted } = {}) => {
  guarded.push(host)
  if (host === '10.0.0.1' || unencrypted) throw new Problem('address-refused', { address: host, reason: 'a private address' })
}
const at = '/v1/tenants/physics/credentials'
const awsKey = { type: 'aws-key', account: '123456789012', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI-very-secret' }
const pem = generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } }).privateKey
const keyFile = { type: 'service_account', project_id: 'a-project', private_key_id: '0123', private_key: pem, client_email: 'hubfleet@a-project.iam.gserviceaccount.com', token_uri: 'https://evil.example.org/token' }
const create = (name: string, spec: object, { query = '', who = 'admin' as const, tenant = 'physics' } = {}) => world.request(tenant === 'platform' ? 'platformAdmin' : who, 'POST', `/v1/tenants/${tenant}/credentials${query}`, { name, spec })
const update = (name: string, spec: object, query = '') => world.request('admin', 'PATCH', `${at}/${name}${query}`, { spec })
const get = async (name: string) => (await world.request('reader', 'GET', `${at}/${name}`)).body
const open = async (name: string) => {
  const { openCredential } = await import('@hubfleet/control')
  const [row] = await transaction(world.database, platformScope, (tx) => tx.select().from(credentials).where(eq(credentials.name, name)))
  return openCredential(world.control.keyRing, row!)
}

t.test('it is kept at once and asked of the cloud by an operation; its secret is shown by none of create, get, list, update, GraphQL and plan', async (t) => {
  const seen: unknown[] = []
  const see = <T extends { status: number; body: any }>(answer: T): T => { seen.push(answer.body); return answer }
  see(await create('plain', awsKey, { query: '?validateOnly=true' }))
  const made = see(await create('plain', awsKey))
  t.match(made, { status: 202, body: { kind: 'credential.create', target: { type: 'credential' }, state: 'queued' } })
  t.equal(made.headers['location'], `${at}/${made.body.target.id}`)
  t.match(see({ status: 200, body: await get('plain') }).body, { name: 'plain', cloud: 'aws', state: 'checking', spec: { type: 'aws-key', account: '123456789012', accessKeyId: 'AKIAIOSFODNN7EXAMPLE' }, trust: null, generation: 1, observedGeneration: 0 })
  see(await world.request('reader', 'GET', at))
  const plan = see(await update('plain', { type: 'aws-key', secretAccessKey: 'a-newer-very-secret' }, '?validateOnly=true'))
  t.same(plan.body.diff, [{ op: 'replace', path: '/secretAccessKey' }], 'the plan says that it is another one, and neither')
  t.equal(see(await update('plain', { type: 'aws-key', secretAccessKey: 'a-newer-very-secret' })).status, 202)
  t.same(await open('plain'), { ...awsKey, secretAccessKey: 'a-newer-very-secret' }, 'what is left out stays')
  see(await world.graphql('reader', '{ credential(tenant: "physics", credential: "plain") { name spec { type account } status { identity } } }'))
  see(await world.request('admin', 'POST', at, { name: 'plain', spec: awsKey }))
  see(await world.request('admin', 'POST', at, { name: 'wrong', spec: { ...awsKey, account: '12' } }))
  see(await world.graphql('admin', 'mutation($spec: JSON!) { credentialCreate(tenant: "physics", input: { name: "gql", spec: $spec }) { operation { id } } }', { spec: awsKey }))
  see(await world.request('reader', 'GET', '/v1/tenants/physics/operations'))
  t.ok((await tablesWith('AKIAIOSFODNN7EXAMPLE')).includes('public.credentials'), 'what is no secret is found')
  for (const secret of [awsKey.secretAccessKey, 'a-newer-very-secret']) {
    t.notMatch(JSON.stringify(seen), secret, 'in no answer')
    t.same(await tablesWith(secret), [], 'in no table')
  }
})

/** Every table that has a text anywhere, whatever its columns are. */
async function tablesWith(text: string): Promise<string[]> {
  return transaction(world.database, platformScope, async (tx) => {
    const { rows } = await tx.execute<{ name: string }>(sql`select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`)
    const found: string[] = []
    for (const { name } of rows) {
      const { rows: [hit] } = await tx.execute<{ count: number }>(sql.raw(`select count(*)::int as count from ${name} as r where r::text like '%${text}%'`))
      if (hit!.count > 0) found.push(name)
    }
    return found
  })
}

t.test('of a service account\'s file only what is needed is kept, and no address in it', async (t) => {
  t.equal((await create('google', { type: 'gcp-key', project: 'a-project', key: JSON.stringify(keyFile) })).status, 202)
  const { token_uri: _, ...kept } = keyFile
  t.same(JSON.parse((await open('google') as { key: string }).key), kept)
  t.notMatch(JSON.stringify(await get('google')), 'private_key')
})

const refused: [string, object, object][] = [
  ['a file that would run a program of the worker', { type: 'gcp-key', project: 'a-project', key: JSON.stringify({ type: 'external_account', credential_source: { executable: { command: 'sh' } } }) }, { pointer: '/spec/key', code: 'key' }],
  ['what is no file of a key', { type: 'gcp-key', project: 'a-project', key: 'very-secret' }, { pointer: '/spec/key', code: 'key' }],
  ['a key that was cut', { type: 'gcp-key', project: 'a-project', key: JSON.stringify({ ...keyFile, private_key: pem.slice(0, 90) }) }, { pointer: '/spec/key', code: 'key' }],
  ['a role of another account', { type: 'aws-federation', account: '123456789012', role: 'arn:aws:iam::999999999999:role/a' }, { pointer: '/spec/role', code: 'other-account' }],
  ['a number that is no account', { ...awsKey, account: '1234' }, { pointer: '/spec/account', code: 'pattern' }],
  ['a field of another kind', { ...awsKey, project: 'x' }, { pointer: '/spec/project', code: 'unknown-field' }],
  ['an address with a password', { ...awsKey, endpoints: { sts: 'https://a:b@sts.example.org' } }, { pointer: '/spec/endpoints/sts', code: 'address' }],
  ['an address of another scheme', { ...awsKey, endpoints: { sts: 'file:///etc/passwd' } }, { pointer: '/spec/endpoints/sts', code: 'address' }],
]
for (const [what, spec, field] of refused) {
  t.test(`${what} is refused where it stands, and not quoted`, async (t) => {
    const answer = await create('bad', spec)
    t.match(answer, { status: 400, body: { code: 'invalid-request', errors: [field] } })
    t.notMatch(JSON.stringify(answer.body), /very-secret|BEGIN PRIVATE/)
  })
}

t.test('the outgoing guard judges every address, and whether it may be asked without TLS', async (t) => {
  guarded.length = 0
  t.match(await create('inside', { ...awsKey, endpoints: { eks: 'https://eks.example.org', sts: 'https://10.0.0.1' } }), { status: 422, body: { code: 'address-refused', errors: [{ pointer: '/spec/endpoints/sts' }] } })
  t.same(guarded, ['eks.example.org', '10.0.0.1'])
  t.match(await create('open', { ...awsKey, endpoints: { sts: 'http://sts.example.org' } }), { status: 422, body: { code: 'address-refused' } })
  await create('guarded', awsKey)
  t.match(await update('guarded', { type: 'aws-key', endpoints: { sts: 'https://10.0.0.1' } }), { status: 422, body: { code: 'address-refused' } }, 'a later change too')
})

t.test('the worker\'s own identity is for the platform alone: a tenant that could name it would act as the platform', async (t) => {
  const ambient = { type: 'aws-ambient', account: '123456789012' }
  t.match(await create('mine', ambient), { status: 422, body: { code: 'credential-denied', nextStep: /aws-federation/ } })
  await create('turned', awsKey)
  t.match(await update('turned', ambient), { status: 422, body: { code: 'credential-denied' } }, 'nor by a change')
  t.equal((await create('own', ambient, { tenant: 'platform' })).status, 202)
  t.match(await world.request('admin', 'GET', `${at}/own`), { status: 404 })
})

t.test('cloud and account stay: what was made in one would be looked for in another', async (t) => {
  await create('stays', awsKey)
  t.match(await update('stays', { type: 'gcp-ambient', project: 'a-project' }), { status: 400, body: { errors: [{ pointer: '/spec/type', code: 'other-cloud' }] } })
  t.match(await update('stays', { type: 'aws-key', account: '210987654321' }), { status: 400, body: { errors: [{ pointer: '/spec/account', code: 'other-account' }] } })
  t.match(await update('stays', { type: 'aws-federation', account: '123456789012' }), { status: 400, body: { errors: [{ pointer: '/spec/role', code: 'required' }] } }, 'another type is sent whole')
  t.equal((await update('stays', { type: 'aws-federation', account: '123456789012', role: 'arn:aws:iam::123456789012:role/hubfleet' })).status, 202)
  t.same(await open('stays'), { type: 'aws-federation', account: '123456789012', role: 'arn:aws:iam::123456789012:role/hubfleet' }, 'the old secret is gone')
})

t.test('a federation tells what the cloud must be told, before it is made and after', async (t) => {
  const { body: { id: tenant } } = await world.request('reader', 'GET', '/v1/tenants/physics')
  const spec = { type: 'gcp-federation', project: 'a-project', workloadIdentityProvider: 'projects/12345/locations/global/workloadIdentityPools/hubfleet/providers/hubfleet', serviceAccount: 'hubfleet@a-project.iam.gserviceaccount.com' }
  t.match(await world.request('reader', 'GET', '/v1/tenants/physics/trust'), { status: 200, body: { issuer: 'https://hubfleet.test', subject: `tenant:${tenant}`, audiences: { azure: 'api://AzureADTokenExchange', aws: 'sts.amazonaws.com' } } })
  const trust = { issuer: 'https://hubfleet.test', subject: `tenant:${tenant}`, audience: `https://iam.googleapis.com/${spec.workloadIdentityProvider}` }
  const { body: plan } = await create('federated', spec, { query: '?validateOnly=true' })
  for (const text of Object.values(trust)) t.match(plan.elsewhere[0], text)
  await create('federated', spec)
  t.same((await get('federated')).trust, trust)
})

t.test('it is not deleted while a cluster is made by it, and says by which; then it is forgotten, with what waited for it', async (t) => {
  const { body: operation } = await create('used', awsKey)
  const id = operation.target.id
  const using = (spec: object) => transaction(world.database, platformScope, (tx) => tx.update(clusters).set({ spec: spec as never }).where(eq(clusters.name, 'lab')))
  const [{ spec }] = await transaction(world.database, platformScope, (tx) => tx.select({ spec: clusters.spec }).from(clusters).where(eq(clusters.name, 'lab'))) as [{ spec: object }]
  await using({ ...spec, credential: id })
  t.match(await world.request('admin', 'DELETE', `${at}/used`), { status: 409, body: { code: 'credential-in-use', detail: /lab/ } })
  await update('used', { type: 'aws-key', secretAccessKey: 'another' })
  const [lab] = await transaction(world.database, platformScope, (tx) => tx.select().from(clusters).where(eq(clusters.name, 'lab')))
  t.equal(lab!.credentialRevision, 2, 'what was opened with the old secret is opened anew')
  await using(spec)
  t.match(await world.request('admin', 'DELETE', `${at}/used`), { status: 200, body: { name: 'used' } })
  t.match(await world.request('admin', 'GET', `${at}/used`), { status: 404 })
  t.match((await world.request('reader', 'GET', `/v1/tenants/physics/operations/${operation.id}`)).body, { state: 'canceled', done: true })
})

t.test('verbs that need one find the tenant\'s own, for the right cloud', async (t) => {
  await create('found', awsKey)
  const [row] = await transaction(world.database, platformScope, (tx) => tx.select().from(credentials).where(eq(credentials.name, 'found')))
  const find = (tenant: string, ref: string, cloud: 'aws' | 'gcp') => transaction(world.database, tenant, (tx) => requireCredential(tx, { id: tenant }, ref, cloud))
  t.equal((await find(row!.tenantId, 'found', 'aws')).id, row!.id)
  t.equal((await find(row!.tenantId, row!.id, 'aws')).id, row!.id)
  await t.rejects(find(row!.tenantId, 'found', 'gcp'), { code: 'invalid-request', errors: [{ pointer: '/credential', code: 'other-cloud' }] })
  await t.rejects(find('tenant_other', row!.id, 'aws'), { code: 'invalid-request', errors: [{ pointer: '/credential', code: 'not-found' }] })
})

t.test('without a public address a federation is refused, with what helps', async (t) => {
  const { publicUrl } = world.control
  world.control.publicUrl = null
  const spec = { type: 'azure-federation', subscription: '00000000-0000-0000-0000-000000000001', directory: 'example.org', clientId: '00000000-0000-0000-0000-000000000002' }
  t.match(await create('none', spec), { status: 422, body: { code: 'federation-unset', nextStep: /HUBFLEET_PUBLIC_URL.*azure-secret/ } })
  t.match(await world.request('reader', 'GET', '/v1/tenants/physics/trust'), { status: 422, body: { code: 'federation-unset' } })
  world.control.publicUrl = publicUrl
})

t.test('the simulated cloud is for sandbox tenants', async (t) => {
  const spec = { type: 'sandbox', account: 'physics', secret: 'very-secret' }
  await world.request('platformAdmin', 'POST', '/v1/tenants', { name: 'serious' })
  t.match(await world.request('platformAdmin', 'POST', '/v1/tenants/serious/credentials', { name: 'toy', spec }), { status: 422, body: { code: 'sandbox-only' } })
  t.equal((await create('toy', spec)).status, 202)
  t.match(await world.request('admin', 'POST', '/v1/tenants/physics/clusters', { name: 'paid', provider: 'sandbox', credential: 'toy' }), { status: 202 })
  t.match(await world.request('admin', 'DELETE', `${at}/toy`), { status: 409, body: { code: 'credential-in-use', detail: /paid/ } })
  t.match(await world.request('admin', 'POST', '/v1/tenants/physics/clusters', { name: 'other', provider: 'sandbox', credential: 'plain' }), { status: 400, body: { errors: [{ pointer: '/credential', code: 'other-cloud' }] } })
})

t.test('a cluster goes over to another credential for its account that the cloud took, and to no other', async (t) => {
  const toy = (account: string) => ({ type: 'sandbox', account, secret: 'any' })
  for (const [name, account] of [['first', 'lab-1'], ['second', 'lab-1'], ['elsewhere', 'lab-2']] as const) t.equal((await create(name, toy(account))).status, 202)
  const { id, conditions } = (await transaction(world.database, platformScope, (tx) => tx.select().from(credentials).where(eq(credentials.name, 'second'))))[0]!
  t.equal((await world.request('admin', 'POST', '/v1/tenants/physics/clusters', { name: 'moves', provider: 'sandbox', credential: 'first' })).status, 202)
  const goOver = (credential: string, { cluster = 'moves', query = '' } = {}) => world.request('admin', 'PATCH', `/v1/tenants/physics/clusters/${cluster}${query}`, { credential })
  const found = async (state: 'ready' | 'refused', message: string) => transaction(world.database, platformScope, (tx) => tx.update(credentials).set({
    state, conditions: [{ type: 'CredentialReady', status: state === 'ready' ? 'True' : 'False', reason: 'Told', message, observedGeneration: 1, lastTransitionTime: new Date(0).toISOString() }],
  }).where(eq(credentials.id, id)))
  const refused = (code: string, detail: RegExp) => ({ status: 400, body: { code: 'invalid-request', errors: [{ pointer: '/credential', code, detail }] } })
  t.same(conditions, [])
  t.match(await goOver('second'), refused('not-checked', /has not answered yet.*hubfleet credential get second/))
  await found('refused', 'the account is closed.')
  t.match(await goOver('second'), refused('refused', /the account is closed\..*hubfleet credential check second/))
  await found('ready', 'it may all')
  t.match(await goOver('elsewhere'), refused('other-account', /made in lab-1.*is for lab-2/))
  t.match(await goOver('plain'), refused('other-cloud', /is for aws/))
  t.match(await goOver('nobody'), refused('not-found', /hubfleet credential list/))
  const lab = (managed: boolean) => transaction(world.database, platformScope, (tx) => tx.update(clusters).set({ managed }).where(eq(clusters.name, 'lab')))
  await lab(false)
  t.match(await goOver('second', { cluster: 'lab' }), refused('not-used', /registered/))
  await lab(true)

  t.match((await goOver('second', { query: '?validateOnly=true' })).body, { diff: [{ op: 'replace', path: '/credential', value: id }] })
  t.match(await goOver('second'), { status: 202, body: { kind: 'cluster.update' } })
  t.match((await world.request('reader', 'GET', '/v1/tenants/physics/clusters/moves')).body, { credential: id, generation: 2, conditions: [{ type: 'CredentialReady', status: 'True', message: 'it may all' }] })
  t.equal((await world.request('admin', 'DELETE', `${at}/first`)).status, 200, 'the former is free')
  t.match(await world.request('admin', 'DELETE', `${at}/second`), { status: 409, body: { code: 'credential-in-use' } })
})
