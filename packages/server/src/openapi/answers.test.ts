import t from 'tap'
import fc from 'fast-check'
import { Problem } from '@hubfleet/core'
import { eq, operations, plans, platformScope, sql, transaction } from '@hubfleet/database'
import { sequenceEvents } from '@hubfleet/engine'
import { billLine } from '../testing-bill.ts'
import { testWorld, type Who } from '../testing.ts'
import { SecondClient, type Document, type Send } from './testing.ts'

/*
 * Whatever is sent to whichever operation, the answer is one that the document tells of, and never a fault of ours.
 */
const ada = { name: 'ada', admin: false, createdAt: new Date(0), lastActivityAt: null, groups: ['staff'], servers: [{ user: 'ada', name: '', state: 'ready' as const, startedAt: new Date(0), lastActivityAt: null, url: '/user/ada/', profile: null }] }
const staff = { name: 'staff', users: ['ada'] }
const called = <Item extends { name: string }>(item: Item, name: string, noun: string): Item => {
  if (name !== item.name) throw new Problem('not-found', { noun, ref: name })
  return item
}
const world = await testWorld(t, {
  live: {
    people: {
      users: async () => ({ items: [ada], next: null, total: 1 }),
      user: async (_hub, name) => ({ ...called(ada, name, 'user'), homes: [{ claim: 'claim-ada', server: '', sizeGiB: 10, storageClass: null }] }),
      groups: async () => ({ items: [staff], next: null, total: 1 }),
      group: async (_hub, name) => called(staff, name, 'group'),
    },
    buildLogs: async (_hub, name) => [{ pod: name, container: 'build', text: 'pushed' }],
    culls: async () => ({ by: 'chart', at: '2026-01-01T00:00:00Z', quietUntil: null, totals: { now: 0, later: 0, never: 0 }, items: [] }),
    look: async () => ({ fingerprints: {}, connected: 3 }),
    billables: async () => [{ kind: 'disk', id: 'disks/a', name: 'a', location: 'sandbox-north', ours: true, known: 'of the cluster lab', sizeGiB: 10, diskType: 'sandbox-disk' }],
    nodes: async () => [{ name: 'node-1', machineType: 'n', cpu: 2, memoryBytes: 2 ** 32, pods: 110, ready: true }],
    kubeconfig: async () => ({ kubeconfig: '{}', namespace: 'hub-a', expiresAt: '2099-01-01T00:00:00Z' }),
    images: async (_cluster, asked) => asked.map(() => ({ facts: { digest: `sha256:${'0'.repeat(64)}`, platforms: ['linux/amd64'], sizeBytes: 1, labels: {} } })),
    logs: async () => [{ pod: 'hub-1', container: 'hub', text: 'started' }],
  },
})
const document = (await world.request('nobody', 'GET', '/openapi.json')).body as Document
const as = (who: Who): Send => (method, url, headers, body) => world.request(who, method as 'GET', url, body, headers)
const tenant = 'physics'
const pools = [{ name: 'core', purpose: 'core', machineType: 'sandbox-small', min: 1, max: 3 }]

const client = new SecondClient(document, as('platformAdmin'))
const { body: { id: operation } } = await client.call('hubCreate', { params: { tenant }, body: { name: 'course', cluster: 'lab', spec: { image: { name: 'quay.io/jupyter/base-notebook', tag: 'hub-5.5.0', pin: true }, build: { image: 'quay.io/course/env' } } } })
const { body: { target: { id: plan } } } = await client.call('hubPlan', { params: { tenant, hub: 'course' }, body: { spec: { memory: { guarantee: '2G' } } } })
await transaction(world.database, platformScope, (tx) => tx.update(plans).set({ state: 'ready' }).where(eq(plans.id, plan)))
const allow = { imageBuilds: true }
await client.call('tenantUpdate', { params: { tenant }, body: { policy: { allow } } })
const { body: { id: build } } = await client.call('buildCreate', { params: { tenant, hub: 'course' }, body: { repository: 'https://git.example.org/env' } })
// ended, so that another may begin
await transaction(world.database, platformScope, (tx) => tx.update(operations).set({ state: 'canceled', finishedAt: new Date() }).where(eq(operations.id, build)))
await client.call('clusterCreate', { params: { tenant }, body: { name: 'spare', provider: 'sandbox', pools } })
await client.call('tenantCreate', { body: { name: 'biology', policy: { maxSeats: 10 } } })
const { body: { id: grant } } = await client.call('grantCreate', { params: { tenant, cluster: 'lab' }, body: { grantee: 'biology', maxHubs: 2 } })
const awsKey = { type: 'aws-key', account: '123456789012', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'a-very-secret-text', endpoints: { sts: 'https://sts.example.org' } }
await client.call('credentialCreate', { params: { tenant }, body: { name: 'aws', spec: awsKey } })
const { body: { id: signingKey } } = await client.call('signingKeyCreate', { body: {} })
await client.call('budgetCreate', { params: { tenant }, body: { name: 'year', amount: '1000' } })
await client.call('templateCreate', { params: { tenant }, body: { name: 'kind', spec: {} } })
const { body: { id: bill } } = await client.call('billCreate', { params: { tenant }, body: billLine('lab') })
const person = `person-${'0'.repeat(20)}`
await transaction(world.database, platformScope, (tx) => tx.execute(sql`insert into persons (tenant_id, pseudonym, name, seen_at) select id, ${person}, 'ada', now() from tenants where name = ${tenant}`))
await client.call('webhookCreate', { params: { tenant }, body: { name: 'portal', url: 'https://portal.example.org/', events: ['webhook.create'] } })
await sequenceEvents(world.database)
const { body: { items: [{ id: delivery }] } } = await client.call('deliveryList', { params: { tenant, webhook: 'portal' } })
const { body: { items: [{ id: event }] } } = await client.call('eventList', { params: { tenant } })
const places: Record<string, string[]> = {
  person: [person, 'none'], bill: [bill, 'none'], event: [event, 'none'], webhook: ['portal', 'none'], delivery: [delivery, 'none'],
  tenant: [tenant, 'biology', 'none', 'tenant_none', 'ü', '\u0000', 'a/b', '..'], key: [world.keyIds.reader, 'none'], cluster: ['lab', 'spare', 'none'], credential: ['aws', 'none'], grant: [grant, 'none'], signingKey: [signingKey, 'none'], catalogue: ['gcp', 'azure-2026-06-18', 'catalogue_aws', 'sandbox', 'none'], template: ['kind', 'none'], budget: ['year', 'none'], hub: ['course', 'none', 'hub_none', '\u0000', '%00', 'x'.repeat(199)], operation: [operation, 'none'], build: [build, 'none', operation], plan: [plan, 'none'],
  user: ['ada', 'none', 'a/b'], server: ['ada', 'ada/lab', 'none', '/'], group: ['staff', 'none'],
}

/** Bodies that are right, from which wrong ones are made. */
const bodies: Record<string, unknown> = {
  tenantCreate: { name: 'anthropology', displayName: 'A', sandbox: true, policy: { allow: { hostPath: true }, maxSeats: 5, allowedImages: ['quay.io/*'] } },
  tenantUpdate: { displayName: 'B', policy: { allow }, finance: { timeZone: 'Europe/Berlin', sharedBy: 'equal', groupOrder: ['staff'], terms: [{ name: 'fall', from: '2026-09-01', to: '2027-01-01' }] } },
  tenantAdvance: { seconds: 60 },
  billCreate: billLine('lab', { ChargePeriodStart: '2026-05-02T00:00:00Z', ChargePeriodEnd: '2026-05-02T01:00:00Z' }),
  keyCreate: { name: 'portal', role: 'reader', expiresAt: '2099-01-01T00:00:00Z' },
  clusterCreate: { name: 'third', provider: 'sandbox', region: 'sandbox-north', pools },
  clusterUpdate: { pools, hubDefaults: { memory: { limit: '4G' } } },
  clusterScale: { pool: 'core', nodes: 1 },
  clusterUpgrade: { kubernetesVersion: '1.34' },
  credentialCreate: { name: 'second', spec: awsKey },
  credentialUpdate: { spec: { type: 'aws-key', secretAccessKey: 'another', endpoints: null } },
  signingKeyCreate: { signsAfterSeconds: 900 },
  grantCreate: { grantee: 'chemistry', maxHubs: 1, maxSeats: 2 },
  hubCreate: { name: 'another', cluster: 'lab', spec: { memory: { guarantee: '1G' }, login: { type: 'github', clientId: 'a', clientSecret: 'b', callbackUrl: 'https://a.example.org/hub/oauth_callback' }, capacity: { seats: 1 }, exposure: { type: 'ingress', host: 'a.example.org', https: { type: 'offload' } }, values: { custom: { a: 1 } } }, confirm: ['open-login'] },
  hubUpdate: { spec: { culling: { timeoutSeconds: 600 }, image: { name: 'quay.io/jupyter/base-notebook', tag: 'latest' }, memory: { limit: null } } },
  hubPlan: { spec: { culling: { timeoutSeconds: 900 } } },
  planApply: { confirm: ['open-login'] },
  budgetCreate: { name: 'month', hub: 'course', amount: '12.5', thresholds: [{ of: 'forecast', percent: 100, action: 'freeze', graceMinutes: 60 }], onPlan: 'refuse' },
  budgetUpdate: { amount: '900', onPlan: 'warn' },
  personErase: { confirm: ['erase'] },
  personIdentify: { reason: 'asked for' },
  webhookCreate: { name: 'second', url: 'https://portal.example.org/', events: ['hub.*', 'operation.failed'] },
  webhookUpdate: { url: 'https://other.example.org/', events: ['*'], enabled: false },
  webhookRotate: { overlapSeconds: 60 },
  budgetOverride: { until: null, reason: 'exams are over' },
  templateCreate: { name: 'sort', parameters: [{ name: 'n', type: 'integer', default: 3 }], spec: { capacity: { seats: '${{ parameters.n }}' }, values: { custom: { a: 1 } } } },
  templateUpdate: { description: 'A', parameters: [{ name: 'word', type: 'string', pattern: '[a-z]+', default: 'a' }], spec: { values: { custom: { a: 'x ${{ parameters.word }}' } } } },
  hubRebase: { layers: ['template'] },
  hubPrepull: { images: ['quay.io/a/b:1'] },
  buildCreate: { repository: 'https://git.example.org/env', ref: 'main', roll: true },
  userCreate: { names: ['grace'], letIn: false },
  userUpdate: { admin: true },
  groupCreate: { name: 'guests', users: ['ada'] },
  groupUpdate: { add: ['grace'] },
  hubScale: { seats: 2, maxServers: 5, nodes: { pool: 'core', count: 1 } },
  hubCull: { timeoutSeconds: 600, maxAgeSeconds: 6000 },
  estimateCreate: { provider: 'gcp', region: 'us-central1', users: [{ count: 10, memoryGuaranteeGiB: 1 }], userPools: [{ machine: 'e2-standard-4', min: 0, max: 3 }], corePool: { machine: 'e2-standard-2', count: 1 }, months: 3 },
}

const junk = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom<unknown>(null, '', -1, 1.5, 2 ** 53, 1e308, true, [], {}, '\u0000', '\ud800', 'x'.repeat(5000), { $ref: '#' }, { constructor: 1 }))

/** Places inside of a value. */
const pathsOf = (value: unknown): string[][] => (typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => [[key], ...pathsOf(inner).map((path) => [key, ...path])]) : [])

function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
  if (key === undefined) return by
  const copy = structuredClone(value) as Record<string, unknown>
  copy[key] = replaced(copy[key], rest, by)
  return copy
}

/** Right bodies, bodies with one place replaced or one key too many, and anything at all. */
const bodyOf = (id: string): fc.Arbitrary<unknown> => {
  const right = bodies[id] ?? {}
  if (typeof right === 'string') return fc.oneof(fc.constant(right), fc.string({ unit: 'binary' }), fc.nat(right.length).map((length) => right.slice(0, length)))
  const one = fc.tuple(fc.constantFrom(...pathsOf(right), ['extra']), junk).map(([path, value]) => replaced(right, path, value))
  return fc.oneof({ weight: 2, arbitrary: fc.constant(right) }, { weight: 6, arbitrary: one }, { weight: 1, arbitrary: junk })
}

/** A form of an answer takes the document of what it is a form of. */
for (const id of ['estimateCreateSvg', 'estimateCreatePng']) bodies[id] = bodies['estimateCreate']

/** The first one mostly, which is right. */
const mostly = (right: string, ...wrong: string[]) => fc.oneof({ weight: 4, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: fc.constantFrom(...wrong) })
const options = fc.record({
  'limit': mostly('2', '0', '-1', 'x', '1e1'), 'cluster': mostly('lab', 'none'), 'state': mostly('creating', 'x'), 'target': mostly('none', 'x'), 'wait': mostly('0', '-1', 'x'), 'homes': mostly('keep', 'x'), 'disks': mostly('keep', 'x'), 'home': mostly('keep', 'x'),
  'validateOnly': mostly('true', 'false', 'x'), 'savePlan': mostly('false', 'true', 'x'), 'If-Match': mostly('*', '"r1"', 'x'), 'Idempotency-Key': fc.oneof({ weight: 9, arbitrary: fc.uuid() }, { weight: 1, arbitrary: fc.constantFrom('a', '"a"', 'k'.repeat(256)) }),
}, { requiredKeys: [] })
/** Without these a call can only be refused. */
const required: Record<string, fc.Arbitrary<string>> = { provider: mostly('gcp', 'none', '\u0000'), region: mostly('us-central1', 'x') }
const given: Record<string, string> = { provider: 'gcp', region: 'us-central1', homes: 'keep', home: 'keep' }
/** What nothing stands in. */
const unused: Record<string, Record<string, string>> = { tenantDelete: { tenant: 'biology' }, clusterDelete: { cluster: 'spare' } }
const query = fc.oneof({ weight: 4, arbitrary: options }, { weight: 1, arbitrary: options.map((some) => ({ ...some, cursor: 'x' })) })

const callers = ['platformAdmin', 'admin', 'reader', 'stranger', 'nobody'] as const
const clients = Object.fromEntries(callers.map((who) => [who, new SecondClient(document, as(who))]))
const caller = fc.oneof({ weight: 3, arbitrary: fc.constant('platformAdmin' as const) }, { weight: 2, arbitrary: fc.constantFrom(...callers) })

/** What is sent to an operation: the parameters that the document gives it, with right and wrong values. */
function callOf(id: string) {
  const { parameters, declared } = client.operations.get(id)!
  const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => [name, mostly(places[name]![0]!, ...places[name]!.slice(1))] as const)
  const others = new Set(parameters.filter((parameter) => parameter.in !== 'path').map(({ name }) => name))
  const needed = Object.fromEntries(Object.entries(required).filter(([name]) => parameters.some((parameter) => parameter.name === name && parameter.required)))
  const params = fc.tuple(fc.record(Object.fromEntries(inPath)), fc.record(needed), query).map(([path, given, more]) => ({ ...path, ...given, ...Object.fromEntries(Object.entries(more).filter(([name]) => others.has(name))) as Record<string, string> }))
  return fc.record({ by: caller, params, body: declared.requestBody ? bodyOf(id) : fc.constant(undefined) })
}

/** A plan holds until its hub changes, what was stopped answers nothing until it is started again (a cancel pauses), and of what is deleted nothing is left to ask. */
const turns = [/^planApply$/, /^(hubStop|hubPause|operationCancel|clusterStop)$/, /^(hubStart|hubResume|clusterStart)$/, /(?<!Delete)$/, /^(user|server|group)Delete$/, /Delete$/]
const turnOf = (id: string): number => turns.findIndex((turn) => turn.test(id))

/** A call with nothing wrong in it, which comes first. */
function rightCallOf(id: string) {
  const { parameters, declared } = client.operations.get(id)!
  const params = Object.fromEntries(parameters.flatMap((parameter) => {
    const value = parameter.in === 'path' ? places[parameter.name]![0] : given[parameter.name]
    return value === undefined ? [] : [[parameter.name, value]]
  })) as Record<string, string>
  return { by: 'platformAdmin' as const, params: { ...params, ...unused[id] }, body: declared.requestBody ? bodies[id] ?? {} : undefined }
}

// Streams have tests of their own.
const ids = [...client.operations.keys()].filter((id) => !id.endsWith('Events'))
for (const id of ids.sort((a, b) => turnOf(a) - turnOf(b))) {
  t.test(`${id}: whatever is sent, the answer is as declared; what the document forbids is refused, and nothing is a fault of ours`, async () => {
    await fc.assert(fc.asyncProperty(callOf(id), async ({ by, params, body }) => {
      const { status, body: answer } = await clients[by]!.call(id, { params, body })
      if (status >= 500) throw new Error(`${id} answered ${status}: ${JSON.stringify(answer)}`)
      if (body !== undefined && status < 400 && !client.takes(id, body)) throw new Error(`${id} took what the document forbids: ${JSON.stringify(body)}`)
    }), { numRuns: 50, examples: [[rightCallOf(id)]] })
  })
}

t.test('hardly any operation was only refused', async (t) => {
  const succeeded = new Set(Object.values(clients).flatMap(({ seen }) => [...seen.succeeded]))
  t.ok(succeeded.size >= ids.length - 4, ids.filter((id) => !succeeded.has(id)).join(', '))
})

t.end()
