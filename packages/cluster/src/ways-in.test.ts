import t from 'tap'
import type { HubSpecInput } from '@hubfleet/core'
import { testCertificate } from '../../core/src/testing-certificates.ts'
import { hubOf, renderedObjects, skipWithoutHelm } from './testing-render.ts'

const host = 'hub.example.org'

interface Manifest { kind: string; metadata: { name: string; annotations?: object }; spec?: any; data?: Record<string, string>; stringData?: Record<string, string> }

/** What helm would apply for an exposure, by kind and name. */
function rendered(exposure: HubSpecInput['exposure']): Map<string, Manifest> {
  const manifests = renderedObjects<Manifest>(hubOf({ exposure }).values)
  return new Map(manifests.map((manifest) => [`${manifest.kind}/${manifest.metadata.name}`, manifest]))
}

t.test('ways in become what leads to a hub in a cluster', { skip: skipWithoutHelm }, async (t) => {
  const annotations = { 'example.org/a': 'b' }
  const ports = (service: Manifest | undefined): number[] => service!.spec.ports.map(({ port }: { port: number }) => port).sort((a: number, b: number) => a - b)

  t.test('a load balancer lets in from the allowed networks, at the address that was reserved', async (t) => {
    const service = rendered({ allowedRanges: ['192.0.2.0/24'], loadBalancerIP: '192.0.2.7', annotations }).get('Service/proxy-public')
    t.match(service, { metadata: { annotations }, spec: { type: 'LoadBalancer', loadBalancerSourceRanges: ['192.0.2.0/24'], loadBalancerIP: '192.0.2.7' } })
  })

  t.test('Let\'s Encrypt: a proxy of its own gets the certificate and answers at 443', async (t) => {
    const objects = rendered({ host, https: { type: 'letsencrypt', contactEmail: 'it@example.org' } })
    t.ok(objects.has('Deployment/autohttps'))
    t.same(ports(objects.get('Service/proxy-public')), [80, 443])
    // the stand-in has no settings for what it does not run
    if (process.env['HUBFLEET_TEST_CHART']) t.match(JSON.stringify(objects.get('ConfigMap/autohttps')), /it@example\.org/)
  })

  t.test('a certificate of one\'s own is in a Secret that the proxy reads', async (t) => {
    const { cert, key } = await testCertificate(host)
    const objects = rendered({ host, https: { type: 'manual', certificate: cert, key } })
    t.notOk(objects.has('Deployment/autohttps'))
    t.same(ports(objects.get('Service/proxy-public')), [80, 443])
    const { data = {}, stringData = {} } = objects.get('Secret/proxy-public-manual-tls')!
    t.same(data['tls.key'] ? Buffer.from(data['tls.key'], 'base64').toString().trim() : stringData['tls.key']!.trim(), key.trim())
  })

  t.test('a Secret that is there already is mounted by its name', async (t) => {
    t.match(JSON.stringify(rendered({ host, https: { type: 'secret', secretName: 'our-cert' } }).get('Deployment/proxy')), /"secretName":"our-cert"/)
  })

  t.test('offload: what stands in front has the certificate, and 443 leads to plain http', async (t) => {
    const objects = rendered({ host, https: { type: 'offload' } })
    const service = objects.get('Service/proxy-public')!
    const targets = service.spec.ports.map(({ port, targetPort }: { port: number; targetPort: unknown }) => [port, targetPort])
    t.same(targets.find(([port]: [number]) => port === 443)?.[1], targets.find(([port]: [number]) => port === 80)?.[1])
    t.notOk(objects.has('Deployment/autohttps'))
  })

  t.test('an Ingress has the host, its class and the certificate of cert-manager', async (t) => {
    const objects = rendered({ type: 'ingress', host, className: 'nginx', annotations, https: { type: 'certManager', issuer: { name: 'le' } } })
    t.match(objects.get('Ingress/jupyterhub'), {
      metadata: { annotations: { ...annotations, 'cert-manager.io/cluster-issuer': 'le' } },
      spec: { ingressClassName: 'nginx', rules: [{ host, http: { paths: [{ path: '/', backend: { service: { name: 'proxy-public' } } }] } }], tls: [{ hosts: [host], secretName: 'jupyterhub-tls' }] },
    })
    t.equal(objects.get('Service/proxy-public')!.spec.type, 'ClusterIP')
  })

  t.test('an HTTPRoute names its gateway, also a listener of it', async (t) => {
    const objects = rendered({ type: 'gateway', host, annotations, gateway: { name: 'shared', namespace: 'infra', sectionName: 'https' } })
    t.match(objects.get('HTTPRoute/jupyterhub'), {
      metadata: { annotations }, spec: { hostnames: [host], parentRefs: [{ kind: 'Gateway', name: 'shared', namespace: 'infra', sectionName: 'https' }], rules: [{ backendRefs: [{ name: 'proxy-public', port: 80 }] }] },
    })
    t.equal(objects.get('Service/proxy-public')!.spec.type, 'ClusterIP')
  })

  t.test('inside of the cluster nothing leads in from outside', async (t) => {
    const objects = rendered({ type: 'clusterIP' })
    t.equal(objects.get('Service/proxy-public')!.spec.type, 'ClusterIP')
    t.same([...objects.keys()].filter((name) => /^(Ingress|HTTPRoute)\//.test(name)), [])
  })
})

t.test('from chart 5 on an HTTPRoute has a list of gateways', async (t) => {
  const route = (version: string) => (hubOf({ chart: { version }, exposure: { type: 'gateway', host, gateway: { name: 'g', namespace: 'n' } } }).values as { httpRoute: object }).httpRoute
  t.match(route('4.4.0'), { gateway: { name: 'g', namespace: 'n' }, parentRefs: undefined })
  t.match(route('5.0.0-0.dev.git.7000.habc1234'), { parentRefs: [{ name: 'g', namespace: 'n' }], gateway: undefined })
})
