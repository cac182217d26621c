import t from 'tap'
import { completeHubSpec } from '../hub/complete.ts'
import { newHubSecrets, splitSecrets } from '../hub/secrets.ts'
import type { HubSpecInput } from '../hub/spec.ts'
import { renderValues } from '../hub/values.ts'
import type { PostureInput } from './item.ts'
import { deviations, hubPosture, postureState } from './posture.ts'

const letsencrypt = { host: 'hub.example.org', https: { type: 'letsencrypt', contactEmail: 'ada@example.org' } } as const
const github = { type: 'github', clientId: 'a', clientSecret: 's' } as const
/** A hub as somebody would have it who wants all of it. */
const good: HubSpecInput = { security: { cloudMetadata: 'networkPolicy' }, exposure: letsencrypt, login: github, access: { users: ['ada'] } }

function posture(input: HubSpecInput, seen: Omit<PostureInput, 'spec' | 'values'> = { cluster: { networkPolicies: 'enforced' } }) {
  const { spec, secrets } = splitSecrets(completeHubSpec(input))
  const { values } = renderValues({ hub: { id: 'hub_1', tenantId: 'tenant_1' }, spec, secrets: newHubSecrets(secrets) })
  return hubPosture({ spec, values, ...seen })
}
const raw = (values: Record<string, unknown>, more: HubSpecInput = {}) => posture({ ...good, ...more, values })
const codesOf = (items: ReturnType<typeof posture>) => deviations(items).map(({ code }) => code)

t.test('a hub with https and a real login deviates in nothing, in a cluster that enforces NetworkPolicies', async (t) => {
  const items = posture(good)
  t.same(items.filter(({ state }) => state !== 'ok'), [])
  t.equal(postureState(items), 'ok')
})

t.test('a hub by its defaults deviates in what only its owner can give it', async (t) => {
  t.same(codesOf(posture({})), ['pod-security', 'https'])
  t.same(codesOf(posture({ security: { cloudMetadata: 'networkPolicy' } })), ['https'])
  t.same(codesOf(posture({ security: { cloudMetadata: 'networkPolicy' }, exposure: { type: 'clusterIP' } })), [])
})

t.test('each raw value that takes a defence away is a deviation, with the field that does it', async (t) => {
  const off = { enabled: false }
  const cases: [code: string, field: string | null, values: Record<string, unknown>][] = [
    ['network-policies', '/values/singleuser/networkPolicy/enabled', { singleuser: { networkPolicy: off } }],
    ['network-policies', '/values/hub/networkPolicy/enabled', { hub: { networkPolicy: off } }],
    ['network-policies', '/values/proxy/chp/networkPolicy/enabled', { proxy: { chp: { networkPolicy: off } } }],
    ['network-policies', '/values/hub/networkPolicy/interNamespaceAccessLabels', { hub: { networkPolicy: { interNamespaceAccessLabels: 'accept' } } }],
    ['network-policies', '/values/singleuser/networkPolicy/allowedIngressPorts', { singleuser: { networkPolicy: { allowedIngressPorts: [8888] } } }],
    ['network-policies', '/values/singleuser/networkPolicy/ingress', { singleuser: { networkPolicy: { ingress: [{ ports: [{ port: 22 }] }] } } }],
    ['private-networks', '/values/singleuser/networkPolicy/egressAllowRules/privateIPs', { singleuser: { networkPolicy: { egressAllowRules: { privateIPs: true } } } }],
    ['private-networks', '/values/singleuser/networkPolicy/egress', { singleuser: { networkPolicy: { egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }] } } }],
    ['cloud-metadata', '/values/singleuser/networkPolicy/enabled', { singleuser: { networkPolicy: off } }],
    ['cloud-metadata', '/values/singleuser/networkPolicy/egressAllowRules/cloudMetadataServer', { singleuser: { networkPolicy: { egressAllowRules: { cloudMetadataServer: true } } } }],
    ['cloud-metadata', '/values/singleuser/networkPolicy/egress', { singleuser: { networkPolicy: { egress: [{ to: [{ ipBlock: { cidr: '169.254.0.0/16' } }] }] } } }],
    ['pod-security', '/values/singleuser/cloudMetadata/blockWithIptables', { singleuser: { cloudMetadata: { blockWithIptables: true } } }],
    ['pod-security', null, { singleuser: { extraPodConfig: { hostNetwork: true } } }],
    ['unprivileged-servers', '/values/singleuser/extraPodConfig', { singleuser: { extraPodConfig: { hostNetwork: true } } }],
    ['unprivileged-servers', '/values/singleuser/allowPrivilegeEscalation', { singleuser: { allowPrivilegeEscalation: true } }],
    ['unprivileged-servers', '/values/singleuser/uid', { singleuser: { uid: 0 } }],
    ['unprivileged-servers', '/values/hub/config/KubeSpawner', { hub: { config: { KubeSpawner: { privileged: true } } } }],
    ['unprivileged-servers', '/values/singleuser/profileList', { singleuser: { profileList: [{ display_name: 'a', kubespawner_override: { allow_privilege_escalation: true } }] } }],
    ['unprivileged-servers', '/values/singleuser/extraContainers', { singleuser: { extraContainers: [{ name: 'a', image: 'a:1', securityContext: { privileged: true } }] } }],
    ['host-folders', '/values/singleuser', { singleuser: { storage: { extraVolumes: [{ name: 'a', hostPath: { path: '/' } }] } } }],
    ['host-folders', '/values/hub/extraVolumes', { hub: { extraVolumes: [{ name: 'a', hostPath: { path: '/' } }] } }],
    ['service-account', '/values/singleuser/serviceAccountName', { singleuser: { serviceAccountName: 'default' } }],
    ['https', '/values/proxy/https/enabled', { proxy: { https: { enabled: false } } }],
    ['login', '/values/hub/config/JupyterHub/authenticator_class', { hub: { config: { JupyterHub: { authenticator_class: 'dummy' } } } }],
    ['login', '/values/hub/config/JupyterHub/authenticator_class', { hub: { config: { JupyterHub: { authenticator_class: 'tmpauthenticator.TmpAuthenticator' }, Authenticator: { allow_all: true } } } }],
    ['login', '/values/hub/config/JupyterHub/authenticator_class', { hub: { config: { JupyterHub: { authenticator_class: 'native' }, NativeAuthenticator: { open_signup: true } } } }],
    ['scopes', '/values/hub/services/grader', { hub: { services: { grader: { admin: true } } } }],
    ['scopes', '/values/hub/loadRoles/grader', { hub: { loadRoles: { grader: { services: ['grader'], scopes: ['read:users', 'admin:servers'] } } } }],
    ['rbac', '/values/rbac/create', { rbac: { create: false } }],
    ['hub-code', '/values/hub/extraConfig', { hub: { extraConfig: { a: 'print()' } } }],
    ['secrets-in-values', '/values/hub/services/grader/apiToken', { hub: { services: { grader: { apiToken: 'x' } } } }],
    ['secrets-in-values', '/values/singleuser/extraEnv/S3_SECRET', { singleuser: { extraEnv: { S3_SECRET: 'x' } } }],
    ['secrets-in-values', '/values/hub/db/url', { hub: { db: { url: 'postgresql://hub:secret@db/hub' } } }],
    ['images', '/values/singleuser/image', { singleuser: { image: { name: 'quay.io/x/y', tag: 'latest' } } }],
    ['images', '/values/singleuser/profileList', { singleuser: { profileList: [{ display_name: 'a', kubespawner_override: { image: 'quay.io/x/y' } }] } }],
  ]
  for (const [code, field, values] of cases) {
    const item = deviations(raw(values)).find((one) => one.code === code)
    t.match(item, { field, what: /\.$/, why: /\.$/, mend: /\.$/ }, `${code}: ${JSON.stringify(values)}`)
  }
})

t.test('what looks like a deviation and is none', async (t) => {
  t.same(codesOf(raw({ singleuser: { networkPolicy: { egress: [{ to: [{ ipBlock: { cidr: '10.1.2.3/32' } }] }] } } })), [], 'one database')
  t.same(codesOf(raw({ singleuser: { networkPolicy: { egress: [{ to: [{ ipBlock: { cidr: '203.0.113.0/24' } }] }] } } })), [], 'a public network')
  t.same(codesOf(raw({ hub: { loadRoles: { grader: { services: ['grader'], scopes: ['read:users', 'servers!group=course'] } } } })), [], 'a narrow role')
  t.same(codesOf(raw({ singleuser: { image: { name: 'quay.io/x/y@sha256', tag: 'a'.repeat(64) } } })), [], 'a digest')
  t.same(codesOf(raw({ singleuser: { image: { name: 'quay.io/x/y', tag: '2026-11-01' } } })), [])
  t.same(codesOf(raw({ singleuser: { extraEnv: { KEYBOARD: 'de', TOKENIZERS_PARALLELISM: 'false' } } })), [])
  t.same(codesOf(raw({}, { profiles: [{ slug: 'a', displayName: 'A', groups: ['staff'] }] })), [], 'code of our own')
})

t.test('the first use of a name is open to everybody where nobody is named, unless the authenticator is told otherwise', async (t) => {
  const login = (input: HubSpecInput) => posture(input).find(({ code }) => code === 'login')!
  t.match(login({ login: { type: 'firstuse' } }), { state: 'ok', what: 'Nobody may log in yet.' })
  const values = { hub: { config: { JupyterHub: { authenticator_class: 'firstuseauthenticator.FirstUseAuthenticator' } } } }
  t.match(login({ values }), { state: 'deviation', what: /with any name, by a password of their own choice/, confirm: 'open-login' })
})

t.test('what nobody knows is unknown, never ok', async (t) => {
  const unknown = posture(good, { cluster: {} })
  t.same(unknown.filter(({ state }) => state === 'unknown').map(({ code }) => code), ['network-policies-enforced', 'cloud-metadata'])
  t.equal(postureState(unknown), 'unknown')
  t.same(codesOf(posture(good, { cluster: { networkPolicies: 'not-enforced' } })), ['network-policies-enforced', 'cloud-metadata'])
  t.same(codesOf(posture({ ...good, security: { cloudMetadata: 'iptables' } }, { cluster: { networkPolicies: 'not-enforced' } })), ['network-policies-enforced', 'pod-security'])
  t.match(raw({ hub: { existingSecret: 'theirs' } }).find(({ code }) => code === 'hub-secret'), { state: 'unknown' })
})

t.test('a namespace that enforces less than it could is a deviation', async (t) => {
  for (const podSecurity of [null, 'privileged', 'baseline'] as const) t.same(codesOf(posture(good, { cluster: { networkPolicies: 'enforced' }, podSecurity })), ['pod-security'])
  t.same(codesOf(posture(good, { cluster: { networkPolicies: 'enforced' }, podSecurity: 'restricted' })), [])
  t.same(codesOf(posture({ ...good, chart: { version: '3.3.8' } }, { cluster: { networkPolicies: 'enforced' }, podSecurity: 'baseline' })), [], 'older charts cannot do more')
})

t.test('only what is open to the world must be confirmed', async (t) => {
  const confirmed = (input: HubSpecInput) => posture(input).flatMap(({ confirm }) => confirm ?? [])
  const inside = { type: 'clusterIP' } as const
  t.same(confirmed({ access: { allowAll: true } }), ['open-login'])
  t.same(confirmed({ access: { users: ['ada'] } }), ['open-login'])
  t.same(confirmed({ access: { allowAll: true }, login: { type: 'dummy', password: 'x' } }), ['open-login'])
  t.same(confirmed({ access: { allowAll: true }, login: { type: 'dummy', password: 'x' }, exposure: inside }), [])
  t.same(confirmed({ access: { allowAll: true }, exposure: inside }), ['open-login'])
  t.same(confirmed({}), [], 'nobody may log in')
  t.same(confirmed({ access: { users: ['ada'] }, login: { type: 'dummy', password: 'x' }, exposure: { type: 'ingress', host: 'h.example.org' } }), ['open-login'])
  t.same(confirmed({ access: { users: ['ada'] }, exposure: inside }), [], 'a name has to be known')
  const userPassword = 'long-enough'
  const adminPassword = 'a'.repeat(32)
  t.same(confirmed({ access: { users: ['ada'], admins: ['eve'] }, login: { type: 'sharedPassword', userPassword, adminPassword } }), ['open-login'])
  t.same(confirmed({ access: { users: ['ada'], admins: ['eve'] }, login: { type: 'sharedPassword', adminPassword } }), [], 'admins alone have a password')
  t.same(confirmed({ access: { allowAll: true }, login: { type: 'tmp' }, exposure: inside }), ['open-login'])
  t.same(confirmed({ login: { type: 'tmp' } }), [])
  t.same(confirmed({ login: { type: 'tmp' }, chart: { version: '3.3.8' } }), ['open-login'], 'before JupyterHub 5 everybody came in who was not kept out')
  t.same(confirmed({ access: { allowAll: true }, login: { type: 'native', openSignup: true } }), ['open-login'])
  t.same(confirmed({ access: { users: ['ada'] }, login: { type: 'native', openSignup: true } }), ['open-login'], 'who comes first takes the name')
  for (const closed of [{ login: { type: 'native', openSignup: true } }, { access: { allowAll: true }, login: { type: 'native' } }, { access: { allowAll: true }, login: { type: 'native', openSignup: true, signup: false } }] as HubSpecInput[]) t.same(confirmed(closed), [])
  t.same(confirmed({ access: { users: ['ada'] }, login: { type: 'firstuse' } }), ['open-login'])
  t.same(confirmed({ login: { type: 'firstuse' } }), [])
  t.same(confirmed({ access: { allowAll: true }, login: { type: 'hmac', secretKey: 'ab'.repeat(32) } }), [])
  t.same(confirmed({ ...good, values: { singleuser: { networkPolicy: { enabled: false } } } }), ['open-metadata'])
})
