import fc from 'fast-check'
import t from 'tap'
import { canonicalJson } from '../../json.ts'
import { composeSpec } from './compose.ts'
import type { HubLayers } from './layers.ts'
import { applyOwn, composeApart, patchOwn } from './own.ts'
import type { HubSpecPatch } from '../spec.ts'

/** What files may say: sections that merge, ones that are replaced, a login, raw values. */
const said: fc.Arbitrary<HubSpecPatch> = fc.record({
  memory: fc.record({ guarantee: fc.constantFrom('1G', '2G'), limit: fc.constantFrom('4G', '8G') }, { requiredKeys: [] }),
  capacity: fc.record({ seats: fc.nat(9), maxServers: fc.integer({ min: 1, max: 9 }) }, { requiredKeys: [] }),
  access: fc.record({ users: fc.subarray(['ada', 'bob']) }, { requiredKeys: [] }),
  image: fc.constant({ name: 'quay.io/a/b', tag: '1' }),
  storage: fc.constant({ type: 'static' as const, static: { nfs: { server: 'a', path: '/b' } } }),
  login: fc.constantFrom({ type: 'google', clientId: 'g', hostedDomains: ['x.org'] }, { type: 'github', clientId: 'h' }) as fc.Arbitrary<NonNullable<HubSpecPatch['login']>>,
  values: fc.dictionary(fc.constantFrom('custom', 'other'), fc.record({ a: fc.nat(3) })),
}, { requiredKeys: [] }) as never
const below: HubLayers = { platform: { spec: { memory: { limit: '3G' }, values: { custom: { b: 1 } } } }, own: {} }

t.test('whatever files said before, the spec is what they say now', async () => {
  fc.assert(fc.property(fc.array(said, { maxLength: 3 }), said, (before, now) => {
    const earlier = before.reduce<HubLayers>((layers, each) => applyOwn(layers, each), below)
    return canonicalJson(composeSpec(applyOwn(earlier, now))) === canonicalJson(composeSpec(patchOwn(below, now)))
  }))
})

t.test('what files say twice changes nothing the second time', async () => {
  fc.assert(fc.property(said, (now) => {
    const once = applyOwn(below, now)
    return canonicalJson(applyOwn(once, now)) === canonicalJson(once)
  }))
})

t.test('what others set stays, as long as the files do not speak of it', async () => {
  fc.assert(fc.property(said, said, (first, second) => {
    const scaled = patchOwn(applyOwn(below, first), { culling: { timeoutSeconds: 777 } })
    return composeSpec(applyOwn(scaled, second)).culling.timeoutSeconds === 777
  }))
})

t.test('what was decided beside what the files said, as the digest of a pinned image, goes with it', async (t) => {
  const pinned = patchOwn(applyOwn(below, { image: { name: 'a', tag: '1', pin: true } }), { image: { digest: `sha256:${'0'.repeat(64)}` } })
  t.equal(composeSpec(applyOwn(pinned, {})).image, undefined)
})

t.test('secrets are in nothing that is stored with the layers', async (t) => {
  const { layers, secrets } = composeApart(applyOwn(below, { login: { type: 'github', clientId: 'a', clientSecret: 'hidden-text' } }))
  t.same(secrets, { '/login/clientSecret': 'hidden-text' })
  t.notMatch(JSON.stringify(layers), /hidden-text/)
})
