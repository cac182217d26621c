import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import t from 'tap'
import { stringify } from 'yaml'
import { checkChartValues } from '../hub/chart-schema.ts'
import { completeHubSpec } from '../hub/complete.ts'
import { HubSpecInputSchema } from '../hub/spec.ts'
import { typedValues } from '../hub/typed-values.ts'
import { deepMerge } from '../hub/merge.ts'
import type { JsonObject } from '../json.ts'
import { leaves, valueAt } from '../json.ts'
import { Problem } from '../problems/problem.ts'
import { requireValid } from '../validate.ts'
import { convertConfig } from './convert.ts'
import type { ConfigNote } from './report.ts'

const folder = process.env['HUBFLEET_TEST_CHART'] ?? new URL('../../../cluster/chart/jupyterhub', import.meta.url).pathname
const chart = { version: '4.4.0', schema: JSON.parse(readFileSync(`${folder}/values.schema.json`, 'utf8')) as JsonObject, digest: 'test' }
const convert = (text: string, version = '4.4.0') => convertConfig(text, { ...chart, version })

/** `line kind from -> to` of each note that has a line. */
const told = (notes: ConfigNote[]) => notes.filter(({ line }) => line !== null).map(({ line, kind, from, to }) => `${line} ${kind} ${from}${to ? ` -> ${to}` : ''}`)

const guide = `hub:
  # output of first execution of 'openssl rand -hex 32'
  cookieSecret: "${'c'.repeat(64)}"
token:
  # output of second execution of 'openssl rand -hex 32'
  proxy: "${'p'.repeat(64)}"
auth:
  type: google
  google:
    clientId: "id.apps.googleusercontent.com"
    clientSecret: "a-very-secret-text"
    callbackUrl: "http://hub.example.edu/hub/oauth_callback"
    hostedDomain: "youruniversity.edu"
    loginService: "Your University"
admin:
  users: [teacher]
publicIP: 192.0.2.7
singleuser:
  image:
    name: berkeleydsep/singleuser-data8
    tag: v0.1
  memory:
    limit: 1G
    guarantee: 1G
  storage:
    storageClass: { provisioner: kubernetes.io/gce-pd, parameters: { type: pd-ssd } }
    capacity: 5Gi
  lifecycleHooks:
    postStart:
      exec:
        command: ["/bin/sh", "-c", "test -f $HOME/.copied || cp -Rf /srv/app/src/. $HOME/; touch $HOME/.copied"]
builder: { enabled: false }
prePuller: { enabled: true }
statsd: { host: stats }
cull: { timeout: 1800, every: 300 }
`

t.test('the guide\'s own config.yaml of 0.3.1 becomes a spec, and each rename and removal is told with its line', async (t) => {
  const { spec, notes } = convert(guide)
  t.same(spec, {
    login: { type: 'google', clientId: 'id.apps.googleusercontent.com', clientSecret: 'a-very-secret-text', callbackUrl: 'http://hub.example.edu/hub/oauth_callback', hostedDomains: ['youruniversity.edu'] },
    access: { admins: ['teacher'] }, exposure: { loadBalancerIP: '192.0.2.7' },
    image: { name: 'berkeleydsep/singleuser-data8', tag: 'v0.1' }, memory: { limit: '1G', guarantee: '1G' }, storage: { capacity: '5Gi' }, home: { contents: '/srv/app/src' },
    culling: { timeoutSeconds: 1800, everySeconds: 300 },
  })
  t.same(told(notes), [
    '3 removed hub.cookieSecret', '4 removed token', '8 typed auth.type -> spec.login.type', '10 typed auth.google.clientId -> spec.login.clientId',
    '11 typed auth.google.clientSecret -> spec.login.clientSecret', '12 typed auth.google.callbackUrl -> spec.login.callbackUrl', '13 typed auth.google.hostedDomain -> spec.login.hostedDomains',
    '14 removed auth.google.loginService', '15 moved admin -> auth.admin', '16 typed admin.users -> spec.access.admins', '17 typed publicIP -> spec.exposure.loadBalancerIP',
    '19 typed singleuser.image -> spec.image', '23 typed singleuser.memory.limit -> spec.memory.limit', '24 typed singleuser.memory.guarantee -> spec.memory.guarantee',
    '26 removed singleuser.storage.storageClass', '27 typed singleuser.storage.capacity -> spec.storage.capacity', '31 typed singleuser.lifecycleHooks.postStart.exec.command -> spec.home.contents',
    '32 removed builder', '33 removed prePuller.enabled', '34 removed statsd', '35 typed cull.timeout -> spec.culling.timeoutSeconds', '35 typed cull.every -> spec.culling.everySeconds',
  ])
  t.ok(notes.some(({ line, message }) => line === null && message.includes('Nobody may use the hub')), 'who may use it has another default today')
  t.notMatch(JSON.stringify(notes), /a-very-secret-text|cccc|pppp/)
  requireValid(HubSpecInputSchema, spec)
})

const eras: Record<string, [text: string, values: JsonObject, told: string[]]> = {
  '0.5 to 0.10: github by organization, a whitelist, code in one text': [
    'auth:\n  type: github\n  github: { clientId: a, clientSecret: b, orgWhitelist: [data-8] }\n  admin: { access: true }\n  whitelist: { users: [ada] }\nhub:\n  extraConfig: |\n    c.Spawner.debug = True\n  uid: 1000\n',
    { values: { hub: { config: { JupyterHub: { admin_access: true } }, extraConfig: { config1: 'c.Spawner.debug = True\n' }, containerSecurityContext: { runAsUser: 1000 } } }, login: { type: 'github', clientId: 'a', clientSecret: 'b', organizations: ['data-8'] }, access: { users: ['ada'] } },
    ['7 changed hub.extraConfig -> hub.extraConfig.config1', '9 moved hub.uid -> hub.containerSecurityContext.runAsUser'],
  ],
  '0.6 to 0.9: cloud metadata, extra images as a list, encryption that was on by itself': [
    'singleuser:\n  cloudMetadata: { enabled: true }\nprePuller:\n  extraImages:\n    - { name: a/b, tag: 0.3 }\nproxy:\n  https:\n    hosts: [hub.example.org]\n    letsencrypt: { contactEmail: a@example.org }\n  nginx: { proxyBodySize: 64m }\n',
    { exposure: { host: 'hub.example.org', https: { type: 'letsencrypt', contactEmail: 'a@example.org' } }, security: { cloudMetadata: 'networkPolicy' }, values: { prePuller: { extraImages: { image1: { name: 'a/b', tag: '0.3' } } } } },
    ['2 changed singleuser.cloudMetadata.enabled -> spec.security.cloudMetadata', '4 changed prePuller.extraImages -> prePuller.extraImages.image1', '10 removed proxy.nginx'],
  ],
  '0.11 to 3: whitelists of authenticators, class names, folders of homes, rbac': [
    'hub:\n  config:\n    JupyterHub: { authenticator_class: oauthenticator.generic.GenericOAuthenticator }\n    GenericOAuthenticator: { client_id: a, client_secret: b, authorize_url: "https://x/a", token_url: "https://x/t", userdata_url: "https://x/u", username_key: email, whitelist: [ada] }\n  fsGid: 1000\nrbac: { enabled: false }\nsingleuser: { storage: { type: static, static: { pvcName: home, subPath: "home/{username}" } } }\n',
    {
      login: { type: 'oidc', clientId: 'a', clientSecret: 'b', authorizeUrl: 'https://x/a', tokenUrl: 'https://x/t', userdataUrl: 'https://x/u', usernameClaim: 'email', scope: [] }, access: { users: ['ada'] },
      storage: { type: 'static', static: { claim: 'home', subPath: 'home/{escaped_username}' } },
      values: {
        hub: {
          podSecurityContext: { fsGroup: 1000 }, serviceAccount: { create: false },
        },
        rbac: { create: false }, proxy: { traefik: { serviceAccount: { create: false } } }, scheduling: { userScheduler: { serviceAccount: { create: false } } }, prePuller: { hook: { serviceAccount: { create: false } } },
      },
    },
    ['4 typed hub.config.GenericOAuthenticator.username_key -> spec.login.usernameClaim', '4 typed hub.config.GenericOAuthenticator.whitelist -> spec.access.users', '7 changed singleuser.storage.static.subPath -> spec.storage.static.subPath'],
  ],
  '4: what is current stays, and is typed where a field means the same': [
    'proxy: { service: { type: ClusterIP } }\ningress: { enabled: true, hosts: [a.example.org], ingressClassName: nginx, tls: [{ hosts: [a.example.org], secretName: cert }] }\nscheduling: { userPlaceholder: { replicas: 4 }, podPriority: { enabled: true }, userPods: { nodeAffinity: { matchNodePurpose: require } } }\nsingleuser: { extraEnv: { A: b } }\n',
    { exposure: { type: 'ingress', host: 'a.example.org', className: 'nginx', https: { type: 'secret', secretName: 'cert' } }, capacity: { seats: 4 }, scheduling: { userPods: { matchNodePurpose: 'require' } }, values: { singleuser: { extraEnv: { A: 'b' } } } },
    ['2 typed ingress -> spec.exposure', '3 typed scheduling.userPlaceholder.replicas -> spec.capacity.seats'],
  ],
}

for (const [era, [text, expected, lines]] of Object.entries(eras)) {
  t.test(`charts ${era}`, async (t) => {
    const { spec, notes } = convert(text)
    t.same(spec, expected)
    for (const line of lines) t.ok(told(notes).includes(line), `${line} in ${told(notes).join(' | ')}`)
    requireValid(HubSpecInputSchema, spec)
    t.same(checkChartValues(chart.schema, chart.digest, deepMerge(typedValues(completeHubSpec(spec)), spec.values ?? {})), [], 'the chart takes it')
  })
}

t.test('a gateway is one until chart 4 and a list since 5', async (t) => {
  const one = 'httpRoute: { enabled: true, gateway: { name: a, namespace: b } }'
  t.same((convert(one).spec.values as JsonObject)['httpRoute'], { enabled: true, gateway: { name: 'a', namespace: 'b' } })
  const five = convertConfig(one, { ...chart, version: '5.0.0', schema: { type: 'object' }, digest: 'five' })
  t.same((five.spec.values as JsonObject)['httpRoute'], { enabled: true, parentRefs: [{ name: 'a', namespace: 'b' }] })
  t.ok(told(five.notes).includes('1 changed httpRoute.gateway -> httpRoute.parentRefs'))
})

t.test('sizes in Gi, which JupyterHub refuses, are spelled as it wants them', async (t) => {
  const { spec, notes } = convert('singleuser:\n  memory: { guarantee: 512Mi, limit: 2Gi }\n  cpu: { limit: "500m" }\n')
  t.match(spec, { memory: { guarantee: '512M', limit: '2G' }, cpu: { limit: 0.5 } })
  t.same(notes.filter(({ kind }) => kind === 'changed' ).map(({ line }) => line).filter(Boolean), [2, 2, 3])
})

t.test('a file of a chart that has the hub as a part is read as the part', async (t) => {
  const { spec, notes } = convert('dask-gateway: { enabled: true }\nbasehub:\n  jupyterhub:\n    singleuser:\n      memory: { limit: 3G }\n  nfs: { enabled: true }\n')
  t.same(spec, { memory: { limit: '3G' } })
  t.match(notes[0]!.message, /basehub\.jupyterhub\. .*dask-gateway, basehub\.nfs/)
  t.equal(notes.find(({ kind }) => kind === 'typed')!.line, 5)
})

t.test('what no chart knows is left out of an old file and told, and stays in a new one, to be refused', async (t) => {
  t.match(convert('auth: { type: dummy }\nhubb: { a: 1 }\n').notes.find(({ kind }) => kind === 'unknown'), { line: 2, from: 'hubb', message: /Did you mean `hub`/ })
  t.notOk(convert('auth: { type: dummy }\nhubb: { a: 1 }\n').spec.values)
  t.match(convert('hubb: { a: 1 }\n').spec.values, { hubb: { a: 1 } })
})

t.test('anchors, merge keys, the booleans of YAML 1.1, a byte order mark and Windows lines are read as helm reads them', async (t) => {
  const { spec, notes } = convert('\uFEFFx-a: &a { timeout: 900 }\r\ncull:\r\n  <<: *a\r\n  users: no\r\nsingleuser: { image: { name: a, tag: 2017-10-02 } }\r\n')
  t.match(spec, { culling: { timeoutSeconds: 900, users: false }, image: { tag: '2017-10-02' } })
  t.equal(notes.find(({ to }) => to === 'spec.culling.timeoutSeconds')!.line, 1)
})

t.test('what is no config file is refused with line and column, and never with a value of it', async (t) => {
  const refusal = (text: string) => { try { convert(text); return undefined } catch (error) { return error } }
  t.match(refusal('hub:\n\tconfig: {}\n'), { code: 'invalid-request', errors: [{ pointer: '/config/0', code: 'yaml', detail: /^line 2, column 1: .*tab/ }] })
  t.match(refusal('a: 1\n---\nb: 2\n'), { errors: [{ code: 'documents', detail: /line \d.*2 documents/ }] })
  t.match(refusal('- a\n- b\n'), { errors: [{ detail: /no table/ }] })
  t.match(refusal('hub: ENC[AES256_GCM,data:x]\nsops: { mac: "ENC[x]" }\n'), { errors: [{ code: 'encrypted', detail: /sops --decrypt/ }] })
  t.match(refusal(`a: &a [x, x]\n${Array.from({ length: 12 }, (_, i) => `${'bcdefghijklmn'[i]}: &${'bcdefghijklmn'[i]} [*${'abcdefghijklm'[i]}, *${'abcdefghijklm'[i]}, *${'abcdefghijklm'[i]}]`).join('\n')}\n`), { errors: [{ detail: /anchors/ }] })
  t.same(convert('').spec, {})
  t.same(convert('# nothing\n---\n').spec, {})
  t.match(convert('hub: { a: 1 }\nhub: { baseUrl: /x }\n').notes.find(({ kind }) => kind === 'unsafe'), { line: 2, message: /twice/ })
})

const word = fc.constantFrom('hub', 'singleuser', 'auth', 'cull', 'proxy', 'https', 'memory', 'limit', 'type', 'enabled', 'admin', 'users', 'google', 'clientId', 'storage', 'image', 'name', 'tag', 'db', 'service', 'hosts', 'custom', 'token', 'prePuller', 'extraImages', 'x')
const tree: fc.Memo<unknown> = fc.memo((depth) => (depth <= 1 ? fc.oneof(fc.constantFrom(true, false, null, 3, 'dummy', '1Gi', 'a', ''), fc.array(word, { maxLength: 2 })) : fc.oneof(tree(1), fc.dictionary(word, tree(), { maxKeys: 4 }))))

/** A refusal loses nothing; whatever else is thrown is a fault. */
function accepted(text: string) {
  try {
    return convert(text)
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}

t.test('what stood where another table moves to is told by its own name', async (t) => {
  const { notes } = convert('admin: {access: true}\nauth: {admin: {users: [ada], x: 1}}\n')
  t.match(notes.filter(({ kind }) => kind === 'unknown'), [{ from: 'auth.admin.x', line: 2 }])
})

t.test('what the file has under its old name and its new one is told under both', async (t) => {
  const { notes } = convert('auth: { admin: true }\nadmin: {}\n')
  t.same(notes.filter(({ line }) => line !== null).map(({ line, kind, from }) => `${line} ${kind} ${from}`), ['1 unknown auth.admin', '2 removed admin'])
})

t.test('no leaf of a file is lost in silence: it is in the outcome, or a note tells of it', async () => {
  fc.assert(fc.property(fc.dictionary(word, tree(4), { maxKeys: 5 }), (values) => {
    const { spec, notes } = accepted(stringify(values)) ?? fc.pre(false) as never
    // a table that holds the hub's is the part of another chart, whose other values are named by their first key
    const below = notes.map(({ message }) => /^The values of the hub are below (\S+)\.( |$)/.exec(message)?.[1]).filter(Boolean).map((keys) => `${keys}.`)[0] ?? ''
    for (const { path, value } of leaves(values)) {
      if (!`${path.join('.')}.`.startsWith(below)) continue
      // an empty text is what the chart has where nothing is set
      if (value === null || value === '' || path.length === 0 || (typeof value === 'object' && Object.keys(value as object).length === 0)) continue
      const dotted = path.join('.').slice(below.length)
      const kept = below === '' && valueAt(spec.values, path) !== undefined || valueAt(spec.values, dotted.split('.')) !== undefined
      if (!kept && !notes.some(({ from }) => from === dotted || dotted.startsWith(`${from}.`) && from !== '' || from.startsWith(`${dotted}.`))) throw new Error(`lost: ${dotted}`)
    }
    return true
  }), { numRuns: 300 })
})

t.test('what was converted once is current: a second time nothing is moved, changed or removed', async () => {
  for (const [text] of [...Object.values(eras), [guide] as const]) {
    const { spec } = convert(text)
    const again = convert(stringify(spec.values ?? {}))
    const restless = again.notes.filter(({ kind, line }) => line !== null && ['moved', 'removed', 'changed'].includes(kind))
    if (restless.length > 0) throw new Error(JSON.stringify(restless))
  }
})
