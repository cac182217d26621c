import t from 'tap'
import type { JsonObject } from '../../json.ts'
import { completeHubSpec } from '../complete.ts'
import type { Capability, Policy } from './policy.ts'
import { checkPolicy } from './check-policy.ts'
import { completePolicy, strictPolicy } from './policy.ts'

const denied = (values: JsonObject, policy: Policy = strictPolicy) => checkPolicy(completeHubSpec({ values }), policy).map((error) => error.pointer)
const allowing = (capability: Capability): Policy => ({ allow: { ...strictPolicy.allow, [capability]: true } })

t.test('a policy of which nothing is said denies everything', async (t) => {
  t.ok(Object.values(strictPolicy.allow).every((allowed) => allowed === false))
  t.ok(Object.keys(strictPolicy.allow).length > 10)
  t.same(completePolicy({ allow: {} }), strictPolicy)
})

t.test('a policy allows what it names and nothing else', async (t) => {
  t.same(completePolicy({ allow: { network: true }, maxSeats: 5 }), { allow: { ...strictPolicy.allow, network: true }, maxSeats: 5 })
})

t.test('values that only shape the hub are free', async (t) => {
  t.same(denied({
    hub: { config: { JupyterHub: { admin_access: false }, Authenticator: { admin_users: ['a'] }, GitHubOAuthenticator: { scope: [] } }, concurrentSpawnLimit: 100, resources: { requests: { memory: '1Gi' } } },
    singleuser: { startTimeout: 600, extraEnv: { A: 'b' }, storage: { extraVolumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] } }, cull: { every: 300 }, debug: { enabled: true },
  }), [])
})

const reaching: [Capability, JsonObject, string][] = [
  ['extraConfig', { hub: { extraConfig: { a: 'import os' } } }, '/values/hub/extraConfig'],
  ['extraConfig', { hub: { image: { name: 'mine' } } }, '/values/hub/image'],
  ['extraConfig', { hub: { config: { KubeSpawner: { extra_pod_config: {} } } } }, '/values/hub/config/KubeSpawner'],
  ['extraConfig', { hub: { config: { JupyterHub: { spawner_class: 'x' } } } }, '/values/hub/config/JupyterHub/spawner_class'],
  ['extraConfig', { hub: { config: { LocalAuthenticator: { add_user_cmd: ['sh'] } } } }, '/values/hub/config/LocalAuthenticator'],
  ['extraFiles', { hub: { extraFiles: { a: { mountPath: '/usr/local/etc/jupyterhub/jupyterhub_config.d/a.py', stringData: '' } } } }, '/values/hub/extraFiles'],
  ['initContainers', { singleuser: { initContainers: [{ name: 'a' }] } }, '/values/singleuser/initContainers'],
  ['extraContainers', { hub: { extraContainers: [{ name: 'a' }] } }, '/values/hub/extraContainers'],
  ['extraPodConfig', { singleuser: { extraPodConfig: { restartPolicy: 'Never' } } }, '/values/singleuser/extraPodConfig'],
  ['extraPodConfig', { singleuser: { profileList: [{ display_name: 'a', kubespawner_override: { service_account: 'hub' } }] } }, '/values/singleuser/profileList/0/kubespawner_override'],
  ['hostPath', { singleuser: { storage: { extraVolumes: [{ name: 'root', hostPath: { path: '/' } }] } } }, '/values/singleuser/storage/extraVolumes/0/hostPath'],
  ['hostPath', { singleuser: { storage: { extraVolumes: { root: { nfs: { server: 'x' } } } } } }, '/values/singleuser/storage/extraVolumes/root/nfs'],
  ['privileged', { hub: { containerSecurityContext: { privileged: true } } }, '/values/hub/containerSecurityContext/privileged'],
  ['privileged', { singleuser: { uid: 0 } }, '/values/singleuser/uid'],
  ['privileged', { proxy: { chp: { containerSecurityContext: { capabilities: { add: ['SYS_ADMIN'] } } } } }, '/values/proxy/chp/containerSecurityContext/capabilities'],
  ['extraRoles', { hub: { loadRoles: { all: { scopes: ['admin:users'] } } } }, '/values/hub/loadRoles'],
  ['extraRoles', { hub: { config: { JupyterHub: { load_roles: [] } } } }, '/values/hub/config/JupyterHub/load_roles'],
  ['extraServices', { hub: { services: { a: { command: ['sh'] } } } }, '/values/hub/services'],
  ['serviceAccounts', { singleuser: { serviceAccountName: 'hub' } }, '/values/singleuser/serviceAccountName'],
  ['network', { singleuser: { networkPolicy: { egressAllowRules: { cloudMetadataServer: true } } } }, '/values/singleuser/networkPolicy'],
  ['network', { proxy: { service: { externalIPs: ['10.0.0.1'] } } }, '/values/proxy/service'],
  ['network', { ingress: { hosts: ['other.example.org'] } }, '/values/ingress'],
  ['placement', { singleuser: { extraTolerations: [{ operator: 'Exists' }] } }, '/values/singleuser/extraTolerations'],
  ['clusterScoped', { scheduling: { podPriority: { globalDefault: true } } }, '/values/scheduling/podPriority'],
  ['clusterScoped', { rbac: { create: false } }, '/values/rbac'],
]

for (const [capability, values, pointer] of reaching) {
  t.test(`${pointer} is denied by default and allowed with ${capability}`, async (t) => {
    t.ok(denied(values).includes(pointer), denied(values).join())
    t.notOk(denied(values, allowing(capability)).includes(pointer))
  })
}

t.test('what is empty or null asks for nothing', async (t) => {
  t.same(denied({ hub: { extraConfig: {}, initContainers: [], image: null, config: { KubeSpawner: null } } }), [])
})

t.test('seats beyond the most, and images beyond those allowed, are denied wherever they are named', async (t) => {
  const policy: Policy = { ...strictPolicy, maxSeats: 10, allowedImages: ['quay.io/jupyter/*', 'registry:5000/course'] }
  const spec = completeHubSpec({
    capacity: { seats: 11 }, image: { name: 'docker.io/x', tag: '1' },
    values: { singleuser: { image: { name: 'quay.io/jupyter-evil' } }, prePuller: { extraImages: { a: { name: 'quay.io/jupyter/base' } } } },
  })
  t.same(checkPolicy(spec, policy).map((error) => error.pointer), ['/capacity/seats', '/image/name', '/values/singleuser/image/name'])
  t.same(checkPolicy(completeHubSpec({ capacity: { seats: 10 }, image: { name: 'registry:5000/course', tag: '1' } }), policy), [])
})
