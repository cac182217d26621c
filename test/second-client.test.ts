import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import t from 'tap'
import { testDatabase } from '../packages/database/src/testing.ts'
import { migrateJobs } from '../packages/engine/src/index.ts'
import { readConfig, startHubfleet } from '../packages/main/src/index.ts'
import { SecondClient, type Document, type Sent } from '../packages/server/src/openapi/testing.ts'

/*
 * The main job by a client that knows nothing of us but the address of the OpenAPI document. It throws when an answer is not as declared.
 */
const dataDirectory = await mkdtemp(join(tmpdir(), 'hubfleet-second-client-'))
t.teardown(() => rm(dataDirectory, { recursive: true, force: true }))
const database = await testDatabase(t, { name: 'jobs', prepare: migrateJobs })
const config = await readConfig({ DATABASE_URL: database.connectionString, HUBFLEET_SECRET_KEYS: `k1:${randomBytes(32).toString('base64')}`, HUBFLEET_PORT: '0', HUBFLEET_LOG: 'silent', HUBFLEET_DATA: dataDirectory })
const hubfleet = await startHubfleet(config, { info: () => {}, error: (message, error) => t.comment(message, error) })
t.teardown(() => hubfleet.stop())

const document = await (await fetch(`${hubfleet.url}/openapi.json`)).json() as Document
const clientOf = (key: string) => new SecondClient(document, async (method, url, headers, body) => {
  const response = await fetch(hubfleet.url + url, { method, headers: { ...headers, authorization: `Bearer ${key}` }, ...(body !== undefined && { body }) })
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.json() }
})
const platform = clientOf(await hubfleet.newAdminKey('test'))
const tenant = 'second'
const params = { tenant, hub: 'course' }

t.test('the whole life of a hub is as the document says, up to the last answer', async (t) => {
  t.equal((await platform.call('tenantCreate', { body: { name: tenant, sandbox: true } })).status, 201)
  const { body: { key } } = await platform.call('keyCreate', { params: { tenant }, body: { name: 'second', role: 'admin' } })
  const client = clientOf(key)

  /** Starts a change and follows its operation to the end, as its 202 says. */
  async function reach(id: string, sent: Sent) {
    const { status, headers, body } = await client.call(id, sent)
    t.equal(status, 202, id)
    t.equal(headers['operation-location'], `/v1/tenants/${tenant}/operations/${body.id}`)
    let operation = body
    while (!operation.done) ({ body: operation } = await client.call('operationGet', { params: { tenant, operation: body.id, wait: '30' } }))
    t.equal(operation.state, 'succeeded', `${id}: ${JSON.stringify(operation.error)}`)
    return operation
  }

  const pools = [{ name: 'core', purpose: 'core', machineType: 'sandbox-medium', min: 1, max: 2 }, { name: 'users', purpose: 'user', machineType: 'sandbox-large', min: 1, max: 6 }]
  await reach('clusterCreate', { params: { tenant }, body: { name: 'campus', provider: 'sandbox', region: 'sandbox-north', pools } })
  t.equal((await client.call('clusterGet', { params: { tenant, cluster: 'campus' } })).body.state, 'ready')

  const hub = { name: 'course', cluster: 'campus', spec: { login: { type: 'dummy', password: 'a-password' }, access: { allowAll: true }, values: { custom: { sandbox: { students: 10 } } } } }
  const { body: plan } = await client.call('hubCreate', { params: { tenant, validateOnly: 'true' }, body: hub })
  t.ok(plan.valid && plan.cost)
  await reach('hubCreate', { params: { tenant }, body: { ...hub, confirm: plan.confirmations.map((asked: { confirmation: string }) => asked.confirmation) } })
  const { headers, body: made } = await client.call('hubGet', { params })
  t.match(made, { state: 'ready', conditions: [{}], status: { url: /^http/ } })

  await reach('hubUpdate', { params: { ...params, 'If-Match': headers['etag']! }, body: { spec: { memory: { guarantee: '2G' } } } })
  await reach('hubScale', { params, body: { seats: 5, nodes: { pool: 'users', count: 2 } } })
  for (let hour = 0; hour < 12; hour++) {
    await client.call('tenantAdvance', { params: { tenant }, body: { seconds: 3600 } })
    await client.call('hubGet', { params })
  }
  await reach('hubCull', { params, body: { timeoutSeconds: 60 } })
  let measured
  while (!measured) {
    ({ body: { measured } } = await client.call('hubCost', { params })) // hours are computed behind
    await setTimeout(100)
  }
  t.ok(Number(measured.total.amount) > 0)
  await reach('hubStop', { params })
  await reach('hubStart', { params })
  t.equal((await client.call('hubPause', { params })).body.paused, true)
  t.equal((await client.call('hubResume', { params })).body.paused, false)
  const { result } = await reach('hubDelete', { params: { ...params, homes: 'delete' } })
  t.equal(result.report.clean, true)
  await reach('clusterDelete', { params: { tenant, cluster: 'campus' } })
  for (const list of ['hubList', 'clusterList', 'operationList']) t.type((await client.call(list, { params: { tenant, limit: '100' } })).body.items, Array, list)
  t.equal((await platform.call('tenantDelete', { params: { tenant } })).status, 200)
  t.equal((await platform.call('hubList', { params: { tenant } })).status, 404)
})

t.end()
