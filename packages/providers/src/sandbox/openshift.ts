import { podsOfValues, Problem, restrictedV2Violations, routeName, sandboxOpenShift, type Route, type RouteIngress } from '@hubfleet/core'
import type { ClusterRecord, DesiredRelease } from '../provider.ts'
import { durations } from './durations.ts'
import type { SandboxHub } from './state.ts'

/** What a sandbox cluster has beyond others when it is an OpenShift. */
export interface SandboxOpenShift { /** Below it the router makes up hosts. */ domain: string }

export const openShiftOf = ({ name, spec: { region } }: Pick<ClusterRecord, 'name' | 'spec'>): SandboxOpenShift | null => (region === sandboxOpenShift ? { domain: `apps.${name}.sandbox.invalid` } : null)

export function applyRoute(hub: SandboxHub, openShift: SandboxOpenShift | null, route: Route, cluster: string, now: number): void {
  if (!openShift) throw new Problem('openshift-only', { what: 'A Route (exposure.type: route)', cluster })
  const { metadata, spec } = route
  const made = spec.host === undefined
    ? { ...route, metadata: { ...metadata, annotations: { ...metadata.annotations, 'openshift.io/host.generated': 'true' } }, spec: { ...spec, host: `${routeName}-${metadata.namespace}.${openShift.domain}` } } : route
  hub.route = { manifest: made, since: hub.route?.since ?? now }
}

/** With what the router made of it: it takes a moment. */
export function routeNow({ route }: SandboxHub, openShift: SandboxOpenShift | null, now: number): Route | null {
  if (!route || !openShift) return null
  const { manifest, since } = route
  const ingress: RouteIngress[] = now < since + durations.route ? [] : [{
    host: manifest.spec.host!, routerName: 'default', routerCanonicalHostname: `router-default.${openShift.domain}`, conditions: [{ type: 'Admitted', status: 'True' }],
  }]
  return { ...manifest, metadata: { ...manifest.metadata, creationTimestamp: new Date(since).toISOString() }, status: { ingress } }
}

/** What its admission says of the pods of a release, by the name of what would make them; nothing in another cluster. */
export function forbiddenPods(openShift: SandboxOpenShift | null, { values, chart }: DesiredRelease): Record<string, string> {
  if (!openShift) return {}
  return Object.fromEntries(podsOfValues(values, chart.version).map(({ name, spec }): [string, string[]] => [name, restrictedV2Violations(spec)]).filter(([, refused]) => refused.length > 0)
    .map(([name, refused]) => [name, `FailedCreate: unable to validate against any security context constraint: ${refused.join(', ')}`]))
}
