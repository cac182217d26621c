import fc from 'fast-check'
import t from 'tap'
import { valueAt } from '../../json.ts'
import { completeHubSpec } from '../complete.ts'
import { composeSpec } from './compose.ts'
import type { HubLayers } from './layers.ts'
import { explainHub } from './origins.ts'
import { layersOf, ownChanges, patchOwn } from './own.ts'
import type { HubSpecInput, HubSpecPatch } from '../spec.ts'
import { renderValues } from '../values.ts'

const hub = { id: 'hub_1', tenantId: 'tenant_1' }
const secrets = { cookieSecret: 'c', proxyToken: 'p', cryptKey: 'k', apiToken: 'a', fields: {} }
const originAt = (layers: HubLayers, path: string) => {
  const { values, spec } = explainHub({ hub, spec: composeSpec(layers), secrets, layers })
  return [...values, ...spec].find((leaf) => leaf.path === path)?.origin
}
const template = (spec: HubSpecPatch) => ({ id: 'template_1', name: 'course', version: 1, parameters: {}, spec })

/** Fields with the place of the values that each decides. */
const fields = [
  { name: 'memory', of: (n: number): HubSpecPatch => ({ memory: { limit: `${n + 1}G` } }), at: ['singleuser', 'memory', 'limit'] },
  { name: 'seats', of: (n: number): HubSpecPatch => ({ culling: { timeoutSeconds: 600 + n } }), at: ['cull', 'timeout'] },
  { name: 'image', of: (n: number): HubSpecPatch => ({ image: { name: `quay.io/image${n}`, tag: 'a' } }), at: ['singleuser', 'image', 'name'] },
]
const layer = fc.record({
  typed: fc.array(fc.record({ field: fc.integer({ min: 0, max: 2 }), n: fc.nat(5) }), { maxLength: 2 }),
  raw: fc.array(fc.record({ field: fc.integer({ min: 0, max: 2 }), n: fc.nat(5) }), { maxLength: 2 }),
})
type Drawn = { typed: { field: number; n: number }[]; raw: { field: number; n: number }[] }
const nested = (path: string[], value: unknown) => path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Record<string, unknown>

function patchFrom({ typed, raw }: Drawn): HubSpecPatch {
  const patch = Object.assign({}, ...typed.map(({ field, n }) => fields[field]!.of(n))) as HubSpecPatch
  const values = raw.reduce<Record<string, any>>((made, { field, n }) => {
    const value = field === 0 ? `${n + 11}G` : field === 1 ? 9000 + n : `raw${n}`
    const top = nested(fields[field]!.at, value) as Record<string, any>
    const [key] = Object.keys(top) as [string]
    return { ...made, [key]: { ...made[key], ...top[key] } }
  }, {})
  return { ...patch, ...(raw.length > 0 && { values }) }
}

t.test('for any layers, the origin of a value is the last layer that sets it, and its value is what that layer says', async () => {
  fc.assert(fc.property(layer, layer, layer, layer, (p, c, m, o) => {
    const patches = { platform: patchFrom(p), cluster: patchFrom(c), template: patchFrom(m), hub: patchFrom(o) }
    const layers: HubLayers = { platform: { spec: patches.platform }, cluster: { name: 'lab', spec: patches.cluster }, template: template(patches.template), own: patches.hub }
    const spec = composeSpec(layers)
    const { values } = renderValues({ hub, spec, secrets })
    const leaves = explainHub({ hub, spec, secrets, layers }).values
    for (const { of, at } of fields) {
      const key = Object.keys(of(0))[0] as keyof HubSpecPatch
      const last = (['hub', 'template', 'cluster', 'platform'] as const).find((name) => patches[name][key] !== undefined || valueAt(patches[name].values, at) !== undefined)
      const leaf = leaves.find(({ path }) => path === `/${at.join('/')}`)
      if (!last) { if (leaf && leaf.origin !== 'chart') return false; continue }
      const raw = valueAt(patches[last].values, at)
      if (leaf?.origin !== (last === 'hub' && raw !== undefined ? 'raw' : last)) return false
      if (raw !== undefined && valueAt(values, at) !== raw) return false
    }
    return JSON.stringify(composeSpec(structuredClone(layers))) === JSON.stringify(spec)
  }), { numRuns: 60 })
})

t.test('with no layers beneath it, a hub is the same bytes as without layers at all', async (t) => {
  const inputs: HubSpecInput[] = [{}, { memory: { guarantee: '2G' }, values: { hub: { b: 1, a: null } } }, { login: { type: 'google', clientId: 'g', hostedDomains: ['x.org'] } }]
  for (const input of inputs) {
    const render = (spec: ReturnType<typeof completeHubSpec>) => JSON.stringify(renderValues({ hub, spec, secrets }))
    t.equal(render(composeSpec({ own: input })), render(completeHubSpec(input)))
    t.equal(render(composeSpec(layersOf({ layers: null, spec: completeHubSpec(input) }))), render(completeHubSpec(input)))
  }
})

t.test('a stored spec that is older than layers counts as set by the hub', async (t) => {
  const layers = layersOf({ layers: null, spec: completeHubSpec({}) })
  t.equal(originAt(layers, '/memory/guarantee'), 'hub')
  t.same(patchOwn(layers, { memory: { guarantee: null } }).own.memory, {}, 'and can be given back')
})

t.test("a typed field of the hub wins over a template's raw value, also where it says what is so by default", async (t) => {
  const layers: HubLayers = { template: template({ values: { singleuser: { memory: { guarantee: '3G' } }, custom: { a: 1 } } }), own: { memory: { guarantee: '1G' } } }
  t.same(composeSpec(layers).values, { custom: { a: 1 } })
  t.equal(originAt(layers, '/singleuser/memory/guarantee'), 'hub')
  t.equal(originAt(layers, '/custom/a'), 'template')
  t.equal(originAt({ ...layers, own: {} }, '/singleuser/memory/guarantee'), 'template')
})

t.test('null gives a field back to the layers below it', async (t) => {
  const layers: HubLayers = { template: template({ memory: { limit: '2G' } }), own: { memory: { limit: '4G' } } }
  t.equal(composeSpec(layers).memory.limit, '4G')
  t.equal(composeSpec(patchOwn(layers, { memory: { limit: null } })).memory.limit, '2G')
})

t.test('a verb that changes the whole spec makes what differs the hub\'s own, and what it takes away stays away', async (t) => {
  const layers: HubLayers = { template: template({ capacity: { seats: 3, maxServers: 50 } }), own: {} }
  const before = composeSpec(layers)
  const after = { ...before, capacity: { seats: 5 } }
  const changed = ownChanges(layers, before, after)
  t.same(composeSpec(changed), after)
  t.same(changed.own, { capacity: { seats: 5, maxServers: null } })
})

t.test('what completing a spec decided once stays decided', async (t) => {
  const first = patchOwn({ own: {} }, { login: { type: 'google', clientId: 'g', hostedDomains: ['x.org'] } })
  const login = composeSpec(patchOwn(first, { login: { type: 'google', hostedDomains: ['x.org', 'y.org'] } })).login
  t.match(login, { stripDomain: true })
})
