import { BlockList } from 'node:net'
import t from 'tap'
import { hubPosture, type HubSpecInput, type JsonObject } from '@hubfleet/core'
import { hubOf, renderedObjects, skipWithoutHelm as skip } from './testing-render.ts'

/* What the security page of a hub says, held against what helm makes of the same values. */

interface Block { cidr: string; except?: string[] }
interface Rule { to?: { ipBlock?: Block }[]; from?: unknown[]; ports?: { port: number | string }[] }
interface Manifest { kind: string; metadata: { name: string }; spec: { policyTypes?: string[]; egress?: Rule[]; ingress?: Rule[]; type?: string; podSelector: { matchLabels: Record<string, string> } }; rules?: { apiGroups: string[]; resources: string[]; verbs: string[] }[]; stringData?: Record<string, string>; data?: Record<string, string> }

function looked(input: HubSpecInput) {
  const { spec, values } = hubOf({ security: { cloudMetadata: 'networkPolicy' }, ...input })
  const manifests = renderedObjects<Manifest>(values)
  const items = hubPosture({ spec, values, cluster: { networkPolicies: 'enforced' } })
  return {
    state: (code: string) => items.find((item) => item.code === code)!.state,
    manifest: (kind: string, name: string) => manifests.find((one) => one.kind === kind && one.metadata.name === name),
    manifests,
  }
}

/** Whether a NetworkPolicy lets its pods connect to an address and port. */
function reaches(policy: Manifest | undefined, address: string, port: number): boolean {
  if (!policy?.spec.policyTypes?.includes('Egress')) return true
  const within = (cidr: string) => {
    const [network, bits] = cidr.split('/')
    const list = new BlockList()
    list.addSubnet(network!, Number(bits))
    return list.check(address)
  }
  return (policy.spec.egress ?? []).some(({ to, ports }) => (!ports || ports.some((one) => one.port === port)) &&
    (!to?.length || to.some(({ ipBlock }) => ipBlock && within(ipBlock.cidr) && !(ipBlock.except ?? []).some(within))))
}
const metadata = '169.254.169.254'
const singleuser = (values: JsonObject): HubSpecInput => ({ values: { singleuser: values } })

t.test('whether servers reach the cloud\'s metadata and private networks is what the page says', { skip }, async (t) => {
  const egress = (...rules: object[]) => singleuser({ networkPolicy: { egress: rules } })
  const to = (cidr: string, ...except: string[]) => ({ to: [{ ipBlock: { cidr, ...(except.length > 0 && { except }) } }] })
  const cases: Record<string, HubSpecInput> = {
    'the defaults': {},
    'no policy': singleuser({ networkPolicy: { enabled: false } }),
    'private addresses': singleuser({ networkPolicy: { egressAllowRules: { privateIPs: true } } }),
    'metadata': singleuser({ networkPolicy: { egressAllowRules: { cloudMetadataServer: true } } }),
    'a private network': egress(to('172.16.0.0/12')),
    'half of one': egress(to('10.0.0.0/9')),
    'everything': egress(to('0.0.0.0/0')),
    'everything but': egress(to('0.0.0.0/0', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', `${metadata}/32`)),
    'link-local': egress(to('169.254.0.0/16')),
    'a rule for all': egress({ ports: [{ port: 80 }] }),
  }
  for (const [what, input] of Object.entries(cases)) {
    const { manifest, state } = looked(input)
    const policy = manifest('NetworkPolicy', 'singleuser')
    t.equal(state('cloud-metadata') === 'deviation', reaches(policy, metadata, 80), `metadata: ${what}`)
    t.equal(state('private-networks') === 'deviation', ['10.1.2.3', '172.16.4.5', '192.168.7.8'].some((address) => reaches(policy, address, 80)), `private: ${what}`)
    t.ok(reaches(policy, '203.0.113.7', 443), 'the internet is reached')
    t.ok(reaches(policy, '10.0.0.10', 53), 'and the DNS')
  }
})

t.test('around each part is a NetworkPolicy unless the page says otherwise, and only the proxies are open to all', { skip }, async (t) => {
  const https = { exposure: { host: 'hub.example.org', https: { type: 'letsencrypt', contactEmail: 'ada@example.org' } } } as const
  const { manifest, state } = looked(https)
  t.equal(state('network-policies'), 'ok')
  for (const [name, open] of Object.entries({ hub: false, singleuser: false, proxy: true, autohttps: true })) {
    const policy = manifest('NetworkPolicy', name)
    t.same(policy?.spec.policyTypes, ['Ingress', 'Egress'], name)
    t.equal((policy?.spec.ingress ?? []).some(({ from }) => !from?.length), open, name)
  }
  for (const [name, values] of Object.entries({ hub: { hub: { networkPolicy: { enabled: false } } }, proxy: { proxy: { chp: { networkPolicy: { enabled: false } } } }, autohttps: { proxy: { traefik: { networkPolicy: { enabled: false } } } } })) {
    const off = looked({ ...https, values })
    t.equal(off.manifest('NetworkPolicy', name), undefined, name)
    t.equal(off.state('network-policies'), 'deviation', name)
  }
})

t.test('the hub\'s own role is of its namespace, and no role of the release reaches further than the scheduler\'s', { skip }, async (t) => {
  const { manifests, manifest, state } = looked({})
  t.equal(state('rbac'), 'ok')
  const { rules = [] } = manifest('Role', 'hub')!
  t.notOk(rules.some(({ resources }) => resources.some((resource) => /roles|rolebindings|nodes|\*/.test(resource))))
  t.same(manifests.filter(({ kind }) => kind === 'ClusterRole').map(({ metadata: { name } }) => name), ['hub-user-scheduler'])
  t.equal(manifest('ServiceAccount', 'default'), undefined)
})

t.test('what is not reached from outside, and what is encrypted, is so in the manifests', { skip }, async (t) => {
  const letsencrypt = looked({ exposure: { host: 'hub.example.org', https: { type: 'letsencrypt', contactEmail: 'ada@example.org' } } })
  t.equal(letsencrypt.state('https'), 'ok')
  t.ok(letsencrypt.manifest('Deployment', 'autohttps'))
  const plain = looked({})
  t.equal(plain.state('https'), 'deviation')
  t.equal(plain.manifest('Service', 'proxy-public')?.spec.type, 'LoadBalancer')
  t.equal(plain.manifest('Deployment', 'autohttps'), undefined)
  const inside = looked({ exposure: { type: 'clusterIP' } })
  t.equal(inside.state('https'), 'notApplicable')
  t.notOk(inside.manifests.some(({ kind, spec }) => kind === 'Ingress' || kind === 'HTTPRoute' || (kind === 'Service' && ['LoadBalancer', 'NodePort'].includes(spec.type ?? ''))))
})
