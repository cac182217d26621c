import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { problem, serve, type Reply } from '@hubfleet/sdk/testing'
import { catalogue } from '../../../core/src/problems/catalogue.ts'
import { loggedIn, world, type World } from '../testing.ts'
import type { Check } from './check.ts'

const ready = { body: { status: 'ready' } }
const tenant = { body: { name: 'physics' } }
const keys = (...items: { prefix: string; role: string }[]) => ({ body: { items, nextCursor: null } })
const none = keys()

/** What is shown as JSON, by its id, and the exit code. */
async function look(io: World, ...argv: string[]): Promise<{ code: number; checks: Record<string, Check> }> {
  const code = await io.run('doctor', '-o', 'json', ...argv)
  const checks = JSON.parse(io.out()) as Check[]
  return { code, checks: Object.fromEntries(checks.map((check) => [check.id, check])) }
}

const servers: [world: string, replies: Reply[], code: number, expected: Record<string, unknown>][] = [
  ['all is well, with the key of an admin', [ready, tenant, keys({ prefix: 'hf_other0', role: 'reader' }, { prefix: 'hf_key', role: 'admin' }), none], 0, { server: { state: 'ok' }, key: { state: 'ok', found: /role in physics is admin: .*clusters/ } }],
  ['a reader, who may not list keys', [ready, tenant, { status: 403, body: problem(403, 'forbidden', { params: { role: 'reader' } }) }, none], 0, { key: { state: 'ok', found: /role in physics is reader/ } }],
  ['a key of the platform, which the tenant does not list', [ready, tenant, none], 0, { key: { state: 'ok', found: /platform admin/ } }],
  ['a role that is newer than this command line', [ready, tenant, { status: 403, body: problem(403, 'forbidden', { params: { role: 'auditor' } }) }], 0, { key: { state: 'ok', found: /auditor: a role that is newer/ } }],
  ['a key that is not valid', [ready, { status: 401, body: problem(401, 'unauthenticated') }], 1, { key: { state: 'fail', nextStep: 'Do this' } }],
  ['a tenant that does not exist', [ready, { status: 404, body: problem(404, 'not-found') }], 1, { key: { state: 'fail', nextStep: 'Do this' } }],
  ['a server whose database is away', [{ status: 503, body: problem(503, 'unavailable') }], 1, { server: { state: 'fail', nextStep: 'Do this' }, key: undefined }],
  ['a page that is not Hubfleet', [{ status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' }], 1, { server: { state: 'fail' }, key: undefined }],
]

for (const [name, replies, code, expected] of servers) {
  t.test(`the server is judged by what it answers, and each failure has a next step: ${name}`, async (t) => {
    const found = await look(await loggedIn(t, replies))
    t.equal(found.code, code)
    t.match(found.checks, expected)
    t.match(found.checks['profile'], { state: 'ok', found: /tenant physics/ })
    for (const { state, nextStep } of Object.values(found.checks)) t.equal(nextStep === null, state === 'ok')
  })
}

t.test('where nothing is set up it says how to log in, and looks at nothing of a server', async (t) => {
  const { code, checks } = await look(await world(t))
  t.equal(code, 1)
  t.match(checks['profile'], { state: 'fail', nextStep: /hubfleet login --server/ })
  t.same(Object.keys(checks), ['helm', 'node', 'kubectl', 'profile'])
})

t.test('a server that does not answer, a key and a tenant that are missing each have a line of their own', async (t) => {
  const away = await look(await world(t, { env: { HUBFLEET_URL: 'http://127.0.0.1:9', HUBFLEET_KEY: 'hf_key', HUBFLEET_TENANT: 'physics' } }))
  t.match([away.code, away.checks['server']], [1, { state: 'fail', found: /127\.0\.0\.1:9/ }])
  const keyless = await look(await loggedIn(t, [ready], { env: { HUBFLEET_KEY: '' } }))
  t.match([keyless.code, keyless.checks['key']], [1, { state: 'fail', nextStep: /hubfleet login|HUBFLEET_KEY/ }])
  const homeless = await look(await loggedIn(t, [ready, { body: { items: [], nextCursor: null } }], { env: { HUBFLEET_TENANT: '' } }))
  t.match([homeless.code, homeless.checks['profile'], homeless.checks['key']], [0, { state: 'warn', nextStep: /--tenant/ }, { state: 'ok' }])
})

t.test('the clocks of the server and of this machine are compared', async (t) => {
  for (const [seconds, state, found] of [[0, 'ok', /agree/], [20, 'ok', /agree/], [-100, 'warn', /100 s ahead of/], [100, 'warn', /100 s behind.*300 s/], [301, 'fail', /behind.*refuse/], [-86_400, 'fail', /86400 s ahead/]] as const) {
    const io = await loggedIn(t, [ready, tenant, none], { now: () => Date.now() + seconds * 1000 })
    const { code, checks } = await look(io)
    t.equal(code, state === 'fail' ? 1 : 0)
    // a second more or less is the length of an answer
    t.match({ ...checks['clock'], found: checks['clock']!.found.replace(/\b(99|101|302|86399|86401) s/, (told) => told.replace(/99|101/, '100').replace('302', '301').replace(/86399|86401/, '86400')) }, { state, found })
  }
})

const credential = (name: string, more: object) => ({ id: `credential_${name}`, name, cloud: 'aws', state: 'ready', spec: { type: 'aws-key' }, trust: null, status: {}, conditions: [], ...more })
const condition = (status: string, message: string) => [{ type: 'CredentialReady', status, message, reason: 'X', observedGeneration: 1, lastTransitionTime: '2026-01-01T00:00:00.000Z' }]

t.test('what clouds said of each credential is told, and what does not work has a next step', async (t) => {
  const credentials = { body: { items: [
    credential('good', { status: { identity: 'arn:aws:iam::1:role/hubfleet', account: 'physics', checkedAt: '2026-01-01T00:00:00.000Z' }, conditions: condition('True', 'ask the cloud: fine') }),
    credential('gone', { cloud: 'gcp', state: 'refused', conditions: condition('False', 'ask the cloud: the key was deleted. Make another.') }),
    credential('away', { cloud: 'azure', state: 'ready', conditions: condition('Unknown', 'ask the cloud: no answer') }),
    credential('new', { state: 'checking' }),
  ], nextCursor: null } }
  const { code, checks } = await look(await loggedIn(t, [ready, tenant, none, credentials]))
  t.equal(code, 1)
  t.match(checks, {
    'credential-good': { state: 'ok', found: /Amazon Web Services took .*2026-01-01.*role\/hubfleet in physics/, nextStep: null },
    'credential-gone': { state: 'fail', found: /Google Cloud refused .*the key was deleted/, nextStep: /hubfleet credential check gone/ },
    'credential-away': { state: 'warn', found: /Azure could not be asked .*no answer/, nextStep: /workers reach it.*check away/ },
    'credential-new': { state: 'warn', found: /not asked/, nextStep: /worker runs.*check new/ },
  })
})

t.test('a server that knows no credentials, or does not show them, has none to be told of', async (t) => {
  for (const status of [403, 404]) {
    const { code, checks } = await look(await loggedIn(t, [ready, tenant, none, { status, body: problem(status, 'not-found') }]))
    t.equal(code, 0)
    t.notOk(Object.keys(checks).some((id) => id.startsWith('credential')))
  }
})

t.test('for people helm comes first, a mark stands before each check and the next step below it; the key is not shown', async (t) => {
  const key = 'hf_a-very-secret-key'
  const io = await loggedIn(t, [ready, { status: 401, body: problem(401, 'unauthenticated') }], { env: { HUBFLEET_KEY: key, HUBFLEET_ROLE: 'worker', PATH: t.testdir() } })
  t.equal(await io.run('doctor'), 1)
  t.match(io.out(), /^✗ helm is not installed.*\n {4}\S.*install helm 4/)
  t.match(io.out(), /\n✗ Title of unauthenticated: What happened\n {4}Do this\n$/)
  t.match(io.err(), /No cluster was looked at: .*--kubeconfig/)
  t.match(io.err(), '2 checks failed')
  t.notOk((io.out() + io.err()).includes(key))
})

interface Sight { version?: string; classes?: object[]; groups?: string[]; nodes?: object[]; services?: object[]; refuse?: (method: string, path: string) => number | undefined }

/** An API server with these things in it, whose kubeconfig is resolved with, and what was asked of it. */
async function cluster(t: Test, { version = 'v1.34.2', classes = [], groups = [], nodes = [], services = [], refuse = () => undefined }: Sight): Promise<{ kubeconfig: string; calls: string[] }> {
  const calls: string[] = []
  const things: Record<string, object> = {
    '/version': { gitVersion: version }, '/apis': { groups: groups.map((name) => ({ name })) }, '/api/v1/nodes': { items: nodes },
    '/apis/storage.k8s.io/v1/storageclasses': { items: classes }, '/api/v1/services': { items: services },
  }
  const server = await serve(t, (request, response) => {
    calls.push(`${request.method} ${request.url}`)
    const path = request.url!.split('?')[0]!
    const status = refuse(request.method!, path)
    response.writeHead(status ?? 200, { 'content-type': 'application/json' }).end(JSON.stringify(status ? { message: `refused ${path}` } : things[path] ?? {}))
  })
  const kubeconfig = join(t.testdir({ config: kubeconfigOf(server) }), 'config')
  return { kubeconfig, calls }
}

const kubeconfigOf = (server: string): string => JSON.stringify({
  'current-context': 'campus', contexts: [{ name: 'campus', context: { cluster: 'c', user: 'u' } }],
  clusters: [{ name: 'c', cluster: { server, 'insecure-skip-tls-verify': true } }], users: [{ name: 'u', user: { token: 'a-secret-token' } }],
})

const standard = { metadata: { name: 'standard', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } } }
const good = { classes: [standard], groups: ['metallb.io', 'cilium.io'] }

const clusters: [world: string, sight: Sight, code: number, expected: Record<string, unknown>][] = [
  ['all is well', good, 0, { cluster: { state: 'ok', found: /context campus/ }, version: { state: 'ok' }, permissions: { state: 'ok' }, 'storage-class': { state: 'ok', found: /standard/ }, 'load-balancer': { state: 'ok', found: /metallb/ }, 'network-policies': { state: 'ok' } }],
  ['the oldest Kubernetes that is good enough', { ...good, version: 'v1.28.0-gke.1' }, 0, { version: { state: 'ok' } }],
  ['a Kubernetes that is too old', { ...good, version: 'v1.27.16' }, 1, { version: { state: 'fail', found: /1\.27\.16.*1\.28/ }, 'storage-class': { state: 'ok' } }],
  ['a class that is not the default', { ...good, classes: [{ metadata: { name: 'slow' } }] }, 0, { 'storage-class': { state: 'warn', nextStep: /storage\.storageClass/ } }],
  ['nothing that shows', { classes: [standard] }, 0, { 'load-balancer': { state: 'warn', nextStep: /MetalLB/ }, 'network-policies': { state: 'warn', found: /cannot be told/ } }],
  ['an address that somebody gave', { services: [{ spec: { type: 'LoadBalancer' }, status: { loadBalancer: { ingress: [{ ip: '192.0.2.1' }] } } }] }, 0, { 'load-balancer': { state: 'ok', found: /other/ } }],
  ['an address that nobody gave', { services: [{ spec: { type: 'LoadBalancer' }, status: { loadBalancer: {} } }] }, 0, { 'load-balancer': { state: 'warn' } }],
  ['a cloud', { nodes: [{ spec: { providerID: 'gce://project/zone/vm' } }] }, 0, { 'load-balancer': { state: 'ok', found: /cloud/ } }],
  ['a plain flannel', { nodes: [{ metadata: { annotations: { 'flannel.alpha.coreos.com/backend-type': 'vxlan' } } }] }, 0, { 'network-policies': { state: 'warn', found: /not enforced/ } }],
  ['a login that may not make the role', { ...good, refuse: (method, path) => (method === 'PATCH' && path.includes('/clusterroles/') ? 403 : undefined) }, 1, { permissions: { state: 'fail', found: /ClusterRole hubfleet: refused/, nextStep: /administrator.*--print/ } }],
  ['a namespace that a register would make first', { ...good, refuse: (method, path) => (method === 'PATCH' && /serviceaccounts|secrets|bindings/.test(path) ? 404 : undefined) }, 0, { permissions: { state: 'ok' } }],
  ['a login that may not look at classes', { ...good, refuse: (_method, path) => (path.endsWith('/storageclasses') ? 403 : undefined) }, 0, { 'storage-class': { state: 'warn', found: /cannot be told: refused/ }, 'load-balancer': { state: 'ok' } }],
  ['a login that has run out', { refuse: () => 401 }, 1, { cluster: { state: 'fail', nextStep: /Log in to the cluster again.*campus/ }, version: undefined }],
]

for (const [name, sight, code, expected] of clusters) {
  t.test(`a cluster is judged by what shows in it, and nothing in it changes: ${name}`, async (t) => {
    const { kubeconfig, calls } = await cluster(t, sight)
    const io = await loggedIn(t, [ready, tenant, none])
    const found = await look(io, '--kubeconfig', kubeconfig)
    t.equal(found.code, code, io.err())
    t.match(found.checks, expected)
    for (const { state, nextStep } of Object.values(found.checks)) t.equal(nextStep === null, state === 'ok')
    t.same(calls.filter((call) => !call.startsWith('GET ') && !call.includes('dryRun=All')), [])
    t.notOk((io.out() + io.err()).includes('a-secret-token'))
  })
}

t.test('a kubeconfig that cannot be used, or whose cluster is away, is one check that failed, and the others are still made', async (t) => {
  const { kubeconfig } = await cluster(t, good)
  const away = `${kubeconfig}-away`
  await writeFile(away, kubeconfigOf('https://127.0.0.1:9'))
  for (const [argv, expected] of [
    [['--kubeconfig', '/nowhere'], { found: /no file \/nowhere/ }], [['--kubeconfig', kubeconfig, '--context', 'other'], { found: /no context other/, nextStep: /campus/ }],
    [['--kubeconfig', away], { found: /cannot be reached: https:\/\/127\.0\.0\.1:9/, nextStep: /reachable/ }],
  ] as const) {
    const { code, checks } = await look(await loggedIn(t, [ready, tenant, none]), ...argv)
    t.equal(code, 1)
    t.match(checks, { cluster: { state: 'fail', ...expected }, server: { state: 'ok' } })
  }
})

t.test('what the server would refuse later is said in the words of the server', async (t) => {
  const refusals: [sight: Sight, id: string, code: keyof typeof catalogue][] = [
    [{ ...good, version: 'v1.27.0' }, 'version', 'kubernetes-too-old'], [{ ...good, classes: [] }, 'storage-class', 'storage-class-missing'],
    [{ refuse: () => 401 }, 'cluster', 'cluster-denied'], [{ refuse: () => 500 }, 'cluster', 'cluster-unreachable'],
  ]
  for (const [sight, id, code] of refusals) {
    const { kubeconfig } = await cluster(t, sight)
    const { checks } = await look(await loggedIn(t, [ready, tenant, none]), '--kubeconfig', kubeconfig)
    const { title, nextStep } = catalogue[code]
    t.ok(checks[id]!.found.startsWith(title), `${checks[id]!.found} begins with ${title}`)
    // What this machine can do about a login or an address is something else than what a worker can.
    if (id !== 'cluster') t.equal(`${checks[id]!.nextStep}.`, nextStep)
  }
})
