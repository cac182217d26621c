import { createRemoteJWKSet, jwtVerify } from 'jose'
import t from 'tap'
import { Problem, type CloudCredential, type ProblemDocument } from '../packages/core/src/index.ts'
import { clusters, credentials, eq, events, platformScope, sql, transaction } from '../packages/database/src/index.ts'
import { Jobs } from '../packages/engine/src/index.ts'
import type { CredentialFinding, OpenCredential, Provider } from '../packages/providers/src/index.ts'
import { address, testWorld } from '../packages/server/src/testing.ts'
import { Worker } from '../packages/worker/src/index.ts'

/*
 * What a cloud says of a credential, through the whole server and a worker; the cloud is one that answers as it is told to. What it refuses is
 * said, with what mends it, also when it refuses later on what it took before; and no secret is ever written down.
 */
t.setTimeout(120_000)
const logged: string[] = []
const world = await testWorld(t, { logger: { level: 'trace', stream: { write: (line: string) => { logged.push(line) } } } })
const secret = 'wJalrXUtnFEMI/very+secret'
const good: CredentialFinding = { cloud: 'aws', identity: 'arn:aws:iam::123456789012:user/hubfleet', missing: [], account: 'teaching' }
let answer: (credential: OpenCredential) => Promise<CredentialFinding> = async () => good
const cloud: Provider = {
  kind: 'eks', capabilities: { managed: true, virtualTime: false, loadBalancer: true, metrics: false },
  checkCredential: (credential) => answer(credential),
  open: async () => { throw new Problem('cluster-unreachable', { cluster: 'it', server: 'nowhere', reason: 'not made' }) },
}
const worker = new Worker({
  database: world.database, jobs: new Jobs(world.database, { worker: true }), clock: world.control.clock, keyRing: world.control.keyRing, publicUrl: 'https://hubfleet.test', providers: [cloud],
  chartArchive: async () => { throw new Error('nobody asks for a chart') }, onError: (error) => { logged.push(String(error)) },
})
await worker.start()
t.teardown(() => worker.stop())

const at = '/v1/tenants/physics/credentials'
const awsKey = { type: 'aws-key', account: '123456789012', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: secret }
const send = async (method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<string> => (await world.request('admin', method, `${at}${path}`, body)).body.id
const create = (name: string, spec: object = awsKey) => send('POST', '', { name, spec })
const check = (name: string) => send('POST', `/${name}/check`)
const get = async (name: string) => (await world.request('reader', 'GET', `${at}/${name}`)).body
const conditionOf = ({ conditions }: { conditions: { type: string }[] }) => conditions.find(({ type }) => type === 'CredentialReady')

/** The operation when it is done. */
async function done(id: string) {
  for (;;) {
    const { body } = await world.request('reader', 'GET', `/v1/tenants/physics/operations/${id}?wait=5`)
    if (body.done) return body as { state: string; error: ProblemDocument | null; result: Record<string, unknown> | null; attempt: number }
  }
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const seen = await look()
    if (seen !== undefined) return seen
    await new Promise((resolve) => { setTimeout(resolve, 50) })
  }
}

const eventsOf = (type: string) => transaction(world.database, platformScope, (tx) => tx.select().from(events).where(eq(events.type, type)))

t.test('one that the cloud takes is ready, and says whose it is', async (t) => {
  t.match(await done(await create('good')), { state: 'succeeded', result: { identity: good.identity, account: 'teaching' } })
  t.match(await get('good'), { state: 'ready', status: { identity: good.identity, account: 'teaching', missing: [], checkedAt: String }, generation: 1, observedGeneration: 1, conditions: [{ type: 'CredentialReady', status: 'True', message: /hubfleet may all.*teaching/ }] })
  t.match(await eventsOf('credential.ready'), [{ data: { name: 'good', from: 'checking' } }])
})

t.test('what it lacks is listed, with what mends it; once that is done another look succeeds', async (t) => {
  answer = async () => ({ ...good, missing: ['eks:CreateCluster', 'ec2:DescribeSubnets'] })
  t.match(await done(await create('little')), { state: 'failed', error: { code: 'cloud-permissions-missing', detail: /eks:CreateCluster, ec2:DescribeSubnets/, nextStep: /published role to arn:aws/ } })
  t.match(await get('little'), { state: 'refused', status: { missing: ['eks:CreateCluster', 'ec2:DescribeSubnets'] }, conditions: [{ status: 'False', reason: 'CloudPermissionsMissing', message: /eks:CreateCluster.*hubfleet credential check/ }] })
  answer = async () => good
  t.match(await done(await check('little')), { state: 'succeeded' })
  t.match(await get('little'), { state: 'ready', status: { missing: [] }, generation: 1 })
})

t.test('one that is taken away is noticed within a day, unasked, and told to the clusters that are made by it; a new secret mends all of it', async (t) => {
  const { body: { target: { id } } } = await world.request('admin', 'POST', at, { name: 'revoked', spec: awsKey })
  await until(async () => ((await get('revoked')).state === 'ready' ? true : undefined))
  await transaction(world.database, platformScope, (tx) => tx.update(clusters).set({ spec: sql`${clusters.spec} || ${JSON.stringify({ credential: id })}::jsonb` }).where(eq(clusters.name, 'lab')))
  answer = async () => { throw new Problem('cloud-credential-refused', { cloud: 'aws', reason: 'The security token included in the request is invalid', fix: 'Make another access key and give it with `hubfleet credential update`.' }) }
  world.advance(24 * 3600 * 1000 + 1000)
  await until(async () => ((await get('revoked')).state === 'refused' ? true : undefined))
  t.match(await get('revoked'), { status: { identity: good.identity }, conditions: [{ status: 'False', reason: 'CloudCredentialRefused', message: /token.*invalid.*credential update/ }] })
  const told = (await eventsOf('credential.refused')).filter(({ subject }) => subject === id)
  t.match(told, [{ data: { name: 'revoked', code: 'cloud-credential-refused', clusters: ['lab'] } }])
  const lab = async () => (await world.request('reader', 'GET', '/v1/tenants/physics/clusters/lab')).body
  t.match(conditionOf(await lab()), { status: 'False', message: /credential update/ })

  answer = async (credential) => {
    if ((credential as { secretAccessKey: string }).secretAccessKey !== 'another-very-secret') throw new Error('the old secret was shown')
    return good
  }
  t.match(await done(await send('PATCH', '/revoked', { spec: { type: 'aws-key', secretAccessKey: 'another-very-secret' } })), { state: 'succeeded' })
  t.match(conditionOf(await lab()), { status: 'True' })
})

t.test('a look that had begun before it was asked for is no answer', async (t) => {
  const looks: ((finding: CredentialFinding) => void)[] = []
  const begun = (count: number) => until(async () => (looks.length >= count ? true : undefined))
  answer = () => new Promise((resolve) => { looks.push(resolve) })
  const first = await create('raced')
  await begun(1)
  const second = await check('raced')
  looks[0]!({ ...good, missing: ['eks:CreateCluster'] })
  t.match(await done(first), { state: 'failed' })
  await begun(2)
  t.match((await world.request('reader', 'GET', `/v1/tenants/physics/operations/${second}`)).body, { done: false })
  looks[1]!(good)
  t.match(await done(second), { state: 'succeeded' })
})

t.test('a cloud that asks for patience is asked again, and nothing is said of the credential meanwhile', async (t) => {
  let asked = 0
  answer = async () => {
    if (asked++ === 0) throw new Problem('cloud-throttled', { cloud: 'aws', reason: 'Rate exceeded' })
    return good
  }
  const operation = await create('throttled')
  const seen = await until(async () => { const { conditions } = await get('throttled'); return conditions.length > 0 ? conditions[0] : undefined })
  t.not(seen.status, 'False')
  t.match(await done(operation), { state: 'succeeded' })
  t.same((await eventsOf('credential.refused')).filter(({ data }) => data['name'] === 'throttled'), [])
})

t.test('a cloud that quotes what it was sent gets no secret into a problem, a condition, an event, a log or a table', async (t) => {
  answer = async (credential) => { throw new Problem('cloud-credential-refused', { cloud: 'aws', reason: `cannot parse "${(credential as { secretAccessKey: string }).secretAccessKey}"`, fix: 'Make another.' }) }
  const { error } = await done(await create('quoted'))
  t.match(error, { code: 'cloud-credential-refused', detail: /cannot parse "•+"/ })
  t.notMatch(JSON.stringify([error, await get('quoted'), (await world.request('reader', 'GET', at)).body]), secret)
  t.ok(logged.length > 10)
  t.notMatch(logged.join('\n'), secret)
  t.same(await tablesWith(secret), [])
  t.ok((await tablesWith('cannot parse')).includes('public.operations'))
})

/** Every table that has a text anywhere, whatever its columns are. */
async function tablesWith(text: string): Promise<string[]> {
  return transaction(world.database, platformScope, async (tx) => {
    const { rows } = await tx.execute<{ name: string }>(sql`select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`)
    const found: string[] = []
    for (const { name } of rows) {
      const { rows: [hit] } = await tx.execute<{ hit: boolean }>(sql`select exists (select from ${sql.raw(name)} as r where strpos(r::text, ${text}) > 0) as hit`)
      if (hit!.hit) found.push(name)
    }
    return found
  })
}

t.test('deleted in the middle of a look it is gone, and the look leaves nothing', async (t) => {
  let release = (_: CredentialFinding): void => {}
  const begun = new Promise<void>((resolve) => { answer = () => { resolve(); return new Promise((give) => { release = give }) } })
  const operation = await create('gone')
  await begun
  await send('DELETE', '/gone')
  release(good)
  t.match(await done(operation), { state: 'canceled' })
  answer = async () => good
  t.match(await done(await create('gone')), { state: 'succeeded' }, 'the name is free')
  const rows = await transaction(world.database, platformScope, (tx) => tx.select().from(credentials).where(eq(credentials.name, 'gone')))
  t.equal(rows.length, 1)
})

t.test('a federation holds no secret: the cloud is shown a token of ten minutes that names the tenant, and finds the key to believe it by itself', async (t) => {
  await world.app.listen({ port: 0 })
  const server = address(world)
  const { body: { id: tenant } } = await world.request('reader', 'GET', '/v1/tenants/physics')
  const role = 'arn:aws:iam::123456789012:role/hubfleet'
  let token = ''
  answer = async (credential) => {
    t.same(Object.keys(credential).sort(), ['account', 'identityToken', 'role', 'type'])
    token = await credential.identityToken('sts.amazonaws.com')
    return good
  }
  t.match(await done(await create('federated', { type: 'aws-federation', account: '123456789012', role } satisfies CloudCredential)), { state: 'succeeded' })

  const configuration = await (await fetch(`${server}/.well-known/openid-configuration`)).json() as { issuer: string; jwks_uri: string }
  t.match(configuration, { issuer: 'https://hubfleet.test', jwks_uri: 'https://hubfleet.test/.well-known/jwks.json', id_token_signing_alg_values_supported: ['RS256'] })
  const keys = createRemoteJWKSet(new URL(new URL(configuration.jwks_uri).pathname, server))
  const believe = (audience: string) => jwtVerify(token, keys, { issuer: configuration.issuer, audience, currentDate: world.control.clock.now() })
  const { payload, protectedHeader } = await believe('sts.amazonaws.com')
  t.match(payload, { sub: `tenant:${tenant}`, jti: String })
  t.equal(payload.exp! - payload.iat!, 600)
  t.match(protectedHeader, { alg: 'RS256', kid: String })
  await t.rejects(believe('api://AzureADTokenExchange'), { code: 'ERR_JWT_CLAIM_VALIDATION_FAILED' })
  t.notMatch(logged.join('\n'), token)
  t.same(await tablesWith(token), [])
})
