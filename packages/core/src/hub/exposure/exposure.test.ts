import t from 'tap'
import { valueAt } from '../../json.ts'
import { testCertificate } from '../../testing-certificates.ts'
import { checkChange } from '../check-change.ts'
import { checkPolicy } from '../policy/check-policy.ts'
import { checkHubSpec } from '../check.ts'
import { completeHubSpec, patchHubSpec } from '../complete.ts'
import { completePolicy, strictPolicy } from '../policy/policy.ts'
import { keepSecrets, newHubSecrets, splitSecrets } from '../secrets.ts'
import type { HubSpecInput } from '../spec.ts'
import { renderValues } from '../values.ts'

type Exposure = HubSpecInput['exposure']
const host = 'hub.example.org'

const split = (exposure: Exposure) => splitSecrets(completeHubSpec({ exposure }))
const faults = (exposure: Exposure) => {
  const { spec, secrets } = split(exposure)
  return checkHubSpec(spec, secrets).errors.map(({ pointer, code }) => `${pointer} ${code}`)
}
const valuesOf = (exposure: Exposure, path: string) => {
  const { spec, secrets } = split(exposure)
  return valueAt(renderValues({ hub: { id: 'hub_1', tenantId: 'tenant_1' }, spec, secrets: newHubSecrets(secrets) }).values, path.split('.'))
}

t.test('a load balancer lets in from the allowed networks only', async (t) => {
  const exposure = { allowedRanges: ['192.0.2.0/24', '2001:db8::/32'] }
  t.same(faults(exposure), [])
  t.match(valuesOf(exposure, 'proxy.service'), { type: 'LoadBalancer', loadBalancerSourceRanges: exposure.allowedRanges })
  t.equal(valuesOf({}, 'proxy.service.loadBalancerSourceRanges'), undefined, 'none is everywhere, which the chart says by having none')
})

t.test('what is no network, or an address inside of one, is refused with the network that was meant', async (t) => {
  t.same(faults({ allowedRanges: ['192.0.2.0', 'office', '192.0.2.7/33'] }), [0, 1, 2].map((index) => `/exposure/allowedRanges/${index} network`))
  const { spec } = split({ allowedRanges: ['192.0.2.7/24'] })
  t.match(checkHubSpec(spec, {}).errors, [{ detail: /Write 192\.0\.2\.0\/24/ }])
  t.same(faults({ type: 'ingress', host, allowedRanges: ['192.0.2.0/24'] }), ['/exposure/allowedRanges unfit'])
})

t.test('annotations reach the object that leads to the hub; an issuer of cert-manager is one of them', async (t) => {
  const annotations = { 'example.org/a': 'b' }
  t.same(valuesOf({ annotations }, 'proxy.service.annotations'), annotations)
  t.same(valuesOf({ type: 'gateway', host, gateway: { name: 'g', namespace: 'n' }, annotations }, 'httpRoute.annotations'), annotations)
  const ingress: Exposure = { type: 'ingress', host, annotations, https: { type: 'certManager', issuer: { name: 'letsencrypt' } } }
  t.same(faults(ingress), [])
  t.same(valuesOf(ingress, 'ingress.annotations'), { ...annotations, 'cert-manager.io/cluster-issuer': 'letsencrypt' })
  t.same(valuesOf(ingress, 'ingress.tls'), [{ hosts: [host], secretName: 'jupyterhub-tls' }])
  t.same(faults({ host, https: { type: 'certManager', issuer: { name: 'x' } } }), ['/exposure/https/type unfit'])
  t.same(faults({ type: 'ingress', host, https: { type: 'certManager' } }), ['/exposure/https/issuer required'])
})

t.test('an address of one\'s own and annotations need a policy that allows network', async (t) => {
  const { spec } = split({ loadBalancerIP: '192.0.2.7', annotations: { 'example.org/a': 'b' } })
  t.same(checkPolicy(spec, strictPolicy).map(({ pointer }) => pointer), ['/exposure/loadBalancerIP', '/exposure/annotations'])
  t.same(checkPolicy(spec, completePolicy({ allow: { network: true } })), [])
})

t.test('a certificate of one\'s own: its key is a secret, is checked, and is kept by a change that leaves it out', async (t) => {
  const own = await testCertificate(host)
  const https = { type: 'manual' as const, certificate: own.cert, key: own.key }
  const { spec, secrets } = split({ host, https })
  t.notMatch(JSON.stringify(spec), 'PRIVATE KEY')
  t.same(checkHubSpec(spec, secrets).errors, [])
  t.same(valuesOf({ host, https }, 'proxy.https.manual'), { cert: own.cert, key: own.key })
  t.same(faults({ host, https: { type: 'manual' } }), ['/exposure/https/certificate required', '/exposure/https/key required'])

  const renewed = await testCertificate(host)
  const patched = patchHubSpec(spec, { exposure: { https: { certificate: renewed.cert } } })
  const kept = keepSecrets({ spec, fields: secrets }, { spec: patched, given: {} })
  t.match(checkHubSpec(patched, kept).errors, [{ pointer: '/exposure/https/key', code: 'other-key' }], 'a new certificate needs its own key')
  t.same(keepSecrets({ spec, fields: secrets }, { spec: patchHubSpec(spec, { exposure: { https: null } }), given: {} }), {}, 'without https no key is kept')
})

t.test('an expired certificate is refused when it is sent, and stands in nobody\'s way when it is stored', async (t) => {
  const old = await testCertificate(host, { days: -1 })
  const { spec } = split({ host, https: { type: 'manual', certificate: old.cert, key: old.key } })
  t.match(checkChange(null, spec, new Date()).errors, [{ pointer: '/exposure/https/certificate', code: 'expired' }])
  t.same(checkChange(spec, patchHubSpec(spec, { memory: { guarantee: '2G' } }), new Date()).errors, [])
})
