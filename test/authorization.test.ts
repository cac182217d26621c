import t from 'tap'
import { queries, verbs, type Params } from '../packages/control/src/index.ts'
import { eq, plans, platformScope, sql, transaction } from '../packages/database/src/index.ts'
import { formEndpointsOf } from '../packages/server/src/forms/endpoints.ts'
import { sequenceEvents } from '../packages/engine/src/index.ts'
import { endpointsOf, fillPath, type Endpoint } from '../packages/server/src/endpoints.ts'
import { billLine } from '../packages/server/src/testing-bill.ts'
import { callGraphql, callRest, fieldName, problemOf, type EndpointCall } from '../packages/server/src/testing-calls.ts'
import { fillSessions } from '../packages/server/src/testing-sessions.ts'
import { testWorld, type Answer, type Who, type World } from '../packages/server/src/testing.ts'

/*
 * Who may do what, written by hand and held against every operation that the code declares. A row says the least role that may;
 * `anyKey` is what every key may, whatever its tenant. The call is one that succeeds for those who may.
 */
type Least = 'anyKey' | 'reader' | 'operator' | 'admin' | 'platformAdmin'
interface Row extends EndpointCall { may: Least }

const person = { name: 'ada', admin: false, createdAt: null, lastActivityAt: null, groups: [], servers: [] }
const world = await testWorld(t, {
  live: {
    look: async () => ({ fingerprints: {}, connected: 0 }), nodes: async () => [], billables: async () => [], logs: async () => [], buildLogs: async () => [],
    images: async (_cluster, asked) => asked.map(() => ({ facts: { digest: `sha256:${'0'.repeat(64)}`, platforms: [], sizeBytes: null, labels: {} } })),
    people: {
      users: async () => ({ items: [person], next: null, total: 1 }), user: async () => ({ ...person, homes: [] }),
      groups: async () => ({ items: [{ name: 'staff', users: [] }], next: null, total: 1 }), group: async () => ({ name: 'staff', users: [] }),
    },
  },
})
const awsKey = { type: 'aws-key', account: '123456789012', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'a-very-secret-text' }
const made = await populate(world)
const tenant = 'physics'
const hub = { tenant, hub: 'course' }
const pools = [{ name: 'core', purpose: 'core', machineType: 'sandbox-small', min: 1, max: 3 }]
const users = [{ count: 10, memoryGuaranteeGiB: 1 }]

const table: Record<string, Row> = {
  tenantCreate: { may: 'platformAdmin', input: { name: 'biology' } },
  tenantList: { may: 'anyKey' },
  tenantGet: { may: 'reader', params: { tenant } },
  tenantUpdate: { may: 'admin', params: { tenant }, input: { finance: { sharedBy: 'equal' } } },
  tenantAdvance: { may: 'operator', params: { tenant }, input: { seconds: 60 } },
  tenantDelete: { may: 'platformAdmin', params: { tenant: 'empty' } },
  keyCreate: { may: 'admin', params: { tenant }, input: { name: 'portal', role: 'reader' } },
  keyList: { may: 'admin', params: { tenant } },
  keyGet: { may: 'admin', params: { tenant, key: world.keyIds.reader } },
  keyDelete: { may: 'admin', params: { tenant, key: world.keyIds.reader } },
  signingKeyCreate: { may: 'platformAdmin', input: {} },
  signingKeyList: { may: 'platformAdmin' },
  signingKeyGet: { may: 'platformAdmin', params: { signingKey: made.signingKey } },
  signingKeyDelete: { may: 'platformAdmin', params: { signingKey: made.signingKey } },
  tenantTrust: { may: 'reader', params: { tenant } },
  credentialCreate: { may: 'admin', params: { tenant }, input: { name: 'second', spec: awsKey } },
  credentialList: { may: 'reader', params: { tenant } },
  credentialGet: { may: 'reader', params: { tenant, credential: 'aws' } },
  credentialUpdate: { may: 'admin', params: { tenant, credential: 'aws' }, input: { spec: awsKey } },
  credentialCheck: { may: 'operator', params: { tenant, credential: 'aws' } },
  credentialDelete: { may: 'admin', params: { tenant, credential: 'aws' } },
  clusterCreate: { may: 'admin', params: { tenant }, input: { name: 'second', provider: 'sandbox', pools } },
  clusterList: { may: 'reader', params: { tenant } },
  clusterGet: { may: 'reader', params: { tenant, cluster: 'lab' } },
  clusterNodes: { may: 'reader', params: { tenant, cluster: 'lab' } },
  clusterBillables: { may: 'reader', params: { tenant, cluster: 'lab' } },
  clusterScale: { may: 'operator', params: { tenant, cluster: 'lab' }, input: { pool: 'core', nodes: 1 } },
  clusterUpgrade: { may: 'admin', params: { tenant, cluster: 'lab' }, input: { kubernetesVersion: '1.35' } },
  clusterStop: { may: 'admin', params: { tenant, cluster: 'lab' } },
  clusterStart: { may: 'admin', params: { tenant, cluster: 'lab' } },
  clusterRebuild: { may: 'admin', params: { tenant, cluster: 'lab' } },
  clusterFit: { may: 'reader', params: { tenant, cluster: 'lab' }, input: {} },
  clusterUpdate: { may: 'admin', params: { tenant, cluster: 'lab' }, input: { pools } },
  clusterDelete: { may: 'admin', params: { tenant, cluster: 'spare' } },
  grantCreate: { may: 'platformAdmin', params: { tenant, cluster: 'lab' }, input: { grantee: 'chemistry' } },
  grantList: { may: 'reader', params: { tenant, cluster: 'spare' } },
  grantGet: { may: 'reader', params: { tenant, cluster: 'spare', grant: made.grant } },
  grantDelete: { may: 'platformAdmin', params: { tenant, cluster: 'spare', grant: made.grant } },
  templateCreate: { may: 'admin', params: { tenant }, input: { name: 'second', spec: {} } },
  templateList: { may: 'reader', params: { tenant } },
  templateGet: { may: 'reader', params: { tenant, template: 'kind' } },
  templateUpdate: { may: 'admin', params: { tenant, template: 'kind' }, input: { description: 'Another' } },
  templateDelete: { may: 'admin', params: { tenant, template: 'kind' } },
  hubKubeconfig: { may: 'operator', params: hub, input: {} },
  hubExport: { may: 'admin', params: hub },
  hubLogs: { may: 'operator', params: hub },
  hubCreate: { may: 'admin', params: { tenant }, input: { name: 'another', cluster: 'lab' } },
  hubList: { may: 'reader', params: { tenant } },
  hubGet: { may: 'reader', params: hub },
  hubCost: { may: 'reader', params: hub },
  hubVariance: { may: 'reader', params: hub, input: { month: '2026-05' } },
  hubReplay: { may: 'reader', params: hub, input: { month: '2026-05' } },
  hubFit: { may: 'reader', params: hub },
  hubSecurity: { may: 'reader', params: hub },
  hubUpdate: { may: 'operator', params: hub, input: { spec: { memory: { guarantee: '2G' } } } },
  hubPlan: { may: 'operator', params: hub, input: { spec: { memory: { guarantee: '2G' } } } },
  hubRebase: { may: 'operator', params: hub, input: {} },
  hubValues: { may: 'reader', params: hub },
  hubImages: { may: 'reader', params: hub },
  hubPin: { may: 'operator', params: { tenant, hub: 'pinned' }, input: {} },
  hubPrepull: { may: 'operator', params: hub, input: {} },
  hubBuildWorkflow: { may: 'reader', params: hub, input: { image: 'quay.io/a/b' } },
  buildCreate: { may: 'operator', params: { tenant, hub: 'pinned' }, input: { repository: 'https://git.example.org/env' } },
  buildList: { may: 'reader', params: { tenant, hub: 'pinned' } },
  buildGet: { may: 'reader', params: { tenant, hub: 'built', build: made.build } },
  buildLogs: { may: 'operator', params: { tenant, hub: 'built', build: made.build } },
  buildCancel: { may: 'operator', params: { tenant, hub: 'built', build: made.build }, input: {} },
  hubScale: { may: 'operator', params: hub, input: { seats: 3 } },
  hubCull: { may: 'operator', params: hub, input: {} },
  hubStart: { may: 'operator', params: hub },
  hubStop: { may: 'operator', params: hub },
  hubPause: { may: 'operator', params: hub },
  hubResume: { may: 'operator', params: hub },
  hubDelete: { may: 'admin', params: hub, input: { homes: 'keep' } },
  eventList: { may: 'reader', params: { tenant } },
  eventGet: { may: 'reader', params: { tenant, event: made.event } },
  planList: { may: 'reader', params: { tenant } },
  planGet: { may: 'reader', params: { tenant, plan: made.plan } },
  planApply: { may: 'operator', params: { tenant, plan: made.plan }, input: {} },
  planApprove: { may: 'admin', params: { tenant, plan: made.waiting } },
  planDelete: { may: 'operator', params: { tenant, plan: made.plan } },
  userCreate: { may: 'operator', params: hub, input: { names: ['ada'], letIn: false } },
  userList: { may: 'operator', params: hub },
  userGet: { may: 'operator', params: { ...hub, user: 'ada' } },
  userUpdate: { may: 'operator', params: { ...hub, user: 'ada' }, input: { admin: true } },
  userDelete: { may: 'admin', params: { ...hub, user: 'ada' }, input: { home: 'keep' } },
  serverList: { may: 'operator', params: hub },
  serverGet: { may: 'operator', params: { ...hub, server: 'ada' } },
  serverStart: { may: 'operator', params: { ...hub, server: 'ada' }, input: {} },
  serverStop: { may: 'operator', params: { ...hub, server: 'ada' } },
  serverDelete: { may: 'admin', params: { ...hub, server: 'ada/lab' }, input: { home: 'keep' } },
  groupCreate: { may: 'operator', params: hub, input: { name: 'staff' } },
  groupList: { may: 'operator', params: hub },
  groupGet: { may: 'operator', params: { ...hub, group: 'staff' } },
  groupUpdate: { may: 'operator', params: { ...hub, group: 'staff' }, input: { add: ['ada'] } },
  groupDelete: { may: 'operator', params: { ...hub, group: 'staff' } },
  operationList: { may: 'reader', params: { tenant } },
  operationGet: { may: 'reader', params: { tenant, operation: made.operation } },
  operationCancel: { may: 'operator', params: { tenant, operation: made.operation } },
  catalogueRefresh: { may: 'platformAdmin', params: { catalogue: 'azure' } },
  catalogueList: { may: 'anyKey' },
  catalogueGet: { may: 'anyKey', params: { catalogue: 'gcp' }, input: { region: 'us-central1' } },
  regionList: { may: 'anyKey' },
  machineTypeList: { may: 'anyKey', input: { provider: 'gcp', region: 'us-central1' } },
  unitPriceList: { may: 'anyKey', input: { provider: 'gcp' } },
  diskTypeList: { may: 'anyKey', input: { provider: 'gcp', region: 'us-central1' } },
  costReconciliation: { may: 'reader', params: { tenant } },
  billCreate: { may: 'admin', params: { tenant }, input: { cluster: 'lab' }, file: billLine('lab') },
  billList: { may: 'reader', params: { tenant } },
  billGet: { may: 'reader', params: { tenant, bill: made.bill } },
  billFileList: { may: 'reader', params: { tenant } },
  billDelete: { may: 'admin', params: { tenant, bill: made.bill } },
  costReport: { may: 'reader', params: { tenant } },
  budgetCreate: { may: 'admin', params: { tenant }, input: { name: 'second', hub: 'course', amount: '500' } },
  budgetList: { may: 'reader', params: { tenant } },
  budgetGet: { may: 'reader', params: { tenant, budget: 'year' } },
  budgetUpdate: { may: 'admin', params: { tenant, budget: 'year' }, input: { amount: '600' } },
  webhookCreate: { may: 'admin', params: { tenant }, input: { name: 'second', url: 'https://portal.example.org/', events: ['hub.*'] } },
  webhookList: { may: 'admin', params: { tenant } },
  webhookGet: { may: 'admin', params: { tenant, webhook: 'portal' } },
  webhookUpdate: { may: 'admin', params: { tenant, webhook: 'portal' }, input: { events: ['budget.*'] } },
  webhookRotate: { may: 'admin', params: { tenant, webhook: 'portal' }, input: {} },
  webhookTest: { may: 'admin', params: { tenant, webhook: 'portal' } },
  webhookDelete: { may: 'admin', params: { tenant, webhook: 'portal' } },
  deliveryList: { may: 'admin', params: { tenant, webhook: 'portal' } },
  deliveryGet: { may: 'admin', params: { tenant, webhook: 'portal', delivery: made.delivery } },
  deliveryReplay: { may: 'admin', params: { tenant, webhook: 'portal', delivery: made.delivery } },
  budgetOverride: { may: 'admin', params: { tenant, budget: 'year' }, input: { until: null, reason: 'it is over' } },
  budgetDelete: { may: 'admin', params: { tenant, budget: 'year' } },
  estimateCreate: { may: 'anyKey', input: { provider: 'gcp', region: 'us-central1', users, userPools: [{ machine: 'e2-standard-4' }] } },
}

/** What no verb or query declares: streams, and what is open to everybody. */
const streams: Record<string, { url: string; may: Least }> = {
  '/v1/tenants/:tenant/events': { url: `/v1/tenants/${tenant}/events`, may: 'reader' },
  '/v1/tenants/:tenant/operations/:operation/events': { url: `/v1/tenants/${tenant}/operations/${made.operation}/events`, may: 'reader' },
  '/v1/tenants/:tenant/hubs/:hub/builds/:build/events': { url: `/v1/tenants/${tenant}/hubs/built/builds/${made.build}/events`, may: 'operator' },
}
const open = ['/healthz', '/readyz', '/.well-known/openid-configuration', '/.well-known/jwks.json', '/openapi.json', '/docs', '/docs/', '/docs/js/scalar.js', '/graphiql', '/graphiql/main.js', '/graphiql/sw.js', '/graphiql/config.js']

const everybody: readonly Who[] = ['nobody', 'stranger', 'reader', 'operator', 'admin', 'platformReader', 'platformAdmin']
const endpoints = endpointsOf(verbs, queries)
/** GraphQL takes no files. */
const takesFile = (endpoint: Endpoint): boolean => endpoint.kind === 'verb' && endpoint.verb.upload === true
const forms = formEndpointsOf(endpoints)

/** The problem that a caller gets, or undefined where the call succeeds. Another tenant's key is not told whether something exists. */
function expected(who: Who, may: Least): string | undefined {
  if (who === 'nobody') return 'unauthenticated'
  if (may === 'anyKey' || who === 'platformAdmin') return undefined
  if (may === 'platformAdmin') return 'forbidden'
  if (who === 'stranger') return 'not-found'
  const rank = ['reader', 'operator', 'admin']
  return rank.indexOf(who === 'platformReader' ? 'reader' : who) >= rank.indexOf(may) ? undefined : 'forbidden'
}

t.test('every operation has its row, every row its operation, and every route is one of them, another form of one, a stream, open, or GraphQL', async (t) => {
  t.same(Object.keys(table).sort(), endpoints.map(({ id }) => id).sort())
  const known = new Set([...[...endpoints, ...forms].map(({ path }) => path.replace(/\{(\w+)\}/g, ':$1')), ...Object.keys(streams), ...open, '/graphql'])
  t.same(routesOf(world).sort(), [...known].sort(), 'a route that is not in the tables above')
  const { body } = await world.graphql('reader', '{ __schema { queryType { fields { name } } mutationType { fields { name } } } }')
  const { queryType, mutationType } = body.data.__schema
  t.same([...queryType.fields, ...mutationType.fields].map(({ name }) => name).sort(), endpoints.filter((endpoint) => !takesFile(endpoint)).map(fieldName).sort(), 'a field of GraphQL that no operation declares')
})

for (const endpoint of endpoints) {
  const row = table[endpoint.id]
  if (!row) continue
  t.test(`${endpoint.id}: each caller gets the same answer from REST and GraphQL, and only those who may succeed`, async (t) => {
    for (const who of everybody) {
      const problem = expected(who, row.may)
      // Those who may are asked for the plan, so that each meets the same world; those who may not try it in earnest.
      const call = { ...row, ...(endpoint.kind === 'verb' && !problem && { validateOnly: true }) }
      const rest = await callRest(world, who, endpoint, call)
      const graphql = takesFile(endpoint) ? null : await callGraphql(world, who, endpoint, call)
      t.equal(rest.body.code, problem, `REST, ${who}: ${rest.status} ${JSON.stringify(rest.body.detail ?? '')}`)
      if (graphql) t.equal(problemOf(graphql)?.code, problem, `GraphQL, ${who}: ${JSON.stringify(graphql.body.errors ?? '')}`)
      t.ok(problem ? rest.status >= 400 && (!graphql || rest.status === problemOf(graphql)?.status) : rest.status === 200 && (!graphql || graphql.status === 200), `${who}: ${rest.status}`)
    }
  })
}

t.test('another form of an answer is for whom the answer is for', async (t) => {
  t.ok(forms.length > 0)
  for (const form of forms) {
    const row = table[form.id.slice(0, -form.path.slice(form.path.lastIndexOf('.') + 1).length)]!
    for (const who of everybody) {
      const { statusCode, headers, body } = await world.app.inject({ method: form.method, url: fillPath(form.path, row.params ?? {}), headers: who === 'nobody' ? {} : { authorization: `Bearer ${world.keys[who]}` }, ...(form.query.post && { payload: row.input as object }) })
      const problem = expected(who, row.may)
      t.match(problem ? { code: JSON.parse(body).code } : { statusCode, type: headers['content-type'] }, problem ? { code: problem } : { statusCode: 200, type: form.form.type }, `${form.id}, ${who}`)
    }
  }
})

t.test('another tenant gets the same answer for what exists, what does not, and what it names inside its own tenant', async (t) => {
  for (const endpoint of endpoints.filter(({ id }) => table[id]?.params?.tenant && table[id].may !== 'platformAdmin')) {
    const { params, input, file } = table[endpoint.id]!
    const sent = { input: input!, ...(file !== undefined && { file }) }
    const there = await callRest(world, 'stranger', endpoint, { params: params!, ...sent })
    const nowhere = await callRest(world, 'stranger', endpoint, { params: { ...params, tenant: 'nowhere' }, ...sent })
    t.same(shapeOf(there, tenant), shapeOf(nowhere, 'nowhere'), endpoint.id)
    const ofItem = endpoint.params.some((name) => name !== 'tenant')
    if (ofItem) t.match(await callRest(world, 'stranger', endpoint, { params: { ...params, ...made.ids, tenant: 'chemistry' }, ...sent }), { status: 404, body: { code: 'not-found' } }, `${endpoint.id} by its id, in the stranger's tenant`)
  }
})

t.test('a list shows what is of the tenant, and the tenants that the key may see', async (t) => {
  const names = async (who: Who) => (await world.request(who, 'GET', '/v1/tenants')).body.items.map(({ name }: { name: string }) => name)
  t.same(await names('stranger'), ['chemistry'])
  t.same(await names('reader'), ['physics'])
  t.same((await names('platformReader')).sort(), ['chemistry', 'empty', 'grantee', 'physics', 'platform'])
})

t.test('streams are for those of the tenant who may, and end for others before they begin', async (t) => {
  for (const { url, may } of Object.values(streams)) {
    for (const who of everybody) {
      const response = await world.app.inject({ method: 'GET', url, headers: { accept: 'text/event-stream', ...(who !== 'nobody' && { authorization: `Bearer ${world.keys[who]}` }) }, payloadAsStream: true })
      const status = { 'unauthenticated': 401, 'not-found': 404, 'forbidden': 403 }[expected(who, may) ?? ''] ?? 200
      t.equal(response.statusCode, status, `${who} at ${url}`)
      response.stream().destroy()
    }
  }
})

t.test('what is open is open to nobody in particular', async (t) => {
  for (const url of open) t.ok((await world.request('nobody', 'GET', url)).status < 400, url)
})

t.test('what was refused or only planned left nothing behind', async (t) => {
  t.same(await counts(world), made.counts)
})

t.end()

/** A hub, an open operation, a spare cluster with a grant, and an empty tenant. */
async function populate(world: World) {
  const create = async (who: Who, url: string, body: object) => (await world.request(who, 'POST', url, body)).body
  await create('platformAdmin', '/v1/tenants', { name: 'empty' })
  await create('platformAdmin', '/v1/tenants', { name: 'grantee' })
  const spare = await create('admin', '/v1/tenants/physics/clusters', { name: 'spare', provider: 'sandbox', pools: [{ name: 'core', purpose: 'core', machineType: 'sandbox-small', min: 1, max: 1 }] })
  const grant = await create('platformAdmin', '/v1/tenants/physics/clusters/spare/grants', { grantee: 'grantee' })
  const operation = await create('admin', '/v1/tenants/physics/hubs', { name: 'course', cluster: 'lab' })
  const { id: clusterId, tenantId } = (await world.request('admin', 'GET', '/v1/tenants/physics/clusters/lab')).body
  await fillSessions(world.database, { tenantId, clusterId, hubId: operation.target.id, timeZone: 'UTC', pool: 'users', users: 2 }, '2026-05-04', 1)
  const plan = await savedPlan(world, 'ready')
  const waiting = await savedPlan(world, 'waiting-for-approval')
  await create('admin', '/v1/tenants/physics/hubs', { name: 'pinned', cluster: 'lab', spec: { image: { name: 'quay.io/a/b', tag: '1.0.0', pin: true }, build: { image: 'quay.io/a/built' } } })
  await create('admin', '/v1/tenants/physics/hubs', { name: 'built', cluster: 'lab', spec: { build: { image: 'quay.io/a/built' } } })
  await world.request('platformAdmin', 'PATCH', '/v1/tenants/physics', { policy: { allow: { imageBuilds: true } } })
  const build = await create('operator', '/v1/tenants/physics/hubs/built/builds', { repository: 'https://git.example.org/env' })
  const template = await create('admin', '/v1/tenants/physics/templates', { name: 'kind', spec: {} })
  const credential = await create('admin', '/v1/tenants/physics/credentials', { name: 'aws', spec: awsKey })
  const budget = await create('admin', '/v1/tenants/physics/budgets', { name: 'year', amount: '1000' })
  const signingKey = await create('platformAdmin', '/v1/signing-keys', {})
  const bill = (await world.request('admin', 'POST', '/v1/tenants/physics/bills', billLine('lab', { BilledCost: '2' }), { 'content-type': 'application/octet-stream' })).body
  const webhook = await create('admin', '/v1/tenants/physics/webhooks', { name: 'portal', url: 'https://portal.example.org/', events: ['webhook.create'] })
  await sequenceEvents(world.database)
  const delivery = (await world.request('admin', 'GET', '/v1/tenants/physics/webhooks/portal/deliveries')).body.items[0].id as string
  const event = (await world.request('admin', 'GET', '/v1/tenants/physics/events?limit=1')).body.items[0].id as string
  const ids: Params = { credential: credential.target.id, hub: operation.target.id, cluster: spare.target.id, template: template.id, budget: budget.id, event, webhook: webhook.id, delivery }
  return { grant: grant.id as string, operation: operation.id as string, build: build.id as string, signingKey: signingKey.id as string, bill: bill.id as string, event, delivery, plan, waiting, ids, counts: await counts(world) }
}

/** A plan of somebody who calls nothing here, as a worker leaves it. */
async function savedPlan(world: World, state: 'ready' | 'waiting-for-approval'): Promise<string> {
  const { body } = await world.request('admin', 'POST', '/v1/tenants/physics/hubs/course/scale?savePlan=true', { seats: 4 })
  await transaction(world.database, platformScope, (tx) => tx.update(plans).set({ state, createdBy: 'key_other', holder: 'key_other' }).where(eq(plans.id, body.target.id)))
  return body.target.id
}

function counts(world: World) {
  const tables = ['tenants', 'keys', 'credentials', 'clusters', 'grants', 'templates', 'template_versions', 'hubs', 'revisions', 'plans', 'operations', 'events', 'audit', 'idempotency_records', 'webhooks', 'deliveries']
  return transaction(world.database, platformScope, async (tx) => {
    const { rows } = await tx.execute(sql.raw(tables.map((name) => `select '${name}' as name, count(*)::int as rows from ${name}`).join(' union all ')))
    return rows
  })
}

/** An answer without what differs by name: what it tells, however it is called. */
function shapeOf({ status, headers, body }: Answer, name: string) {
  const { requestId: _, instance: __, ...problem } = body
  return { status, headers: Object.keys(headers).sort(), problem: JSON.parse(JSON.stringify(problem).replaceAll(name, '…')) }
}

/** The paths of all routes that the server has, from Fastify's own tree. */
function routesOf(world: World): string[] {
  const open: string[] = []
  return world.app.printRoutes({ commonPrefix: false }).split('\n').flatMap((line) => {
    const [, indent = '', part] = /^(.*?[├└]── )(\S+)(?: \(.*\))?$/.exec(line) ?? []
    const depth = indent.length / 4 - 1
    if (!part) return []
    open.splice(depth, Infinity, part)
    return [open.join('').replace(/([^/])\/\//g, '$1/')]
  })
}
