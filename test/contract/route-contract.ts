import { completeHubSpec, routeDifference, routeManifest, type HubExposure } from '../../packages/core/src/index.ts'
import type { HubRef, HubSite } from '../../packages/providers/src/index.ts'
import { desiredRelease, settled, unending as signal, type Bed, type Test } from './bed.ts'

const exposed = (more: Partial<HubExposure> = {}): HubExposure => ({ ...completeHubSpec({ exposure: { type: 'route' } }).exposure, ...more })

/** What leads to hubs in an OpenShift, and that there is none elsewhere. */
export function routeContract(t: Test, bed: Bed): void {
  const inCluster = (name: string, run: (t: Test, site: HubSite, hub: HubRef) => Promise<void>) => t.test(`${bed.name}: ${name}`, async (t) => {
    const cluster = await bed.open()
    const hub = bed.hub()
    const site = cluster.hub(hub)
    await site.createNamespace(signal)
    await run(t as Test, site, hub)
    await site.sweep({ keepHomes: false }, signal)
    await cluster.close()
  })
  const kinds = async (site: HubSite) => (await site.remnants(signal)).map(({ kind }) => kind)

  if (!bed.admitRoutes) {
    inCluster('a Route is refused where there are none', async (t, site, hub) => {
      t.equal(await site.route(signal), null)
      await t.rejects(site.applyRoute(routeManifest(hub, exposed()), signal), { code: 'openshift-only' })
      await site.deleteRoute(signal)
      t.match(await site.address({ type: 'route' }, signal), { address: null })
    })
    return
  }
  const admit = bed.admitRoutes.bind(bed)

  inCluster('a Route without a host has one of the router, which is the address', async (t, site, hub) => {
    const wanted = routeManifest(hub, exposed({ https: { type: 'offload' } }))
    t.match(await site.address({ type: 'route' }, signal), { address: null, reason: /does not exist/ })
    await site.applyRoute(wanted, signal)
    t.match(await site.address({ type: 'route' }, signal), { address: null, reason: /no router has taken/ })
    await admit(site, hub)
    const { address } = await site.address({ type: 'route' }, signal)
    t.match(address, new RegExp(`^jupyterhub-${hub.namespace}\\.`))
    const there = (await site.route(signal))!
    t.equal(routeDifference(wanted, there), null)
    await site.applyRoute(wanted, signal)
    t.equal((await site.address({ type: 'route' }, signal)).address, address, 'the same again changes nothing')
    t.ok((await kinds(site)).includes('Route'))
    await site.deleteRoute(signal)
    await site.deleteRoute(signal)
    t.equal(await site.route(signal), null)
    t.notOk((await kinds(site)).includes('Route'))
  })

  inCluster('a host of one\'s own leads to the router by its name; what changes of a Route is changed in place', async (t, site, hub) => {
    const host = `${hub.namespace}.example.org`
    const wanted = routeManifest(hub, exposed({ host, https: { type: 'secret', secretName: 'own' } }))
    await site.applyRoute(wanted, signal)
    await admit(site, hub)
    t.match((await site.address({ type: 'route', host }, signal)).address, /^router-default\./)
    const plain = routeManifest(hub, exposed({ host }))
    t.ok(routeDifference(plain, (await site.route(signal))!))
    await site.applyRoute(plain, signal)
    t.equal(routeDifference(plain, (await site.route(signal))!), null, 'what is not wanted any more is gone')
    await site.sweep({ keepHomes: true }, signal)
    t.equal(await site.route(signal), null, 'it goes also where homes are kept')
  })

  inCluster('the pods of a release are let in, and with the chart\'s own users they are not', async (_t, site, hub) => {
    await site.install(desiredRelease(bed, hub), signal)
    await settled(bed, site)
    const { admitRoutes: _none, ...elsewhere } = bed
    await site.install(desiredRelease(elsewhere, hub), signal)
    await bed.settle('a pod to be refused', async () => (await site.workloads(signal)).some(({ reason }) => /security context constraint/.test(reason)))
  })
}
