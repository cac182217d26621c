import t from 'tap'
import { completePolicy } from '@hubfleet/core'
import { clusters, eq, hubs, platformScope, tenants, transaction } from '@hubfleet/database'
import { testWorld } from '../testing.ts'

const world = await testWorld(t)
await transaction(world.database, platformScope, (tx) => tx.update(tenants).set({ policy: completePolicy({ allow: { network: true, privileged: true } }) }).where(eq(tenants.name, 'physics')))
const at = '/v1/tenants/physics/hubs'
const login = { login: { type: 'github', clientId: 'a', clientSecret: 'hush-hush-hush' }, access: { users: ['ada'] } }
const plan = async (spec: object, cluster = 'lab') => (await world.request('admin', 'POST', `${at}?validateOnly=true`, { name: 'try', cluster, spec: { ...login, ...spec } })).body
const seen = (status: Record<string, unknown>) => transaction(world.database, platformScope, (tx) => tx.update(clusters).set({ status }).where(eq(clusters.name, 'lab')))
const openShift = { version: '1.33.5', platform: { kind: 'openshift', name: 'ROSA', version: '4.20.3', domain: 'apps.one.example.org' }, networkPolicies: 'enforced', loadBalancer: 'cloud' }
const storageClasses = [{ name: 'slow', provisioner: 'a', isDefault: true, canGrow: false, binding: 'WaitForFirstConsumer', reclaimPolicy: 'Delete', zones: [], snapshots: false }]

t.test('in an OpenShift a hub is planned for it: no fixed users, the metadata blocked by NetworkPolicies', async (t) => {
  await seen(openShift)
  const planned = await plan({ exposure: { type: 'route', https: { type: 'offload' } } })
  t.equal(planned.valid, true)
  t.equal(planned.diff[0].value.security.cloudMetadata, 'networkPolicy')
  t.same(planned.warnings, [])
  t.equal((await world.request('admin', 'POST', at, { name: 'made', cluster: 'lab', spec: { ...login, exposure: { type: 'route', https: { type: 'offload' } } } })).status, 202)
  const value = async (path: string) => (await world.request('reader', 'GET', `${at}/made/values?path=${path}`)).body.values
  t.match(await value('singleuser.uid'), [{ value: null, origin: 'hubfleet' }])
  t.match(await value('hub.podSecurityContext.fsGroup'), [{ value: null }])
  t.match(await value('singleuser.cloudMetadata.blockWithIptables'), [{ value: false }])
  t.match(await value('proxy.service.type'), [{ value: 'ClusterIP' }])
  const exported = (await world.request('admin', 'GET', `${at}/made/export`)).body
  t.match(exported.objects, /kind: Route[^]*termination: edge/, 'who goes on without Hubfleet has the Route too')
})

t.test('what its admission would refuse is refused before anything happens, with the place and what to do', async (t) => {
  await seen(openShift)
  const iptables = await plan({ security: { cloudMetadata: 'iptables' } })
  t.match(iptables, { code: 'invalid-request', errors: [{ pointer: '/spec/security/cloudMetadata', code: 'openshift', detail: /networkPolicy/ }] })
  t.match(await plan({ values: { singleuser: { cloudMetadata: { blockWithIptables: true } } } }), { errors: [{ pointer: '/spec/values/singleuser/cloudMetadata/blockWithIptables' }] })
  t.match(await plan({ values: { singleuser: { uid: 1000 } } }), { errors: [{ pointer: '/spec/values/singleuser/uid', detail: /runAsUser 1000/ }] })
})

t.test('elsewhere a Route is refused, and of a cluster that nobody looked at it is not known yet', async (t) => {
  await seen({ ...openShift, platform: { kind: 'kubernetes', name: 'GKE', version: null, domain: null } })
  t.match(await plan({ exposure: { type: 'route' } }), { code: 'invalid-request', errors: [{ pointer: '/spec/exposure/type', code: 'openshift-only' }] })
  await seen({})
  t.equal((await plan({ exposure: { type: 'route' } })).valid, true)
})

t.test('what ends encryption must fit who has the certificate', async (t) => {
  await seen(openShift)
  const faults = async (exposure: object) => (await plan({ exposure: { type: 'route', ...exposure } })).errors?.map(({ pointer, code }: any) => `${pointer} ${code}`) ?? []
  const host = 'lab.example.org'
  t.same(await faults({ https: { type: 'offload' } }), [], 'the router has a certificate for the hosts that it makes up')
  t.same(await faults({ https: { type: 'secret', secretName: 'own' } }), ['/spec/exposure/host required'])
  t.same(await faults({ host, https: { type: 'letsencrypt', contactEmail: 'ada@example.org' } }), ['/spec/exposure/https/type unfit'])
  t.same(await faults({ host, https: { type: 'offload' }, route: { termination: 'passthrough' } }), ['/spec/exposure/route/termination unfit'])
  t.same(await faults({ host, https: { type: 'secret', secretName: 'own' }, route: { termination: 'edge' } }), ['/spec/exposure/route/termination unfit'])
  t.same(await faults({ host, route: { termination: 'edge' } }), ['/spec/exposure/https required'])
  t.same(await faults({ host, https: { type: 'secret', secretName: 'own' }, route: { termination: 'reencrypt', destinationCertificate: 'no' } }), ['/spec/exposure/route/destinationCertificate pem'])
  t.same(await faults({ host, https: { type: 'secret', secretName: 'own' }, route: { termination: 'reencrypt' } }), [])
  t.match((await plan({ exposure: { type: 'loadBalancer', route: {} } })).errors, [{ pointer: '/spec/exposure/route', code: 'unfit' }])
  t.match((await plan({ exposure: { type: 'route', host, https: { type: 'offload' } } })).warnings, [/certificate is for \*\.apps\.one\.example\.org, not for lab\.example\.org/])
})

t.test('what a cluster was not seen to have is told on the plan, with what to do', async (t) => {
  const plain = { version: '1.34.0', platform: { kind: 'kubernetes', name: 'Kubernetes', version: null, domain: null }, networkPolicies: 'enforced', loadBalancer: null, ingressClasses: [{ name: 'nginx', controller: 'k8s.io/ingress-nginx', isDefault: false }], gatewayClasses: [], certManager: false, storageClasses, defaultStorageClass: 'slow' }
  await seen(plain)
  const lacks = async (spec: object) => (await plan(spec)).warnings.filter((warning: string) => warning.includes('As lab was last seen'))
  const host = 'lab.example.org'
  const https = { type: 'letsencrypt', contactEmail: 'ada@example.org' }
  t.match(await lacks({ exposure: { host, https } }), [/Nobody serves LoadBalancers.*ingress or gateway/])
  t.match(await lacks({ exposure: { type: 'ingress', host } }), [/No IngressClass is the default.*nginx/])
  t.match(await lacks({ exposure: { type: 'ingress', host, className: 'traefik' } }), [/no IngressClass traefik; there are nginx/])
  t.match(await lacks({ exposure: { type: 'ingress', host, className: 'nginx', https: { type: 'certManager', issuer: { name: 'le' } } } }), [/no cert-manager/])
  t.match(await lacks({ exposure: { type: 'gateway', host, gateway: { name: 'g', namespace: 'n' } } }), [/no GatewayClass/])
  t.match(await lacks({ exposure: { type: 'clusterIP' }, storage: { storageClass: 'fast' } }), [/no StorageClass fast; there are slow.*storage\.storageClass/])
  t.same(await lacks({ exposure: { type: 'clusterIP' } }), [])
})

t.test('disks that would have to grow, and cannot, are told on the plan', async (t) => {
  await seen({ version: '1.34.0', platform: { kind: 'kubernetes', name: 'Kubernetes', version: null, domain: null }, networkPolicies: 'enforced', loadBalancer: 'cloud', storageClasses, defaultStorageClass: 'slow' })
  t.equal((await world.request('admin', 'POST', at, { name: 'grows', cluster: 'lab', spec: { ...login, exposure: { type: 'clusterIP' } } })).status, 202)
  const change = async (spec: object) => (await world.request('admin', 'PATCH', `${at}/grows?validateOnly=true`, { spec })).body.warnings.filter((warning: string) => warning.includes('cannot'))
  t.match(await change({ storage: { capacity: '20Gi' } }), [/Homes that exist stay as large as they are.*slow.*allowVolumeExpansion/])
  t.match(await change({ database: { capacity: '2Gi' } }), [/database will be refused to grow/])
  t.same(await change({ memory: { limit: '2G' } }), [])
  await transaction(world.database, platformScope, (tx) => tx.delete(hubs).where(eq(hubs.name, 'grows')))
})

t.test('what was seen of a cluster has a type, over REST and over GraphQL, also where an older look stored less', async (t) => {
  await seen({ ...openShift, storageClasses: ['slow'], provisioners: { slow: 'csi.example.org' }, defaultStorageClass: 'slow', nodes: 2 })
  const { body } = await world.request('reader', 'GET', '/v1/tenants/physics/clusters/lab')
  t.match(body.status, { platform: { kind: 'openshift', name: 'ROSA' }, storageClasses: [{ name: 'slow', provisioner: 'csi.example.org', isDefault: true }], nodes: 2 })
  const answer = await world.graphql('reader', '{ cluster(tenant: "physics", cluster: "lab") { status { version platform { name domain } storageClasses { name canGrow } } } }', {})
  t.match(answer.body, { data: { cluster: { status: { version: '1.33.5', platform: { name: 'ROSA', domain: 'apps.one.example.org' }, storageClasses: [{ name: 'slow', canGrow: true }] } } } })
})
