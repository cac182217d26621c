import { readFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import { stringify } from 'yaml'
import { checkChartValues } from '../hub/chart-schema.ts'
import { checkHubSpec } from '../hub/check.ts'
import { completeHubSpec } from '../hub/complete.ts'
import { deepMerge } from '../hub/merge.ts'
import { splitSecrets } from '../hub/secrets.ts'
import type { HubSpecInput } from '../hub/spec.ts'
import { typedValues } from '../hub/typed-values.ts'
import { renderValues } from '../hub/values.ts'
import type { JsonObject } from '../json.ts'
import { convertConfig } from './convert.ts'

/*
 * What config files of real hubs have in them, in invented files of our own: each feature made a file fail, or lost something in silence.
 */

const folder = process.env['HUBFLEET_TEST_CHART'] ?? new URL('../../../cluster/chart/jupyterhub', import.meta.url).pathname
const chart = { version: '4.4.0', schema: JSON.parse(readFileSync(`${folder}/values.schema.json`, 'utf8')) as JsonObject, digest: 'found' }

function convert(text: string) {
  const { spec, notes } = convertConfig(text, chart)
  return { spec, values: (spec.values ?? {}) as JsonObject, notes, told: notes.filter(({ line }) => line !== null).map(({ line, kind, from, to }) => `${line} ${kind} ${from}${to ? ` -> ${to}` : ''}`) }
}
const has = (t: Test, told: string[], ...lines: string[]) => { for (const line of lines) t.ok(told.includes(line), `${line} in ${told.join(' | ')}`) }

/** What a hub of this spec is refused for: by itself, or by the chart. */
function refusals(input: HubSpecInput): string[] {
  const { spec, secrets } = splitSecrets(completeHubSpec(input))
  const chartFaults = checkChartValues(chart.schema, chart.digest, deepMerge(typedValues(spec), spec.values))
  return [...checkHubSpec(spec, secrets).errors, ...chartFaults].map(({ pointer, code }) => `${pointer} ${code}`)
}

t.test('the hub\'s values are found below whatever key a chart of one\'s own has them, also in a HelmRelease', async (t) => {
  const { spec, notes } = convert('nfs: { server: a }\ncourse-hub:\n  singleuser:\n    memory: { limit: 3G }\n')
  t.same(spec, { memory: { limit: '3G' } })
  t.match(notes[0], { message: /below course-hub\. .*nfs/ })
  t.equal(notes.find(({ kind }) => kind === 'typed')!.line, 4)
  t.same(convert('apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec:\n  chart: { spec: { chart: jupyterhub } }\n  values:\n    cull: { timeout: 900 }\n').spec, { culling: { timeoutSeconds: 900 } })
})

t.test('two hubs in one file, and an object of Kubernetes without values, are refused with what to do', async (t) => {
  t.throws(() => convert('staging: { hub: { baseUrl: /a } }\nprod: { hub: { baseUrl: /b } }\n'), { errors: [{ code: 'several-hubs', detail: /line 2, .*staging, prod\. Bring one/ }] })
  t.throws(() => convert('apiVersion: v1\nkind: ConfigMap\ndata: { config.yaml: "hub: {}" }\n'), { errors: [{ code: 'kind', detail: /line 2, .*ConfigMap/ }] })
})

t.test('a null takes the chart\'s default away, and still does', async (t) => {
  const { spec, values } = convert('singleuser:\n  memory: { limit: 512M, guarantee: }\n  cpu: { limit: null }\ncull: { timeout: null }\n')
  t.same(values, { singleuser: { memory: { guarantee: null } }, cull: { timeout: null } }, 'where the chart has none by default, there is nothing to take away')
  t.same(refusals(spec), [], 'a limit below the default guarantee is fine without that')
})

t.test('a key that was left standing with nothing below it takes nothing away, and is told; what the chart needs and a null takes away is refused', async (t) => {
  const { spec, told } = convert('proxy:\nhub:\n  config:\n  db: { pvc: }\ncull: { timeout: 900 }\n')
  t.same(spec, { culling: { timeoutSeconds: 900 } })
  has(t, told, '1 changed proxy -> proxy', '3 changed hub.config -> hub.config', '4 changed hub.db.pvc -> hub.db.pvc')
  t.same(refusals(convert('debug: { enabled: null }\n').spec), ['/values/debug/enabled required'])
  t.same(refusals({ values: { proxy: null } }), ['/values/proxy required'])
})

t.test('a pull secret that is to be made needs all that it is made of', async (t) => {
  t.same(refusals(convert('imagePullSecret: { create: true, registry: registry.example.org, username: puller }\n').spec), ['/values/imagePullSecret/password required'])
  t.same(refusals(convert('hub: { imagePullSecret: { enabled: true, registry: registry.example.org, username: puller, password: word } }\n').spec), [])
})

t.test('what is moved keeps its line, with all that is in it', async (t) => {
  const { placeOf } = convertConfig('auth: { type: dummy }\nhub:\n  imagePullSecret:\n    enabled: true\n', chart)
  t.match(placeOf('/values/imagePullSecret/password'), { line: 4 })
})

t.test('a certificate of Let\'s Encrypt for several hosts, which stays raw, needs an address as well', async (t) => {
  const file = (email: string) => `proxy: { https: { enabled: true, hosts: [a.example.org, b.example.org]${email} } }\n`
  t.same(refusals(convert(file('')).spec), ['/values/proxy/https/letsencrypt/contactEmail required'])
  t.same(refusals(convert(file(', letsencrypt: { contactEmail: ops@example.org }')).spec), [])
  t.same(refusals(convert('proxy: { https: { enabled: true, type: manual, hosts: [a.example.org, b.example.org], manual: { cert: x } } }\n').spec), ['/values/proxy/https/manual/key required'])
})

t.test('cores: none of one is no guarantee', async (t) => {
  t.same(refusals(convert('singleuser: { cpu: { guarantee: 0, limit: 0 } }\n').spec), [])
})

t.test('variables that YAML takes for numbers or booleans are texts', async (t) => {
  const { values, told } = convert('hub: { extraEnv: { PORT: 8080 } }\nsingleuser:\n  extraEnv: { GRANT_SUDO: yes, NAME: text, FROM: { valueFrom: { fieldRef: { fieldPath: metadata.name } } } }\n')
  t.same(values, { hub: { extraEnv: { PORT: '8080' } }, singleuser: { extraEnv: { GRANT_SUDO: 'true', NAME: 'text', FROM: { valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } } } } })
  has(t, told, '1 changed hub.extraEnv.PORT -> hub.extraEnv.PORT', '3 changed singleuser.extraEnv.GRANT_SUDO -> singleuser.extraEnv.GRANT_SUDO')
  t.same(refusals({ values: { singleuser: { extraEnv: { GRANT_SUDO: true } } } }), ['/values/singleuser/extraEnv/GRANT_SUDO type'], 'and refused where no file is translated')
})

t.test('tags that YAML takes for numbers are told, since a zero may be lost', async (t) => {
  has(t, convert('prePuller: { extraImages: { db: { name: postgres, tag: 12.10 } } }\n').told, '1 changed prePuller.extraImages.db.tag -> prePuller.extraImages.db.tag')
})

t.test('parts of the chart that a file pins to those of its time are the chart\'s own again; one\'s own image is told of', async (t) => {
  const { values, told } = convert('auth: { type: dummy }\nhub:\n  image: { name: jupyterhub/k8s-hub, tag: v0.6 }\nscheduling:\n  userScheduler:\n    image: { name: gcr.io/google_containers/kube-scheduler-amd64, tag: v1.11.2 }\nproxy: { chp: { image: { tag: 4.6.1 } } }\n')
  t.same(values['hub'], undefined)
  t.same(values['proxy'], { chp: { image: { tag: '4.6.1' } } }, 'what works today stays')
  has(t, told, '3 removed hub.image', '6 removed scheduling.userScheduler.image')
  const own = convert('hub: { image: { name: registry.example.org/hub, tag: v3 } }\n')
  t.same(own.values, { hub: { image: { name: 'registry.example.org/hub', tag: 'v3' } } })
  t.match(own.notes.find(({ message }) => /made from that of chart 4\.4\.0/.test(message)), { line: 1, kind: 'unsafe' })
})

t.test('a list of what may go out stays all that may: rules that chart 2 opened beside it are closed', async (t) => {
  const list = 'singleuser:\n  networkPolicy:\n    egress: [{ to: [{ ipBlock: { cidr: 192.0.2.0/24 } }] }]\n'
  const old = convert(`auth: { type: dummy }\n${list}`)
  t.match(old.values, { singleuser: { networkPolicy: { egressAllowRules: { cloudMetadataServer: false, nonPrivateIPs: false, privateIPs: false } } } })
  has(t, old.told, '4 changed singleuser.networkPolicy.egress -> singleuser.networkPolicy.egressAllowRules')
  const unknown = convert(list)
  t.notMatch(unknown.values, { singleuser: { networkPolicy: { egressAllowRules: {} } } }, 'of what age the file is cannot be seen')
  t.match(unknown.notes.find(({ from, message }) => from.endsWith('egress') && /nonPrivateIPs/.test(message)), { line: 3, kind: 'unsafe' })
})

t.test('a host alone switches no encryption on in a file that is newer than chart 0.10', async (t) => {
  const { values, notes } = convert('hub: { config: { JupyterHub: { admin_access: true } } }\nproxy: { https: { hosts: [a.example.org] } }\n')
  t.match(values, { proxy: { https: { enabled: undefined } } })
  t.match(notes.find(({ from }) => from === 'proxy.https'), { line: 2, kind: 'unsafe', message: /It is off/ })
})

t.test('CILogon\'s institutions become the table that they are today, and what would end the hub at its start goes', async (t) => {
  const { spec, told } = convert('hub:\n  config:\n    JupyterHub: { authenticator_class: cilogon }\n    CILogonOAuthenticator:\n      client_id: a\n      username_claim: email\n      shown_idps: ["https://idp.example.edu/saml"]\n      strip_idp_domain: true\n')
  t.same(spec, { login: { type: 'cilogon', clientId: 'a', identityProviders: [{ entityId: 'https://idp.example.edu/saml', usernameClaim: 'email' }] } })
  has(t, told, '7 changed hub.config.CILogonOAuthenticator.shown_idps -> spec.login.identityProviders', '8 removed hub.config.CILogonOAuthenticator.strip_idp_domain', '6 removed hub.config.CILogonOAuthenticator.username_claim')
  t.match(convert('hub: { config: { CILogonOAuthenticator: { allowed_idps: [example.edu] } } }\n').notes.find(({ message }) => /entity ids/.test(message)), { kind: 'unsafe' })
})

t.test('LDAP as ldapauthenticator 2 has it, TLS included', async (t) => {
  const { spec } = convert('auth:\n  type: ldap\n  ldap: { server: { address: ldap.example.org, ssl: true }, dn: { templates: ["uid={username},dc=example"], user: { escape: true } } }\n')
  t.same(spec, { login: { type: 'ldap', host: 'ldap.example.org', encryption: 'tls', bindDnTemplates: ['uid={username},dc=example'], verifyCertificate: false } })
})

t.test('sizes in Gi are spelled right in the choices of profiles too', async (t) => {
  const { values, told } = convert('singleuser:\n  profileList:\n    - display_name: a\n      profile_options:\n        size:\n          choices:\n            small:\n              kubespawner_override: { mem_limit: 2Gi }\n')
  t.match(JSON.stringify(values), /"mem_limit":"2G"/)
  t.ok(told.some((line) => line.startsWith('8 changed singleuser.profileList.0.profile_options.size.choices.small.kubespawner_override.mem_limit')), told.join(' | '))
})

t.test('folders of people on a file server are found again, or it is told how', async (t) => {
  const text = 'singleuser: { storage: { type: static, static: { pvcName: homes, subPath: "home/{username}" } } }\n'
  t.match(convert(text).notes.find(({ from }) => from === 'singleuser.storage.static.subPath' ), { message: /escaped_username/ })
  t.match(convert(`${text}auth: { type: dummy }\n`).spec, { storage: { static: { subPath: 'home/{escaped_username}' } } })
})

t.test('several files are one hub, as helm takes them: a later one wins, and each line is told with its file', async (t) => {
  const { spec, notes } = convertConfig([
    'jupyterhub:\n  singleuser:\n    memory: { limit: 1G }\n    storage: { type: static }\n', 'nfs: { server: a }\n', 'jupyterhub:\n  singleuser:\n    memory:\n      limit: 2G\n    storage: { static: { pvcName: homes } }\n',
  ], chart)
  t.same(spec, { memory: { limit: '2G' }, storage: { type: 'static', static: { claim: 'homes' } } })
  t.same(notes.filter(({ kind }) => kind === 'typed').map(({ file, line, to }) => [file, line, to]), [[1, 4, 'spec.storage.type'], [3, 4, 'spec.memory.limit'], [3, 5, 'spec.storage.static.claim']])
  t.match(notes[0], { message: /below jupyterhub\. .*nfs/ })
  t.throws(() => convertConfig(['hub: {}\n', 'hub:\n\tx: 1\n'], chart), { errors: [{ pointer: '/config/1', detail: /^line 2/ }] })
})

const own = { cookieSecret: 'c'.repeat(64), proxyToken: 'p'.repeat(64), cryptKey: 'k'.repeat(64), apiToken: 'a'.repeat(64) }

/** The values that helm gets of a spec. */
function rendered(input: HubSpecInput): JsonObject {
  const { spec, secrets: fields } = splitSecrets(completeHubSpec(input))
  return renderValues({ hub: { id: 'hub_1', tenantId: 'tenant_1' }, spec, secrets: { ...own, fields } }).values
}

t.test('an export that comes back is the hub that it was made of, without code or rights that a policy would have to allow', async (t) => {
  const hubs: HubSpecInput[] = [
    {},
    { login: { type: 'google', clientId: 'a', clientSecret: 'b', hostedDomains: ['example.edu'] }, exposure: { host: 'hub.example.edu', https: { type: 'letsencrypt', contactEmail: 'ops@example.edu' } }, access: { admins: ['ada'] } },
    { memory: { guarantee: '2G', limit: '4G' }, cpu: { guarantee: 0.5 }, storage: { type: 'none' }, culling: { timeoutSeconds: 900 }, capacity: { seats: 5, maxServers: 20 }, home: { contents: '/srv/app/src' } },
    { database: { type: 'postgres', host: 'db.example.edu', name: 'hub', user: 'hub', password: 'word' }, values: { singleuser: { extraEnv: { A: 'yes' } }, prePuller: { hook: { enabled: true } }, scheduling: { userPlaceholder: { resources: { requests: { memory: '5Gi' } } } } } },
    { profiles: [
      { slug: 'small', displayName: 'Small & <quick>' },
      { slug: 'large', displayName: 'Large', groups: ['staff'], memory: { guarantee: '4G' }, environment: { A: 'b' }, options: [
        { slug: 'zone', displayName: 'Zone', choices: [{ slug: 'west', displayName: 'West', nodeSelector: { zone: 'w' } }, { slug: 'east', displayName: 'East', nodeSelector: { zone: 'e' } }] },
        { slug: 'image', displayName: 'Image', choices: [{ slug: 'r', displayName: 'R', image: { name: 'a/r', tag: '1' } }], unlistedChoice: { displayName: 'Own', validationRegex: 'quay\\.io/.+', validationMessage: 'From quay' } },
      ] },
    ], gpu: 1, scheduling: { nodeSelector: { pool: 'users' }, tolerations: [{ key: 'users', operator: 'Exists' }] } },
  ]
  for (const hub of hubs) {
    const before = rendered(hub)
    const { spec, notes } = convert(stringify(before, { version: '1.1' }))
    t.same(rendered(spec), before)
    t.same(notes.filter(({ kind, line }) => line !== null && (kind === 'moved' || kind === 'changed')), [], 'nothing in it is old')
    t.same(Object.keys((spec.values?.['hub'] ?? {}) as JsonObject).filter((key) => ['services', 'loadRoles'].includes(key)), [])
  }
})
