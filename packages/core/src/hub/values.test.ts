import fc from 'fast-check'
import t from 'tap'
import type { JsonObject } from '../json.ts'
import { valueAt } from '../json.ts'
import { completeHubSpec } from './complete.ts'
import { deepMerge, valuesHash } from './merge.ts'
import { adminTokenOf, newHubSecrets, secretTexts, splitSecrets } from './secrets.ts'
import type { HubSpecInput } from './spec.ts'
import { renderValues } from './values.ts'

const hub = { id: 'hub_1', tenantId: 'tenant_1' }
const own = { cookieSecret: 'c', proxyToken: 'p', cryptKey: 'k', apiToken: 'a' }

function render(input: HubSpecInput) {
  const { spec, secrets } = splitSecrets(completeHubSpec(input))
  return renderValues({ hub, spec, secrets: { ...own, fields: secrets } })
}
const at = (values: JsonObject, path: string) => valueAt(values, path.split('.'))
const plain = (input: HubSpecInput, path: string) => at(render(input).values, path)

t.test('two renders of the same hub are the same bytes, secrets included', async (t) => {
  const input: HubSpecInput = { login: { type: 'dummy', password: 'x' }, values: { custom: { b: 1, a: 2 } } }
  t.equal(JSON.stringify(render(input)), JSON.stringify(render(input)))
})

t.test('every secret that the chart would make up at each dry run is passed explicitly', async (t) => {
  const { values } = render({})
  t.match(at(values, 'hub.config'), { JupyterHub: { cookie_secret: 'c' }, ConfigurableHTTPProxy: { auth_token: 'p' }, CryptKeeper: { keys: ['k'] } })
  t.match(at(values, 'hub.services'), { hubfleet: { apiToken: 'a' } })
})

t.test('new secrets have the lengths that JupyterHub wants and are never the same', async (t) => {
  const [one, other] = [newHubSecrets(), newHubSecrets()]
  for (const key of ['cookieSecret', 'proxyToken', 'cryptKey', 'apiToken'] as const) {
    t.match(one[key], /^[0-9a-f]{64}$/)
    t.not(one[key], other[key])
  }
})

t.test('layers win in order: platform, typed fields, raw values, enforced; and each leaf says where it is from', async (t) => {
  const { values, origins } = render({
    memory: { guarantee: '2G' }, capacity: { seats: 3 },
    values: { prePuller: { hook: { enabled: true } }, singleuser: { memory: { guarantee: '3G' } }, scheduling: { userPlaceholder: { replicas: 99 } } },
  })
  t.equal(at(values, 'prePuller.hook.enabled'), true)
  t.equal(at(values, 'singleuser.memory.guarantee'), '3G')
  t.equal(at(values, 'scheduling.userPlaceholder.replicas'), 3)
  t.match(origins, {
    '/prePuller/hook/enabled': 'raw', '/singleuser/memory/guarantee': 'raw', '/scheduling/userPlaceholder/replicas': 'enforced', '/cull/timeout': 'typed',
    '/scheduling/userPlaceholder/resources/requests/memory': 'platform',
  })
})

t.test('a null in raw values reaches helm as null, which removes the default of the chart', async (t) => {
  t.equal(plain({ values: { singleuser: { memory: { guarantee: null } } } }, 'singleuser.memory.guarantee'), null)
})

t.test('raw values cannot add to our service and role', async (t) => {
  const { values } = render({ values: { hub: { services: { hubfleet: { admin: true, apiToken: 'mine' }, 'hubfleet-admin': { url: 'http://eve' }, other: { url: 'x' } }, loadRoles: { hubfleet: { users: ['eve'] } } } } })
  t.same(at(values, 'hub.services'), { other: { url: 'x' }, hubfleet: { apiToken: 'a' }, 'hubfleet-admin': { apiToken: adminTokenOf({ cookieSecret: 'c' }), admin: true } })
  t.same(Object.keys(at(values, 'hub.loadRoles.hubfleet') as JsonObject).sort(), ['scopes', 'services'])
})

t.test('our role reads and runs servers; it may delete users only when the hub culls users, and who changes accounts is a service of its own', async (t) => {
  t.same(plain({}, 'hub.loadRoles.hubfleet.scopes'), ['list:users', 'read:users', 'read:servers', 'servers', 'read:hub', 'list:groups', 'read:groups'])
  t.match(plain({ culling: { users: true } }, 'hub.loadRoles.hubfleet.scopes'), /delete:users/)
})

t.test("the admin service's token is masked as all secrets are, stays the same over renders, and tells nothing of what it is made of", async (t) => {
  const secrets = newHubSecrets({ '/login/password': 'secret' })
  const { values } = renderValues({ hub, spec: completeHubSpec({}), secrets })
  const token = (at(values, 'hub.services') as Record<string, { apiToken: string }>)['hubfleet-admin']!.apiToken
  t.equal(token, adminTokenOf(secrets))
  t.match(token, /^[0-9a-f]{64}$/)
  t.notOk(Object.values(secrets).includes(token))
  t.ok(secretTexts(secrets).includes(token) && secretTexts(secrets).includes('secret'))
})

t.test('an account that is deleted takes its home along only where idle accounts are culled with their homes, or the raw values say so', async (t) => {
  const deletes = (input: HubSpecInput) => plain(input, 'hub.config.KubeSpawner.delete_pvc')
  t.equal(deletes({}), false)
  t.equal(deletes({ culling: { users: true } }), undefined, "left to the spawner's own default, which is to delete")
  t.equal(deletes({ values: { cull: { users: true } } }), undefined)
  t.equal(deletes({ values: { hub: { config: { KubeSpawner: { delete_pvc: true } } } } }), true)
})

t.test('the database outlives an uninstall, whatever the raw values say', async (t) => {
  t.equal((plain({ values: { hub: { db: null } } }, 'hub.db.pvc.annotations') as JsonObject)['helm.sh/resource-policy'], 'keep')
})

t.test("servers and homes carry the hub's label, beside those of the team", async (t) => {
  const { values } = render({ values: { singleuser: { extraLabels: { course: 'x' } } } })
  t.same(at(values, 'singleuser.extraLabels'), { course: 'x', 'hubfleet.dev/hub': 'hub_1', 'hubfleet.dev/tenant': 'tenant_1' })
  t.match(at(values, 'singleuser.storage.extraLabels'), { 'hubfleet.dev/hub': 'hub_1' })
})

t.test('a seat is exactly as large as the server that takes it, in units that Kubernetes reads the same', async (t) => {
  t.same(plain({ memory: { guarantee: '1G', limit: '512000K' }, cpu: { guarantee: 0.5 } }, 'scheduling.userPlaceholder.resources'), {
    requests: { cpu: '0.5', memory: '1073741824' }, limits: { memory: '524288000' },
  })
  t.match(plain({ values: { singleuser: { memory: { guarantee: '2G' }, extraResource: { guarantees: { 'nvidia.com/gpu': '1' } } } } }, 'scheduling.userPlaceholder.resources.requests'), {
    memory: '2147483648', 'nvidia.com/gpu': '1',
  })
})

t.test('nobody is let in by default, and those named are', async (t) => {
  t.equal(plain({}, 'hub.config.Authenticator'), undefined)
  t.same(plain({ access: { users: ['ada'], admins: ['bob'] } }, 'hub.config.Authenticator'), { allowed_users: ['ada'], admin_users: ['bob'] })
  t.same(plain({ access: { allowAll: true } }, 'hub.config.Authenticator'), { allow_all: true })
})

t.test('each way to log in is the authenticator of its name, called back at the host', async (t) => {
  const exposure = { host: 'hub.example.org' }
  const oauth = { clientId: 'id', clientSecret: 's' }
  const github = render({ exposure, login: { type: 'github', ...oauth, organizations: ['o'] } }).values
  t.equal(at(github, 'hub.config.JupyterHub.authenticator_class'), 'github')
  t.same(at(github, 'hub.config.GitHubOAuthenticator'), {
    client_id: 'id', client_secret: 's', oauth_callback_url: 'https://hub.example.org/hub/oauth_callback', allowed_organizations: ['o'], scope: ['read:org'],
  })
  t.match(plain({ login: { type: 'google', ...oauth, hostedDomains: ['x.org'] } }, 'hub.config.GoogleOAuthenticator'), { hosted_domain: ['x.org'], strip_domain: true })
  const urls = { authorizeUrl: 'https://i/a', tokenUrl: 'https://i/t', userdataUrl: 'https://i/u' }
  t.match(plain({ login: { type: 'oidc', ...oauth, ...urls } }, 'hub.config.GenericOAuthenticator'), { authorize_url: 'https://i/a', token_url: 'https://i/t', username_claim: 'preferred_username' })
  t.same(plain({ login: { type: 'dummy', password: 'x' } }, 'hub.config.DummyAuthenticator'), { password: 'x' })
})

t.test('a gateway is named as the major version of the chart wants it', async (t) => {
  const exposure = { type: 'gateway', host: 'h.example.org', gateway: { name: 'g', namespace: 'n' } } as const
  t.match(plain({ exposure }, 'httpRoute'), { enabled: true, gateway: { name: 'g', namespace: 'n' } })
  t.same(plain({ exposure, chart: { version: '5.0.0-0.dev.git.7000.habc1234' } }, 'httpRoute.parentRefs'), [{ name: 'g', namespace: 'n' }])
})

t.test('behind an ingress or gateway no load balancer is made', async (t) => {
  for (const type of ['ingress', 'gateway', 'clusterIP'] as const) t.equal(plain({ exposure: { type, host: 'h.example.org' } }, 'proxy.service.type'), 'ClusterIP')
  t.equal(plain({}, 'proxy.service.type'), 'LoadBalancer')
})

t.test('what a spec says of homes reaches the shell as arguments, never as part of the script', async (t) => {
  const evil = '/src"; rm -rf $HOME; "'
  const command = plain({ home: { contents: evil, gitRepository: { url: 'https://g.org/a/course.git' } } }, 'singleuser.lifecycleHooks.postStart.exec.command') as string[]
  t.notMatch(command[2], /rm -rf/)
  t.same(command.slice(3), ['home', evil, 'https://g.org/a/course.git', 'main', 'course'])
})

t.test('the hash does not depend on the order of keys nor on the number of seats, and on everything else', async (t) => {
  t.equal(valuesHash({ a: 1, b: { c: 2, d: 3 } }), valuesHash({ b: { d: 3, c: 2 }, a: 1 }))
  t.equal(valuesHash(render({ capacity: { seats: 1 } }).values), valuesHash(render({ capacity: { seats: 2 } }).values))
  t.not(valuesHash(render({ memory: { limit: '2G' } }).values), valuesHash(render({}).values))
  t.not(valuesHash({ a: [1, 2] }), valuesHash({ a: [2, 1] }))
})

const json = fc.dictionary(fc.string({ maxLength: 2 }), fc.jsonValue({ maxDepth: 3 }))

t.test('merging is as in helm: nothing in is nothing changed, and the order of bracketing does not count', async () => {
  fc.assert(fc.property(json, json, json, (a, b, c) => {
    const one = valuesHash(deepMerge(deepMerge(a as JsonObject, b as JsonObject), c as JsonObject))
    return one === valuesHash(deepMerge(a as JsonObject, b as JsonObject, c as JsonObject)) && valuesHash(deepMerge(a as JsonObject, {})) === valuesHash(a as JsonObject)
  }))
})

t.test('a key named __proto__ is data like any other', async (t) => {
  const merged = deepMerge(JSON.parse('{"__proto__":{"polluted":1}}') as JsonObject)
  t.equal(Object.getPrototypeOf(merged), Object.prototype)
  t.equal(({} as JsonObject).polluted, undefined)
})

t.test('where Hubfleet culls, the culler of the chart is off, and no change of what Hubfleet goes by reaches the release', async (t) => {
  const quiet = (changed: object) => ({ culling: { quietHours: [{ from: '09:00', to: '10:00' }], ...changed } })
  t.same(valueAt(render(quiet({})).values, ['cull']), { enabled: false })
  t.same(render(quiet({ timeoutSeconds: 7200, everySeconds: 300, maxAgeSeconds: 43_200 })).values, render(quiet({ protect: { users: ['ada'] } })).values)
})

t.test('kernel culling is in the configuration of servers, by the names that the Jupyter server knows', async (t) => {
  const { values } = render({ culling: { kernels: { timeoutSeconds: 3600, connected: true }, terminals: { timeoutSeconds: 7200 }, shutdownSeconds: 10_800 } })
  t.same(valueAt(values, ['singleuser', 'extraFiles']), { 'jupyter_server_config.json': { mountPath: '/usr/local/etc/jupyter/jupyter_server_config.json', data: {
    MappingKernelManager: { cull_idle_timeout: 3600, cull_interval: 300, cull_connected: true, cull_busy: false },
    TerminalManager: { cull_inactive_timeout: 7200, cull_interval: 300 }, ServerApp: { shutdown_no_activity_timeout: 10_800 },
  } } })
  t.equal(valueAt(render({}).values, ['singleuser', 'extraFiles']), undefined)
})

t.test('warnings are shown by a file that is mounted beside whatever else is', async (t) => {
  const data = { name: 'data', persistentVolumeClaim: { claimName: 'data' } }
  const { values } = render({ culling: { warnAheadSeconds: 600 }, values: { hub: { extraVolumes: [data], extraConfig: { mine: 'pass' } } } })
  t.match(valueAt(values, ['hub', 'extraVolumes']), [data, { configMap: { name: 'hubfleet-freeze', optional: true } }, { configMap: { name: 'hubfleet-cull-warnings', optional: true } }])
  t.match(valueAt(values, ['hub', 'extraVolumeMounts']), [{ mountPath: '/usr/local/etc/jupyterhub/hubfleet-freeze', readOnly: true }, { mountPath: '/usr/local/etc/jupyterhub/hubfleet', readOnly: true }])
  t.same(Object.keys(valueAt(values, ['hub', 'extraConfig']) as object).sort(), ['mine', 'zz-hubfleet-cull-warnings', 'zz-hubfleet-freeze'])
  t.match(valueAt(render({ culling: { warnAheadSeconds: 600, enabled: false } }).values, ['hub', 'extraVolumes']), [{ name: 'hubfleet-freeze' }])
  t.same(valueAt(render({ culling: { warnAheadSeconds: 600, enabled: false } }).values, ['hub', 'extraVolumes', '1']), undefined)
})
