import t from 'tap'
import { completeHubSpec, otherHost, routeManifest, type HubSpecInput, type Route } from '@hubfleet/core'
import { certificateServed, dnsLeadsHere } from './exposure-steps.ts'
import { routeMade } from './route-steps.ts'
import type { HubScope } from './scope.ts'

const signal = new AbortController().signal
const ref = { id: 'hub_1', name: 'lab', tenantId: 'tenant_1', namespace: 'hub-1', release: 'hub-1' }

/** A hub in a cluster whose Route is a variable. */
function scopeOf(input: HubSpecInput['exposure'], there: Route | null = null, { openShift = true, power = 'running' } = {}) {
  const world = { route: there, asked: 0, acts: [] as string[] }
  const site = {
    route: async () => { world.asked++; return world.route },
    applyRoute: async (route: Route) => { world.acts.push('apply'); world.route = route },
    deleteRoute: async () => { world.acts.push('delete'); world.route = null },
  }
  const scope = { ref, openShift, site, status: {}, hub: { spec: { ...completeHubSpec({ exposure: input }), power } } } as unknown as HubScope
  return { world, scope }
}
const exposureOf = (input: HubSpecInput['exposure']) => completeHubSpec({ exposure: input }).exposure
const madeBy = (input: HubSpecInput['exposure']) => routeManifest(ref, exposureOf(input))
/** With the host that OpenShift made up. */
const generated = (route: Route): Route => ({ ...route, metadata: { ...route.metadata, annotations: { 'openshift.io/host.generated': 'true' } }, spec: { ...route.spec, host: 'jupyterhub-hub-1.apps.example.org' } })

t.test('a Route is made where one is wanted, and a host that the router made up is as wanted', async (t) => {
  const exposure = { type: 'route', https: { type: 'offload' } } as const
  const { scope, world } = scopeOf(exposure)
  t.match(await routeMade.observe(scope, signal), { is: 'drifted' })
  await routeMade.act!(scope, signal)
  t.same(world.acts, ['apply'])
  world.route = generated(world.route!)
  t.match(await routeMade.observe(scope, signal), { is: 'in-sync', message: /jupyterhub-hub-1\.apps/ })
})

t.test('another host makes it anew, all else changes it in place', async (t) => {
  const before = madeBy({ type: 'route', host: 'one.example.org' })
  const moved = scopeOf({ type: 'route', host: 'two.example.org' }, before)
  t.match(await routeMade.observe(moved.scope, signal), { is: 'drifted', message: /one\.example\.org, two\.example\.org is wanted/ })
  await routeMade.act!(moved.scope, signal)
  t.same(moved.world.acts, ['delete', 'apply'])
  const encrypted = scopeOf({ type: 'route', host: 'one.example.org', https: { type: 'secret', secretName: 'own' } }, before)
  t.match(await routeMade.observe(encrypted.scope, signal), { is: 'drifted' })
  await routeMade.act!(encrypted.scope, signal)
  t.same(encrypted.world.acts, ['apply'])
  t.notOk(otherHost(madeBy({ type: 'route' }), generated(madeBy({ type: 'route' }))))
  t.ok(otherHost(madeBy({ type: 'route' }), before), 'a host of one\'s own goes when the router\'s is wanted')
})

t.test('a Route goes with another exposure and when the hub stops; other clusters are not even asked', async (t) => {
  for (const { scope, world } of [scopeOf({ type: 'loadBalancer' }, madeBy({ type: 'route' })), scopeOf({ type: 'route' }, madeBy({ type: 'route' }), { power: 'stopped' })]) {
    t.match(await routeMade.observe(scope, signal), { is: 'drifted' })
    await routeMade.act!(scope, signal)
    t.same(world.acts, ['delete'])
    t.match(await routeMade.observe(scope, signal), { is: 'in-sync' })
  }
  const elsewhere = scopeOf({ type: 'ingress', host: 'a.example.org' }, null, { openShift: false })
  t.match(await routeMade.observe(elsewhere.scope, signal), { is: 'in-sync' })
  t.equal(elsewhere.world.asked, 0)
})

t.test('who ends encryption follows from who has the certificate, and the Route goes to the port that speaks so', async (t) => {
  const of = (exposure: Partial<NonNullable<HubSpecInput['exposure']>>) => { const { spec } = madeBy({ type: 'route', host: 'a.example.org', ...exposure }); return [spec.tls?.termination ?? null, spec.port.targetPort, spec.tls?.destinationCACertificate ?? null] }
  const secret = { type: 'secret', secretName: 'own' } as const
  t.same(of({}), [null, 'http', null])
  t.same(of({ https: { type: 'offload' } }), ['edge', 'http', null])
  t.same(of({ https: secret }), ['passthrough', 'https', null])
  t.same(of({ https: secret, route: { termination: 'reencrypt' } }), ['reencrypt', 'https', null])
  t.same(of({ https: { type: 'manual', certificate: 'PEM' }, route: { termination: 'reencrypt' } }), ['reencrypt', 'https', 'PEM'])
  t.notMatch(JSON.stringify(madeBy({ type: 'route', host: 'a.example.org', https: { type: 'manual', certificate: 'PEM', key: 'PRIVATE' } })), 'PRIVATE', 'no key is in a Route, which many may read')
})

t.test('DNS and certificate are looked at for the host that the router made up too', async (t) => {
  const host = 'jupyterhub-hub-1.apps.example.org'
  const asked: string[] = []
  const certificate = { names: ['*.apps.example.org'], issuer: 'Acme', validFrom: new Date(0), validTo: new Date('2100-01-01') }
  const site = {
    resolve: async (name: string) => { asked.push(name); return ['192.0.2.1'] }, certificateTrouble: async () => null,
    certificate: async (name: string) => { asked.push(name); return { certificate, untrusted: null, reason: '' } },
  }
  const scope = { site, now: new Date('2026-11-01'), status: { address: host, dnsRecord: null }, hub: { spec: { exposure: exposureOf({ type: 'route', https: { type: 'offload' } }) } } } as unknown as HubScope
  t.match(await dnsLeadsHere.observe(scope, signal), { is: 'in-sync', message: /leads to 192\.0\.2\.1/ })
  t.match(await certificateServed.observe(scope, signal), { is: 'in-sync', message: /Acme/ })
  t.same(asked, [host, host])
})
