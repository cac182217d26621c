import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import t from 'tap'
import { parseAllDocuments } from 'yaml'
import { hubNames, renderValues, type HubSpecInput, type JsonObject } from '@hubfleet/core'
import { hubSecrets } from '../../../control/src/hubs/spec-plan.ts'
import { yamlForHelm } from '../../../control/src/hubs/yaml-for-helm.ts'
import { charts, eq, hubs, platformScope, tenants, transaction } from '@hubfleet/database'
import { testWorld } from '../testing.ts'

/*
 * Nobody is locked in: what an export gives to helm alone makes exactly the objects that Hubfleet makes with helm. Also against the real
 * chart, where HUBFLEET_TEST_CHART names it.
 */

const folder = process.env['HUBFLEET_TEST_CHART'] ?? new URL('../../../cluster/chart/jupyterhub', import.meta.url).pathname

const program = process.env['HUBFLEET_HELM'] ?? 'helm'
const skip = spawnSync(program, ['version']).status === 0 ? false : 'helm is not on PATH and HUBFLEET_HELM names none'

/** The objects that helm makes of values, by kind and name. */
function manifests(values: string, release: string, namespace: string, chart = folder): Record<string, unknown> {
  const text = execFileSync(program, ['template', release, chart, '--namespace', namespace, '--values', '-'], { input: values, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'], maxBuffer: 2 ** 26 })
  const objects = parseAllDocuments(text).map((document) => document.toJS() as { kind: string; metadata: { name: string } } | null).filter((object) => object !== null)
  return Object.fromEntries(objects.map((object) => [`${object.kind} ${object.metadata.name}`, object]))
}

const nasty = ['yes', 'no', 'on', 'off', 'y', 'n', '~', 'null', '', ' ', '010', '0o10', '0x1F', '1_000', '1e3', '.5', '12:30:45', '2017-10-02', '=', '<<', '*a', '&a', '!x', '%x', '@x', '`x', '- a', 'a: b', 'a #b', '#', '|', '>', '"', "'", '\\', 'a\nb\n', '\n', 'a\tb', '\ta', 'trailing ', 'é\u{1F600}', '{{ .Values }}', '.inf', '.nan', 'true', 'a\u2028b', 'a\u0085b\n', 'a\r\nb\r\n', '\ufeffa', 'a\n  \u001bb\n', 'x\n\n\n', ' a\nb\n']

const specs: Record<string, HubSpecInput> = {
  'everything by default': {},
  'login, host and certificate': {
    login: { type: 'google', clientId: 'id.example', clientSecret: 'a-very-secret-text', hostedDomains: ['example.edu'] }, access: { admins: ['ada'] },
    exposure: { host: 'hub.example.edu', https: { type: 'letsencrypt', contactEmail: 'ops@example.edu' } },
  },
  'profiles, limits, seats, a database elsewhere': {
    memory: { guarantee: '512M', limit: '2G' }, cpu: { guarantee: 0.25, limit: 2 }, capacity: { seats: 7, maxServers: 50 }, culling: { timeoutSeconds: 900 },
    profiles: [{ slug: 'small', displayName: 'Small' }, { slug: 'large', displayName: 'Large <8G>', memory: { guarantee: '8G', limit: '8G' } }],
    database: { type: 'postgres', host: 'db.example.edu', name: 'hub', user: 'hub', password: 'p@ss: word' },
  },
  'homes on a file server, and a repository': { storage: { type: 'static', static: { nfs: { server: '192.0.2.9', path: '/homes' } } }, home: { gitRepository: { url: 'https://example.org/course.git' } } },
  'raw values of every kind, with texts that YAML takes for something else': {
    values: {
      custom: { texts: nasty, keys: Object.fromEntries(nasty.map((text, index) => [text, index])), numbers: [0, -1, 1.5, 1e21, 9007199254740991], flags: [true, false, null], deep: { a: { b: [{ c: [] }, {}] } } },
      singleuser: { extraEnv: { ON: 'on', EIGHT: '010', LINES: 'a\nb\n' }, extraFiles: { a: { mountPath: '/etc/a.yaml', data: { on: 'yes' } } }, cpu: { limit: null } },
      hub: { extraConfig: { z: 'c.A = "yes"\n', a: 'c.B = 1  # comment: {{ x }}\n' }, annotations: { 'example.org/on': 'true' } },
    },
  },
}

t.test('helm alone, with the files of an export, makes what Hubfleet makes', { skip }, async (t) => {
  const world = await testWorld(t)
  const allow = Object.fromEntries(['extraConfig', 'extraFiles', 'hostPath', 'network'].map((name) => [name, true]))
  await transaction(world.database, platformScope, async (tx) => {
    await tx.update(charts).set({ schema: JSON.parse(readFileSync(`${folder}/values.schema.json`, 'utf8')), digest: 'c'.repeat(64) })
    await tx.update(tenants).set({ policy: { allow: allow as never } })
  })
  const chart = (await transaction(world.database, platformScope, (tx) => tx.select().from(charts)))[0]!
  world.control.charts.find = async () => chart

  for (const [index, [what, spec]] of Object.entries(specs).entries()) {
    const made = await world.request('admin', 'POST', '/v1/tenants/physics/hubs', { name: `hub-${index}`, cluster: 'lab', spec })
    t.equal(made.status, 202, JSON.stringify(made.body))
    const { body } = await world.request('admin', 'GET', `/v1/tenants/physics/hubs/hub-${index}/export?secrets=true`)
    t.equal(typeof body.objects, 'string', JSON.stringify(body))
    const hub = (await transaction(world.database, platformScope, (tx) => tx.select().from(hubs).where(eq(hubs.name, `hub-${index}`))))[0]!
    const { values } = renderValues({ hub, spec: hub.spec, secrets: await hubSecrets(world, hub) })
    const { release, namespace } = hubNames(hub.id)
    t.same(manifests(body.values, body.release, body.namespace), manifests(JSON.stringify(values).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`), release, namespace), what)
    const objects = parseAllDocuments(body.objects).map((document) => document.toJS() as { kind: string })
    t.same(objects.map(({ kind }) => kind), spec.storage?.static ? ['Namespace', 'PersistentVolume', 'PersistentVolumeClaim'] : ['Namespace'], `${what}: the objects beside the release`)
    const masked = await world.request('admin', 'GET', `/v1/tenants/physics/hubs/hub-${index}/export`)
    for (const secret of ['a-very-secret-text', 'p@ss: word']) t.notMatch(JSON.stringify(masked.body), secret)
  }
})

t.test('whatever stands in values is read by helm as it was', { skip }, async (t) => {
  const chart = t.testdir({
    'Chart.yaml': 'apiVersion: v2\nname: mirror\nversion: 0.1.0\n',
    templates: { 'mirror.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: mirror }\ndata: { values: {{ .Values | toJson | quote }} }\n' },
  })
  const text = fc.oneof(fc.constantFrom(...nasty), fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 8 }), fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\t', '#', ':', '-', '\r', '\u2028'), maxLength: 12 }), fc.stringMatching(/^[-+.0-9eExo_:]{1,8}$/)).filter((each) => !each.includes('\u0000') && each !== '__proto__')
  const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text, { maxLength: 3 }))
  fc.assert(fc.property(fc.dictionary(text, value, { minKeys: 20, maxKeys: 60 }), (table) => {
    const values: JsonObject = { table }
    const mirror = manifests(yamlForHelm(values), 'a', 'a', chart)['ConfigMap mirror'] as { data: { values: string } }
    t.same((JSON.parse(mirror.data.values) as JsonObject)['table'], table)
  }), { numRuns: 8 })
})
