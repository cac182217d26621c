import fc from 'fast-check'
import t from 'tap'
import { valueAt, type JsonObject } from '../json.ts'
import { podsOfValues } from '../security/pods-of-values.ts'
import { podSecurityLevelOf } from '../security/pods.ts'
import { restrictedV2Violations } from '../security/restricted-v2.ts'
import { checkOpenShift } from './check-openshift.ts'
import { completeHubSpec } from './complete.ts'
import { pullerManifest } from './images/puller.ts'
import { newHubSecrets, splitSecrets } from './secrets.ts'
import type { HubSpecInput } from './spec.ts'
import { renderValues } from './values.ts'

const hub = { id: 'hub_1', name: 'lab', tenantId: 'tenant_1', namespace: 'hub-1' }
const onOpenShift = (input: HubSpecInput = {}, openShift = true) => {
  const { spec, secrets } = splitSecrets(completeHubSpec({ security: { cloudMetadata: 'networkPolicy' }, ...input }))
  return { spec, values: renderValues({ hub, spec, secrets: newHubSecrets(secrets), openShift }).values }
}
const faultsOf = (input: HubSpecInput) => {
  const { spec, values } = onOpenShift(input)
  return checkOpenShift(spec, values).map(({ pointer, code }) => `${pointer} ${code}`)
}
const refusedOf = ({ spec, values }: ReturnType<typeof onOpenShift>) => podsOfValues(values, spec.chart.version).flatMap((pod) => restrictedV2Violations(pod.spec))

t.test('for OpenShift no pod of a hub asks for a user or group, and each stays within the strictest of the Pod Security Standards', async (t) => {
  const ours = onOpenShift()
  t.same(refusedOf(ours), [])
  t.equal(podSecurityLevelOf(ours), 'restricted')
  t.ok(refusedOf(onOpenShift({}, false)).includes('runAsUser 1000'), 'the chart by itself asks for one')
  t.same(checkOpenShift(ours.spec, ours.values), [])
})

t.test('the image puller of Hubfleet asks for no user there either, and elsewhere for nobody', async (t) => {
  const users = (openShift: boolean) => pullerManifest(hub, onOpenShift({}, openShift).values, ['a/b:1']).spec.template.spec.containers.map((each) => (each.securityContext as { runAsUser?: number }).runAsUser)
  t.same(users(true), [undefined])
  t.same(users(false), [65534])
})

t.test('blocking the cloud\'s metadata with iptables is refused with what does it there, wherever it was asked for', async (t) => {
  t.same(faultsOf({ security: { cloudMetadata: 'iptables' } }), ['/security/cloudMetadata openshift'])
  t.same(faultsOf({ values: { singleuser: { cloudMetadata: { blockWithIptables: true } } } }), ['/values/singleuser/cloudMetadata/blockWithIptables openshift'])
  const { spec, values } = onOpenShift({ security: { cloudMetadata: 'iptables' } })
  t.match(checkOpenShift(spec, values), [{ detail: /networkPolicy/ }])
})

t.test('a fixed user or group, and what reaches the node, is refused where it is asked for', async (t) => {
  const raw: [string, JsonObject][] = [
    ['/values/singleuser/uid', { singleuser: { uid: 1000 } }],
    ['/values/singleuser/fsGid', { singleuser: { fsGid: 100 } }],
    ['/values/hub/containerSecurityContext', { hub: { containerSecurityContext: { runAsUser: 1000 } } }],
    ['/values/hub/podSecurityContext', { hub: { podSecurityContext: { fsGroup: 1000 } } }],
    ['/values/proxy/chp/containerSecurityContext', { proxy: { chp: { containerSecurityContext: { runAsUser: 65534 } } } }],
    ['/values/scheduling/userScheduler/containerSecurityContext', { scheduling: { userScheduler: { containerSecurityContext: { runAsUser: 65534 } } } }],
    ['/values/prePuller/containerSecurityContext', { prePuller: { containerSecurityContext: { runAsUser: 65534 } } }],
    ['/values/hub/config/KubeSpawner', { hub: { config: { KubeSpawner: { uid: 1000 } } } }],
    ['/values/singleuser/profileList', { singleuser: { profileList: [{ display_name: 'root', kubespawner_override: { uid: 0 } }] } }],
    ['/values/singleuser/storage/extraVolumes', { singleuser: { storage: { extraVolumes: [{ name: 'node', hostPath: { path: '/' } }] } } }],
    ['/values/hub/initContainers', { hub: { initContainers: [{ name: 'chown', image: 'a/b:1', securityContext: { privileged: true } }] } }],
  ]
  for (const [pointer, values] of raw) t.same([...new Set(faultsOf({ values }))], [`${pointer} openshift`], pointer)
})

t.test('what a hub wants otherwise is kept: its own rules for the network stand before the one that lets it ask the DNS', async (t) => {
  const own = { to: [{ ipBlock: { cidr: '192.0.2.7/32' } }] }
  const { values } = onOpenShift({ values: { singleuser: { networkPolicy: { egress: [own] } }, hub: { containerSecurityContext: { readOnlyRootFilesystem: true } } } })
  t.match(valueAt(values, ['singleuser', 'networkPolicy', 'egress']), [own, { ports: [{ port: 5353 }, { port: 5353 }] }])
  t.match(valueAt(values, ['proxy', 'chp', 'networkPolicy', 'egress']), [{ ports: [{ port: 5353 }, { port: 5353 }] }])
  t.same(valueAt(values, ['hub', 'containerSecurityContext']), { runAsUser: null, runAsGroup: null, readOnlyRootFilesystem: true })
})

t.test('users and groups inside of the ranges of the namespace are let in, all others are not', async () => {
  const first = 1_000_640_000
  const ranges = { uid: [first, first + 9_999], group: [first, first + 9_999] } as const
  fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.integer({ min: 0, max: 9_999 }), (any, offset) => {
    const pod = (id: number) => ({ securityContext: { fsGroup: id }, containers: [{ securityContext: { runAsUser: id } }] })
    return restrictedV2Violations(pod(first + offset), ranges).length === 0 && (restrictedV2Violations(pod(any), ranges).length === 0) === (any >= first && any <= first + 9_999)
  }))
})
