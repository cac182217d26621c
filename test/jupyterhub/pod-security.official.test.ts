import t from 'tap'
import { completeHubSpec, newHubSecrets, podSecurityLevelOf, podSecurityLevels, renderValues, splitSecrets, violationsOf, type HubSpecInput } from '../../packages/core/src/index.ts'
import { skipWithoutJupyterHub } from './programs.ts'
import { serverPods } from './server-pods.ts'

t.setTimeout(120_000)

function valuesOf(input: HubSpecInput) {
  const { spec, secrets } = splitSecrets(completeHubSpec(input))
  const { values } = renderValues({ hub: { id: 'hub_1', tenantId: 'tenant_1' }, spec, secrets: newHubSecrets(secrets) })
  return { spec, values }
}
const plain: HubSpecInput = { security: { cloudMetadata: 'networkPolicy' } }
const raw = (values: Record<string, unknown>): HubSpecInput => ({ ...plain, values })
const profile = (more: object): HubSpecInput => raw({ singleuser: { profileList: [{ display_name: 'a', slug: 'a', kubespawner_override: more }] } })

/** The level that a hub's namespace enforces, and what of people's pods is as it should be. */
const cases: [what: string, HubSpecInput, level: string, profile?: string][] = [
  ['the defaults with NetworkPolicies', plain, 'restricted'],
  ['the defaults with iptables', {}, 'privileged'],
  ['profiles, homes, folders, a hook', {
    ...plain, gpu: 1, home: { contents: '/srv', gitRepository: { url: 'https://example.org/a.git' } }, storage: { shared: [{ name: 'data', claim: 'data' }] },
    profiles: [{ slug: 'a', displayName: 'A', image: { name: 'quay.io/x/y', tag: '1' }, options: [{ slug: 's', displayName: 'S', choices: [{ slug: 'c', displayName: 'C', memory: { guarantee: '2G', limit: '2G' } }] }] }],
  }, 'restricted', 'a'],
  ['sudo', raw({ singleuser: { allowPrivilegeEscalation: true } }), 'baseline'],
  ['root', raw({ singleuser: { uid: 0 } }), 'baseline'],
  ['whatever user the image has', raw({ singleuser: { uid: null } }), 'baseline'],
  ['a profile with sudo', profile({ allow_privilege_escalation: true }), 'baseline', 'a'],
  ['a profile as root', profile({ uid: 0 }), 'baseline', 'a'],
  ['a profile with a capability', profile({ container_security_context: { capabilities: { add: ['SYS_ADMIN'] } } }), 'privileged', 'a'],
  ['the network of the node', raw({ singleuser: { extraPodConfig: { hostNetwork: true } } }), 'privileged'],
  ['the network of the node, in the words of Python', raw({ singleuser: { extraPodConfig: { host_network: true, host_pid: true } } }), 'privileged'],
  ['a folder of the node', raw({ singleuser: { storage: { extraVolumes: [{ name: 'a', hostPath: { path: '/' } }], extraVolumeMounts: [{ name: 'a', mountPath: '/a' }] } } }), 'privileged'],
  ['an NFS folder', raw({ singleuser: { storage: { extraVolumes: [{ name: 'a', nfs: { server: 'a', path: '/' } }] } } }), 'baseline'],
  ['a container beside', raw({ singleuser: { extraContainers: [{ name: 'a', image: 'a:1' }] } }), 'baseline'],
  ['a privileged container before', raw({ singleuser: { initContainers: [{ name: 'a', image: 'a:1', securityContext: { privileged: true } }] } }), 'privileged'],
  ['privileged by hub.config', raw({ hub: { config: { KubeSpawner: { privileged: true } } } }), 'privileged'],
  ['no hardening', raw({ hub: { config: { KubeSpawner: { container_security_context: { seccompProfile: null, capabilities: null, runAsNonRoot: null } } } } }), 'baseline'],
]

t.test('the level that is told for servers is the one that the real KubeSpawner\'s pods pass', { skip: skipWithoutJupyterHub() }, async (t) => {
  const pods = await serverPods(cases.map(([, input, , profile]) => ({ values: valuesOf(input).values, profile })))
  for (const [index, [what, input, level]] of cases.entries()) {
    const { spec } = pods[index]!
    t.equal(podSecurityLevelOf(valuesOf(input)), level, what)
    t.equal(podSecurityLevels.find((one) => violationsOf(spec, one).length === 0), level, `${what}: ${violationsOf(spec, 'restricted').join(', ')}`)
    t.equal(spec.automountServiceAccountToken, false, 'no token of the cluster')
  }
})
