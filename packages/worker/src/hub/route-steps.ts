import { otherHost, routeDifference, routeManifest, type Route } from '@hubfleet/core'
import { drifted, inSync, type Step } from '@hubfleet/engine'
import type { HubScope } from './scope.ts'

type HubStep = Step<HubScope>

const wantedRoute = ({ ref, hub: { spec } }: HubScope): Route | null => (spec.exposure.type === 'route' && spec.power === 'running' ? routeManifest(ref, spec.exposure) : null)

/** The chart makes no Route. One that leads elsewhere by now, or from another host, is made anew. */
export const routeMade: HubStep = {
  name: 'route', condition: 'AddressReady',
  async observe(scope, signal) {
    const wanted = wantedRoute(scope)
    if (!scope.openShift && !wanted) return inSync('none wanted')
    const there = await scope.site.route(signal)
    if (!wanted) return there ? drifted(`the Route from ${there.spec.host ?? 'its host'} is not wanted any more`) : inSync('none wanted')
    if (!there) return drifted('the Route is to be made')
    const difference = routeDifference(wanted, there)
    return difference ? drifted(`the Route ${difference}`) : inSync(`from ${there.spec.host ?? 'a host of the router'}`)
  },
  async act(scope, signal) {
    const wanted = wantedRoute(scope)
    const there = await scope.site.route(signal)
    if (there && (!wanted || otherHost(wanted, there))) await scope.site.deleteRoute(signal)
    if (wanted) await scope.site.applyRoute(wanted, signal)
  },
}
