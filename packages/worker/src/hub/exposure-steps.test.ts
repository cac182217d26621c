import t from 'tap'
import { completeHubSpec, dnsRecordOf, type CertificateFault, type HubSpecInput, type ShownCertificate } from '@hubfleet/core'
import { certificateServed, dnsLeadsHere } from './exposure-steps.ts'
import type { HubScope } from './scope.ts'

const signal = new AbortController().signal
const host = 'hub.example.org'
const now = new Date('2026-01-01T00:00:00Z')
const day = 86_400_000

interface World { address?: string; dns?: Record<string, string[]>; shown?: ShownCertificate; trouble?: CertificateFault }

function scopeOf(exposure: HubSpecInput['exposure'], { address = '203.0.113.4', dns = {}, shown, trouble }: World): HubScope {
  const spec = completeHubSpec({ exposure })
  return {
    hub: { spec }, now, status: { address, dnsRecord: dnsRecordOf(spec.exposure.host, address) },
    site: { resolve: async (name: string) => dns[name] ?? [], certificate: async () => shown, certificateTrouble: async () => trouble ?? null },
  } as unknown as HubScope
}
const dnsOf = (exposure: HubSpecInput['exposure'], world: World) => dnsLeadsHere.observe(scopeOf(exposure, world), signal)

t.test('the record to make fits the address that the hub has', async (t) => {
  t.same(dnsRecordOf(host, '203.0.113.4'), { name: host, type: 'A', value: '203.0.113.4' })
  t.same(dnsRecordOf(host, '2001:db8::4'), { name: host, type: 'AAAA', value: '2001:db8::4' })
  t.same(dnsRecordOf(host, 'lb.cloud.example'), { name: host, type: 'CNAME', value: 'lb.cloud.example' })
  t.equal(dnsRecordOf(undefined, '203.0.113.4'), null)
  t.equal(dnsRecordOf(host, 'proxy-public.hub-1.svc.cluster.local'), null, 'no record leads into a cluster')
})

t.test('a host that does not resolve, or leads elsewhere, is told with the record that would help', async (t) => {
  t.match(await dnsOf({ host }, {}), { is: 'waiting', reason: 'NotResolving', message: 'hub.example.org does not resolve; make an A record to 203.0.113.4' })
  t.match(await dnsOf({ host }, { dns: { [host]: ['198.51.100.7'] } }), { is: 'waiting', reason: 'LeadsElsewhere', message: /leads to 198\.51\.100\.7, not to the hub; make an A record to 203\.0\.113\.4/ })
  t.match(await dnsOf({ host }, { dns: { [host]: ['203.0.113.4'] } }), { is: 'in-sync' })
  t.match(await dnsOf({}, {}), { is: 'in-sync', message: /no host/ })
})

t.test('a load balancer with a name is met where the host has one of its addresses, as by a CNAME or an alias', async (t) => {
  const address = 'lb.cloud.example'
  t.match(await dnsOf({ host }, { address, dns: { [host]: ['192.0.2.2'], [address]: ['192.0.2.1', '192.0.2.2'] } }), { is: 'in-sync' })
  t.match(await dnsOf({ host }, { address, dns: { [address]: ['192.0.2.1'] } }), { message: /make a CNAME record to lb\.cloud\.example/ })
})

t.test('a hub inside its cluster is led to by something that it does not know: any record will do', async (t) => {
  const inside = { type: 'clusterIP' as const, host }
  const address = 'proxy-public.hub-1.svc.cluster.local'
  t.match(await dnsOf(inside, { address, dns: { [host]: ['192.0.2.2'] } }), { is: 'in-sync' })
  t.match(await dnsOf(inside, { address }), { reason: 'NotResolving' })
})

const good = { names: [host], issuer: 'R11', validFrom: new Date(now.getTime() - day), validTo: new Date(now.getTime() + 60 * day) }
const shows = (change: Partial<typeof good> = {}, untrusted: string | null = null): ShownCertificate => ({ certificate: { ...good, ...change }, untrusted, reason: '' })

async function certificateOf(world: World, type: 'letsencrypt' | 'secret' = 'letsencrypt', resolved = true) {
  const scope = scopeOf({ host, https: { type } }, { ...world, dns: resolved ? { [host]: ['203.0.113.4'] } : {} })
  await dnsLeadsHere.observe(scope, signal)
  return certificateServed.observe(scope, signal)
}

t.test('the certificate is judged as a browser would', async (t) => {
  t.match(await certificateOf({ shown: shows() }), { is: 'in-sync', message: 'from R11, until 2026-03-02' })
  const reasons = {
    ExpiresSoon: shows({ validTo: new Date(now.getTime() + 13 * day) }), Expired: shows({ validTo: now }), WrongName: shows({ names: ['other.example.org'] }),
    StandInCertificate: shows({ issuer: 'TRAEFIK DEFAULT CERT' }), NotTrusted: shows({}, 'SELF_SIGNED_CERT_IN_CHAIN'),
    NotAnswering: { certificate: null, untrusted: null, reason: 'nobody is there' },
  }
  for (const [reason, shown] of Object.entries(reasons)) t.match(await certificateOf({ shown }), { is: 'waiting', reason }, reason)
})

t.test('what the cluster knows to be in the way is told before anything else; without a DNS record nobody connects', async (t) => {
  t.match(await certificateOf({ trouble: { code: 'SecretMissing', what: 'There is no Secret x.' } }, 'secret'), { is: 'waiting', reason: 'SecretMissing' })
  t.match(await certificateOf({}, 'letsencrypt', false), { is: 'waiting', reason: 'WaitsForDns' })
  const scope = scopeOf({ host }, {})
  t.match(await certificateServed.observe(scope, signal), { is: 'in-sync', message: 'no https is set' })
})
