import { readFileSync } from 'node:fs'
import t from 'tap'
import { parse, parseAllDocuments } from 'yaml'
import { charts, platformScope, transaction } from '@hubfleet/database'
import { testWorld } from '../testing.ts'

/*
 * A team brings the config.yaml it has and is told what became of each line; and it can leave with files that helm alone takes.
 */
const world = await testWorld(t)
await transaction(world.database, platformScope, async (tx) => {
  const schema = JSON.parse(readFileSync(new URL('../../../cluster/chart/jupyterhub/values.schema.json', import.meta.url), 'utf8'))
  await tx.update(charts).set({ schema, digest: 'a'.repeat(64), source: 'https://charts.example.org' })
})
const chart = (await transaction(world.database, platformScope, (tx) => tx.select().from(charts)))[0]!
world.control.charts.find = async () => chart

const hubs = '/v1/tenants/physics/hubs'
const config = 'auth:\n  type: google\n  google:\n    clientId: abc\n    clientSecret: a-very-secret-text\n    hostedDomain: example.edu\ntoken: { proxy: aaaaaaaa }\nsingleuser:\n  memory: { guarantee: 1Gi }\n  extraEnv: { ANSWER: "yes" }\n'
const create = (name: string, body: object, validateOnly = false) => world.request('admin', 'POST', `${hubs}${validateOnly ? '?validateOnly=true' : ''}`, { name, cluster: 'lab', ...body })

t.test('a config.yaml of the guide\'s time makes a hub, and the plan tells what became of each line', async (t) => {
  const { status, body: plan } = await create('old', { config: [config], spec: { access: { users: ['ada'] } } }, true)
  t.equal(status, 200)
  t.same(plan.config.filter(({ line }: { line: number | null }) => line).map(({ line, kind, from }: { line: number; kind: string; from: string }) => `${line} ${kind} ${from}`), ['2 typed auth.type', '4 typed auth.google.clientId', '5 typed auth.google.clientSecret', '6 typed auth.google.hostedDomain', '7 removed token', '9 changed singleuser.memory.guarantee'])
  t.notMatch(JSON.stringify(plan), /a-very-secret-text/)
  t.equal((await create('old', { config: [config], spec: { access: { users: ['ada'] } } })).status, 202)
  const { body: hub } = await world.request('reader', 'GET', `${hubs}/old`)
  t.match(hub.spec, { login: { type: 'google', clientId: 'abc', hostedDomains: ['example.edu'] }, memory: { guarantee: '1G' }, access: { users: ['ada'] }, values: { singleuser: { extraEnv: { ANSWER: 'yes' } } } })
  t.notMatch(JSON.stringify(hub), /a-very-secret-text/)
})

t.test('fields beside the file win over it', async (t) => {
  await create('beside', { config: [config], spec: { memory: { guarantee: '3G' }, login: { type: 'dummy', password: 'long-enough-word' } }, confirm: ['open-login'] })
  t.match((await world.request('reader', 'GET', `${hubs}/beside`)).body.spec, { memory: { guarantee: '3G' }, login: { type: 'dummy' } })
})

t.test('what is still wrong is refused with the line of the file', async (t) => {
  const lines = async (text: string) => (await create('wrong', { config: [text] }, true)).body
  t.match(await lines('cull:\n  timeout: 5\n'), { code: 'invalid-request', errors: [{ pointer: '/spec/culling/timeoutSeconds', detail: /line 2 of the config/ }] })
  t.match(await lines('hub:\n  config:\n    jupyterhub: { a: 1 }\n'), { code: 'invalid-request', errors: [{ pointer: '/spec/values/hub/config/jupyterhub', detail: /line 3 of the config/ }] })
  t.match(await lines('singleuser:\n  memroy: { limit: 1G }\n'), { code: 'unknown-value', errors: [{ pointer: '/spec/values/singleuser/memroy', detail: /memory.*line 2 of the config/ }] })
  t.match(await lines('hub:\n  extraConfig: { a: "c.x = 1" }\n'), { code: 'policy-denied', errors: [{ detail: /line 2 of the config/ }] })
  t.match(await lines('hub:\n\tx: 1\n'), { code: 'invalid-request', errors: [{ pointer: '/config/0', detail: /line 2/ }] })
})

t.test('several files make one hub, and what is wrong is told with the file that it stands in', async (t) => {
  const { status, body } = await create('layered', { config: ['cull: { timeout: 900 }\n', 'cull:\n  timeout: 5\n'] }, true)
  t.equal(status, 400)
  t.match(body, { errors: [{ pointer: '/spec/culling/timeoutSeconds', detail: /line 2 of the config 2/ }] })
  t.match((await create('layered', { config: ['cull: { timeout: 5 }\n', 'cull: { timeout: 900 }\n'] }, true)).body.config.filter(({ line }: { line: number | null }) => line), [{ file: 2, line: 1, from: 'cull.timeout' }])
})

t.test('an edited file replaces what the chart\'s own values were, and leaves fields that it does not name', async (t) => {
  const { status } = await world.request('operator', 'PATCH', `${hubs}/old`, { config: ['cull: { timeout: 1800 }\n'] })
  t.equal(status, 202)
  t.match((await world.request('reader', 'GET', `${hubs}/old`)).body.spec, { culling: { timeoutSeconds: 1800 }, login: { type: 'google' }, values: {} })
})

t.test('an export is what helm needs, read as helm reads it; its secrets are masked unless they are asked for', async (t) => {
  await create('leaving', { config: [config], spec: { access: { users: ['ada'] }, storage: { capacity: '20Gi' } } })
  const { body } = await world.request('admin', 'GET', `${hubs}/leaving/export`)
  const values = parse(body.values, { version: '1.1' })
  t.match(values, { singleuser: { extraEnv: { ANSWER: 'yes' }, memory: { guarantee: '1G' }, storage: { capacity: '20Gi' } }, hub: { config: { GoogleOAuthenticator: { client_secret: '<secret>' }, JupyterHub: { cookie_secret: '<secret>' } } } })
  t.notMatch(JSON.stringify(body), /a-very-secret-text/)
  const objects = parseAllDocuments(body.objects).map((document) => document.toJS())
  t.match(objects, [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: body.namespace } }])
  t.match(body.commands[1], new RegExp(`^helm upgrade --install ${body.release} jupyterhub --repo https://charts\\.example\\.org --version 4\\.4\\.0 --namespace ${body.namespace} --values values\\.yaml$`))
  t.ok(body.onlyHubfleet.length > 0)
  const open = parse((await world.request('admin', 'GET', `${hubs}/leaving/export?secrets=true`)).body.values, { version: '1.1' })
  t.equal(open.hub.config.GoogleOAuthenticator.client_secret, 'a-very-secret-text')
  t.match(open.hub.config.JupyterHub.cookie_secret, /^[0-9a-f]{64}$/)
  t.match(await world.request('operator', 'GET', `${hubs}/leaving/export`), { status: 403 })
})
